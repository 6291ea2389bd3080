import IntegrationKit

extension DeleteData: ComplianceHandler {
    static func subject(of event: WebhookRequest) throws -> ComplianceSubject {
        try ComplianceSubject(signedRequest: event)
    }

    /// What stands for things of the person's businesses goes as a whole; the workplace's numbers go by their mark.
    static func fulfil(in context: HookContext<Meta>) async throws {
        for page in try await context.models.facebookPage.all() { try await context.models.facebookPage.delete(page.id) }
        for account in try await context.models.instagramAccount.all() {
            try await context.models.instagramAccount.delete(account.id)
        }
        for template in try await context.models.messageTemplate.all() {
            try await context.models.messageTemplate.delete(template.id)
        }
        for batch in try await context.models.messageBatch.all() { try await context.models.messageBatch.delete(batch.id) }
        try await GroupBook(models: context.models).forget()
        try await context.models.metaConnection.set(
            .init(
                status: .error,
                error: """
                    The person who connected has asked Meta to have their data deleted: conversations, numbers and pages \
                    are gone. Connect Meta to begin anew.
                    """))
    }
}
