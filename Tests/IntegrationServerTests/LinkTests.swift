import Cryptography
import Foundation
import IntegrationKit
import IntegrationTesting
import Storage
import StorageSQL
import StorageSQLite
import Testing

@testable import IntegrationServer

/// The rules of relationships and `requires`, on the embedded platform and in tests of handlers alike.
@Suite("Instances that belong together", .timeLimit(.minutes(10)))
struct LinkTests {
    private static let domain = ModelDescriptor(
        handle: "domain", label: "Domain", labelPlural: "Domains", identity: ["name"],
        fields: [
            FieldDescriptor(
                handle: "name", label: "Name", scalar: .string, owner: .app, isRequired: true,
                preparations: [.trim, .lower]),
            FieldDescriptor(
                handle: "status", label: "Status", scalar: .string, owner: .app,
                options: [OptionDescriptor("NEW", label: "New"), OptionDescriptor("OK", label: "OK")],
                defaultValue: "NEW"),
        ])
    private static let address = ModelDescriptor(
        handle: "address", label: "Address", labelPlural: "Addresses",
        requirements: [
            RequirementDescriptor(model: "domain", conditions: [.init(field: "status", value: "OK")])
        ],
        fields: [
            FieldDescriptor(
                handle: "domain", label: "Domain", scalar: .string, owner: .app, isRequired: true,
                reference: ReferenceDescriptor(to: "domain", onDelete: .restrict)),
            FieldDescriptor(
                handle: "forward", label: "Forward", scalar: .string, owner: .app,
                reference: ReferenceDescriptor(to: "address", onDelete: .setNull)),
        ])
    private static let alias = ModelDescriptor(
        handle: "alias", label: "Alias", labelPlural: "Aliases",
        fields: [
            FieldDescriptor(
                handle: "target", label: "Target", scalar: .string, owner: .app,
                reference: ReferenceDescriptor(to: "address", onDelete: .cascade))
        ])
    private static let models = [domain, address, alias]

    private enum Platform: CaseIterable { case embedded, inMemory }

    private func session(on platform: Platform) async throws -> any PlatformSession {
        guard platform == .embedded else { return InMemorySession(models: Self.models) }
        let store = try SQLiteStore(path: ":memory:")
        try await store.prepare(models: Self.models)
        try await store.putWorkplace(Workplace(handle: "zoo", name: "Zoo", timeZone: "UTC"))
        let now = Date(timeIntervalSince1970: 1_767_225_600)
        let installation = try await store.install(in: "zoo", id: InstallationID("inst_zoo"), now: now)
        let keys = try SealingKeys(current: .generate(id: "a"))
        return EmbeddedSession(
            installation: installation, models: Self.models, store: store, sealer: Sealer(keys: keys), ids: IDMaker(),
            changes: ChangeFeed(), work: WorkSignal(), clock: { now })
    }

    private func all(_ model: ModelDescriptor, _ session: any PlatformSession) async throws -> [Record] {
        try await session.records(of: model, matching: RecordQuery())
    }

    @Test("nothing is created before what it requires is there", arguments: Platform.allCases)
    private func requirements(_ platform: Platform) async throws {
        let session = try await session(on: platform)
        let domain = try await session.write(.create(["name": "a.org"]), to: Self.domain, as: .app)
        await #expect(throws: PlatformFailure.missing(what: "Domain with status OK", for: "Address")) {
            try await session.write(.create(["domain": .string(domain.id)]), to: Self.address, as: .app)
        }
        _ = try await session.write(.update(id: domain.id, ["status": "OK"]), to: Self.domain, as: .app)
        let address = try await session.write(.create(["domain": .string(domain.id)]), to: Self.address, as: .app)
        // What is there stays, whatever becomes of what it required.
        _ = try await session.write(.update(id: domain.id, ["status": "NEW"]), to: Self.domain, as: .app)
        _ = try await session.write(.update(id: address.id, ["forward": .string(address.id)]), to: Self.address, as: .app)
    }

    @Test("a reference to nothing is refused by the field's name", arguments: Platform.allCases)
    private func dangling(_ platform: Platform) async throws {
        let session = try await session(on: platform)
        let expected = InvalidValue(at: "target", "must be the id of an existing Address")
        await #expect(throws: PlatformFailure.invalid(expected)) {
            try await session.write(.create(["target": "nobody"]), to: Self.alias, as: .app)
        }
    }

    @Test("a handler sees at once what a deletion does to the others", arguments: Platform.allCases)
    private func deletion(_ platform: Platform) async throws {
        let session = try await session(on: platform)
        let domain = try await session.write(.create(["name": "a.org", "status": "OK"]), to: Self.domain, as: .app)
        let one = try await session.write(.create(["domain": .string(domain.id)]), to: Self.address, as: .app)
        let two = try await session.write(
            .create(["domain": .string(domain.id), "forward": .string(one.id)]), to: Self.address, as: .app)
        _ = try await session.write(.create(["target": .string(one.id)]), to: Self.alias, as: .app)
        try await session.commit()
        await #expect(throws: PlatformFailure.inUse(what: "Domain", by: "Addresses")) {
            _ = try await session.delete(domain.id, from: Self.domain)
        }
        #expect(try await session.delete(one.id, from: Self.address))
        #expect(try await all(Self.alias, session).isEmpty)
        let left = try await all(Self.address, session)
        #expect(left.map(\.id) == [two.id])
        #expect(left.map(\.values) == [["domain": .string(domain.id)]])
        #expect(try await session.delete(two.id, from: Self.address))
        #expect(try await session.delete(domain.id, from: Self.domain))
        try await session.commit()
        #expect(try await all(Self.domain, session).isEmpty)
        #expect(try await !session.delete(domain.id, from: Self.domain))
    }

    @Test("what identifies is compared as it is kept", arguments: Platform.allCases)
    private func normalized(_ platform: Platform) async throws {
        let session = try await session(on: platform)
        let one = try await session.write(.upsert(["name": " Example.ORG "]), to: Self.domain, as: .app)
        let two = try await session.write(.upsert(["name": "example.org", "status": "OK"]), to: Self.domain, as: .app)
        #expect(one.id == two.id)
        #expect(try await all(Self.domain, session).map { $0.values["name"] } == ["example.org"])
        let found = try await session.count(
            of: Self.domain, matching: RecordQuery(conditions: [.init(field: "name", value: "EXAMPLE.org")]))
        #expect(found == 1)
    }
}
