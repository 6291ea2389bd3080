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
            let meta = try await GraphStandIn(at: server)
            try await body(meta)
            await meta.services.shutdown()
        }
    }

    init(at server: ScriptedServer) async throws {
        self.server = server
        services = try await MetaServices(
            settings: ServiceSettings(descriptor: Meta.descriptor, origins: ["https://graph.facebook.com": server.origin]))
        session = InMemorySession(models: Meta.models)
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

    func hook(token: String? = nil) throws -> HookContext<Meta> {
        HookContext(
            environment: try environment(token: token), services: services, log: Logger(label: "test"), session: session)
    }

    func provision(_ webhooks: [String: String]) throws -> ProvisionContext<Meta> {
        ProvisionContext(
            environment: try environment(token: nil).provision, services: services,
            webhookURLs: webhooks, log: Logger(label: "test"))
    }

    /// The connection as `oauth_callback` leaves it.
    func connect(wabaID: String = "730") async throws {
        try await ModelStore<MetaConnection>(session: session).set(
            .init(wabaID: wabaID, businessName: "Northwind Kettles", status: .connected))
    }

    /// The context of an event that came on a channel.
    func webhook(_ channel: ChannelRecord) throws -> WebhookContext<Meta> {
        WebhookContext(
            environment: try environment(token: "EAAtoken"), services: services, channel: channel, attempt: 0,
            log: Logger(label: "test"), session: session)
    }

    /// A page of the workplace, with its channel.
    @discardableResult
    func addPage(_ id: String = "104") async throws -> ChannelRecord {
        try await connect()
        try await ModelStore<FacebookPage>(session: session).upsert(
            .init(pageID: id, name: "Northwind", accessToken: Secret("EAApage"), subscription: .on))
        return try await Meta.Channels(session: session).messenger.open(identifier: id, name: "Northwind")
    }
}
