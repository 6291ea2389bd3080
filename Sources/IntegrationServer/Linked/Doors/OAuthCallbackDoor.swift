internal import Cryptography
internal import Hummingbird
internal import IntegrationKit
internal import SkedyulAPI
internal import Storage

/// `/oauth_callback`: the provider has sent the browser back to the platform, which hands the request on.
struct OAuthCallbackDoor<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>

    func answer(_ body: JSONObject) async throws -> Response {
        guard !I.connections.isEmpty else {
            return DoorResponse.json(["error": "OAuth callback handler not configured"], status: 404)
        }
        guard body["env"] != nil, let request = try body.object("request") else {
            throw MalformedCall("env and request are required")
        }
        let given = try ForwardedRequest(request)
        let envelope = try Envelope(body)
        let state = try await take(given.query["state"], envelope)
        guard let connection = I.connections.first(where: { $0.handle == state.connection }) else {
            throw MalformedCall("the state names a connection that is no more")
        }
        if let error = given.query["error"] ?? given.query["error_code"] {
            let reason = given.query["error_description"] ?? given.query["error_message"] ?? given.query["error_reason"] ?? error
            throw MalformedCall("\(connection.label) is not connected: \(reason.prefix(300))")
        }
        guard let code = given.query["code"], (1...4096).contains(code.utf8.count) else {
            throw MalformedCall("\(connection.label) sent no code")
        }
        // The call names no installation of its own: it is for the one that began.
        let app = LinkedApp(id: state.app.id, versionID: state.app.versionID)
        let core = try await linked.core(
            for: envelope, endpoint: "oauth_callback", .some, installation: state.installation, app: app)
        let values = try await linked.runtime.connections.answering(core).connect(
            connection, code: code, nonce: state.nonce, redirectURI: state.redirectURI, installation: state.installation)
        return DoorResponse.json([
            "appInstallationId": .string(state.installation.id.rawValue), "env": .object(values.environmentTexts),
        ])
    }

    /// Checks the state and uses it up.
    private func take(_ text: String?, _ envelope: Envelope) async throws -> PlatformOAuthState {
        let core = linked.runtime.core
        guard let state = PlatformOAuthState(text: text ?? "", key: linked.runtime.access.stateKey) else {
            throw refused("it was not begun here")
        }
        guard core.now < state.expiresAt else { throw refused("it took longer than ten minutes") }
        if let told = envelope.invocation.installationID ?? envelope.context.installationID, told != state.installation.id {
            throw refused("it was begun for another installation")
        }
        guard try await core.store.useOnce(state.nonce, expiresAt: state.expiresAt, now: core.now) else {
            throw refused("it was completed before")
        }
        return state
    }

    private func refused(_ reason: String) -> MalformedCall {
        linked.runtime.core.counters.add(.refusedStates)
        return MalformedCall("This sign-in cannot be completed: \(reason). Nothing was changed; connect again.")
    }
}
