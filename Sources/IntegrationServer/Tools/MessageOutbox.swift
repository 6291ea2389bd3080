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

    var result: Result<JSONObject?, ToolFailure> { run.result }
}

/// The bookkeeping around a channel's send tool, the same from every door: the message stands in its conversation before
/// the provider hears of it, is sent once for each `message.id` of the caller, and is never sent again when it is not
/// known whether it left.
struct MessageOutbox<I: Integration>: Sendable {
    let core: RuntimeCore<I>

    /// - Parameters:
    ///   - arguments: Of the contract `message.send`.
    ///   - key: The caller's idempotency key, if it gave one beside `message.id`.
    ///   - run: Runs the handler with the arguments that it is given.
    func send(
        _ entry: ToolEntry<I>, _ arguments: JSON, channels: [ChannelDescriptor], _ installation: Installation,
        key: String?, run: @Sendable (JSON) async -> ToolRun
    ) async -> SendOutcome {
        let request: SendRequest
        let channel: ChannelRecord
        do {
            try entry.validate(arguments)
            request = try SendRequest(arguments)
            channel = try await self.channel(of: request, channels, installation)
        } catch let problems as InvalidValue {
            return SendOutcome(.nothingHappened(.invalid(problems)))
        } catch {
            return SendOutcome(.nothingHappened((error as? ToolFailure) ?? ToolFailure(PlatformFailure.unavailable(reason: ""))))
        }
        let keys = [key.map { "call:\($0)" }, "message:\(request.callerID)"].compactMap { $0 }
        return await once(keys[...], entry.descriptor, arguments, installation) {
            await deliver(request, arguments, on: channel, installation, run)
        }
    }

    /// Claims the keys one after the other, then sends; keeps the answer under all of them.
    private func once(
        _ keys: ArraySlice<String>, _ tool: ToolDescriptor, _ arguments: JSON, _ installation: Installation,
        _ send: @Sendable () async -> SendOutcome
    ) async -> SendOutcome {
        guard let key = keys.first else { return await send() }
        let once = OnceOnly(core: core, tool: tool, key: key, installation: installation.id)
        do {
            if let answer = try await once.beginKeepingAnswer(arguments) { return Self.outcome(of: answer) }
        } catch {
            // Cut off: its message, if it came so far, is no longer on its way.
            if error.code == .unknownOutcome { await UnconfirmedMessages(core: core).giveUp(after: tool.timeout) }
            return SendOutcome(.nothingHappened(error))
        }
        let outcome = await self.once(keys.dropFirst(), tool, arguments, installation, send)
        await once.keep(Self.answer(of: outcome))
        return outcome
    }

    private func deliver(
        _ request: SendRequest, _ arguments: JSON, on channel: ChannelRecord, _ installation: Installation,
        _ run: @Sendable (JSON) async -> ToolRun
    ) async -> SendOutcome {
        let id = MessageID(core.ids.make("msg", at: core.now))
        do {
            try await commit(.addMessage(NewMessage(
                id: id, channel: channel.id, address: request.address, contactName: nil, direction: .outbound,
                kind: "text", text: request.text, content: request.message, replyTo: nil, remoteID: nil,
                status: .pending, sentAt: core.now, recordedAt: core.now)), in: installation)
        } catch {
            return SendOutcome(.nothingHappened(ToolFailure(PlatformFailure(error))))
        }
        let outcome = Self.judged(await run(request.arguments(arguments, messageID: id)))
        let move = Self.move(id, channel.id, outcome, at: core.now)
        do {
            try await commit(.moveMessage(move), in: installation)
        } catch {
            core.log.error("the status of a sent message could not be stored; its status webhook will settle it",
                metadata: ["message": "\(id)", "status": "\(move.status.rawValue)", "error": "\(error)"])
        }
        return SendOutcome(outcome, message: id)
    }

    /// A send that may have left is of unknown outcome, whatever cut it off.
    private static func judged(_ run: ToolRun) -> ToolRun {
        guard case .mayHaveHappened(let failure) = run, failure.code != .unknownOutcome else { return run }
        return .mayHaveHappened(ToolFailure(
            .unknownOutcome, "Whether the message was sent is not known: \(failure.message)",
            advice: "It is not sent again by itself. The provider's status will settle it.",
            providerReference: failure.providerReference))
    }

    private static func move(_ id: MessageID, _ channel: ChannelID, _ run: ToolRun, at now: Date) -> MessageMove {
        let status: Message.Status
        var failure: String?
        var remoteID: String?
        switch run {
        case .nothingHappened(let problem):
            status = .failed
            failure = problem.message
        case .mayHaveHappened: status = .unknown
        case .done(let output):
            remoteID = output?["remoteId"]?.stringValue
            switch output?["status"]?.stringValue {
            case "failed":
                status = .failed
                failure = "The provider did not take the message."
            case "queued": status = .pending
            default: status = .sent
            }
        }
        return MessageMove(
            id: id, channel: channel, remoteID: remoteID, status: status, failure: failure, occurredAt: now)
    }

    private func commit(_ change: StoreChange, in installation: Installation) async throws(StorageError) {
        for outcome in try await core.store.commit([change], in: installation.id) {
            switch outcome {
            case .messageAdded(_, let conversation), .messageMoved(_, let conversation):
                core.changes.publish(.conversation(conversation), installation: installation.id)
            case .done, .nothingToDo, .channel: break
            }
        }
    }

    // MARK: The channel

    /// The channel that the arguments name: all three of its names must be those of one channel of this installation.
    private func channel(
        of request: SendRequest, _ channels: [ChannelDescriptor], _ installation: Installation
    ) async throws -> ChannelRecord {
        let record: ChannelRecord?
        do {
            record = try await core.store.channel(ChannelID(request.channelID), of: installation.id)
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
        return record
    }

    // MARK: Answers as they are kept

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

    private static func outcome(of answer: JSON) -> SendOutcome {
        let message = answer["message"]?.stringValue.map { MessageID($0) }
        return switch OnceOnly<I>.result(of: answer) {
        case .success(let output): SendOutcome(.done(output), message: message)
        case .failure(let failure): SendOutcome(.mayHaveHappened(failure), message: message)
        }
    }
}
