import GraphAPI
import IntegrationKit

/// The pages of a workplace, with the tokens by which they are spoken for. An Instagram account is spoken for by the
/// page that it belongs to.
struct PageAccess {
    struct Page: Sendable {
        let id: String
        let token: GraphToken
    }

    private let models: Meta.Models

    init(_ models: Meta.Models) { self.models = models }

    /// The page that speaks on a channel.
    ///
    /// - Throws: ``ToolFailure`` when it is not in this workplace, or has no token.
    func page(for channel: ChannelRecord) async throws -> Page {
        try await page(handle: channel.handle, identifier: channel.identifier)
    }

    func page(handle: String, identifier: String) async throws -> Page {
        var pageID: String? = identifier
        if handle == PageProduct.instagram.channel {
            let account = try await models.instagramAccount.first(where: .equal(.instagramAccountID, identifier))
            pageID = account?.pageID
        }
        guard let pageID, let page = try await models.facebookPage.first(where: .equal(.pageID, pageID)),
            let token = page.accessToken
        else {
            throw ToolFailure(
                .notFound, "The page that speaks on this channel is not in this workplace.",
                field: "channel.identifierValue", advice: "Add it on the Facebook Pages page.")
        }
        return Page(id: page.pageID, token: GraphToken(token))
    }

    /// - Returns: nil when nobody speaks on the channel.
    func token(for channel: ChannelRecord) async throws -> GraphToken? {
        do {
            return try await page(for: channel).token
        } catch is ToolFailure {
            return nil
        }
    }
}
