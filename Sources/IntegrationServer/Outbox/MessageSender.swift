package import IntegrationKit
internal import Storage

/// Sends messages that the workplace's people write, through the send tool of the channel.
package struct MessageSender<I: Integration>: Sendable {
    private let core: RuntimeCore<I>
    private let tools: ToolDispatcher<I>

    package init(core: RuntimeCore<I>, tools: ToolDispatcher<I>) {
        self.core = core
        self.tools = tools
    }

    /// Answers in a conversation.
    ///
    /// - Parameter idempotencyKey: Sends with the same key are one message.
    /// - Returns: the message, which stands in the conversation by now. When it failed it stands there as failed.
    package func send(
        text: String, in conversation: ConversationID, installation: Installation, idempotencyKey: String
    ) async -> Result<MessageID, ToolFailure> {
        do {
            guard let found = try await core.store.conversation(conversation, of: installation.id) else {
                return .failure(.notFound("conversation", conversation))
            }
            return await send(text: text, to: found.address, on: found.channel, installation, idempotencyKey)
        } catch {
            return .failure(ToolFailure(PlatformFailure(error)))
        }
    }

    /// Writes to an address, which begins a conversation when there is none with it.
    package func send(
        text: String, to address: String, on channel: ChannelID, installation: Installation, idempotencyKey: String
    ) async -> Result<MessageID, ToolFailure> {
        do {
            guard let found = try await core.store.channel(channel, of: installation.id) else {
                return .failure(.notFound("channel", channel))
            }
            return await send(text: text, to: address, on: found, installation, idempotencyKey)
        } catch {
            return .failure(ToolFailure(PlatformFailure(error)))
        }
    }

    private func send(
        text: String, to address: String, on channel: ChannelRecord, _ installation: Installation, _ key: String
    ) async -> Result<MessageID, ToolFailure> {
        guard text.contains(where: { !$0.isWhitespace }) else {
            return .failure(.invalid("message.content", "The message is empty.", advice: "Write something first."))
        }
        guard !address.isEmpty else {
            return .failure(.invalid("recipient.address", "The recipient is missing."))
        }
        guard let tool = I.channels.first(where: { $0.handle == channel.handle })?.messaging?.sendTool else {
            return .failure(ToolFailure(.rejected, "This channel cannot send messages."))
        }
        let arguments: JSON = [
            "channel": SendRequest.json(of: channel),
            "recipient": ["address": .string(address)],
            "message": ["id": .string(key), "content": .string(text)],
        ]
        let invocation = Invocation(id: core.ids.make("inv", at: core.now), trigger: .channel)
        let outcome = await tools.sendMessage(tool, arguments, in: installation, invocation: invocation)
        switch (outcome.result, outcome.message) {
        case (.failure(let failure), _): return .failure(failure)
        case (.success, let message?): return .success(message)
        case (.success, nil): return .failure(ToolFailure(.unknownOutcome, "The message was sent before, and its id is gone."))
        }
    }
}
