package import IntegrationKit
package import SkedyulAPI

/// One call of the platform as the runtime sees it: whose it is and what it brought, as values of this call alone. Calls
/// of different tenants have nothing in common.
package struct PlatformCall: Sendable {
    /// As handlers see them: those of the process, over which lie those of the call.
    package let variables: [String: String]
    /// nil for calls that belong to the app.
    package let installation: Installation?
    package let app: LinkedApp?
    /// `SKEDYUL_API_TOKEN` of the call.
    package let token: CoreToken
    /// Handle of the tool or hook.
    package let endpoint: String?

    /// - Parameter process: Variables of the process.
    init(
        _ envelope: Envelope, endpoint: String?, installation: Installation?, app: LinkedApp?,
        in process: [String: String], settings: LinkedSettings
    ) {
        variables = process.merging(envelope.env) { $1 }
        self.installation = installation
        self.app = app
        token = envelope.env[CallEnvironment.token].map { CoreToken(Secret($0)) } ?? settings.token
        self.endpoint = endpoint
    }

    /// The call as sessions take it.
    func linked(_ installation: Installation, app: LinkedApp) -> LinkedCall {
        LinkedCall(
            installation: installation, app: app, token: token, endpoint: endpoint,
            held: HeldLeases(environment: variables))
    }
}
