import GraphAPI
import IntegrationKit

extension UninstallHook: UninstallHandler {
    /// Ends what Meta sends here and takes the app's permissions back. What Meta refuses now is gone already, or ends with
    /// the permissions: one refusal does not keep the rest.
    static func uninstall(in context: Context) async throws {
        guard let secret = context.environment.install.metaAccessToken else { return }
        let client = context.services.graph(context.environment.provision)
        let token = GraphToken(secret)
        let graph = ConnectedGraph(client: client, token: token, session: context.session, log: context.log)
        let webhooks = PageWebhooks(graph: graph, channels: context.channels)
        for page in try await context.models.facebookPage.all() {
            guard let pageToken = page.accessToken else { continue }
            await attempt("the webhooks of a page", context.log) {
                try await webhooks.end(of: .init(id: page.pageID, token: GraphToken(pageToken)))
            }
        }
        // The account's webhooks go to the app, whose other workplaces may use the same account: they stay.
        // So do the permissions of a person who has connected another workplace, too: with them its token would go.
        if context.isAccountShared { return }
        await attempt("the permissions", context.log) {
            try await graph.call { client, token throws(GraphFailure) in try await client.revoke(token) }
        }
    }

    private static func attempt(_ what: String, _ log: Logger, _ call: () async throws -> Void) async {
        do {
            try await call()
        } catch {
            log.warning("Meta did not take back \(what)", metadata: ["reason": "\(error)"])
        }
    }
}
