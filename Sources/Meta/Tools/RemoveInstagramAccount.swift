import IntegrationKit

extension RemoveInstagramAccount: ToolHandler {
    /// The webhooks of the account come with those of its page, which stays: see ``RemoveFacebookPage``.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        try await context.channels.instagram.close(
            identifier: input.instagramAccountID, because: "The account was removed from this workplace.")
        if let account = try await context.models.instagramAccount.first(
            where: .equal(.instagramAccountID, input.instagramAccountID))
        {
            try await context.models.instagramAccount.delete(account.id)
        }
        return Output()
    }
}
