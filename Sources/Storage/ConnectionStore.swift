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
    /// All of an installation, by handle.
    func connections(of installation: InstallationID) async throws(StorageError) -> [StoredConnection]

    // MARK: Upkeep

    /// Notes connections of installations that have this variable and of which neither this connection nor one of the
    /// others, which keep what they are granted there too, is noted; they are due at once.
    func adoptConnections(
        _ handle: String, variable: String, insteadOf others: [String], now: Date
    ) async throws(StorageError)
    /// Takes the connection that is due for longest, and holds it until `leaseUntil`; then it is free again.
    func claimConnection(now: Date, leaseUntil: Date) async throws(StorageError) -> DueConnection?
    /// Notes that a claimed connection could not be kept up, unless somebody has connected again meanwhile.
    ///
    /// - Parameters:
    ///   - dueAt: nil: never again.
    ///   - problem: What people are told; nil leaves what they are told.
    func note(
        _ due: DueConnection, dueAt: Date?, problem: String?, failures: Int
    ) async throws(StorageError)
    /// How many connections are in each state.
    ///
    /// - Parameter soon: Those that end before count as ending.
    func connectionCounts(now: Date, soon: Date) async throws(StorageError) -> ConnectionCounts
}

/// A connection of an installation to its provider.
public struct StoredConnection: Hashable, Sendable {
    /// Of the manifest's connection.
    public let handle: String
    /// The provider's id of the person; nil when it told none.
    public var account: String?
    public let connectedAt: Date
    /// When the person took it back. Whose it was stays known, for a deletion that they may ask for next.
    public let endedAt: Date?
    /// When what was granted ends; nil: never, as far as the provider told.
    public var expiresAt: Date?
    /// When it is renewed or asked after next; nil: never.
    public var dueAt: Date?
    /// Why it could not be renewed, for people.
    public var problem: String?

    public init(
        handle: String, account: String?, connectedAt: Date, endedAt: Date? = nil, expiresAt: Date? = nil,
        dueAt: Date? = nil, problem: String? = nil
    ) {
        self.handle = handle
        self.account = account
        self.connectedAt = connectedAt
        self.endedAt = endedAt
        self.expiresAt = expiresAt
        self.dueAt = dueAt
        self.problem = problem
    }
}

/// A connection that is to be renewed or asked after.
public struct DueConnection: Hashable, Sendable {
    public let installation: InstallationID
    public let connection: StoredConnection
    /// How often in a row it could not be kept up.
    public let failures: Int

    public init(installation: InstallationID, connection: StoredConnection, failures: Int) {
        self.installation = installation
        self.connection = connection
        self.failures = failures
    }
}

public struct ConnectionCounts: Hashable, Sendable {
    /// Neither of the others.
    public var connected = 0
    /// End soon.
    public var ending = 0
    public var expired = 0
    /// Could not be renewed.
    public var failing = 0
    /// Taken back by the person.
    public var ended = 0

    public init() {}
}
