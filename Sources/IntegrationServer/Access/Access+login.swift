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
        /// Too many tries from this address.
        case tooManyAttempts
        case unavailable
    }

    /// The one-time address that signs a browser in to the workplace.
    package func makeLoginLink(workplace: String) async throws(StorageError) -> String {
        let token = try await put(.login, workplace: workplace, lifetime: Self.loginLifetime)
        return "\(address.url)/login?token=\(token)"
    }

    /// The workplace that a link would sign in to, without using it up; nil when it does not hold.
    package func workplace(ofLoginToken token: String, peer: String) async throws(StorageError) -> String? {
        guard token.utf8.count <= 128, loginAttempts.admits(peer) else { return nil }
        return try await store.credential(.login, digest: digest(token), now: clock())?.workplace
    }

    /// Takes the link's token, which never works again, and opens a session.
    ///
    /// - Parameter peer: Address of the browser's connection, for the limit on tries.
    package func signIn(token: String, peer: String) async throws(LoginRefusal) -> SignIn {
        guard loginAttempts.admits(peer) else { throw .tooManyAttempts }
        do {
            guard token.utf8.count <= 128,
                let credential = try await store.takeCredential(.login, digest: digest(token), now: clock())
            else {
                counters.add(.refusedLogins)
                throw LoginRefusal.notValid
            }
            let secret = try await put(.session, workplace: credential.workplace, lifetime: Self.sessionLifetime)
            return SignIn(
                workplace: credential.workplace,
                cookie: cookie(cookieName, secret, maxAge: Int(Self.sessionLifetime.timeInterval)))
        } catch let refusal as LoginRefusal {
            throw refusal
        } catch {
            log.error("a login could not be checked", metadata: ["error": "\(error)"])
            throw .unavailable
        }
    }

    /// Ends the browser's session. - Returns: the value of `Set-Cookie`.
    package func signOut(_ request: Request) async throws(StorageError) -> String {
        if let secret = Cookies.value(of: cookieName, in: request.headers) {
            try await store.removeCredential(.session, digest: digest(secret))
        }
        return cookie(cookieName, "", maxAge: 0)
    }

    func cookie(_ name: String, _ value: String, maxAge: Int) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(maxAge); HttpOnly; SameSite=Lax" + (address.isSecure ? "; Secure" : "")
    }
}
