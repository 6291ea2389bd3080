internal import IntegrationKit
internal import Storage

/// A unit of work of linked mode: the platform keeps instances, channels, messages and files; the store, what the platform
/// has no place for: what became of messages that we sent.
struct LinkedWork: UnitOfWork {
    let platform: LinkedSession
    let local: EmbeddedSession
    private let opened = OpenedChannels()

    /// Channels that may be new, to be known to the store when they are there.
    private actor OpenedChannels {
        private(set) var all: [ChannelRecord] = []
        func add(_ channel: ChannelRecord) { if !all.contains(channel) { all.append(channel) } }
    }

    init(platform: LinkedSession, local: EmbeddedSession) {
        self.platform = platform
        self.local = local
    }

    var installation: Installation { platform.installation }
    var services: PlatformServices { platform.services }

    func commit() async throws(PlatformFailure) {
        try await platform.commit()
        try await local.commit()
    }

    func finish(with more: [StoreChange]) async throws(PlatformFailure) {
        try await platform.finish()
        var mirrored: [StoreChange] = []
        let ids = await settledIDs
        for channel in await opened.all {
            mirrored.append(.mirrorChannel(ChannelRecord(
                id: ChannelID(ids[channel.id.rawValue]), handle: channel.handle, identifier: channel.identifier, name: channel.name)))
        }
        try await local.finish(with: mirrored + more)
    }

    func abandon() async { await platform.abandon() }
    var settledIDs: SettledIDs { get async { await platform.settledIDs } }

    // MARK: The platform's

    func records(
        of model: ModelDescriptor, matching query: RecordQuery
    ) async throws(PlatformFailure) -> [Record] { try await platform.records(of: model, matching: query) }

    func count(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> Int {
        try await platform.count(of: model, matching: query)
    }

    func write(
        _ change: RecordChange, to model: ModelDescriptor, as writer: FieldOwner
    ) async throws(PlatformFailure) -> Record { try await platform.write(change, to: model, as: writer) }

    func delete(_ id: String, from model: ModelDescriptor) async throws(PlatformFailure) -> Bool {
        try await platform.delete(id, from: model)
    }

    func file(_ id: FileID) async throws(PlatformFailure) -> FileContent { try await platform.file(id) }

    func register(_ request: WebhookRegistrationRequest) async throws(PlatformFailure) -> WebhookAddress {
        try await platform.register(request)
    }

    func openChannel(
        _ channel: ChannelDescriptor, identifier: String, name: String
    ) async throws(PlatformFailure) -> ChannelRecord {
        let record = try await platform.openChannel(channel, identifier: identifier, name: name)
        await opened.add(record)
        return record
    }

    func closeChannel(
        _ channel: ChannelDescriptor, identifier: String, reason: String
    ) async throws(PlatformFailure) -> Bool {
        let wasOpen = try await platform.closeChannel(channel, identifier: identifier, reason: reason)
        _ = try await local.closeChannel(channel, identifier: identifier, reason: reason)
        return wasOpen
    }

    func isOpenElsewhere(_ channel: ChannelDescriptor, identifier: String) async throws(PlatformFailure) -> Bool {
        try await platform.isOpenElsewhere(channel, identifier: identifier)
    }

    func channels(_ channel: ChannelDescriptor) async throws(PlatformFailure) -> [ChannelRecord] {
        try await platform.channels(channel)
    }

    func receive(_ message: InboundMessage, on channel: ChannelID) async throws(PlatformFailure) -> MessageID? {
        try await platform.receive(message, on: channel)
    }

    func amend(_ amendment: MessageAmendment, on channel: ChannelID) async throws(PlatformFailure) {
        try await platform.amend(amendment, on: channel)
    }

    func conversation(
        with address: String, on channel: ChannelID
    ) async throws(PlatformFailure) -> Conversation? { try await platform.conversation(with: address, on: channel) }

    func send(_ message: OutboundMessage, on channel: ChannelRecord) async throws(PlatformFailure) -> MessageID {
        try await platform.send(message, on: channel)
    }

    func states(of messages: [MessageID]) async throws(PlatformFailure) -> [MessageState] {
        try await platform.states(of: messages)
    }

    func emit(_ event: EmittedEvent) async throws(PlatformFailure) -> EventReceipt {
        try await platform.emit(event)
    }

    // MARK: Both sides'

    /// What becomes of our messages settles those whose outcome is not known.
    func apply(_ status: MessageStatusUpdate, on channel: ChannelID) async throws(PlatformFailure) {
        try await platform.apply(status, on: channel)
        try await local.apply(status, on: channel)
    }

    func apply(_ receipt: ReadReceipt, on channel: ChannelID) async throws(PlatformFailure) {
        try await platform.apply(receipt, on: channel)
        try await local.apply(receipt, on: channel)
    }

    func changeAddress(_ change: AddressChange, on channel: ChannelID) async throws(PlatformFailure) {
        try await platform.changeAddress(change, on: channel)
        try await local.changeAddress(change, on: channel)
    }

    func describe(_ message: MessageID, as description: MessageDescription) async throws(PlatformFailure) {
        try await platform.describe(message, as: description)
        try await local.describe(message, as: description)
    }
}
