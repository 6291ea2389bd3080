#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import HTTPTypes
package import Hummingbird
internal import IntegrationKit
internal import Logging
package import Storage

/// Somebody who runs the server.
package struct Operator: Sendable {
    package let name: String
    let scope: OperatorCredential.Scope
    /// Must come back with every form of this browser; nil for programs, which send a bearer token each time.
    let csrfToken: String?

    /// In the audit log.
    var actor: String { "operator \(name)" }
}

/// Who may come in at the operators' doors: bearer tokens of their own, and browser sessions that were begun with one.
/// No workplace's token opens them, and theirs opens no workplace.
///
/// A secret is 256 random bits, of which the store has the SHA-256 digest and is asked for it: whoever guesses learns
/// nothing from how long an answer takes. What does not hold is counted by the peer's address and answered 429 when there
/// is too much of it; what holds is let in all the same, so that nobody behind the same proxy can lock operators out.
package struct OperatorAccess: Sendable {
    /// How long a browser stays signed in.
    static let sessionLifetime: Duration = .seconds(12 * 3600)
    static let tokenPrefix = "iko_"

    let access: Access
    private let refused = RateLimiter(limit: 20, per: .seconds(60))
    private let csrfKey: [UInt8]

    init(access: Access, signingSecret: [UInt8]) {
        self.access = access
        csrfKey = HMAC.sha256(Array("operator-csrf".utf8), key: signingSecret)
    }

    // MARK: Programs

    /// - Parameter scope: What the request needs.
    /// - Throws: ``HTTPProblem`` 401, 403 or 429.
    func program(
        _ request: Request, _ context: AppRequestContext, for scope: OperatorCredential.Scope
    ) async throws -> Operator {
        guard let secret = Access.bearerToken(in: request.headers) else {
            throw HTTPProblem(
                .unauthorized, "Send an operator's bearer token; '\(ProgramName.current) operator create' makes one.",
                headers: [.wwwAuthenticate: "Bearer realm=\"operators\""])
        }
        guard let credential = try await credential(.token, secret, peer: context.peer) else {
            throw HTTPProblem(
                .unauthorized, "The bearer token is not an operator's.",
                headers: [.wwwAuthenticate: "Bearer realm=\"operators\", error=\"invalid_token\""])
        }
        guard scope == .metrics || credential.scope == .all else {
            throw HTTPProblem(.forbidden, "This token opens /metrics and nothing else.")
        }
        return Operator(name: credential.name, scope: credential.scope, csrfToken: nil)
    }

    /// - Throws: ``HTTPProblem`` 429 when too many that do not hold came from this peer.
    private func credential(
        _ kind: OperatorCredential.Kind, _ secret: String, peer: String
    ) async throws -> OperatorCredential? {
        let found = secret.utf8.count <= 128
            ? try await access.store.operatorCredential(kind, digest: access.digest(secret), now: access.clock()) : nil
        if found == nil {
            access.counters.add(.refusedOperators)
            guard refused.admits(peer) else {
                throw HTTPProblem(.tooManyRequests, title: "Too many tries", "Wait a minute.", headers: [.retryAfter: "60"])
            }
        }
        return found
    }

    // MARK: Browsers

    /// Who the browser is; nil when no operator is signed in in it.
    func browser(_ request: Request) async throws(StorageError) -> Operator? {
        guard let secret = Cookies.value(of: cookieName, in: request.headers), secret.utf8.count <= 128,
            let session = try await access.store.operatorCredential(
                .session, digest: access.digest(secret), now: access.clock())
        else { return nil }
        return Operator(name: session.name, scope: session.scope, csrfToken: csrfToken(of: secret))
    }

    func isValid(csrfToken: String?, for operator: Operator) -> Bool {
        guard let csrfToken, let own = `operator`.csrfToken, ConstantTime.equals(csrfToken, own) else {
            access.counters.add(.refusedForms)
            return false
        }
        return true
    }

    /// Opens a session for whoever holds a token. - Returns: who it is and the value of `Set-Cookie`; nil when the token
    /// does not hold or opens /metrics only.
    func signIn(token: String, peer: String) async throws -> (name: String, cookie: String)? {
        guard let credential = try await credential(.token, token, peer: peer), credential.scope == .all else { return nil }
        let secret = Base64URL.encode(SecureRandom.bytes(32))
        let now = access.clock()
        try await access.store.putOperator(OperatorCredential(
            kind: .session, digest: access.digest(secret), name: credential.name, scope: credential.scope,
            createdAt: now, expiresAt: now.addingTimeInterval(Self.sessionLifetime.timeInterval)))
        try await access.store.record(AuditEntry(
            at: now, actor: "operator \(credential.name)", action: "sign in", subject: "the operators' pages", result: "done"))
        return (
            credential.name,
            access.cookie(cookieName, secret, maxAge: Int(Self.sessionLifetime.timeInterval), sameSite: "Strict")
        )
    }

    /// - Returns: the value of `Set-Cookie`.
    func signOut(_ request: Request) async throws(StorageError) -> String {
        if let secret = Cookies.value(of: cookieName, in: request.headers) {
            try await access.store.removeOperatorSession(digest: access.digest(secret))
        }
        return access.cookie(cookieName, "", maxAge: 0)
    }

    private var cookieName: String { access.cookieName("operator") }

    private func csrfToken(of secret: String) -> String {
        Base64URL.encode(HMAC.sha256(Array(secret.utf8), key: csrfKey))
    }

    // MARK: Making

    /// Makes a token. It is shown once and cannot be read again.
    ///
    /// - Throws: ``StorageError/conflict(table:columns:)`` when there is an operator of this name.
    package func makeToken(name: String, scope: OperatorCredential.Scope) async throws(StorageError) -> String {
        let secret = Self.tokenPrefix + Base64URL.encode(SecureRandom.bytes(32))
        try await access.store.putOperator(OperatorCredential(
            kind: .token, digest: access.digest(secret), name: name, scope: scope, createdAt: access.clock(), expiresAt: nil))
        return secret
    }
}

/// Errors of frameworks print whatever they hold: the keys may not be seen there.
extension OperatorAccess: CustomStringConvertible, CustomReflectable {
    package var description: String { "OperatorAccess" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
