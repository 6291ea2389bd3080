#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What people and programs log in with. Only digests are stored: a stolen database logs nobody in.
public protocol CredentialStore: Sendable {
    func putCredential(_ credential: Credential) async throws(StorageError)
    /// The credential when it exists and has not expired.
    func credential(_ kind: Credential.Kind, digest: [UInt8], now: Date) async throws(StorageError) -> Credential?
    /// Those of a workplace that have not expired, the oldest first.
    func credentials(
        _ kind: Credential.Kind, ofWorkplace handle: String, now: Date
    ) async throws(StorageError) -> [Credential]
    /// The one with this digest, as ``credential(_:digest:now:)``, and removes it in the same step: for things that hold once.
    func takeCredential(_ kind: Credential.Kind, digest: [UInt8], now: Date) async throws(StorageError) -> Credential?
    func removeCredential(_ kind: Credential.Kind, digest: [UInt8]) async throws(StorageError)
    /// Remembers a nonce until it expires. - Returns: false when it was used before.
    func useOnce(_ nonce: [UInt8], expiresAt: Date, now: Date) async throws(StorageError) -> Bool
    /// Forgets a nonce whose use came to nothing, so that it is good again.
    func releaseNonce(_ nonce: [UInt8]) async throws(StorageError)
    func purgeCredentials(expiredBefore date: Date) async throws(StorageError)
}

public struct Credential: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// A one-time link.
        case login
        /// A browser's cookie.
        case session
        /// A bearer token of a script or an agent.
        case token
    }

    public let kind: Kind
    /// SHA-256 of the secret.
    public let digest: [UInt8]
    /// Handle of the workplace that it opens.
    public let workplace: String
    public let createdAt: Date
    /// nil: until it is removed.
    public let expiresAt: Date?

    public init(kind: Kind, digest: [UInt8], workplace: String, createdAt: Date, expiresAt: Date?) {
        self.kind = kind
        self.digest = digest
        self.workplace = workplace
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
