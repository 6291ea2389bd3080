#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
package import IntegrationKit
internal import Logging
internal import OutboundHTTP
internal import Storage

/// Connecting an installation to its provider by OAuth 2 (RFC 6749, PKCE by RFC 7636 where the manifest asks for it).
package struct OAuthFlow<I: Integration>: Sendable {
    /// In linked mode that of the call.
    private(set) var core: RuntimeCore<I>
    let access: Access
    private let client: HTTPClient

    package init(core: RuntimeCore<I>, access: Access) {
        self.core = core
        self.access = access
        var hosts = HostPolicy.anyPublicHost
        for origin in core.settings.origins.values { hosts = hosts.allowing(loopbackOrigin: origin) }
        client = HTTPClient(HTTPClientConfiguration(
            hosts: hosts, connectionsPerHost: 4, keptConnections: 4,
            userAgent: "\(I.descriptor.handle)/\(I.descriptor.version)"))
    }

    /// The same for a call of the platform, in linked mode.
    func answering(_ core: RuntimeCore<I>) -> OAuthFlow {
        var flow = self
        flow.core = core
        return flow
    }

    /// Where the provider sends browsers back to; must be registered there exactly so.
    package var redirectURI: String { "\(core.address.url)\(Self.callbackPath)" }

    package static var callbackPath: String {
        "/api/callbacks/oauth/\(I.descriptor.handle)/\(I.descriptor.version)"
    }

    /// The address of the provider's dialog, for the browser that is signed in as `identity`.
    ///
    /// - Parameter returnTo: The page to come back to; nil for the workplace's default page.
    package func authorizeURL(
        connection handle: String, identity: WorkplaceIdentity, returnTo: PageLink?
    ) throws(ToolFailure) -> String {
        let connection = try connection(handle)
        let state = OAuthState(
            installation: identity.installation.id, connection: handle, nonce: SecureRandom.bytes(16),
            expiresAt: core.now.addingTimeInterval(OAuthState.lifetime.timeInterval),
            sessionBinding: identity.sessionBinding, returnPath: returnTo?.path)
        return try dialogURL(
            connection, state: state.text(key: access.stateKey), nonce: state.nonce, redirectURI: redirectURI)
    }

    /// The address of the provider's dialog.
    ///
    /// - Parameters:
    ///   - state: Comes back with the code.
    ///   - nonce: What the PKCE verifier is derived from; must come back, in the state.
    func dialogURL(
        _ connection: ConnectionDescriptor, state: String, nonce: [UInt8], redirectURI: String
    ) throws(ToolFailure) -> String {
        var parameters: [(name: String, value: String)] = [
            ("client_id", try variable(connection.clientID)),
            ("redirect_uri", redirectURI),
            ("response_type", "code"),
            ("state", state),
        ]
        if !connection.scopes.isEmpty { parameters.append(("scope", connection.scopes.joined(separator: " "))) }
        if connection.usesPKCE {
            let challenge = SHA256.hash(Array(verifier(nonce).utf8))
            parameters += [("code_challenge", Base64URL.encode(challenge)), ("code_challenge_method", "S256")]
        }
        // The manifest may say any of them otherwise, but not whom we are and what comes back.
        for (name, value) in connection.parameters where !["client_id", "redirect_uri", "state"].contains(name) {
            parameters.removeAll { $0.name == name }
            parameters.append((name, value))
        }
        let url = try address(connection.authorizeURL)
        return url + (url.contains("?") ? "&" : "?") + FormURLEncoding.encode(parameters)
    }

    /// Checks the state that came back and uses it up.
    func take(_ text: String, by identity: WorkplaceIdentity?) async throws(OAuthRefusal) -> OAuthState {
        let state: OAuthState
        do {
            state = try OAuthState(text: text, key: access.stateKey, now: core.now)
        } catch {
            throw error == .expired ? .expired : .notOurs
        }
        guard let identity, identity.installation.id == state.installation,
            ConstantTime.equals(identity.sessionBinding, state.sessionBinding)
        else { throw .otherBrowser }
        do {
            guard try await core.store.useOnce(state.nonce, expiresAt: state.expiresAt, now: core.now) else {
                throw OAuthRefusal.used
            }
        } catch let refusal as OAuthRefusal {
            throw refusal
        } catch {
            throw .unavailable
        }
        return state
    }

    /// Exchanges the code, runs the integration's hook and stores what was granted together with what the hook wrote.
    func connect(
        code: String, state: OAuthState, installation: Installation
    ) async throws(ToolFailure) -> ConnectionDescriptor {
        let connection = try connection(state.connection)
        try await connect(connection, code: code, nonce: state.nonce, redirectURI: redirectURI, installation: installation)
        return connection
    }

    /// - Parameters:
    ///   - nonce: Of the state that came back.
    ///   - redirectURI: The one that the dialog was given.
    /// - Returns: what the connection's variables are now, nil for those that are no more.
    @discardableResult
    func connect(
        _ connection: ConnectionDescriptor, code: String, nonce: [UInt8], redirectURI: String, installation: Installation
    ) async throws(ToolFailure) -> [String: String?] {
        var parameters: [(name: String, value: String)] = [
            ("grant_type", "authorization_code"),
            ("client_id", try variable(connection.clientID)),
            ("client_secret", try variable(connection.clientSecret)),
            ("redirect_uri", redirectURI),
            ("code", code),
        ]
        if connection.usesPKCE { parameters.append(("code_verifier", verifier(nonce))) }
        let grant = try await OAuthExchange(client: client).grant(
            at: try address(connection.tokenURL), parameters: parameters, provider: connection.label, now: core.now)
        return try await store(grant, connection, installation)
    }

    /// Takes tokens back at the providers that say where (`revoke_url`, RFC 7009), the refresh token first: with it go the
    /// access tokens that it made.
    ///
    /// - Returns: what did not work, in words for people.
    func revoke(_ installation: Installation, _ log: Logger) async -> [String] {
        var problems: [String] = []
        for connection in I.connections {
            guard let template = connection.revokeURL else { continue }
            do throws(ToolFailure) {
                let values = try await core.storedValues(of: installation)
                let tokens = [
                    ("refresh_token", connection.store.refreshToken.flatMap { values[$0] }),
                    ("access_token", connection.store.accessToken.flatMap { values[$0] }),
                ]
                for case (let kind, let token?) in tokens {
                    try await OAuthExchange(client: client).revoke(
                        token, kind: kind, at: try address(template), clientID: try variable(connection.clientID),
                        clientSecret: try variable(connection.clientSecret), provider: connection.label)
                }
            } catch {
                log.warning("a token could not be revoked", metadata: ["connection": "\(connection.handle)", "reason": "\(error.message)"])
                problems.append(error.message)
            }
        }
        return problems
    }

    package func shutdown() async { await client.shutdown(within: .seconds(2)) }

    private func store(
        _ grant: OAuthGrant, _ connection: ConnectionDescriptor, _ installation: Installation
    ) async throws(ToolFailure) -> [String: String?] {
        var log = core.log
        log[metadataKey: "installation"] = "\(installation.id)"
        log[metadataKey: "connection"] = "\(connection.handle)"
        do {
            let session = try await core.work(for: installation)
            var grant = grant
            if let hook = I.hooks.oauthCallback {
                let context = HookContext<I>(
                    environment: try await core.environment(of: installation, with: Self.values(of: grant, connection)),
                    services: core.services, log: log, session: session)
                do {
                    grant = try await withDeadline(hook.timeout) { [grant] in try await hook.run(grant, context) }
                } catch {
                    await session.abandon()
                    throw error
                }
            }
            let sealed = try sealed(grant, connection, installation)
            let noted = StoredConnection(
                handle: connection.handle, account: grant.accountID, connectedAt: core.now, expiresAt: grant.expiresAt,
                dueAt: connection.nextLook(
                    at: grant.expiresAt, canRenew: connection.store.refreshToken != nil && grant.refreshToken != nil,
                    hasCheck: I.hooks.connectionCheck != nil, now: core.now))
            let replaced = I.rivals(of: connection).map { StoreChange.removeConnection($0.handle) }
            try await session.finish(with: [.setEnvironment(sealed)] + replaced + [.putConnection(noted)])
            return Self.values(of: grant, connection)
        } catch let failure as ToolFailure {
            throw failure
        } catch let failure as PlatformFailure {
            throw ToolFailure(failure)
        } catch is DeadlinePassed {
            throw ToolFailure(.timedOut, "\(connection.label) took too long to answer.", advice: "Connect again in a moment.")
        } catch {
            log.error("the oauth_callback hook failed", metadata: ["error": "\(error)"])
            throw ToolFailure(.internal, "\(connection.label) could not be connected. The log has the details.",
                advice: "Connect again; if it fails again, ask whoever runs this server.")
        }
    }

    /// The variables that keep a grant, as the store has them.
    func sealed(
        _ grant: OAuthGrant, _ connection: ConnectionDescriptor, _ installation: Installation
    ) throws -> [String: [UInt8]?] {
        var sealed: [String: [UInt8]?] = [:]
        for (name, value) in Self.values(of: grant, connection) {
            sealed[name] = .some(try value.map { try core.sealer.seal($0, variable: name, of: installation.id) })
        }
        return sealed
    }

    /// Renews what was granted by its refresh token (RFC 6749 section 6). A provider that gives no new one leaves the old
    /// one good.
    ///
    /// - Throws: ``ToolFailure``: `rejected` when somebody has to connect again.
    func renew(
        _ connection: ConnectionDescriptor, _ installation: Installation
    ) async throws(ToolFailure) -> OAuthGrant {
        let values = try await core.storedValues(of: installation)
        guard let token = connection.store.refreshToken.flatMap({ values[$0] }) else {
            throw ToolFailure(.rejected, "\(connection.label) gave nothing to renew the connection with.")
        }
        let parameters = [
            (name: "grant_type", value: "refresh_token"), (name: "refresh_token", value: token),
            (name: "client_id", value: try variable(connection.clientID)),
            (name: "client_secret", value: try variable(connection.clientSecret)),
        ]
        var grant = try await OAuthExchange(client: client).grant(
            at: try address(connection.tokenURL), parameters: parameters, provider: connection.label, now: core.now)
        if grant.refreshToken == nil { grant.refreshToken = Secret(token) }
        grant.accountID = connection.store.accountID.flatMap { values[$0] }
        return grant
    }

    /// By name of variable; nil removes what an earlier grant left there.
    private static func values(of grant: OAuthGrant, _ connection: ConnectionDescriptor) -> [String: String?] {
        var values: [String: String?] = [:]
        if let name = connection.store.accessToken { values[name] = .some(grant.accessToken.expose()) }
        if let name = connection.store.refreshToken { values[name] = .some(grant.refreshToken?.expose()) }
        if let name = connection.store.expiresAt { values[name] = .some(grant.expiresAt.map { Timestamp.text($0) }) }
        if let name = connection.store.accountID { values[name] = .some(grant.accountID) }
        return values
    }

    // MARK: What the manifest says

    private func connection(_ handle: String) throws(ToolFailure) -> ConnectionDescriptor {
        guard let connection = I.connections.first(where: { $0.handle == handle }) else {
            throw .notFound("connection", handle)
        }
        return connection
    }

    private func variable(_ name: String) throws(ToolFailure) -> String {
        guard let value = provisionValue(name) else {
            throw ToolFailure(.unavailable, "The setting \(name) is missing.", advice: "Set it and start the server again.")
        }
        return value
    }

    private func provisionValue(_ name: String) -> String? {
        I.Environment.Provision.variables.first { $0.name == name }?.text(in: core.variables)
    }

    /// The address with its variables filled in, at the origin that stands in for the provider's if there is one.
    private func address(_ template: String) throws(ToolFailure) -> String {
        guard let url = AddressTemplate.fill(template, provisionValue) else {
            throw ToolFailure(.unavailable, "A setting for the address \(template) is missing.",
                advice: "Set it and start the server again.")
        }
        let (origin, rest) = AddressTemplate.split(url)
        return (core.settings.origins[origin] ?? origin) + rest
    }

    /// Origins of the providers' dialogs: forms that begin one are redirected there, which CSP has to allow.
    package var dialogOrigins: [String] {
        Set(I.connections.compactMap { try? address($0.authorizeURL) }.map { AddressTemplate.split($0).origin }).sorted()
    }

    /// Derived instead of stored: only this server can make it again from the state.
    private func verifier(_ nonce: [UInt8]) -> String {
        Base64URL.encode(HMAC.sha256(Array("pkce".utf8) + nonce, key: access.stateKey))
    }
}

extension Integration {
    /// The other connections that keep what they are granted in the same place: of them all, the one made last holds.
    static func rivals(of connection: ConnectionDescriptor) -> [ConnectionDescriptor] {
        guard let place = connection.store.accessToken else { return [] }
        return connections.filter { $0.handle != connection.handle && $0.store.accessToken == place }
    }
}

/// Why a state that came back is refused.
enum OAuthRefusal: Error, Hashable, Sendable {
    case notOurs, expired, used
    /// Begun in another browser, or the browser is not signed in to that workplace any more.
    case otherBrowser
    case unavailable
}
