#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Fulfils duties towards people, one installation after the other, in whichever process comes first. What a process
/// leaves behind that dies is taken up by another one.
struct ComplianceWorker<I: Integration>: Service {
    let core: RuntimeCore<I>
    let desk: ComplianceDesk<I>
    private let entries: [String: WebhookEntry<I>]

    private static var lease: Duration { .seconds(60) }
    private static var backoff: Backoff { Backoff(base: .seconds(2), maximum: .seconds(600)) }
    /// How often the integration's own part may fail; then the runtime does its part alone.
    private static var handlerTries: Int { 5 }
    /// Rows of each kind that are deleted in one transaction: others write in between.
    private static var portion: Int { 1000 }
    /// How far the clocks of processes may lie apart, and how long a delivery may be on its way into the store.
    private static var tolerance: TimeInterval { 60 }

    init(core: RuntimeCore<I>, desk: ComplianceDesk<I>) {
        self.core = core
        self.desk = desk
        entries = Dictionary(I.webhooks.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { timers in
                timers.addTask {
                    while (try? await Task.sleep(for: core.settings.limits.pollInterval)) != nil { desk.wake() }
                }
                desk.wake()
                for await _ in desk.wakeups { await work() }
                timers.cancelAll()
            }
            // A service that ends while others are being shut down counts as failed: end in turn.
            try? await gracefulShutdown()
        }
    }

    private func work() async {
        do throws(StorageError) {
            while let part = try await core.store.claimDutyParts(limit: 1, now: core.now, leaseUntil: lease()).first {
                await fulfil(part)
            }
        } catch .cancelled {
            // The server stops.
        } catch {
            core.log.error("duties towards people cannot be read", metadata: ["error": "\(error)"])
        }
    }

    private func lease() -> Date { core.now.addingTimeInterval(Self.lease.timeInterval) }

    private func fulfil(_ part: DutyPart) async {
        var log = core.log
        log[metadataKey: "installation"] = "\(part.installation)"
        log[metadataKey: "duty"] = "\(part.duty.rawValue)"
        do {
            // Of an installation that was removed nothing is left, the part included.
            guard let installation = try await core.store.installation(part.installation) else { return }
            if let pause = try await wait(for: part, log) {
                return try await core.store.postpone(
                    part, until: core.now.addingTimeInterval(pause), failures: part.failures)
            }
            let session = try await core.work(for: installation)
            if part.failures < Self.handlerTries {
                do {
                    try await handle(part, installation, session, log)
                } catch {
                    await session.abandon()
                    throw error
                }
            } else {
                log.error("the integration's part of a duty keeps failing: it is fulfilled without it")
            }
            if part.duty == .dataDeletion { try await eraseMost(part) }
            try await session.finish(with: changes(of: part))
            log.notice("a duty towards a person is fulfilled")
        } catch where Task.isCancelled {
            // The server stops; another process goes on when the lease is over.
        } catch {
            await putOff(part, after: error, log)
        }
    }

    /// What a delivery has of whom is known when it is taken apart. One that came before a request for deletion and is
    /// taken apart after it would bring back what was deleted.
    ///
    /// - Returns: seconds until it is looked at again; nil when nothing has to be waited for.
    private func wait(for part: DutyPart, _ log: Logger) async throws(StorageError) -> TimeInterval? {
        guard part.duty == .dataDeletion else { return nil }
        let until = part.requestedAt.addingTimeInterval(Self.tolerance)
        switch try await core.store.unsplitState(receivedUntil: until) {
        case nil: return nil
        case .dead:
            log.warning("a deletion waits for deliveries that are dead letters: replay or discard them")
            return 60
        default:
            log.info("a deletion waits for deliveries that came before it and are not taken apart yet")
            return 1
        }
    }

    /// Everything that the handler writes stays in the session.
    private func handle(
        _ part: DutyPart, _ installation: Installation, _ session: any UnitOfWork, _ log: Logger
    ) async throws {
        guard let entry = entries[part.webhook], case .compliance(_, _, let fulfil) = entry.work else { return }
        let context = HookContext<I>(
            environment: try await core.environment(of: installation), services: core.services, log: log, session: session)
        try await withDeadline(entry.descriptor.timeout) { try await fulfil(context) }
    }

    private func eraseMost(_ part: DutyPart) async throws(StorageError) {
        while try await core.store.eraseSome(of: part.installation, limit: Self.portion) {
            try await core.store.postpone(part, until: lease(), failures: part.failures)
        }
    }

    private func changes(of part: DutyPart) -> [StoreChange] {
        let ending: StoreChange = part.duty == .dataDeletion ? .erase : .endConnections(at: core.now)
        return [.setEnvironment(I.forgettingGrants), ending, .finishDuty(part.code, at: core.now)]
    }

    private func putOff(_ part: DutyPart, after error: any Error, _ log: Logger) async {
        let delay = Self.backoff.delay(attempt: part.failures)
        log.warning(
            "a duty could not be fulfilled and will be tried again",
            metadata: ["failures": "\(part.failures + 1)", "error": "\(error)"])
        do throws(StorageError) {
            try await core.store.postpone(
                part, until: core.now.addingTimeInterval(delay.timeInterval), failures: part.failures + 1)
        } catch {
            // It is free again when the lease is over.
        }
    }
}

extension Integration {
    /// Removes from an installation's variables what its connections stored there.
    static var forgettingGrants: [String: [UInt8]?] {
        let names = connections.flatMap { connection in
            [
                connection.store.accessToken, connection.store.refreshToken, connection.store.expiresAt,
                connection.store.accountID,
            ].compactMap(\.self)
        }
        return Dictionary(names.map { ($0, nil) }, uniquingKeysWith: { first, _ in first })
    }
}
