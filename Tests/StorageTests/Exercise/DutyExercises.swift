import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Duties towards people", .timeLimit(.minutes(10)))
struct DutyExercises {
    private func connect(
        _ tenant: Tenant, as account: String?, at seconds: Double = 0, in subject: StoreUnderTest
    ) async throws {
        try await subject.store.commit(
            [.putConnection(StoredConnection(handle: "meta", account: account, connectedAt: Fixture.at(seconds)))],
            in: tenant.id)
    }

    private func asks(
        _ request: UInt8, _ duty: ComplianceDuty = .dataDeletion, of account: String = "777", until seconds: Double = 100
    ) -> NewDuty {
        NewDuty(
            code: "CODE\(request)", duty: duty, webhook: "delete_data", request: [request], account: account,
            until: Fixture.at(seconds), now: Fixture.at(10))
    }

    @Test("a request reaches every installation of the person, once, and nobody else's", arguments: StoreKind.allCases)
    func parts(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenants = [try await subject.tenant("a"), try await subject.tenant("b"), try await subject.tenant("c"), try await subject.tenant("d")]
        for (tenant, account) in zip(tenants, ["777", "777", "888", nil]) {
            try await connect(tenant, as: account, in: subject)
        }
        let duty = try await subject.store.begin(asks(1))
        #expect(duty == Duty(code: "CODE1", duty: .dataDeletion, requestedAt: Fixture.at(10), finishedAt: nil, parts: 2))
        var again = asks(1)
        again = NewDuty(
            code: "OTHER", duty: again.duty, webhook: again.webhook, request: again.request, account: again.account,
            until: again.until, now: Fixture.at(50))
        #expect(try await subject.store.begin(again) == duty, "the second delivery is the first")

        let claimed = try await subject.store.claimDutyParts(limit: 10, now: Fixture.at(11), leaseUntil: Fixture.at(60))
        #expect(Set(claimed.map(\.installation)) == [tenants[0].id, tenants[1].id])
        #expect(claimed.allSatisfy { $0.code == "CODE1" && $0.duty == .dataDeletion && $0.webhook == "delete_data" && $0.failures == 0 })
        #expect(claimed.allSatisfy { $0.requestedAt == Fixture.at(10) })
        #expect(try await subject.store.claimDutyParts(limit: 10, now: Fixture.at(59), leaseUntil: Fixture.at(90)).isEmpty)
        // A worker died: its parts are free again. One fails and comes back later.
        #expect(try await subject.store.claimDutyParts(limit: 10, now: Fixture.at(60), leaseUntil: Fixture.at(90)).count == 2)
        try await subject.store.postpone(claimed[0], until: Fixture.at(200), failures: 1)
        try await subject.store.commit([.finishDuty("CODE1", at: Fixture.at(70))], in: claimed[1].installation)
        #expect(try await subject.store.duty("CODE1")?.finishedAt == nil)
        let rest = try await subject.store.claimDutyParts(limit: 10, now: Fixture.at(200), leaseUntil: Fixture.at(300))
        #expect(rest.map(\.installation) == [claimed[0].installation] && rest.map(\.failures) == [1])
        let first = try await subject.store.commit([.finishDuty("CODE1", at: Fixture.at(210))], in: claimed[0].installation)
        let second = try await subject.store.commit([.finishDuty("CODE1", at: Fixture.at(220))], in: claimed[0].installation)
        #expect(first == [.done] && second == [.nothingToDo])
        #expect(try await subject.store.duty("CODE1")?.finishedAt == Fixture.at(210))
        #expect(try await subject.store.duty("CODE2") == nil)
        #expect(try await subject.store.purgeDuties(finishedBefore: Fixture.at(211)) == 1)
        #expect(try await subject.store.duty("CODE1") == nil)
    }

    @Test("a person whom nobody knows, and an installation that is gone, leave nothing to do", arguments: StoreKind.allCases)
    func nobody(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await connect(tenant, as: "777", in: subject)
        #expect(try await subject.store.begin(asks(1, of: "999")).finishedAt == Fixture.at(10))
        #expect(try await subject.store.begin(asks(2)).finishedAt == nil)
        #expect(try await subject.store.uninstall(tenant.id))
        #expect(try await subject.store.duty("CODE2")?.finishedAt != nil)
        #expect(try await subject.store.claimDutyParts(limit: 1, now: Fixture.at(99), leaseUntil: Fixture.at(100)).isEmpty)
    }

    @Test("an old request means no connection that was made since, one that has ended is still meant", arguments: StoreKind.allCases)
    func replayed(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await connect(tenant, as: "777", in: subject)
        #expect(try await subject.store.begin(asks(1, .deauthorize)).parts == 1)
        try await subject.store.commit([.endConnections(at: Fixture.at(20)), .finishDuty("CODE1", at: Fixture.at(20))], in: tenant.id)
        #expect(try await subject.store.connection("meta", of: tenant.id)?.endedAt == Fixture.at(20))
        #expect(try await subject.store.begin(asks(2)).parts == 1, "deletion is asked for after the app was removed")
        try await connect(tenant, as: "777", at: 500, in: subject)
        #expect(try await subject.store.begin(asks(3, .deauthorize)).parts == 0)
        #expect(try await subject.store.begin(asks(4, .deauthorize, until: 500)).parts == 1)
        let connection = try #require(try await subject.store.connection("meta", of: tenant.id))
        #expect(connection == StoredConnection(handle: "meta", account: "777", connectedAt: Fixture.at(500)))
    }

    @Test("only others that are connected count as the person's others", arguments: StoreKind.allCases)
    func others(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (a, b, c) = (try await subject.tenant("a"), try await subject.tenant("b"), try await subject.tenant("c"))
        for tenant in [a, b, c] { try await connect(tenant, as: tenant.id == c.id ? "888" : "777", in: subject) }
        func count(_ tenant: Tenant) async throws -> Int {
            try await subject.store.otherConnections(ofAccount: "777", handle: "meta", than: tenant.id)
        }
        #expect(try await count(a) == 1)
        try await subject.store.commit([.endConnections(at: Fixture.at(1))], in: b.id)
        #expect(try await count(a) == 0)
    }

    @Test("what is not taken apart is seen, postponed or given up, until it is", arguments: StoreKind.allCases)
    func unsplit(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let own = Delivery(
            id: "own", registration: "r", webhook: "receive", installation: tenant.id, receivedAt: Fixture.at(1), body: [])
        try await subject.store.append([own, Fixture.delivery("d1", at: 5), Fixture.delivery("d2", at: 7)])
        try await subject.store.postpone("d1", until: Fixture.at(1000), reason: "no", now: Fixture.at(6))
        func state(_ seconds: Double) async throws -> InboxState? {
            try await subject.store.unsplitState(receivedUntil: Fixture.at(seconds))
        }
        #expect(try await state(4) == nil, "what is one installation's own goes with it")
        #expect(try await state(6) == .waiting)
        try await subject.store.setAside("d1", reason: "no", now: Fixture.at(8))
        #expect(try await state(6) == .dead)
        #expect(try await state(7) == .waiting)
        try await subject.store.split("d2", into: [], now: Fixture.at(8))
        #expect(try await state(7) == .dead)
        #expect(try await subject.store.settle(.these(["d1"]), by: .discard, actor: "a", now: Fixture.at(9)) == 1)
        #expect(try await state(7) == nil)
        #expect(try await subject.store.inboxItem("d1")?.content == [])
    }

    @Test("what is people's is gone, what is not stays, and so does everything of others", arguments: StoreKind.allCases)
    func erasure(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (gone, kept) = (try await subject.tenant("gone"), try await subject.tenant("kept"))
        for tenant in [gone, kept] {
            try await connect(tenant, as: "777", in: subject)
            var changes: [StoreChange] = [
                Fixture.put("c1", ["phone": "+15552223333", "note": "likes tea", "pin": "sealed", "city": "Leeds"]),
                Fixture.put("x", ["state": "CONNECTED"], model: "connection"),
                .setEnvironment(["TOKEN": [1, 2]]),
            ]
            for index in 0..<25 {
                changes.append(Fixture.message("m\(index)", on: tenant.channel.id, text: "secret \(index)", remoteID: "w\(index)"))
            }
            try await subject.store.commit(changes, in: tenant.id)
            _ = try await subject.store.beginCall(
                "key", tool: "send", digest: [1], in: tenant.id, now: Fixture.start, staleBefore: Fixture.at(-60))
            try await subject.store.append([Fixture.delivery("d_\(tenant.id)", body: "raw words")])
            _ = try await subject.store.split(
                DeliveryID("d_\(tenant.id)"), into: [Fixture.event("e_\(tenant.id)", in: tenant)], now: Fixture.at(1))
        }
        // One came for a channel that nobody has.
        try await subject.store.append([Fixture.delivery("d_stray")])
        _ = try await subject.store.split(
            "d_stray", into: [Fixture.event("e_stray", in: nil, to: "whatsapp", identifier: "+1000")], now: Fixture.at(1))

        func record(_ id: String, of model: ModelDescriptor, in tenant: Tenant) async throws -> Record? {
            try await subject.store.records(of: model, in: tenant.id, matching: .id(id)).first
        }
        var rounds = 0
        while try await subject.store.eraseSome(of: gone.id, limit: 10) { rounds += 1 }
        #expect(rounds >= 2, "in portions")
        try await subject.store.commit([Fixture.message("late", on: gone.channel.id, text: "came meanwhile")], in: gone.id)
        try await subject.store.commit([.setEnvironment(["TOKEN": nil]), .erase], in: gone.id)

        #expect(try await subject.store.conversations(of: gone.id, after: nil, limit: 10).isEmpty)
        #expect(try await subject.store.message("m1", in: gone.id) == nil)
        #expect(try await subject.store.message("late", in: gone.id) == nil)
        #expect(try await subject.store.channels(of: gone.id, handle: nil).isEmpty)
        #expect(try await subject.store.environment(of: gone.id).isEmpty)
        #expect(try await subject.store.connection("meta", of: gone.id) == nil)
        #expect(try await subject.store.inboxItem("e_\(gone.id)") == nil)
        #expect(try await subject.store.inboxItem("d_\(gone.id)")?.content == [], "the raw words are gone")
        let contact = try #require(try await record("c1", of: Fixture.contact, in: gone))
        #expect(contact.values["phone"] == nil && contact.values["note"] == nil && contact.values["pin"] == nil)
        #expect(contact.values["city"] == "Leeds", "it is marked as nothing personal")
        #expect(try await record("x", of: Fixture.connection, in: gone)?.values["state"] == "CONNECTED")
        #expect(
            try await subject.store.beginCall(
                "key", tool: "send", digest: [9], in: gone.id, now: Fixture.start, staleBefore: Fixture.at(-60)) == .begun)

        #expect(try await subject.store.message("m1", in: kept.id)?.text == "secret 1")
        #expect(try await subject.store.environment(of: kept.id) == ["TOKEN": [1, 2]])
        #expect(try await subject.store.inboxItem("e_\(kept.id)") != nil)
        #expect(try await subject.store.inboxItem("e_stray") != nil)
        #expect(try await record("c1", of: Fixture.contact, in: kept)?.values["note"] == "likes tea")
        // A second time changes nothing.
        #expect(try await subject.store.eraseSome(of: gone.id, limit: 10) == false)
        try await subject.store.commit([.erase], in: gone.id)
    }
}
