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
    /// - Parameter idempotencyKey: Sends with the same key are one.
    /// - Returns: whether it could be taken. A text is sent while this waits: when it failed it stands in the conversation as
    ///   failed. What has files goes on by itself, and what becomes of it stands at the messages.
    package func send(
        _ composition: Composition, in conversation: Conversation, installation: Installation, idempotencyKey: String
    ) async -> Result<Void, ToolFailure> {
        let channel = conversation.channel
        guard let messaging = I.channels.first(where: { $0.handle == channel.handle })?.messaging,
            let tool = messaging.sendTool
        else { return .failure(ToolFailure(.rejected, "This channel cannot send messages.")) }
        let window = ServiceWindow(of: conversation, messaging.window, now: core.now)
        let drafts: [JSONObject]
        do throws(ToolFailure) {
            drafts = try composition.drafts(by: messaging, isLate: window.isLate) { file in
                core.files.link(to: file.id, name: file.name, in: installation.id).url
            }
        } catch {
            return .failure(error)
        }
        guard composition.files.isEmpty, drafts.count == 1 else {
            return await queue(drafts, composition, tool, conversation, installation, idempotencyKey)
        }
        return await send(drafts[0], by: tool, to: conversation.address, on: channel, installation, idempotencyKey)
            .map { _ in }
    }

    /// Writes to an address, which begins a conversation when there is none with it.
    package func send(
        text: String, to address: String, on channel: ChannelID, installation: Installation, idempotencyKey: String
    ) async -> Result<MessageID, ToolFailure> {
        let found: ChannelRecord?
        do {
            found = try await core.store.channel(channel, of: installation.id)
        } catch {
            return .failure(ToolFailure(PlatformFailure(error)))
        }
        guard let found else { return .failure(.notFound("channel", channel)) }
        guard let messaging = I.channels.first(where: { $0.handle == found.handle })?.messaging,
            let tool = messaging.sendTool
        else { return .failure(ToolFailure(.rejected, "This channel cannot send messages.")) }
        guard !address.isEmpty else { return .failure(.invalid("recipient.address", "The recipient is missing.")) }
        do throws(ToolFailure) {
            let draft = try Composition(text: text).drafts(by: messaging, isLate: false) { _ in "" }[0]
            return await send(draft, by: tool, to: address, on: found, installation, idempotencyKey)
        } catch {
            return .failure(error)
        }
    }

    private func send(
        _ draft: JSONObject, by tool: String, to address: String, on channel: ChannelRecord, _ installation: Installation,
        _ key: String
    ) async -> Result<MessageID, ToolFailure> {
        var arguments = draft
        arguments["channel"] = SendRequest.json(of: channel)
        arguments["recipient"] = ["address": .string(address)]
        var message = draft["message"]?.objectValue ?? [:]
        message["id"] = .string(key)
        arguments["message"] = .object(message)
        let invocation = Invocation(id: core.ids.make("inv", at: core.now), trigger: .channel)
        let outcome = await tools.sendMessage(tool, .object(arguments), in: installation, invocation: invocation)
        switch (outcome.result, outcome.message) {
        case (.failure(let failure), _): return .failure(failure)
        case (.success, let message?): return .success(message)
        case (.success, nil): return .failure(ToolFailure(.unknownOutcome, "The message was sent before, and its id is gone."))
        }
    }

    /// Writes all of them down at once, in their order, for the workers.
    private func queue(
        _ drafts: [JSONObject], _ composition: Composition, _ tool: String, _ conversation: Conversation,
        _ installation: Installation, _ key: String
    ) async -> Result<Void, ToolFailure> {
        guard let descriptor = tools.descriptor(tool) else { return .failure(.notFound("tool", tool)) }
        let now = core.now
        let once = OnceOnly(core: core, tool: descriptor, key: "messages:\(key)", installation: installation.id)
        do throws(ToolFailure) {
            if let known = try await once.beginKeepingAnswer(composition.identity, at: now, isSend: true) {
                return OnceOnly<I>.result(of: known).map { _ in }
            }
        } catch {
            return .failure(error)
        }
        do throws(PlatformFailure) {
            let session = core.session(for: installation)
            var first: MessageID?
            for draft in drafts {
                var arguments = draft
                arguments["recipient"] = ["address": .string(conversation.address)]
                let message = OutboundMessage(tool: tool, arguments: .object(arguments))
                let id = try await session.send(message, on: conversation.channel)
                first = first ?? id
            }
            try await session.finish(with: first.map {
                [.nameMessage($0, key: once.key, tool: tool, claimedAt: now)]
            } ?? [])
            return .success(())
        } catch {
            await once.keep(nil)
            return .failure(ToolFailure(error))
        }
    }

    // MARK: What else can be done in a conversation

    /// Puts an emoji on a message, or takes it back.
    package func react(
        with emoji: String?, to message: Message, in conversation: Conversation, installation: Installation
    ) async -> Result<Void, ToolFailure> {
        let channel = conversation.channel
        guard let tool = I.channels.first(where: { $0.handle == channel.handle })?.messaging?.reactTool else {
            return .failure(ToolFailure(.rejected, "This channel has no reactions."))
        }
        guard let remoteID = message.remoteID else {
            return .failure(ToolFailure(.rejected, "The message has not been sent yet.", advice: "Wait until it has."))
        }
        let arguments: JSON = [
            "channel": SendRequest.json(of: channel), "recipient": ["address": .string(conversation.address)],
            "messageId": .string(remoteID), "emoji": emoji.map(JSON.string) ?? .null,
        ]
        let invocation = Invocation(id: core.ids.make("inv", at: core.now), trigger: .channel)
        return await tools.call(tool, arguments: arguments, in: installation, invocation: invocation).map { _ in }
    }

    /// The texts that may be sent when nothing else may be; nil when the channel has none.
    package func templates(
        for conversation: Conversation, installation: Installation
    ) async -> Result<[TemplateOffer], ToolFailure>? {
        let channel = conversation.channel
        guard let templates = I.channels.first(where: { $0.handle == channel.handle })?.messaging?.templates else {
            return nil
        }
        let invocation = Invocation(id: core.ids.make("inv", at: core.now), trigger: .channel)
        let arguments: JSON = ["channel": SendRequest.json(of: channel)]
        return await tools.call(
            templates.listTool, arguments: arguments, in: installation, invocation: invocation
        ).map { output in (output?["items"]?.arrayValue ?? []).compactMap(TemplateOffer.init) }
    }

    /// Sends a message again of which is known that it has not left.
    package func sendAgain(
        _ message: Message, installation: Installation, by actor: String
    ) async -> Result<Void, ToolFailure> {
        do throws(StorageError) {
            guard let entry = try await core.store.outgoing(message.id, of: installation.id), entry.state == .failed else {
                return .failure(ToolFailure(
                    .conflict, "This message cannot be sent again.", advice: "Write it anew."))
            }
            let desk = OutboxDesk(store: core.store, actor: actor, now: core.clock)
            let settled = try await desk.settle(.these([entry.id]), by: .resend)
            core.work.raiseSends()
            for one in settled { core.changes.publish(.conversation(one.conversation), installation: installation.id) }
            return .success(())
        } catch {
            return .failure(ToolFailure(PlatformFailure(error)))
        }
    }
}
