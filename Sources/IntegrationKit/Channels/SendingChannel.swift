/// A channel of the manifest that can send, in one session, as `context.channels.whatsApp`.
///
/// What is sent here is part of the unit of work: the message is written down together with everything else that the
/// handler writes, or not at all, and leaves after that. So an event that is handled again sends nothing twice.
public struct SendingChannel<SendTool: Tool>: PlatformChannel {
    public let descriptor: ChannelDescriptor
    public let session: any PlatformSession

    public init(_ descriptor: ChannelDescriptor, sendingWith tool: SendTool.Type, session: any PlatformSession) {
        self.descriptor = descriptor
        self.session = session
    }

    /// Sends a text.
    ///
    /// - Parameters:
    ///   - address: How the provider knows the recipient.
    ///   - channel: The number, page or account that it comes from: in a webhook's handler that of the event,
    ///     `context.channel`.
    /// - Returns: the message as it stands in its conversation.
    @discardableResult
    public func send(_ text: String, to address: String, from channel: ChannelRecord) async throws -> MessageID {
        let arguments: JSON = ["recipient": ["address": .string(address)], "message": ["content": .string(text)]]
        return try await send(OutboundMessage(tool: SendTool.descriptor.handle, arguments: arguments), from: channel)
    }

    /// Sends whatever the channel's tool can send.
    ///
    /// - Parameters:
    ///   - input: As for a call of the tool. Its `channel` and the id of its `message` are replaced by the true ones.
    ///   - channel: See ``send(_:to:from:)``.
    /// - Returns: the message as it stands in its conversation.
    @discardableResult
    public func send(_ input: SendTool.Input, from channel: ChannelRecord) async throws -> MessageID {
        try await send(OutboundMessage(tool: SendTool.descriptor.handle, arguments: input.json), from: channel)
    }

    private func send(_ message: OutboundMessage, from channel: ChannelRecord) async throws -> MessageID {
        guard channel.handle == descriptor.handle else {
            throw PlatformFailure.notFound(what: "channel of \(descriptor.label)", id: channel.id.rawValue)
        }
        return try await session.send(message, on: channel)
    }
}

/// A message that a handler sends.
public struct OutboundMessage: Hashable, Sendable {
    /// Wire name of the tool that sends it, which has the contract `message.send`.
    public let tool: String
    /// The tool's arguments. `channel` and `message.id` may be left out.
    public let arguments: JSON

    public init(tool: String, arguments: JSON) {
        self.tool = tool
        self.arguments = arguments
    }
}
