#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Cryptography

/// Who makes a Graph call: what its token stands for.
enum GraphCaller: Sendable {
    /// The app itself, with `{app-id}|{app-secret}`.
    case app
    /// A person through the app.
    case user(AccessToken)

    /// Finds the caller of a token, or says what is wrong with it, in Meta's order.
    init(token: String, world: borrowing World, now: Date, configuration: SandboxConfiguration) throws(GraphError) {
        let appToken = "\(configuration.appID)|\(configuration.appSecret)"
        if ConstantTime.equals(Array(token.utf8), Array(appToken.utf8)) {
            self = .app
            return
        }
        guard let known = world.tokens[token] else { throw .tokenUnparsable }
        if let reason = known.revocation { throw .tokenRevoked(reason) }
        guard known.isEverlasting || known.expiresAt > now else {
            throw .tokenExpired(at: Self.text(known.expiresAt), now: Self.text(now))
        }
        self = .user(known)
    }

    /// The user token, for calls that an app token cannot make.
    var user: AccessToken? {
        guard case .user(let token) = self else { return nil }
        return token
    }

    /// Fails unless the caller was granted `scope`.
    func require(_ scope: Scope) throws(GraphError) {
        guard case .user(let token) = self, token.grant.scopes.contains(scope) else { throw .scopeMissing(scope) }
    }

    /// Fails unless the caller was granted at least one of `scopes`; the first one is named.
    func require(anyOf scopes: Scope...) throws(GraphError) {
        guard case .user(let token) = self, !Set(token.grant.scopes).isDisjoint(with: scopes) else {
            throw .scopeMissing(scopes[0])
        }
    }

    /// Whether the person let the app see this WABA.
    func canSee(account id: String, directory: Directory) -> Bool {
        guard case .user(let token) = self, token.pageID == nil else { return false }
        if let granted = token.grant.accountIDs { return granted.contains(id) }
        return directory.businesses.contains {
            $0.isVisibleToUser && ($0.ownedAccountIDs + $0.clientAccountIDs).contains(id)
        }
    }

    /// Whether the person let the app see this Page; a Page's own token sees no other.
    func canSee(page: Page) -> Bool {
        guard case .user(let token) = self else { return false }
        if let own = token.pageID { return own == page.id }
        return token.grant.pageIDs?.contains(page.id) ?? true
    }

    /// Whether the person let the app see this business: one of its WABAs at least, unless it has none.
    func canSee(business: Business, directory: Directory) -> Bool {
        guard case .user(let token) = self, business.isVisibleToUser else { return false }
        guard token.grant.accountIDs != nil else { return true }
        return (business.ownedAccountIDs + business.clientAccountIDs).contains {
            canSee(account: $0, directory: directory)
        }
    }

    private static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}
