import GraphAPI
import IntegrationKit

extension RemoveFacebookPage: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        try await context.channels.messenger.close(
            identifier: input.pageID, because: "The page was removed from this workplace.")
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
                try await PageWebhooks(graph: context.graph, channels: context.channels).end(
                    of: .init(id: page.pageID, token: GraphToken(token)))
            } catch let failure as ToolFailure
                where [.authExpired, .permissionDenied, .notFound, .notConnected].contains(failure.code)
            {
                // Nothing comes any more from a page whose access is gone.
            }
        }
        try await context.models.facebookPage.delete(page.id)
        return Output()
    }
}
