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
            return await queue(drafts, composition.identity, tool, conversation, installation, idempotencyKey)
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
    ///
    /// - Parameters:
    ///   - identity: What calls with the same key must have in common.
    ///   - known: What a call is told that had the key before.
    private func queue(
        _ drafts: [JSONObject], _ identity: JSON, _ tool: String, _ conversation: Conversation,
        _ installation: Installation, _ key: String, known: ToolFailure? = nil
    ) async -> Result<Void, ToolFailure> {
        guard let descriptor = tools.descriptor(tool) else { return .failure(.notFound("tool", tool)) }
        let now = core.now
        let once = OnceOnly(core: core, tool: descriptor, key: "messages:\(key)", installation: installation.id)
        do throws(ToolFailure) {
            if let answer = try await once.beginKeepingAnswer(identity, at: now, isSend: true) {
                return known.map(Result.failure) ?? OnceOnly<I>.result(of: answer).map { _ in }
            }
        } catch {
            return .failure(error)
        }
        var first: MessageID?
        do throws(PlatformFailure) {
            let session = core.session(for: installation)
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
            // The connection may have broken after the store had it all.
            switch await isWritten(first, in: installation) {
            case true?:
                core.work.raiseSends()
                return .success(())
            case false?:
                await once.keep(nil)
                return .failure(ToolFailure(error))
            // Asked again, it is found, or the key is given to that call.
            case nil: return .failure(.callIsUnderWay)
            }
        }
    }

    /// - Returns: nil when the store does not say.
    private func isWritten(_ message: MessageID?, in installation: Installation) async -> Bool? {
        guard let message else { return false }
        do {
            return try await core.store.message(message, in: installation.id) != nil
        } catch {
            return nil
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

    /// Sends a message again that has failed. One that the outbox still has goes out where it stands; of one that the
    /// provider has refused, or has not delivered, another one is written: once, and that can be sent again in turn.
    package func sendAgain(
        _ message: Message, in conversation: Conversation, installation: Installation, by actor: String
    ) async -> Result<Void, ToolFailure> {
        do throws(StorageError) {
            guard let entry = try await core.store.outgoing(message.id, of: installation.id) else {
                return try await repeated(message, in: conversation, installation)
            }
            guard entry.state == .failed else { return .failure(.cannotBeSentAgain) }
            let desk = OutboxDesk(store: core.store, actor: actor, now: core.clock)
            let settled = try await desk.settle(.these([entry.id]), by: .resend)
            core.work.raiseSends()
            for one in settled { core.changes.publish(.conversation(one.conversation), installation: installation.id) }
            return .success(())
        } catch {
            return .failure(ToolFailure(PlatformFailure(error)))
        }
    }

    private func repeated(
        _ message: Message, in conversation: Conversation, _ installation: Installation
    ) async throws(StorageError) -> Result<Void, ToolFailure> {
        let channel = conversation.channel
        guard message.direction == .outbound, message.status == .failed,
            let tool = I.channels.first(where: { $0.handle == channel.handle })?.messaging?.sendTool,
            let draft = try await core.store.content(of: message.id, in: installation.id).flatMap(SendRequest.draft)
        else { return .failure(.cannotBeSentAgain) }
        return await queue(
            [draft], .object(draft), tool, conversation, installation, "again:\(message.id)",
            known: ToolFailure(.conflict, "This message was sent again already.", advice: "It stands further down."))
    }
}

extension ToolFailure {
    fileprivate static let cannotBeSentAgain = ToolFailure(
        .conflict, "This message cannot be sent again.", advice: "Write it anew.")
}
