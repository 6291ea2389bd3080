import Foundation
import IntegrationKit
import IntegrationTesting
import ManifestCompiler
import Storage
import StoragePostgres
import StorageSQL
import Testing

@Suite("The schema in PostgreSQL", .timeLimit(.minutes(10)))
struct PostgresSchemaTests {
    /// What a schema has, in the catalogue's own words.
    private static func description(of schema: String) throws -> [String] {
        try TemporaryPostgres.shared.execute(
            """
            SELECT table_name, column_name, data_type, collation_name, is_nullable, column_default,
                col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position)
            FROM information_schema.columns WHERE table_schema = '\(schema)'
                AND (table_name LIKE 'model%' OR table_name IN ('ik_workplace', 'ik_installation')) ORDER BY 1, 2;
            SELECT replace(indexdef, '\(schema).', '') FROM pg_indexes WHERE schemaname = '\(schema)'
                AND (tablename LIKE 'model%' OR tablename IN ('ik_workplace', 'ik_installation')) ORDER BY 1;
            SELECT conrelid::regclass::text, conname, replace(pg_get_constraintdef(oid), '\(schema).', '')
            FROM pg_constraint WHERE connamespace = '\(schema)'::regnamespace
                AND (conname LIKE 'model%' OR conname IN ('ik_workplace', 'ik_installation')) ORDER BY 2;
            """
        ).replacing("\(schema).", with: "").split(separator: "\n").map(String.init)
    }

    @Test("a schema made by the store and one made from postgres.sql have the same tables, columns and constraints")
    func same() async throws {
        let compilation = compile([SourceFile(path: "integration.yaml", text: GeneratedSchemaTests.manifest)])
        let manifest = try #require(compilation.manifest, "\(compilation.diagnostics.map(\.message))")
        let file = try #require(generate(manifest).first { $0.path == "postgres.sql" })
        let server = try TemporaryPostgres.shared
        try server.execute("CREATE SCHEMA generated; SET search_path TO generated; \(file.contents)")

        let made = try server.makeStore()
        let store = try await PostgresStore(url: made)
        try await store.prepare(models: GeneratedSchemaTests.models)
        await store.close()
        let schema = try #require(made.split(separator: "%3D").last)
        let expected = try Self.description(of: "generated")
        #expect(expected.count > 40)
        #expect(try Self.description(of: String(schema)) == expected)
    }

    @Test("additions are made once and logged; anything else is refused with what differs, and nothing is touched")
    func evolution() async throws {
        let url = try TemporaryPostgres.shared.makeStore()
        let schema = try #require(url.split(separator: "%3D").last)
        let original = Self.pet([Self.field("name", isRequired: true), Self.field("age", .integer)])
        let store = try await PostgresStore(url: url)
        try await store.prepare(models: [original])
        let tenant = try await StoreUnderTest(store: store, keeping: nil).tenant()
        try await store.commit([Fixture.put("p1", ["name": "Rex", "age": 3], model: "pet")], in: tenant.id)

        let grown = Self.pet(
            original.fields + [
                Self.field("tag"), Self.field("size", isRequired: true, defaultValue: "it's small"),
                Self.field("seen", .dateTime, defaultValue: "2026-01-02T03:04:05Z"),
                Self.field("price", .decimal, defaultValue: "12.50"), Self.field("toys", isList: true, defaultValue: []),
            ])
        // Two processes of the new version start at the same time.
        let other = try await PostgresStore(url: url)
        async let first: Void = store.prepare(models: [grown])
        async let second: Void = other.prepare(models: [grown])
        _ = try await (first, second)
        let values = try await other.records(of: grown, in: tenant.id, matching: RecordQuery()).first?.values
        #expect(
            values == [
                "name": "Rex", "age": 3, "size": "it's small", "seen": "2026-01-02T03:04:05Z", "price": "12.5", "toys": [],
            ])
        let log = "SELECT change FROM \(schema).ik_schema_log ORDER BY sequence"
        let changes = try TemporaryPostgres.shared.execute(log)
        #expect(changes.split(separator: "\n").filter { $0 == "new field pet.size" }.count == 1)

        let changed = Self.pet([Self.field("name", .integer, isRequired: true), Self.field("must", isRequired: true)])
        let error = await #expect(throws: StorageError.self) { try await store.prepare(models: [changed, Fixture.contact]) }
        #expect(error?.description.contains("pet.name is INTEGER in the manifest") == true)
        #expect(error?.description.contains("pet.must is new and required") == true)
        #expect(try TemporaryPostgres.shared.execute(log) == changes)
        await store.close()
        await other.close()
    }

    @Test("a schema of a newer version, or with another program's tables, is refused")
    func strangers() async throws {
        let server = try TemporaryPostgres.shared
        let newer = try server.makeStore()
        await (try PostgresStore(url: newer)).close()
        let schema = try #require(newer.split(separator: "%3D").last)
        try server.execute("UPDATE \(schema).ik_schema SET version = 99")
        let tooNew = await #expect(throws: StorageError.self) { _ = try await PostgresStore(url: newer) }
        #expect(tooNew?.description.contains("newer version") == true)

        let foreign = try server.makeStore()
        let name = try #require(foreign.split(separator: "%3D").last)
        try server.execute("CREATE TABLE \(name).ik_recipes (id bigint)")
        let other = await #expect(throws: StorageError.self) { _ = try await PostgresStore(url: foreign) }
        #expect(other?.description.contains("another program") == true)
    }

    private static func pet(_ fields: [FieldDescriptor]) -> ModelDescriptor {
        ModelDescriptor(handle: "pet", label: "Pet", labelPlural: "Pets", fields: fields)
    }

    private static func field(
        _ handle: String, _ scalar: FieldDescriptor.Scalar = .string, isList: Bool = false, isRequired: Bool = false,
        defaultValue: JSON? = nil
    ) -> FieldDescriptor {
        FieldDescriptor(
            handle: handle, label: handle, scalar: scalar, isList: isList, owner: .app, isRequired: isRequired,
            defaultValue: defaultValue)
    }
}
