#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import IntegrationKit
internal import SkedyulAPI

/// What goes through the provider's dialog and comes back by the platform: signed, for one installation, for ten minutes,
/// and (by its nonce) once. Whose browser it was, the platform knows.
struct PlatformOAuthState: Sendable {
    let installation: Installation
    let app: (id: String, versionID: String)
    let connection: String
    /// 16 random bytes; also what the PKCE verifier is derived from.
    let nonce: [UInt8]
    let expiresAt: Date
    /// The token endpoint wants to hear the one of the dialog again.
    let redirectURI: String

    /// Marks it off from the states of embedded mode, which have the same key.
    private static let kind = "platform"

    func text(key: [UInt8]) -> String {
        SignedText.make(
            [
                "k": .string(Self.kind), "i": .string(installation.id.rawValue), "w": .string(installation.workplace.handle),
                "a": .string(app.id), "v": .string(app.versionID), "c": .string(connection),
                "n": .string(Base64URL.encode(nonce)), "e": .number(JSONNumber(Int(expiresAt.timeIntervalSince1970))),
                "u": .string(redirectURI),
            ], key: key)
    }

    init(
        installation: Installation, app: (id: String, versionID: String), connection: String, nonce: [UInt8],
        expiresAt: Date, redirectURI: String
    ) {
        self.installation = installation
        self.app = app
        self.connection = connection
        self.nonce = nonce
        self.expiresAt = expiresAt
        self.redirectURI = redirectURI
    }

    /// - Returns: nil unless it was made here.
    init?(text: String, key: [UInt8]) {
        guard let content = SignedText.open(text, key: key), content["k"]?.stringValue == Self.kind,
            let installation = content["i"]?.stringValue, let workplace = content["w"]?.stringValue,
            let app = content["a"]?.stringValue, let version = content["v"]?.stringValue,
            let connection = content["c"]?.stringValue,
            let nonce = content["n"]?.stringValue.flatMap({ Base64URL.decode($0) }), let expiry = content["e"]?.int64Value,
            let redirectURI = content["u"]?.stringValue
        else { return nil }
        self.init(
            installation: Installation(
                id: InstallationID(installation),
                workplace: Workplace(handle: workplace, name: workplace, timeZone: "UTC")),
            app: (id: app, versionID: version), connection: connection, nonce: nonce,
            expiresAt: Date(timeIntervalSince1970: Double(expiry)), redirectURI: redirectURI)
    }
}
