#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
internal import Cryptography
internal import HTTPTypes
package import Hummingbird
package import IntegrationKit
package import Logging
package import Storage

/// A browser that is signed in to a workplace.
package struct WorkplaceIdentity: Sendable {
    package let installation: Installation
    /// Must come back with every form of this browser; see ``Access/isValid(csrfToken:for:)``.
    package let csrfToken: String
    /// Names the browser's session without giving it away; binds OAuth states to it.
    let sessionBinding: [UInt8]
}

/// Who may come in: login links, browser sessions, bearer tokens, CSRF tokens.
///
/// All secrets are 256 random bits; the store has only their digests. Everything that is derived (CSRF tokens, flash
/// signatures, OAuth states) has a key of its own, derived from the server's secret.
package struct Access: Sendable {
    /// How long a login link opens the door, once.
    package static let loginLifetime: Duration = .seconds(3600)
    /// How long a browser stays signed in.
    package static let sessionLifetime: Duration = .seconds(14 * 24 * 3600)

    let store: any Store
    let address: PublicAddress
    let hosts: HostRules
    let counters: Counters
    let clock: @Sendable () -> Date
    let log: Logger
    /// Counts links that did not hold, never logins that succeeded: behind a proxy all people share one address.
    let refusedLogins = RateLimiter(limit: 20, per: .seconds(60))
    let refusedTokens = RateLimiter(limit: 30, per: .seconds(60))
    private let csrfKey: [UInt8]
    private let bindingKey: [UInt8]
    let flashKey: [UInt8]
    let stateKey: [UInt8]

    package init(
        store: any Store, signingSecret: [UInt8], address: PublicAddress, allowedHosts: Set<String>,
        counters: Counters, clock: @escaping @Sendable () -> Date, log: Logger
    ) {
        self.store = store
        self.address = address
        hosts = HostRules(address: address, allowed: allowedHosts)
        self.counters = counters
        self.clock = clock
        self.log = log
        func key(_ purpose: String) -> [UInt8] { HMAC.sha256(Array(purpose.utf8), key: signingSecret) }
        csrfKey = key("csrf")
        bindingKey = key("session-binding")
        flashKey = key("flash")
        stateKey = key("oauth-state")
    }

    // MARK: Browsers

    /// Who the browser is, when it is signed in to this workplace; nil for every other workplace, existing or not.
    package func identity(of request: Request, workplace: String) async throws(StorageError) -> WorkplaceIdentity? {
        guard let identity = try await identity(of: request), identity.installation.workplace.handle == workplace else {
            return nil
        }
        return identity
    }

    /// Who the browser is, whatever the path says.
    package func identity(of request: Request) async throws(StorageError) -> WorkplaceIdentity? {
        guard let secret = Cookies.value(of: cookieName, in: request.headers),
            let credential = try await store.credential(.session, digest: digest(secret), now: clock()),
            let installation = try await store.installation(ofWorkplace: credential.workplace)
        else { return nil }
        return WorkplaceIdentity(
            installation: installation, csrfToken: csrfToken(of: secret),
            sessionBinding: HMAC.sha256(Array(secret.utf8), key: bindingKey))
    }

    /// Whether a form's token is the one of the browser that sends it. Takes constant time.
    package func isValid(csrfToken: String?, for identity: WorkplaceIdentity) -> Bool {
        guard let csrfToken, ConstantTime.equals(csrfToken, identity.csrfToken) else {
            counters.add(.refusedForms)
            return false
        }
        return true
    }

    private func csrfToken(of secret: String) -> String {
        Base64URL.encode(HMAC.sha256(Array(secret.utf8), key: csrfKey))
    }

    // MARK: Programs

    /// The installation that the request's bearer token opens.
    package func bearer(of request: Request) async throws(StorageError) -> Installation? {
        guard let secret = Self.bearerToken(in: request.headers),
            let credential = try await store.credential(.token, digest: digest(secret), now: clock())
        else { return nil }
        return try await store.installation(ofWorkplace: credential.workplace)
    }

    /// Whether the request presents a bearer token at all, right or wrong.
    package static func bearerToken(in headers: HTTPFields) -> String? {
        guard let value = headers[.authorization] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 512 else { return nil }
        return parts[1].trimmed
    }

    /// Makes a bearer token of a workplace. It is shown once and cannot be read again.
    package func makeToken(workplace: String) async throws(StorageError) -> String {
        try await put(.token, workplace: workplace, lifetime: nil, prefix: "ik_")
    }

    // MARK: Credentials

    /// Makes a credential and gives its secret, of which the store knows the digest only.
    func put(
        _ kind: Credential.Kind, workplace: String, lifetime: Duration?, prefix: String = ""
    ) async throws(StorageError) -> String {
        let secret = prefix + Base64URL.encode(SecureRandom.bytes(32))
        let now = clock()
        try await store.putCredential(Credential(
            kind: kind, digest: digest(secret), workplace: workplace, createdAt: now,
            expiresAt: lifetime.map { now.addingTimeInterval($0.timeInterval) }))
        return secret
    }

    func digest(_ secret: String) -> [UInt8] { SHA256.hash(Array(secret.utf8)) }

    var cookieName: String { cookieName("session") }

    /// With https the name that browsers give only to this host, over TLS, for all paths. Without, on loopback, the
    /// name has the port: cookies know none, and another server on this machine is not to take ours away.
    func cookieName(_ purpose: String) -> String {
        guard !address.isSecure else { return "__Host-\(purpose)" }
        let port = address.url.split(separator: ":").last.flatMap { UInt16($0) }
        return "\(purpose)-\(port ?? 80)"
    }
}

/// Errors of frameworks print whatever they hold: the keys may not be seen there.
extension Access: CustomStringConvertible, CustomReflectable {
    package var description: String { "Access(\(address.url))" }
    package var customMirror: Mirror { Mirror(self, children: ["address": address.url]) }
}
