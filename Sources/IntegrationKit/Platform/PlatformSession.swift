#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What one run of a handler may do to the platform's state, all of it inside one installation.
///
/// A session is a unit of work: it reads its own writes, and nobody else sees them until the runtime commits them
/// together with the completion of the event or call that the handler works on. A handler that throws leaves nothing.
/// Handlers do not meet this protocol: they use the typed ``ModelStore``, ``Channel`` and contexts that are built on it.
///
/// Safe to use from several tasks at once.
public protocol PlatformSession: Sendable {
    /// The tenant. There is no way to name another one through a session.
    var installation: Installation { get }
    /// What the platform offers beyond this protocol.
    var services: PlatformServices { get }

    /// Makes the writes so far durable, although the handler may still fail. For facts that hold whatever becomes of
    /// the call, such as a connection that turned out to be dead. The runtime commits the rest when the handler returns.
    func commit() async throws(PlatformFailure)

    // MARK: Instances

    /// Instances that match, in the query's order.
    func records(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> [Record]
    func count(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> Int
    /// Writes the named fields and leaves all others as they are.
    ///
    /// - Parameter writer: Who writes. A field of another owner is refused with ``PlatformFailure/notOwner``.
    func write(_ change: RecordChange, to model: ModelDescriptor, as writer: FieldOwner) async throws(PlatformFailure) -> Record
    /// Removes the instance. - Returns: false when there was none.
    func delete(_ id: String, from model: ModelDescriptor) async throws(PlatformFailure) -> Bool

    // MARK: Files

    /// A file that the platform keeps for this installation, to be read piece by piece.
    func file(_ id: FileID) async throws(PlatformFailure) -> FileStream

    // MARK: Webhooks

    /// Makes an address of its own for a webhook of level ACTION. Generated code calls it.
    func register(_ request: WebhookRegistrationRequest) async throws(PlatformFailure) -> WebhookAddress

    // MARK: Channels and messages

    /// Opens the channel, or gives the one that is open under this identifier; opens again one that was closed. The name
    /// of one that is there is left alone.
    func openChannel(_ channel: ChannelDescriptor, identifier: String, name: String) async throws(PlatformFailure) -> ChannelRecord
    /// Closes the channel with this identifier. Messages and conversations stay. - Returns: false when none is open.
    func closeChannel(_ channel: ChannelDescriptor, identifier: String, reason: String) async throws(PlatformFailure) -> Bool
    /// Whether another installation has the channel open. Whose it is is not told.
    func isOpenElsewhere(_ channel: ChannelDescriptor, identifier: String) async throws(PlatformFailure) -> Bool
    /// The open ones, by name.
    func channels(_ channel: ChannelDescriptor) async throws(PlatformFailure) -> [ChannelRecord]
    /// - Returns: the message, or nil when this provider id is known already and nothing was changed.
    func receive(_ message: InboundMessage, on channel: ChannelID) async throws(PlatformFailure) -> MessageID?
    /// Moves a message along sent, delivered, read, played; never backwards. Unknown provider ids change nothing.
    func apply(_ status: MessageStatusUpdate, on channel: ChannelID) async throws(PlatformFailure)
    /// Changes a message that is there. The change of a message that is not becomes a message of its own.
    func amend(_ amendment: MessageAmendment, on channel: ChannelID) async throws(PlatformFailure)
    /// Moves all sent messages to a counterpart up to a moment.
    func apply(_ receipt: ReadReceipt, on channel: ChannelID) async throws(PlatformFailure)
    /// A counterpart has another address from a moment on. Their conversation goes on under it.
    func changeAddress(_ change: AddressChange, on channel: ChannelID) async throws(PlatformFailure)
    /// Says what one of our messages is: only its send tool knows, when it is not the plain text that was written down.
    func describe(_ message: MessageID, as description: MessageDescription) async throws(PlatformFailure)
    /// The conversation with a counterpart, as it was before this unit of work; nil when there is none. An address that
    /// somebody has left leads to them until another person has it.
    func conversation(with address: String, on channel: ChannelID) async throws(PlatformFailure) -> Conversation?

    /// Writes a message into its conversation and has it sent once this unit of work is committed: by whichever process,
    /// in order within the conversation, and once. What becomes of it stands at the message.
    ///
    /// - Throws: ``PlatformFailure/closed(channel:reason:)`` when the channel is not open.
    func send(_ message: OutboundMessage, on channel: ChannelRecord) async throws(PlatformFailure) -> MessageID

    /// How messages fare that were sent by earlier units of work. In no order; those that are not there are left out.
    ///
    /// - Parameter messages: At most 1000.
    func states(of messages: [MessageID]) async throws(PlatformFailure) -> [MessageState]

    // MARK: Events

    /// Tells the platform that something has happened. - Returns: whether anybody listens.
    func emit(_ event: EmittedEvent) async throws(PlatformFailure) -> EventReceipt
}

extension PlatformSession {
    /// For platforms that keep no files.
    public func file(_ id: FileID) async throws(PlatformFailure) -> FileStream {
        throw .unavailable(reason: "this runtime keeps no files, so \(id) cannot be read")
    }
}

extension PlatformSession {
    /// For platforms that know by themselves who their people are.
    public func changeAddress(_ change: AddressChange, on channel: ChannelID) async throws(PlatformFailure) {}
}

/// A change of one instance.
public enum RecordChange: Hashable, Sendable {
    case create(JSONObject)
    /// Creates, or updates the instance whose identity fields have the values that stand in `values`.
    case upsert(JSONObject)
    /// For a singleton: creates it, or updates the one that is there.
    case set(JSONObject)
    case update(id: String, JSONObject)
}

extension RecordChange {
    /// What is written, by field handle.
    public var values: JSONObject {
        switch self {
        case .create(let values), .upsert(let values), .set(let values), .update(_, let values): values
        }
    }

    /// The same change of other values.
    public func with(_ values: JSONObject) -> RecordChange {
        switch self {
        case .create: .create(values)
        case .upsert: .upsert(values)
        case .set: .set(values)
        case .update(let id, _): .update(id: id, values)
        }
    }
}

/// One instance as the platform keeps it. Encrypted fields are in the clear here: a record never leaves the process.
public struct Record: Hashable, Sendable {
    public let id: String
    /// By field handle. A field without a value is absent.
    public var values: JSONObject
    public let createdAt: Date
    /// When anyone wrote it last.
    public let updatedAt: Date
    /// When the app wrote it last: how fresh what it knows from the provider is. What the workplace's people change
    /// leaves it alone.
    public let refreshedAt: Date

    /// - Parameter refreshedAt: nil for the same as `updatedAt`.
    public init(id: String, values: JSONObject, createdAt: Date, updatedAt: Date, refreshedAt: Date? = nil) {
        self.id = id
        self.values = values
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.refreshedAt = refreshedAt ?? updatedAt
    }
}

/// Which instances, in what order. All conditions must hold; `id` is always the last order.
public struct RecordQuery: Hashable, Sendable {
    public struct Condition: Hashable, Sendable {
        public enum Operator: String, Hashable, Sendable, CaseIterable {
            case equal = "EQ", notEqual = "NEQ", greater = "GT", greaterOrEqual = "GTE", less = "LT", lessOrEqual = "LTE"
            case isIn = "IN", contains = "CONTAINS"
        }

        /// A field's handle, or `id`, `created_at`, `updated_at`, `refreshed_at`.
        public let field: String
        public let `operator`: Operator
        /// A list for ``Operator/isIn``. Null matches nothing.
        public let value: JSON

        public init(field: String, operator: Operator = .equal, value: JSON) {
            self.field = field
            self.operator = `operator`
            self.value = value
        }
    }

    public struct Order: Hashable, Sendable {
        public let field: String
        public let descending: Bool

        public init(field: String, descending: Bool = false) {
            self.field = field
            self.descending = descending
        }
    }

    /// The largest page that a query gives.
    public static let maximumLimit = 1000

    public var conditions: [Condition]
    public var order: [Order]
    /// 1 to ``maximumLimit``.
    public var limit: Int
    public var offset: Int

    public init(conditions: [Condition] = [], order: [Order] = [], limit: Int = 100, offset: Int = 0) {
        self.conditions = conditions
        self.order = order
        self.limit = min(max(limit, 1), Self.maximumLimit)
        self.offset = max(offset, 0)
    }

    public static func id(_ id: String) -> RecordQuery {
        RecordQuery(conditions: [Condition(field: "id", value: .string(id))], limit: 1)
    }
}
