import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Inbox", .timeLimit(.minutes(10)))
struct InboxExercises {
    @Test("deliveries come back byte for byte, oldest first, until they are split", arguments: StoreKind.allCases)
    func deliveries(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let deliveries = (0..<3).map { Fixture.delivery("d\($0)", at: Double($0), body: "{\"n\": \"\\u00e9\($0)\"}") }
        try await subject.store.append(deliveries)
        #expect(try await subject.store.unsplitDeliveries(limit: 10, bytes: 1 << 24, now: Fixture.start) == deliveries)
        #expect(try await subject.store.unsplitDeliveries(limit: 1, bytes: 1 << 24, now: Fixture.start) == [deliveries[0]])
        try await subject.store.split("d0", into: [], now: Fixture.start)
        try await subject.store.setAside("d1", reason: "not JSON", now: Fixture.start)
        #expect(try await subject.store.unsplitDeliveries(limit: 10, bytes: 1 << 24, now: Fixture.start) == [deliveries[2]])
        let counts = try await subject.store.inboxCounts()
        #expect(counts == InboxCounts(unsplit: 1, waiting: 0, running: 0, dead: 1))
    }

    @Test("deliveries are appended all or none", arguments: StoreKind.allCases)
    func appendIsAtomic(kind: StoreKind) async throws {
        let subject = try await kind.make()
        await #expect(throws: StorageError.conflict(table: "delivery", columns: ["id"])) {
            try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2"), Fixture.delivery("d1")])
        }
        #expect(try await subject.store.unsplitDeliveries(limit: 10, bytes: 1 << 24, now: Fixture.start).isEmpty)
    }

    @Test("an event is stored once by its key, for each installation", arguments: StoreKind.allCases)
    func deduplication(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2")])
        let first = [
            Fixture.event("e1", key: "k", in: one), Fixture.event("e2", key: "k", in: one),
            Fixture.event("e3", key: "k", in: two), Fixture.event("e4", key: "k", in: one, webhook: "other"),
            Fixture.event("e5", key: "k", in: nil), Fixture.event("e6", key: "k", in: nil),
        ]
        #expect(try await subject.store.split("d1", into: first, now: Fixture.start) == 1)
        let again = [Fixture.event("e7", key: "k", in: one)]
        #expect(try await subject.store.split("d2", into: again, now: Fixture.start) == 0)
        // A delivery is split once.
        #expect(try await subject.store.split("d1", into: [Fixture.event("e8", in: one)], now: Fixture.start) == 0)
        #expect(
            try await subject.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 3, running: 0, dead: 0, unrouted: 1))
    }

    @Test("many are split in one step, in their order, and those that were split before stay as they are", arguments: StoreKind.allCases)
    func splitTogether(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append((1...4).map { Fixture.delivery("d\($0)", body: "words") })
        try await subject.store.split("d2", into: [Fixture.event("old", lane: "b", in: tenant)], now: Fixture.start)
        let all = [
            SplitDelivery("d1", into: [Fixture.event("a1", key: "k", lane: "a", in: tenant)]),
            SplitDelivery("d2", into: [Fixture.event("new", lane: "b", in: tenant)]),
            // The first of its lane is known: the second one leads it.
            SplitDelivery("d3", into: [Fixture.event("x", key: "k", lane: "c", in: tenant), Fixture.event("c1", lane: "c", in: tenant)]),
            SplitDelivery("d4", into: [Fixture.event("a2", lane: "a", in: tenant), Fixture.event("stray", in: nil)]),
        ]
        #expect(try await subject.store.split(all, now: Fixture.start) == 1)
        #expect(try await claim(subject, at: 0) == ["old", "a1", "c1"])
        try await subject.store.commit([.completeEvent("a1", at: Fixture.start)], in: tenant.id)
        #expect(try await claim(subject, at: 0) == ["a2"])
        for id in ["new", "x"] { #expect(try await subject.store.inboxItem(id) == nil) }
        for id in ["d1", "d2", "d3", "d4"] {
            #expect(try await subject.store.inboxItem(id)?.content == [], "its content is its events'")
        }
        // One that cannot be stored takes all of its step back.
        try await subject.store.append([Fixture.delivery("d5"), Fixture.delivery("d6")])
        await #expect(throws: StorageError.self) {
            try await subject.store.split(
                [SplitDelivery("d5", into: []), SplitDelivery("d6", into: [Fixture.event("a1", key: "other", in: tenant)])],
                now: Fixture.start)
        }
        #expect(try await subject.store.unsplitDeliveries(limit: 9, bytes: 1 << 20, now: Fixture.start).count == 2)
    }

    @Test("a lane goes one by one and in order, lanes go side by side", arguments: StoreKind.allCases)
    func lanes(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let (one, two) = (try await subject.tenant("one"), try await subject.tenant("two"))
        try await subject.store.append([Fixture.delivery("d1")])
        let events = [
            Fixture.event("a1", lane: "a", in: one), Fixture.event("a2", lane: "a", in: one),
            Fixture.event("b1", lane: "b", in: one), Fixture.event("c1", lane: "a", in: two),
            Fixture.event("w1", lane: "a", in: one, webhook: "other"),
        ]
        try await subject.store.split("d1", into: events, now: Fixture.start)
        let claimed = try await claim(subject, at: 0)
        #expect(claimed == ["a1", "b1", "c1", "w1"])
        #expect(try await claim(subject, at: 1) == [])
        #expect(try await subject.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 1, running: 4, dead: 0))
        try await subject.store.commit([.completeEvent("a1", at: Fixture.start)], in: one.id)
        #expect(try await claim(subject, at: 1) == ["a2"])
    }

    @Test("an event that is tried again holds its lane until then", arguments: StoreKind.allCases)
    func retry(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split(
            "d1", into: [Fixture.event("e1", in: tenant), Fixture.event("e2", in: tenant)], now: Fixture.start)
        let first = try await subject.store.claimEvents(limit: 9, now: Fixture.start, leaseUntil: Fixture.at(30))
        #expect(first.map(\.attempt) == [0])
        try await subject.store.release("e1", failure: "no", retryAt: Fixture.at(10), now: Fixture.start)
        #expect(try await claim(subject, at: 9) == [])
        let second = try await subject.store.claimEvents(limit: 9, now: Fixture.at(10), leaseUntil: Fixture.at(30))
        #expect(second.map(\.id) == ["e1"])
        #expect(second.map(\.attempt) == [1])
    }

    @Test("a dead letter lets its lane go on and can be replayed", arguments: StoreKind.allCases)
    func deadLetter(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split(
            "d1", into: (1...3).map { Fixture.event("e\($0)", in: tenant) }, now: Fixture.start)
        #expect(try await claim(subject, at: 0) == ["e1"])
        try await subject.store.release("e1", failure: "poison", retryAt: nil, now: Fixture.start)
        #expect(try await subject.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 2, running: 0, dead: 1))
        #expect(try await claim(subject, at: 1) == ["e2"])
        #expect(try await subject.store.replay("e1", now: Fixture.at(2)))
        #expect(try await subject.store.replay("e1", now: Fixture.at(2)) == false)
        // It waits for the one that runs, and goes before the one that is younger.
        #expect(try await claim(subject, at: 3) == [])
        try await subject.store.commit([.completeEvent("e2", at: Fixture.start)], in: tenant.id)
        #expect(try await claim(subject, at: 4) == ["e1"])
        try await subject.store.commit([.completeEvent("e1", at: Fixture.start)], in: tenant.id)
        #expect(try await claim(subject, at: 5) == ["e3"])
    }

    @Test("a lease that is held on to ends later; what is done stays done", arguments: StoreKind.allCases)
    func hold(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split(
            "d1", into: ["a1", "b1", "c1"].map { Fixture.event($0, lane: $0, in: tenant) }, now: Fixture.start)
        #expect(try await Set(claim(subject, at: 0, lease: 30)) == ["a1", "b1", "c1"])
        try await subject.store.commit([.completeEvent("c1", at: Fixture.at(1))], in: tenant.id)
        try await subject.store.hold(["a1", "c1", "nobody"], now: Fixture.at(30), until: Fixture.at(60))
        #expect(try await claim(subject, at: 31, lease: 100) == ["b1"])
        #expect(try await claim(subject, at: 61) == ["a1"])
        #expect(try await subject.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 0, running: 2, dead: 0))
    }

    @Test("a clock that is set back holds up neither what came nor what a worker left", arguments: StoreKind.allCases)
    func clockSetBack(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split(
            "d1", into: ["a1", "b1", "c1", "b2"].map { Fixture.event($0, lane: String($0.prefix(1)), in: tenant) },
            now: Fixture.at(3600))
        #expect(try await subject.store.claimEvents(limit: 2, now: Fixture.at(3600), leaseUntil: Fixture.at(3620)).count == 2)
        try await subject.store.release("a1", failure: "no", retryAt: Fixture.at(3700), now: Fixture.at(3600))
        #expect(try await claim(subject, at: 0) == [])
        try await subject.store.hold([], now: Fixture.at(0), until: Fixture.at(20))
        // One has not been tried yet, the worker of another died; the third waits as it was told to.
        #expect(try await Set(claim(subject, at: 1)) == ["b1", "c1"])
        try await subject.store.commit([.completeEvent("b1", at: Fixture.at(2))], in: tenant.id)
        #expect(try await claim(subject, at: 2) == ["b2"])
    }

    @Test("the work of a worker that died is free after its lease, and its late writes are refused", arguments: StoreKind.allCases)
    func lease(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split("d1", into: [Fixture.event("e1", in: tenant)], now: Fixture.start)
        #expect(try await claim(subject, at: 0, lease: 30) == ["e1"])
        #expect(try await claim(subject, at: 29) == [])
        #expect(try await claim(subject, at: 30) == ["e1"])
        try await subject.store.commit([Fixture.put("i1", [:]), .completeEvent("e1", at: Fixture.start)], in: tenant.id)
        // The first worker comes back.
        await #expect(throws: StorageError.conflict(table: "event", columns: ["id"])) {
            try await subject.store.commit([Fixture.put("i2", [:]), .completeEvent("e1", at: Fixture.start)], in: tenant.id)
        }
        try await subject.store.release("e1", failure: "late", retryAt: Fixture.start, now: Fixture.start)
        #expect(try await subject.store.count(of: Fixture.contact, in: tenant.id, matching: RecordQuery()) == 1)
        #expect(try await claim(subject, at: 99) == [])
    }

    @Test("an event that cannot be routed is kept, and replayed as often as one likes", arguments: StoreKind.allCases)
    func unrouted(kind: StoreKind) async throws {
        let subject = try await kind.make()
        try await subject.store.append([Fixture.delivery("d1")])
        try await subject.store.split("d1", into: [Fixture.event("e1", key: "k", in: nil)], now: Fixture.start)
        #expect(try await claim(subject, at: 0) == [])
        #expect(try await subject.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 0, running: 0, dead: 0, unrouted: 1))
        for _ in 0..<2 { #expect(try await subject.store.replay("e1", now: Fixture.start)) }
        #expect(try await subject.store.inboxCounts().unrouted == 1)
    }

    @Test("purging removes what is done and old, and no dead letters", arguments: StoreKind.allCases)
    func purge(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        try await subject.store.append([Fixture.delivery("d1"), Fixture.delivery("d2"), Fixture.delivery("d3")])
        try await subject.store.split("d1", into: [Fixture.event("e1", lane: "1", in: tenant)], now: Fixture.start)
        try await subject.store.split("d2", into: [Fixture.event("e2", lane: "2", in: tenant)], now: Fixture.start)
        #expect(try await claim(subject, at: 0) == ["e1", "e2"])
        try await subject.store.commit([.completeEvent("e1", at: Fixture.start)], in: tenant.id)
        try await subject.store.release("e2", failure: "no", retryAt: nil, now: Fixture.start)
        let future = Date().addingTimeInterval(60)
        #expect(try await subject.store.purgeInbox(olderThan: Fixture.at(-1)) == 0)
        #expect(try await subject.store.purgeInbox(olderThan: future) == 2)
        #expect(try await subject.store.inboxCounts() == InboxCounts(unsplit: 1, waiting: 0, running: 0, dead: 1))
        #expect(try await subject.store.replay("e2", now: Fixture.start))
    }

    /// Many workers that fail, die and finish at random, watched by a model of each lane.
    @Test("whatever workers do, every lane is handled once and in order", arguments: StoreKind.allCases)
    func property(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        var dice = Dice(seed: 3)
        var expected: [String: [String]] = [:]
        for number in 0..<120 {
            let lane = "lane\(Int.random(in: 0..<8, using: &dice))"
            try await subject.store.append([Fixture.delivery("d\(number)")])
            try await subject.store.split(
                DeliveryID("d\(number)"), into: [Fixture.event("e\(1000 + number)", lane: lane, in: tenant)], now: Fixture.start)
            expected[lane, default: []].append("e\(1000 + number)")
        }
        let lanes = Dictionary(uniqueKeysWithValues: expected.flatMap { lane, ids in ids.map { ($0, lane) } })
        var done: [String: [String]] = [:]
        var seconds = 0.0
        while done.values.joined().count < 120, seconds < 5000 {
            seconds += 1
            let events = try await subject.store.claimEvents(
                limit: Int.random(in: 1...4, using: &dice), now: Fixture.at(seconds), leaseUntil: Fixture.at(seconds + 5))
            for event in events {
                let lane = try #require(lanes[event.id.rawValue])
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: break
                case 1:
                    try await subject.store.release(
                        event.id, failure: "no", retryAt: Fixture.at(seconds + 3), now: Fixture.at(seconds))
                default:
                    try await subject.store.commit([.completeEvent(event.id, at: Fixture.start)], in: tenant.id)
                    done[lane, default: []].append(event.id.rawValue)
                }
            }
        }
        #expect(done == expected)
    }

    private func claim(_ subject: StoreUnderTest, at seconds: Double, lease: Double = 1000) async throws -> [String] {
        try await subject.store.claimEvents(
            limit: 100, now: Fixture.at(seconds), leaseUntil: Fixture.at(seconds + lease)
        ).map(\.id.rawValue)
    }
}
