import Foundation
import ManifestCompiler

/// What the Swift compiler says to generated code and handlers, with the real IntegrationKit.
struct SwiftTypeCheck {
    /// The module that the files are.
    let module: String
    /// Sources of modules that they import, by name.
    var imports: [String: String] = [:]

    /// Messages of the errors and warnings of one type-check, each once.
    func errors(in files: [GeneratedFile]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "type-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ contents: String, to path: String) throws -> String {
            let url = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(contents.utf8).write(to: url)
            return url.path
        }
        for (name, source) in imports.sorted(by: { $0.key < $1.key }) {
            let path = try write(source, to: "\(name)/\(name).swift")
            let output = folder.appending(path: "\(name).swiftmodule").path
            let messages = try run(
                ["-emit-module", "-emit-module-path", output, "-module-name", name, path], in: folder)
            guard messages.isEmpty else { return messages }
        }
        let paths = try files.map { try write($0.contents, to: $0.path) }
        return try run(["-typecheck", "-module-name", module, "-I", folder.path] + paths, in: folder)
    }

    private func run(_ arguments: [String], in folder: URL) throws -> [String] {
        let log = folder.appending(path: "log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        let output = try FileHandle(forWritingTo: log)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["swiftc", "-parse-as-library", "-swift-version", "6", "-I", try Self.modules().path]
            + ["ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault"].flatMap {
                ["-enable-upcoming-feature", $0]
            } + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
        var messages: [String] = []
        for line in lines where line.hasPrefix(folder.path) {
            guard let range = line.firstRange(of: ": error: ") ?? line.firstRange(of: ": warning: ") else { continue }
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

extension SwiftTypeCheck {
    /// Messages about what is generated from a manifest, with the stubs that are written for its handlers.
    static func errors(ofSwiftFrom manifest: Manifest) throws -> [String] {
        let type = SwiftNames(manifest).integration
        let services = GeneratedFile(
            path: "Services.swift",
            contents: "import IntegrationKit\n\nextension \(type) { typealias Services = NoServices }\n")
        let check = SwiftTypeCheck(module: type + "Integration", imports: payloads(of: manifest))
        return try check.errors(in: generateSwift(manifest) + generateStubs(manifest) + [services])
    }

    /// Modules with the hand-written payload types that the manifest names.
    private static func payloads(of manifest: Manifest) -> [String: String] {
        var modules: [String: String] = [:]
        for webhook in manifest.webhooks {
            guard case .swiftType(let name, _) = webhook.payload, let dot = name.firstIndex(of: ".") else { continue }
            modules[String(name[..<dot]), default: "public import IntegrationKit\n"] += """

                public struct \(name[name.index(after: dot)...]): ProducesMessages {
                    public struct Event: Sendable {}
                    public static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] { [] }
                    public static func event(from content: JSON) throws(InvalidValue) -> Event { Event() }
                    public static func messages(in event: Event) -> [ChannelEvent] { [] }
                }

                """
        }
        return modules
    }
}
