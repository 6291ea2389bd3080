#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import IntegrationKit
internal import Logging
internal import Storage

/// Gives calls of one tool with one idempotency key one effect.
struct OnceOnly<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    let tool: ToolDescriptor
    let key: String
    let installation: InstallationID

    static var maximumKeyLength: Int { 255 }

    func call(
        _ arguments: JSON, _ run: @Sendable () async -> ToolRun
    ) async -> Result<JSONObject?, ToolFailure> {
        if let answer = await begin(arguments) { return answer }
        let outcome = await run()
        await end(outcome)
        return outcome.result
    }

    /// Claims the key. - Returns: nil when the call is to be made, else what to answer.
    func begin(_ arguments: JSON) async -> Result<JSONObject?, ToolFailure>? {
        do throws(ToolFailure) {
            return try await beginKeepingAnswer(arguments, at: core.now).map(Self.result)
        } catch {
            return .failure(error)
        }
    }

    /// Claims the key. - Returns: nil when the call is to be made, else the answer as it was kept.
    ///
    /// - Parameter isSend: Whether nothing happens before ``StoreChange/nameMessage(_:key:tool:claimedAt:)`` with `now`:
    ///   then a call that was cut off before that is made again.
    func beginKeepingAnswer(_ arguments: JSON, at now: Date, isSend: Bool = false) async throws(ToolFailure) -> JSON? {
        guard !key.isEmpty, key.utf8.count <= Self.maximumKeyLength else {
            throw ToolFailure(.invalidInput, "The idempotency key must have 1 to \(Self.maximumKeyLength) bytes.")
        }
        let staleBefore = now.addingTimeInterval(-tool.timeout.timeInterval - 30)
        var state: IdempotentCall
        do {
            state = try await core.store.beginCall(
                key, tool: tool.handle, digest: SHA256.hash(Self.canonical(arguments).bytes()), in: installation,
                now: now, staleBefore: staleBefore)
            if isSend, state == .interrupted {
                let isOurs = try await core.store.takeOverCall(
                    key, tool: tool.handle, in: installation, now: now, staleBefore: staleBefore)
                state = isOurs ? .begun : .running
            }
        } catch {
            throw ToolFailure(PlatformFailure(error))
        }
        switch state {
        case .begun: return nil
        case .answered(let answer): return answer
        case .running:
            throw .callIsUnderWay
        case .interrupted:
            throw ToolFailure(.unknownOutcome,
                "An earlier call with this key was cut off: whether it had its effect is not known.",
                advice: "Look whether it has happened. If not, call again with a new key.")
        case .differentArguments:
            throw ToolFailure(.conflict, "This key was used for a call with other arguments.",
                advice: "Use a new key for a new call.")
        }
    }

    /// Keeps the answer, or frees the key when nothing happened. Should the store not take it, the call stays open and
    /// becomes one that was cut off: it is not made again.
    func end(_ outcome: ToolRun) async {
        let answer: JSON? =
            switch outcome {
            case .done(let output): ["output": output.map(JSON.object) ?? .null]
            case .nothingHappened: nil
            case .mayHaveHappened(let failure): tool.annotations.isIdempotent ? nil : Self.json(of: failure)
            }
        await keep(answer)
    }

    func keep(_ answer: JSON?) async {
        do {
            try await core.store.endCall(key, tool: tool.handle, in: installation, answer: answer)
        } catch {
            core.log.error("the answer of a call could not be kept",
                metadata: ["tool": "\(tool.handle)", "installation": "\(installation)", "error": "\(error)"])
        }
    }

    // MARK: Answers as they are kept

    static func json(of failure: ToolFailure) -> JSON {
        ["failure": .object(failure.members)]
    }

    static func result(of answer: JSON) -> Result<JSONObject?, ToolFailure> {
        guard let failure = answer["failure"] else { return .success(answer["output"]?.objectValue) }
        return .failure(ToolFailure(members: failure.objectValue ?? [:]))
    }

    /// The same whatever the order of the members.
    private static func canonical(_ value: JSON) -> JSON {
        switch value {
        case .object(let object):
            .object(JSONObject(object.map { (key: $0.key, value: canonical($0.value)) }.sorted { $0.key < $1.key }))
        case .array(let elements): .array(elements.map(canonical))
        default: value
        }
    }
}

extension ToolFailure {
    static let callIsUnderWay = ToolFailure(
        .inProgress, "A call with this key is under way.", advice: "Ask again with the same key to get its answer.",
        retry: .after(.seconds(1)))
}
