#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

/// What `ik_event.state` holds.
enum EventState: Int64 {
    /// Behind another unfinished event of its lane.
    case queued = 0
    /// At the head of its lane, to be taken from `due_at` on.
    case ready
    /// At the head of its lane and taken; free again at `due_at`.
    case running
    case done
    /// Given up. Not in the way of its lane.
    case dead
}

// What providers delivered. How lanes move on is in `Lanes.swift`.
extension SQLStore {
    public func append(_ deliveries: [Delivery]) async throws(StorageError) {
        guard !deliveries.isEmpty else { return }
        try await write { db in
            var rest = deliveries[...]
            for size in rowsAtOnce {
                let rows = Array(repeating: "(?, ?, ?, ?, ?, ?, ?, 0)", count: size).joined(separator: ", ")
                while rest.count >= size {
                    try db.run(
                        """
                        INSERT INTO ik_delivery (id, registration, webhook, installation_id, received_at, settled_at, body,
                            state)
                        VALUES \(rows)
                        """, SQLArguments(rest.prefix(size).flatMap(Self.values)))
                    rest = rest.dropFirst(size)
                }
            }
        }
    }

    private static func values(of delivery: Delivery) -> [SQLValue] {
        let receivedAt = delivery.receivedAt.microseconds.sqlValue
        return [
            delivery.id.rawValue.sqlValue, delivery.registration.sqlValue, delivery.webhook.sqlValue,
            delivery.installation?.rawValue.sqlValue ?? .null, receivedAt, receivedAt, .bytes(delivery.body),
        ]
    }

    public func unsplitDeliveries(limit: Int, bytes: Int, now: Date) async throws(StorageError) -> [Delivery] {
        try await read { db in
            guard try !db.isSplitting() else { return [] }
            // First the sizes, then only those bodies that have room.
            let sizes = try db.rows(
                """
                SELECT sequence, length(body) FROM ik_delivery WHERE state = 0 AND due_at <= ? ORDER BY sequence LIMIT ?
                """, [now.microseconds, max(limit, 1)]
            ) { (sequence: try $0.integer(0), bytes: Int(try $0.integer(1))) }
            var room = bytes
            let fitting = sizes.prefix { size in
                defer { room -= size.bytes }
                return room > 0
            }
            guard let last = fitting.last else { return [] }
            return try db.rows(
                """
                SELECT id, registration, webhook, installation_id, received_at, body, failures FROM ik_delivery
                WHERE state = 0 AND due_at <= ? AND sequence <= ? ORDER BY sequence
                """, [now.microseconds, last.sequence]
            ) { row in
                Delivery(
                    id: try row.id(0), registration: try row.text(1), webhook: try row.text(2),
                    installation: try row.optional(3, row.id), receivedAt: try row.date(4), body: try row.bytes(5),
                    failures: Int(try row.integer(6)))
            }
        }
    }

    public func unsplitState(receivedUntil date: Date) async throws(StorageError) -> InboxState? {
        try await read { db in
            func isAny(_ state: Int) throws -> Bool {
                try db.exists(
                    "SELECT 1 FROM ik_delivery WHERE state = \(state) AND installation_id IS NULL AND received_at <= ? LIMIT 1",
                    [date.microseconds])
            }
            if try isAny(0) { return .waiting }
            return try isAny(2) ? .dead : nil
        }
    }

    /// Nothing happens to a delivery that was split before. An event whose installation is gone meanwhile is kept
    /// as `UNROUTED`.
    @discardableResult
    public func split(_ deliveries: [SplitDelivery], now: Date) async throws(StorageError) -> Int {
        try await write { db in try db.store(try db.beginSplitting(deliveries, now: now), now: now) }
    }

    public func postpone(
        _ delivery: DeliveryID, until: Date, reason: String, now: Date
    ) async throws(StorageError) {
        try await write { db in
            try db.noteFailure(of: delivery, reason: reason, now: now)
            try db.run(
                "UPDATE ik_delivery SET failures = failures + 1, due_at = ?, reason = ? WHERE id = ? AND state = 0",
                [until.microseconds, reason, delivery.rawValue])
        }
    }

    public func setAside(_ delivery: DeliveryID, reason: String, now: Date) async throws(StorageError) {
        try await write { db in
            try db.noteFailure(of: delivery, reason: reason, now: now)
            try db.run(
                "UPDATE ik_delivery SET state = 2, reason = ?, settled_at = ? WHERE id = ? AND state = 0",
                [reason, now.microseconds, delivery.rawValue])
        }
    }

    public func claimEvents(limit: Int, now: Date, leaseUntil: Date) async throws(StorageError) -> [StoredEvent] {
        // Looking costs no lock, so idle workers disturb nobody.
        let isWork = try await read { db in
            try db.exists("SELECT 1 FROM ik_event WHERE state IN (1, 2) AND due_at <= ? LIMIT 1", [now.microseconds])
        }
        guard isWork else { return [] }
        return try await write { db in try db.claim(limit: max(limit, 1), now: now, leaseUntil: leaseUntil) }
    }

    /// How far the clocks of two processes may lie apart, in seconds.
    private static var clockTolerance: Double { 60 }

    public func hold(_ events: [EventID], now: Date, until leaseUntil: Date) async throws(StorageError) {
        // Nobody has postponed an event that was never claimed, and nobody gives a longer lease.
        let misdated = """
            state IN (1, 2) AND due_at > \(now.microseconds) AND (claims = 0
                OR state = 2 AND due_at > \(leaseUntil.addingTimeInterval(Self.clockTolerance).microseconds))
            """
        let isMisdated = try await read { db in try db.exists("SELECT 1 FROM ik_event WHERE \(misdated) LIMIT 1", []) }
        guard isMisdated || !events.isEmpty else { return }
        try await write { db in
            if isMisdated {
                try db.run("UPDATE ik_event SET due_at = ? WHERE \(misdated)", [now.microseconds])
            }
            for event in events.sorted(by: { $0.rawValue < $1.rawValue }) {
                try db.run(
                    "UPDATE ik_event SET due_at = ? WHERE id = ? AND state = 2", [leaseUntil.microseconds, event.rawValue])
            }
        }
    }

    /// Nothing happens to an event that is not being worked on.
    public func release(
        _ event: EventID, failure: String, retryAt: Date?, now: Date
    ) async throws(StorageError) {
        try await write { db in
            let running = try db.first(
                """
                SELECT sequence, claims, installation_id, webhook, ordering_key FROM ik_event
                WHERE id = ? AND state = 2\(db.dialect.forUpdate)
                """, [event.rawValue]
            ) { row in
                let lane = Lane(
                    installation: try row.text(2), webhook: try row.text(3), orderingKey: try row.text(4))
                return (sequence: try row.integer(0), attempt: try row.integer(1), lane: lane)
            }
            guard let running else { return }
            try db.run(
                "INSERT INTO ik_failure (event, attempt, failed_at, reason) VALUES (?, ?, ?, ?)",
                [event.rawValue, running.attempt, now.microseconds, failure])
            if let retryAt {
                try db.run(
                    "UPDATE ik_event SET state = 1, due_at = ?, failure = ? WHERE sequence = ?",
                    [retryAt.microseconds, failure, running.sequence])
            } else {
                try db.run(
                    "UPDATE ik_event SET state = 4, failure = ?, settled_at = ? WHERE sequence = ?",
                    [failure, now.microseconds, running.sequence])
                try db.moveOn(running.lane, now: now)
            }
        }
    }

    /// - Returns: false when there is no such dead letter.
    public func replay(_ event: EventID, now: Date) async throws(StorageError) -> Bool {
        try await write { db in try db.replay(event, now: now) }
    }

    /// Dead deliveries, those that could not be split, are counted with the dead events.
    public func inboxCounts() async throws(StorageError) -> InboxCounts {
        try await read { db in
            func count(_ condition: String) throws -> Int {
                Int(try db.first("SELECT count(*) FROM \(condition)") { try $0.integer(0) } ?? 0)
            }
            return InboxCounts(
                unsplit: try count("ik_delivery WHERE state = 0"),
                waiting: try count("ik_event WHERE state IN (0, 1, 2) AND state <> 2"),
                running: try count("ik_event WHERE state IN (1, 2) AND state = 2"),
                dead: try count("ik_event WHERE state = 4 AND installation_id IS NOT NULL")
                    + count("ik_delivery WHERE state = 2"),
                unrouted: try count("ik_event WHERE state = 4 AND installation_id IS NULL"))
        }
    }

    /// Deliveries of dead letters that stay, stay too. The keys of purged events are forgotten: a provider that delivered one of
    /// them again later than this would be believed.
    @discardableResult
    public func purgeInbox(olderThan date: Date) async throws(StorageError) -> Int {
        var total = 0
        for statement in purges {
            // In portions, so that others get their turn.
            while true {
                let count = try await write { db in try db.count(statement, [date.microseconds]) }
                total += count
                if count < purgePortion { break }
            }
        }
        return total
    }
}

extension SQLStore {
    @discardableResult
    public func purgeMessages(olderThan date: Date) async throws(StorageError) -> Int {
        var total = 0
        while true {
            // Looked for among the oldest only: sequences grow with time.
            let count = try await write { db in
                try db.count(
                    """
                    DELETE FROM ik_message WHERE sequence IN (
                        SELECT sequence FROM (SELECT sequence, recorded_at FROM ik_message
                            WHERE NOT EXISTS (SELECT 1 FROM ik_outgoing o
                                WHERE o.installation_id = ik_message.installation_id AND o.message_id = ik_message.id)
                            ORDER BY sequence LIMIT \(purgePortion)) AS oldest
                        WHERE recorded_at < ?)
                    """, [date.microseconds])
            }
            total += count
            if count < purgePortion { break }
        }
        guard total > 0 else { return 0 }
        try await write { db in
            try db.run(
                """
                DELETE FROM ik_conversation WHERE last_message_at < ? AND NOT EXISTS (SELECT 1 FROM ik_message m
                    WHERE m.installation_id = ik_conversation.installation_id AND m.conversation_id = ik_conversation.id)
                """, [date.microseconds])
        }
        return total
    }
}

/// Deliveries that one statement stores: few sizes, since each is a statement of its own that connections keep prepared.
private let rowsAtOnce = [64, 16, 4, 1]

private let purgePortion = 1000
/// Events that are done, events that nobody has asked for, and deliveries that no dead letter needs.
private let purges = [
    """
    DELETE FROM ik_event WHERE sequence IN (
        SELECT sequence FROM ik_event WHERE state = 3 AND settled_at < ? LIMIT \(purgePortion))
    """,
    """
    DELETE FROM ik_event WHERE sequence IN (
        SELECT sequence FROM ik_event WHERE state = 4 AND installation_id IS NULL AND settled_at < ?
        LIMIT \(purgePortion))
    """,
    """
    DELETE FROM ik_delivery WHERE sequence IN (
        SELECT d.sequence FROM ik_delivery d WHERE d.state = 1 AND d.settled_at < ?
            AND NOT EXISTS (SELECT 1 FROM ik_event e WHERE e.delivery = d.id AND e.state = 4)
        LIMIT \(purgePortion))
    """,
]
