package import IntegrationKit

// The members, while they are being written.
extension LinkedSession {
    private func notYet() -> PlatformFailure { .unavailable(reason: "linked mode is being built") }

    package func records(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> [Record] { throw notYet() }
    package func count(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> Int { throw notYet() }
    package func write(_ change: RecordChange, to model: ModelDescriptor, as writer: FieldOwner) async throws(PlatformFailure) -> Record { throw notYet() }
    package func delete(_ id: String, from model: ModelDescriptor) async throws(PlatformFailure) -> Bool { throw notYet() }
    package func openChannel(_ channel: ChannelDescriptor, identifier: String, name: String) async throws(PlatformFailure) -> ChannelRecord { throw notYet() }
    package func closeChannel(_ channel: ChannelDescriptor, identifier: String, reason: String) async throws(PlatformFailure) -> Bool { throw notYet() }
    package func isOpenElsewhere(_ channel: ChannelDescriptor, identifier: String) async throws(PlatformFailure) -> Bool { throw notYet() }
    package func channels(_ channel: ChannelDescriptor) async throws(PlatformFailure) -> [ChannelRecord] { throw notYet() }
    package func receive(_ message: InboundMessage, on channel: ChannelID) async throws(PlatformFailure) -> MessageID? { throw notYet() }
    package func apply(_ status: MessageStatusUpdate, on channel: ChannelID) async throws(PlatformFailure) {}
    package func amend(_ amendment: MessageAmendment, on channel: ChannelID) async throws(PlatformFailure) { throw notYet() }
    package func apply(_ receipt: ReadReceipt, on channel: ChannelID) async throws(PlatformFailure) {}
    package func describe(_ message: MessageID, as description: MessageDescription) async throws(PlatformFailure) {}
    package func conversation(with address: String, on channel: ChannelID) async throws(PlatformFailure) -> Conversation? { nil }
    package func send(_ message: OutboundMessage, on channel: ChannelRecord) async throws(PlatformFailure) -> MessageID { throw notYet() }
    package func states(of messages: [MessageID]) async throws(PlatformFailure) -> [MessageState] { throw notYet() }
    package func emit(_ event: EmittedEvent) async throws(PlatformFailure) -> EventReceipt { throw notYet() }
}
