#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Storage

/// The events of one conversation, which are handled one after the other.
struct Lane: Hashable {
    let installation: String
    let webhook: String
    let orderingKey: String

    /// For locks.
    var name: String { "\(installation)\n\(webhook)\n\(orderingKey)" }

    /// Whether there are unfinished events in the lane whose ``arguments`` are bound.
    static let hasUnfinished = "EXISTS (SELECT 1 FROM ik_event WHERE \(isUnfinished))"
    static let isUnfinished = "state IN (0, 1, 2) AND installation_id = ? AND webhook = ? AND ordering_key = ?"

    var arguments: SQLArguments { [installation, webhook, orderingKey] }
}

extension Lane {
    init(installation: String, of event: NewEvent) {
        self.init(installation: installation, webhook: event.webhook, orderingKey: event.event.orderingKey)
    }
}

/// How events move through their lanes.
///
/// Invariant: in a lane with unfinished events exactly one is `ready` or `running`, its head, and all others are
/// `queued`. So the next events to take are found by one index over heads, however long the history or one lane is.
/// Every step that looks at a lane to change it locks the lane first: where write transactions run side by side, what
/// came in and what was settled meanwhile would not see each other. Of several lanes all are locked at once and in one
/// order, so that two never wait for each other.
extension SQLSession {
    /// Gives the events that came while their channel was not open to the installation that has opened it; those of
    /// another installation's own deliveries stay. Those that it knows from another delivery are dropped. In their lanes
    /// they stand where they came in.
    func takeOverEvents(of channel: ChannelRecord, for installation: String) throws {
        let ownKeys = installation + "\n"
        let waiting = try rows(
            """
            SELECT sequence, webhook, ordering_key, deduplication_key FROM ik_event
            WHERE state = 4 AND installation_id IS NULL AND route_channel = ? AND route_identifier = ? AND NOT EXISTS (
                SELECT 1 FROM ik_delivery d WHERE d.id = ik_event.delivery AND d.installation_id <> ?)
            ORDER BY sequence\(dialect.forUpdate)
            """, [channel.handle, channel.identifier, installation]
        ) { row in
            let key = try row.text(3)
            return (
                sequence: try row.integer(0), webhook: try row.text(1), lane: try row.text(2),
                key: key.hasPrefix(ownKeys) ? String(key.dropFirst(ownKeys.count)) : key
            )
        }
        let lanes = waiting.map { Lane(installation: installation, webhook: $0.webhook, orderingKey: $0.lane) }
        for lane in Set(lanes.map(\.name)).sorted() { try lock(lane, isShared: false) }
        for (event, lane) in zip(waiting, lanes) {
            let isKnown = try exists(
                "SELECT 1 FROM ik_event WHERE installation_id = ? AND webhook = ? AND deduplication_key = ?",
                [installation, event.webhook, event.key])
            if isKnown {
                try run("DELETE FROM ik_event WHERE sequence = ?", [event.sequence])
                continue
            }
            try run(
                """
                UPDATE ik_event SET installation_id = ?, channel_id = ?, deduplication_key = ?, failure = NULL,
                    settled_at = NULL, state = CASE WHEN \(Lane.hasUnfinished) THEN 0 ELSE 1 END
                WHERE sequence = ?
                """, [installation, channel.id.rawValue, event.key] + lane.arguments + [event.sequence])
        }
    }

    func claim(limit: Int, now: Date, leaseUntil: Date) throws -> [StoredEvent] {
        try rows(
            """
            WITH heads AS MATERIALIZED (
                SELECT sequence FROM ik_event WHERE state IN (1, 2) AND due_at <= ?
                ORDER BY due_at, sequence LIMIT ?\(dialect.forUpdateSkippingLocked))
            UPDATE ik_event SET state = 2, claims = claims + 1, due_at = ? WHERE sequence IN (SELECT sequence FROM heads)
            RETURNING sequence, id, delivery, webhook, installation_id, channel_id, kind, claims, content
            """, [now.microseconds, limit, leaseUntil.microseconds]
        ) { row in
            let event = StoredEvent(
                id: try row.id(1), delivery: try row.id(2), webhook: try row.text(3), installation: try row.id(4),
                channel: try row.optional(5, row.id), kind: try row.text(6), attempt: Int(try row.integer(7)) - 1,
                content: try row.json(8))
            return (sequence: try row.integer(0), event: event)
        }.sorted { $0.sequence < $1.sequence }.map(\.event)
    }

    /// After an event has ended: lets the next one of its lane go ahead.
    func moveOn(_ lane: Lane, now: Date) throws {
        try lock(lane.name, isShared: false)
        try run(
            """
            UPDATE ik_event SET state = 1, due_at = CASE WHEN claims = 0 THEN ? ELSE due_at END WHERE state = 0 AND sequence = (
                SELECT sequence FROM ik_event WHERE \(Lane.isUnfinished) ORDER BY sequence LIMIT 1)
            """, [now.microseconds] + lane.arguments)
    }

    func replay(_ event: EventID, now: Date) throws -> Bool {
        let dead = try first(
            """
            SELECT sequence, installation_id, webhook, ordering_key, route_channel, route_identifier FROM ik_event
            WHERE id = ? AND state = 4\(dialect.forUpdate)
            """, [event.rawValue]
        ) { row in
            (
                sequence: try row.integer(0), installation: try row.optional(1, row.text), webhook: try row.text(2),
                orderingKey: try row.text(3), channel: try row.optional(4, row.text), identifier: try row.optional(5, row.text)
            )
        }
        guard let dead else { return false }
        guard let installation = dead.installation else {
            try run("UPDATE ik_event SET settled_at = ? WHERE sequence = ?", [now.microseconds, dead.sequence])
            let owners = try rows(
                """
                SELECT \(channelColumns()), installation_id FROM ik_channel
                WHERE handle = ? AND identifier = ? AND closed_at IS NULL ORDER BY installation_id\(dialect.keepingIt)
                """, [dead.channel, dead.identifier]
            ) { (channel: try $0.channel(0), installation: try $0.text(6)) }
            for owner in owners { try takeOverEvents(of: owner.channel, for: owner.installation) }
            return true
        }
        let lane = Lane(installation: installation, webhook: dead.webhook, orderingKey: dead.orderingKey)
        try lock(lane.name, isShared: false)
        try run(
            """
            UPDATE ik_event SET state = CASE WHEN \(Lane.hasUnfinished) THEN 0 ELSE 1 END, claims = 0, due_at = ?,
                settled_at = NULL
            WHERE sequence = ?
            """, lane.arguments + [now.microseconds, dead.sequence])
        return true
    }
}
