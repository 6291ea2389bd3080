import Foundation
import GRDB
import IntegrationKit
import ManifestCompiler
import StorageSQL
import StorageSQLite
import Testing

/// `Generated/sqlite.sql` against the tables that the store makes: what people review is what there is.
@Suite("The generated schema and the store's")
struct GeneratedSchemaTests {
    static let manifest = """
        manifest: 1
        handle: books
        name: Books
        version: 1.0.0
        models:
          shop: { singleton: true, description: The shop., fields: { name: { type: STRING, default: 'Rosie''s' } } }
          sale:
            label: Sale
            identity: [till, number]
            unique_together: [[customer, day]]
            fields:
              till: STRING
              number: INTEGER
              customer: { type: STRING, unique: true, owner: WORKPLACE }
              note: { type: LONG_STRING, required: true }
              count: { type: INTEGER, default: 3 }
              weight: { type: NUMBER, default: 1.5 }
              whole: { type: NUMBER, default: 2 }
              price: { type: DECIMAL, default: 12.50 }
              paid: { type: BOOLEAN, default: false }
              open: BOOLEAN
              day: DATE
              since: { type: DATETIME, default: '2026-11-25T10:30:00.25+01:00' }
              opens: { type: TIME, default: '09:30' }
              tags: { type: [STRING], default: [new, "it's"] }
              extra: { type: OBJECT, default: { a: [1, true] } }
              state: { type: STRING, options: [OPEN, CLOSED], default: OPEN }
              receipt: FILE
              photo: IMAGE
              pin: { type: STRING, visibility: ENCRYPTED, required: true }
        relationships:
          sales: { from: shop.sales, to: sale.place, cardinality: ONE_TO_MANY, on_delete: CASCADE }
        """

    /// The descriptors that the manifest's Swift has.
    static let models: [ModelDescriptor] = [
        ModelDescriptor(
            handle: "shop", label: "Shop", labelPlural: "Shops", description: "The shop.", isSingleton: true,
            fields: [field("name", .string, default: "Rosie's")]),
        ModelDescriptor(
            handle: "sale", label: "Sale", labelPlural: "Sales", identity: ["till", "number"],
            uniqueTogether: [["customer", "day"]],
            fields: [
                field("till", .string, isRequired: true), field("number", .integer, isRequired: true),
                field("customer", .string, isUnique: true), field("note", .longString, isRequired: true),
                field("count", .integer, default: 3), field("weight", .number, default: 1.5),
                field("whole", .number, default: 2),
                field("price", .decimal, default: "12.50"), field("paid", .boolean, default: false),
                field("open", .boolean), field("day", .date),
                field("since", .dateTime, default: "2026-11-25T10:30:00.25+01:00"),
                field("opens", .time, default: "09:30"),
                field("tags", .string, isList: true, default: ["new", "it's"]),
                field("extra", .object, default: ["a": [1, true]]), field("state", .string, default: "OPEN"),
                field("receipt", .file), field("photo", .image), field("pin", .string, isRequired: true, isEncrypted: true),
                FieldDescriptor(
                    handle: "place", label: "place", scalar: .string, owner: .app,
                    reference: ReferenceDescriptor(to: "shop", onDelete: .cascade)),
            ]),
    ]

    private static func field(
        _ handle: String, _ scalar: FieldDescriptor.Scalar, isList: Bool = false, isRequired: Bool = false,
        isUnique: Bool = false, isEncrypted: Bool = false, default value: JSON? = nil
    ) -> FieldDescriptor {
        FieldDescriptor(
            handle: handle, label: handle, scalar: scalar, isList: isList, owner: .app, isRequired: isRequired,
            isUnique: isUnique, isEncrypted: isEncrypted, defaultValue: value)
    }

    /// The statements that made the tables and indexes of a database, by name.
    private static func schema(of database: DatabaseQueue) throws -> [String: String] {
        try database.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT name, sql FROM sqlite_master
                    WHERE sql IS NOT NULL AND (tbl_name LIKE 'model%' OR name IN ('ik_workplace', 'ik_installation'))
                    """)
            // The store's own statements are laid out otherwise.
            return Dictionary(uniqueKeysWithValues: rows.map { row in
                let words = (row["sql"] as String).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return (row["name"] as String, words)
            })
        }
    }

    @Test("a database made by the store and one made from sqlite.sql have the same tables, columns and constraints")
    func same() async throws {
        let compilation = compile([SourceFile(path: "integration.yaml", text: Self.manifest)])
        let manifest = try #require(compilation.manifest, "\(compilation.diagnostics.map(\.message))")
        let file = try #require(generate(manifest).first { $0.path == "sqlite.sql" })
        let generated = try DatabaseQueue()
        try await generated.write { try $0.execute(sql: file.contents) }

        let path = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString).sqlite").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        try await SQLiteStore(path: path).prepare(models: Self.models)
        let made = try DatabaseQueue(path: path)

        let expected = try Self.schema(of: made)
        #expect(expected.count == 9)
        #expect(try Self.schema(of: generated) == expected)
    }
}
