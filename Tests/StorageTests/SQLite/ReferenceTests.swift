import IntegrationKit
import IntegrationTesting
import Storage
import StorageSQL
import StorageSQLite
import Testing

@Suite("References between instances", .timeLimit(.minutes(10)))
struct ReferenceTests {
    static let domain = ModelDescriptor(
        handle: "domain", label: "Domain", labelPlural: "Domains", identity: ["name"],
        fields: [FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .app, isRequired: true)])
    static let address = ModelDescriptor(
        handle: "address", label: "Address", labelPlural: "Addresses",
        fields: [
            FieldDescriptor(handle: "name", label: "Name", scalar: .string, owner: .app),
            reference("domain", to: "domain", .restrict),
        ])
    static let alias = ModelDescriptor(
        handle: "alias", label: "Alias", labelPlural: "Aliases",
        fields: [reference("target", to: "address", .cascade), reference("next", to: "alias", .cascade)])
    static let note = ModelDescriptor(
        handle: "note", label: "Note", labelPlural: "Notes",
        fields: [reference("about", to: "alias", .setNull), reference("seen", to: "alias", .none)])
    static let models = [domain, address, alias, note]

    private static func reference(
        _ handle: String, to model: String, _ action: ReferenceDescriptor.DeleteAction
    ) -> FieldDescriptor {
        FieldDescriptor(
            handle: handle, label: handle, scalar: .string, owner: .app,
            reference: ReferenceDescriptor(to: model, onDelete: action))
    }

    /// A domain with an address, which has two aliases that refer to each other, and a note about one of them.
    private func populated() async throws -> (TemporaryStore, InstallationID) {
        let temporary = try TemporaryStore()
        try await temporary.store.prepare(models: Self.models)
        let tenant = try await StoreUnderTest(store: temporary.store, keeping: temporary).tenant()
        try await temporary.store.commit(
            [
                Fixture.put("d", ["name": "example.org"], model: "domain"),
                Fixture.put("a", ["name": "info", "domain": "d"], model: "address"),
                Fixture.put("l1", ["target": "a"], model: "alias"),
                Fixture.put("l2", ["next": "l1"], model: "alias"),
                Fixture.put("l1", ["next": "l2"], isNew: false, model: "alias"),
                Fixture.put("n", ["about": "l2", "seen": "l2"], model: "note"),
            ], in: tenant.id)
        return (temporary, tenant.id)
    }

    private func ids(_ model: ModelDescriptor, _ temporary: TemporaryStore, _ id: InstallationID) async throws -> [String] {
        try await temporary.store.records(of: model, in: id, matching: RecordQuery()).map(\.id)
    }

    @Test("what others refer to and must not lose stays, and with it the whole unit")
    func restrict() async throws {
        let (temporary, id) = try await populated()
        await #expect(throws: StorageError.referenced(table: "domain", by: "address")) {
            try await temporary.store.commit(
                [.deleteInstance(model: "alias", id: "l1"), .deleteInstance(model: "domain", id: "d")], in: id)
        }
        #expect(try await ids(Self.domain, temporary, id) == ["d"])
        #expect(try await ids(Self.alias, temporary, id) == ["l1", "l2"])
        await temporary.store.close()
    }

    @Test("what refers goes along, around circles too, and what may loses its reference")
    func cascade() async throws {
        let (temporary, id) = try await populated()
        try await temporary.store.commit([.deleteInstance(model: "address", id: "a")], in: id)
        #expect(try await ids(Self.alias, temporary, id) == [])
        let notes = try await temporary.store.records(of: Self.note, in: id, matching: RecordQuery())
        #expect(notes.map(\.values) == [["seen": "l2"]])
        try await temporary.store.commit([.deleteInstance(model: "domain", id: "d")], in: id)
        #expect(try await ids(Self.domain, temporary, id) == [])
        await temporary.store.close()
    }

    @Test("a reference leads to an instance of its own installation")
    func dangling() async throws {
        let (temporary, id) = try await populated()
        try await temporary.store.putWorkplace(Workplace(handle: "other", name: "Other", timeZone: "UTC"))
        let other = try await temporary.store.install(in: "other", id: InstallationID("ins_other"), now: Fixture.start)
        for (place, target) in [(id, "nobody"), (other.id, "d")] {
            await #expect(throws: StorageError.dangling(target: "domain", column: "domain")) {
                try await temporary.store.commit([Fixture.put("b", ["domain": .string(target)], model: "address")], in: place)
            }
        }
        await temporary.store.close()
    }

    @Test("those who refer are found by an index, also in a table that was there before")
    func indexes() async throws {
        let temporary = try TemporaryStore()
        let before = ModelDescriptor(
            handle: "address", label: "Address", labelPlural: "Addresses", fields: [Self.address.fields[0]])
        try await temporary.store.prepare(models: [Self.domain, before])
        try await temporary.store.prepare(models: Self.models)
        try await temporary.store.prepare(models: Self.models)
        let plan = try SQLite(temporary.path).plan(
            "SELECT 1 FROM \"model_address\" WHERE installation_id = 'i' AND domain = 'd'")
        #expect(plan.joined().contains("model_address$reference$domain"))
        await temporary.store.close()
    }
}
