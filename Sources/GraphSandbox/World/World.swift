#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Everything of a sandbox that changes and survives a restart, as one value.
///
/// Pure: no input or output, no clock, no randomness of its own. Whoever changes it passes the time and the ids in.
/// ``Sandbox`` holds the one live copy behind a lock and saves it.
struct World: Encodable, Sendable {
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
    /// By id, including those that expired.
    var media: [String: MediaItem] = [:]
    var templates: [MessageTemplate] = []
    /// Whether the directory's templates have been taken over, which an older state has not done.
    var hasSeededTemplates = false
    /// Templates that a reviewer has on the desk.
    var pendingReviews: [PendingReview] = []
    /// What the reviewer does with new templates.
    var reviewMode = ReviewMode.approve
    /// By phone number id: numbers that have changed or were added.
    var numbers: [String: NumberState] = [:]
    /// By Page id.
    var pageSubscriptions: [String: PageSubscription] = [:]
    /// Menu, greeting and so on of Messenger (by Page id) and Instagram (by account id).
    var messengerProfiles: [String: WireJSON] = [:]
    /// What tests told the webhooks to do.
    var webhookHabits = WebhookHabits()
    var privacy = Privacy()
    /// By group id.
    var groups: [String: Group] = [:]
    var pendingGroupStatuses: [PendingGroupStatus] = []

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

/// A template that will be decided on.
struct PendingReview: Codable, Sendable {
    var templateID: String
    var dueAt: Date
}

/// What becomes of templates that are handed in.
enum ReviewMode: String, Codable, Sendable, CaseIterable {
    case approve, reject, hold
}

/// The facts that changes of a ``World`` depend on and that do not change themselves.
struct Rules: Sendable {
    var directory: Directory
    var appID: String
    /// Divides every wait of the sandbox: status steps and retries.
    var speed: Double
    /// Where files are, for webhooks that say it.
    var addresses = MediaAddresses()

    /// Seconds from accepting a message to its `sent`, at speed 1.
    static let untilSent: TimeInterval = 0.4
    /// Seconds from accepting a message to its `delivered`, at speed 1.
    static let untilDelivered: TimeInterval = 1.1
    /// Seconds from handing a template in to the reviewer's decision, at speed 1.
    static let untilReviewed: TimeInterval = 5
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

extension World: Decodable {
    /// Reads a saved world. What an earlier version did not know yet starts empty.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, or fallback: Value) throws -> Value {
            try container.decodeIfPresent(Value.self, forKey: key) ?? fallback
        }
        clockOffset = try container.decode(TimeInterval.self, forKey: .clockOffset)
        codes = try container.decode([AuthorizationCode].self, forKey: .codes)
        tokens = try container.decode([String: AccessToken].self, forKey: .tokens)
        appSubscriptions = try container.decode([String: AppSubscription].self, forKey: .appSubscriptions)
        accountSubscriptions = try container.decode([String: AccountSubscription].self, forKey: .accountSubscriptions)
        conversations = try container.decode([ChatID: Conversation].self, forKey: .conversations)
        pendingStatuses = try container.decode([PendingStatus].self, forKey: .pendingStatuses)
        outbox = try container.decode([Delivery].self, forKey: .outbox)
        deliveryLog = try container.decode([Delivery].self, forKey: .deliveryLog)
        nextDeliveryID = try container.decode(Int.self, forKey: .nextDeliveryID)
        media = try value(.media, or: [:])
        templates = try value(.templates, or: [])
        hasSeededTemplates = try value(.hasSeededTemplates, or: false)
        pendingReviews = try value(.pendingReviews, or: [])
        reviewMode = try value(.reviewMode, or: .approve)
        numbers = try value(.numbers, or: [:])
        pageSubscriptions = try value(.pageSubscriptions, or: [:])
        messengerProfiles = try value(.messengerProfiles, or: [:])
        webhookHabits = try value(.webhookHabits, or: WebhookHabits())
        privacy = try value(.privacy, or: Privacy())
        groups = try value(.groups, or: [:])
        pendingGroupStatuses = try value(.pendingGroupStatuses, or: [])
    }

    /// Takes over the directory's templates, once in the life of a world.
    mutating func seedTemplates(of directory: Directory) {
        guard !hasSeededTemplates else { return }
        hasSeededTemplates = true
        templates = directory.templates + templates
    }
}
