#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

public typealias DeliveryID = Identifier<Delivery>
public typealias EventID = Identifier<StoredEvent>

/// What providers delivered, from the moment when we answer 200 until it is handled.
///
/// A delivery is stored as it came; then it is split into events, each stored once by its key; then each event is
/// handled, in order within its lane, and completed in the transaction of its handler's writes
/// (``StoreChange/completeEvent(_:)``).
public protocol InboxStore: Sendable {
    /// Durable when it returns. All or none.
    func append(_ deliveries: [Delivery]) async throws(StorageError)
    /// Deliveries that wait to be split, oldest first.
    func unsplitDeliveries(limit: Int) async throws(StorageError) -> [Delivery]
    /// Stores the delivery's events, except those whose key is known for their installation, and marks it as split.
    ///
    /// - Returns: how many events were new.
    @discardableResult
    func split(_ delivery: DeliveryID, into events: [NewEvent], now: Date) async throws(StorageError) -> Int
    /// Keeps a delivery that cannot be split, with the reason, as a dead letter.
    func setAside(_ delivery: DeliveryID, reason: String, now: Date) async throws(StorageError)

    /// Takes events that are due and stand first in their lane, and holds them until `leaseUntil`; then they are free
    /// again, since their worker must have died.
    func claimEvents(limit: Int, now: Date, leaseUntil: Date) async throws(StorageError) -> [StoredEvent]
    /// Gives a claimed event back, to be tried again at `retryAt`, or never again when nil: a dead letter, which no
    /// longer holds up its lane. Changes nothing when the event is not claimed.
    func release(_ event: EventID, failure: String, retryAt: Date?, now: Date) async throws(StorageError)
    /// Makes a dead letter due again. One that could not be routed is split from its delivery again instead, in case
    /// its channel is connected now. - Returns: false when there is no such dead letter.
    func replay(_ event: EventID, now: Date) async throws(StorageError) -> Bool
    /// Counts by state, for metrics and `ready`.
    func inboxCounts() async throws(StorageError) -> InboxCounts
    /// Removes completed events and split deliveries that are older. Dead letters stay. - Returns: how many.
    @discardableResult
    func purgeInbox(olderThan date: Date) async throws(StorageError) -> Int
}

/// One request of a provider, byte for byte.
public struct Delivery: Hashable, Sendable, Identifiable {
    /// Sorts by time of arrival.
    public let id: DeliveryID
    public let registration: String
    /// Handle of the webhook.
    public let webhook: String
    /// Of the registration; nil for level APP.
    public let installation: InstallationID?
    public let receivedAt: Date
    public let body: [UInt8]

    public init(
        id: DeliveryID, registration: String, webhook: String, installation: InstallationID?, receivedAt: Date,
        body: [UInt8]
    ) {
        self.id = id
        self.registration = registration
        self.webhook = webhook
        self.installation = installation
        self.receivedAt = receivedAt
        self.body = body
    }
}

public struct NewEvent: Hashable, Sendable {
    public let id: EventID
    public let webhook: String
    /// nil: it could not be routed to an installation; it is kept as a dead letter `UNROUTED`.
    public let installation: InstallationID?
    public let channel: ChannelID?
    public let event: SplitEvent

    public init(id: EventID, webhook: String, installation: InstallationID?, channel: ChannelID?, event: SplitEvent) {
        self.id = id
        self.webhook = webhook
        self.installation = installation
        self.channel = channel
        self.event = event
    }
}

public struct StoredEvent: Hashable, Sendable, Identifiable {
    public let id: EventID
    public let delivery: DeliveryID
    public let webhook: String
    public let installation: InstallationID
    public let channel: ChannelID?
    public let kind: String
    /// 0 the first time.
    public let attempt: Int
    public let content: JSON

    public init(
        id: EventID, delivery: DeliveryID, webhook: String, installation: InstallationID, channel: ChannelID?,
        kind: String, attempt: Int, content: JSON
    ) {
        self.id = id
        self.delivery = delivery
        self.webhook = webhook
        self.installation = installation
        self.channel = channel
        self.kind = kind
        self.attempt = attempt
        self.content = content
    }
}

public struct InboxCounts: Hashable, Sendable {
    public var unsplit: Int
    public var waiting: Int
    public var running: Int
    public var dead: Int

    public init(unsplit: Int, waiting: Int, running: Int, dead: Int) {
        self.unsplit = unsplit
        self.waiting = waiting
        self.running = running
        self.dead = dead
    }
}
