import Foundation
import IntegrationKit
import IntegrationTesting
import Storage
import StorageSQL
import StorageSQLite
import Testing

@Suite("The models' tables and a manifest that changes", .timeLimit(.minutes(10)))
struct SchemaTests {
    private static func pet(
        _ fields: [FieldDescriptor], identity: [String] = [], isSingleton: Bool = false
    ) -> ModelDescriptor {
        ModelDescriptor(
            handle: "pet", label: "Pet", labelPlural: "Pets", isSingleton: isSingleton, identity: identity, fields: fields)
    }

    private static func field(
        _ handle: String, _ scalar: FieldDescriptor.Scalar = .string, isList: Bool = false, isRequired: Bool = false,
        isUnique: Bool = false, defaultValue: JSON? = nil
    ) -> FieldDescriptor {
        FieldDescriptor(
            handle: handle, label: handle, scalar: scalar, isList: isList, owner: .app, isRequired: isRequired,
            isUnique: isUnique, defaultValue: defaultValue)
    }

    private static let original = pet([field("name", isRequired: true), field("age", .integer), field("kind")])

    /// A store with two pets of the original model.
    private func populated() async throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try await temporary.store.prepare(models: [Self.original])
        let tenant = try await StoreUnderTest(store: temporary.store, keeping: temporary).tenant()
        try await temporary.store.commit(
            [
                Fixture.put("p1", ["name": "Rex", "age": 3, "kind": "dog"], model: "pet"),
                Fixture.put("p2", ["name": "Rex", "age": 4], model: "pet"),
            ], in: tenant.id)
        return temporary
    }

    @Test("additions are made once, fill old rows with defaults, and are logged")
    func additions() async throws {
        let temporary = try await populated()
        let changed = Self.pet(
            Self.original.fields + [
                Self.field("tag"), Self.field("size", isRequired: true, defaultValue: "it's small"),
                Self.field("legs", .integer, defaultValue: 4), Self.field("toys", isList: true, defaultValue: []),
                Self.field("chip", isUnique: true),
            ], identity: [])
        try await temporary.store.prepare(models: [changed, Fixture.contact])
        let records = try await temporary.store.records(
            of: changed, in: "ins_clinic", matching: RecordQuery(order: [.init(field: "id")]))
        #expect(
            records.first?.values
                == ["name": "Rex", "age": 3, "kind": "dog", "size": "it's small", "legs": 4, "toys": []])
        let file = try SQLite(temporary.path)
        let log = try file.texts("SELECT change FROM ik_schema_log ORDER BY sequence")
        #expect(log.contains("new field pet.size"))
        #expect(log.contains("new model contact"))
        try await temporary.store.prepare(models: [changed, Fixture.contact])
        #expect(try file.texts("SELECT change FROM ik_schema_log ORDER BY sequence") == log)
        await temporary.store.close()
    }

    @Test("a table that grew by additions is the same as a new one")
    func sameDefinitions() async throws {
        let grown = try await populated()
        try await grown.store.prepare(models: [Fixture.contact])
        let fresh = try SQLite(":memory:")
        try fresh.execute("CREATE TABLE ik_installation (id TEXT PRIMARY KEY)")
        try fresh.execute(SQLDialect.sqlite.definitions(of: [Fixture.contact, Self.original]))
        let query = "SELECT sql FROM sqlite_master WHERE tbl_name LIKE 'model%' AND sql IS NOT NULL ORDER BY name"
        #expect(try SQLite(grown.path).texts(query) == fresh.texts(query))
        await grown.store.close()
    }

    @Test("tables that were made before refreshed_at get it, with the time of the last write")
    func refreshedAtIsAdded() async throws {
        let temporary = try await populated()
        let file = try SQLite(temporary.path)
        try await temporary.store.commit(
            [Fixture.put("p1", ["age": 5], isNew: false, model: "pet", now: Fixture.at(60))], in: "ins_clinic")
        try file.execute("ALTER TABLE model_pet DROP COLUMN refreshed_at")
        try await temporary.store.prepare(models: [Self.original])
        let records = try await temporary.store.records(of: Self.original, in: "ins_clinic", matching: RecordQuery())
        #expect(records.map(\.refreshedAt) == [Fixture.at(60), Fixture.start])
        try await temporary.store.commit(
            [Fixture.put("p3", ["name": "Tom"], model: "pet", now: Fixture.at(90))], in: "ins_clinic")
        await temporary.store.close()
    }

    @Test("a file of the first schema is brought up to date, with what is in it")
    func firstSchema() async throws {
        let temporary = try await populated()
        try await temporary.store.append([Fixture.delivery("d1")])
        await temporary.store.close()
        let file = try SQLite(temporary.path)
        let today = try file.texts("SELECT coalesce(sql, '') FROM sqlite_master ORDER BY name")
        for table in [
            "ik_message_file", "ik_file_piece", "ik_file", "ik_merged_conversation", "ik_former_address", "ik_failure",
            "ik_operator", "ik_audit", "ik_copy", "ik_outgoing", "ik_limit", "ik_duty_part", "ik_duty", "ik_connection",
        ] {
            try file.execute("DROP TABLE \(table)")
        }
        for index in [
            "ik_event_dead_newest", "ik_event_unrouted", "ik_event_unrouted_age", "ik_conversation_person",
        ] {
            try file.execute("DROP INDEX \(index)")
        }
        for column in ["ik_event DROP COLUMN route_channel", "ik_event DROP COLUMN route_identifier",
            "ik_delivery DROP COLUMN failures", "ik_delivery DROP COLUMN due_at",
            "ik_event DROP COLUMN discarded_at", "ik_delivery DROP COLUMN discarded_at",
            "ik_message DROP COLUMN parts", "ik_message DROP COLUMN reactions", "ik_message DROP COLUMN edited_at",
            "ik_message DROP COLUMN deleted_at", "ik_channel DROP COLUMN closed_at",
            "ik_channel DROP COLUMN closing_reason", "ik_message DROP COLUMN author",
            "ik_message DROP COLUMN recipients", "ik_conversation DROP COLUMN address_since",
            "ik_conversation DROP COLUMN person", "ik_conversation DROP COLUMN person_since"] {
            try file.execute("ALTER TABLE \(column)")
        }
        try file.execute("PRAGMA user_version = 1")

        let store = try SQLiteStore(path: temporary.path)
        #expect(try file.texts("SELECT coalesce(sql, '') FROM sqlite_master ORDER BY name") == today)
        try await store.prepare(models: [Self.original])
        #expect(try await store.count(of: Self.original, in: "ins_clinic", matching: RecordQuery()) == 2)
        let waiting = try await store.unsplitDeliveries(limit: 9, bytes: 1 << 20, now: Fixture.start)
        #expect(waiting == [Fixture.delivery("d1")])
        await store.close()
    }

    @Test("everything else is refused with each difference, and nothing is touched")
    func refusals() async throws {
        let temporary = try await populated()
        let file = try SQLite(temporary.path)
        let schema = try file.texts("SELECT coalesce(sql, '') FROM sqlite_master ORDER BY name")
        let name = Self.field("name", isRequired: true)
        let age = Self.field("age", .integer)
        let kind = Self.field("kind")
        let cases: [(ModelDescriptor, String)] = [
            (Self.pet([name, Self.field("age"), kind]), "pet.age is STRING in the manifest"),
            (Self.pet([name, age, Self.field("kind", isList: true)]), "pet.kind is STRING list in the manifest"),
            (Self.pet([age, kind]), "pet.name is gone from the manifest"),
            (Self.pet([Self.field("name"), age, kind]), "pet.name is optional in the manifest"),
            (Self.pet([name, age, Self.field("kind", isRequired: true)]), "pet.kind is required in the manifest"),
            (Self.pet([name, age, kind, Self.field("chip", isRequired: true)]), "pet.chip is new and required"),
            (Self.pet([name, age, kind], identity: ["name"]), "pet.name is now unique"),
            (Self.pet([name, age, kind], isSingleton: true), "only one pet is allowed"),
            (Self.pet([name, age, kind, Self.field("installation_id")]), "every model has a column of that name"),
            (Self.pet([name, age, kind, Self.field("x\"y")]), "is not a handle"),
        ]
        for (model, expected) in cases {
            let error = await #expect(throws: StorageError.self) {
                try await temporary.store.prepare(models: [model, Fixture.contact])
            }
            guard case .incompatibleSchema(let lines) = error else {
                Issue.record("\(expected): \(String(describing: error))")
                continue
            }
            #expect(lines.count == 1)
            #expect(lines.first?.contains(expected) == true, "\(lines)")
        }
        #expect(try file.texts("SELECT coalesce(sql, '') FROM sqlite_master ORDER BY name") == schema)
        // All at once.
        let many = Self.pet([Self.field("age"), kind, Self.field("chip", isRequired: true)])
        await #expect(throws: StorageError.self) { try await temporary.store.prepare(models: [many]) }
        do {
            try await temporary.store.prepare(models: [many])
        } catch {
            guard case .incompatibleSchema(let lines) = error else { throw error }
            #expect(lines.count == 3)
        }
        await temporary.store.close()
    }

    @Test("what the manifest no longer has stays and is reported")
    func removals() async throws {
        let temporary = try await populated()
        try await temporary.store.prepare(models: [Self.pet([Self.field("name", isRequired: true)])])
        #expect(temporary.store.unusedSchema == ["column model_pet.age", "column model_pet.kind"])
        try await temporary.store.prepare(models: [])
        #expect(temporary.store.unusedSchema == ["table model_pet"])
        try await temporary.store.prepare(models: [Self.original])
        let ages = try await temporary.store.records(of: Self.original, in: "ins_clinic", matching: RecordQuery())
        #expect(ages.compactMap { $0.values["age"]?.int64Value } == [3, 4])
        await temporary.store.close()
    }

    @Test("a table without rows follows the manifest whatever it says")
    func emptyTable() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.prepare(models: [Self.original])
        let other = Self.pet([Self.field("name", .integer), Self.field("chip", isRequired: true, isUnique: true)])
        try await temporary.store.prepare(models: [other])
        let tenant = try await StoreUnderTest(store: temporary.store, keeping: temporary).tenant()
        try await temporary.store.commit([Fixture.put("p1", ["name": 1, "chip": "a"], model: "pet")], in: tenant.id)
        await temporary.store.close()
    }

    @Test("uniqueness that rows respect is added, and dropped again")
    func uniqueness() async throws {
        let temporary = try await populated()
        let unique = Self.pet([
            Self.field("name", isRequired: true), Self.field("age", .integer, isUnique: true), Self.field("kind"),
        ])
        try await temporary.store.prepare(models: [unique])
        let twin = Fixture.put("p3", ["name": "Tom", "age": 3], model: "pet")
        await #expect(throws: StorageError.conflict(table: "pet", columns: ["age"])) {
            try await temporary.store.commit([twin], in: "ins_clinic")
        }
        try await temporary.store.prepare(models: [Self.original])
        try await temporary.store.commit([twin], in: "ins_clinic")
        await temporary.store.close()
    }

    @Test("the queries of the hot paths use their indexes, and only those of unfinished work")
    func plans() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.prepare(models: Fixture.models)
        let file = try SQLite(temporary.path)
        let expectations = [
            ("SELECT sequence FROM ik_event WHERE state IN (1, 2) AND due_at <= 1 ORDER BY due_at, sequence LIMIT 5", "ik_event_due"),
            (
                "SELECT 1 FROM ik_event WHERE state IN (0, 1, 2) AND installation_id = 'a' AND webhook = 'b' "
                    + "AND ordering_key = 'c' ORDER BY sequence LIMIT 1", "ik_event_lane"
            ),
            ("SELECT id FROM ik_delivery WHERE state = 0 ORDER BY sequence LIMIT 5", "ik_delivery_unsplit"),
            (
                "SELECT id FROM ik_message WHERE installation_id = 'a' AND conversation_id = 'b' "
                    + "AND (ordered_at, sequence) < (1, 2) ORDER BY ordered_at DESC, sequence DESC LIMIT 9", "ik_message_order"
            ),
            (
                "SELECT id FROM ik_message WHERE installation_id = 'a' AND channel_id = 'b' AND remote_id = 'c'",
                "ik_message_remote"
            ),
            (
                "SELECT id FROM ik_conversation WHERE installation_id = 'a' AND (last_message_at, id) < (1, 'x') "
                    + "ORDER BY last_message_at DESC, id DESC LIMIT 9", "ik_conversation_newest"
            ),
            ("SELECT count(*) FROM ik_event WHERE state IN (0, 1, 2) AND state <> 2", "ik_event_lane"),
            (
                "SELECT sequence FROM ik_event WHERE state = 4 AND installation_id IS NULL AND route_channel = 'a' "
                    + "AND route_identifier = 'b' ORDER BY sequence", "ik_event_unrouted"
            ),
            (
                "SELECT sequence FROM ik_event WHERE state = 4 AND installation_id IS NULL AND settled_at < 1 LIMIT 5",
                "ik_event_unrouted_age"
            ),
            ("SELECT sequence FROM ik_outgoing WHERE state IN (1, 2) AND due_at <= 1 ORDER BY due_at, sequence LIMIT 5", "ik_outgoing_due"),
            ("SELECT 1 FROM ik_outgoing WHERE state = 3 AND due_at <= 1 LIMIT 1", "ik_outgoing_sending"),
            (
                "SELECT sequence FROM ik_outgoing WHERE state IN (0, 1, 2, 3) AND installation_id = 'a' "
                    + "AND conversation_id = 'b' ORDER BY sequence LIMIT 1", "ik_outgoing_lane"
            ),
        ]
        for (query, index) in expectations {
            let plan = try file.plan(query)
            #expect(plan.contains { $0.contains(index) }, "\(query): \(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(query): \(plan)")
        }
        await temporary.store.close()
    }
}
