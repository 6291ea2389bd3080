#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import Storage

/// A message of the outbox that somebody here has taken.
struct OutboxClaim: Sendable {
    let id: MessageID
    /// ``OutboxEntry/claim``.
    let number: Int
    let failures: Int
    var arguments: JSON
    let installation: Installation
    /// Keys of the call that waits for it, and is told what becomes of it. nil: nobody waits.
    let settlesCalls: [String]?

    var isAwaited: Bool { settlesCalls != nil }
}

/// Runs the send tool for one message of the outbox, and writes down what became of it.
struct OutboxSender<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let runner: ToolRunner<I>

    /// For writing down what became of it, after the tool's timeout.
    private static var margin: Duration { .seconds(15) }
    private static var backoff: Backoff { Backoff(base: .seconds(1), maximum: .seconds(600)) }
    /// What a provider postpones for longer than this is for people to decide on.
    private static var longestWait: Duration { .seconds(3600) }
    /// Between tries to write down what became of a message.
    private static var pauses: [Duration] { [.milliseconds(200), .seconds(1), .seconds(3)] }

    enum Outcome: Sendable {
        case settled(SendOutcome)
        case postponed
    }

    init(core: RuntimeCore<I>) {
        self.core = core
        runner = ToolRunner(core: core)
    }

    /// How long a message that is leaving belongs to its sender.
    func lease(of tool: ToolDescriptor) -> Duration { tool.timeout + Self.margin }

    /// Says that the request is about to leave. - Returns: false when the message must not be sent from here.
    func begin(_ claim: OutboxClaim, _ tool: ToolDescriptor) async -> Bool {
        do {
            return try await core.store.beginSending(
                claim.id, claim: claim.number, of: claim.installation.id,
                leaseUntil: core.now.addingTimeInterval(lease(of: tool).timeInterval))
        } catch {
            core.log.warning("a message that was to be sent waits for the store",
                metadata: ["message": "\(claim.id)", "error": "\(error)"])
            return false
        }
    }

    /// Gives back a message whose turn has not come, to be tried again when it may have.
    func giveBack(_ claim: OutboxClaim, _ tool: ToolDescriptor, after error: any Error) async {
        var wait: Duration = .zero
        if let failure = error as? ToolFailure, case .after(let time) = failure.retry {
            // Not all of a line at once.
            wait = time + .milliseconds(Int.random(in: 0...50))
        }
        core.counters.add(.sendsPostponed)
        let reason = (error as? ToolFailure)?.message ?? "The server stopped before its turn came."
        await settle(claim, tool, .postponed(until: core.now.addingTimeInterval(wait.timeInterval), reason: reason, isFailure: false))
    }

    /// Sends a message of which is written down that it leaves.
    ///
    /// - Parameter answer: What calls with the keys of the one that waits are answered from now on.
    func send(
        _ claim: OutboxClaim, _ entry: ToolEntry<I>, _ invocation: Invocation, _ log: Logger,
        answer: @Sendable (SendOutcome) -> JSON? = { _ in nil }
    ) async -> Outcome {
        let tool = entry.descriptor
        let run = Self.judged(await runner.run(
            entry, claim.arguments, claim.installation, invocation, log, isSend: true))
        let result = result(of: run, claim, tool)
        count(result)
        let outcome = SendOutcome(run, message: claim.id)
        if case .postponed = result {
            await settle(claim, tool, result)
            return .postponed
        }
        await settle(claim, tool, result, and: (claim.settlesCalls ?? []).map {
            .endCall(key: $0, tool: tool.handle, answer: answer(outcome))
        })
        return .settled(outcome)
    }

    /// A send that may have left is of unknown outcome, whatever cut it off.
    private static func judged(_ run: ToolRun) -> ToolRun {
        guard case .mayHaveHappened(let failure) = run, failure.code != .unknownOutcome else { return run }
        return .mayHaveHappened(.sendingIsUnknown(failure))
    }

    private func result(
        of run: ToolRun, _ claim: OutboxClaim, _ tool: ToolDescriptor
    ) -> OutboxSettlement.Result {
        switch run {
        case .mayHaveHappened(let failure): return .unknown(reason: failure.message)
        case .nothingHappened(let failure):
            guard let wait = wait(after: failure, claim, tool) else {
                return .failed(reason: failure.message, isKept: !claim.isAwaited)
            }
            return .postponed(
                until: core.now.addingTimeInterval(wait.timeInterval), reason: failure.message, isFailure: true)
        case .done(let output):
            let remoteID = output?["remoteId"]?.stringValue
            return switch output?["status"]?.stringValue {
            case "failed": .failed(reason: "The provider did not take the message.", isKept: !claim.isAwaited)
            case "queued": .accepted(.pending, remoteID: remoteID)
            default: .accepted(.sent, remoteID: remoteID)
            }
        }
    }

    /// How long to wait before the next try of a message that has not left; nil when there is none. The tool's own policy
    /// counts first. Without one a caller who waits is told of the failure, unless the provider only asks to be slower.
    private func wait(after failure: ToolFailure, _ claim: OutboxClaim, _ tool: ToolDescriptor) -> Duration? {
        if tool.repeats.attempts > 1 { return failure.wait(by: tool.repeats, afterAttempt: claim.failures + 1) }
        guard claim.failures + 1 < core.settings.limits.sendAttempts,
            !claim.isAwaited || failure.code == .rateLimited || failure.limit != nil
        else { return nil }
        let delay = Self.backoff.delay(attempt: claim.failures)
        switch failure.retry {
        case .after(let least):
            guard least <= Self.longestWait else { return nil }
            // Longer each time: Meta asks for that of its pair limit, and it harms nowhere.
            return max(delay, min(least * (1 << min(claim.failures, 10)), max(least, Self.backoff.maximum)))
        case .never: return failure.code == .unavailable ? delay : nil
        }
    }

    private func count(_ result: OutboxSettlement.Result) {
        switch result {
        case .accepted: core.counters.add(.messagesSent)
        case .unknown: core.counters.add(.messagesUnknown)
        case .failed: core.counters.add(.messagesFailed)
        case .postponed: core.counters.add(.sendsPostponed)
        }
    }

    // MARK: Writing it down

    /// Settles a claim whose message cannot leave now, for a reason that came before its tool was asked.
    func fail(_ claim: OutboxClaim, _ tool: ToolDescriptor, before failure: ToolFailure) async {
        let result = result(of: .nothingHappened(failure), claim, tool)
        count(result)
        await settle(claim, tool, result)
    }

    /// Settles a claim that came to nothing before its tool could be asked.
    func fail(_ claim: OutboxClaim, reason: String) async {
        count(.failed(reason: reason, isKept: true))
        await settle(claim, nil, .failed(reason: reason, isKept: true))
    }

    private func settle(
        _ claim: OutboxClaim, _ tool: ToolDescriptor?, _ result: OutboxSettlement.Result, and more: [StoreChange] = []
    ) async {
        let settlement = OutboxSettlement(id: claim.id, claim: claim.number, result: result, now: core.now)
        // Also when this task is cancelled, which a write of the store does not mind.
        for pause in Self.pauses.map(Optional.some) + [nil] {
            do {
                let outcomes = try await core.store.commit([.settleMessage(settlement)] + more, in: claim.installation.id)
                for case .messageSettled(_, let conversation) in outcomes {
                    core.changes.publish(.conversation(conversation), installation: claim.installation.id)
                }
                break
            } catch .notFound {
                // The installation is gone, and the message with it.
                return
            } catch {
                core.log.error("what became of a message could not be stored; its status will settle it",
                    metadata: ["message": "\(claim.id)", "error": "\(error)"])
                guard let pause else { break }
                try? await Task.sleep(for: pause)
            }
        }
        // The next one of its conversation, or this one again.
        if case .postponed(let until, _, _) = result {
            core.work.raiseSends(after: .seconds(until.timeIntervalSince(core.now)))
        } else {
            core.work.raiseSends()
        }
    }
}

extension ToolFailure {
    static func sendingIsUnknown(_ cause: ToolFailure?) -> ToolFailure {
        ToolFailure(
            .unknownOutcome, "Whether the message was sent is not known" + (cause.map { ": \($0.message)" } ?? "."),
            advice: "It is not sent again by itself. The provider's status will settle it.",
            providerReference: cause?.providerReference)
    }
}
