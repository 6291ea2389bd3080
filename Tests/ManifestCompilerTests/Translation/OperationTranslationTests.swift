import Foundation
import Testing

@testable import IntegrationKit
@testable import ManifestCompiler

@Suite("Tools and operations in Swift")
struct OperationTranslationTests {
    private let tools = """
        limits:
          line: { rate: 80/s, key: true }
        tools:
          book:
            input:
              at: DATETIME?
              days: '[DATE]?'
              kind: { type: STRING, options: [ONE, MANY], default: ONE }
              until: { type: 'STRING?', wire: untilWhen }
            output: STRING
            rules:
              - { any_of: [at, days], message: Give one of them }
              - { all_or_none: [at, until], message: Say both }
              - { when: kind == "MANY", require: [until], message: Say until when }
          send: { input: message.send, output: message.sent, estimate: true, limits: [{ limit: line, key: channel.identifier_value, calls: 2 }] }
          clean: { scope: APP_VERSION, retries: 2 }
        """

    @Test("rules are checked where the input is read; conditions come when there are values")
    func rules() throws {
        let swift = try Snippet.swift("Tools.swift", of: tools)
        #expect(
            swift.contains(
                """
                        object.rule(.anyOf(["at", "days"]), "Give one of them")
                        object.rule(.allOrNone(["at", "untilWhen"]), "Say both")
                        guard object.isComplete() else { throw object.failure() }
                        if kind == .many {
                            object.rule(.all(["untilWhen"]), "Say until when")
                        }
                        guard object.isComplete() else { throw object.failure() }
                """))
    }

    @Test("schemas say rules without a keyword at the top that model providers refuse")
    func schema() throws {
        let manifest = try Snippet.manifest(tools)
        let tool = try #require(manifest.tools["book"])
        let schema = SchemaTranslator.input(of: tool, GenerationContext(manifest))
        #expect(schema["anyOf"] == nil)
        #expect(schema["not"]?.compactText == #"{"not":{"anyOf":[{"required":["at"]},{"required":["days"]}]}}"#)
        #expect(schema["dependentRequired"]?.compactText == #"{"at":["untilWhen"],"untilWhen":["at"]}"#)
        #expect(schema["description"]?.compactText == #""Give one of them. Say both. Say until when.""#)
    }

    @Test("a tool says what it counts against by wire names, and which handlers it needs")
    func conduct() throws {
        let swift = try Snippet.swift("Tools.swift", of: tools)
        #expect(swift.contains(#"limits: [LimitUse(Demo.Limits.line, key: ["channel", "identifierValue"], calls: 2)]"#))
        #expect(swift.contains("scope: .appVersion"))
        #expect(swift.contains("retry: RetryPolicy(attempts: 3)"))
        let registry = try Snippet.swift("Integration.swift", of: tools)
        #expect(registry.contains("ToolEntry(estimating: Send.self),"))
        #expect(registry.contains("ToolEntry(app: Clean.self),"))
    }

    @Test("a batch operation gives instances of its entity")
    func batch() throws {
        let swift = try Snippet.swift(
            "Operations.swift",
            of: """
                entities:
                  event: { fields: { name: { type: STRING, required: true } } }
                batch_operations:
                  import_events: { entity: event, input: { full: BOOLEAN }, page_size: 100 }
                  touch: { entity: platform/contact, paging: NONE }
                """)
        let first = try declaration("enum ImportEvents: BatchOperation", in: swift)
        #expect(first.contains("typealias State = EmptyObject"))
        #expect(first.contains("typealias Item = Entities.Event"))
        #expect(try declaration("enum Touch: BatchOperation", in: swift).contains("typealias Item = JSONObject"))
    }

    @Test("the compiler and the runtime know the same time zones")
    func zones() {
        #expect(ManifestCompiler.TimeZoneNames.all == IntegrationKit.TimeZoneNames.all)
    }

    @Test("the predeclared contracts are what the language allows")
    func contracts() {
        let text = PredeclaredContracts.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(!text.isEmpty)
        let wanted = ["send", "sent", "bulk_send", "bulk_sent", "bulk_status", "bulk_state"].map { "message." + $0 }
        #expect(wanted.allSatisfy { PredeclaredContracts.records[$0] != nil })
        for record in PredeclaredContracts.records {
            #expect(record.description != nil)
            for field in record.fields { #expect(field.description != nil && !field.type.isUnknown) }
        }
    }

    @Test(
        "what the fixtures generate compiles with their stubs", .timeLimit(.minutes(20)),
        arguments: ["tools", "operations"])
    func compiles(_ fixture: String) throws {
        let url = Fixtures.folder.appending(path: "valid/\(fixture).yaml")
        let manifest = try #require(ManifestCompiler.compile([try Fixtures.source(url)]).manifest)
        let services = "import IntegrationKit\n\nextension Sample { typealias Services = NoServices }\n"
        let files =
            generateSwift(manifest) + generateStubs(manifest) + [GeneratedFile(path: "Services.swift", contents: services)]
        #expect(try SwiftTypeCheck(module: "Sample").errors(in: files) == [])
    }

    @Test("a missing estimate is named", .timeLimit(.minutes(20)))
    func missingEstimate() throws {
        let manifest = try Snippet.manifest("tools: { count: { estimate: true } }")
        let handler = """
            import IntegrationKit
            extension Demo { typealias Services = NoServices }
            extension Count: ToolHandler {
                static func call(_ input: Input, in context: Context) async throws -> Output { NoOutput() }
            }
            """
        let files = generateSwift(manifest) + [GeneratedFile(path: "Handler.swift", contents: handler)]
        #expect(
            try SwiftTypeCheck(module: "Demo").errors(in: files)
                == ["initializer 'init(estimating:)' requires that 'Count' conform to 'EstimateHandler'"])
    }
}
