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

/// How one of our messages fares.
public struct MessageState: Hashable, Sendable, Identifiable {
    public let id: MessageID
    /// Who it goes to.
    public let address: String
    public let status: Message.Status
    /// Why it failed, in words for people.
    public let failure: String?
    public let remoteID: String?

    public init(id: MessageID, address: String, status: Message.Status, failure: String?, remoteID: String?) {
        self.id = id
        self.address = address
        self.status = status
        self.failure = failure
        self.remoteID = remoteID
    }
}

public struct Message: Hashable, Sendable, Identifiable {
    public enum Direction: String, Hashable, Sendable { case inbound = "IN", outbound = "OUT" }

    /// Where a message is on its way. Inbound ones are `delivered`.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Written down, not yet handed to the provider, or accepted by it for later.
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
    public let parts: [MessagePart]
    public let status: Status
    /// Why it failed, in words for people.
    public let failure: String?
    public let remoteID: String?
    /// Who wrote it, where the counterpart is several people: a name, or an address. nil where it is one.
    public let author: String?
    /// How it fares with each of several people who it went to; empty where it went to one. ``status`` is then the
    /// furthest that it has come with any of them.
    public let recipients: [Recipient]
    /// The message that it answers, when that one is known here.
    public let quote: Quote?
    /// In the order in which they came.
    public let reactions: [Reaction]
    public let editedAt: Date?
    /// Its writer has taken it back; nothing of what it said is left.
    public let deletedAt: Date?
    /// By the provider's clock for inbound messages, ours for outbound ones.
    public let sentAt: Date

    /// An emoji that somebody put on a message.
    public struct Reaction: Hashable, Sendable {
        /// The address of who did; the business's own are ``MessageAmendment/ours``.
        public let by: String
        public let emoji: String

        public init(by: String, emoji: String) {
            self.by = by
            self.emoji = emoji
        }
    }

    /// One of several people who a message of ours went to.
    public struct Recipient: Hashable, Sendable {
        public let address: String
        /// As the provider last told it.
        public let name: String?
        public let status: Status
        /// Why it did not reach them, in words for people.
        public let failure: String?

        public init(address: String, name: String?, status: Status, failure: String? = nil) {
            self.address = address
            self.name = name
            self.status = status
            self.failure = failure
        }
    }

    /// What an answered message says.
    public struct Quote: Hashable, Sendable {
        public let id: MessageID
        public let direction: Direction
        /// See ``Message/author``.
        public let author: String?
        public let text: String

        public init(id: MessageID, direction: Direction, author: String? = nil, text: String) {
            self.id = id
            self.direction = direction
            self.author = author
            self.text = text
        }
    }

    public init(
        id: MessageID, conversation: ConversationID, direction: Direction, kind: String, text: String,
        parts: [MessagePart] = [], status: Status, failure: String?, remoteID: String?, author: String? = nil,
        recipients: [Recipient] = [], quote: Quote? = nil, reactions: [Reaction] = [], editedAt: Date? = nil, deletedAt: Date? = nil, sentAt: Date
    ) {
        self.id = id
        self.conversation = conversation
        self.direction = direction
        self.kind = kind
        self.text = text
        self.parts = parts
        self.status = status
        self.failure = failure
        self.remoteID = remoteID
        self.author = author
        self.recipients = recipients
        self.quote = quote
        self.reactions = reactions
        self.editedAt = editedAt
        self.deletedAt = deletedAt
        self.sentAt = sentAt
    }
}
