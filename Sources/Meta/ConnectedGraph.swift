import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The Graph API as one connected workplace: every call carries that workplace's token, or that of one of its pages.
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

    /// Calls Meta. When Meta no longer takes the token, the connection, or the page, says so before the call fails.
    ///
    /// - Parameters:
    ///   - isSend: Whether the call has an effect that must not happen twice.
    ///   - page: Speaks for this page; its token is another one than the connection's.
    func call<Result>(
        isSend: Bool = false, as page: PageAccess.Page? = nil,
        _ body: (GraphClient, GraphToken) async throws(GraphFailure) -> Result
    ) async throws -> Result {
        do {
            return try await body(client, page?.token ?? token)
        } catch {
            if error.isAuthenticationFailure { await note(error, on: page) }
            throw ToolFailure(error, isSend: isSend)
        }
    }

    /// Notes that somebody has to connect again. What Meta said counts for the caller even when this fails.
    private func note(_ failure: GraphFailure, on page: PageAccess.Page?) async {
        do {
            if let page, let record = try await models.facebookPage.first(where: .equal(.pageID, page.id)) {
                try await models.facebookPage.update(record.id) { fields in
                    fields.notice = "Meta no longer accepts the page's access. \(failure.action)"
                }
            } else if let connection = try await models.metaConnection.get() {
                try await models.metaConnection.update(connection.id) { fields in
                    fields.status = .error
                    fields.error = "Meta no longer accepts the connection. \(failure.action)"
                }
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

    /// The WhatsApp account of the connection.
    var wabaID: String {
        get async throws {
            guard let id = try await connection.wabaID else { throw ToolFailure.noWhatsAppAccount }
            return id
        }
    }

    /// Whether Meta lets us write freely to somebody: nil when they have not written since we are connected.
    func serviceWindow(with address: String, on channel: String, lasting length: Duration) async throws -> Bool? {
        let conversation = try await session.conversation(with: address, on: ChannelID(channel))
        guard let last = conversation?.lastInboundAt else { return nil }
        return last.addingTimeInterval(Double(length.components.seconds)) > Date()
    }
}

extension ToolFailure {
    /// Checked before sending, in the words of Meta's own refusal.
    static func windowClosed(_ product: String, advice: String) -> ToolFailure {
        ToolFailure(
            .rejected, "The person wrote more than 24 hours ago: \(product) takes no ordinary message now.",
            field: "message", advice: advice)
    }
}
