import GraphAPI
import IntegrationKit

extension RemoveFacebookPage: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        guard let page = try await context.models.facebookPage.first(where: .equal(.pageID, input.pageID)) else {
            return Output()
        }
        let accounts = try await context.models.instagramAccount.all(where: .equal(.pageID, page.pageID))
        guard accounts.isEmpty else {
            throw ToolFailure(
                .conflict, "An Instagram account of this page is in use.", field: "page_id",
                advice: "Remove the Instagram account first.")
        }
        if let token = page.accessToken {
            do {
                try await context.graph.call(as: .init(id: page.pageID, token: GraphToken(token))) {
                    client, token throws(GraphFailure) in
                    try await client.unsubscribe(fromPage: page.pageID, with: token)
                }
            } catch let failure as ToolFailure where [.authExpired, .permissionDenied, .notFound].contains(failure.code) {
                // Nothing comes any more from a page whose access is gone.
            }
        }
        try await context.models.facebookPage.delete(page.id)
        return Output()
    }
}
