#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import IntegrationKit

/// What goes through the provider's dialog and comes back as `state`: signed, for one browser session, for ten minutes,
/// and (by its nonce) once.
struct OAuthState: Hashable, Sendable {
    static let lifetime: Duration = .seconds(600)

    let installation: InstallationID
    let connection: String
    /// 16 random bytes; also what the PKCE verifier is derived from.
    let nonce: [UInt8]
    let expiresAt: Date
    /// Of the browser session that began; see ``WorkplaceIdentity``.
    let sessionBinding: [UInt8]
    /// Path inside the workplace to return to.
    let returnPath: String?

    /// Why a state is refused. People are told the same for all but ``expired``.
    enum Flaw: Error, Hashable { case forged, expired }

    func text(key: [UInt8]) -> String {
        SignedText.make(
            [
                "i": .string(installation.rawValue), "c": .string(connection), "n": .string(Base64URL.encode(nonce)),
                "e": .number(JSONNumber(Int(expiresAt.timeIntervalSince1970))),
                "s": .string(Base64URL.encode(sessionBinding)), "r": returnPath.map(JSON.string) ?? .null,
            ], key: key)
    }

    init(
        installation: InstallationID, connection: String, nonce: [UInt8], expiresAt: Date, sessionBinding: [UInt8],
        returnPath: String?
    ) {
        self.installation = installation
        self.connection = connection
        self.nonce = nonce
        self.expiresAt = expiresAt
        self.sessionBinding = sessionBinding
        self.returnPath = returnPath
    }

    init(text: String, key: [UInt8], now: Date) throws(Flaw) {
        guard let content = SignedText.open(text, key: key), let installation = content["i"]?.stringValue,
            let connection = content["c"]?.stringValue,
            let nonce = content["n"]?.stringValue.flatMap({ Base64URL.decode($0) }),
            let expiry = content["e"]?.int64Value,
            let binding = content["s"]?.stringValue.flatMap({ Base64URL.decode($0) })
        else { throw .forged }
        self.init(
            installation: InstallationID(installation), connection: connection, nonce: nonce,
            expiresAt: Date(timeIntervalSince1970: Double(expiry)), sessionBinding: binding,
            returnPath: content["r"]?.stringValue)
        guard now < expiresAt else { throw .expired }
    }
}
