/// The spelling of names and arguments in `Mcp-Name` and `Mcp-Param-…` headers (2026-07-28,
/// basic/transports/streamable-http, "value encoding"): plain, or `=?base64?…?=` around the base64 of the UTF-8 bytes.
enum HeaderText {
    private static let prefix = "=?base64?"
    private static let suffix = "?="

    /// The text that `value` spells; nil when it has both markers but what is between them is no canonical base64 of
    /// valid UTF-8. With only one marker it is taken literally.
    static func decoded(_ value: Substring) -> String? {
        guard value.utf8.count >= prefix.utf8.count + suffix.utf8.count, value.hasPrefix(prefix),
            value.hasSuffix(suffix)
        else { return String(value) }
        let payload = value.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
        return base64Decoded(payload).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// RFC 4648 section 4 with padding; bits that carry nothing must be zero, so that a text has one spelling only.
    private static func base64Decoded(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.dropLast(padding) {
            guard let value = sixBits(byte) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bits & (1 << UInt32(count) - 1) == 0 ? bytes : nil
    }

    private static func sixBits(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
