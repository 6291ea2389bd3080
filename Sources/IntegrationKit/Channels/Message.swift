#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The messages with one counterpart on one channel.
public struct Conversation: Hashable, Sendable, Identifiable {
    public let id: ConversationID
    public let channel: ChannelRecord
    /// How the provider knows the counterpart: a phone number in E.164, a page-scoped id.
    public let address: String
    /// As the provider last told it.
    public let contactName: String?
    public let lastMessageAt: Date
    /// Start of the provider's service window, 24 hours for WhatsApp.
    public let lastInboundAt: Date?
    public let unreadCount: Int
    /// The beginning of the last message, for lists.
    public let preview: String

    public init(
        id: ConversationID, channel: ChannelRecord, address: String, contactName: String?, lastMessageAt: Date,
        lastInboundAt: Date?, unreadCount: Int, preview: String
    ) {
        self.id = id
        self.channel = channel
        self.address = address
        self.contactName = contactName
        self.lastMessageAt = lastMessageAt
        self.lastInboundAt = lastInboundAt
        self.unreadCount = unreadCount
        self.preview = preview
    }
}

public struct Message: Hashable, Sendable, Identifiable {
    public enum Direction: String, Hashable, Sendable { case inbound = "IN", outbound = "OUT" }

    /// Where a message is on its way. Inbound ones are `delivered`.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Written down, not yet handed to the provider.
        case pending
        /// The request left and its answer was lost. A status webhook or an operator settles it; it is never sent again.
        case unknown
        case sent, delivered, read, played, failed
    }

    public let id: MessageID
    public let conversation: ConversationID
    public let direction: Direction
    /// The provider's word for what it is: `text`, `image`, `location`.
    public let kind: String
    /// What people read; for kinds other than text a truthful line about it.
    public let text: String
    public let status: Status
    /// Why it failed, in words for people.
    public let failure: String?
    public let remoteID: String?
    /// By the provider's clock for inbound messages, ours for outbound ones.
    public let sentAt: Date

    public init(
        id: MessageID, conversation: ConversationID, direction: Direction, kind: String, text: String, status: Status,
        failure: String?, remoteID: String?, sentAt: Date
    ) {
        self.id = id
        self.conversation = conversation
        self.direction = direction
        self.kind = kind
        self.text = text
        self.status = status
        self.failure = failure
        self.remoteID = remoteID
        self.sentAt = sentAt
    }
}

/// What an event of a webhook means for a channel.
public enum ChannelEvent: Hashable, Sendable {
    case received(InboundMessage)
    case status(MessageStatusUpdate)
}

/// A message that the provider delivered to us. With ``direction`` outbound it is an echo: the business wrote it
/// elsewhere.
public struct InboundMessage: Hashable, Sendable {
    public let remoteID: String
    public let direction: Message.Direction
    /// The counterpart, as the channel knows addresses.
    public let address: String
    public let contactName: String?
    public let kind: String
    public let text: String
    /// The provider's own content, kept as it came.
    public let content: JSON
    /// The provider's id of the message that this one answers.
    public let replyTo: String?
    public let sentAt: Date

    public init(
        remoteID: String, direction: Message.Direction = .inbound, address: String, contactName: String?, kind: String,
        text: String, content: JSON, replyTo: String? = nil, sentAt: Date
    ) {
        self.remoteID = remoteID
        self.direction = direction
        self.address = address
        self.contactName = contactName
        self.kind = kind
        self.text = text
        self.content = content
        self.replyTo = replyTo
        self.sentAt = sentAt
    }
}

/// The provider's word that one of our messages has moved on.
public struct MessageStatusUpdate: Hashable, Sendable {
    public let remoteID: String
    /// Our own id of the message, which the provider gives back; settles a send whose answer was lost.
    public let messageID: MessageID?
    public let status: Message.Status
    /// For `failed`: why, in words for people.
    public let failure: String?
    public let occurredAt: Date

    public init(
        remoteID: String, messageID: MessageID?, status: Message.Status, failure: String? = nil, occurredAt: Date
    ) {
        self.remoteID = remoteID
        self.messageID = messageID
        self.status = status
        self.failure = failure
        self.occurredAt = occurredAt
    }
}
