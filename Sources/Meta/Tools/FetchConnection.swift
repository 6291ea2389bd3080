import GraphAPI
import IntegrationKit

extension FetchConnection: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let connection = try await context.connection
        let inspection = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.debugToken(token)
        }
        var isSubscribed = false
        if let wabaID = connection.wabaID {
            let apps = try await context.graph.call { client, token throws(GraphFailure) in
                try await client.subscribedApps(ofWhatsAppAccount: wabaID, with: token)
            }
            isSubscribed = apps.contains(context.environment.provision.metaAppID)
        }
        return Output(
            status: connection.status, businessName: connection.businessName, wabaID: connection.wabaID,
            grantedScopes: inspection.scopes, missingScopes: Permissions.missing(in: inspection),
            tokenExpiresAt: inspection.expiresAt, subscribed: isSubscribed)
    }
}
