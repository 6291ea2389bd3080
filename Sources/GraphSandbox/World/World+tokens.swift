#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension World {
    /// Why an authorization code cannot be exchanged.
    enum CodeProblem: Error {
        case unknown, used, expired, redirectMismatch
    }

    /// Remembers a new code and forgets credentials that ended long ago.
    mutating func issueCode(_ code: String, grant: Grant, redirectURI: String, at now: Date) {
        codes.removeAll { now.timeIntervalSince($0.expiresAt) > Self.endedCredentialsKept }
        tokens = tokens.filter { now.timeIntervalSince($0.value.expiresAt) < Self.endedCredentialsKept }
        codes.append(
            AuthorizationCode(
                code: code, grant: grant, redirectURI: redirectURI,
                expiresAt: now.addingTimeInterval(AuthorizationCode.lifetime)))
    }

    /// Uses a code up and issues the short-lived user token that it stands for.
    ///
    /// A code that was presented with another redirect URI stays usable: the mistake is the client's to mend.
    mutating func redeemCode(
        _ code: String, redirectURI: String?, newToken value: String, at now: Date
    ) throws(CodeProblem) -> AccessToken {
        guard let index = codes.firstIndex(where: { $0.code == code }) else { throw .unknown }
        if codes[index].isUsed { throw .used }
        if codes[index].expiresAt <= now { throw .expired }
        guard codes[index].redirectURI == redirectURI else { throw .redirectMismatch }
        codes[index].isUsed = true
        return issueToken(
            value, grant: codes[index].grant, lifetime: AccessToken.shortLifetime, isLongLived: false, at: now)
    }

    /// Issues a user token.
    @discardableResult
    mutating func issueToken(
        _ value: String, grant: Grant, lifetime: TimeInterval, isLongLived: Bool, at now: Date
    ) -> AccessToken {
        let token = AccessToken(
            value: value, grant: grant, issuedAt: now, expiresAt: now.addingTimeInterval(lifetime),
            dataAccessExpiresAt: now.addingTimeInterval(AccessToken.dataAccessLifetime), isLongLived: isLongLived)
        tokens[value] = token
        return token
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
