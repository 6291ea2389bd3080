#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Who connected which installation. Written by ``StoreChange/putConnection(_:)``; what was granted is among the
/// installation's sealed variables.
public protocol ConnectionStore: Sendable {
    func connection(
        _ handle: String, of installation: InstallationID
    ) async throws(StorageError) -> StoredConnection?
    /// How many other installations the same person has connected, and not ended.
    func otherConnections(
        ofAccount account: String, handle: String, than installation: InstallationID
    ) async throws(StorageError) -> Int
}

/// A connection of an installation to its provider.
public struct StoredConnection: Hashable, Sendable {
    /// Of the manifest's connection.
    public let handle: String
    /// The provider's id of the person; nil when it told none.
    public let account: String?
    public let connectedAt: Date
    /// When the person took it back. Whose it was stays known, for a deletion that they may ask for next.
    public let endedAt: Date?

    public init(handle: String, account: String?, connectedAt: Date, endedAt: Date? = nil) {
        self.handle = handle
        self.account = account
        self.connectedAt = connectedAt
        self.endedAt = endedAt
    }
}
