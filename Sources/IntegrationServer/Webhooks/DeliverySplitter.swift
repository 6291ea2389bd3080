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
/// tries, while all others go on.
struct DeliverySplitter<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let entries: [String: WebhookEntry<I>]

    /// Deliveries that are read from the store at once.
    private static var batch: Int { 256 }
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
        for wave in waves(deliveries.map(Parsed.init)) {
            let failure = await withTaskGroup(of: StorageError?.self) { group in
                for delivery in wave {
                    group.addTask {
                        do throws(StorageError) {
                            try await storeOrPutOff(delivery)
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
        return !deliveries.isEmpty
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

    private func storeOrPutOff(_ parsed: Parsed) async throws(StorageError) {
        do {
            try await store(parsed)
        } catch where error == .closed || error == .cancelled {
            throw error
        } catch {
            try await putOff(parsed.delivery, after: error)
        }
    }

    private func store(_ parsed: Parsed) async throws(StorageError) {
        let delivery = parsed.delivery
        guard let descriptor = parsed.descriptor else {
            return try await setAside(delivery, reason: parsed.problem ?? "it could not be read")
        }
        let events = parsed.events.map { event in
            NewEvent(
                id: EventID(core.ids.make("evt", at: core.now)), webhook: delivery.webhook,
                installation: delivery.installation, channel: event.channel ?? descriptor.route?.channel, event: event)
        }
        try await core.tenancy.routes?.learn(parsed.events, of: descriptor)
        let counts = try await core.store.split(delivery.id, into: events, now: core.now)
        if counts.unrouted > 0 { core.counters.add(.eventsUnrouted, counts.unrouted) }
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

    private func events(of delivery: Delivery) throws(SetAside) -> (WebhookDescriptor, [SplitEvent]) {
        guard let entry = entries[delivery.webhook] else {
            throw SetAside(reason: "the manifest has no webhook '\(delivery.webhook)' any more")
        }
        guard case .events(let split, _) = entry.work else {
            throw SetAside(reason: "the webhook '\(delivery.webhook)' is a callback now, which keeps nothing")
        }
        do {
            // Providers may send a key twice; what a lenient reader would have seen is the last one.
            let events = try split(try JSON.parse(delivery.body, duplicateKeys: .keepLast))
            return (entry.descriptor, events.map(\.identified))
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
