internal import IntegrationKit
internal import Logging
internal import Storage

/// Takes stored deliveries apart into events and gives each to the installations whose channel it belongs to.
struct DeliverySplitter<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let entries: [String: WebhookEntry<I>]

    /// Deliveries that are read from the store at once.
    private static var batch: Int { 64 }

    init(core: RuntimeCore<I>) {
        self.core = core
        entries = Dictionary(I.webhooks.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Splits what waits. - Returns: whether more may be waiting.
    func splitSome() async throws(StorageError) -> Bool {
        let deliveries = try await core.store.unsplitDeliveries(limit: Self.batch)
        for delivery in deliveries { try await split(delivery) }
        return deliveries.count == Self.batch
    }

    private func split(_ delivery: Delivery) async throws(StorageError) {
        let split: [SplitEvent]
        let descriptor: WebhookDescriptor
        do throws(SetAside) {
            (descriptor, split) = try events(of: delivery)
        } catch {
            core.counters.add(.deliveriesSetAside)
            core.log.warning("a delivery cannot be understood and is kept as a dead letter",
                metadata: ["delivery": "\(delivery.id)", "reason": "\(error.reason)"])
            return try await core.store.setAside(delivery.id, reason: error.reason, now: core.now)
        }
        var events: [NewEvent] = []
        for event in split { events += try await routed(event, of: delivery, descriptor) }
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
