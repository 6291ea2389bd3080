import GraphAPI
import IntegrationKit

extension AddFacebookPage: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let record = try await context.addPage(input.pageID, field: "page_id")
        try await context.channels.messenger.open(identifier: record.pageID, name: record.name ?? record.pageID)
        return Output(id: record.id)
    }
}

extension ToolContext<Meta> {
    /// Keeps a page with its token and has Meta send its webhooks, and those of its Instagram account, here.
    func addPage(_ pageID: String, field: String) async throws -> FacebookPage {
        _ = try await connection
        let pages = try await graph.call { client, token throws(GraphFailure) in try await client.pages(with: token) }
        guard let page = pages.first(where: { $0.id == pageID }), let token = page.token else {
            throw ToolFailure(
                .notFound, "The connected person manages no page '\(pageID)'.", field: field,
                advice: "Fetch the pages and use the id of one of them; if it is missing, connect again and allow it.")
        }
        guard page.canSend else {
            throw ToolFailure(
                .permissionDenied, "The connected person may not send messages as this page.", field: field,
                advice: "Ask an administrator of the page for the task Messages.")
        }
        try await graph.call(as: .init(id: page.id, token: token)) { client, token throws(GraphFailure) in
            try await client.subscribe(toPage: page.id, with: token)
        }
        return try await models.facebookPage.upsert(.init(
            pageID: page.id, name: page.name, accessToken: token.secret, category: page.category, subscription: .on))
    }
}
