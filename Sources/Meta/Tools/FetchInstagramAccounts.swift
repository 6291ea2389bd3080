import GraphAPI
import IntegrationKit

extension FetchInstagramAccounts: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let known = try await context.models.instagramAccount.all()
        let open = try await context.channels.instagram.all()
        return try await context.instagramAccounts().map { account, pageID in
            InstagramChoice(
                instagramAccountID: account.id, username: account.username, pageID: pageID,
                isAdded: known.contains { $0.instagramAccountID == account.id },
                channelID: open.first { $0.identifier == account.id }?.id.rawValue)
        }
    }
}

extension ToolContext<Meta> {
    /// The professional accounts of all pages, with the page that each belongs to.
    func instagramAccounts() async throws -> [(InstagramAccountNode, pageID: String)] {
        _ = try await connection
        return try await graph.call { client, token throws(GraphFailure) in
            var accounts: [(InstagramAccountNode, pageID: String)] = []
            for page in try await client.pages(with: token) {
                guard let pageToken = page.token else { continue }
                if let account = try await client.instagramAccount(ofPage: page.id, with: pageToken) {
                    accounts.append((account, page.id))
                }
            }
            return accounts
        }
    }
}
