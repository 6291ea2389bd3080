#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// One write inside an installation. A unit of work is a list of them, committed together.
public enum StoreChange: Hashable, Sendable {
    /// Inserts the instance, or updates the named fields of the one with this id. With `identity` values, an instance
    /// that another unit of work inserted meanwhile under the same identity is a ``StorageError/conflict(table:columns:)``.
    /// A reference to an instance that is not there is a ``StorageError/dangling(target:column:)``.
    case putInstance(InstanceWrite)
    /// Removes the instance. Those that refer to it are deleted or lose the reference, as their fields say; where one
    /// must not lose it, the whole unit fails with ``StorageError/referenced(table:by:)``.
    case deleteInstance(model: String, id: String)
    /// Inserts the channel unless its handle and identifier are there already; then opens that one if it is closed. A
    /// channel that was not open takes over the events that came for it meanwhile and could not be routed: they wait to
    /// be handled.
    case openChannel(ChannelRecord)
    /// Closes the installation's channel with this handle and identifier, if one is open. Messages that wait to be sent
    /// through it are due at once, so that their sender finds out.
    case closeChannel(handle: String, identifier: String, ChannelClosure)
    /// What another platform says of its channel, whose id is that platform's: inserts or changes it. One that had the
    /// same handle and identifier under another id is gone there, and goes here with its conversations. A channel that is
    /// new takes over events as with ``openChannel(_:)``.
    case mirrorChannel(ChannelRecord)
    /// Appends a message to the conversation with its address, which is created when it is the first one, unless the
    /// channel has a message with this remote id already.
    case addMessage(NewMessage)
    /// The provider says what became of a message: that it left, above all. See ``OutboxStore``.
    case moveMessage(MessageMove)
    case amendMessage(MessageAmend)
    /// Somebody has another address from a moment on: see ``AddressChange``. Their conversation goes on under it, with
    /// what waits to be sent; one that began with the new address already becomes part of it. An address that was left
    /// is free for somebody else.
    case changeAddress(AddressChange, on: ChannelID)
    /// Moves all sent messages of a conversation on that were sent up to a moment.
    case moveMessages(ReadReceipt, on: ChannelID, at: Date)
    /// Says what a message is that was written down as a plain text.
    case describeMessage(MessageID, MessageDescription)
    /// Appends an outbound message as ``addMessage(_:)`` does and puts it into the outbox.
    case queueMessage(NewOutboxEntry)
    /// Says what became of a try to send.
    case settleMessage(OutboxSettlement)
    /// Keeps the answer of a call that was begun with ``IdempotencyStore/beginCall(_:tool:digest:in:now:staleBefore:)``, as
    /// ``IdempotencyStore/endCall(_:tool:in:answer:)`` does.
    case endCall(key: String, tool: String, answer: JSON?)
    /// Writes down under the key of a call which message it sends. When the key has passed to another call since it was
    /// claimed, the whole unit fails with ``StorageError/conflict(table:columns:)`` of `call`.
    case nameMessage(MessageID, key: String, tool: String, claimedAt: Date)
    /// The conversation has been looked at.
    case markConversationRead(ConversationID)
    /// By variable name: a sealed value, or nil to remove it.
    case setEnvironment([String: [UInt8]?])
    /// The event's work is done; it never runs again. When another worker has completed it meanwhile, the whole unit
    /// fails with ``StorageError/conflict(table:columns:)`` of `event`: its writes are there already.
    case completeEvent(EventID, at: Date)
    /// Somebody has connected the installation, for the first time or again.
    case putConnection(StoredConnection)
    /// The connection was renewed or asked after. When somebody has connected or it has ended meanwhile, the whole unit
    /// fails with ``StorageError/conflict(table:columns:)`` of `connection`.
    case keepConnection(StoredConnection)
    /// Another one of the manifest's connections, which keeps what it was granted in the same place, has taken its place.
    case removeConnection(String)
    /// The installation's connections hold no longer.
    case endConnections(at: Date)
    /// Deletes what the installation holds of people: channels with conversations and messages, what was delivered,
    /// answers of calls, connections, and values of personal and encrypted fields, with the instance where it must have
    /// one. What the integration and the workplace know otherwise stays.
    case erase
    /// The duty is fulfilled in this installation.
    case finishDuty(String, at: Date)
}

/// What a ``StoreChange`` did.
public enum ChangeOutcome: Hashable, Sendable {
    case done
    /// Nothing changed because it was there (or gone, or further along) already.
    case nothingToDo
    /// For ``StoreChange/addMessage(_:)``.
    case messageAdded(MessageID, ConversationID)
    /// For all that changes messages: the conversation, and the message that was changed, the last one of several.
    case messageMoved(MessageID, ConversationID)
    /// For ``StoreChange/queueMessage(_:)``. - Parameter isFirst: Whether its conversation has no other one on its way.
    /// `address` is where it goes, when its recipient has moved away from the address that was given.
    case messageQueued(MessageID, ConversationID, isFirst: Bool, address: String? = nil)
    /// For ``StoreChange/settleMessage(_:)``.
    case messageSettled(MessageID, ConversationID)
    /// For ``StoreChange/changeAddress(_:on:)``: the conversations that changed, those that are part of another now too.
    case conversationsChanged([ConversationID])
    /// For ``StoreChange/openChannel(_:)``, ``StoreChange/mirrorChannel(_:)`` and
    /// ``StoreChange/closeChannel(handle:identifier:_:)``: the channel as it is stored.
    case channel(ChannelRecord)
}

public struct InstanceWrite: Hashable, Sendable {
    public let model: String
    public let id: String
    public let isNew: Bool
    /// By field handle; `null` clears. Encrypted fields hold the Base64 text of their sealed envelope.
    public let values: JSONObject
    /// Who writes: ``Record/refreshedAt`` follows the app's writes only.
    public let writer: FieldOwner
    public let now: Date

    public init(
        model: String, id: String, isNew: Bool, values: JSONObject, writer: FieldOwner = .app, now: Date
    ) {
        self.model = model
        self.id = id
        self.isNew = isNew
        self.values = values
        self.writer = writer
        self.now = now
    }
}

public struct NewMessage: Hashable, Sendable {
    public let id: MessageID
    public let channel: ChannelID
    public let address: String
    /// See ``InboundMessage/personID``.
    public let personID: String?
    public let contactName: String?
    /// See ``Message/author``.
    public let author: String?
    public let direction: Message.Direction
    public let kind: String
    public let text: String
    public let parts: [MessagePart]
    public let content: JSON
    public let replyTo: String?
    public let remoteID: String?
    public let status: Message.Status
    /// Whether it lets us answer freely for a while; of inbound messages only.
    public let opensWindow: Bool
    /// What people see as the message's time.
    public let sentAt: Date
    /// When we learned of it.
    public let recordedAt: Date

    public init(
        id: MessageID, channel: ChannelID, address: String, personID: String? = nil, contactName: String?,
        author: String? = nil,
        direction: Message.Direction, kind: String, text: String, parts: [MessagePart] = [], content: JSON, replyTo: String?, remoteID: String?,
        status: Message.Status, opensWindow: Bool = true, sentAt: Date, recordedAt: Date
    ) {
        self.id = id
        self.channel = channel
        self.address = address
        self.personID = personID
        self.contactName = contactName
        self.author = author
        self.direction = direction
        self.kind = kind
        self.text = text
        self.parts = parts
        self.content = content
        self.replyTo = replyTo
        self.remoteID = remoteID
        self.status = status
        self.opensWindow = opensWindow && direction == .inbound
        self.sentAt = sentAt
        self.recordedAt = recordedAt
    }
}

/// A reaction to, an edit or a deletion of a message. Of two of one kind the one that occurred later holds.
public struct MessageAmend: Hashable, Sendable {
    public let channel: ChannelID
    /// The provider's id of the message that is changed.
    public let remoteID: String
    public let change: MessageAmendment.Change
    public let occurredAt: Date
    /// Added when there is no such message.
    public let otherwise: NewMessage

    public init(
        channel: ChannelID, remoteID: String, change: MessageAmendment.Change, occurredAt: Date, otherwise: NewMessage
    ) {
        self.channel = channel
        self.remoteID = remoteID
        self.change = change
        self.occurredAt = occurredAt
        self.otherwise = otherwise
    }
}

/// Moves one message along `pending < unknown < sent < delivered < read < played`, never back. `failed` holds only when
/// nothing from `delivered` on was seen. With one of several recipients it moves by the same rule, and the message goes as
/// far as any of them has come.
public struct MessageMove: Hashable, Sendable {
    /// Which message: by our id, by the provider's, or by either when both are known.
    public let id: MessageID?
    public let channel: ChannelID?
    public let remoteID: String?
    public let status: Message.Status
    public let failure: String?
    public let recipient: MessageStatusUpdate.Recipient?
    public let occurredAt: Date

    public init(
        id: MessageID?, channel: ChannelID?, remoteID: String?, status: Message.Status, failure: String?,
        recipient: MessageStatusUpdate.Recipient? = nil, occurredAt: Date
    ) {
        self.id = id
        self.channel = channel
        self.remoteID = remoteID
        self.status = status
        self.failure = failure
        self.recipient = recipient
        self.occurredAt = occurredAt
    }
}
