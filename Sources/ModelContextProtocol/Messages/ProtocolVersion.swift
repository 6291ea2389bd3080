/// A revision of the Model Context Protocol (modelcontextprotocol.io/specification), named by its date.
public enum ProtocolVersion: String, CaseIterable, Hashable, Sendable {
    case november2024 = "2024-11-05"
    case march2025 = "2025-03-26"
    case june2025 = "2025-06-18"
    case november2025 = "2025-11-25"
    case july2026 = "2026-07-28"

    /// The newest one that is negotiated by `initialize`.
    static let newestLegacy = ProtocolVersion.november2025
    /// What a request without the version header speaks (2025-11-25, basic/transports: "Protocol Version Header").
    static let assumedWithoutHeader = ProtocolVersion.march2025
    /// What `server/discover` and the error -32022 list. The older ones are reached by `initialize`, so they are not
    /// named there; the two lists must be equal.
    static let modern: [ProtocolVersion] = [.july2026]

    /// Whether requests stand alone and carry their version in `_meta`, instead of following a handshake.
    public var isModern: Bool { self >= .july2026 }
}

extension ProtocolVersion: Comparable {
    /// The older revision is the smaller one.
    public static func < (left: ProtocolVersion, right: ProtocolVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}
