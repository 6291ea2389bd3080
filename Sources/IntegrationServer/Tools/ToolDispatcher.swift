#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
package import IntegrationKit
package import Logging
internal import Storage

/// The one way in which tools are run: MCP, forms, REST, the command line and channels all come through here.
package struct ToolDispatcher<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let entries: [String: ToolEntry<I>]
    private let runner: ToolRunner<I>
    private let outbox: MessageOutbox<I>

    package init(core: RuntimeCore<I>) {
        self.init(core, Dictionary(I.tools.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    private init(_ core: RuntimeCore<I>, _ entries: [String: ToolEntry<I>]) {
        self.core = core
        self.entries = entries
        runner = ToolRunner(core: core)
        outbox = MessageOutbox(core: core)
    }

    /// The same for a call of the platform, in linked mode.
    func answering(_ core: RuntimeCore<I>) -> ToolDispatcher { ToolDispatcher(core, entries) }

    /// The tool's facts, nil when there is no such tool.
    package func descriptor(_ handle: String) -> ToolDescriptor? { entries[handle]?.descriptor }

    /// Runs the tool and commits what it wrote.
    ///
    /// Calls with the same idempotency key have one effect: the second gets the first one's answer.
    ///
    /// - Parameter log: Carries what is known of where the call comes from.
    package func call(
        _ handle: String, arguments: JSON, in installation: Installation, invocation: Invocation, log: Logger? = nil
    ) async -> Result<JSONObject?, ToolFailure> {
        core.counters.add(.toolCalls)
        let started = ContinuousClock.now
        var log = log ?? core.log
        log[metadataKey: "invocation"] = "\(invocation.id)"
        log[metadataKey: "tool"] = "\(handle)"
        log[metadataKey: "installation"] = "\(installation.id)"
        let result = await admitted(handle, arguments, installation, invocation, log)
        measure(result, handle, since: started)
        let took = "\((ContinuousClock.now - started).milliseconds)"
        switch result {
        case .success: log.info("a tool was called", metadata: ["took_ms": "\(took)"])
        case .failure(let failure):
            core.counters.add(.toolFailures)
            log.info("a tool call failed", metadata: ["code": "\(failure.code.rawValue)", "took_ms": "\(took)"])
        }
        return result
    }

    private func admitted(
        _ handle: String, _ arguments: JSON, _ installation: Installation, _ invocation: Invocation, _ log: Logger
    ) async -> Result<JSONObject?, ToolFailure> {
        guard let entry = entries[handle] else {
            return .failure(ToolFailure(.notFound, "There is no tool '\(handle.prefix(100))'."))
        }
        let sends = I.channels.filter { $0.messaging?.sendTool == handle }
        // The operator at the command line may try every tool; sending through a channel needs no word.
        let isAllowed =
            switch invocation.trigger {
            case .channel: !sends.isEmpty || I.channels.contains { $0.messaging?.asks(handle) == true }
            case .developer: true
            default: entry.descriptor.triggers.contains(invocation.trigger)
            }
        guard isAllowed, entry.descriptor.scope == .installation || Self.reachesApps(invocation.trigger) else {
            return .failure(ToolFailure(.permissionDenied,
                "The tool '\(handle)' cannot be called from here (\(invocation.trigger.rawValue))."))
        }
        if !sends.isEmpty {
            return await send(entry, arguments, sends, installation, invocation, log).result
        }
        guard let key = invocation.idempotencyKey, !entry.descriptor.annotations.isReadOnly else {
            return await run(entry, arguments, installation, invocation, log).result
        }
        let once = OnceOnly(core: core, tool: entry.descriptor, key: key, installation: installation.id)
        return await once.call(arguments) { await run(entry, arguments, installation, invocation, log) }
    }

    /// Whether a trigger may call what belongs to no installation: the others act for the one that they come from.
    private static func reachesApps(_ trigger: Trigger) -> Bool {
        [.developer, .provision, .schedule].contains(trigger)
    }

    func givesEstimates(_ handle: String) -> Bool { entries[handle]?.estimate != nil }

    /// What a call would cost. Nothing happens, and nothing that could have an effect is at hand.
    package func estimate(_ handle: String, arguments: JSON) async -> Result<Estimate, ToolFailure> {
        guard let entry = entries[handle] else {
            return .failure(ToolFailure(.notFound, "There is no tool '\(handle.prefix(100))'."))
        }
        guard let estimate = entry.estimate else {
            return .failure(ToolFailure(.rejected, "The tool '\(handle)' gives no estimates."))
        }
        var log = core.log
        log[metadataKey: "tool"] = "\(handle)"
        do {
            let context = EstimateContext<I>(environment: try core.provision(), log: log)
            return .success(
                try await withDeadline(entry.descriptor.timeout) { try await estimate(arguments, context) })
        } catch {
            let failure = runner.failed(error, entry.descriptor, isSend: false, log).failure
            return .failure(failure ?? ToolFailure(.internal, "The estimate failed."))
        }
    }

    /// Sends through a channel for the platform itself: the answer says which message it became.
    func sendMessage(
        _ handle: String, _ arguments: JSON, in installation: Installation, invocation: Invocation
    ) async -> SendOutcome {
        let sends = I.channels.filter { $0.messaging?.sendTool == handle }
        guard let entry = entries[handle], !sends.isEmpty else {
            return SendOutcome(.nothingHappened(ToolFailure(.notFound, "This channel cannot send messages.")))
        }
        core.counters.add(.toolCalls)
        let started = ContinuousClock.now
        let outcome = await send(entry, arguments, sends, installation, invocation, core.log)
        measure(outcome.result, handle, since: started)
        return outcome
    }

    /// By the names of tools that there are: callers make up others.
    private func measure(
        _ result: Result<JSONObject?, ToolFailure>, _ handle: String, since started: ContinuousClock.Instant
    ) {
        let outcome =
            switch result {
            case .success: "ok"
            case .failure(let failure): failure.code.rawValue
            }
        core.metrics.tools.add(Timings.Labels(entries[handle] == nil ? "none" : handle, outcome), .now - started)
    }

    private func send(
        _ entry: ToolEntry<I>, _ arguments: JSON, _ channels: [ChannelDescriptor], _ installation: Installation,
        _ invocation: Invocation, _ log: Logger
    ) async -> SendOutcome {
        await outbox.send(entry, arguments, channels: channels, installation, invocation, log)
    }

    /// Runs the handler as its limits admit it, and again as its policy says where nothing has happened yet.
    private func run(
        _ entry: ToolEntry<I>, _ arguments: JSON, _ installation: Installation, _ invocation: Invocation, _ log: Logger
    ) async -> ToolRun {
        let tool = entry.descriptor
        var attempt = 1
        while true {
            let run = await admittedRun(entry, arguments, installation, invocation, log)
            guard case .nothingHappened(let failure) = run,
                let wait = failure.wait(by: tool.repeats, afterAttempt: attempt)
            else { return run }
            log.info("a tool is called again", metadata: ["code": "\(failure.code.rawValue)", "attempt": "\(attempt)"])
            do {
                try await Task.sleep(for: wait)
            } catch {
                return run
            }
            attempt += 1
        }
    }

    /// One run, begun when every limit admits it.
    private func admittedRun(
        _ entry: ToolEntry<I>, _ arguments: JSON, _ installation: Installation, _ invocation: Invocation, _ log: Logger
    ) async -> ToolRun {
        let tool = entry.descriptor
        guard !tool.limits.isEmpty else { return await runner.run(entry, arguments, installation, invocation, log) }
        if case .linked(let linked) = core.tenancy {
            return await runAdmittedByPlatform(linked, entry, arguments, installation, invocation, log)
        }
        let hold: LimitGate.Hold
        do {
            hold = try await core.limits.enter(
                tool.limits, tool: tool, arguments: arguments, installation: installation.id)
        } catch let failure as ToolFailure {
            return .nothingHappened(failure)
        } catch {
            return .nothingHappened(ToolFailure(.timedOut, "The call was cancelled."))
        }
        let run = await runner.run(entry, arguments, installation, invocation, log)
        await core.limits.leave(hold)
        return run
    }

    /// In linked mode the platform counts, for all who call; but for sends, which go through the outbox of this store.
    private func runAdmittedByPlatform(
        _ linked: LinkedTenancy, _ entry: ToolEntry<I>, _ arguments: JSON, _ installation: Installation,
        _ invocation: Invocation, _ log: Logger
    ) async -> ToolRun {
        let limits = LinkedLimits(linked.platform)
        let hold: LinkedLimits.Hold
        do {
            let call = try await linked.call(for: installation, beside: core.session(for: installation))
            hold = try await limits.enter(entry.descriptor.limits, tool: entry.descriptor, arguments: arguments, for: call)
        } catch let failure as ToolFailure {
            return .nothingHappened(failure)
        } catch let failure as PlatformFailure {
            return .nothingHappened(ToolFailure(failure))
        } catch {
            return .nothingHappened(ToolFailure(.timedOut, "The call was cancelled."))
        }
        let run = await runner.run(entry, arguments, installation, invocation, log)
        await limits.leave(hold)
        return run
    }
}

extension ChannelDescriptor.Messaging {
    /// Whether a conversation over the channel calls the tool by itself.
    fileprivate func asks(_ tool: String) -> Bool { tool == reactTool || tool == templates?.listTool }
}

extension ToolDescriptor {
    /// The tool's own policy, else that of the first limit that has one: they do not multiply.
    var repeats: RetryPolicy {
        if retry.attempts > 1 { return retry }
        return limits.map(\.limit.retry).first { $0.attempts > 1 } ?? retry
    }
}

extension ToolFailure {
    /// How long to wait before the same call is made again; nil where that would not help or is not to be.
    func wait(by policy: RetryPolicy, afterAttempt attempt: Int) -> Duration? {
        guard let wait = policy.wait(afterAttempt: attempt) else { return nil }
        switch retry {
        case .after(let least): return least <= policy.maximumDelay ? max(wait, least) : nil
        case .never: return code == .unavailable ? wait : nil
        }
    }
}
