/// A value written in the manifest: a default, an option, a literal in `where`, an `x-…` extension.
package indirect enum ManifestValue: Sendable, Hashable {
    case text(String)
    case integer(Int64)
    /// In plain notation, so that a DECIMAL loses nothing.
    case decimal(String)
    case boolean(Bool)
    case list([ManifestValue])
    /// In the order written.
    case map([Entry])

    /// One key of a map with its value.
    package struct Entry: Sendable, Hashable {
        package var key: String
        package var value: ManifestValue
    }
}

/// A length of time in the manifest: one whole number and one unit of `ms s m h d`.
package struct ManifestDuration: Sendable, Hashable, Comparable {
    package var milliseconds: Int64

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// `nil` unless the text is digits and one of `ms s m h d`, and the result fits 64 bits.
    package init?(_ text: String) {
        let digits = text.prefix(while: { $0.isASCII && $0.isNumber })
        let scale: Int64
        switch text.dropFirst(digits.count) {
        case "ms": scale = 1
        case "s": scale = 1_000
        case "m": scale = 60_000
        case "h": scale = 3_600_000
        case "d": scale = 86_400_000
        default: return nil
        }
        guard let count = Int64(digits) else { return nil }
        let (result, overflow) = count.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        milliseconds = result
    }

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
}

/// An amount of bytes in the manifest: a whole number and `KB`, `MB` or `GB`, 1024-based.
package struct ByteCount: Sendable, Hashable {
    package var bytes: Int64

    /// `nil` unless the text is digits and one of `KB MB GB`, and the result fits 64 bits.
    package init?(_ text: String) {
        let scale: Int64
        switch text.suffix(2) {
        case "KB": scale = 1 << 10
        case "MB": scale = 1 << 20
        case "GB": scale = 1 << 30
        default: return nil
        }
        let digits = text.dropLast(2)
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int64(digits) else {
            return nil
        }
        let (result, overflow) = count.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        bytes = result
    }

    package init(bytes: Int64) { self.bytes = bytes }
}
