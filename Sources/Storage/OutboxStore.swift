#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Messages on their way to a provider, from the moment when they are written down until it is known what became of
/// them. They are added and settled inside units of work: ``StoreChange/queueMessage(_:)``, ``StoreChange/settleMessage(_:)``.
///
/// Within a conversation they go one after the other, conversations go in parallel. What was claimed and has not begun to
/// leave is free again when its lease is over; what had begun to leave is then of unknown outcome and is never sent again
/// by itself. A status of the provider (``StoreChange/moveMessage(_:)``) ends whatever the outbox still knew of its message.
public protocol OutboxStore: Sendable {
    /// Takes messages that are due and stand first in their conversation, and holds them until `leaseUntil`.
    func claimOutgoing(limit: Int, now: Date, leaseUntil: Date) async throws(StorageError) -> [OutboxEntry]
    /// Writes down that the request is about to leave. From here on a sender that dies leaves an unknown outcome.
    ///
    /// - Parameter claim: ``OutboxEntry/claim`` of the sender.
    /// - Returns: false when the claim no longer holds, or the message's channel is closed: then it must not be sent.
    func beginSending(
        _ id: MessageID, claim: Int, of installation: InstallationID, leaseUntil: Date
    ) async throws(StorageError) -> Bool
    /// Goes on holding a message of which nothing has left, whose attachments are being handed to the provider.
    ///
    /// - Parameters:
    ///   - claim: ``OutboxEntry/claim`` of the sender.
    ///   - arguments: What is known of the attachments now; nil leaves them as they are.
    /// - Returns: false when the claim no longer holds: then it must not be sent.
    func keepClaim(
        _ id: MessageID, claim: Int, arguments: JSON?, of installation: InstallationID, leaseUntil: Date
    ) async throws(StorageError) -> Bool
    /// Makes ``Message/Status/unknown`` of messages that were leaving when their sender died. In all installations, and at
    /// most 1000 at once.
    ///
    /// - Returns: those that were changed.
    func giveUpSending(now: Date) async throws(StorageError) -> [MessageReference]

    /// nil: there is none, or it is known to have been sent.
    func outgoing(_ id: MessageID, of installation: InstallationID) async throws(StorageError) -> OutboxEntry?
    /// For metrics.
    func outboxCounts() async throws(StorageError) -> OutboxCounts
}

/// Where a message is in the outbox. One whose sending is known to have succeeded is no longer there.
public enum OutboxState: String, Hashable, Sendable, CaseIterable {
    /// Behind another one of its conversation.
    case queued
    /// First of its conversation, to be taken from ``OutboxEntry/dueAt`` on.
    case ready
    /// Taken; nothing has left. Free again at ``OutboxEntry/dueAt``.
    case claimed
    /// Leaving, or gone without an answer yet. Unknown at ``OutboxEntry/dueAt``.
    case sending
    /// It may have left. A status of the provider or an operator settles it.
    case unknown
    /// It has surely not left and is not tried again by itself: a dead letter.
    case failed
}

/// One message of the outbox.
public struct OutboxEntry: Hashable, Sendable {
    /// By which it is listed; grows.
    public let sequence: Int64
    public let id: MessageID
    public let installation: InstallationID
    public let conversation: ConversationID
    /// Wire name of the tool that sends it.
    public let tool: String
    public let arguments: JSON
    public let state: OutboxState
    /// Which of its claims this is, from 1; 0 before the first.
    public let claim: Int
    /// How often sending has failed.
    public let failures: Int
    public let queuedAt: Date
    /// See ``OutboxState``.
    public let dueAt: Date
    /// Why it failed last, waits or is unknown, in words for people.
    public let reason: String?

    public init(
        sequence: Int64, id: MessageID, installation: InstallationID, conversation: ConversationID, tool: String,
        arguments: JSON, state: OutboxState, claim: Int, failures: Int, queuedAt: Date, dueAt: Date, reason: String?
    ) {
        self.sequence = sequence
        self.id = id
        self.installation = installation
        self.conversation = conversation
        self.tool = tool
        self.arguments = arguments
        self.state = state
        self.claim = claim
        self.failures = failures
        self.queuedAt = queuedAt
        self.dueAt = dueAt
        self.reason = reason
    }
}

extension OutboxEntry {
    /// The arguments of a send, which have the contract `message.send`, with another recipient.
    package static func arguments(_ arguments: JSON, to address: String) -> JSON {
        guard var object = arguments.objectValue else { return arguments }
        var recipient = object["recipient"]?.objectValue ?? [:]
        recipient["address"] = .string(address)
        object["recipient"] = .object(recipient)
        return .object(object)
    }
}

/// A message that goes into its conversation and into the outbox.
public struct NewOutboxEntry: Hashable, Sendable {
    /// Whether the one who adds it also sends it, if it is the first of its conversation; as claim 1.
    public enum Hold: Hashable, Sendable {
        case none
        case claimed(until: Date)
        case sending(until: Date)
    }

    /// Outbound and pending.
    public let message: NewMessage
    /// Wire name of the tool that sends it.
    public let tool: String
    public let arguments: JSON
    public let hold: Hold

    public init(message: NewMessage, tool: String, arguments: JSON, hold: Hold = .none) {
        self.message = message
        self.tool = tool
        self.arguments = arguments
        self.hold = hold
    }
}

/// What became of a try to send.
public struct OutboxSettlement: Hashable, Sendable {
    public enum Result: Hashable, Sendable {
        /// The provider has it. - Parameter status: ``Message/Status/sent``, or `pending` while the provider itself queues it.
        case accepted(Message.Status, remoteID: String?)
        /// It may have left.
        case unknown(reason: String)
        /// It has not left. - Parameter isKept: As a dead letter; else its sender knows, and nobody has to look.
        case failed(reason: String, isKept: Bool)
        /// It has not left, and is tried again. - Parameter isFailure: Whether that counts in ``OutboxEntry/failures``.
        case postponed(until: Date, reason: String, isFailure: Bool)
    }

    public let id: MessageID
    /// ``OutboxEntry/claim`` of the sender. What a sender says whose claim no longer holds counts only where it knows better.
    public let claim: Int
    public let result: Result
    public let now: Date

    public init(id: MessageID, claim: Int, result: Result, now: Date) {
        self.id = id
        self.claim = claim
        self.result = result
        self.now = now
    }
}

public struct OutboxCounts: Hashable, Sendable {
    /// Queued and ready.
    public var waiting: Int
    /// Claimed and leaving.
    public var running: Int
    public var unknown: Int
    public var failed: Int
    /// When the oldest was written down of those that wait or run.
    public var oldest: Date?
    /// When the oldest was written down whose outcome is unknown.
    public var oldestUnknown: Date?

    public init(waiting: Int, running: Int, unknown: Int, failed: Int, oldest: Date?, oldestUnknown: Date? = nil) {
        self.waiting = waiting
        self.running = running
        self.unknown = unknown
        self.failed = failed
        self.oldest = oldest
        self.oldestUnknown = oldestUnknown
    }
}
