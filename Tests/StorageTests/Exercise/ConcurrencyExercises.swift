import Dispatch
import Foundation
import IntegrationKit
import IntegrationTesting
import Storage
import StoragePostgres
@testable import StorageSQL
import StorageSQLite
import Synchronization
import Testing

/// Two stores on one database, as two processes have them.
@Suite("Two stores on one database", .timeLimit(.minutes(10)))
struct ConcurrencyExercises {
    /// The kinds that a second process can open.
    static let kinds: [StoreKind] = [.sqliteFile, .postgres]

    /// Both prepared for the fixture's models.
    private func pair(_ kind: StoreKind) async throws -> (StoreUnderTest, any Store) {
        let first: StoreUnderTest
        let second: any Store
        switch kind {
        case .postgres:
            let url = try TemporaryPostgres.shared.makeStore()
            first = StoreUnderTest(store: try await PostgresStore(url: url), keeping: nil)
            second = try await PostgresStore(url: url)
        case .sqliteFile, .sqliteMemory:
            let temporary = try TemporaryStore()
            first = StoreUnderTest(store: temporary.store, keeping: temporary)
            second = try SQLiteStore(path: temporary.path)
        }
        try await first.store.prepare(models: Fixture.models)
        try await second.prepare(models: Fixture.models)
        return (first, second)
    }

    @Test("they claim disjoint lanes, and each event is handled once and in its order", arguments: kinds)
    func claims(kind: StoreKind) async throws {
        let (one, two) = try await pair(kind)
        let tenant = try await one.tenant()
        let deliveries = (0..<60).map { Fixture.delivery("d\(100 + $0)") }
        try await one.store.append(deliveries)
        let handled = Handled()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for store in [one.store, two, one.store, two] {
                group.addTask {
                    // Both split whatever is there, oldest first, as the servers do.
                    for delivery in try await store.unsplitDeliveries(limit: 100, bytes: 1 << 24, now: Fixture.start) {
                        let number = delivery.id.rawValue.dropFirst()
                        try await store.split(
                            delivery.id, into: [Fixture.event("e\(number)", lane: "lane\((Int(number) ?? 0) % 7)", in: tenant)],
                            now: Fixture.start)
                    }
                    while handled.count < 60 {
                        let events = try await store.claimEvents(limit: 3, now: Fixture.start, leaseUntil: Fixture.at(600))
                        for event in events {
                            handled.add(event.id.rawValue)
                            try await store.commit([.completeEvent(event.id, at: Fixture.start)], in: tenant.id)
                        }
                        if events.isEmpty { await Task.yield() }
                    }
                }
            }
            try await group.waitForAll()
        }
        let ids = handled.ids
        #expect(Set(ids).count == 60)
        #expect(ids.count == 60)
        for lane in 0..<7 {
            let inLane = ids.filter { (Int($0.dropFirst()) ?? 0) % 7 == lane }
            #expect(inLane == inLane.sorted(), "lane \(lane)")
        }
        await one.store.close()
        await two.close()
    }

    @Test("while one stores what it has split the other leaves deliveries alone, and both see those that come after")
    func oneSplitter() async throws {
        let (one, two) = try await pair(.postgres)
        let tenant = try await one.tenant()
        try await one.store.append([Fixture.delivery("d1"), Fixture.delivery("d2")])
        let (isInside, inside) = AsyncStream<Void>.makeStream()
        let mayEnd = DispatchSemaphore(value: 0)
        let store = try #require(one.store as? PostgresStore)
        let splitting = Task {
            try await store.write { db in
                _ = try db.beginSplitting([SplitDelivery("d1", into: [])], now: Fixture.start)
                inside.finish()
                mayEnd.wait()
            }
        }
        for await _ in isInside {}
        #expect(try await two.unsplitDeliveries(limit: 9, bytes: 1 << 20, now: Fixture.start).isEmpty)
        mayEnd.signal()
        try await splitting.value
        #expect(try await two.unsplitDeliveries(limit: 9, bytes: 1 << 20, now: Fixture.start).map(\.id) == ["d2"])
        try await two.split("d2", into: [Fixture.event("e1", in: tenant)], now: Fixture.start)
        #expect(try await one.store.claimEvents(limit: 9, now: Fixture.start, leaseUntil: Fixture.at(9)).map(\.id) == ["e1"])
        await one.store.close()
        await two.close()
    }

    @Test("what they write to one instance at the same time is all there", arguments: kinds)
    func fields(kind: StoreKind) async throws {
        let (one, two) = try await pair(kind)
        let tenant = try await one.tenant()
        try await one.store.commit([Fixture.put("i1", [:])], in: tenant.id)
        let fields = ["phone", "note", "city", "street"]
        for round in 0..<10 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, field) in fields.enumerated() {
                    let store = index % 2 == 0 ? one.store : two
                    group.addTask {
                        try await store.commit(
                            [Fixture.put("i1", [field: .string("\(field)\(round)")], isNew: false)], in: tenant.id)
                    }
                }
                try await group.waitForAll()
            }
            let values = try await two.records(of: Fixture.contact, in: tenant.id, matching: .id("i1")).first?.values
            #expect(fields.map { values?[$0] } == fields.map { .string("\($0)\(round)") })
        }
        await one.store.close()
        await two.close()
    }

    @Test("one message that both hear of is written once, and one delivery is split once", arguments: kinds)
    func duplicates(kind: StoreKind) async throws {
        let (one, two) = try await pair(kind)
        let tenant = try await one.tenant()
        for round in 0..<20 {
            try await one.store.append([Fixture.delivery("d\(round)")])
            async let first = one.store.commit(
                [Fixture.message("a\(round)", on: tenant.channel.id, from: "+\(round)", remoteID: "r\(round)")], in: tenant.id)
            async let second = two.commit(
                [Fixture.message("b\(round)", on: tenant.channel.id, from: "+\(round)", remoteID: "r\(round)")], in: tenant.id)
            let outcomes = try await first + second
            #expect(outcomes.filter { $0 == .nothingToDo }.count == 1)
            async let left = one.store.split(
                DeliveryID("d\(round)"), into: [Fixture.event("l\(round)", key: "k\(round)", in: tenant)], now: Fixture.start)
            async let right = two.split(
                DeliveryID("d\(round)"), into: [Fixture.event("r\(round)", key: "k\(round)", in: tenant)], now: Fixture.start)
            _ = try await (left, right)
        }
        #expect(try await one.store.inboxCounts().waiting == 20)
        let conversations = try await two.conversations(of: tenant.id, after: nil, limit: 100)
        #expect(conversations.count == 20)
        #expect(conversations.map(\.unreadCount) == Array(repeating: 1, count: 20))
        await one.store.close()
        await two.close()
    }

    @Test("what one does, the other hears at once")
    func hints() async throws {
        let (one, two) = try await pair(.postgres)
        // The first thing that is heard is that there may be something from before.
        var heard = two.hints.makeAsyncIterator()
        #expect(await heard.next() == .work)
        let told: [StoreHint] = [.tenant("ins_1"), .conversation("cnv_1", "ins_1"), .connection("ins_1"), .records("ins_1")]
        for hint in told {
            one.store.tell(hint)
            // Others on this database may tell something meanwhile.
            while let next = await heard.next(), next != hint {}
        }
        await one.store.close()
        await two.close()
        while await heard.next() != nil {}
    }
}

private final class Handled: Sendable {
    private let state = Mutex<[String]>([])

    var ids: [String] { state.withLock { $0 } }
    var count: Int { ids.count }
    func add(_ id: String) { state.withLock { $0.append(id) } }
}
