/// A value that must not be seen: an access token, an app secret, an encrypted field.
///
/// It shows itself nowhere by accident: not in `print`, string interpolation, `dump`, a debugger's mirror or a log's
/// metadata. It is not JSON-convertible either. Only ``expose()`` gives it away, and says so where it is called.
public struct Secret<Wrapped: Sendable>: Sendable {
    private let value: Wrapped

    /// Wraps the value as soon as it is known.
    public init(_ value: Wrapped) {
        self.value = value
    }

    /// The value itself. Pass it straight to where it is needed; do not keep it.
    public func expose() -> Wrapped { value }

    /// A secret made from this one, for example a header from a token.
    public func map<Other: Sendable>(_ transform: (Wrapped) throws -> Other) rethrows -> Secret<Other> {
        Secret<Other>(try transform(value))
    }
}

extension Secret: Equatable where Wrapped: Equatable {}

extension Secret: Hashable where Wrapped: Hashable {}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `<secret>`.
    public var description: String { "<secret>" }
    /// Always `<secret>`.
    public var debugDescription: String { "<secret>" }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child], displayStyle: .struct) }
}
