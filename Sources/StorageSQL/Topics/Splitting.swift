import IntegrationKit
import Storage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How what deliveries were split into finds its installations, and its place in their lanes.
extension SQLSession {
    /// The lock of whoever stores what deliveries were split into: one at a time does, and so the order in which they came
    /// is kept. It ends with the transaction, whatever becomes of the process.
    private static var splitting: String { "splitting" }

    /// Whether somebody stores what deliveries were split into at this moment.
    func isSplitting() throws -> Bool { try !tryLock(Self.splitting, isShared: true) }

    /// - Returns: those of the deliveries that nobody has split before; they count as split now.
    func beginSplitting(_ deliveries: [SplitDelivery], now: Date) throws -> [SplitDelivery] {
        try lock(Self.splitting, isShared: false)
        let ids = JSON.array(deliveries.map { .string($0.id.rawValue) }).serialized()
        let waiting = Set(try rows(
            """
            UPDATE ik_delivery SET state = 1, settled_at = ?, body = ? WHERE \(dialect.isAmong("id")) AND state = 0
            RETURNING id
            """, [now.microseconds, [UInt8](), ids]
        ) { try $0.text(0) })
        return deliveries.filter { waiting.contains($0.id.rawValue) }
    }

    /// Stores events for every installation that they go to.
    ///
    /// - Returns: how many nobody has a channel for yet.
    func store(_ deliveries: [SplitDelivery], now: Date) throws -> Int {
        let events = deliveries.flatMap { delivery in delivery.events.map { (delivery: delivery.id, event: $0) } }
        let routes = try routes(of: events.map(\.event))
        let lanes = events.flatMap { event in
            routes[event.event].map { Lane(installation: $0.installation, of: event.event).name }
        }
        for lane in Set(lanes).sorted() { try lock(lane, isShared: false) }
        var unrouted = 0
        for (delivery, event) in events {
            let installations = routes[event]
            if installations.isEmpty, try insertUnrouted(event, of: delivery, now: now) { unrouted += 1 }
            for (index, route) in installations.enumerated() {
                let id = index == 0 ? event.id.rawValue : "\(event.id.rawValue).\(index)"
                try insert(event, id: id, of: delivery, for: route, now: now)
            }
        }
        return unrouted
    }

    // MARK: Where events go

    /// Each channel and each installation is looked up once, however many events there are for it.
    private func routes(of events: [NewEvent]) throws -> EventRoutes {
        let places = Set(events.compactMap(EventRoutes.Place.init)).sorted { $0.lock < $1.lock }
        for place in places { try lock(place.lock, isShared: true) }
        var routes = EventRoutes()
        for place in places {
            routes.channels[place] = try rows(
                """
                SELECT installation_id, id, closed_at FROM ik_channel WHERE handle = ? AND identifier = ?
                ORDER BY installation_id, id\(dialect.keepingIt)
                """, [place.channel, place.identifier]
            ) { EventRoutes.Channel(installation: try $0.text(0), id: try $0.text(1), isOpen: $0.isNull(2)) }
        }
        for owner in Set(events.compactMap(\.installation?.rawValue)).sorted()
        where try exists("SELECT 1 FROM ik_installation WHERE id = ?\(dialect.keepingIt)", [owner]) {
            routes.owners.insert(owner)
        }
        return routes
    }

    /// Whoever opens, closes or removes channels waits for those who look where their events go, and they for it: an event
    /// that comes meanwhile is either routed or taken over. All of them are locked first, since opening locks lanes after
    /// that.
    func lockForOpening(_ channels: [(handle: String, identifier: String)]) throws {
        let locks = channels.map { EventRoutes.Place(channel: $0.handle, identifier: $0.identifier).lock }
        for name in Set(locks).sorted() { try lock(name, isShared: false) }
    }

    // MARK: Rows

    /// Behind the unfinished ones of its lane. Nothing happens when its key is known.
    private func insert(
        _ event: NewEvent, id: String, of delivery: DeliveryID, for route: EventRoutes.Route, now: Date
    ) throws {
        let split = event.event
        try run(
            """
            INSERT INTO ik_event (id, delivery, webhook, installation_id, channel_id, deduplication_key, ordering_key,
                kind, occurred_at, content, due_at, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN \(Lane.hasUnfinished) THEN 0 ELSE 1 END)
            ON CONFLICT (installation_id, webhook, deduplication_key) WHERE installation_id IS NOT NULL DO NOTHING
            """,
            [
                id, delivery.rawValue, event.webhook, route.installation, route.channel, split.deduplicationKey,
                split.orderingKey, split.kind, split.occurredAt?.microseconds, split.content.serialized(), now.microseconds,
            ] + Lane(installation: route.installation, of: event).arguments)
    }

    /// The key under which an event is kept that nobody has: keys of different installations' own deliveries may be the same.
    private static func unroutedKey(_ event: NewEvent) -> String {
        event.installation.map { "\($0.rawValue)\n\(event.event.deduplicationKey)" } ?? event.event.deduplicationKey
    }

    /// - Returns: false when its key is known.
    private func insertUnrouted(_ event: NewEvent, of delivery: DeliveryID, now: Date) throws -> Bool {
        let split = event.event
        return try changes(
            """
            INSERT INTO ik_event (id, delivery, webhook, deduplication_key, ordering_key, kind, occurred_at, content, state,
                due_at, failure, settled_at, route_channel, route_identifier)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 4, ?, 'UNROUTED', ?, ?, ?)
            ON CONFLICT (webhook, deduplication_key) WHERE installation_id IS NULL DO NOTHING
            """,
            [
                event.id.rawValue, delivery.rawValue, event.webhook, Self.unroutedKey(event), split.orderingKey, split.kind,
                split.occurredAt?.microseconds, split.content.serialized(), now.microseconds, now.microseconds,
                event.channel, split.channelIdentifier,
            ])
    }
}

/// Which installations events go to.
private struct EventRoutes {
    struct Place: Hashable {
        let channel: String
        let identifier: String

        var lock: String { "channel\n\(channel)\n\(identifier)" }
    }

    struct Channel {
        let installation: String
        let id: String
        let isOpen: Bool
    }

    struct Route {
        let installation: String
        let channel: String?
    }

    var channels: [Place: [Channel]] = [:]
    /// Of the installations whose own deliveries there are, those that are still there.
    var owners: Set<String> = []

    subscript(event: NewEvent) -> [Route] {
        let channels = Place(event).flatMap { self.channels[$0] } ?? []
        guard let owner = event.installation?.rawValue else {
            return channels.filter(\.isOpen).map { Route(installation: $0.installation, channel: $0.id) }
        }
        let own = channels.first { $0.installation == owner }
        guard owners.contains(owner), own?.isOpen != false else { return [] }
        return [Route(installation: owner, channel: own?.id)]
    }
}

extension EventRoutes.Place {
    init?(_ event: NewEvent) {
        guard let channel = event.channel, let identifier = event.event.channelIdentifier else { return nil }
        self.init(channel: channel, identifier: identifier)
    }
}
