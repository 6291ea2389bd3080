import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Closing of channels", .timeLimit(.minutes(10)))
struct ChannelExercises {
    private static let closure = ChannelClosure(at: Fixture.at(10), reason: "The number was removed.")

    private func close(_ channel: ChannelRecord, in tenant: Tenant, _ subject: StoreUnderTest) async throws -> ChangeOutcome? {
        try await subject.store.commit(
            [.closeChannel(handle: channel.handle, identifier: channel.identifier, Self.closure)], in: tenant.id
        ).first
    }

    private func reopen(_ tenant: Tenant, _ subject: StoreUnderTest) async throws -> ChangeOutcome? {
        let again = ChannelRecord(
            id: "chn_again", handle: tenant.channel.handle, identifier: tenant.channel.identifier, name: "Another name")
        return try await subject.store.commit([.openChannel(again)], in: tenant.id).first
    }

    private func event(_ id: String, key: String? = nil, of owner: Tenant? = nil, to channel: ChannelRecord) -> NewEvent {
        Fixture.event(id, key: key, lane: id, in: owner, to: channel.handle, identifier: channel.identifier)
    }

    private func claim(_ subject: StoreUnderTest) async throws -> [StoredEvent] {
        try await subject.store.claimEvents(limit: 100, now: Fixture.at(100), leaseUntil: Fixture.at(1000))
    }

    @Test("a channel of another platform is as that platform says, and takes over what waited for it", arguments: StoreKind.allCases)
    func mirrored(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let theirs = ChannelRecord(id: "chan_7", handle: "sms", identifier: "+44", name: "Desk")
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split("d1", into: [event("e1", to: theirs)], now: Fixture.start)
        #expect(try await claim(subject).isEmpty)
        #expect(try await subject.store.commit([.mirrorChannel(theirs)], in: tenant.id) == [.channel(theirs)])
        #expect(try await claim(subject).map(\.channel) == [theirs.id])
        // Told again it changes nothing but the name.
        let renamed = ChannelRecord(id: "chan_7", handle: "sms", identifier: "+44", name: "Front desk")
        try await subject.store.commit([.mirrorChannel(renamed), Fixture.message("m1", on: theirs.id)], in: tenant.id)
        #expect(try await subject.store.channels(of: tenant.id, handle: "sms") == [renamed])
        // Removed there and made anew it has another id, and nothing of the old one.
        let anew = ChannelRecord(id: "chan_8", handle: "sms", identifier: "+44", name: "Desk")
        try await subject.store.commit([.mirrorChannel(anew)], in: tenant.id)
        #expect(try await subject.store.channels(of: tenant.id, handle: "sms") == [anew])
        #expect(try await subject.store.conversations(of: tenant.id, channels: nil, after: nil, limit: 9).isEmpty)
    }

    @Test("copies of messages go when they are old, with conversations that are left empty", arguments: StoreKind.allCases)
    func purged(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let other = ChannelRecord(id: "chn_other", handle: "whatsapp", identifier: "+1", name: "Other")
        try await subject.store.commit(
            [
                .openChannel(other), Fixture.message("m1", on: tenant.channel.id, sentAt: Fixture.at(1)),
                Fixture.message("m2", on: other.id, sentAt: Fixture.at(500)),
            ], in: tenant.id)
        #expect(try await subject.store.purgeMessages(olderThan: Fixture.at(0)) == 0)
        #expect(try await subject.store.purgeMessages(olderThan: Fixture.at(100)) == 1)
        #expect(try await subject.store.conversations(of: tenant.id, channels: nil, after: nil, limit: 9).map(\.id) == ["cnv_m2"])
    }

    @Test("a closed channel keeps its conversations, and is the same one when it is opened again", arguments: StoreKind.allCases)
    func again(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let other = ChannelRecord(id: "chn_other", handle: "whatsapp", identifier: "+1", name: "Other")
        try await subject.store.commit(
            [
                .openChannel(other), Fixture.message("m1", on: tenant.channel.id, sentAt: Fixture.at(1)),
                Fixture.message("m2", on: other.id, sentAt: Fixture.at(2)),
            ], in: tenant.id)
        func listed(_ state: ChannelState?) async throws -> [String] {
            try await subject.store.conversations(of: tenant.id, channels: state, after: nil, limit: 9).map(\.id.rawValue)
        }
        #expect(try await !subject.store.hasClosedConversations(of: tenant.id))

        #expect(try await close(tenant.channel, in: tenant, subject) == .channel(tenant.channel.with(Self.closure)))
        #expect(try await close(tenant.channel, in: tenant, subject) == .nothingToDo)
        #expect(try await subject.store.channels(of: tenant.id, handle: nil) == [other])
        #expect(try await subject.store.channel(tenant.channel.id, of: tenant.id)?.closure == Self.closure)
        #expect(
            try await subject.store.channel(handle: "whatsapp", identifier: tenant.channel.identifier, of: tenant.id)
                == tenant.channel.with(Self.closure))
        #expect(try await listed(nil) == ["cnv_m2", "cnv_m1"])
        #expect(try await listed(.open) == ["cnv_m2"])
        #expect(try await listed(.closed) == ["cnv_m1"])
        #expect(try await subject.store.hasClosedConversations(of: tenant.id))
        #expect(try await subject.store.conversation("cnv_m1", of: tenant.id)?.channel.closure == Self.closure)
        #expect(try await subject.store.messages(of: "cnv_m1", in: tenant.id, before: nil, limit: 9).map(\.text) == ["hello"])

        #expect(try await reopen(tenant, subject) == .channel(tenant.channel))
        #expect(try await reopen(tenant, subject) == .channel(tenant.channel))
        #expect(try await listed(.open) == ["cnv_m2", "cnv_m1"])
    }

    @Test("what comes for a closed channel is kept as unrouted, and handled when it is opened again", arguments: StoreKind.allCases)
    func unrouted(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2")])
        _ = try await close(one.channel, in: one, subject)
        #expect(try await subject.store.routes(channel: "whatsapp", identifier: one.channel.identifier).map(\.installation) == [two.id])
        // The other workplace goes on.
        #expect(try await subject.store.split("d1", into: [event("e1", to: one.channel)], now: Fixture.start) == 0)
        #expect(try await claim(subject).map(\.installation) == [two.id])

        _ = try await close(two.channel, in: two, subject)
        #expect(try await subject.store.split("d2", into: [event("e2", to: one.channel)], now: Fixture.start) == 1)
        #expect(try await claim(subject).isEmpty)
        _ = try await reopen(one, subject)
        let taken = try await claim(subject)
        #expect(taken.map(\.id) == ["e2"] && taken.map(\.channel) == [one.channel.id])
        #expect(try await subject.store.inboxCounts().unrouted == 0)
    }

    @Test("an installation's own delivery to its closed channel waits for that installation alone", arguments: StoreKind.allCases)
    func ownDeliveries(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        for tenant in [one, two] {
            _ = try await close(tenant.channel, in: tenant, subject)
            let delivery = Delivery(
                id: DeliveryID("d-\(tenant.id)"), registration: "whkr_1", webhook: "receive", installation: tenant.id,
                receivedAt: Fixture.start, body: [])
            try await subject.store.append([delivery])
            let unrouted = try await subject.store.split(
                delivery.id, into: [event("e-\(tenant.id)", key: "same", of: tenant, to: tenant.channel)], now: Fixture.start)
            #expect(unrouted == 1)
        }
        _ = try await reopen(two, subject)
        #expect(try await claim(subject).map(\.id) == ["e-ins_two"])
        // The key is the provider's again: what it delivers once more is known.
        try await subject.store.append([Fixture.delivery("d9")])
        let unrouted = try await subject.store.split(
            "d9", into: [event("e9", key: "same", of: two, to: two.channel)], now: Fixture.start)
        #expect(unrouted == 0)
        _ = try await reopen(one, subject)
        #expect(try await claim(subject).map(\.id) == ["e-ins_one"])
    }

    @Test("however splitting and closing meet, an event goes to the channel or is unrouted", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        for round in 0..<20 {
            let channel = ChannelRecord(
                id: ChannelID("chn_\(round)"), handle: "whatsapp", identifier: "+\(round)", name: "x")
            try await subject.store.commit([.openChannel(channel)], in: tenant.id)
            try await subject.store.append([Fixture.delivery("d\(round)")])
            async let split = subject.store.split(
                DeliveryID("d\(round)"), into: [event("e\(round)", to: channel)], now: Fixture.start)
            async let closed = close(channel, in: tenant, subject)
            _ = try await (split, closed)
            _ = try await subject.store.commit([.openChannel(channel)], in: tenant.id)
        }
        #expect(try await claim(subject).count == 20)
    }

    @Test("messages that wait when their channel is closed are due at once, and must not leave", arguments: StoreKind.allCases)
    func outbox(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        guard case .addMessage(let message) = Fixture.message(
            "m1", on: tenant.channel.id, direction: .outbound, status: .pending)
        else { return }
        let entry = NewOutboxEntry(message: message, tool: "send", arguments: [:])
        try await subject.store.commit([.queueMessage(entry)], in: tenant.id)
        let first = try await subject.store.claimOutgoing(limit: 9, now: Fixture.start, leaseUntil: Fixture.at(5))
        let hour = Fixture.at(3600)
        try await subject.store.commit(
            [.settleMessage(OutboxSettlement(
                id: "m1", claim: first[0].claim, result: .postponed(until: hour, reason: "later", isFailure: false),
                now: Fixture.start))], in: tenant.id)
        _ = try await close(tenant.channel, in: tenant, subject)
        let second = try await subject.store.claimOutgoing(limit: 9, now: Fixture.at(10), leaseUntil: Fixture.at(20))
        #expect(second.map(\.id) == ["m1"])
        func begin() async throws -> Bool {
            try await subject.store.beginSending("m1", claim: 2, of: tenant.id, leaseUntil: Fixture.at(30))
        }
        #expect(try await !begin())
        _ = try await reopen(tenant, subject)
        #expect(try await begin())
    }
}
