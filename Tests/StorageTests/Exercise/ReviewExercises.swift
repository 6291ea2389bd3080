import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Operators' view of the inbox", .timeLimit(.minutes(10)))
struct ReviewExercises {
    /// Three events of one lane and one of another, all given up after one try; one delivery that cannot be split.
    private func deadLetters(_ subject: StoreUnderTest) async throws -> Tenant {
        let store = subject.store
        let tenant = try await subject.tenant()
        try await store.append([Fixture.delivery("d1"), Fixture.delivery("d2", at: 60, body: "not JSON")])
        let events = ["e1", "e2", "e3"].map { Fixture.event($0, in: tenant) }
        let other = Fixture.event("o1", lane: "other", in: tenant, webhook: "other")
        try await store.split("d1", into: events + [other], now: Fixture.start)
        try await store.setAside("d2", reason: "it is not JSON", now: Fixture.at(61))
        for second in 0..<3 { try await giveUp(subject, at: Double(second)) }
        return tenant
    }

    private func giveUp(_ subject: StoreUnderTest, at seconds: Double) async throws {
        let events = try await subject.store.claimEvents(
            limit: 9, now: Fixture.at(seconds), leaseUntil: Fixture.at(seconds + 30))
        for event in events {
            try await subject.store.release(
                event.id, failure: "poison", retryAt: nil, now: Fixture.at(seconds))
        }
    }

    private func ids(_ subject: StoreUnderTest, _ filter: InboxFilter, after: Int64? = nil) async throws -> [String] {
        try await subject.store.inbox(filter, after: after, limit: 100).map(\.id)
    }

    @Test("dead letters are listed newest first, by page and by filter", arguments: StoreKind.allCases)
    func listing(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await deadLetters(subject)
        let all = try await ids(subject, InboxFilter(.events, state: .dead))
        #expect(all == ["o1", "e3", "e2", "e1"])
        let first = try await subject.store.inbox(InboxFilter(.events, state: .dead), after: nil, limit: 3)
        #expect(first.map(\.id) == ["o1", "e3", "e2"])
        #expect(try await ids(subject, InboxFilter(.events, state: .dead), after: first.last?.sequence) == ["e1"])
        #expect(try await ids(subject, InboxFilter(.events, webhook: "other")) == ["o1"])
        #expect(try await ids(subject, InboxFilter(.events, installation: "ins_nobody")) == [])
        #expect(try await ids(subject, InboxFilter(.events, installation: tenant.id, kind: "message.text")).count == 4)
        #expect(try await ids(subject, InboxFilter(.events, kind: "message.image")) == [])
        #expect(try await ids(subject, InboxFilter(.deliveries, state: .dead)) == ["d2"])
        #expect(try await ids(subject, InboxFilter(.deliveries)) == ["d2", "d1"])
        #expect(try await ids(subject, InboxFilter(.deliveries, receivedBefore: Fixture.at(60))) == ["d1"])
        #expect(try await ids(subject, InboxFilter(.deliveries, receivedSince: Fixture.at(60))) == ["d2"])
        #expect(try await ids(subject, InboxFilter(.deliveries, kind: "message.text")) == [])
    }

    @Test("each state is told from the others", arguments: StoreKind.allCases)
    func states(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let store = subject.store
        let tenant = try await subject.tenant()
        try await store.append([Fixture.delivery("d0"), Fixture.delivery("d1")])
        let events = ["done", "dead", "discarded", "running", "waiting"].map { Fixture.event($0, in: tenant) }
            + [Fixture.event("unrouted", in: nil, to: "whatsapp", identifier: "+1")]
        try await store.split("d1", into: events, now: Fixture.start)
        for id in ["done", "dead", "discarded"] {
            _ = try await store.claimEvents(limit: 1, now: Fixture.start, leaseUntil: Fixture.at(30))
            if id == "done" {
                try await store.commit([.completeEvent(EventID(id), at: Fixture.start)], in: tenant.id)
            } else {
                try await store.release(EventID(id), failure: "no", retryAt: nil, now: Fixture.start)
            }
        }
        _ = try await store.settle(.these(["discarded"]), by: .discard, actor: "operator ana", now: Fixture.start)
        _ = try await store.claimEvents(limit: 1, now: Fixture.start, leaseUntil: Fixture.at(30))
        for state in InboxState.allCases {
            let found = try await store.inbox(InboxFilter(.events, state: state), after: nil, limit: 9)
            #expect(found.map(\.id) == [state.rawValue])
            #expect(found.map(\.state) == [state])
        }
        #expect(try await ids(subject, InboxFilter(.deliveries, state: .waiting)) == ["d0"])
        #expect(try await ids(subject, InboxFilter(.deliveries, state: .done)) == ["d1"])
        #expect(try await ids(subject, InboxFilter(.deliveries, state: .running)) == [])
    }

    @Test("an event is shown with its content and every try that failed", arguments: StoreKind.allCases)
    func history(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1", at: 5)])
        try await subject.store.split("d1", into: [Fixture.event("e1", in: tenant)], now: Fixture.at(6))
        for (second, retry) in [(7.0, Fixture.at(8)), (8.0, nil)] as [(Double, Date?)] {
            _ = try await subject.store.claimEvents(limit: 9, now: Fixture.at(second), leaseUntil: Fixture.at(99))
            try await subject.store.release("e1", failure: "no \(second)", retryAt: retry, now: Fixture.at(second))
        }
        let detail = try #require(try await subject.store.inboxItem("e1"))
        #expect(try JSON.parse(detail.content) == ["id": "e1"])
        #expect(detail.delivery == "d1")
        #expect(detail.failures == [
            InboxFailure(attempt: 1, at: Fixture.at(7), reason: "no 7.0"),
            InboxFailure(attempt: 2, at: Fixture.at(8), reason: "no 8.0"),
        ])
        let item = detail.item
        #expect(item.state == .dead && item.attempts == 2 && item.failure == "no 8.0" && item.dueAt == nil)
        #expect(item.receivedAt == Fixture.at(5) && item.settledAt == Fixture.at(8) && item.installation == tenant.id)
        #expect(try await subject.store.inboxItem("e2") == nil)
    }

    @Test("a delivery is shown byte for byte with every try that failed", arguments: StoreKind.allCases)
    func deliveryHistory(kind: StoreKind) async throws {
        let subject = try await kind.make()
        try await subject.store.append([Fixture.delivery("d1", body: "{\"n\": \"\\u00e9\"}")])
        try await subject.store.postpone("d1", until: Fixture.at(9), reason: "busy", now: Fixture.at(1))
        try await subject.store.setAside("d1", reason: "too much", now: Fixture.at(9))
        try await subject.store.setAside("d1", reason: "again", now: Fixture.at(10))
        let detail = try #require(try await subject.store.inboxItem("d1"))
        #expect(detail.content == Array("{\"n\": \"\\u00e9\"}".utf8))
        #expect(detail.delivery == nil && detail.item.state == .dead)
        #expect(detail.failures == [
            InboxFailure(attempt: 1, at: Fixture.at(1), reason: "busy"),
            InboxFailure(attempt: 2, at: Fixture.at(9), reason: "too much"),
        ])
    }

    @Test("replayed ones are due again in the order of their lane; the log says who did it", arguments: StoreKind.allCases)
    func replay(kind: StoreKind) async throws {
        let subject = try await kind.make()
        _ = try await deadLetters(subject)
        let store = subject.store
        let count = try await store.settle(
            .these(["e3", "e1", "e9", "d2"]), by: .replay, actor: "operator ana", now: Fixture.at(100))
        #expect(count == 3)
        let claimed = try await store.claimEvents(limit: 9, now: Fixture.at(100), leaseUntil: Fixture.at(130))
        #expect(claimed.map(\.id) == ["e1"])
        #expect(claimed.map(\.attempt) == [0])
        #expect(try await store.unsplitDeliveries(limit: 9, bytes: 1 << 20, now: Fixture.at(100)).map(\.id) == ["d2"])
        #expect(try await ids(subject, InboxFilter(.events, state: .dead)) == ["o1", "e2"])
        let log = try await store.audit(after: nil, limit: 10)
        #expect(log.map { [$0.actor, $0.action, $0.subject, $0.result] }
            == [["operator ana", "replay", "e3 e1 e9 d2", "3 dead letters"]])
        #expect(log.map(\.at) == [Fixture.at(100)])
        // Nothing was done, and nothing is said.
        #expect(try await store.settle(.these(["e9"]), by: .replay, actor: "operator ana", now: Fixture.at(101)) == 0)
        #expect(try await store.audit(after: nil, limit: 10).count == 1)
    }

    @Test("all of a filter are settled, but none that died later", arguments: StoreKind.allCases)
    func all(kind: StoreKind) async throws {
        let subject = try await kind.make()
        _ = try await deadLetters(subject)
        let store = subject.store
        // e1 and o1 died at second 0, e2 at 1, e3 at 2.
        let early = DeadLetterChoice.all(InboxFilter(.events, webhook: "receive"), deadBefore: Fixture.at(2))
        #expect(try await store.settle(early, by: .discard, actor: "cli root", now: Fixture.at(3)) == 2)
        #expect(try await ids(subject, InboxFilter(.events, state: .dead)) == ["o1", "e3"])
        #expect(try await ids(subject, InboxFilter(.events, state: .discarded)) == ["e2", "e1"])
        #expect(try await store.settle(early, by: .discard, actor: "cli root", now: Fixture.at(3)) == 0)
        #expect(try await store.audit(after: nil, limit: 10).map(\.subject) == ["all events, for receive"])
    }

    @Test("a discarded event is never handled, is known by its key, and goes with the retention", arguments: StoreKind.allCases)
    func discard(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let store = subject.store
        let tenant = try await deadLetters(subject)
        #expect(try await store.settle(.these(["e1", "d2"]), by: .discard, actor: "a", now: Fixture.at(50)) == 2)
        #expect(try await store.replay("e1", now: Fixture.at(51)) == false)
        #expect(try await store.claimEvents(limit: 9, now: Fixture.at(51), leaseUntil: Fixture.at(90)).isEmpty)
        #expect(try await store.unsplitDeliveries(limit: 9, bytes: 1 << 20, now: Fixture.at(51)).isEmpty)
        try await store.append([Fixture.delivery("d3")])
        let again = try await store.split("d3", into: [Fixture.event("e4", key: "e1", in: tenant)], now: Fixture.at(52))
        #expect(again == 0)
        #expect(try await store.inboxItem("e4") == nil)
        try await store.purgeInbox(olderThan: Fixture.at(50))
        #expect(try await store.inboxItem("e1") != nil)
        try await store.purgeInbox(olderThan: Fixture.at(60))
        #expect(try await store.inboxItem("e1") == nil)
        #expect(try await store.inboxItem("d2") == nil)
        #expect(try await store.inboxItem("e2") != nil)
    }

    @Test("an event that no channel asks for stays where it is, until somebody discards it", arguments: StoreKind.allCases)
    func unrouted(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let store = subject.store
        try await store.append([Fixture.delivery("d1")])
        let event = Fixture.event("u1", in: nil, to: "whatsapp", identifier: "+1")
        try await store.split("d1", into: [event], now: Fixture.start)
        #expect(try await ids(subject, InboxFilter(.events, state: .dead)) == [])
        #expect(try await store.inbox(InboxFilter(.events, state: .unrouted), after: nil, limit: 9).map(\.state) == [.unrouted])
        // It is no dead letter: who is done with all of those is not done with it.
        let dead = DeadLetterChoice.all(InboxFilter(.events), deadBefore: Fixture.at(9))
        #expect(try await store.settle(dead, by: .discard, actor: "a", now: Fixture.at(1)) == 0)
        #expect(try await store.settle(.these(["u1"]), by: .replay, actor: "a", now: Fixture.at(1)) == 1)
        #expect(try await ids(subject, InboxFilter(.events, state: .unrouted)) == ["u1"])
        // All of them at once are as many, and none is replayed twice.
        let all = DeadLetterChoice.all(InboxFilter(.events, state: .unrouted), deadBefore: Fixture.at(2))
        #expect(try await store.settle(all, by: .replay, actor: "a", now: Fixture.at(2)) == 1)
        #expect(try await store.settle(all, by: .replay, actor: "a", now: Fixture.at(2)) == 0)
        let unrouted = DeadLetterChoice.all(InboxFilter(.events, state: .unrouted), deadBefore: Fixture.at(9))
        #expect(try await store.settle(unrouted, by: .discard, actor: "a", now: Fixture.at(3)) == 1)
        #expect(try await ids(subject, InboxFilter(.events, state: .unrouted)) == [])
        #expect(try await store.inboxItem("u1")?.content == Array("null".utf8), "it is nobody's, so nobody could have it deleted")
    }

    @Test("how long the oldest has waited", arguments: StoreKind.allCases)
    func ages(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let store = subject.store
        let tenant = try await subject.tenant()
        #expect(try await store.inboxAges() == InboxAges())
        try await store.append([Fixture.delivery("d1", at: 1), Fixture.delivery("d2", at: 2), Fixture.delivery("d3", at: 3)])
        try await store.split("d1", into: [Fixture.event("e1", in: tenant)], now: Fixture.at(3))
        try await store.split("d2", into: [Fixture.event("e2", in: tenant)], now: Fixture.at(3))
        #expect(try await store.inboxAges() == InboxAges(unsplitSince: Fixture.at(3), waitingSince: Fixture.at(1)))
        try await store.commit([.completeEvent("e1", at: Fixture.at(4))], in: tenant.id)
        #expect(try await store.inboxAges().waitingSince == Fixture.at(2))
    }

    @Test("what goes with an installation goes with its history", arguments: StoreKind.allCases)
    func uninstalled(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await deadLetters(subject)
        #expect(try await subject.store.uninstall(tenant.id))
        #expect(try await ids(subject, InboxFilter(.events)) == [])
    }
}

@Suite("Operators", .timeLimit(.minutes(10)))
struct OperatorExercises {
    private func credential(
        _ kind: OperatorCredential.Kind, _ byte: UInt8, name: String, scope: OperatorCredential.Scope = .all,
        expires: Date? = nil
    ) -> OperatorCredential {
        OperatorCredential(
            kind: kind, digest: Array(repeating: byte, count: 32), name: name, scope: scope, createdAt: Fixture.start,
            expiresAt: expires)
    }

    @Test("tokens and sessions are found by their digest until they expire or are removed", arguments: StoreKind.allCases)
    func credentials(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let store = subject.store
        let ana = credential(.token, 1, name: "ana")
        let metrics = credential(.token, 2, name: "prometheus", scope: .metrics)
        let session = credential(.session, 1, name: "ana", expires: Fixture.at(10))
        for one in [metrics, ana, session] { try await store.putOperator(one) }
        #expect(try await store.operators() == [ana, metrics])
        #expect(try await store.operatorCredential(.token, digest: ana.digest, now: Fixture.at(99)) == ana)
        #expect(try await store.operatorCredential(.session, digest: ana.digest, now: Fixture.at(9)) == session)
        #expect(try await store.operatorCredential(.session, digest: ana.digest, now: Fixture.at(10)) == nil)
        #expect(try await store.operatorCredential(.session, digest: metrics.digest, now: Fixture.start) == nil)
        await #expect(throws: StorageError.conflict(table: "operator", columns: ["name"])) {
            try await store.putOperator(self.credential(.token, 3, name: "ana"))
        }
        #expect(try await store.removeOperator(named: "ana"))
        #expect(try await store.removeOperator(named: "ana") == false)
        #expect(try await store.operatorCredential(.session, digest: ana.digest, now: Fixture.start) == nil)
        #expect(try await store.operators() == [metrics])
    }

    @Test("one browser is signed out alone, and what has expired is purged", arguments: StoreKind.allCases)
    func sessions(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let store = subject.store
        for byte in 1...3 as ClosedRange<UInt8> {
            try await store.putOperator(credential(.session, byte, name: "ana", expires: Fixture.at(Double(byte))))
        }
        try await store.removeOperatorSession(digest: Array(repeating: 3, count: 32))
        try await store.purgeCredentials(expiredBefore: Fixture.at(2))
        var left: [UInt8] = []
        for byte in 1...3 as ClosedRange<UInt8> {
            let digest = Array(repeating: byte, count: 32)
            if try await store.operatorCredential(.session, digest: digest, now: Fixture.at(-1)) != nil { left.append(byte) }
        }
        #expect(left == [2])
    }

    @Test("the audit log is read newest first, by page", arguments: StoreKind.allCases)
    func audit(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let store = subject.store
        for number in 1...5 {
            try await store.record(AuditEntry(
                at: Fixture.at(Double(number)), actor: "cli root", action: "reveal", subject: "e\(number)", result: "shown"))
        }
        let first = try await store.audit(after: nil, limit: 2)
        #expect(first.map(\.subject) == ["e5", "e4"])
        #expect(try await store.audit(after: first.last?.sequence, limit: 9).map(\.subject) == ["e3", "e2", "e1"])
    }
}
