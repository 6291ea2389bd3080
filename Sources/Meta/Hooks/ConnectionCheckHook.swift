import GraphAPI
import IntegrationKit

extension ConnectionCheckHook: ConnectionCheckHandler {
    /// A token that Meta no longer takes is found before somebody sends with it.
    static func check(in context: Context) async throws -> ConnectionState {
        guard let secret = context.environment.install.metaAccessToken else { return ConnectionState(expiresAt: nil) }
        let inspection: TokenInspection
        do throws(GraphFailure) {
            inspection = try await context.services.graph(context.environment.provision).debugToken(GraphToken(secret))
        } catch {
            throw ToolFailure(error)
        }
        if let connection = try await context.models.metaConnection.get() {
            let missing = Permissions.missing(in: inspection)
            try await context.models.metaConnection.update(connection.id) { fields in
                if inspection.isValid {
                    fields.missingScopes = missing.isEmpty ? nil : missing.joined(separator: ", ")
                    fields.tokenExpiresAt = inspection.expiresAt
                    fields.dataAccessExpiresAt = inspection.dataAccessExpiresAt
                } else {
                    fields.status = .error
                    fields.error = "Meta no longer accepts the connection. Connect Meta again."
                }
            }
        }
        guard inspection.isValid else { return ConnectionState(expiresAt: nil) }
        let ends = [inspection.expiresAt, inspection.dataAccessExpiresAt].compactMap { $0 }
        return ConnectionState(expiresAt: ends.min(), accountID: inspection.userID)
    }
}
