#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// What operators see of the outbox, and what they do about messages that nothing else settles. It reaches across
/// installations: only the operators' doors ask.
public protocol OutboxReviewStore: Sendable {
    /// A page of what is in the outbox, newest first. What is known to have been sent is no longer there.
    ///
    /// - Parameters:
    ///   - after: The last entry of the page before, as its ``OutboxEntry/sequence``; nil for the first page.
    ///   - limit: 1 to 500.
    func outbox(_ filter: OutboxFilter, after: Int64?, limit: Int) async throws(StorageError) -> [OutboxEntry]
    func outboxEntry(_ id: MessageID) async throws(StorageError) -> OutboxEntry?
    /// Acts on messages, at most 500 at once and in the order in which they were written, and writes into the audit log who
    /// did it: all in one step. What is not in the action's state (any more) is left alone.
    func settle(
        _ choice: OutboxChoice, by action: OutboxAction, actor: String, now: Date
    ) async throws(StorageError) -> OutboxSettled
}

/// Which messages of the outbox; nil means all.
public struct OutboxFilter: Hashable, Sendable {
    public var state: OutboxState?
    public var installation: InstallationID?
    /// Wire name of the tool that sends.
    public var tool: String?
    public var queuedBefore: Date?
    public var queuedSince: Date?

    public init(
        state: OutboxState? = nil, installation: InstallationID? = nil, tool: String? = nil, queuedBefore: Date? = nil,
        queuedSince: Date? = nil
    ) {
        self.state = state
        self.installation = installation
        self.tool = tool
        self.queuedBefore = queuedBefore
        self.queuedSince = queuedSince
    }
}

/// What an operator says or does about a message.
public enum OutboxAction: String, Hashable, Sendable, CaseIterable {
    /// Somebody has found out that a message of unknown outcome was sent. It leaves the outbox.
    case markSent = "mark-sent"
    /// Somebody has found out that a message of unknown outcome was not sent. It is a failed one from then on.
    case markNotSent = "mark-not-sent"
    /// A failed message is sent again, with all of its tries.
    case resend
    /// A failed message leaves the outbox. It stays in its conversation as failed.
    case discard

    /// Of the messages that it is for.
    public var state: OutboxState {
        switch self {
        case .markSent, .markNotSent: .unknown
        case .resend, .discard: .failed
        }
    }
}

public enum OutboxChoice: Hashable, Sendable {
    /// By id, at most 500.
    case these([MessageID])
    /// Those of the filter, whose state does not matter, that were written after the one of this sequence.
    case all(OutboxFilter, after: Int64)
}

/// What an ``OutboxAction`` was done to.
public struct OutboxSettled: Hashable, Sendable {
    public let messages: [MessageReference]
    /// Where a choice of all goes on; nil when nothing is left.
    public let next: Int64?

    public init(messages: [MessageReference], next: Int64? = nil) {
        self.messages = messages
        self.next = next
    }
}
