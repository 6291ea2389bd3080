import GraphAPI
import IntegrationKit

extension FetchPages: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        _ = try await context.connection
        let pages = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.pages(with: token)
        }
        let known = try await context.models.facebookPage.all()
        let open = try await context.channels.messenger.all()
        return pages.map { page in
            PageChoice(
                pageID: page.id, name: page.name, category: page.category, canSend: page.canSend,
                isAdded: known.contains { $0.pageID == page.id },
                channelID: open.first { $0.identifier == page.id }?.id.rawValue)
        }
    }
}
