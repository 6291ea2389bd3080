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
/// (``StoreChange/completeEvent(_:at:)``).
public protocol InboxStore: Sendable {
    /// Durable when it returns. All or none.
    func append(_ deliveries: [Delivery]) async throws(StorageError)
    /// Deliveries that wait to be split and are not postponed beyond `now`, oldest first. None while another process
    /// stores what it has split: it looks again when it has.
    ///
    /// - Parameter bytes: Of the bodies together: the one that reaches it is the last.
    func unsplitDeliveries(limit: Int, bytes: Int, now: Date) async throws(StorageError) -> [Delivery]
    /// Whether a delivery that was received until `date` is not taken apart: `waiting` when one waits for it, postponed or
    /// not, else `dead` when one is kept as a dead letter, else nil. Those that belong to one installation do not count.
    func unsplitState(receivedUntil date: Date) async throws(StorageError) -> InboxState?
    /// Finds out where each event goes, stores it for each of these installations unless its key is known there, and
    /// marks the deliveries as split: all in one step, so that a channel which is being opened either gets the event now
    /// or takes it over when it is opened (see ``StoreChange/openChannel(_:)``). One process at a time does so, those of
    /// a delivery before those of the next: what comes in order is stored in order. Of a delivery that was split only
    /// the note is kept that it came; what was in it are its events.
    ///
    /// - Returns: how many events nobody has a channel for yet.
    @discardableResult
    func split(_ deliveries: [SplitDelivery], now: Date) async throws(StorageError) -> Int
    /// Leaves a delivery that could not be split alone until then, and counts it in ``Delivery/failures``.
    func postpone(_ delivery: DeliveryID, until: Date, reason: String, now: Date) async throws(StorageError)
    /// Keeps a delivery that cannot be split, with the reason, as a dead letter.
    func setAside(_ delivery: DeliveryID, reason: String, now: Date) async throws(StorageError)

    /// Takes events that are due and stand first in their lane, and holds them until `leaseUntil`; then they are free
    /// again, since their worker must have died.
    func claimEvents(limit: Int, now: Date, leaseUntil: Date) async throws(StorageError) -> [StoredEvent]
    /// Holds claimed events longer: their worker lives and is not done with them. Those that are not claimed stay as they
    /// are. Frees those that wait for a time which only a clock can have said that was set back since: events that came
    /// after `now`, and leases that end far beyond `leaseUntil`.
    func hold(_ events: [EventID], now: Date, until leaseUntil: Date) async throws(StorageError)
    /// Gives a claimed event back, to be tried again at `retryAt`, or never again when nil: a dead letter, which no
    /// longer holds up its lane. Changes nothing when the event is not claimed.
    func release(_ event: EventID, failure: String, retryAt: Date?, now: Date) async throws(StorageError)
    /// Makes a dead letter due again. One that could not be routed is given to the installation that has its channel
    /// now, and stays as it is when there is none. - Returns: false when there is no such dead letter.
    func replay(_ event: EventID, now: Date) async throws(StorageError) -> Bool
    /// Counts by state, for metrics and `ready`.
    func inboxCounts() async throws(StorageError) -> InboxCounts
    /// Removes completed events, events that no channel has asked for, and split deliveries that are older. All other
    /// dead letters stay. - Returns: how many.
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
    /// How often the store could not split it; see ``InboxStore/postpone(_:until:reason:now:)``.
    public let failures: Int

    public init(
        id: DeliveryID, registration: String, webhook: String, installation: InstallationID?, receivedAt: Date,
        body: [UInt8], failures: Int = 0
    ) {
        self.id = id
        self.registration = registration
        self.webhook = webhook
        self.installation = installation
        self.receivedAt = receivedAt
        self.body = body
        self.failures = failures
    }
}

public struct NewEvent: Hashable, Sendable {
    /// When it goes to several installations, the further ones get the same id with `.1`, `.2` and so on behind it.
    public let id: EventID
    public let webhook: String
    /// The one whose delivery it is; nil: all that have its channel. When there is none, it is kept as a dead letter
    /// `UNROUTED` until one opens the channel.
    public let installation: InstallationID?
    /// Handle of the channel, whose identifier is the event's ``SplitEvent/channelIdentifier``. nil for webhooks that
    /// do not route by channel.
    public let channel: String?
    public let event: SplitEvent

    public init(id: EventID, webhook: String, installation: InstallationID?, channel: String?, event: SplitEvent) {
        self.id = id
        self.webhook = webhook
        self.installation = installation
        self.channel = channel
        self.event = event
    }
}

/// A delivery and what is in it.
public struct SplitDelivery: Hashable, Sendable {
    public let id: DeliveryID
    /// In the order in which they came.
    public let events: [NewEvent]

    public init(_ id: DeliveryID, into events: [NewEvent]) {
        self.id = id
        self.events = events
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
    /// Those that no channel has asked for are not among them.
    public var dead: Int
    /// Events that are kept until a channel asks for them.
    public var unrouted: Int

    public init(unsplit: Int, waiting: Int, running: Int, dead: Int, unrouted: Int = 0) {
        self.unsplit = unsplit
        self.waiting = waiting
        self.running = running
        self.dead = dead
        self.unrouted = unrouted
    }
}
