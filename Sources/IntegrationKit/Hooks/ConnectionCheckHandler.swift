#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The hand-written half of `hooks.connection_check`: asks the provider, once a day for each connection, whether it
/// still takes what was granted. One process asks at a time.
///
/// What it writes commits together with what the runtime notes. When it throws, it is asked again a while later.
public protocol ConnectionCheckHandler: Sendable {
    associatedtype Owner: Integration
    typealias Context = HookContext<Owner>

    static func check(in context: Context) async throws -> ConnectionState
}

/// What the provider says of a connection.
public struct ConnectionState: Hashable, Sendable {
    /// When the first of what was granted ends, so that somebody has to connect again; nil: never, as far as it tells.
    public var expiresAt: Date?
    /// The person's id at the provider; nil leaves what is known.
    public var accountID: String?

    public init(expiresAt: Date?, accountID: String? = nil) {
        self.expiresAt = expiresAt
        self.accountID = accountID
    }
}
