internal import IntegrationKit
internal import Logging
internal import SkedyulAPI

// Telling the platform what the unit of work has written.
extension LinkedSession {
    /// Sends all that waits, phase by phase. What is sent waits no more; what is left after a failure waits on.
    func sendPending() async -> Result<Void, PlatformFailure> {
        var rest = pending.inPhases
        pending = []
        var done = 0
        while !rest.isEmpty {
            let count = rest.firstGroupCount
            let group = Array(rest.prefix(count))
            do throws(PlatformFailure) {
                try await send(group)
            } catch {
                log.error(
                    "a unit of work could not be sent to its end",
                    metadata: ["sent": "\(done)", "left": "\(rest.count)", "error": "\(error)"])
                pending = rest + pending
                guard done > 0 else { return .failure(error) }
                return .failure(.unfinished(reason: "\(done) of \(done + rest.count) writes were sent, then: \(error)"))
            }
            done += count
            rest.removeFirst(count)
        }
        // The platform has it all now; what was written meanwhile stays laid over it.
        if pending.isEmpty {
            overlays = [:]
            upserted = [:]
            openedChannels = []
            closedChannels = []
        }
        return .success(())
    }

    private func send(_ group: [LinkedWrite]) async throws(PlatformFailure) {
        switch group[0] {
        case .record(let first):
            let writes = group.compactMap { write -> RecordWrite? in
                guard case .record(var record) = write else { return nil }
                record.values = ids.apply(to: record.values)
                return record
            }
            try await send(writes, first)
        case .delete(_, let model):
            try await delete(group.compactMap { if case .delete(let id, _) = $0 { id } else { nil } }, from: model)
        case .openChannel(let channel): try await open(channel)
        case .receive(let message, let id, let channel, let claim): try await pass(message, id, on: channel, claim)
        case .send:
            let messages = group.compactMap { write -> LinkedMessage? in
                guard case .send(let message) = write else { return nil }
                return LinkedMessage(
                    id: message.id, channel: present(message.channel), tool: message.tool,
                    arguments: ids.apply(to: message.arguments))
            }
            try await platform.outbox.take(messages, from: call)
        case .closeChannel(let id):
            let id = ids[id.rawValue]
            try await asking(about: "channel", id: id, .writing) { access throws(CoreFailure) in
                try await access.removeChannel(id)
            }
        case .event(let event):
            let payload = ids.apply(to: event.payload)
            let told = try await asking(about: "event", id: event.name, .writing) { access throws(CoreFailure) in
                try await access.createEvent(event.name, payload: payload)
            }
            log.debug("an event was told", metadata: ["event": "\(event.name)", "delivered": "\(told != nil)"])
        }
    }

    private func present(_ channel: ChannelRecord) -> ChannelRecord {
        ChannelRecord(
            id: ChannelID(ids[channel.id.rawValue]), handle: channel.handle, identifier: channel.identifier,
            name: channel.name)
    }

    // MARK: Records

    private func send(_ writes: [RecordWrite], _ first: RecordWrite) async throws(PlatformFailure) {
        let model = first.model
        let drafts = writes.map { CoreDraft(values: $0.values, variables: $0.secrets) }
        let present = writes.map { ids[$0.id] }
        let way = first.way
        if writes.count == 1, way != .create, case .update = way {
            _ = try await asking(about: model.label, id: present[0], .writing) { access throws(CoreFailure) in
                try await access.updateInstance(present[0], drafts[0], of: model.handle)
            }
            return
        }
        if writes.count == 1, way == .create {
            let instance = try await asking(about: model.label, .writing) { access throws(CoreFailure) in
                try await access.createInstance(drafts[0], of: model.handle)
            }
            ids.settle(first.id, as: instance.id)
            return
        }
        let batch = try await asking(about: model.label, .writing) { access throws(CoreFailure) in
            switch way {
            case .create: try await access.createInstances(drafts, of: model.handle)
            case .upsert(let field): try await access.upsertInstances(drafts, of: model.handle, matching: field)
            case .update:
                try await access.updateInstances(Array(zip(present, drafts)).map { (id: $0, draft: $1) }, of: model.handle)
            }
        }
        if way != .update { try settle(writes, by: batch) }
        if let problem = batch.problems.first {
            let reason = "\(batch.problems.count) of \(writes.count) \(model.labelPlural) were refused: \(problem.message)"
            throw batch.problems.count < writes.count ? .unfinished(reason: reason) : .invalid(InvalidValue(at: "", reason))
        }
    }

    /// Which instance is which: by the field that they were matched on, else by their order.
    private func settle(_ writes: [RecordWrite], by batch: CoreBatch) throws(PlatformFailure) {
        if case .upsert(let field) = writes[0].way {
            for write in writes {
                guard let value = write.values[field],
                    let instance = batch.instances.first(where: { $0.values[field] == value })
                else { continue }
                ids.settle(write.id, as: instance.id)
            }
            return
        }
        guard let instances = batch.matched(to: writes.count) else {
            throw .unfinished(reason: "the platform does not say which of the new instances is which")
        }
        for (write, instance) in zip(writes, instances) {
            if let instance { ids.settle(write.id, as: instance.id) }
        }
    }

    private func delete(_ written: [String], from model: ModelDescriptor) async throws(PlatformFailure) {
        let present = written.map { ids[$0] }
        if present.count == 1 {
            _ = try await asking(about: model.label, id: present[0], .writing) { access throws(CoreFailure) in
                try await access.deleteInstance(present[0], of: model.handle)
            }
            return
        }
        let (_, problems) = try await asking(about: model.label, .writing) { access throws(CoreFailure) in
            try await access.deleteInstances(present, of: model.handle)
        }
        guard let problem = problems.first else { return }
        let reason = "\(problems.count) of \(present.count) \(model.labelPlural) were not deleted: \(problem.message)"
        throw .unfinished(reason: reason)
    }

    // MARK: Channels and messages

    /// Opens it, or finds the one that somebody has opened meanwhile, or we ourselves when the answer was lost.
    private func open(_ channel: ChannelRecord) async throws(PlatformFailure) {
        do throws(PlatformFailure) {
            let made = try await asking(about: "channel", .writing) { access throws(CoreFailure) in
                try await access.createChannel(channel.handle, identifier: channel.identifier, name: channel.name)
            }
            ids.settle(channel.id.rawValue, as: made.id)
        } catch {
            switch error {
            case .conflict, .unfinished: break
            default: throw error
            }
            let open = try await openChannels(of: channel.handle).first { $0.identifier == channel.identifier }
            guard let open else { throw error }
            ids.settle(channel.id.rawValue, as: open.id.rawValue)
        }
    }

    private func pass(
        _ message: InboundMessage, _ id: MessageID, on channel: ChannelID, _ claim: ReceivedMessage
    ) async throws(PlatformFailure) {
        let channel = ids[channel.rawValue]
        let passed = CoreInboundMessage(from: message.address, text: message.text, remoteID: message.remoteID)
        let given = try await asking(about: "channel", id: channel, .writing) { access throws(CoreFailure) in
            try await access.receive(passed, on: channel)
        }
        // From here on it is known, whatever becomes of the rest.
        claimedMessages.remove(claim)
        ids.settle(id.rawValue, as: given)
        if claim.channel.rawValue == channel {
            await platform.received.keep(claim, in: installation.id)
        } else {
            // Of a channel that was new it is known from now on under the channel's id.
            await platform.received.forget(claim, in: installation.id)
            let known = ReceivedMessage(channel: ChannelID(channel), remoteID: claim.remoteID)
            if (try? await platform.received.claim(known, in: installation.id)) == true {
                await platform.received.keep(known, in: installation.id)
            }
        }
        await attachFiles(of: message, to: given, on: ChannelID(channel))
    }

    /// What came with a message follows it. A file that cannot be had now is missing there, and the log says so: the
    /// message's text says what it was.
    private func attachFiles(of message: InboundMessage, to id: String, on channel: ChannelID) async {
        let files = message.parts.compactMap { if case .file(let file) = $0, file.isFetchable { file } else { nil } }
        guard !files.isEmpty, let fetch = platform.media else { return }
        do {
            guard let channel = try await asking(about: "channel", id: channel.rawValue, .reading, {
                access throws(CoreFailure) in try await access.channel(channel.rawValue)
            }) else { return }
            var attachments: [CoreAttachment] = []
            for file in files {
                let content = try await fetch(file, ChannelRecord(channel), call)
                let stored = try await access.upload(content.bytes, name: content.name, mimeType: content.mimeType)
                attachments.append(
                    CoreAttachment(fileID: stored, name: content.name, mimeType: content.mimeType, size: content.size))
            }
            try await access.attach(attachments, to: id)
        } catch {
            log.warning("a message goes without its files", metadata: ["message": "\(id)", "error": "\(error)"])
        }
    }
}
