#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Everything of a sandbox that changes and survives a restart, as one value.
///
/// Pure: no input or output, no clock, no randomness of its own. Whoever changes it passes the time and the ids in.
/// ``Sandbox`` holds the one live copy behind a lock and saves it.
struct World: Codable, Sendable {
    /// A world in which nothing has happened.
    init() {}

    /// Seconds by which the sandbox's clock runs ahead of the machine's.
    var clockOffset: TimeInterval = 0
    var codes: [AuthorizationCode] = []
    /// By token value.
    var tokens: [String: AccessToken] = [:]
    /// By object.
    var appSubscriptions: [String: AppSubscription] = [:]
    /// By WABA id.
    var accountSubscriptions: [String: AccountSubscription] = [:]
    var conversations: [ChatID: Conversation] = [:]
    var pendingStatuses: [PendingStatus] = []
    /// Webhooks that wait, oldest first. Each callback gets its own in this order.
    var outbox: [Delivery] = []
    /// Webhooks that were delivered or dropped, oldest first.
    var deliveryLog: [Delivery] = []
    var nextDeliveryID = 1

    /// Messages kept of each chat; older ones are forgotten.
    static let messagesKeptPerChat = 1_000
    /// Webhooks that may wait at once. Beyond it the oldest is dropped and says so in the log.
    static let outboxLimit = 5_000
    /// Finished webhooks kept for the panel and for tests.
    static let deliveriesKept = 300
    /// Tokens and codes that are of no more use are forgotten this long after they ended, in seconds.
    static let endedCredentialsKept: TimeInterval = 7 * 24 * 60 * 60
}

/// A step that a message sent by a business will take on its own.
struct PendingStatus: Codable, Sendable {
    var chat: ChatID
    var messageID: String
    var status: MessageStatus
    var failure: DeliveryFailure?
    var dueAt: Date
}

/// The facts that changes of a ``World`` depend on and that do not change themselves.
struct Rules: Sendable {
    var directory: Directory
    var appID: String
    /// Divides every wait of the sandbox: status steps and retries.
    var speed: Double

    /// Seconds from accepting a message to its `sent`, at speed 1.
    static let untilSent: TimeInterval = 0.4
    /// Seconds from accepting a message to its `delivered`, at speed 1.
    static let untilDelivered: TimeInterval = 1.1
}

extension Message {
    fileprivate mutating func apply(_ change: (inout Message) -> Void) { change(&self) }
}

extension World {
    /// The message `id` and the chat that it is in.
    func message(_ id: String, ofNumber number: String? = nil) -> (chat: ChatID, message: Message)? {
        for (chat, conversation) in conversations where number == nil || chat.number == number {
            if let message = conversation.messages.last(where: { $0.id == id }) { return (chat, message) }
        }
        return nil
    }

    /// Adds a message to its chat and forgets the chat's oldest beyond the limit.
    mutating func append(_ message: Message, to chat: ChatID) {
        var conversation = conversations[chat] ?? Conversation()
        conversation.messages.append(message)
        let excess = conversation.messages.count - Self.messagesKeptPerChat
        if excess > 0 { conversation.messages.removeFirst(excess) }
        conversations[chat] = conversation
    }

    /// Changes one message in place; does nothing when it was forgotten meanwhile.
    mutating func update(_ messageID: String, in chat: ChatID, _ change: (inout Message) -> Void) {
        guard let index = conversations[chat]?.messages.lastIndex(where: { $0.id == messageID }) else { return }
        conversations[chat, default: Conversation()].messages[index].apply(change)
    }
}
