import GraphAPI
import IntegrationKit

extension UninstallHook: UninstallHandler {
    /// Ends what Meta sends here and takes the app's permissions back. What Meta refuses now is gone already, or ends with
    /// the permissions: one refusal does not keep the rest.
    static func uninstall(in context: Context) async throws {
        guard let secret = context.environment.install.metaAccessToken else { return }
        let graph = context.services.graph(context.environment.provision)
        let token = GraphToken(secret)
        let shared = context.shared
        for page in try await context.models.facebookPage.all() {
            let channel = SharedWithOthers.Channel(handle: context.channels.messenger.descriptor.handle, identifier: page.pageID)
            guard !shared.channels.contains(channel), let pageToken = page.accessToken else { continue }
            await attempt("the webhooks of a page", context.log) { () throws(GraphFailure) in
                try await graph.unsubscribe(fromPage: page.pageID, with: GraphToken(pageToken))
            }
        }
        // The account's webhooks go to the app, whose other workplaces may use the same account: they stay.
        // So do the permissions of a person who has connected another workplace, too: with them its token would go.
        if shared.account { return }
        await attempt("the permissions", context.log) { () throws(GraphFailure) in try await graph.revoke(token) }
    }

    private static func attempt(
        _ what: String, _ log: Logger, _ call: () async throws(GraphFailure) -> Void
    ) async {
        do throws(GraphFailure) {
            try await call()
        } catch {
            log.warning("Meta did not take back \(what)", metadata: ["reason": "\(error.kind)"])
        }
    }
}
