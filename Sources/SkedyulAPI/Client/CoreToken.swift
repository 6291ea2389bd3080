public import IntegrationKit

/// A bearer token of Skedyul's Core API, and how far it reaches.
///
/// The platform hands tokens to an integration in the environment of each call; the prefix tells the scope.
/// Source: the wire protocol of skedyul-node 1.7, "Tokens".
public struct CoreToken: Hashable, Sendable {
    /// What a token gives access to.
    public enum Scope: String, Sendable, CaseIterable {
        /// All installations of the app; long-lived.
        case app = "sk_app_"
        /// One installation; lives about an hour.
        case installation = "sk_wkp_"
        /// One version of the app; given to the provision hook and to developers' pages.
        case provision = "sk_prv_"
    }

    public let secret: Secret<String>

    public init(_ secret: Secret<String>) {
        self.secret = secret
    }

    /// The scope that the prefix tells, or nil for a token of a kind that this version does not know.
    public var scope: Scope? {
        Scope.allCases.first { secret.expose().hasPrefix($0.rawValue) }
    }

    /// Whether `token.exchange` takes it: a token of one installation cannot be exchanged for another's.
    public var canBeExchanged: Bool {
        scope == .app || scope == .provision
    }
}

extension CoreToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Its kind, never itself.
    public var description: String { "CoreToken(\(scope.map { "\($0)" } ?? "of an unknown kind"))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child]) }
}
