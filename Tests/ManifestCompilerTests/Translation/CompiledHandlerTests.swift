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

    @Test("a right handler compiles without a word", .timeLimit(.minutes(20)))
    func right() throws {
        #expect(try errors(of: handler) == [])
    }

    @Test("a handler that writes a WORKPLACE field does not compile", .timeLimit(.minutes(20)))
    func ownership() throws {
        let wrong = handler.replacing(".init(phone: input.phone)", with: ".init(phone: input.phone, name: input.phone)")
        #expect(try errors(of: wrong) == ["extra argument 'name' in call"])
    }

    @Test("a handler that reads an input which its tool does not have does not compile", .timeLimit(.minutes(20)))
    func input() throws {
        let wrong = handler.replacing("input.phone", with: "input.group")
        #expect(try errors(of: wrong) == ["value of type 'AddNumber.Input' has no member 'group'"])
    }

    @Test("an install hook that gives an undeclared variable does not compile", .timeLimit(.minutes(20)))
    func installValues() throws {
        let manifest = try Snippet.manifest(
            """
            env: { install: { ACCOUNT_ID: { source: HOOK, required: true, description: Found at installation } } }
            hooks: { install: {} }
            """)
        func check(_ values: String) throws -> [String] {
            let handler = """
                import IntegrationKit
                extension Demo { typealias Services = NoServices }
                extension InstallHook: InstallHandler {
                    static func install(in context: Context) async throws -> InstallOutcome<Values> { .ready(.init(\(values))) }
                }
                """
            return try SwiftTypeCheck(module: "Demo").errors(
                in: generateSwift(manifest) + [GeneratedFile(path: "Handler.swift", contents: handler)])
        }
        #expect(try check("accountID: \"1\"") == [])
        #expect(try check("accountID: \"1\", status: \"ACTIVE\"") == ["extra argument 'status' in call"])
    }

    @Test("a tool without a handler is named", .timeLimit(.minutes(20)))
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

    @Test("stubs compile", .timeLimit(.minutes(20)))
    func stubs() throws {
        let stubs = generateStubs(try Snippet.manifest(sections))
        #expect(stubs.map(\.path) == ["Tools/AddNumber.swift", "Hooks/ProvisionHook.swift"])
        let services = "extension Demo { typealias Services = NoServices }\n"
        #expect(try errors(of: stubs.map(\.contents).joined() + services) == [])
    }

    @Test("a hook without a handler is named", .timeLimit(.minutes(20)))
    func missingHook() throws {
        let wrong = handler.prefix(upTo: try #require(handler.firstRange(of: "extension ProvisionHook")).lowerBound)
        let errors = try errors(of: String(wrong))
        #expect(errors.contains { $0.contains("'ProvisionHook' conform to 'ProvisionHandler'") })
    }

    /// Messages of the errors of one type-check, each once.
    private func errors(of handler: String) throws -> [String] {
        let files = generateSwift(try Snippet.manifest(sections))
        return try SwiftTypeCheck(module: "Demo").errors(
            in: files + [GeneratedFile(path: "Handler.swift", contents: handler)])
    }
}
