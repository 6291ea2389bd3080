#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import IntegrationKit
package import Logging
internal import ServiceLifecycle
package import Storage

/// One running server: the store opened, the integration's services made, all front doors and workers.
package struct ServerProcess<I: Integration>: Sendable {
    package let runtime: Runtime<I>
    package let webhooks: WebhookRegistry<I>

    /// Prepares the store and makes the integration's services. Nothing is listening yet.
    ///
    /// - Throws: ``StorageError`` from the store, ``WrongKeys`` when it was filled with others, or what the services could
    ///   not do with their settings.
    package static func prepare(
        settings: ServerSettings, provision: I.Environment.Provision, store: any Store, log: Logger,
        metrics: Metrics = Metrics(), clock: @escaping @Sendable () -> Date = { Date() }
    ) async throws -> ServerProcess {
        try await store.prepare(models: I.models)
        try await KeyCheck(settings: settings, store: store, log: log).run()
        let services = try await I.Services(
            settings: ServiceSettings(
                descriptor: I.descriptor, origins: settings.origins, observe: { [metrics] in metrics.add($0) }))
        let core = RuntimeCore<I>(
            settings: settings, store: store, services: services, provision: provision, metrics: metrics, log: log,
            clock: clock)
        return ServerProcess(runtime: Runtime(core), webhooks: WebhookRegistry(core: core))
    }

    /// Listens and works until the task is shut down gracefully (by `SIGTERM` or Ctrl-C when `handlesSignals`), then
    /// finishes what is in flight within ``Limits/drain``.
    ///
    /// - Parameter onListening: Called once with the port that was bound.
    /// - Throws: when the port cannot be bound.
    package func run(
        handlesSignals: Bool, onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) async throws {
        let core = runtime.core
        let provisioner = Provisioner(core: core, webhooks: webhooks)
        let worker = EventWorker(core: core, arrivals: runtime.inbox.arrivals)
        let application = makeApplication(runtime, registry: webhooks, mcp: try MCPRoute(runtime: runtime)) { port in
            core.address.bound(port: port)
            provisioner.begin()
            await onListening(port)
        }
        // Ends in the opposite order: first nothing new is taken, last the deliveries that wait are written.
        let services: [any Service] = [
            InboxService(inbox: runtime.inbox), Housekeeping(core: core), FigureRecorder(core: core),
            HintReader(core: core), worker, OutboxWorker(core: core),
            ComplianceWorker(core: core, desk: runtime.compliance),
            ConnectionKeeper(core: core, connections: runtime.connections), provisioner, application,
            DrainNotice(health: runtime.health, changes: runtime.changes),
        ]
        var quiet = core.log
        quiet.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: Named(service: $0), successTerminationBehavior: .ignore) }, logger: quiet)
        configuration.maximumGracefulShutdownDuration = core.settings.limits.drain
        let group = ServiceGroup(configuration: configuration)
        let signals = handlesSignals ? SignalWatch(stopping: group) : nil
        defer { signals?.end() }
        try await group.run()
    }

    /// Gives back what ``prepare(settings:provision:store:log:metrics:clock:)`` took, the store included.
    package func close() async {
        await runtime.connections.shutdown()
        await runtime.services.shutdown()
        await runtime.store.close()
    }
}

/// A service that is called by its type. Left to itself the group describes each with all that it holds: secrets too, and it
/// takes a third of the time to start.
private struct Named: Service, CustomStringConvertible {
    let service: any Service

    var description: String { "\(type(of: service))" }
    func run() async throws { try await service.run() }
}

private struct InboxService: Service {
    let inbox: GroupCommit
    func run() async { await inbox.run() }
}

/// Says as the first thing of a shutdown that nothing new is to come here, and ends the open live updates.
private struct DrainNotice: Service {
    let health: Health
    let changes: ChangeFeed

    func run() async throws {
        try? await gracefulShutdown()
        health.drain()
        changes.close()
    }
}
