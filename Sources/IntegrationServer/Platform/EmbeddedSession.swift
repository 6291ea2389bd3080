#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import IntegrationKit
package import Storage

/// A unit of work on the embedded platform: reads see its own writes, and ``finish(with:)`` writes all of them in
/// one transaction or none.
package actor EmbeddedSession: PlatformSession {
    package nonisolated let installation: Installation
    package nonisolated let services: PlatformServices

    let links: ModelLinks
    private let channels: [ChannelDescriptor]
    let store: any Store
    let sealer: Sealer
    let ids: IDMaker
    let changes: ChangeFeed
    let work: WorkSignal
    let clock: @Sendable () -> Date

    private(set) var pending: [StoreChange] = []
    var overlays: [String: RecordOverlay] = [:]
    /// Instances that were inserted since the last commit because there was none to update, by id.
    var insertions: [String: Insertion] = [:]
    /// Ids that such an instance had before the commit found another one in its place.
    var settledIDs = SettledIDs(prefix: EmbeddedSession.instancePrefix)
    /// Channels that were opened or closed since the last commit, as they will be.
    var movedChannels: [ChannelKey: ChannelRecord] = [:]
    var receivedRemoteIDs: Set<String> = []
    private var isFinished = false
    static let instancePrefix = "ins"

    /// - Parameters:
    ///   - models: All models of the integration: what is written or deleted may belong to others.
    ///   - channels: All channels of the integration: messages are written down as theirs.
    package init(
        installation: Installation, models: [ModelDescriptor] = [], channels: [ChannelDescriptor] = [], store: any Store, sealer: Sealer, ids: IDMaker,
        changes: ChangeFeed, work: WorkSignal, clock: @escaping @Sendable () -> Date,
        services: PlatformServices = PlatformServices()
    ) {
        self.installation = installation
        self.services = services
        links = ModelLinks(models)
        self.channels = channels
        self.store = store
        self.sealer = sealer
        self.ids = ids
        self.changes = changes
        self.work = work
        self.clock = clock
    }

    /// Whether there is anything to write.
    package var hasChanges: Bool { !pending.isEmpty }

    /// Writes what has come together so far in one transaction and tells open pages. The session goes on.
    package func commit() async throws(PlatformFailure) {
        try requireOpen()
        try await write(with: [])
    }

    /// Writes what is left, and `more` behind it, in one transaction. The session is over.
    package func finish(with more: [StoreChange]) async throws(PlatformFailure) {
        try requireOpen()
        isFinished = true
        try await write(with: more)
    }

    /// Nobody listens: workflows are the platform's own, and the embedded one has none. So the event is not kept, and
    /// the answer says so, as the platform's does when nobody has subscribed.
    package func emit(_ event: EmittedEvent) async throws(PlatformFailure) -> EventReceipt {
        try requireOpen()
        return .unheard
    }

    private func write(with more: [StoreChange]) async throws(PlatformFailure) {
        let all = pending + more
        guard !all.isEmpty else { return }
        let taken = pending
        pending = []
        do throws(PlatformFailure) {
            let outcomes: [ChangeOutcome]
            do throws(StorageError) {
                outcomes = try await store.commit(all, in: installation.id)
            } catch {
                guard case .conflict = error, let resolved = try await resolvingInsertions(in: all) else {
                    throw PlatformFailure(error)
                }
                outcomes = try await asking { store throws(StorageError) in
                    try await store.commit(resolved, in: installation.id)
                }
            }
            publish(all, outcomes)
        } catch {
            pending = taken + pending
            throw error
        }
        // The store has it all now; what was written meanwhile stays laid over it.
        if pending.isEmpty {
            overlays = [:]
            insertions = [:]
            movedChannels = [:]
        }
    }

    /// Adds a write to the unit of work.
    func stage(_ change: StoreChange) { pending.append(change) }

    /// A handler that keeps its session after it has returned must not write into nothing.
    func requireOpen() throws(PlatformFailure) {
        if isFinished { throw .unavailable(reason: "the call that this session belongs to is over") }
    }

    /// Runs a store call and gives its error the handler's words.
    func asking<Value: Sendable>(
        _ call: (any Store) async throws(StorageError) -> Value
    ) async throws(PlatformFailure) -> Value {
        do {
            return try await call(store)
        } catch {
            throw PlatformFailure(error)
        }
    }

    private func tenantChanged() {
        work.tenantChanged()
        store.tell(.tenant(installation.id))
    }

    private func publish(_ committed: [StoreChange], _ outcomes: [ChangeOutcome]) {
        var told: Set<Change> = []
        var hasSends = false
        for outcome in outcomes {
            switch outcome {
            case .messageAdded(_, let conversation), .messageMoved(_, let conversation),
                .messageSettled(_, let conversation):
                told.insert(.conversation(conversation))
            case .messageQueued(_, let conversation, _, _):
                told.insert(.conversation(conversation))
                hasSends = true
            case .channel(let channel):
                told.insert(.records)
                tenantChanged()
                if channel.closure == nil {
                    // It may have taken over events that came before it.
                    work.raise()
                    store.tell(.work)
                } else {
                    // What waits to be sent through it fails now.
                    hasSends = true
                }
            case .conversationsChanged(let conversations): told.formUnion(conversations.map(Change.conversation))
            case .done, .nothingToDo: break
            }
        }
        for change in committed {
            switch change {
            case .erase:
                told.insert(.connection)
                told.insert(.records)
                tenantChanged()
            case .setEnvironment:
                told.insert(.connection)
                tenantChanged()
            case .putInstance, .deleteInstance: if !ChangeFeed.isDrawing { told.insert(.records) }
            default: break
            }
        }
        for change in told { changes.publish(change, installation: installation.id) }
        if hasSends {
            work.raiseSends()
            store.tell(.sends)
        }
    }
}

// MARK: - Files

extension EmbeddedSession {
    package func file(_ id: FileID) async throws(PlatformFailure) -> FileStream {
        let owner = installation.id
        let file = try await asking { store throws(StorageError) in try await store.file(id, of: owner) }
        guard let file else { throw .notFound(what: "file", id: id.rawValue) }
        let reader = PieceReader(store: store, file: file, installation: owner, start: 0)
        return FileStream(name: file.name, mimeType: file.mimeType, size: file.size) { try await reader.next() }
    }

    /// Fields hold files of this installation that are there, and no others.
    func checkFiles(in values: JSONObject, of model: ModelDescriptor) async throws(PlatformFailure) {
        let owner = installation.id
        for field in model.fields where field.scalar == .file || field.scalar == .image {
            let ids = values[field.handle].map { $0.arrayValue ?? [$0] } ?? []
            for id in ids.compactMap(\.stringValue) {
                let file = try await asking { store throws(StorageError) in try await store.file(FileID(id), of: owner) }
                guard file != nil else { throw .invalid(InvalidValue(at: field.handle, "is no file that is kept here")) }
            }
        }
    }
}

// MARK: - Messages

extension EmbeddedSession {
    package func receive(_ message: InboundMessage, on channel: ChannelID) async throws(PlatformFailure) -> MessageID? {
        try requireOpen()
        let key = "\(channel)\n\(message.remoteID)"
        guard receivedRemoteIDs.insert(key).inserted else { return nil }
        let installation = installation.id
        do throws(PlatformFailure) {
            let known = try await asking { store throws(StorageError) in
                try await store.message(channel: channel, remoteID: message.remoteID, in: installation)
            }
            if known != nil { return nil }
        } catch {
            receivedRemoteIDs.remove(key)
            throw error
        }
        let new = newMessage(message, on: channel)
        stage(.addMessage(new))
        return new.id
    }

    private func newMessage(_ message: InboundMessage, on channel: ChannelID) -> NewMessage {
        NewMessage(
            id: MessageID(ids.make("msg", at: clock())), channel: channel, address: message.address,
            personID: message.personID, contactName: message.contactName, author: message.author,
            direction: message.direction, kind: message.kind, text: message.text,
            parts: message.parts, content: message.content, replyTo: message.replyTo, remoteID: message.remoteID,
            status: message.direction == .inbound ? .delivered : .sent, opensWindow: message.opensWindow,
            sentAt: message.sentAt, recordedAt: clock())
    }

    package func apply(_ status: MessageStatusUpdate, on channel: ChannelID) async throws(PlatformFailure) {
        try requireOpen()
        stage(.moveMessage(MessageMove(
            id: status.messageID, channel: channel, remoteID: status.remoteID, status: status.status,
            failure: status.failure, recipient: status.recipient, occurredAt: status.occurredAt)))
    }

    package func amend(_ amendment: MessageAmendment, on channel: ChannelID) async throws(PlatformFailure) {
        try requireOpen()
        stage(.amendMessage(MessageAmend(
            channel: channel, remoteID: amendment.remoteID, change: amendment.change,
            occurredAt: amendment.occurredAt, otherwise: newMessage(amendment.otherwise, on: channel))))
    }

    package func apply(_ receipt: ReadReceipt, on channel: ChannelID) async throws(PlatformFailure) {
        try requireOpen()
        stage(.moveMessages(receipt, on: channel, at: clock()))
    }

    package func changeAddress(_ change: AddressChange, on channel: ChannelID) async throws(PlatformFailure) {
        try requireOpen()
        stage(.changeAddress(change, on: channel))
    }

    package func describe(_ message: MessageID, as description: MessageDescription) async throws(PlatformFailure) {
        try requireOpen()
        stage(.describeMessage(message, description))
    }

    package func conversation(
        with address: String, on channel: ChannelID
    ) async throws(PlatformFailure) -> Conversation? {
        let id = installation.id
        return try await asking { store throws(StorageError) in
            try await store.conversation(channel: channel, address: address, of: id)
        }
    }

    package func states(of messages: [MessageID]) async throws(PlatformFailure) -> [MessageState] {
        let id = installation.id
        return try await asking { store throws(StorageError) in try await store.states(of: messages, in: id) }
    }

    package func send(
        _ message: OutboundMessage, on channel: ChannelRecord
    ) async throws(PlatformFailure) -> MessageID {
        try requireOpen()
        guard let found = try await self.channel(channel.handle, channel.identifier), found.id == channel.id else {
            throw .notFound(what: "channel", id: channel.id.rawValue)
        }
        if let closure = found.closure { throw .closed(channel: found.name, reason: closure.reason) }
        let id = MessageID(ids.make("msg", at: clock()))
        var arguments = message.arguments.objectValue ?? [:]
        arguments["channel"] = SendRequest.json(of: channel)
        var content = arguments["message"]?.objectValue ?? [:]
        content["id"] = .string(id.rawValue)
        arguments["message"] = .object(content)
        let request: SendRequest
        do {
            request = try SendRequest(.object(arguments))
        } catch {
            throw .invalid(error)
        }
        stage(.queueMessage(NewOutboxEntry(
            message: NewMessage(
                sending: request, as: id, on: channel, by: channels.first { $0.handle == channel.handle }?.messaging,
                at: clock()), tool: message.tool,
            arguments: request.arguments(.object(arguments), messageID: id, channel: channel))))
        return id
    }
}
