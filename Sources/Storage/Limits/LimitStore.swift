#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Counts of the manifest's limits that all processes on the store share.
public protocol LimitStore: Sendable {
    /// Whether several processes work on this store at once. Where only one does, it counts in its memory.
    var isShared: Bool { get }
    /// Begins a call if the limit admits it now.
    func beginTurn(_ turn: LimitTurn, now: Date) async throws(StorageError) -> LimitState.Admission
    /// A call of this holder has ended. What it had counted against a rate stays counted, but for what it has not used
    /// because it never began.
    func endTurn(_ turn: LimitTurn, isUnused: Bool) async throws(StorageError)
    /// Nothing of this key begins before `until`: the provider has said so.
    func closeLimit(_ limit: LimitDescriptor, key: LimitKey, until: Date, now: Date) async throws(StorageError)
    /// Forgets the counts that are as good as new.
    func purgeLimits(now: Date) async throws(StorageError)
}

/// Names one count.
public struct LimitKey: Hashable, Sendable {
    /// Handle of the limit.
    public let limit: String
    /// The installation, the tool, or nothing: see ``LimitDescriptor/Scope``.
    public let scope: String
    public let key: String

    public init(limit: String, scope: String, key: String) {
        self.limit = limit
        self.scope = scope
        self.key = key
    }
}

/// One call that wants to begin.
public struct LimitTurn: Hashable, Sendable {
    public let limit: LimitDescriptor
    public let key: LimitKey
    /// How much it counts.
    public let calls: Int
    /// Unique for the call.
    public let holder: String
    /// When the holder must have died.
    public let until: Date

    public init(limit: LimitDescriptor, key: LimitKey, calls: Int, holder: String, until: Date) {
        self.limit = limit
        self.key = key
        self.calls = calls
        self.holder = holder
        self.until = until
    }
}
