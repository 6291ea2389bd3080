/// What every channel of the manifest can do in a session. ``Channel`` and ``SendingChannel`` are the two kinds.
public protocol PlatformChannel: Sendable {
    var descriptor: ChannelDescriptor { get }
    var session: any PlatformSession { get }
}

extension PlatformChannel {
    /// Opens a channel under the identifier, or gives the one that is open already. One that was closed is opened again,
    /// with its conversations, and with what came for it meanwhile and is kept still. The name of a channel that is
    /// there already stays.
    @discardableResult
    public func open(identifier: String, name: String) async throws -> ChannelRecord {
        try await session.openChannel(descriptor, identifier: identifier, name: name)
    }

    /// Closes the channel with the identifier: its conversations stay, and can be read; nothing goes out through it any
    /// more, and messages that wait to be sent fail; what comes for it is kept as unrouted.
    ///
    /// - Parameter reason: Why, in a sentence for people; it stands where somebody would write.
    /// - Returns: false when no such channel is open.
    @discardableResult
    public func close(identifier: String, because reason: String) async throws -> Bool {
        try await session.closeChannel(descriptor, identifier: identifier, reason: reason)
    }

    /// The open channels, by name.
    public func all() async throws -> [ChannelRecord] {
        try await session.channels(descriptor)
    }

    /// Whether another installation has the channel open, too: what is set up for it at the provider must then stay.
    public func isOpenElsewhere(identifier: String) async throws -> Bool {
        try await session.isOpenElsewhere(descriptor, identifier: identifier)
    }
}

/// A channel of the manifest in one session, as `context.channels.whatsApp`.
public struct Channel: PlatformChannel {
    public let descriptor: ChannelDescriptor
    public let session: any PlatformSession

    public init(_ descriptor: ChannelDescriptor, session: any PlatformSession) {
        self.descriptor = descriptor
        self.session = session
    }
}
