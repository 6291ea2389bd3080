#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What an event of a webhook means for a channel.
public enum ChannelEvent: Hashable, Sendable {
    case received(InboundMessage)
    case status(MessageStatusUpdate)
    case amended(MessageAmendment)
    case receipt(ReadReceipt)
    case moved(AddressChange)
}

/// A message that the provider delivered to us. With ``direction`` outbound it is an echo: the business wrote it
/// elsewhere.
public struct InboundMessage: Hashable, Sendable {
    public let remoteID: String
    public let direction: Message.Direction
    /// The counterpart, as the channel knows addresses.
    public let address: String
    /// The provider's own id of the person behind the address, where it gives one beside it: it tells people apart who
    /// had the same address one after the other, and finds somebody again whose address changed or is hidden.
    public let personID: String?
    /// The counterpart's name; of a group, the group's.
    public let contactName: String?
    /// Who wrote it, where the counterpart is several people: see ``Message/author``.
    public let author: String?
    public let kind: String
    public let text: String
    public let parts: [MessagePart]
    /// The provider's own content, kept as it came.
    public let content: JSON
    /// The provider's id of the message that this one answers.
    public let replyTo: String?
    /// Whether the provider lets us answer freely for a while because of it. False for notes of the provider's own.
    public let opensWindow: Bool
    public let sentAt: Date

    public init(
        remoteID: String, direction: Message.Direction = .inbound, address: String, personID: String? = nil,
        contactName: String?, author: String? = nil, kind: String, text: String, parts: [MessagePart] = [], content: JSON,
        replyTo: String? = nil, opensWindow: Bool = true,
        sentAt: Date
    ) {
        self.remoteID = remoteID
        self.direction = direction
        self.address = address
        self.personID = personID
        self.contactName = contactName
        self.author = author
        self.kind = kind
        self.text = text
        self.parts = parts
        self.content = content
        self.replyTo = replyTo
        self.opensWindow = opensWindow && direction == .inbound
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
    /// With whom it has moved on, for a message to several people; nil: with all of them, or with the only one. A
    /// message that fails with one of several has not failed.
    public let recipient: Recipient?
    public let occurredAt: Date

    /// One of several people who a message went to.
    public struct Recipient: Hashable, Sendable {
        public let address: String
        public let name: String?

        public init(address: String, name: String?) {
            self.address = address
            self.name = name
        }
    }

    public init(
        remoteID: String, messageID: MessageID?, status: Message.Status, failure: String? = nil,
        recipient: Recipient? = nil, occurredAt: Date
    ) {
        self.remoteID = remoteID
        self.messageID = messageID
        self.status = status
        self.failure = failure
        self.recipient = recipient
        self.occurredAt = occurredAt
    }
}

/// A change of one message that stands in its conversation already.
public struct MessageAmendment: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
        /// An emoji that somebody, `by` their address, put on it; nil takes it away. One a person.
        case reaction(by: String, emoji: String?)
        case edit(text: String, parts: [MessagePart])
        /// Its writer took it back: what it said is forgotten.
        case deletion
    }

    /// Who a reaction of the business's own is `by`.
    public static let ours = "us"

    /// The provider's id of the message that is changed.
    public let remoteID: String
    public let change: Change
    /// By the provider's clock. Of two changes of one kind the later one holds, whichever comes first.
    public let occurredAt: Date
    /// What stands in the conversation instead when the message is not known here.
    public let otherwise: InboundMessage

    public init(remoteID: String, change: Change, occurredAt: Date, otherwise: InboundMessage) {
        self.remoteID = remoteID
        self.change = change
        self.occurredAt = occurredAt
        self.otherwise = otherwise
    }
}

/// Somebody is known to the provider by another address, or another id, from a moment on. It is the same person: their
/// conversation goes on.
public struct AddressChange: Hashable, Sendable {
    /// How the provider knew them until then: an address, or a person's id.
    public let from: String
    /// The new address; nil when that stays.
    public let address: String?
    /// The new ``InboundMessage/personID``; nil when it stays or is not told.
    public let personID: String?
    /// By the provider's clock. What came from the old address up to then was theirs.
    public let occurredAt: Date

    public init(from: String, address: String?, personID: String?, occurredAt: Date) {
        self.from = from
        self.address = address
        self.personID = personID
        self.occurredAt = occurredAt
    }
}

/// A counterpart has got, or read, everything that was sent to them up to a moment.
public struct ReadReceipt: Hashable, Sendable {
    public let address: String
    /// `delivered` or `read`.
    public let status: Message.Status
    public let until: Date

    public init(address: String, status: Message.Status, until: Date) {
        self.address = address
        self.status = status
        self.until = until
    }
}

/// What a message of ours is, for people.
public struct MessageDescription: Hashable, Sendable {
    /// As ``Message/kind``.
    public let kind: String
    public let text: String
    public let parts: [MessagePart]
    /// The provider's id of the message that it answers.
    public let replyTo: String?

    public init(kind: String, text: String, parts: [MessagePart] = [], replyTo: String? = nil) {
        self.kind = kind
        self.text = text
        self.parts = parts
        self.replyTo = replyTo
    }
}
