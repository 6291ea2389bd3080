#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Base64 (RFC 4648, section 4), with padding.
enum Base64 {
    /// - Returns: nil unless `text` is Base64 from its first to its last character.
    static func decoded(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }

    static func encoded(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
