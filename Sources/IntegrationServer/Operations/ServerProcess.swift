#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
package import IntegrationKit
package import Logging
internal import OutboundHTTP
internal import ServiceLifecycle
internal import SkedyulAPI
package import Storage

/// One running server: the store opened, the integration's services made, all front doors and workers.
package struct ServerProcess<I: Integration>: Sendable {
    package let runtime: Runtime<I>
    package let webhooks: WebhookRegistry<I>
    /// nil in embedded mode.
    package let linked: LinkedRuntime<I>?
    private let platformClient: HTTPClient?

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
            settings: settings, store: store, services: services, tenancy: .embedded(provision), metrics: metrics, log: log,
            clock: clock)
        return ServerProcess(
            runtime: Runtime(core), webhooks: WebhookRegistry(core: core), linked: nil, platformClient: nil)
    }

    /// Either mode, as the settings say.
    ///
    /// - Parameter provision: nil in linked mode.
    static func prepare(
        settings: ServerSettings, provision: I.Environment.Provision?, store: any Store, log: Logger, metrics: Metrics
    ) async throws -> ServerProcess {
        if let linked = settings.linked {
            return try await prepareLinked(settings: settings, with: linked, store: store, log: log, metrics: metrics)
        }
        guard let provision else { throw InvalidSettings(["the settings of the integration were not read"]) }
        return try await prepare(
            settings: settings, provision: provision, store: store, log: log, metrics: metrics, clock: { Date() })
    }

    /// The same for a server whose installations the Skedyul platform keeps: it calls, and is called.
    package static func prepareLinked(
        settings: ServerSettings, with platform: LinkedSettings, store: any Store, log: Logger,
        metrics: Metrics = Metrics(), clock: @escaping @Sendable () -> Date = { Date() }
    ) async throws -> ServerProcess {
        // Instances are the platform's; the tables are there for a store that serves either way.
        try await store.prepare(models: I.models)
        try await KeyCheck(settings: settings, store: store, log: log).run()
        let services = try await I.Services(
            settings: ServiceSettings(
                descriptor: I.descriptor, origins: settings.origins, observe: { [metrics] in metrics.add($0) }))
        let client = HTTPClient(HTTPClientConfiguration(
            hosts: CoreAPI.hostPolicy(for: platform.apiURL), connectionsPerHost: 64, keptConnections: 16,
            userAgent: "\(I.descriptor.handle)/\(I.descriptor.version)"))
        let outbox = StoredOutbox(store: store)
        let api = CoreAPI(http: client, baseURL: platform.apiURL)
        let media = MediaRelay<I>()
        let linked = LinkedPlatform(
            api: api, models: I.models, channels: I.channels,
            received: StoredReceipts(store: store, log: log, clock: clock), outbox: outbox, media: media.fetch, log: log,
            clock: clock)
        let variables = I.Environment.Install.variables + I.Environment.Provision.variables
        let mirror = InstallationMirror(
            store: store, sealer: Sealer(keys: settings.keys), declared: Set(variables.map(\.name)), now: clock)
        let tenancy = LinkedTenancy(
            platform: linked, token: platform.token,
            routes: ChannelRoutes(platform: linked, token: platform.token, mirror: mirror, store: store))
        let core = RuntimeCore<I>(
            settings: settings, store: store, services: services,
            tenancy: .linked(tenancy), metrics: metrics, log: log,
            clock: clock)
        outbox.raise = { [work = core.work] in work.raiseSends() }
        media.begin(core)
        let runtime = Runtime(core)
        return ServerProcess(
            runtime: runtime, webhooks: WebhookRegistry(core: core),
            linked: LinkedRuntime(runtime: runtime, settings: platform, platform: linked, mirror: mirror),
            platformClient: client)
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
        let doors = try doors { port in
            core.address.bound(port: port)
            await onListening(port)
        }
        // Ends in the opposite order: first nothing new is taken, last the deliveries that wait are written.
        let services: [any Service] = [
            InboxService(inbox: runtime.inbox), Housekeeping(core: core), FigureRecorder(core: core),
            HintReader(core: core), EventWorker(core: core, arrivals: runtime.inbox.arrivals), OutboxWorker(core: core),
            ComplianceWorker(core: core, desk: runtime.compliance),
        ] + doors + [DrainNotice(health: runtime.health, changes: runtime.changes)]
        var quiet = core.log
        quiet.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: services.map { service in
                .init(
                    service: Named(service: service),
                    successTerminationBehavior: service is RequestLimit ? .gracefullyShutdownGroup : .ignore)
            }, logger: quiet)
        configuration.maximumGracefulShutdownDuration = core.settings.limits.drain
        let group = ServiceGroup(configuration: configuration)
        let signals = handlesSignals ? SignalWatch(stopping: group) : nil
        defer { signals?.end() }
        try await group.run()
    }

    /// The front doors of either mode, and what works for them alone.
    private func doors(_ onListening: @escaping @Sendable (Int) async -> Void) throws -> [any Service] {
        if let linked {
            return [RequestLimit(requests: linked.requests), try makeLinkedApplication(linked, onListening: onListening)]
        }
        let provisioner = Provisioner(core: runtime.core, webhooks: webhooks)
        let application = makeApplication(runtime, registry: webhooks, mcp: try MCPRoute(runtime: runtime)) { port in
            provisioner.begin()
            await onListening(port)
        }
        return [ConnectionKeeper(core: runtime.core, connections: runtime.connections), provisioner, application]
    }

    /// Gives back what ``prepare(settings:provision:store:log:metrics:clock:)`` took, the store included.
    package func close() async {
        await runtime.connections.shutdown()
        await runtime.services.shutdown()
        await platformClient?.shutdown(within: .seconds(2))
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
