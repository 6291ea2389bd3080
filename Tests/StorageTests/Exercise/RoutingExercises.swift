import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Routing of events", .timeLimit(.minutes(10)))
struct RoutingExercises {
    private static let number = "+15559990000"

    private func event(
        _ id: String, key: String? = nil, lane: String = "lane", to identifier: String = number, of owner: Tenant? = nil
    ) -> NewEvent {
        Fixture.event(id, key: key, lane: lane, in: owner, to: "whatsapp", identifier: identifier)
    }

    private func open(
        _ identifier: String = number, handle: String = "whatsapp", id: String = "chn_late", in tenant: Tenant,
        _ subject: StoreUnderTest
    ) async throws {
        let channel = ChannelRecord(id: ChannelID(id), handle: handle, identifier: identifier, name: "Late")
        try await subject.store.commit([.openChannel(channel)], in: tenant.id)
    }

    private func claim(_ subject: StoreUnderTest, at seconds: Double = 0) async throws -> [StoredEvent] {
        try await subject.store.claimEvents(limit: 100, now: Fixture.at(seconds), leaseUntil: Fixture.at(seconds + 1000))
    }

    @Test("an event goes to every installation that has its channel, once to each", arguments: StoreKind.allCases)
    func shared(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2")])
        let unrouted = try await subject.store.split(
            "d1", into: [event("e1", key: "k", to: one.channel.identifier)], now: Fixture.start)
        #expect(unrouted == 0)
        try await subject.store.split("d2", into: [event("e2", key: "k", to: one.channel.identifier)], now: Fixture.start)
        let claimed = try await claim(subject)
        #expect(claimed.map(\.id) == ["e1", "e1.1"])
        #expect(claimed.map(\.installation) == [one.id, two.id])
        #expect(claimed.map(\.channel) == [one.channel.id, two.channel.id])
    }

    @Test("an installation's own delivery stays its own, whoever has the channel", arguments: StoreKind.allCases)
    func ownDelivery(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split(
            "d1", into: [event("e1", to: two.channel.identifier, of: two), event("e2", lane: "b", to: "+1", of: two)],
            now: Fixture.start)
        let claimed = try await claim(subject)
        #expect(claimed.map(\.installation) == [two.id, two.id])
        #expect(claimed.map(\.channel) == [two.channel.id, nil])
        #expect(one.id != two.id)
    }

    @Test("events that came before their channel are handled once it is opened, in order", arguments: StoreKind.allCases)
    func lateChannel(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2")])
        let early = [
            event("e1", lane: "a"), event("e2", lane: "a"), event("e3", lane: "b"), event("other", to: "+1"),
            Fixture.event("fax", in: nil, to: "fax", identifier: Self.number),
        ]
        #expect(try await subject.store.split("d1", into: early, now: Fixture.start) == 5)
        #expect(try await claim(subject).isEmpty)
        #expect(try await subject.store.inboxCounts().unrouted == 5)

        try await open(in: one, subject)
        try await subject.store.split("d2", into: [event("e4", lane: "a")], now: Fixture.at(1))
        #expect(try await subject.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 4, running: 0, dead: 0, unrouted: 2))
        let first = try await claim(subject, at: 1)
        #expect(first.map(\.id) == ["e1", "e3"])
        #expect(first.map(\.channel) == ["chn_late", "chn_late"])
        for (done, next) in [("e1", "e2"), ("e2", "e4")] {
            try await subject.store.commit([.completeEvent(EventID(done), at: Fixture.at(2))], in: one.id)
            #expect(try await claim(subject, at: 2).map(\.id) == [EventID(next)])
        }
        // Opened again, and by somebody else: nothing comes twice.
        try await open(id: "chn_again", in: one, subject)
        try await open(in: two, subject)
        #expect(try await claim(subject, at: 3).isEmpty)
    }

    @Test("an event that the installation knows from another delivery is not taken over", arguments: StoreKind.allCases)
    func knownEvent(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2")])
        try await subject.store.split("d1", into: [event("e1", key: "k")], now: Fixture.start)
        try await subject.store.split("d2", into: [event("e2", key: "k", of: tenant)], now: Fixture.start)
        #expect(try await claim(subject).map(\.id) == ["e2"])
        try await subject.store.commit([.completeEvent("e2", at: Fixture.start)], in: tenant.id)
        try await open(in: tenant, subject)
        #expect(try await claim(subject, at: 1).isEmpty)
        #expect(try await subject.store.inboxCounts().unrouted == 0)
    }

    @Test("however splitting and opening meet, no event is left behind", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        for round in 0..<40 {
            let delivery = Fixture.delivery("d\(round)")
            try await subject.store.append([delivery])
            let event = event("e\(round)", lane: "\(round)", to: "+\(round)")
            async let split = subject.store.split(delivery.id, into: [event], now: Fixture.start)
            async let opened: Void = open("+\(round)", id: "chn_\(round)", in: tenant, subject)
            _ = try await (split, opened)
        }
        #expect(Set(try await claim(subject).map(\.id)) == Set((0..<40).map { EventID("e\($0)") }))
    }

    @Test("events that no channel asked for go when they are old; other dead letters stay", arguments: StoreKind.allCases)
    func purge(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2")])
        try await subject.store.split("d1", into: [event("e1")], now: Fixture.start)
        try await subject.store.split("d2", into: [event("e2", of: tenant)], now: Fixture.start)
        _ = try await claim(subject)
        try await subject.store.release("e2", failure: "poison", retryAt: nil, now: Fixture.start)
        #expect(try await subject.store.purgeInbox(olderThan: Fixture.start) == 0)
        // The event and its delivery.
        #expect(try await subject.store.purgeInbox(olderThan: Fixture.at(1)) == 2)
        #expect(try await subject.store.inboxCounts().dead == 1)
    }

    @Test("deliveries are read up to so many bytes, and one that is put off is left alone until then", arguments: StoreKind.allCases)
    func portions(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let body = String(repeating: "x", count: 1000)
        try await subject.store.append((0..<5).map { Fixture.delivery("d\($0)", body: body) })
        func ids(bytes: Int, at seconds: Double = 0) async throws -> [String] {
            try await subject.store.unsplitDeliveries(limit: 9, bytes: bytes, now: Fixture.at(seconds)).map(\.id.rawValue)
        }
        #expect(try await ids(bytes: 1) == ["d0"])
        #expect(try await ids(bytes: 2000) == ["d0", "d1"])
        #expect(try await ids(bytes: 2001) == ["d0", "d1", "d2"])
        try await subject.store.postpone("d0", until: Fixture.at(10), reason: "poison", now: Fixture.start)
        #expect(try await ids(bytes: 1, at: 9) == ["d1"])
        #expect(try await ids(bytes: 1, at: 10) == ["d0"])
        let later = try await subject.store.unsplitDeliveries(limit: 1, bytes: 1, now: Fixture.at(10))
        #expect(later.map(\.failures) == [1])
        #expect(try await subject.store.inboxCounts().unsplit == 5)
    }
}
