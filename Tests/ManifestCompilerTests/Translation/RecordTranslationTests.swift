import Testing

@testable import ManifestCompiler

@Suite("Records and tools in Swift")
struct RecordTranslationTests {
    private let sections = """
        types:
          slot:
            fields:
              id: { type: STRING, wire: slotId }
              path: 'STRING?'
              state: { type: STRING, options: [free, taken] }
              limit: { type: INTEGER, default: 10, min: 1 }
              parent: 'slot?'
          found:
            fields:
              phone: { type: STRING, format: phone }
        tools:
          reserve:
            description: Reserve a slot
            input: slot
            annotations: { read_only: false }
            timeout: 1500ms
          list_found:
            description: List what was found
            output: [found]
            annotations: { read_only: true }
        """

    @Test("what callers give is read strictly")
    func strict() throws {
        let text = try Snippet.swift("Types.swift", of: sections)
        #expect(
            try declaration("init(json", in: text) == """
                init(json: JSON, at path_: String) throws(InvalidValue) {
                    var object = ObjectReader(json, at: path_, unknownKeys: .reject)
                    let id = object.required("slotId", as: String.self)
                    let path = object.optional("path", as: String.self)
                    let state = object.required("state", as: State.self, [.options(State.allCases.map(\\.rawValue))])
                    let limit = object.defaulted("limit", as: Int.self, default: 10, [.minimum(1)])
                    let parent = object.optional("parent", as: Slot.self)
                    guard let id, let state, object.isComplete() else { throw object.failure() }
                    self.id = id
                    self.path = path
                    self.state = state
                    self.limit = limit
                    self.parent = parent
                }
                """)
    }

    @Test("a record that holds itself keeps that elsewhere")
    func indirect() throws {
        #expect(try Snippet.swift("Types.swift", of: sections).contains("    @Indirect var parent: Slot?\n"))
    }

    @Test("what the integration itself writes is read leniently")
    func lenient() throws {
        let text = try Snippet.swift("Types.swift", of: sections)
        let found = try declaration("extension Found", in: text)
        #expect(found.contains("unknownKeys: .ignore"))
        #expect(found.contains("object.required(\"phone\", as: String.self)\n"))
    }

    @Test("JSON has the names on the wire")
    func writing() throws {
        let text = try Snippet.swift("Types.swift", of: sections)
        #expect(
            try declaration("var json: JSON", in: text) == """
                var json: JSON {
                    var object = JSONObject()
                    object["slotId"] = id.json
                    object["path"] = path?.json
                    object["state"] = state.json
                    object["limit"] = limit.json
                    object["parent"] = parent?.json
                    return .object(object)
                }
                """)
    }

    @Test("a tool names its types, its handler's file and how it may be called")
    func tool() throws {
        let text = try Snippet.swift("Tools.swift", of: sections)
        #expect(
            text.contains(
                """
                /// Reserve a slot
                ///
                /// Manifest: `tools.reserve`
                ///
                /// Handler: `Sources/Demo/Tools/Reserve.swift`
                enum Reserve: Tool {
                    typealias Owner = Demo
                    typealias Input = Slot
                    typealias Output = NoOutput

                """))
        #expect(text.contains("        outputSchema: nil,\n"))
        #expect(text.contains("        timeout: .milliseconds(1500),\n"))
        #expect(text.contains("    typealias Output = [Found]\n"))
        #expect(text.contains("    struct Input: Sendable {}\n"))
        #expect(text.contains(".pageContext"))
    }

    @Test("every tool is in the registry with its handler's file")
    func registry() throws {
        let text = try Snippet.swift("Integration.swift", of: sections)
        #expect(text.contains("        ToolEntry(Reserve.self),  // Sources/Demo/Tools/Reserve.swift\n"))
    }
}
