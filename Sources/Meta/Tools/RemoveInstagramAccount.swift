import IntegrationKit

extension RemoveInstagramAccount: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        if let account = try await context.models.instagramAccount.first(
            where: .equal(.instagramAccountID, input.instagramAccountID))
        {
            try await context.models.instagramAccount.delete(account.id)
        }
        return Output()
    }
}
