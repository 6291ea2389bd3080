/// The facts about a channel. Generated from `channels.<handle>`.
public struct ChannelDescriptor: Sendable {
    public struct Messaging: Hashable, Sendable {
        /// The tool that sends, with the contract `message.send`.
        public let sendTool: String?
        /// The webhook whose payload produces messages.
        public let receiveWebhook: String?

        public init(sendTool: String?, receiveWebhook: String?) {
            self.sendTool = sendTool
            self.receiveWebhook = receiveWebhook
        }
    }

    public let handle: String
    public let label: String
    public let description: String
    /// Lucide name.
    public let icon: String?
    /// What a channel is known by towards its provider: `phone`.
    public let identifierField: String
    public let identifierLabel: String
    public let identifierChecks: [ValueCheck]
    public let messaging: Messaging?

    public init(
        handle: String, label: String, description: String = "", icon: String? = nil, identifierField: String,
        identifierLabel: String, identifierChecks: [ValueCheck] = [], messaging: Messaging?
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.icon = icon
        self.identifierField = identifierField
        self.identifierLabel = identifierLabel
        self.identifierChecks = identifierChecks
        self.messaging = messaging
    }
}

/// One open channel of an installation: a business's number, for example.
public struct ChannelRecord: Hashable, Sendable, Identifiable {
    public let id: ChannelID
    /// Of its ``ChannelDescriptor``.
    public let handle: String
    /// E.164 number, page id, …
    public let identifier: String
    public let name: String

    public init(id: ChannelID, handle: String, identifier: String, name: String) {
        self.id = id
        self.handle = handle
        self.identifier = identifier
        self.name = name
    }
}

/// A channel of the manifest in one session, as `context.channels.whatsApp`.
public struct Channel: Sendable {
    public let descriptor: ChannelDescriptor
    private let session: any PlatformSession

    public init(_ descriptor: ChannelDescriptor, session: any PlatformSession) {
        self.descriptor = descriptor
        self.session = session
    }

    /// Opens a channel under the identifier, or gives the one that is open already, whose name stays.
    @discardableResult
    public func open(identifier: String, name: String) async throws -> ChannelRecord {
        try await session.openChannel(descriptor, identifier: identifier, name: name)
    }

    /// The open channels, by name.
    public func all() async throws -> [ChannelRecord] {
        try await session.channels(descriptor)
    }
}
