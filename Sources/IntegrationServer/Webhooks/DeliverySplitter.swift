#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import IntegrationKit
internal import Logging
internal import Storage

/// Takes stored deliveries apart into events, which the store gives to the installations whose channel they belong to.
///
/// Errors are a delivery's own: one that cannot be stored as events is left alone for a while, and for good after some
/// tries, while all others go on. Of several processes one stores at a time, and the others see to the events.
struct DeliverySplitter<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let entries: [String: WebhookEntry<I>]

    /// Deliveries that are read from the store at once, and stored as events in one transaction: others write in between.
    private static var batch: Int { 128 }
    /// Bytes of their bodies, which are in memory together.
    private static var batchBytes: Int { 16 << 20 }
    private static var backoff: Backoff { Backoff(base: .seconds(1), maximum: .seconds(600)) }

    init(core: RuntimeCore<I>) {
        self.core = core
        entries = Dictionary(I.webhooks.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Splits what waits, at most a batch.
    ///
    /// - Returns: whether more may be waiting.
    /// - Throws: when the store as a whole cannot be used.
    func splitSome() async throws(StorageError) -> Bool {
        let deliveries = try await core.store.unsplitDeliveries(
            limit: Self.batch, bytes: Self.batchBytes, now: core.now)
        var readable: [(delivery: Delivery, split: SplitDelivery)] = []
        for delivery in deliveries {
            do throws(SetAside) {
                readable.append((delivery, SplitDelivery(delivery.id, into: try events(of: delivery))))
            } catch {
                try await setAside(delivery, reason: error.reason)
            }
        }
        do {
            try await store(readable.map(\.split))
        } catch where error == .closed || error == .cancelled {
            throw error
        } catch {
            // Which one is at fault is seen when each is stored by itself.
            for (delivery, split) in readable {
                do {
                    try await store([split])
                } catch where error == .closed || error == .cancelled {
                    throw error
                } catch {
                    try await putOff(delivery, after: error)
                }
            }
        }
        return !deliveries.isEmpty
    }

    private func store(_ deliveries: [SplitDelivery]) async throws(StorageError) {
        guard !deliveries.isEmpty else { return }
        if let routes = core.tenancy.routes { try await routes.learn(deliveries.flatMap(\.events)) }
        let unrouted = try await core.store.split(deliveries, now: core.now)
        if unrouted > 0 { core.counters.add(.eventsUnrouted, unrouted) }
    }

    /// - Throws: when this cannot be written either: then it is not the delivery that is at fault.
    private func putOff(_ delivery: Delivery, after error: StorageError) async throws(StorageError) {
        if delivery.failures + 1 >= tries(after: error) {
            return try await setAside(delivery, reason: error.description)
        }
        let delay = Self.backoff.delay(attempt: delivery.failures)
        core.log.warning("a delivery could not be split and will be tried again",
            metadata: ["delivery": "\(delivery.id)", "failures": "\(delivery.failures + 1)", "reason": "\(error)"])
        try await core.store.postpone(
            delivery.id, until: core.now.addingTimeInterval(delay.timeInterval), reason: error.description, now: core.now)
    }

    /// A full disk is nobody's fault; a store that cannot be reached is hardly ever the delivery's.
    private func tries(after error: StorageError) -> Int {
        switch error {
        case .cannotWrite: Int.max
        case .unavailable: 50
        case .conflict, .notFound, .referenced, .dangling, .incompatibleSchema, .invalidRequest, .corrupt, .closed,
            .cancelled:
            core.settings.limits.eventAttempts
        }
    }

    private func setAside(_ delivery: Delivery, reason: String) async throws(StorageError) {
        try await core.store.setAside(delivery.id, reason: reason, now: core.now)
        core.counters.add(.deliveriesSetAside)
        core.log.warning("a delivery cannot be taken apart and is kept as a dead letter",
            metadata: ["delivery": "\(delivery.id)", "reason": "\(reason)"])
    }

    private struct SetAside: Error { let reason: String }

    private func events(of delivery: Delivery) throws(SetAside) -> [NewEvent] {
        guard let entry = entries[delivery.webhook] else {
            throw SetAside(reason: "the manifest has no webhook '\(delivery.webhook)' any more")
        }
        guard case .events(let split, _) = entry.work else {
            throw SetAside(reason: "the webhook '\(delivery.webhook)' is a callback now, which keeps nothing")
        }
        do {
            // Providers may send a key twice; what a lenient reader would have seen is the last one.
            return try split(try JSON.parse(delivery.body, duplicateKeys: .keepLast)).map { event in
                NewEvent(
                    id: EventID(core.ids.make("evt", at: core.now)), webhook: delivery.webhook,
                    installation: delivery.installation, channel: event.channel ?? entry.descriptor.route?.channel,
                    event: event.identified)
            }
        } catch {
            throw SetAside(reason: "\(error)")
        }
    }
}

extension SplitEvent {
    /// The event with a key of its own where the provider gives none: a digest of all of it. Without an order it is
    /// alone in its lane.
    fileprivate var identified: SplitEvent {
        guard deduplicationKey.isEmpty || orderingKey.isEmpty else { return self }
        let key = deduplicationKey.isEmpty ? Hex.encode(SHA256.hash(content.bytes())) : deduplicationKey
        return SplitEvent(
            deduplicationKey: key, orderingKey: orderingKey.isEmpty ? key : orderingKey,
            channelIdentifier: channelIdentifier, channel: channel, kind: kind, occurredAt: occurredAt, content: content)
    }
}
