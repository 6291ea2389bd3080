#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import Logging

/// A webhook of the manifest. Every conformance is generated; the author writes the ``WebhookHandler``.
public protocol Webhook: Sendable {
    associatedtype Owner: Integration
    /// The hand-written type that takes a provider's delivery apart.
    associatedtype Payload: WebhookPayload
    typealias Event = Payload.Event
    typealias Context = WebhookContext<Owner>

    static var descriptor: WebhookDescriptor { get }
}

/// The hand-written half of a webhook.
public protocol WebhookHandler: Webhook {
    /// Handles one event. Its writes commit together with the event's completion; when it throws nothing is written and
    /// the event is tried again later, so it must not have effects elsewhere that cannot be repeated.
    static func handle(_ event: Event, in context: Context) async throws
}

/// A provider's delivery: how it is split into events, and how a stored event is read again.
public protocol WebhookPayload: Sendable {
    associatedtype Event: Sendable

    /// The events of one delivery, in its order. Nothing in the delivery may be left out: what is not understood is an
    /// event of its own kind. Pure and deterministic: the same body always gives the same keys.
    ///
    /// - Throws: ``InvalidValue`` when the body is not a delivery of this provider at all.
    static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent]

    /// Reads an event that ``split(_:)`` made, possibly by an older version of the code.
    static func event(from content: JSON) throws(InvalidValue) -> Event
}

/// A payload whose events can be messages and statuses of a channel. `messaging.receive` requires it.
public protocol ProducesMessages: WebhookPayload {
    /// What the event means for the conversation; empty for events that concern something else.
    static func messages(in event: Event) -> [ChannelEvent]
}

/// One event of a delivery, ready for the durable inbox.
public struct SplitEvent: Hashable, Sendable {
    /// The provider's identity of the event. A second event with the same key changes nothing, ever. Empty: the event
    /// is known by all of its content.
    public let deduplicationKey: String
    /// Events with the same key are handled in order, others in parallel: one conversation. Empty: no order.
    public let orderingKey: String
    /// The identifier of the channel that it belongs to, for a webhook that serves the whole app; nil when it has none.
    public let channelIdentifier: String?
    /// The handle of that channel, for a webhook whose events go to several; nil: the one that its `route` names.
    public let channel: String?
    /// What kind of event, for metrics and lists: `message.text`, `status.read`.
    public let kind: String
    /// When it happened, by the provider's clock.
    public let occurredAt: Date?
    /// All that ``WebhookPayload/event(from:)`` needs.
    public let content: JSON

    public init(
        deduplicationKey: String, orderingKey: String, channelIdentifier: String?, channel: String? = nil,
        kind: String, occurredAt: Date?, content: JSON
    ) {
        self.deduplicationKey = deduplicationKey
        self.orderingKey = orderingKey
        self.channelIdentifier = channelIdentifier
        self.channel = channel
        self.kind = kind
        self.occurredAt = occurredAt
        self.content = content
    }
}

/// Everything that the handling of one event may use.
public struct WebhookContext<Owner: Integration>: SessionContext {
    public let installation: Installation
    public let environment: Owner.Environment
    public let services: Owner.Services
    /// The channel that the event was routed to; without a route, the one open channel that receives with this webhook,
    /// and nil when there is none or there are several.
    public let channel: ChannelRecord?
    /// How often this event was tried before: 0 the first time.
    public let attempt: Int
    public let log: Logger
    public let session: any PlatformSession

    public init(
        environment: Owner.Environment, services: Owner.Services, channel: ChannelRecord?, attempt: Int, log: Logger,
        session: any PlatformSession
    ) {
        self.installation = session.installation
        self.environment = environment
        self.services = services
        self.channel = channel
        self.attempt = attempt
        self.log = log
        self.session = session
    }

    /// Writes what the event means for its conversation: messages, their changes and statuses.
    ///
    /// - Throws: ``PlatformFailure`` from the store, and when there is something to write and no channel for it.
    public func record(_ events: [ChannelEvent]) async throws {
        if events.isEmpty { return }
        guard let channel else { throw PlatformFailure.missing(what: "channel", for: "a message") }
        for event in events {
            switch event {
            case .received(let message): _ = try await session.receive(message, on: channel.id)
            case .status(let status): try await session.apply(status, on: channel.id)
            case .amended(let amendment): try await session.amend(amendment, on: channel.id)
            case .receipt(let receipt): try await session.apply(receipt, on: channel.id)
            case .moved(let change): try await session.changeAddress(change, on: channel.id)
            }
        }
    }
}
