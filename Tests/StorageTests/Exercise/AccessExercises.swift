import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Credentials and calls", .timeLimit(.minutes(10)))
struct AccessExercises {
    @Test("a credential opens until it expires or is removed", arguments: StoreKind.allCases)
    func credentials(kind: StoreKind) async throws {
        let subject = try await kind.make()
        _ = try await subject.tenant()
        let session = Credential(
            kind: .session, digest: [1, 2], workplace: "clinic", createdAt: Fixture.start, expiresAt: Fixture.at(10))
        let token = Credential(kind: .token, digest: [1, 2], workplace: "clinic", createdAt: Fixture.start, expiresAt: nil)
        for credential in [session, token] { try await subject.store.putCredential(credential) }
        #expect(try await subject.store.credential(.session, digest: [1, 2], now: Fixture.at(9)) == session)
        #expect(try await subject.store.credential(.session, digest: [1, 2], now: Fixture.at(10)) == nil)
        #expect(try await subject.store.credential(.token, digest: [1, 2], now: Fixture.at(1e9)) == token)
        #expect(try await subject.store.credential(.login, digest: [1, 2], now: Fixture.start) == nil)
        try await subject.store.purgeCredentials(expiredBefore: Fixture.at(11))
        #expect(try await subject.store.credential(.session, digest: [1, 2], now: Fixture.start) == nil)
        try await subject.store.removeCredential(.token, digest: [1, 2])
        #expect(try await subject.store.credential(.token, digest: [1, 2], now: Fixture.start) == nil)
    }

    @Test("of all who take a one-time credential at once, one gets it", arguments: StoreKind.allCases)
    func oneTime(kind: StoreKind) async throws {
        let subject = try await kind.make()
        _ = try await subject.tenant()
        try await subject.store.putCredential(
            Credential(kind: .login, digest: [9], workplace: "clinic", createdAt: Fixture.start, expiresAt: Fixture.at(10)))
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { try await subject.store.takeCredential(.login, digest: [9], now: Fixture.start) != nil }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
    }

    @Test("a nonce is good once until it expires", arguments: StoreKind.allCases)
    func nonces(kind: StoreKind) async throws {
        let subject = try await kind.make()
        #expect(try await subject.store.useOnce([1], expiresAt: Fixture.at(10), now: Fixture.start))
        #expect(try await subject.store.useOnce([1], expiresAt: Fixture.at(10), now: Fixture.at(9)) == false)
        #expect(try await subject.store.useOnce([2], expiresAt: Fixture.at(10), now: Fixture.at(9)))
        #expect(try await subject.store.useOnce([1], expiresAt: Fixture.at(20), now: Fixture.at(10)))
        try await subject.store.releaseNonce([1])
        #expect(try await subject.store.useOnce([1], expiresAt: Fixture.at(20), now: Fixture.at(11)))
        #expect(try await subject.store.useOnce([2], expiresAt: Fixture.at(10), now: Fixture.at(9)) == false)
    }

    @Test("a call with a key is made once", arguments: StoreKind.allCases)
    func calls(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        func begin(
            _ digest: [UInt8] = [1], tool: String = "send", in tenant: Tenant, at seconds: Double = 0
        ) async throws -> IdempotentCall {
            try await subject.store.beginCall(
                "key", tool: tool, digest: digest, in: tenant.id, now: Fixture.at(seconds),
                staleBefore: Fixture.at(seconds - 60))
        }
        #expect(try await begin(in: one) == .begun)
        #expect(try await begin(in: one) == .running)
        #expect(try await begin(in: one, at: 61) == .interrupted)
        #expect(try await begin([2], in: one) == .differentArguments)
        #expect(try await begin(in: two) == .begun)
        #expect(try await begin(tool: "other", in: one) == .begun)
        try await subject.store.endCall("key", tool: "send", in: one.id, answer: ["id": "m1"])
        #expect(try await begin(in: one, at: 900) == .answered(["id": "m1"]))
        try await subject.store.endCall("key", tool: "send", in: two.id, answer: nil)
        #expect(try await begin(in: two, at: 100) == .begun)
        #expect(try await subject.store.purgeCalls(begunBefore: Fixture.at(50)) == 2)
        #expect(try await begin([2], in: one) == .begun)
    }

    @Test("a closed store says so", arguments: StoreKind.allCases)
    func closed(kind: StoreKind) async throws {
        let subject = try await kind.make()
        try await subject.store.check()
        await subject.store.close()
        await subject.store.close()
        await #expect(throws: StorageError.closed) { try await subject.store.check() }
        await #expect(throws: StorageError.closed) { _ = try await subject.store.workplaces() }
    }
}
