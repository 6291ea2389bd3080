import IntegrationKit

extension Deauthorize: ComplianceHandler {
    static func subject(of event: WebhookRequest) throws -> ComplianceSubject {
        try ComplianceSubject(signedRequest: event)
    }

    /// The tokens of pages came with the person's and died with it. Numbers, pages and their names stay for whoever
    /// connects next.
    static func fulfil(in context: HookContext<Meta>) async throws {
        for page in try await context.models.facebookPage.all() {
            try await context.models.facebookPage.update(page.id) { fields in
                fields.accessToken = nil
                fields.subscription = .off
                fields.notice = "Connect Meta again: the person who connected has removed the app."
            }
        }
        guard let connection = try await context.models.metaConnection.get() else { return }
        try await context.models.metaConnection.update(connection.id) { fields in
            fields.status = .error
            fields.error = "The person who connected has removed the app at Meta. Connect Meta again to go on."
            fields.tokenExpiresAt = nil
            fields.dataAccessExpiresAt = nil
        }
    }
}
