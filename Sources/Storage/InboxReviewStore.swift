#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// What operators see of the inbox, and what they do with its dead letters. It reaches across installations: only the
/// operators' doors ask.
public protocol InboxReviewStore: Sendable {
    /// A page of what is in the inbox, newest first.
    ///
    /// - Parameters:
    ///   - after: The last item of the page before, as its ``InboxItem/sequence``; nil for the first page.
    ///   - limit: 1 to 500.
    func inbox(_ filter: InboxFilter, after: Int64?, limit: Int) async throws(StorageError) -> [InboxItem]
    /// One event or delivery with its content and everything that went wrong with it, by its id.
    func inboxItem(_ id: String) async throws(StorageError) -> InboxDetail?
    /// Replays or discards dead letters, at most 500 at once, and writes into the audit log who did it: all in one step.
    /// What is not a dead letter any more is left alone.
    ///
    /// - Returns: how many.
    func settle(
        _ choice: DeadLetterChoice, by action: DeadLetterAction, actor: String, now: Date
    ) async throws(StorageError) -> Int
    /// When the oldest of those came in that wait to be split, and of those that wait to be handled.
    func inboxAges() async throws(StorageError) -> InboxAges
}

/// Which of the two things that an inbox holds.
public enum InboxSubject: String, Hashable, Sendable, CaseIterable {
    /// What deliveries were split into.
    case events
    /// Requests as they came.
    case deliveries
}

public enum InboxState: String, Hashable, Sendable, CaseIterable {
    /// To be handled, or split, now or when its time has come.
    case waiting
    /// Being handled by some process. Deliveries are never seen so.
    case running
    /// Handled, or split.
    case done
    /// Given up. Stays until an operator replays or discards it.
    case dead
    /// An event that no channel has asked for. It waits for one, and goes with the retention when none does. Deliveries
    /// are never seen so.
    case unrouted
    /// Given up, and an operator has said that it stays so.
    case discarded
}

/// Which items of the inbox; nil means all.
public struct InboxFilter: Hashable, Sendable {
    public var subject: InboxSubject
    public var state: InboxState?
    public var installation: InstallationID?
    /// Handle of the webhook.
    public var webhook: String?
    /// Of events only: no delivery has one.
    public var kind: String?
    public var receivedBefore: Date?
    public var receivedSince: Date?

    public init(
        _ subject: InboxSubject, state: InboxState? = nil, installation: InstallationID? = nil, webhook: String? = nil,
        kind: String? = nil, receivedBefore: Date? = nil, receivedSince: Date? = nil
    ) {
        self.subject = subject
        self.state = state
        self.installation = installation
        self.webhook = webhook
        self.kind = kind
        self.receivedBefore = receivedBefore
        self.receivedSince = receivedSince
    }
}

/// One event or delivery, without what is in it.
public struct InboxItem: Hashable, Sendable, Identifiable {
    /// Place in the order of arrival, for paging.
    public let sequence: Int64
    public let subject: InboxSubject
    /// `evt_…` or `dlv_…`.
    public let id: String
    public let state: InboxState
    public let webhook: String
    /// nil for a delivery to all, and for an event that no channel has asked for.
    public let installation: InstallationID?
    /// Of events.
    public let kind: String?
    public let receivedAt: Date
    /// When it was done with, in whatever way.
    public let settledAt: Date?
    /// When it is tried next.
    public let dueAt: Date?
    /// Times that it was tried since it came, or since it was replayed.
    public let attempts: Int
    /// What went wrong last.
    public let failure: String?

    public init(
        sequence: Int64, subject: InboxSubject, id: String, state: InboxState, webhook: String,
        installation: InstallationID?, kind: String?, receivedAt: Date, settledAt: Date?, dueAt: Date?, attempts: Int,
        failure: String?
    ) {
        self.sequence = sequence
        self.subject = subject
        self.id = id
        self.state = state
        self.webhook = webhook
        self.installation = installation
        self.kind = kind
        self.receivedAt = receivedAt
        self.settledAt = settledAt
        self.dueAt = dueAt
        self.attempts = attempts
        self.failure = failure
    }
}

/// One event or delivery with what is in it.
public struct InboxDetail: Hashable, Sendable {
    public let item: InboxItem
    /// The event as JSON, or the delivery's body as it came.
    public let content: [UInt8]
    /// Of an event: the delivery that it came in.
    public let delivery: String?
    /// Everything that went wrong, in order.
    public let failures: [InboxFailure]

    public init(item: InboxItem, content: [UInt8], delivery: String?, failures: [InboxFailure]) {
        self.item = item
        self.content = content
        self.delivery = delivery
        self.failures = failures
    }
}

public struct InboxFailure: Hashable, Sendable {
    /// Which try it was: 1 the first time.
    public let attempt: Int
    public let at: Date
    public let reason: String

    public init(attempt: Int, at: Date, reason: String) {
        self.attempt = attempt
        self.at = at
        self.reason = reason
    }
}

public enum DeadLetterAction: String, Hashable, Sendable, CaseIterable {
    /// Due again, with all of its tries.
    case replay
    /// Done with. Its key stays known until the retention is over, so that a provider cannot bring it back.
    case discard
}

public enum DeadLetterChoice: Hashable, Sendable {
    /// By id, at most 500.
    case these([String])
    /// Those of the filter, which is one of dead letters unless it is one of ``InboxState/unrouted``, that were so before
    /// this moment: what fails again meanwhile is not chosen again.
    case all(InboxFilter, deadBefore: Date)
}

public struct InboxAges: Hashable, Sendable {
    public var unsplitSince: Date?
    public var waitingSince: Date?

    public init(unsplitSince: Date? = nil, waitingSince: Date? = nil) {
        self.unsplitSince = unsplitSince
        self.waitingSince = waitingSince
    }
}
