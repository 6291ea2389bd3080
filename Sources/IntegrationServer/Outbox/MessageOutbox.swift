#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import Storage

/// How a send ended, and the message that it became once it was written down.
struct SendOutcome: Sendable {
    let run: ToolRun
    let message: MessageID?

    init(_ run: ToolRun, message: MessageID? = nil) {
        self.run = run
        self.message = message
    }

    /// It is written down, and goes out as soon as it may.
    static func queued(_ message: MessageID) -> SendOutcome {
        SendOutcome(.done(["status": "queued"]), message: message)
    }

    var result: Result<JSONObject?, ToolFailure> { run.result }
}

/// Sends through a channel's send tool while its caller waits, the same from every door. The message goes the way of all
/// messages, through the outbox: it stands in its conversation before the provider hears of it, is sent once for each
/// `message.id` of the caller, and is never sent again when it is not known whether it left. The caller's own task takes
/// it out again at once. When it cannot go in the caller's time, because others of its conversation come first or a limit
/// does not admit it, the answer is `queued`, and the workers of all processes see to it.
struct MessageOutbox<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let sender: OutboxSender<I>

    init(core: RuntimeCore<I>) {
        self.core = core
        sender = OutboxSender(core: core)
    }

    /// One send that was asked for.
    private struct Call: Sendable {
        let entry: ToolEntry<I>
        let request: SendRequest
        /// As the caller gave them.
        let arguments: JSON
        let channel: ChannelRecord
        let installation: Installation
        let invocation: Invocation
        let log: Logger
        /// Calls with one of these are the same.
        let keys: [String]
        /// When it claimed them.
        let claimedAt: Date
        let deadline: ContinuousClock.Instant

        var tool: ToolDescriptor { entry.descriptor }
        /// Calls with the same key must have the same.
        var identity: JSON { SendRequest.identity(of: arguments) }
        /// What can be said over the channel.
        var messaging: ChannelDescriptor.Messaging? {
            I.channels.first { $0.handle == channel.handle }?.messaging
        }
        /// Handing files over takes longer than callers wait: the workers do it.
        var isForWorkers: Bool { request.attachments.contains { $0.stored != nil } }
    }

    /// - Parameter arguments: Of the contract `message.send`.
    func send(
        _ entry: ToolEntry<I>, _ arguments: JSON, channels: [ChannelDescriptor], _ installation: Installation,
        _ invocation: Invocation, _ log: Logger
    ) async -> SendOutcome {
        let call: Call
        do {
            try entry.validate(arguments)
            let request = try SendRequest(arguments)
            let channel = try await channel(of: request, channels, installation)
            let keys = [invocation.idempotencyKey.map { "call:\($0)" }, "message:\(request.callerID)"]
            call = Call(
                entry: entry, request: request, arguments: arguments, channel: channel, installation: installation,
                invocation: invocation, log: log, keys: keys.compactMap { $0 }, claimedAt: core.now,
                deadline: .now + entry.descriptor.timeout)
        } catch let problems as InvalidValue {
            return SendOutcome(.nothingHappened(.invalid(problems)))
        } catch {
            return SendOutcome(.nothingHappened((error as? ToolFailure) ?? ToolFailure(PlatformFailure.unavailable(reason: ""))))
        }
        if let known = await claimKeys(of: call) { return known }
        return await deliver(call)
    }

    // MARK: The same call again

    /// - Returns: nil when no call before had one of the keys, else what became of that.
    private func claimKeys(of call: Call) async -> SendOutcome? {
        for (index, key) in call.keys.enumerated() {
            let outcome: SendOutcome
            do {
                let once = OnceOnly(core: core, tool: call.tool, key: key, installation: call.installation.id)
                guard let answer = try await once.beginKeepingAnswer(call.identity, at: call.claimedAt, isSend: true)
                else { continue }
                outcome = await known(answer, call)
            } catch {
                outcome = SendOutcome(.nothingHappened(error))
            }
            for claimed in call.keys[..<index] {
                let once = OnceOnly(core: core, tool: call.tool, key: claimed, installation: call.installation.id)
                await once.keep(Self.answer(of: outcome))
            }
            return outcome
        }
        return nil
    }

    private func known(_ answer: JSON, _ call: Call) async -> SendOutcome {
        let message = answer["message"]?.stringValue.map { MessageID($0) }
        // Its sender has not said, not yet, or did not know, what became of it.
        let isOpen = answer["output"] == nil && answer["failure"] == nil
        switch (OnceOnly<I>.result(of: answer), message) {
        case (.success, let message?) where isOpen: return await fateUnlessUnderWay(message, call)
        case (.failure(let failure), let message?) where failure.code == .unknownOutcome:
            return await fateUnlessUnderWay(message, call)
        case (.success(let output), _): return SendOutcome(.done(output), message: message)
        case (.failure(let failure), _): return SendOutcome(.mayHaveHappened(failure), message: message)
        }
    }

    private func fateUnlessUnderWay(_ id: MessageID, _ call: Call) async -> SendOutcome {
        if let entry = try? await core.store.outgoing(id, of: call.installation.id),
            [.claimed, .sending].contains(entry.state), entry.dueAt > core.now
        {
            return SendOutcome(.nothingHappened(.callIsUnderWay))
        }
        return await follow(id, call)
    }

    /// What is kept for calls with the same key; nil frees the key.
    private static func answer(of outcome: SendOutcome) -> JSON? {
        var answer: JSONObject
        switch outcome.run {
        case .nothingHappened: return nil
        case .mayHaveHappened(let failure): answer = OnceOnly<I>.json(of: failure).objectValue ?? [:]
        case .done(let output): answer = ["output": output.map(JSON.object) ?? .null]
        }
        answer["message"] = outcome.message.map { .string($0.rawValue) }
        return .object(answer)
    }

    // MARK: Into the outbox and out again

    private func deliver(_ call: Call) async -> SendOutcome {
        let id = MessageID(core.ids.make("msg", at: core.now))
        var arguments = call.request.arguments(call.arguments, messageID: id, channel: call.channel)
        if call.isForWorkers {
            do {
                _ = try await add(id, &arguments, call, hold: .none)
            } catch {
                return error
            }
            core.work.raiseSends()
            core.store.tell(.sends)
            return await follow(id, call)
        }
        // Whoever is admitted at once need not write that down separately.
        var hold = try? await core.limits.enter(
            call.tool.limits, tool: call.tool, arguments: arguments, installation: call.installation.id, patience: .zero)
        let isFirst: Bool
        do {
            let until = core.now.addingTimeInterval(sender.lease(of: call.tool).timeInterval)
            isFirst = try await add(
                id, &arguments, call, hold: hold != nil ? .sending(until: until) : .claimed(until: until))
        } catch {
            if let hold { await core.limits.leave(hold, isUnused: true) }
            return error
        }
        guard isFirst else {
            if let hold { await core.limits.leave(hold, isUnused: true) }
            return await follow(id, call)
        }
        let claim = OutboxClaim(
            id: id, number: 1, failures: 0, arguments: arguments, installation: call.installation,
            settlesCalls: call.keys)
        if hold == nil {
            do {
                let left = ContinuousClock.now.duration(to: call.deadline)
                hold = try await core.limits.enter(
                    call.tool.limits, tool: call.tool, arguments: arguments, installation: call.installation.id,
                    patience: max(left, .zero))
            } catch {
                await sender.giveBack(claim, call.tool, after: error)
                return await follow(id, call)
            }
            guard await sender.begin(claim, call.tool) else {
                if let hold { await core.limits.leave(hold, isUnused: true) }
                return await follow(id, call)
            }
        }
        let outcome = await sender.send(claim, call.entry, call.invocation, call.log) { Self.answer(of: $0) }
        if let hold { await core.limits.leave(hold) }
        switch outcome {
        case .settled(let outcome): return outcome
        case .postponed: return await follow(id, call)
        }
    }

    /// Writes the message down, and under the call's keys that it is the one.
    ///
    /// - Parameter arguments: Are those with which it is to be sent afterwards.
    /// - Returns: whether the caller has it: it is the first of its conversation.
    private func add(
        _ id: MessageID, _ arguments: inout JSON, _ call: Call, hold: NewOutboxEntry.Hold
    ) async throws(SendOutcome) -> Bool {
        let entry = NewOutboxEntry(
            message: NewMessage(
                sending: call.request, as: id, on: call.channel, by: call.messaging, at: core.now),
            tool: call.tool.handle, arguments: arguments, hold: hold)
        let names = call.keys.map {
            StoreChange.nameMessage(id, key: $0, tool: call.tool.handle, claimedAt: call.claimedAt)
        }
        do throws(StorageError) {
            let outcomes = try await core.store.commit([.queueMessage(entry)] + names, in: call.installation.id)
            guard case .messageQueued(_, let conversation, let isFirst, let address) = outcomes.first else { return false }
            if let address { arguments = OutboxEntry.arguments(arguments, to: address) }
            core.changes.publish(.conversation(conversation), installation: call.installation.id)
            return isFirst
        } catch .notFound(table: "file", let file) {
            await free(call)
            throw SendOutcome(.nothingHappened(.notFound("file", file, field: "message.attachments")))
        } catch .conflict(table: "call", columns: _) {
            // We were away for so long that another one with the key was let in.
            throw SendOutcome(.nothingHappened(.callIsUnderWay))
        } catch {
            return try await afterFailure(error, of: id, call)
        }
    }

    /// The connection may have broken after the store had it all.
    private func afterFailure(
        _ error: StorageError, of id: MessageID, _ call: Call
    ) async throws(SendOutcome) -> Bool {
        do throws(StorageError) {
            if let entry = try await core.store.outgoing(id, of: call.installation.id) { return entry.claim == 1 }
            // The workers have sent it already.
            if try await core.store.message(id, in: call.installation.id) != nil { return false }
        } catch {
            // Whether it is written down is not known. Asked again, it is found, or the key is given to that call.
            throw SendOutcome(.nothingHappened(.callIsUnderWay))
        }
        await free(call)
        throw SendOutcome(.nothingHappened(ToolFailure(PlatformFailure(error))))
    }

    /// Nothing was written down: the keys may be used again.
    private func free(_ call: Call) async {
        for key in call.keys {
            let once = OnceOnly(core: core, tool: call.tool, key: key, installation: call.installation.id)
            await once.keep(nil)
        }
    }

    /// Waits as long as the caller does for what the workers make of the message.
    private func follow(_ id: MessageID, _ call: Call) async -> SendOutcome {
        var pause: Duration = .milliseconds(20)
        while true {
            do throws(StorageError) {
                if let outcome = try await fate(of: id, in: call.installation.id, until: call.deadline) { return outcome }
            } catch .cancelled {
                return .queued(id)
            } catch {
                core.log.warning("what became of a message could not be read", metadata: ["message": "\(id)", "error": "\(error)"])
            }
            guard ContinuousClock.now < call.deadline, (try? await Task.sleep(for: pause)) != nil else { return .queued(id) }
            pause = min(pause * 2, .milliseconds(250))
        }
    }

    /// - Returns: nil when it may still be settled in time.
    private func fate(
        of id: MessageID, in installation: InstallationID, until deadline: ContinuousClock.Instant
    ) async throws(StorageError) -> SendOutcome? {
        let entry = try await core.store.outgoing(id, of: installation)
        if let entry, ![.unknown, .failed].contains(entry.state) {
            if entry.state == .sending, entry.dueAt <= core.now {
                // Its sender has died.
                await UnconfirmedMessages(core: core).giveUp()
                return nil
            }
            let left = ContinuousClock.now.duration(to: deadline).timeInterval
            let isLate = entry.state == .ready && entry.dueAt.timeIntervalSince(core.now) > left
            return isLate ? .queued(id) : nil
        }
        guard let message = try await core.store.message(id, in: installation) else {
            return SendOutcome(.nothingHappened(.notFound("message", id)))
        }
        switch message.status {
        case .unknown: return SendOutcome(.mayHaveHappened(.sendingIsUnknown(nil)), message: id)
        case .failed:
            return SendOutcome(
                .nothingHappened(ToolFailure(.rejected, message.failure ?? "The message could not be sent.")), message: id)
        case .pending, .sent, .delivered, .read, .played:
            return SendOutcome(
                .done([
                    "status": message.status == .pending ? "queued" : "sent",
                    "remoteId": message.remoteID.map(JSON.string) ?? .null,
                ]), message: id)
        }
    }

    // MARK: The channel

    /// The channel that the arguments name: all three of its names must be those of one channel of this installation.
    private func channel(
        of request: SendRequest, _ channels: [ChannelDescriptor], _ installation: Installation
    ) async throws -> ChannelRecord {
        var record: ChannelRecord?
        do throws(StorageError) {
            record = try await core.store.channel(ChannelID(request.channelID), of: installation.id)
            if core.tenancy.isLinked { record = try await mirrored(record, request, channels, installation) }
        } catch {
            throw ToolFailure(PlatformFailure(error))
        }
        guard let record, channels.contains(where: { $0.handle == record.handle }) else {
            throw InvalidValue(at: "channel.id", "is no channel of this workplace that this tool sends through")
        }
        var problems: [ValueProblem] = []
        if request.channelHandle != record.handle {
            problems.append(ValueProblem(path: "channel.handle", message: "is not the handle of the channel '\(record.id)'"))
        }
        if request.channelIdentifier != record.identifier {
            problems.append(ValueProblem(
                path: "channel.identifierValue", message: "is not the identifier of the channel '\(record.id)'"))
        }
        guard problems.isEmpty else { throw InvalidValue(problems) }
        if let closure = record.closure { throw ToolFailure(.closed(channel: record.name, reason: closure.reason)) }
        return record
    }

    /// In linked mode the platform says what its channels are.
    private func mirrored(
        _ known: ChannelRecord?, _ request: SendRequest, _ channels: [ChannelDescriptor], _ installation: Installation
    ) async throws(StorageError) -> ChannelRecord? {
        let told = ChannelRecord(
            id: ChannelID(request.channelID), handle: request.channelHandle, identifier: request.channelIdentifier,
            name: known?.name ?? request.channelIdentifier)
        guard told != known, channels.contains(where: { $0.handle == told.handle }) else { return known }
        try await core.store.commit([.mirrorChannel(told)], in: installation.id)
        return told
    }
}

extension SendOutcome: Error {}
