import GraphAPI
import IntegrationKit

/// The webhooks of a page at Meta. They bring what is written to the page and to its Instagram account, to every
/// workplace of this app that has one of the two.
struct PageWebhooks {
    let graph: ConnectedGraph
    let channels: Meta.Channels

    /// Ends them, unless another workplace would lose them. Which Instagram account the page has, Meta knows: another
    /// workplace may have added it without the page.
    func end(of page: PageAccess.Page) async throws {
        if try await channels.messenger.isOpenElsewhere(identifier: page.id) { return }
        let account = try await graph.call(as: page) { client, token throws(GraphFailure) in
            try await client.instagramAccount(ofPage: page.id, with: token)
        }
        if let account, try await channels.instagram.isOpenElsewhere(identifier: account.id) { return }
        try await graph.call(as: page) { client, token throws(GraphFailure) in
            try await client.unsubscribe(fromPage: page.id, with: token)
        }
    }
}
