import IntegrationKit
import IntegrationTesting
import Logging

@testable import Meta

/// A Graph API that a test scripts, and the contexts of handlers that call it.
struct GraphStandIn {
    let server: ScriptedServer
    let services: MetaServices
    let session: InMemorySession

    /// - Parameter answer: What the Graph API says to a request, by method and path without the version.
    static func with(
        _ answer: @escaping @Sendable (_ request: String) -> ScriptedServer.Action,
        _ body: (GraphStandIn) async throws -> Void
    ) async throws {
        try await withServer({ request in
            answer("\(request.method) \(request.path.replacing("/v25.0/", with: "", maxReplacements: 1))")
        }) { server in
            let settings = ServiceSettings(
                descriptor: Meta.descriptor, origins: ["https://graph.facebook.com": server.origin])
            let services = try await MetaServices(settings: settings)
            try await body(GraphStandIn(server: server, services: services, session: InMemorySession()))
            await services.shutdown()
        }
    }

    private func environment(token: String?) throws -> Meta.Environment {
        var provision = EnvironmentReader([
            "META_APP_ID": "4470019287365510", "META_APP_SECRET": "app-secret",
            "META_WEBHOOK_VERIFY_TOKEN": "verify-me", "GRAPH_API_VERSION": "v25.0",
        ])
        var install = EnvironmentReader(token.map { ["META_ACCESS_TOKEN": $0] } ?? [:])
        return Meta.Environment(
            provision: try .init(from: &provision), install: try .init(from: &install))
    }

    func tool(_ trigger: Trigger = .agent, token: String? = "EAAtoken") throws -> ToolContext<Meta> {
        ToolContext(
            environment: try environment(token: token), services: services,
            invocation: Invocation(id: "call-1", trigger: trigger), log: Logger(label: "test"), session: session)
    }

    func hook() throws -> HookContext<Meta> {
        HookContext(
            environment: try environment(token: nil), services: services, log: Logger(label: "test"), session: session)
    }

    func provision(webhook: String) throws -> ProvisionContext<Meta> {
        ProvisionContext(
            environment: try environment(token: nil).provision, services: services,
            webhookURLs: ["receive_whatsapp": webhook], log: Logger(label: "test"))
    }

    /// The connection as `oauth_callback` leaves it.
    func connect(wabaID: String = "730") async throws {
        try await ModelStore<MetaConnection>(session: session).set(
            .init(wabaID: wabaID, businessName: "Northwind Kettles", status: .connected))
    }
}
