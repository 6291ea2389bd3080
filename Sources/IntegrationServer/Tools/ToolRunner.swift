internal import IntegrationKit
internal import Logging
internal import Storage

/// Runs the handler of a tool, whoever asked for it and whatever had to be waited for before.
struct ToolRunner<I: Integration>: Sendable {
    let core: RuntimeCore<I>

    /// - Parameter isSend: Whether it sends a message, which must not leave twice.
    func run(
        _ entry: ToolEntry<I>, _ arguments: JSON, _ installation: Installation, _ invocation: Invocation, _ log: Logger,
        isSend: Bool = false
    ) async -> ToolRun {
        let tool = entry.descriptor
        do throws(ToolFailure) {
            let missing = try await core.missingVariables(among: tool.requiredVariables, of: installation)
            guard missing.isEmpty else {
                let names = missing.map(\.label).joined(separator: ", ")
                throw ToolFailure(
                    .notConnected, "The tool '\(tool.handle)' needs settings that this workplace lacks: \(names).",
                    advice: "Complete the settings of \(I.descriptor.name), then try again.")
            }
        } catch {
            return .nothingHappened(error)
        }
        let run = await runHandler(entry, arguments, installation, invocation, log, isSend)
        if let failure = run.failure { await slowDown(after: failure, tool, arguments, installation, log) }
        return run
    }

    /// What the provider says was too fast rests as long as it says, and nothing else.
    private func slowDown(
        after failure: ToolFailure, _ tool: ToolDescriptor, _ arguments: JSON, _ installation: Installation, _ log: Logger
    ) async {
        guard let handle = failure.limit, case .after(let time) = failure.retry,
            let use = tool.limits.first(where: { $0.limit.handle == handle })
        else { return }
        core.counters.add(.slowDowns)
        log.warning("the provider asks to slow down", metadata: ["limit": "\(handle)", "for_ms": "\(time.milliseconds)"])
        do {
            try await core.limits.close(
                use, for: time, tool: tool, arguments: arguments, installation: installation.id)
        } catch {
            log.warning("the other processes could not be told to slow down", metadata: ["error": "\(error)"])
        }
    }

    /// One run of the handler in a unit of work of its own, which is committed when the handler returns.
    private func runHandler(
        _ entry: ToolEntry<I>, _ arguments: JSON, _ installation: Installation, _ invocation: Invocation, _ log: Logger,
        _ isSend: Bool
    ) async -> ToolRun {
        let handler: @Sendable (JSON, ToolContext<I>) async throws -> JSONObject?
        switch entry.call {
        case .installation(let call): handler = call
        case .appVersion(let call):
            do {
                let context = AppToolContext<I>(
                    environment: try core.provision(), services: core.services, invocation: invocation, log: log)
                return .done(try await withDeadline(entry.descriptor.timeout) { try await call(arguments, context) })
            } catch {
                return failed(error, entry.descriptor, isSend: isSend, log)
            }
        }
        let environment: I.Environment
        let session: any UnitOfWork
        do {
            environment = try await core.environment(of: installation)
            session = try await core.work(for: installation)
        } catch let failure as PlatformFailure {
            return .nothingHappened(ToolFailure(failure))
        } catch {
            return failed(error, entry.descriptor, isSend: false, log)
        }
        let context = ToolContext<I>(
            environment: environment, services: core.services, invocation: invocation, log: log, session: session)
        let output: JSONObject?
        do {
            output = try await withDeadline(entry.descriptor.timeout) { try await handler(arguments, context) }
        } catch {
            await session.abandon()
            return failed(error, entry.descriptor, isSend: isSend, log)
        }
        do {
            try await session.finish()
        } catch {
            log.error("what a tool wrote could not be committed", metadata: ["error": "\(error)"])
            let failure = ToolFailure(error)
            // The handler has run to its end: what it did elsewhere, if it does such things, has happened.
            let annotations = entry.descriptor.annotations
            guard isSend || (annotations.isOpenWorld && !annotations.isReadOnly) else { return .nothingHappened(failure) }
            return .mayHaveHappened(failure)
        }
        guard let output else { return .done(nil) }
        return .done(await session.settledIDs.apply(to: output))
    }

    func failed(_ error: any Error, _ tool: ToolDescriptor, isSend: Bool, _ log: Logger) -> ToolRun {
        switch error {
        case let problems as InvalidValue: return .nothingHappened(.invalid(problems))
        case let failure as ToolFailure where failure.code == .unknownOutcome: return .mayHaveHappened(failure)
        case let failure as ToolFailure: return .nothingHappened(failure)
        case let failure as PlatformFailure:
            // The store did not do what the handler asked for on its way, and nothing of it is written: the call may be
            // made again, and its key is free. A message may have left by then, and must not leave twice.
            return isSend ? .mayHaveHappened(ToolFailure(failure)) : .nothingHappened(ToolFailure(failure))
        case is DeadlinePassed:
            return .mayHaveHappened(ToolFailure(.timedOut,
                "The tool '\(tool.handle)' took longer than \(tool.timeout.milliseconds) ms and was stopped.",
                advice: "Look whether it has happened before trying again."))
        case is CancellationError:
            return .mayHaveHappened(ToolFailure(.timedOut, "The call was cancelled."))
        default:
            log.error("a tool failed in a way that its handler does not name", metadata: ["error": "\(error)"])
            return .mayHaveHappened(ToolFailure(.internal,
                "The tool '\(tool.handle)' failed unexpectedly. The log has the details."))
        }
    }
}

/// How one run of a handler ended, as far as it matters for doing it again.
enum ToolRun: Sendable {
    case done(JSONObject?)
    /// It failed before it had any effect: the same call may be made again.
    case nothingHappened(ToolFailure)
    /// It failed and may have had an effect outside.
    case mayHaveHappened(ToolFailure)

    var failure: ToolFailure? {
        switch self {
        case .done: nil
        case .nothingHappened(let failure), .mayHaveHappened(let failure): failure
        }
    }

    var result: Result<JSONObject?, ToolFailure> {
        switch self {
        case .done(let output): .success(output)
        case .nothingHappened(let failure), .mayHaveHappened(let failure): .failure(failure)
        }
    }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
    var timeInterval: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
