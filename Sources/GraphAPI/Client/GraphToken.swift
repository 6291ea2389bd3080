public import IntegrationKit

/// An access token of the Graph API: of a user, a page, a system user or an app.
///
/// A value that is given to each call, so that calls of different accounts cannot mix. It never shows itself, and the
/// client puts it nowhere but into the `Authorization` header.
public struct GraphToken: Hashable, Sendable {
    public let secret: Secret<String>

    public init(_ secret: Secret<String>) { self.secret = secret }
    public init(_ text: String) { secret = Secret(text) }
}

extension GraphToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "GraphToken(<secret>)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child]) }
}
