#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Who runs the server, and what they did. Operators belong to no workplace. Only digests of their secrets are stored.
public protocol OperatorStore: Sendable {
    /// - Throws: ``StorageError/conflict(table:columns:)`` of `operator` for a token whose name another one has.
    func putOperator(_ credential: OperatorCredential) async throws(StorageError)
    /// The credential when it exists and has not expired.
    func operatorCredential(
        _ kind: OperatorCredential.Kind, digest: [UInt8], now: Date
    ) async throws(StorageError) -> OperatorCredential?
    /// All tokens, by name.
    func operators() async throws(StorageError) -> [OperatorCredential]
    /// Takes the token of this name back, with all browser sessions that were begun with it. - Returns: false when there
    /// was none.
    func removeOperator(named name: String) async throws(StorageError) -> Bool
    /// Ends one browser session.
    func removeOperatorSession(digest: [UInt8]) async throws(StorageError)

    func record(_ entry: AuditEntry) async throws(StorageError)
    /// A page of the audit log, newest first.
    ///
    /// - Parameters:
    ///   - after: The last entry of the page before, as its ``AuditEntry/sequence``; nil for the first page.
    ///   - limit: 1 to 500.
    func audit(after: Int64?, limit: Int) async throws(StorageError) -> [AuditEntry]
}

public struct OperatorCredential: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// A bearer token.
        case token
        /// A browser's cookie.
        case session
    }

    public enum Scope: String, Hashable, Sendable, CaseIterable {
        /// `GET /metrics` and nothing else.
        case metrics
        /// Everything that operators can do.
        case all
    }

    public let kind: Kind
    /// SHA-256 of the secret.
    public let digest: [UInt8]
    /// Who it is, in the audit log.
    public let name: String
    public let scope: Scope
    public let createdAt: Date
    /// nil: until it is removed.
    public let expiresAt: Date?

    public init(kind: Kind, digest: [UInt8], name: String, scope: Scope, createdAt: Date, expiresAt: Date?) {
        self.kind = kind
        self.digest = digest
        self.name = name
        self.scope = scope
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// One thing that an operator did. It holds no content and no secret.
public struct AuditEntry: Hashable, Sendable {
    /// Place in the log; 0 for one that is about to be written.
    public let sequence: Int64
    public let at: Date
    /// `operator ana`, or `cli root` for the command line's user.
    public let actor: String
    /// `replay`, `operator create`.
    public let action: String
    /// What it was done to: an id, a name, a filter in words.
    public let subject: String
    /// `3 dead letters`, `refused`.
    public let result: String

    public init(sequence: Int64 = 0, at: Date, actor: String, action: String, subject: String, result: String) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.result = result
    }
}
