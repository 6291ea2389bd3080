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
    let settings = runtime.settings
    let router = Router(context: AppRequestContext.self)
    if !settings.trustedProxies.isEmpty {
        router.add(middleware: ForwardedClient(proxies: settings.trustedProxies))
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

    var quiet = runtime.log
    quiet.logLevel = max(quiet.logLevel, .notice)
    let host = settings.host
    let connections = HTTP1Channel.Configuration(
        idleTimeout: .nanoseconds(Int64(settings.limits.idleTimeout.timeInterval * 1e9)),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: settings.limits.headerSize, maxHeaderListSize: settings.limits.headerSize,
            maxHeaderFieldCount: settings.limits.headerCount))
    return Application(
        responder: router.buildResponder(),
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
