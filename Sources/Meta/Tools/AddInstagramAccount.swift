import GraphAPI
import IntegrationKit

extension AddInstagramAccount: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let found = try await context.instagramAccounts().first { $0.0.id == input.instagramAccountID }
        guard let (account, pageID) = found else {
            throw ToolFailure(
                .notFound, "None of the person's pages has the Instagram account '\(input.instagramAccountID)'.",
                field: "instagram_account_id",
                advice: "Link the professional account to a page at Meta, then connect again and allow both.")
        }
        // The page speaks for the account, and its subscription brings the account's messages.
        _ = try await context.addPage(pageID, field: "instagram_account_id")
        let record = try await context.models.instagramAccount.upsert(.init(
            instagramAccountID: account.id, username: account.username, name: account.name,
            profilePictureURL: account.pictureURL, pageID: pageID))
        try await context.channels.instagram.open(identifier: account.id, name: account.username ?? account.id)
        return Output(id: record.id)
    }
}
