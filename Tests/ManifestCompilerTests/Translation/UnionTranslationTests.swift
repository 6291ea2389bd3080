import Testing

@testable import ManifestCompiler

@Suite("Tagged unions and open records in Swift")
struct UnionTranslationTests {
    private let types = """
        types:
          created: { fields: { id: STRING } }
          failed: { open: true, fields: { reason: 'STRING?' } }
          change:
            discriminator: event
            one_of:
              created: created
              failed: { type: failed, wire: enquiry.failed }
              gone: {}

        """

    @Test("what the integration itself writes may have a case of a newer manifest")
    func lenient() throws {
        let text = try Snippet.swift("Types.swift", of: types + "tools: { last: { output: [change] } }")
        #expect(
            try declaration("enum Change", in: text) == """
                enum Change: Sendable {
                    /// Manifest: `types.change.one_of.created`
                    case created(Created)

                    /// Manifest: `types.change.one_of.failed`
                    case failed(Failed)

                    /// Manifest: `types.change.one_of.gone`
                    case gone

                    /// A case that the manifest does not list, with what stands beside its tag.
                    case unknown(tag: String, JSONObject)
                }
                """)
        #expect(
            try declaration("extension Change", in: text) == """
                extension Change: JSONConvertible {
                    init(json: JSON, at path: String) throws(InvalidValue) {
                        let object = try TaggedObject(json, at: path, discriminator: "event")
                        switch object.tag {
                        case "created": self = .created(try Created(json: object.payload, at: path))
                        case "enquiry.failed": self = .failed(try Failed(json: object.payload, at: path))
                        case "gone": self = .gone
                        default: self = .unknown(tag: object.tag, object.members)
                        }
                    }

                    var json: JSON {
                        switch self {
                        case .created(let payload): TaggedObject.json("created", "event", payload.json)
                        case .failed(let payload): TaggedObject.json("enquiry.failed", "event", payload.json)
                        case .gone: TaggedObject.json("gone", "event")
                        case .unknown(let tag, let members): TaggedObject.json(tag, "event", members.json)
                        }
                    }
                }
                """)
    }

    @Test("what callers give is of a case that the manifest lists")
    func strict() throws {
        let text = try Snippet.swift("Types.swift", of: types + "tools: { note: { input: { change: change } } }")
        let reading = try declaration("extension Change", in: text)
        #expect(reading.contains("        case \"gone\": self = try object.alone(.gone)\n"))
        #expect(
            reading.contains(
                "        default: throw object.unknownTag(among: [\"created\", \"enquiry.failed\", \"gone\"])\n"))
    }

    @Test("an open record keeps what is not declared, and checks what is")
    func open() throws {
        let sections = """
            types: { slot: { open: true, fields: { name: { type: STRING, max_length: 5 } } } }
            tools: { note: { input: slot } }
            """
        #expect(
            try declaration("extension Slot", in: try Snippet.swift("Types.swift", of: sections)) == """
                extension Slot: JSONConvertible {
                    init(json: JSON, at path: String) throws(InvalidValue) {
                        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
                        let name = object.required("name", as: String.self, [.maximumLength(5)])
                        guard let name, object.isComplete() else { throw object.failure() }
                        self.name = name
                        self.rest = object.rest()
                    }

                    var json: JSON {
                        var object = JSONObject()
                        object["name"] = name.json
                        object.fill(from: rest)
                        return .object(object)
                    }
                }
                """)
    }

    @Test("a union that leads back to itself is indirect")
    func recursive() throws {
        let sections = """
            types:
              part: { one_of: { text: leaf, group: group } }
              leaf: { fields: { text: STRING } }
              group: { fields: { first: part } }
            tools: { read: { output: [part] } }
            """
        #expect(try Snippet.swift("Types.swift", of: sections).contains("indirect enum Part: Sendable {\n"))
    }

    @Test("a union that would have no end is refused at the field that closes the circle")
    func endless() {
        let sections = """
            types:
              part: { one_of: { group: group } }
              group: { fields: { first: part } }
            tools: { read: { output: [part] } }
            """
        #expect(
            Snippet.problems(in: sections) == ["3:29: `part` would contain itself without end [type.cycle]"])
    }

    @Test("a schema tells the cases apart by their tag; answers may be of a case of a newer manifest")
    func schema() throws {
        let sections = types + "tools: { note: { input: { change: change }, output: change } }"
        let context = GenerationContext(try Snippet.manifest(sections))
        let tool = try #require(context.manifest.tools["note"])
        let input = SchemaTranslator.input(of: tool, context).compactText
        #expect(
            input.contains(
                #"{"type":"object","properties":{"event":{"const":"created"},"id":{"type":"string"}},"#
                    + #""required":["event","id"],"additionalProperties":false}"#))
        #expect(input.contains(#""discriminator":{"propertyName":"event"}"#))
        #expect(!input.contains(#""not""#))
        let output = try #require(SchemaTranslator.output(of: tool, context)).compactText
        #expect(output.hasPrefix(#"{"type":"object","oneOf":["#))
        #expect(output.contains(#"{"event":{"type":"string","not":{"enum":["created","enquiry.failed","gone"]}}}"#))
    }
}
