#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

import Cryptography

extension World {
    /// Why an authorization code cannot be exchanged.
    enum CodeProblem: Error {
        case unknown, used, expired, redirectMismatch
    }

    /// Remembers a new code and forgets credentials that ended long ago.
    mutating func issueCode(
        _ code: String, grant: Grant, redirectURI: String, isForBusiness: Bool = false, at now: Date
    ) {
        let lifetime = isForBusiness ? AuthorizationCode.businessLifetime : AuthorizationCode.lifetime
        codes.removeAll { now.timeIntervalSince($0.expiresAt) > Self.endedCredentialsKept }
        tokens = tokens.filter { now.timeIntervalSince($0.value.expiresAt) < Self.endedCredentialsKept }
        codes.append(
            AuthorizationCode(
                code: code, grant: grant, redirectURI: redirectURI,
                expiresAt: now.addingTimeInterval(lifetime), isForBusiness: isForBusiness ? true : nil))
    }

    /// Uses a code up and issues the short-lived user token that it stands for.
    ///
    /// A code that was presented with another redirect URI stays usable: the mistake is the client's to mend.
    mutating func redeemCode(
        _ code: String, redirectURI: String?, newToken value: String, pages: [Page], at now: Date
    ) throws(CodeProblem) -> AccessToken {
        guard let index = codes.firstIndex(where: { $0.code == code }) else { throw .unknown }
        if codes[index].isUsed { throw .used }
        if codes[index].expiresAt <= now { throw .expired }
        let isForBusiness = codes[index].isForBusiness == true
        guard codes[index].redirectURI == redirectURI || (isForBusiness && redirectURI == nil) else {
            throw .redirectMismatch
        }
        codes[index].isUsed = true
        return issueToken(
            value, grant: codes[index].grant, lifetime: isForBusiness ? nil : AccessToken.shortLifetime,
            isLongLived: isForBusiness, pages: pages, at: now)
    }

    /// Issues a person's token, and with it one for each Page that they let the app manage. Page tokens of a token that
    /// lives long never expire.
    ///
    /// - Parameter lifetime: In seconds; `nil` for a business's system user, whose token never ends.
    @discardableResult
    mutating func issueToken(
        _ value: String, grant: Grant, lifetime: TimeInterval?, isLongLived: Bool, pages: [Page] = [], at now: Date
    ) -> AccessToken {
        let token = AccessToken(
            value: value, grant: grant, issuedAt: now,
            expiresAt: lifetime.map { now.addingTimeInterval($0) } ?? .distantFuture,
            dataAccessExpiresAt: now.addingTimeInterval(AccessToken.dataAccessLifetime), isLongLived: isLongLived,
            isSystemUser: lifetime == nil ? true : nil)
        tokens[value] = token
        let forPages: Set<Scope> = [.pagesShowList, .pagesMessaging, .pagesManageMetadata, .instagramManageMessages]
        guard !forPages.isDisjoint(with: grant.scopes) else { return token }
        for page in pages where grant.pageIDs?.contains(page.id) ?? true {
            var pageToken = token
            pageToken.value = Self.pageTokenValue(of: value, pageID: page.id)
            pageToken.pageID = page.id
            pageToken.isSystemUser = nil
            if isLongLived { pageToken.expiresAt = .distantFuture }
            tokens[pageToken.value] = pageToken
        }
        return token
    }

    /// The tokens of the Pages that a person may manage, by Page id; a Page's token knows itself.
    func pageTokens(of token: AccessToken?) -> [String: String] {
        guard let token else { return [:] }
        if let own = token.pageID { return [own: token.value] }
        var values: [String: String] = [:]
        for other in tokens.values {
            guard let id = other.pageID, other.value == Self.pageTokenValue(of: token.value, pageID: id) else {
                continue
            }
            values[id] = other.value
        }
        return values
    }

    /// The token of a Page that comes with a person's token: always the same one.
    static func pageTokenValue(of userToken: String, pageID: String) -> String {
        let digest = HMAC.sha256(Array(pageID.utf8), key: Array(userToken.utf8))
        return "EAAP" + Base64URL.encode(digest + digest.reversed()).filter { $0 != "-" && $0 != "_" }
    }

    /// The person takes the app's access back: all of their tokens die and webhook subscriptions stay.
    mutating func revokeAll(ofUser userID: String, because reason: AccessToken.Revocation) {
        for (value, token) in tokens where token.grant.userID == userID && token.revocation == nil {
            tokens[value]?.revocation = reason
        }
    }

    /// The person takes a single permission back, from every token.
    mutating func revoke(_ scope: Scope, ofUser userID: String) {
        for (value, token) in tokens where token.grant.userID == userID && token.grant.scopes.contains(scope) {
            tokens[value]?.grant.scopes.removeAll { $0 == scope }
            tokens[value]?.grant.declined.append(scope)
        }
    }
}
