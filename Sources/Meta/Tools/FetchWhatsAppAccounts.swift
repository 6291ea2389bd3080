import GraphAPI
import IntegrationKit

extension FetchWhatsAppAccounts: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        // The account page asks before anybody has connected: then there is nothing to choose.
        guard let connection = try await context.models.metaConnection.get(), connection.status == .connected else {
            return []
        }
        let accounts = try await context.graph.call { client, token throws(GraphFailure) in
            try await AccountDirectory(client, token).accounts()
        }
        return accounts.map { account in
            AccountChoice(
                wabaID: account.waba.id, name: account.waba.name, businessID: account.business?.id,
                businessName: account.business?.name, isChosen: account.waba.id == connection.wabaID)
        }
    }
}
