#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Storage

/// How full the store's queues are. All processes on one store see the same.
struct QueueFigures: Hashable, Sendable {
    var counts: InboxCounts
    var outbox: OutboxCounts
    /// Seconds that the oldest has waited, 0 when none does.
    var unsplitAge: Double
    var waitingAge: Double
    var messageAge: Double
    var unknownAge: Double
    var connections: ConnectionCounts

    /// - Throws: when the store cannot be asked.
    static func read(from store: any Store, now: Date) async throws(StorageError) -> QueueFigures {
        let counts = try await store.inboxCounts()
        let ages = try await store.inboxAges()
        func age(_ since: Date?) -> Double { since.map { max(0, now.timeIntervalSince($0)) } ?? 0 }
        let outbox = try await store.outboxCounts()
        return QueueFigures(
            counts: counts, outbox: outbox, unsplitAge: age(ages.unsplitSince), waitingAge: age(ages.waitingSince),
            messageAge: age(outbox.oldest), unknownAge: age(outbox.oldestUnknown),
            connections: try await store.connectionCounts(now: now, soon: now.addingTimeInterval(ConnectionNotice.lead)))
    }
}
