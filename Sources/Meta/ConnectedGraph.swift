import GraphAPI
import IntegrationKit

/// The Graph API as one connected workplace: every call carries that workplace's token.
struct ConnectedGraph: Sendable {
    private let client: GraphClient
    private let token: GraphToken
    private let models: Meta.Models
    private let session: any PlatformSession
    private let log: Logger

    init(client: GraphClient, token: GraphToken, session: any PlatformSession, log: Logger) {
        self.client = client
        self.token = token
        self.session = session
        self.log = log
        models = Meta.Models(session: session)
    }

    func phoneNumbers(of wabaID: String) async throws -> [WhatsAppPhoneNumberNode] {
        try await call { client, token throws(GraphFailure) in try await client.phoneNumbers(of: wabaID, with: token) }
    }

    func send(_ text: WhatsAppText, from phoneNumberID: String) async throws -> AcceptedMessage {
        try await call(isSend: true) { client, token throws(GraphFailure) in
            try await client.send(text, from: phoneNumberID, with: token)
        }
    }

    /// Calls Meta. When Meta no longer takes the token, the connection says so before the call fails.
    private func call<Result>(
        isSend: Bool = false, _ body: (GraphClient, GraphToken) async throws(GraphFailure) -> Result
    ) async throws -> Result {
        do {
            return try await body(client, token)
        } catch {
            if error.isAuthenticationFailure { await markDisconnected(error) }
            throw ToolFailure(error, isSend: isSend)
        }
    }

    /// Notes on the connection that it has to be renewed. What Meta said counts for the caller even when this fails.
    private func markDisconnected(_ failure: GraphFailure) async {
        do {
            guard let connection = try await models.metaConnection.get() else { return }
            try await models.metaConnection.update(connection.id) { fields in
                fields.status = .error
                fields.error = "Meta no longer accepts the connection. \(failure.action)"
            }
            try await session.commit()
        } catch {
            log.error("the dead connection could not be noted", metadata: ["error": "\(error)"])
        }
    }
}

extension ToolContext<Meta> {
    /// - Throws: ``ToolFailure`` when nobody has connected this workplace to Meta.
    var graph: ConnectedGraph {
        get throws {
            guard let token = environment.install.metaAccessToken else { throw ToolFailure.notConnected("Meta") }
            return ConnectedGraph(
                client: services.graph(environment.provision), token: GraphToken(token), session: session,
                log: log)
        }
    }

    /// The connection of this workplace.
    ///
    /// - Throws: ``ToolFailure`` when there is none, or it has to be renewed.
    var connection: MetaConnection {
        get async throws {
            guard let connection = try await models.metaConnection.get() else { throw ToolFailure.notConnected("Meta") }
            switch connection.status {
            case .connected: return connection
            case .error:
                throw ToolFailure(
                    .authExpired, connection.error ?? "The connection to Meta no longer works.",
                    advice: "Connect Meta again on the Account page.")
            case .pending, .unknown: throw ToolFailure.notConnected("Meta")
            }
        }
    }
}
