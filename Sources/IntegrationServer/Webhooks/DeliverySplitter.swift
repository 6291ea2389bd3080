internal import IntegrationKit
internal import Logging
internal import Storage

/// Takes stored deliveries apart into events and gives each to the installations whose channel it belongs to.
struct DeliverySplitter<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let entries: [String: WebhookEntry<I>]

    /// Deliveries that are read from the store at once.
    private static var batch: Int { 256 }

    init(core: RuntimeCore<I>) {
        self.core = core
        entries = Dictionary(I.webhooks.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Splits what waits, at most a batch. - Returns: whether more may be waiting.
    func splitSome() async throws(StorageError) -> Bool {
        let deliveries = try await core.store.unsplitDeliveries(limit: Self.batch)
        for wave in waves(deliveries.map(Parsed.init)) {
            let failure = await withTaskGroup(of: StorageError?.self) { group in
                for delivery in wave {
                    group.addTask {
                        do throws(StorageError) {
                            try await store(delivery)
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(nil) { $0 ?? $1 }
            }
            if let failure { throw failure }
        }
        return deliveries.count == Self.batch
    }

    /// A delivery and what is in it.
    private struct Parsed: Sendable {
        let delivery: Delivery
        var events: [SplitEvent] = []
        var descriptor: WebhookDescriptor?
        var problem: String?

        init(_ delivery: Delivery) { self.delivery = delivery }
    }

    /// Deliveries that touch no common lane are stored together, which the store does in one transaction; one that
    /// continues a lane waits for the wave that has the lane's earlier events, so that their order is kept.
    private func waves(_ deliveries: [Parsed]) -> [[Parsed]] {
        var waves: [[Parsed]] = []
        var lastWave: [String: Int] = [:]
        for var delivery in deliveries {
            do throws(SetAside) {
                let (descriptor, events) = try events(of: delivery.delivery)
                delivery.descriptor = descriptor
                delivery.events = events
            } catch {
                delivery.problem = error.reason
            }
            let wave = delivery.events.compactMap { lastWave[$0.orderingKey] }.max().map { $0 + 1 } ?? 0
            for event in delivery.events { lastWave[event.orderingKey] = wave }
            if wave == waves.count { waves.append([]) }
            waves[wave].append(delivery)
        }
        return waves
    }

    private func store(_ parsed: Parsed) async throws(StorageError) {
        let delivery = parsed.delivery
        guard let descriptor = parsed.descriptor else {
            let reason = parsed.problem ?? "it could not be read"
            core.counters.add(.deliveriesSetAside)
            core.log.warning("a delivery cannot be understood and is kept as a dead letter",
                metadata: ["delivery": "\(delivery.id)", "reason": "\(reason)"])
            return try await core.store.setAside(delivery.id, reason: reason, now: core.now)
        }
        var events: [NewEvent] = []
        for event in parsed.events { events += try await routed(event, of: delivery, descriptor) }
        try await core.store.split(delivery.id, into: events, now: core.now)
    }

    private struct SetAside: Error { let reason: String }

    private func events(of delivery: Delivery) throws(SetAside) -> (WebhookDescriptor, [SplitEvent]) {
        guard let entry = entries[delivery.webhook] else {
            throw SetAside(reason: "the manifest has no webhook '\(delivery.webhook)' any more")
        }
        do {
            // Providers may send a key twice; what a lenient reader would have seen is the last one.
            return (entry.descriptor, try entry.split(try JSON.parse(delivery.body, duplicateKeys: .keepLast)))
        } catch {
            throw SetAside(reason: "\(error)")
        }
    }

    private func routed(
        _ event: SplitEvent, of delivery: Delivery, _ descriptor: WebhookDescriptor
    ) async throws(StorageError) -> [NewEvent] {
        var routes: [ChannelRoute] = []
        if let route = descriptor.route, let identifier = event.channelIdentifier {
            routes = try await core.store.routes(channel: route.channel, identifier: identifier)
        }
        if let installation = delivery.installation {
            let channel = routes.first { $0.installation == installation }?.channel.id
            return [new(event, delivery, installation, channel)]
        }
        guard !routes.isEmpty else {
            core.counters.add(.eventsUnrouted)
            return [new(event, delivery, nil, nil)]
        }
        return routes.map { new(event, delivery, $0.installation, $0.channel.id) }
    }

    private func new(
        _ event: SplitEvent, _ delivery: Delivery, _ installation: InstallationID?, _ channel: ChannelID?
    ) -> NewEvent {
        NewEvent(
            id: EventID(core.ids.make("evt", at: core.now)), webhook: delivery.webhook, installation: installation,
            channel: channel, event: event)
    }
}
