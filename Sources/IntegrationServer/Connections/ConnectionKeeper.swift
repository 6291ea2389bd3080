#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Keeps connections alive: renews tokens before they expire (`refresh`), and asks the provider once a day whether it
/// still takes them (`hooks.connection_check`). The store hands each connection to one process at a time.
struct ConnectionKeeper<I: Integration>: Service {
    let core: RuntimeCore<I>
    let connections: OAuthFlow<I>

    private static var lease: Duration { .seconds(120) }
    private static var day: TimeInterval { 24 * 3600 }
    private static var backoff: Backoff { Backoff(base: .seconds(30), maximum: .seconds(3600)) }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await adopt()
            repeat { await work() } while (try? await Task.sleep(for: core.settings.limits.pollInterval)) != nil
        }
    }

    /// Connections that were made before the store knew of connections.
    private func adopt() async {
        do throws(StorageError) {
            for connection in I.connections {
                guard let variable = connection.store.accessToken else { continue }
                try await core.store.adoptConnections(
                    connection.handle, variable: variable, insteadOf: I.rivals(of: connection).map(\.handle), now: core.now)
            }
        } catch {
            if !Task.isCancelled { core.log.warning("connections could not be looked for", metadata: ["error": "\(error)"]) }
        }
    }

    func work() async {
        do throws(StorageError) {
            while let due = try await core.store.claimConnection(now: core.now, leaseUntil: lease()) { await keep(due) }
        } catch {
            if error != .cancelled { core.log.error("connections cannot be read", metadata: ["error": "\(error)"]) }
        }
    }

    private func lease() -> Date { core.now.addingTimeInterval(Self.lease.timeInterval) }

    private func keep(_ due: DueConnection) async {
        var log = core.log
        log[metadataKey: "installation"] = "\(due.installation)"
        log[metadataKey: "connection"] = "\(due.connection.handle)"
        do {
            guard let installation = try await core.store.installation(due.installation),
                let descriptor = I.connections.first(where: { $0.handle == due.connection.handle })
            else { return try await core.store.note(due, dueAt: nil, problem: nil, failures: 0) }
            let session = core.session(for: installation)
            var state = ConnectionState(expiresAt: due.connection.expiresAt)
            var changes: [StoreChange] = []
            var canRenew = try await canRenew(descriptor, installation)
            if canRenew, mustRenew(descriptor, due) {
                let grant = try await connections.renew(descriptor, installation)
                changes.append(.setEnvironment(try connections.sealed(grant, descriptor, installation)))
                state.expiresAt = grant.expiresAt
                canRenew = grant.refreshToken != nil
                log.info("a connection was renewed")
            } else if let hook = I.hooks.connectionCheck {
                let context = HookContext<I>(
                    environment: try await core.environment(of: installation), services: core.services, log: log,
                    session: session)
                state = try await withDeadline(hook.timeout) { try await hook.run(context) }
            }
            var connection = due.connection
            connection.expiresAt = state.expiresAt
            connection.account = state.accountID ?? connection.account
            connection.dueAt = descriptor.nextLook(
                at: state.expiresAt, canRenew: canRenew, hasCheck: I.hooks.connectionCheck != nil, now: core.now)
            connection.problem = nil
            try await session.finish(with: changes + [.keepConnection(connection)])
        } catch where Task.isCancelled {
            // The server stops; another process goes on when the lease is over.
        } catch {
            await putOff(due, after: error, log)
        }
    }

    private func canRenew(
        _ descriptor: ConnectionDescriptor, _ installation: Installation
    ) async throws(ToolFailure) -> Bool {
        guard descriptor.refresh != nil, let name = descriptor.store.refreshToken else { return false }
        return try await core.storedValues(of: installation)[name] != nil
    }

    /// With `keep_alive` a token is renewed each time that it is due, as one is whose renewal has failed.
    private func mustRenew(_ descriptor: ConnectionDescriptor, _ due: DueConnection) -> Bool {
        guard let refresh = descriptor.refresh else { return false }
        if refresh.keepAlive != nil || due.failures > 0 { return true }
        guard let expiry = due.connection.expiresAt else { return false }
        return expiry.addingTimeInterval(-refresh.lead.timeInterval) <= core.now
    }

    private func putOff(_ due: DueConnection, after error: any Error, _ log: Logger) async {
        let failure = error as? ToolFailure
        let words = failure?.message ?? (error is DeadlinePassed ? "The provider took too long to answer." : "\(error)")
        log.warning("a connection could not be kept alive", metadata: ["failures": "\(due.failures + 1)", "reason": "\(words)"])
        // What the provider refuses does not get better by itself; what is unavailable does.
        let isFinal = failure?.code == .rejected
        let delay = isFinal ? Self.day : Self.backoff.delay(attempt: due.failures).timeInterval
        do throws(StorageError) {
            try await core.store.note(
                due, dueAt: core.now.addingTimeInterval(delay), problem: isFinal || due.failures >= 5 ? words : nil,
                failures: due.failures + 1)
            core.changes.publish(.connection, installation: due.installation)
        } catch {
            // It is due again when the lease is over.
        }
    }
}

extension ConnectionDescriptor {
    /// When a connection is to be renewed or asked after next; nil: never.
    ///
    /// - Parameter canRenew: Whether there is something to renew it with.
    func nextLook(at expiresAt: Date?, canRenew: Bool, hasCheck: Bool, now: Date) -> Date? {
        var dates: [Date] = []
        if canRenew, let refresh {
            if let expiresAt {
                // A token that lives shorter than its lead is not renewed without a pause.
                dates.append(max(expiresAt.addingTimeInterval(-refresh.lead.timeInterval), now.addingTimeInterval(30)))
            }
            if let keepAlive = refresh.keepAlive { dates.append(now.addingTimeInterval(keepAlive.timeInterval)) }
        }
        // A little apart, so that those who connected at once are not asked after at once for ever.
        if hasCheck { dates.append(now.addingTimeInterval(24 * 3600 * Double.random(in: 0.9...1.0))) }
        return dates.min()
    }
}
