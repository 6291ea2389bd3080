#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
package import Hummingbird
internal import IntegrationKit
internal import Logging
package import Storage

/// How a login link works, and why so: `GET /login?token=…` only shows a button, and the `POST` of that button signs in.
/// Chat programs, mail scanners and browsers fetch links ahead of people; a link that signed in by `GET` would be used up
/// by them. The button's form needs no CSRF token: whoever sends it must know the one-time token.
extension Access {
    /// A browser that has just signed in.
    package struct SignIn: Sendable {
        package let workplace: String
        /// The value of `Set-Cookie`.
        package let cookie: String
    }

    /// Why a login link does not open.
    package enum LoginRefusal: Error, Hashable, Sendable {
        /// Used, expired or never made: which one is not told.
        case notValid
        /// Too many links that did not hold came from this address.
        case tooManyAttempts
        /// The store could not be asked, or not written to.
        case unavailable(isLinkUsedUp: Bool)
    }

    /// The one-time address that signs a browser in to the workplace.
    package func makeLoginLink(workplace: String) async throws(StorageError) -> String {
        let token = try await put(.login, workplace: workplace, lifetime: Self.loginLifetime)
        return "\(address.url)/login?token=\(token)"
    }

    /// The workplace that a link would sign in to, without using it up.
    ///
    /// - Parameter peer: Address of the browser's connection, for the limit on tries.
    package func workplace(ofLoginToken token: String, peer: String) async throws(LoginRefusal) -> String {
        try await check(token, peer: peer) { digest throws(StorageError) in
            try await store.credential(.login, digest: digest, now: clock())
        }.workplace
    }

    /// Takes the link's token, which never works again, and opens a session.
    ///
    /// - Parameter peer: Address of the browser's connection, for the limit on tries.
    package func signIn(token: String, peer: String) async throws(LoginRefusal) -> SignIn {
        let credential = try await check(token, peer: peer) { digest throws(StorageError) in
            try await store.takeCredential(.login, digest: digest, now: clock())
        }
        do {
            let secret = try await put(.session, workplace: credential.workplace, lifetime: Self.sessionLifetime)
            return SignIn(
                workplace: credential.workplace,
                cookie: cookie(cookieName, secret, maxAge: Int(Self.sessionLifetime.timeInterval)))
        } catch {
            log.error("a session could not be stored; its login link is used up", metadata: ["error": "\(error)"])
            throw .unavailable(isLinkUsedUp: true)
        }
    }

    /// - Parameter find: Finds the credential, and takes it if it is to be used up.
    private func check(
        _ token: String, peer: String, _ find: ([UInt8]) async throws(StorageError) -> Credential?
    ) async throws(LoginRefusal) -> Credential {
        guard !refusedLogins.isExhausted(peer) else { throw .tooManyAttempts }
        let found: Credential?
        do {
            found = token.utf8.count <= 128 ? try await find(digest(token)) : nil
        } catch {
            log.error("a login link could not be checked", metadata: ["error": "\(error)"])
            throw .unavailable(isLinkUsedUp: false)
        }
        guard let found else {
            refusedLogins.admits(peer)
            counters.add(.refusedLogins)
            throw .notValid
        }
        return found
    }

    /// Ends the browser's session. - Returns: the value of `Set-Cookie`.
    package func signOut(_ request: Request) async throws(StorageError) -> String {
        if let secret = Cookies.value(of: cookieName, in: request.headers) {
            try await store.removeCredential(.session, digest: digest(secret))
        }
        return cookie(cookieName, "", maxAge: 0)
    }

    func cookie(_ name: String, _ value: String, maxAge: Int, sameSite: String = "Lax") -> String {
        "\(name)=\(value); Path=/; Max-Age=\(maxAge); HttpOnly; SameSite=\(sameSite)" + (address.isSecure ? "; Secure" : "")
    }
}
