package import IntegrationKit
internal import SkedyulAPI

// Channels, messages, events and addresses.
extension LinkedSession {
    // MARK: Channels

    package func openChannel(
        _ channel: ChannelDescriptor, identifier: String, name: String
    ) async throws(PlatformFailure) -> ChannelRecord {
        try requireOpen()
        let identifier = channel.prepared(identifier)
        if let problem = channel.problem(of: identifier) {
            throw .invalid(InvalidValue(at: channel.identifierField, problem))
        }
        let known = try await openChannels(of: channel.handle).first { $0.identifier == identifier }
        if let known {
            reopen(known.id)
            return known
        }
        // Another task of the handler may have opened it meanwhile.
        if let open = openedChannels.first(where: { $0.handle == channel.handle && $0.identifier == identifier }) {
            return open
        }
        let record = ChannelRecord(
            id: ChannelID(provisionalID()), handle: channel.handle, identifier: identifier, name: name)
        openedChannels.append(record)
        stage(.openChannel(record))
        return record
    }

    /// The platform removes the channel; its messages stay. It keeps no reason.
    package func closeChannel(
        _ channel: ChannelDescriptor, identifier: String, reason: String
    ) async throws(PlatformFailure) -> Bool {
        try requireOpen()
        let identifier = channel.prepared(identifier)
        guard let open = try await channels(channel).first(where: { $0.identifier == identifier }) else { return false }
        if SettledIDs.isProvisional(open.id.rawValue) {
            openedChannels.removeAll { $0.id == open.id }
            pending.removeAll { if case .openChannel(let opened) = $0 { opened.id == open.id } else { false } }
        } else if closedChannels.insert(open.id).inserted {
            stage(.closeChannel(open.id))
        }
        return true
    }

    /// The platform shows an installation nothing of others. What is set up at the provider for somebody else must not go,
    /// so it is as if there were one.
    package func isOpenElsewhere(
        _ channel: ChannelDescriptor, identifier: String
    ) async throws(PlatformFailure) -> Bool { true }

    /// Takes back that it is to be closed.
    private func reopen(_ id: ChannelID) {
        guard closedChannels.remove(id) != nil else { return }
        pending.removeAll { if case .closeChannel(let closed) = $0 { closed == id } else { false } }
    }

    package func channels(_ channel: ChannelDescriptor) async throws(PlatformFailure) -> [ChannelRecord] {
        let stored = try await openChannels(of: channel.handle).filter { !closedChannels.contains($0.id) }
        let opened = openedChannels.filter { opened in
            opened.handle == channel.handle && !stored.contains { $0.identifier == opened.identifier }
        }
        return (stored + opened).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Those of the installation. The platform may list those of other apps of the workplace as well.
    func openChannels(of handle: String) async throws(PlatformFailure) -> [ChannelRecord] {
        let channels = try await asking(about: "channels", .reading) { access throws(CoreFailure) in
            try await access.channels(matching: CoreFilter("handle", .eq, .string(handle)), limit: 1000)
        }
        return channels.filter { channel in
            channel.handle == handle && channel.appInstallationID ?? installation.id.rawValue == installation.id.rawValue
        }.map(ChannelRecord.init)
    }

    // MARK: Messages

    package func receive(_ message: InboundMessage, on channel: ChannelID) async throws(PlatformFailure) -> MessageID? {
        try requireOpen()
        guard message.direction == .inbound else {
            // The platform has no method that writes down what a business sent elsewhere.
            log.info("a message that was sent elsewhere is not passed on", metadata: ["channel": "\(channel)"])
            return nil
        }
        let received = ReceivedMessage(channel: ChannelID(ids[channel.rawValue]), remoteID: message.remoteID)
        guard claimedMessages.insert(received).inserted else { return nil }
        do throws(PlatformFailure) {
            guard try await platform.received.claim(received, in: installation.id) else {
                claimedMessages.remove(received)
                return nil
            }
        } catch {
            claimedMessages.remove(received)
            throw error
        }
        do throws(PlatformFailure) {
            try requireOpen()
        } catch {
            // The handler was given up on meanwhile.
            claimedMessages.remove(received)
            await platform.received.forget(received, in: installation.id)
            throw error
        }
        let id = MessageID(provisionalID())
        stage(.receive(message, as: id, on: channel, received))
        return id
    }

    /// The platform has no method that moves a message of an app's.
    package func apply(_ status: MessageStatusUpdate, on channel: ChannelID) async throws(PlatformFailure) {
        try requireOpen()
        log.info(
            "a message has moved, which the platform takes no word of",
            metadata: ["channel": "\(channel)", "status": "\(status.status.rawValue)"])
    }

    /// The platform has no method that changes a message, so the change becomes one of its own.
    package func amend(_ amendment: MessageAmendment, on channel: ChannelID) async throws(PlatformFailure) {
        _ = try await receive(amendment.asMessage, on: channel)
    }

    /// The platform has no method that moves a message of an app's.
    package func apply(_ receipt: ReadReceipt, on channel: ChannelID) async throws(PlatformFailure) {
        try requireOpen()
        log.info(
            "messages have moved, which the platform takes no word of",
            metadata: ["channel": "\(channel)", "status": "\(receipt.status.rawValue)"])
    }

    /// The platform has written down what it had sent; there is no method that says it better.
    package func describe(_ message: MessageID, as description: MessageDescription) async throws(PlatformFailure) {
        try requireOpen()
    }

    /// Conversations are the platform's own: it shows none to an app.
    package func conversation(
        with address: String, on channel: ChannelID
    ) async throws(PlatformFailure) -> Conversation? { nil }

    package func send(
        _ message: OutboundMessage, on channel: ChannelRecord
    ) async throws(PlatformFailure) -> MessageID {
        try requireOpen()
        guard !closedChannels.contains(channel.id) else {
            throw .closed(channel: channel.name, reason: "it was closed a moment ago")
        }
        guard platform.outbox.isOpen else { throw .unavailable(reason: "this server sends no messages of its own") }
        let id = MessageID(platform.ids.make("msg", at: platform.clock()))
        var arguments = message.arguments.objectValue ?? [:]
        arguments["channel"] = SendRequest.json(of: channel)
        var content = arguments["message"]?.objectValue ?? [:]
        content["id"] = id.json
        arguments["message"] = .object(content)
        do throws(InvalidValue) {
            let request = try SendRequest(.object(arguments))
            stage(.send(LinkedMessage(
                id: id, channel: channel, tool: message.tool,
                arguments: request.arguments(.object(arguments), messageID: id, channel: channel))))
        } catch {
            throw .invalid(error)
        }
        return id
    }

    package func states(of messages: [MessageID]) async throws(PlatformFailure) -> [MessageState] {
        try await platform.outbox.states(of: messages, in: installation.id)
    }

    // MARK: Events, files and addresses

    /// Told when everything that it may be about is there, so who listens is known only then.
    package func emit(_ event: EmittedEvent) async throws(PlatformFailure) -> EventReceipt {
        try requireOpen()
        stage(.event(event))
        return .held
    }

    package func file(_ id: FileID) async throws(PlatformFailure) -> FileContent {
        try await asking(about: "file", id: id.rawValue, .reading) { access throws(CoreFailure) -> FileContent? in
            guard let file = try await access.file(id.rawValue) else { return nil }
            let bytes = try await access.download(try await access.link(toFile: file.id))
            return FileContent(name: file.name, mimeType: file.mimeType, bytes: bytes)
        }.orThrow(.notFound(what: "file", id: id.rawValue))
    }

    /// The handler gives the address away before it is done, so it is made at once; ``abandon()`` takes it back.
    package func register(_ request: WebhookRegistrationRequest) async throws(PlatformFailure) -> WebhookAddress {
        try requireOpen()
        let context = ids.apply(to: request.data)
        let webhook = try await asking(about: "webhook", id: request.webhook, .writing) { access throws(CoreFailure) in
            try await access.createWebhook(request.webhook, context: context, lifetime: request.lifetime)
        }
        registrations.append(webhook.id)
        return WebhookAddress(url: webhook.url, expiresAt: webhook.expiresAt)
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func orThrow(_ failure: PlatformFailure) throws(PlatformFailure) -> Wrapped {
        guard let self else { throw failure }
        return self
    }
}

extension ChannelRecord {
    init(_ channel: CoreChannel) {
        self.init(
            id: ChannelID(channel.id), handle: channel.handle, identifier: channel.identifier, name: channel.name)
    }
}

extension MessageAmendment {
    /// Under an id of its own where the provider gives it that of the message that it changes, so that it is not taken for
    /// that one delivered twice.
    fileprivate var asMessage: InboundMessage {
        guard otherwise.remoteID == remoteID else { return otherwise }
        return InboundMessage(
            remoteID: "\(remoteID)#\(Timestamp.text(occurredAt))", direction: otherwise.direction,
            address: otherwise.address, contactName: otherwise.contactName, kind: otherwise.kind, text: otherwise.text,
            parts: otherwise.parts, content: otherwise.content, replyTo: otherwise.replyTo,
            opensWindow: otherwise.opensWindow, sentAt: otherwise.sentAt)
    }
}
