#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Storage

/// How events move through their lanes.
///
/// Invariant: in a lane with unfinished events exactly one is `ready` or `running`, its head, and all others are
/// `queued`. So the next events to take are found by one index over heads, however long the history or one lane is.
/// Every step that looks at a lane to change it locks the lane first: where write transactions run side by side, what
/// came in and what was settled meanwhile would not see each other. Of several lanes all are locked at once and in one
/// order, so that two never wait for each other.
extension SQLSession {
    /// Stores the events of one delivery for every installation that they go to.
    func store(_ events: [NewEvent], of delivery: DeliveryID, now: Date) throws -> SplitCounts {
        var counts = SplitCounts()
        let channels = events.compactMap { event in
            event.event.channelIdentifier.flatMap { identifier in event.channel.map { Self.channel($0, identifier) } }
        }
        for channel in Set(channels).sorted() { try lock(channel, isShared: true) }
        let routes = try events.map(routes)
        var lanes: Set<String> = []
        for (event, routes) in zip(events, routes) {
            for route in routes { lanes.insert(Self.lane(route.installation, event.webhook, event.event.orderingKey)) }
        }
        for lane in lanes.sorted() { try lock(lane, isShared: false) }
        for (event, routes) in zip(events, routes) {
            if routes.isEmpty, try insert(event, id: event.id.rawValue, of: delivery, to: nil, channel: nil, now: now) {
                counts.unrouted += 1
            }
            for (index, route) in routes.enumerated() {
                let id = index == 0 ? event.id.rawValue : "\(event.id.rawValue).\(index)"
                let isNew = try insert(
                    event, id: id, of: delivery, to: route.installation, channel: route.channel, now: now)
                if isNew { counts.new += 1 }
            }
        }
        return counts
    }

    static func lane(_ installation: String, _ webhook: String, _ orderingKey: String) -> String {
        "\(installation)\n\(webhook)\n\(orderingKey)"
    }

    /// Whoever opens or closes a channel waits for those who look where its events go, and they for it: an event that comes
    /// meanwhile is either routed or taken over.
    private static func channel(_ handle: String, _ identifier: String) -> String { "channel\n\(handle)\n\(identifier)" }

    /// Whoever opens or closes several locks all of them first, since opening locks lanes after that.
    func lockForOpening(_ channels: [(handle: String, identifier: String)]) throws {
        for key in Set(channels.map { Self.channel($0.handle, $0.identifier) }).sorted() { try lock(key, isShared: false) }
    }

    private func routes(of event: NewEvent) throws -> [(installation: String, channel: String?)] {
        var channels: [(installation: String, id: String, isOpen: Bool)] = []
        if let channel = event.channel, let identifier = event.event.channelIdentifier {
            channels = try rows(
                """
                SELECT installation_id, id, closed_at FROM ik_channel WHERE handle = ? AND identifier = ?
                ORDER BY installation_id, id\(dialect.keepingIt)
                """, [channel, identifier]
            ) { (try $0.text(0), try $0.text(1), try $0.optional(2, $0.integer) == nil) }
        }
        guard let owner = event.installation?.rawValue else {
            return channels.filter(\.isOpen).map { ($0.installation, $0.id) }
        }
        let own = channels.first { $0.installation == owner }
        let isThere = try exists("SELECT 1 FROM ik_installation WHERE id = ?\(dialect.keepingIt)", [owner])
        return isThere && own?.isOpen != false ? [(owner, own?.id)] : []
    }

    /// The key under which an event is kept that nobody has: keys of different installations' own deliveries may be the same.
    private static func unroutedKey(_ event: NewEvent) -> String {
        event.installation.map { "\($0.rawValue)\n\(event.event.deduplicationKey)" } ?? event.event.deduplicationKey
    }

    /// - Returns: false when the event's key is known.
    private func insert(
        _ event: NewEvent, id: String, of delivery: DeliveryID, to installation: String?, channel: String?, now: Date
    ) throws -> Bool {
        let split = event.event
        var state = EventState.dead
        if let installation {
            state = try hasUnfinished(installation, event.webhook, split.orderingKey) ? .queued : .ready
        }
        let target = installation == nil
            ? "(webhook, deduplication_key) WHERE installation_id IS NULL"
            : "(installation_id, webhook, deduplication_key) WHERE installation_id IS NOT NULL"
        let now = now.microseconds
        return try changes(
            """
            INSERT INTO ik_event (id, delivery, webhook, installation_id, channel_id, deduplication_key, ordering_key,
                kind, occurred_at, content, state, due_at, failure, settled_at, route_channel, route_identifier)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT \(target) DO NOTHING
            """,
            [
                id, delivery.rawValue, event.webhook, installation, channel,
                installation == nil ? Self.unroutedKey(event) : split.deduplicationKey, split.orderingKey,
                split.kind, split.occurredAt?.microseconds, split.content.serialized(), state.rawValue, now,
                installation == nil ? "UNROUTED" : nil, installation == nil ? now : nil,
                installation == nil ? event.channel : nil, installation == nil ? split.channelIdentifier : nil,
            ])
    }

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
        let lanes = Set(waiting.map { Self.lane(installation, $0.webhook, $0.lane) })
        for lane in lanes.sorted() { try lock(lane, isShared: false) }
        for event in waiting {
            let isKnown = try exists(
                "SELECT 1 FROM ik_event WHERE installation_id = ? AND webhook = ? AND deduplication_key = ?",
                [installation, event.webhook, event.key])
            if isKnown {
                try run("DELETE FROM ik_event WHERE sequence = ?", [event.sequence])
                continue
            }
            let state: EventState = try hasUnfinished(installation, event.webhook, event.lane) ? .queued : .ready
            try run(
                """
                UPDATE ik_event SET installation_id = ?, channel_id = ?, deduplication_key = ?, state = ?, failure = NULL,
                    settled_at = NULL
                WHERE sequence = ?
                """, [installation, channel.id.rawValue, event.key, state.rawValue, event.sequence])
        }
    }

    func claim(limit: Int, now: Date, leaseUntil: Date) throws -> [StoredEvent] {
        let heads = try rows(
            """
            SELECT sequence, id, delivery, webhook, installation_id, channel_id, kind, claims, content FROM ik_event
            WHERE state IN (1, 2) AND due_at <= ? ORDER BY due_at, sequence LIMIT ?\(dialect.forUpdateSkippingLocked)
            """, [now.microseconds, limit]
        ) { row in
            let event = StoredEvent(
                id: try row.id(1), delivery: try row.id(2), webhook: try row.text(3), installation: try row.id(4),
                channel: try row.optional(5, row.id), kind: try row.text(6), attempt: Int(try row.integer(7)),
                content: try row.json(8))
            return (sequence: try row.integer(0), event: event)
        }
        for head in heads {
            try run(
                "UPDATE ik_event SET state = 2, claims = claims + 1, due_at = ? WHERE sequence = ?",
                [leaseUntil.microseconds, head.sequence])
        }
        return heads.map(\.event)
    }

    /// Ends an event, well or badly, and lets the next one of its lane go ahead.
    func settle(_ sequence: Int64, as state: EventState, failure: String?, now: Date) throws {
        guard
            let old = try first(
                "SELECT state, installation_id, webhook, ordering_key FROM ik_event WHERE sequence = ?\(dialect.forUpdate)",
                [sequence],
                { (try $0.integer(0), try $0.text(1), try $0.text(2), try $0.text(3)) })
        else { return }
        try run(
            "UPDATE ik_event SET state = ?, failure = ?, settled_at = ? WHERE sequence = ?",
            [state.rawValue, failure, now.microseconds, sequence])
        let wasHead = old.0 == EventState.ready.rawValue || old.0 == EventState.running.rawValue
        guard wasHead else { return }
        try lock(Self.lane(old.1, old.2, old.3), isShared: false)
        try run(
            """
            UPDATE ik_event SET state = 1, due_at = CASE WHEN claims = 0 THEN ? ELSE due_at END WHERE sequence = (
                SELECT sequence FROM ik_event
                WHERE state IN (0, 1, 2) AND installation_id = ? AND webhook = ? AND ordering_key = ?
                ORDER BY sequence LIMIT 1)
            """, [now.microseconds, old.1, old.2, old.3])
    }

    func replay(_ event: EventID, now: Date) throws -> Bool {
        let dead = try first(
            """
            SELECT sequence, installation_id, webhook, ordering_key, delivery FROM ik_event WHERE id = ? AND state = 4\(dialect.forUpdate)
            """, [event.rawValue]
        ) { row in
            (
                sequence: try row.integer(0), installation: try row.optional(1, row.text), webhook: try row.text(2),
                orderingKey: try row.text(3), delivery: try row.text(4)
            )
        }
        guard let dead else { return false }
        guard let installation = dead.installation else {
            let isThere = try changes(
                "UPDATE ik_delivery SET state = 0, settled_at = received_at WHERE id = ?", [dead.delivery])
            if isThere { try run("DELETE FROM ik_event WHERE sequence = ?", [dead.sequence]) }
            return isThere
        }
        try lock(Self.lane(installation, dead.webhook, dead.orderingKey), isShared: false)
        let state: EventState = try hasUnfinished(installation, dead.webhook, dead.orderingKey) ? .queued : .ready
        try run(
            "UPDATE ik_event SET state = ?, claims = 0, due_at = ?, settled_at = NULL WHERE sequence = ?",
            [state.rawValue, now.microseconds, dead.sequence])
        return true
    }

    private func hasUnfinished(_ installation: String, _ webhook: String, _ orderingKey: String) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM ik_event
            WHERE state IN (0, 1, 2) AND installation_id = ? AND webhook = ? AND ordering_key = ? LIMIT 1
            """, [installation, webhook, orderingKey])
    }
}
