import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Tenants", .timeLimit(.minutes(10)))
struct TenantExercises {
    @Test("a workplace has one installation, whoever asks for it first", arguments: StoreKind.allCases)
    func install(kind: StoreKind) async throws {
        let subject = try await kind.make()
        try await subject.store.putWorkplace(Workplace(handle: "a", name: "Old", timeZone: "UTC"))
        let workplace = Workplace(handle: "a", name: "New", timeZone: "Europe/Rome")
        try await subject.store.putWorkplace(workplace)
        #expect(try await subject.store.workplaces() == [workplace])
        let first = try await subject.store.install(in: "a", id: "ins_1", now: Fixture.start)
        #expect(first == Installation(id: "ins_1", workplace: workplace))
        #expect(try await subject.store.install(in: "a", id: "ins_2", now: Fixture.start) == first)
        #expect(try await subject.store.installation(ofWorkplace: "a") == first)
        #expect(try await subject.store.installation("ins_2") == nil)
        #expect(try await subject.store.installations() == [first])
        await #expect(throws: StorageError.notFound(table: "workplace", id: "b")) {
            _ = try await subject.store.install(in: "b", id: "ins_3", now: Fixture.start)
        }
    }

    @Test("uninstalling removes everything of that installation and nothing else", arguments: StoreKind.allCases)
    func uninstall(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        for tenant in [one, two] {
            try await subject.store.commit(
                [
                    Fixture.put("i1", [:]), Fixture.message("m1", on: tenant.channel.id), .setEnvironment(["A": [1]]),
                ], in: tenant.id)
            try await subject.store.putRegistration(
                WebhookRegistration(id: "whkr_\(tenant.id)", webhook: "w", installation: tenant.id, createdAt: Fixture.start))
        }
        #expect(try await subject.store.uninstall(one.id))
        #expect(try await subject.store.uninstall(one.id) == false)
        #expect(try await subject.store.records(of: Fixture.contact, in: one.id, matching: RecordQuery()).isEmpty)
        #expect(try await subject.store.conversations(of: one.id, after: nil, limit: 9).isEmpty)
        #expect(try await subject.store.environment(of: one.id).isEmpty)
        #expect(try await subject.store.registration("whkr_\(one.id)") == nil)
        #expect(try await subject.store.routes(channel: "whatsapp", identifier: "+15550001111").map(\.installation) == [two.id])
        #expect(try await subject.store.records(of: Fixture.contact, in: two.id, matching: RecordQuery()).count == 1)
        #expect(try await subject.store.conversations(of: two.id, after: nil, limit: 9).count == 1)
        #expect(try await subject.store.environment(of: two.id) == ["A": [1]])
        await #expect(throws: StorageError.notFound(table: "installation", id: one.id.rawValue)) {
            try await subject.store.commit([.setEnvironment(["A": [1]])], in: one.id)
        }
    }

    @Test("nothing of another tenant is reached by its ids", arguments: StoreKind.allCases)
    func isolation(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (victim, thief) = (try await subject.tenant("victim"), try await subject.tenant("thief"))
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split("d1", into: [Fixture.event("e1", in: victim)], now: Fixture.start)
        let added = try await subject.store.commit(
            [Fixture.put("i1", ["note": "secret"]), Fixture.message("m1", on: victim.channel.id, remoteID: "r1")],
            in: victim.id)
        guard case .messageAdded(_, let conversation) = added[1] else { throw StorageError.closed }

        #expect(try await subject.store.records(of: Fixture.contact, in: thief.id, matching: .id("i1")).isEmpty)
        #expect(try await subject.store.conversation(conversation, of: thief.id) == nil)
        #expect(try await subject.store.conversations(of: thief.id, after: conversation, limit: 9).isEmpty)
        #expect(try await subject.store.messages(of: conversation, in: thief.id, before: nil, limit: 9).isEmpty)
        #expect(try await subject.store.message("m1", in: thief.id) == nil)
        #expect(try await subject.store.channel(victim.channel.id, of: thief.id) == nil)
        let move = MessageMove(
            id: "m1", channel: victim.channel.id, remoteID: "r1", status: .failed, failure: "x", occurredAt: Fixture.start)
        let outcomes = try await subject.store.commit(
            [.deleteInstance(model: "contact", id: "i1"), .moveMessage(move), .markConversationRead(conversation)],
            in: thief.id)
        #expect(outcomes == [.nothingToDo, .nothingToDo, .nothingToDo])
        for change in [
            Fixture.put("i1", ["note": "mine"], isNew: false), Fixture.message("m2", on: victim.channel.id),
            .completeEvent("e1", at: Fixture.start),
        ] {
            await #expect(throws: StorageError.self) { try await subject.store.commit([change], in: thief.id) }
        }
        #expect(try await subject.store.records(of: Fixture.contact, in: victim.id, matching: .id("i1")).first?.values["note"] == "secret")
        #expect(try await subject.store.conversation(conversation, of: victim.id)?.unreadCount == 1)
        #expect(try await subject.store.inboxCounts().waiting == 1)
    }

    @Test("a channel is opened once for its identifier", arguments: StoreKind.allCases)
    func channels(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let again = ChannelRecord(id: "chn_x", handle: "whatsapp", identifier: "+15550001111", name: "Other")
        #expect(try await subject.store.commit([.openChannel(again)], in: tenant.id) == [.channel(tenant.channel)])
        #expect(try await subject.store.channels(of: tenant.id, handle: nil) == [tenant.channel])
        #expect(try await subject.store.channels(of: tenant.id, handle: "sms") == [])
        #expect(try await subject.store.channel(tenant.channel.id, of: tenant.id) == tenant.channel)
    }

    @Test("environment values are set, replaced and removed by name", arguments: StoreKind.allCases)
    func environment(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.commit([.setEnvironment(["A": [1], "B": [], "C": [0, 255]])], in: tenant.id)
        try await subject.store.commit([.setEnvironment(["A": [2], "C": nil])], in: tenant.id)
        #expect(try await subject.store.environment(of: tenant.id) == ["A": [2], "B": []])
    }

    @Test("registrations are found by id and by webhook", arguments: StoreKind.allCases)
    func registrations(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let app = WebhookRegistration(id: "whkr_a", webhook: "w", installation: nil, createdAt: Fixture.start)
        let own = WebhookRegistration(id: "whkr_b", webhook: "w", installation: tenant.id, createdAt: Fixture.at(1))
        for registration in [own, app, app] { try await subject.store.putRegistration(registration) }
        #expect(try await subject.store.registrations(webhook: "w") == [app, own])
        #expect(try await subject.store.registration("whkr_b") == own)
        #expect(try await subject.store.registration("whkr_c") == nil)
    }
}
