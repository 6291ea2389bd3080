/// What an installation can do once a setup step is completed, for example `google.connected`. Those of an integration
/// are generated, as `Capabilities.Google.connected`.
public struct Capability: Hashable, Sendable, CustomStringConvertible {
    /// As the manifest's `grants` has it.
    public let name: String

    public init(_ name: String) { self.name = name }

    public var description: String { name }
}
