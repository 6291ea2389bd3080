import Foundation
import ManifestCompiler
import Testing

/// What the Swift compiler says to handlers of a small integration, with the real generated code and the real
/// IntegrationKit.
@Suite("Handlers against generated code")
struct CompiledHandlerTests {
    private let sections = """
        models:
          number:
            identity: phone
            fields:
              phone: { type: STRING, required: true }
              name:  { type: STRING, owner: WORKPLACE }
        tools:
          add_number: { description: Add a number, input: { phone: STRING }, output: { id: number.id } }
        hooks: { provision: { timeout: 5s } }
        """

    private let handler = """
        import IntegrationKit

        extension Demo { typealias Services = NoServices }

        extension AddNumber: ToolHandler {
            static func call(_ input: Input, in context: Context) async throws -> Output {
                let number = try await context.models.number.upsert(.init(phone: input.phone))
                return Output(id: number.id)
            }
        }

        extension ProvisionHook: ProvisionHandler {
            static func provision(in context: Context) async throws {}
        }
        """

    @Test("a right handler compiles without a word", .timeLimit(.minutes(2)))
    func right() throws {
        #expect(try errors(of: handler) == [])
    }

    @Test("a handler that writes a WORKPLACE field does not compile", .timeLimit(.minutes(2)))
    func ownership() throws {
        let wrong = handler.replacing(".init(phone: input.phone)", with: ".init(phone: input.phone, name: input.phone)")
        #expect(try errors(of: wrong) == ["extra argument 'name' in call"])
    }

    @Test("a tool without a handler is named", .timeLimit(.minutes(2)))
    func missingHandler() throws {
        let wrong = """
            import IntegrationKit
            extension Demo { typealias Services = NoServices }
            extension ProvisionHook: ProvisionHandler {
                static func provision(in context: Context) async throws {}
            }
            """
        #expect(try errors(of: wrong) == ["initializer 'init(_:)' requires that 'AddNumber' conform to 'ToolHandler'"])
    }

    @Test("stubs compile", .timeLimit(.minutes(2)))
    func stubs() throws {
        let stubs = generateStubs(try Snippet.manifest(sections))
        #expect(stubs.map(\.path) == ["Tools/AddNumber.swift", "Hooks/ProvisionHook.swift"])
        let services = "extension Demo { typealias Services = NoServices }\n"
        #expect(try errors(of: stubs.map(\.contents).joined() + services) == [])
    }

    @Test("a hook without a handler is named", .timeLimit(.minutes(2)))
    func missingHook() throws {
        let wrong = handler.prefix(upTo: try #require(handler.firstRange(of: "extension ProvisionHook")).lowerBound)
        let errors = try errors(of: String(wrong))
        #expect(errors.contains { $0.contains("'ProvisionHook' conform to 'ProvisionHandler'") })
    }

    // MARK: Compiling

    /// Messages of the errors of one type-check, each once.
    private func errors(of handler: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "handlers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        let generated = generateSwift(try Snippet.manifest(sections))
        for file in generated + [GeneratedFile(path: "Handler.swift", contents: handler)] {
            let url = folder.appending(path: file.path)
            try Data(file.contents.utf8).write(to: url)
            files.append(url.path)
        }
        let log = folder.appending(path: "log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        let output = try FileHandle(forWritingTo: log)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-module-name", "Demo", "-I",
                try Self.modules().path,
                "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
                "-enable-upcoming-feature", "InternalImportsByDefault",
            ] + files
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
        var messages: [String] = []
        for line in lines where line.hasPrefix(folder.path) {
            guard let range = line.firstRange(of: ": error: ") else { continue }
            let message = String(line[range.upperBound...])
            if !messages.contains(message) { messages.append(message) }
        }
        if messages.isEmpty, process.terminationStatus != 0 { messages = [lines.joined(separator: "\n")] }
        return messages
    }

    /// Where SwiftPM put the modules of the build that this test is part of.
    private static func modules() throws -> URL {
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let modules = folder.appending(path: "Modules")
            if FileManager.default.fileExists(atPath: modules.appending(path: "IntegrationKit.swiftmodule").path) {
                return modules
            }
        }
        throw MissingModule()
    }

    private struct MissingModule: Error, CustomStringConvertible {
        var description: String { "IntegrationKit is not built: run `swift build` first" }
    }
}
