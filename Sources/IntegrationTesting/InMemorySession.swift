#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// A platform session without a store, for tests of handlers: everything that a handler writes can be looked at, and
/// the rules are those of the real platform (ownership, required values, identity, uniqueness, formats and options).
///
/// There is nothing to commit: what is written is there. Installations do not see each other, for each session has its
/// own state.
public actor InMemorySession: PlatformSession {
    public nonisolated let installation: Installation
    private let links: ModelLinks
    private let clock: @Sendable () -> Date
    private var instances: [String: [String: Record]] = [:]
    private var nextNumber = 1

    /// What was received, in order.
    public private(set) var receivedMessages: [InboundMessage] = []
    /// The statuses that were applied, in order.
    public private(set) var appliedStatuses: [MessageStatusUpdate] = []
    /// The changes of messages, in order.
    public private(set) var amendments: [MessageAmendment] = []
    /// The receipts that were applied, in order.
    public private(set) var appliedReceipts: [ReadReceipt] = []
    /// The changes of addresses, in order.
    public private(set) var addressChanges: [AddressChange] = []
    /// What the handler said of messages of ours, by id.
    public private(set) var descriptions: [MessageID: MessageDescription] = [:]
    /// The messages that were sent, in order.
    public private(set) var sentMessages: [OutboundMessage] = []
    /// The events that the handler told, in order.
    public private(set) var emittedEvents: [EmittedEvent] = []
    /// The channels that are open, by name.
    public var openChannels: [ChannelRecord] { allChannels.filter { $0.closure == nil } }
    /// The channels that were closed, by name.
    public var closedChannels: [ChannelRecord] { allChannels.filter { $0.closure != nil } }
    private var allChannels: [ChannelRecord] = []
    /// Channels that other installations have, by handle and identifier.
    private var channelsElsewhere: Set<[String]> = []

    /// - Parameters:
    ///   - models: All models of the integration (`Meta.models`), for the rules of relationships and `requires`.
    ///   - clock: What instances get as their times; by default the real time.
    public init(
        installation: Installation = Installation(
            id: InstallationID("ins_test"), workplace: Workplace(handle: "test", name: "Test", timeZone: "UTC")),
        models: [ModelDescriptor] = [], clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.installation = installation
        links = ModelLinks(models)
        self.clock = clock
    }

    /// How often the handler asked for its writes to be made durable before it was done.
    public private(set) var commits = 0

    public func commit() async throws(PlatformFailure) {
        commits += 1
    }

    // MARK: Events

    /// Keeps the event for the test; somebody listens to every one.
    public func emit(_ event: EmittedEvent) async throws(PlatformFailure) -> EventReceipt {
        emittedEvents.append(event)
        return .told(id: "evt_\(emittedEvents.count)")
    }

    // MARK: Instances

    public func records(
        of model: ModelDescriptor, matching query: RecordQuery
    ) async throws(PlatformFailure) -> [Record] {
        try model.check(query)
        return query.page(of: all(model), of: model)
    }

    public func count(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> Int {
        try model.check(query)
        return all(model).count { query.matches($0, of: model) }
    }

    public func write(
        _ change: RecordChange, to model: ModelDescriptor, as writer: FieldOwner
    ) async throws(PlatformFailure) -> Record {
        try await links.check(change.values, of: model, in: self)
        if try found(change, in: model) == nil { try await links.checkRequirements(of: model, in: self) }
        guard let present = try found(change, in: model) else { return try create(change.values, in: model, as: writer) }
        return try update(present, change.values, in: model, as: writer)
    }

    /// The instance that a change is about; nil for one that creates.
    private func found(_ change: RecordChange, in model: ModelDescriptor) throws(PlatformFailure) -> Record? {
        switch change {
        case .create: return nil
        case .upsert(let values):
            let wanted = model.identity.map { handle in
                values[handle].map { (try? model.field(handle)?.canonical($0)) ?? $0 }
            }
            return all(model).first { record in
                !wanted.isEmpty && model.identity.map { record.values[$0] } == wanted
            }
        case .set: return all(model).first
        case .update(let id, _):
            guard let present = instances[model.handle]?[id] else { throw .notFound(what: model.label, id: id) }
            return present
        }
    }

    public func delete(_ id: String, from model: ModelDescriptor) async throws(PlatformFailure) -> Bool {
        guard instances[model.handle]?[id] != nil else { return false }
        try await links.checkDeletion(of: id, from: model, in: self)
        instances[model.handle]?.removeValue(forKey: id)
        try await links.release(id, of: model, in: self)
        return true
    }

    private func all(_ model: ModelDescriptor) -> [Record] {
        (instances[model.handle] ?? [:]).values.sorted { $0.id < $1.id }
    }

    private func create(
        _ values: JSONObject, in model: ModelDescriptor, as writer: FieldOwner
    ) throws(PlatformFailure) -> Record {
        let admitted = try model.admit(values, from: writer, isNew: true)
        if model.isSingleton, !all(model).isEmpty { throw .conflict(what: model.label, field: "installation") }
        let now = clock()
        return try store(
            Record(id: makeID("ins"), values: admitted, createdAt: now, updatedAt: now), in: model)
    }

    private func update(
        _ present: Record, _ values: JSONObject, in model: ModelDescriptor, as writer: FieldOwner
    ) throws(PlatformFailure) -> Record {
        let admitted = try model.admit(values, from: writer, isNew: false)
        try model.checkIdentity(of: present.values, survives: admitted)
        let now = clock()
        var merged = present.values
        for (field, value) in admitted {
            if value.isNull { merged[field] = nil } else { merged[field] = value }
        }
        return try store(
            Record(
                id: present.id, values: merged, createdAt: present.createdAt, updatedAt: now,
                refreshedAt: writer == .workplace ? present.refreshedAt : now), in: model)
    }

    private func store(_ record: Record, in model: ModelDescriptor) throws(PlatformFailure) -> Record {
        let sets = model.fields.filter(\.isUnique).map { [$0.handle] } + [model.identity] + model.uniqueTogether
        for fields in sets where !fields.isEmpty && fields.allSatisfy({ record.values[$0] != nil }) {
            let isTaken = all(model).contains { other in
                other.id != record.id && fields.allSatisfy { other.values[$0] == record.values[$0] }
            }
            if isTaken { throw .conflict(what: model.label, field: fields.joined(separator: ", ")) }
        }
        instances[model.handle, default: [:]][record.id] = record
        return record
    }

    private func makeID(_ prefix: String) -> String {
        defer { nextNumber += 1 }
        let number = String(nextNumber)
        return prefix + "_" + String(repeating: "0", count: max(0, 8 - number.count)) + number
    }

    // MARK: Channels and messages

    public func openChannel(
        _ channel: ChannelDescriptor, identifier: String, name: String
    ) async throws(PlatformFailure) -> ChannelRecord {
        let identifier = channel.prepared(identifier)
        if let problem = channel.problem(of: identifier) {
            throw .invalid(InvalidValue(at: channel.identifierField, problem))
        }
        if let index = index(of: identifier, channel) {
            allChannels[index] = allChannels[index].with(nil)
            return allChannels[index]
        }
        let record = ChannelRecord(
            id: ChannelID(makeID("chn")), handle: channel.handle, identifier: identifier, name: name)
        allChannels.append(record)
        allChannels.sort { ($0.name, $0.id) < ($1.name, $1.id) }
        return record
    }

    public func closeChannel(
        _ channel: ChannelDescriptor, identifier: String, reason: String
    ) async throws(PlatformFailure) -> Bool {
        guard let index = index(of: channel.prepared(identifier), channel), allChannels[index].closure == nil else {
            return false
        }
        allChannels[index] = allChannels[index].with(ChannelClosure(at: clock(), reason: reason))
        return true
    }

    /// Where one of that name was told of with ``setOpenElsewhere(_:identifier:)``.
    public func isOpenElsewhere(
        _ channel: ChannelDescriptor, identifier: String
    ) async throws(PlatformFailure) -> Bool {
        channelsElsewhere.contains([channel.handle, channel.prepared(identifier)])
    }

    /// From now on another installation has the channel, too.
    public func setOpenElsewhere(_ channel: ChannelDescriptor, identifier: String) {
        channelsElsewhere.insert([channel.handle, channel.prepared(identifier)])
    }

    private func index(of identifier: String, _ channel: ChannelDescriptor) -> Int? {
        allChannels.firstIndex { $0.handle == channel.handle && $0.identifier == identifier }
    }

    public func channels(_ channel: ChannelDescriptor) async throws(PlatformFailure) -> [ChannelRecord] {
        openChannels.filter { $0.handle == channel.handle }
    }

    public func receive(
        _ message: InboundMessage, on channel: ChannelID
    ) async throws(PlatformFailure) -> MessageID? {
        guard allChannels.contains(where: { $0.id == channel }) else {
            throw .notFound(what: "channel", id: channel.rawValue)
        }
        guard remoteIDs.insert("\(channel.rawValue)\n\(message.remoteID)").inserted else { return nil }
        receivedMessages.append(message)
        return MessageID(makeID("msg"))
    }

    private var remoteIDs: Set<String> = []

    public func apply(_ status: MessageStatusUpdate, on channel: ChannelID) async throws(PlatformFailure) {
        appliedStatuses.append(status)
    }

    public func amend(_ amendment: MessageAmendment, on channel: ChannelID) async throws(PlatformFailure) {
        amendments.append(amendment)
    }

    public func apply(_ receipt: ReadReceipt, on channel: ChannelID) async throws(PlatformFailure) {
        appliedReceipts.append(receipt)
    }

    public func changeAddress(_ change: AddressChange, on channel: ChannelID) async throws(PlatformFailure) {
        addressChanges.append(change)
    }

    public func describe(_ message: MessageID, as description: MessageDescription) async throws(PlatformFailure) {
        descriptions[message] = description
    }

    /// Made of what was received.
    public func conversation(
        with address: String, on channel: ChannelID
    ) async throws(PlatformFailure) -> Conversation? {
        let messages = receivedMessages.filter { $0.address == address }
        guard let last = messages.last, let record = allChannels.first(where: { $0.id == channel }) else { return nil }
        return Conversation(
            id: ConversationID("cnv_\(address)"), channel: record, address: address,
            contactName: messages.compactMap(\.contactName).last, lastMessageAt: last.sentAt,
            lastInboundAt: messages.filter(\.opensWindow).map(\.sentAt).max(), unreadCount: messages.count,
            preview: last.text)
    }

    /// Keeps the message for the test; nothing leaves.
    public func send(
        _ message: OutboundMessage, on channel: ChannelRecord
    ) async throws(PlatformFailure) -> MessageID {
        guard let found = allChannels.first(where: { $0.id == channel.id }) else {
            throw .notFound(what: "channel", id: channel.id.rawValue)
        }
        if let closure = found.closure { throw .closed(channel: found.name, reason: closure.reason) }
        sentMessages.append(message)
        let id = MessageID(makeID("msg"))
        sentStates[id] = MessageState(
            id: id, address: message.arguments["recipient"]?["address"]?.stringValue ?? "", status: .pending, failure: nil,
            remoteID: nil)
        return id
    }

    private var sentStates: [MessageID: MessageState] = [:]

    /// Says how a message that was sent fares from now on.
    public func setStatus(_ status: Message.Status, failure: String? = nil, of id: MessageID) {
        guard let state = sentStates[id] else { return }
        sentStates[id] = MessageState(
            id: id, address: state.address, status: status, failure: failure, remoteID: state.remoteID)
    }

    public func states(of messages: [MessageID]) async throws(PlatformFailure) -> [MessageState] {
        messages.compactMap { sentStates[$0] }
    }
}
