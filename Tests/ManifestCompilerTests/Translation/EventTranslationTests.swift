import ManifestCompiler
import Testing

@Suite("Events, entities, capabilities and agents in Swift")
struct EventTranslationTests {
    private static let sections = """
        entities:
          lead:
            fields: { rea_id: { type: STRING, required: true }, status: { type: STRING, options: [new, open] } }
        events:
          lead.created: { description: Somebody asked., payload: { lead: entities.lead, at: 'DATETIME?' } }
          lead.note.added: { wire: lead.note, payload: { text: STRING } }
          gone: {}
        setup: { connect: { kind: APP, grants: [crm.lead, ready] } }
        tools:
          add: { input: { lead: entities.lead, status: entities.lead.status }, output: { event: 'events.gone?' } }
        """

    @Test("an event is a struct in the enums of its name, which says its name on the wire")
    func event() throws {
        let text = try Snippet.swift("Events.swift", of: Self.sections)
        #expect(
            try declaration("enum Events {", in: text) == """
                enum Events {
                    enum Lead {
                        enum Note {}
                    }
                }
                """)
        #expect(
            try declaration("struct Created", in: text) == """
                struct Created: Sendable {
                    /// Manifest: `events.lead.created.payload.lead`
                    var lead: Entities.Lead

                    /// Manifest: `events.lead.created.payload.at`
                    var at: Date?
                }
                """)
        let conversion = try declaration("extension Events.Lead.Note.Added: IntegrationEvent", in: text)
        #expect(conversion.contains("static let eventName: String = \"lead.note\""))
        #expect(text.contains("extension Events {\n    /// Manifest: `events.gone`\n    struct Gone: Sendable {}"))
    }

    @Test("what callers give is read strictly, what the integration tells is not")
    func strictness() throws {
        let text = try Snippet.swift("Events.swift", of: Self.sections)
        #expect(try declaration("extension Entities.Lead: ", in: text).contains("unknownKeys: .reject"))
        #expect(try declaration("extension Events.Gone: ", in: text).contains("unknownKeys: .ignore"))
    }

    @Test("capabilities are constants in the enums of their names")
    func capabilities() throws {
        let text = try Snippet.swift("Events.swift", of: Self.sections)
        #expect(
            try declaration("enum Capabilities", in: text) == """
                enum Capabilities {
                    /// Granted by `setup.connect`.
                    static let ready = Capability("ready")

                    enum Crm {
                        /// Granted by `setup.connect`.
                        static let lead = Capability("crm.lead")
                    }
                }
                """)
    }

    @Test("a prompt keeps its lines, whatever stands in them")
    func prompt() throws {
        let prompt = "Say \"hi\".\n\nNever \\(this) or \"\"\"that\"\"\".\r\n\tEnd\u{202E}."
        let sections = "agents: { a: { system: { file: a.md } } }\n"
        let compilation = ManifestCompiler.compile([source(sections), SourceFile(path: "a.md", text: prompt)])
        let manifest = try #require(compilation.manifest)
        #expect(manifest.agents.first?.system.text == prompt)
        let files = generateSwift(manifest)
        let text = try #require(files.first { $0.path == "Events.swift" }).contents
        #expect(
            text.contains(
                """
                        system: \"""
                            Say "hi".

                            Never \\\\(this) or \\\"""that\\\""".\\r
                            \\tEnd\\u{202e}.
                            \"""
                """))
    }

    @Test("a manifest without any of them has an empty file")
    func empty() throws {
        #expect(try !Snippet.swift("Events.swift", of: "models: { m: { fields: { a: STRING } } }").contains("import"))
    }

    @Test("a handler emits events, and reads entities", .timeLimit(.minutes(20)))
    func handler() throws {
        let handler = """
            import IntegrationKit

            extension Demo { typealias Services = NoServices }

            extension Add: ToolHandler {
                static func call(_ input: Input, in context: Context) async throws -> Output {
                    let receipt = try await context.emit(Events.Lead.Created(lead: input.lead, at: nil))
                    try await context.emit(Events.Lead.Note.Added(text: "\\(input.status) \\(receipt.isDelivered)"))
                    return Output(event: Capabilities.ready == Capabilities.Crm.lead ? Events.Gone() : nil)
                }
            }
            """
        let files = generateSwift(try Snippet.manifest(Self.sections))
        let check = SwiftTypeCheck(module: "Demo")
        #expect(try check.errors(in: files + [GeneratedFile(path: "Handler.swift", contents: handler)]) == [])
        let wrong = handler.replacing("text: ", with: "txet: ")
        let errors = try check.errors(in: files + [GeneratedFile(path: "Handler.swift", contents: wrong)])
        #expect(errors.contains { $0.contains("txet") })
    }
}
