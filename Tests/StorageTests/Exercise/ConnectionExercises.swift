import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Upkeep of connections", .timeLimit(.minutes(10)))
struct ConnectionExercises {
    private func connection(
        _ due: Double?, at connected: Double = 0, expires: Double? = nil, handle: String = "meta"
    ) -> StoredConnection {
        StoredConnection(
            handle: handle, account: "777", connectedAt: Fixture.at(connected), expiresAt: expires.map(Fixture.at),
            dueAt: due.map(Fixture.at))
    }

    @Test("what is due is taken by one, in order, and free again when its worker died", arguments: StoreKind.allCases)
    func claims(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenants = [try await subject.tenant("a"), try await subject.tenant("b"), try await subject.tenant("c")]
        for (tenant, due) in zip(tenants, [20.0, 10.0, nil]) {
            try await subject.store.commit([.putConnection(connection(due))], in: tenant.id)
        }
        func claim(_ now: Double) async throws -> InstallationID? {
            try await subject.store.claimConnection(now: Fixture.at(now), leaseUntil: Fixture.at(now + 100))?.installation
        }
        #expect(try await claim(9) == nil)
        #expect(try await claim(30) == tenants[1].id)
        #expect(try await claim(30) == tenants[0].id)
        #expect(try await claim(30) == nil)
        #expect(try await claim(130) != nil)
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 { group.addTask { try await claim(500) != nil } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 2)
    }

    @Test("a renewal that was overtaken by somebody who connected is dropped whole", arguments: StoreKind.allCases)
    func overtaken(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit([.putConnection(connection(10, expires: 15))], in: tenant.id)
        let due = try #require(try await subject.store.claimConnection(now: Fixture.at(10), leaseUntil: Fixture.at(20)))
        #expect(due.connection == connection(10, expires: 15) && due.failures == 0)
        try await subject.store.note(due, dueAt: Fixture.at(40), problem: "It was refused.", failures: 1)
        let again = try #require(try await subject.store.claimConnection(now: Fixture.at(40), leaseUntil: Fixture.at(50)))
        #expect(again.failures == 1 && again.connection.problem == "It was refused.")
        var kept = due.connection
        kept.expiresAt = Fixture.at(900)
        kept.dueAt = Fixture.at(800)
        try await subject.store.commit([.setEnvironment(["T": [1]]), .keepConnection(kept)], in: tenant.id)
        #expect(try await subject.store.connections(of: tenant.id) == [kept])

        try await subject.store.commit([.setEnvironment(["T": [2]]), .putConnection(connection(60, at: 45))], in: tenant.id)
        await #expect(throws: StorageError.conflict(table: "connection", columns: ["connected_at"])) {
            try await subject.store.commit([.setEnvironment(["T": [3]]), .keepConnection(kept)], in: tenant.id)
        }
        try await subject.store.note(due, dueAt: nil, problem: "late", failures: 9)
        #expect(try await subject.store.environment(of: tenant.id) == ["T": [2]])
        #expect(try await subject.store.connection("meta", of: tenant.id) == connection(60, at: 45))
    }

    @Test("connections from before are found by their token, once", arguments: StoreKind.allCases)
    func adopted(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (old, new, none) = (try await subject.tenant("old"), try await subject.tenant("new"), try await subject.tenant("none"))
        try await subject.store.commit([.setEnvironment(["TOKEN": [1]])], in: old.id)
        try await subject.store.commit([.setEnvironment(["TOKEN": [1]]), .putConnection(connection(90))], in: new.id)
        let other = try await subject.tenant("other")
        let signup = connection(90, handle: "signup")
        try await subject.store.commit([.setEnvironment(["TOKEN": [1]]), .putConnection(signup)], in: other.id)
        try await subject.store.commit([.putConnection(connection(90, handle: "elsewhere"))], in: old.id)
        for _ in 1...2 {
            try await subject.store.adoptConnections("meta", variable: "TOKEN", insteadOf: ["signup"], now: Fixture.at(50))
        }
        let found = try #require(try await subject.store.connection("meta", of: old.id))
        #expect(found.account == nil && found.dueAt == Fixture.at(50))
        #expect(try await subject.store.connection("meta", of: new.id) == connection(90))
        #expect(try await subject.store.connection("meta", of: none.id) == nil)
        #expect(try await subject.store.connections(of: other.id) == [signup])
        try await subject.store.commit([.removeConnection("signup"), .putConnection(connection(95))], in: other.id)
        #expect(try await subject.store.connections(of: other.id) == [connection(95)])
    }

    @Test("they are counted by what becomes of them", arguments: StoreKind.allCases)
    func counts(kind: StoreKind) async throws {
        let subject = try await kind.make()
        #expect(try await subject.store.connectionCounts(now: Fixture.at(100), soon: Fixture.at(200)) == ConnectionCounts())
        for (name, expires) in [("a", nil), ("b", 300.0), ("c", 200.0), ("d", 100.0), ("e", 400.0), ("f", 400.0)] {
            let tenant = try await subject.tenant(name)
            try await subject.store.commit([.putConnection(connection(0, expires: expires))], in: tenant.id)
            if name == "e" { try await subject.store.commit([.endConnections(at: Fixture.at(1))], in: tenant.id) }
            if name == "f" {
                let due = DueConnection(installation: tenant.id, connection: connection(0, expires: expires), failures: 0)
                try await subject.store.note(due, dueAt: nil, problem: "no", failures: 1)
            }
        }
        let counts = try await subject.store.connectionCounts(now: Fixture.at(100), soon: Fixture.at(200))
        #expect(counts.connected == 2 && counts.ending == 1 && counts.expired == 1)
        #expect(counts.ended == 1 && counts.failing == 1)
    }
}
