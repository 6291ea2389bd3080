internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import IntegrationKit
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

/// The HTTP server with all front doors.
///
/// - Parameters:
///   - services: Run beside the server and end after it, the first ones last.
///   - onListening: Called with the port once the socket is bound.
func makeApplication<I: Integration>(
    _ runtime: Runtime<I>, registry: WebhookRegistry<I>, mcp: MCPRoute<I>,
    onListening: @escaping @Sendable (Int) async -> Void
) -> some Service {
    let router = Router(context: AppRequestContext.self)
    if !runtime.settings.trustedProxies.isEmpty {
        router.add(middleware: ForwardedClient(proxies: runtime.settings.trustedProxies))
    }
    router.add(middleware: FrontMiddleware(
        hosts: runtime.access.hosts,
        headers: SecurityHeaders(
            isSecure: runtime.core.address.isSecure, dialogOrigins: runtime.connections.dialogOrigins),
        metrics: runtime.core.metrics))
    HealthRoutes(health: runtime.health).add(to: router)
    WebhookRoute(runtime: runtime, registry: registry).add(to: router)
    OAuthCallbackRoute(runtime: runtime).add(to: router)
    DeletionRoute(runtime: runtime).add(to: router)
    mcp.add(to: router)
    RESTRoutes(runtime: runtime).add(to: router)
    MetricsRoute(runtime: runtime).add(to: router)
    AdminRoutes(runtime: runtime).add(to: router)
    AdminAPI(runtime: runtime).add(to: router)
    addPageRoutes(to: router, runtime: runtime)
    return listen(runtime, router.buildResponder(), onListening: onListening)
}

/// The HTTP server of linked mode: the platform's doors, and the operators'.
func makeLinkedApplication<I: Integration>(
    _ linked: LinkedRuntime<I>, onListening: @escaping @Sendable (Int) async -> Void
) throws -> some Service {
    let runtime = linked.runtime
    let doors = Router(context: AppRequestContext.self)
    let operators = Router(context: AppRequestContext.self)
    if !runtime.settings.trustedProxies.isEmpty {
        doors.add(middleware: ForwardedClient(proxies: runtime.settings.trustedProxies))
        operators.add(middleware: ForwardedClient(proxies: runtime.settings.trustedProxies))
    }
    doors.add(middleware: DoorGuard(
        callers: linked.settings.callers, metrics: runtime.core.metrics, maximumCalls: runtime.settings.limits.concurrentCalls))
    try addPlatformDoors(to: doors, linked)

    operators.add(middleware: FrontMiddleware(
        hosts: runtime.access.hosts,
        headers: SecurityHeaders(isSecure: runtime.core.address.isSecure, dialogOrigins: []),
        metrics: runtime.core.metrics))
    operators.get("/static/:name") { request, context in
        try StaticRoute.answer(request, name: context.parameters.get("name") ?? "")
    }
    DeletionRoute(runtime: runtime).add(to: operators)
    MetricsRoute(runtime: runtime).add(to: operators)
    AdminRoutes(runtime: runtime).add(to: operators)
    AdminAPI(runtime: runtime).add(to: operators)
    return listen(
        runtime, LinkedResponder(doors: doors.buildResponder(), operators: operators.buildResponder()),
        onListening: onListening)
}

/// Leads operators and people who look after their deletion to their doors, and all else to the platform's.
struct LinkedResponder<Doors: HTTPResponder, Operators: HTTPResponder>: HTTPResponder
where Doors.Context == AppRequestContext, Operators.Context == AppRequestContext {
    let doors: Doors
    let operators: Operators

    private static var places: [String] { ["/admin", "/metrics", "/static", "/deletion"] }

    func respond(to request: Request, context: AppRequestContext) async throws -> Response {
        let path = request.uri.path
        let isOperators = Self.places.contains { path == $0 || path.hasPrefix($0 + "/") }
        return isOperators
            ? try await operators.respond(to: request, context: context) : try await doors.respond(to: request, context: context)
    }
}

private func listen<I: Integration>(
    _ runtime: Runtime<I>, _ responder: some HTTPResponder<AppRequestContext>,
    onListening: @escaping @Sendable (Int) async -> Void
) -> some Service {
    let settings = runtime.settings
    var quiet = runtime.log
    quiet.logLevel = max(quiet.logLevel, .notice)
    let host = settings.host
    let connections = HTTP1Channel.Configuration(
        idleTimeout: .nanoseconds(Int64(settings.limits.idleTimeout.timeInterval * 1e9)),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: settings.limits.headerSize, maxHeaderListSize: settings.limits.headerSize,
            maxHeaderFieldCount: settings.limits.headerCount))
    return Application(
        responder: responder,
        server: HTTPServerBuilder { responder in
            LoopBoundConnections(base: HTTP1Channel(responder: responder, configuration: connections))
        },
        configuration: ApplicationConfiguration(
            address: .hostname(host, port: settings.port), backlog: 1024,
            availableConnectionsDelegate: CountedConnections(
                maximum: settings.limits.connections, count: runtime.core.metrics.connections)),
        onServerRunning: { channel in
            await onListening(channel.localAddress?.port ?? settings.port)
        },
        logger: quiet)
}
