import Testing

@testable import ManifestCompiler

@Suite("Models in Swift")
struct ModelTranslationTests {
    private let sections = """
        models:
          phone_number:
            identity: number_id
            fields:
              number_id: { type: STRING, description: The provider's ID }
              status:    { type: STRING, options: { NEW: { color: gray }, unknown: { label: Nobody knows } }, default: NEW }
              name:      { type: STRING, owner: WORKPLACE }
              note:      { type: STRING, owner: BOTH }
              token:     { type: STRING, visibility: ENCRYPTED }
              class:     INTEGER
          settings:
            singleton: true
            fields: { theme: { type: STRING, owner: WORKPLACE } }
        """

    @Test("handlers can write the app's fields and no others")
    func appFields() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        #expect(
            try declaration("struct AppFields", in: text) == """
                struct AppFields: FieldSet {
                    var numberID: String
                    var status: Status = .new
                    var note: String?
                    var token: Secret<String>?
                    var `class`: Int?

                    var values: JSONObject {
                        PhoneNumber.values(of: .app, numberID, status, note, token, `class`)
                    }
                }
                """)
    }

    @Test("the workplace can write its fields and no others")
    func workplaceFields() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        #expect(
            try declaration("struct WorkplaceFields", in: text) == """
                struct WorkplaceFields: FieldSet {
                    var name: String?
                    var note: String?

                    var values: JSONObject {
                        PhoneNumber.values(of: .workplace, name, note)
                    }
                }
                """)
    }

    @Test("options become an enum that keeps values which it does not know")
    func options() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        let status = try declaration("enum Status", in: text)
        #expect(status.hasPrefix("enum Status: OptionValue {\n    case new\n    case unknown_\n"))
        #expect(status.contains("    indirect case unknown(String)\n"))
        #expect(status.contains("static let allCases: [Status] = [.new, .unknown_]\n"))
        #expect(status.contains("case .unknown_: \"unknown\"\n"))
        #expect(status.contains("case .unknown_: \"Nobody knows\""))
        #expect(status.contains("case .new: .gray"))
    }

    @Test("an instance is read from its record")
    func reading() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        let initializer = try declaration("init(record", in: text)
        #expect(
            initializer.hasPrefix(
                """
                init(record: Record) throws(InvalidValue) {
                    (self.numberID, self.status, self.name, self.note, self.token, self.class) = try record.fields(of: Self.self)
                    self.id = ID(record.id)
                    self.createdAt = record.createdAt
                """))
    }

    @Test("fields know their handles")
    func handles() throws {
        let field = try declaration("enum Field", in: try Snippet.swift("Models.swift", of: sections))
        #expect(field.hasPrefix("enum Field: ModelField {\n    case id\n    case numberID\n"))
        #expect(field.contains("case .numberID: \"number_id\"\n"))
        #expect(field.contains("case .class: \"class\"\n"))
        #expect(field.contains("case .refreshedAt: \"refreshed_at\"\n"))
    }

    @Test("identity and singleton decide how instances are written")
    func conformances() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        #expect(text.contains("struct PhoneNumber: IdentifiedModel {"))
        #expect(text.contains("struct Settings: SingletonModel {"))
        #expect(text.contains("        let phoneNumber: ModelStore<PhoneNumber>\n"))
    }

    @Test("fields are described for storage")
    func descriptions() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        #expect(
            text.contains(
                """
                            FieldDescriptor(handle: "token", label: "Token", scalar: .string, owner: .app, isEncrypted: true),
                """))
        #expect(text.contains("identity: [\"number_id\"]"))
        #expect(text.contains("/// The provider's ID\n"))
        #expect(
            text.contains("/// Manifest: `models.phone_number.fields.number_id`. Owner: APP. Part of the identity.\n"))
    }
}
