/// Bytes as base 64 with `+` and `/`, padded with `=` (RFC 4648 section 4).
public enum Base64 {
    /// The padded spelling, without line breaks.
    public static func encode(_ bytes: [UInt8]) -> String {
        Base64Alphabet.standard.encode(bytes, padded: true)
    }

    /// The bytes that `text` spells.
    ///
    /// - Returns: `nil` unless `text` is exactly what ``encode(_:)`` gives for some bytes: foreign characters, white
    ///   space, missing padding and stray bits after the last byte are refused, so that one value has one spelling.
    public static func decode(_ text: some StringProtocol) -> [UInt8]? {
        Base64Alphabet.standard.decode(text, padding: .required)
    }
}

/// Bytes as base 64 with `-` and `_` and no padding: safe in URLs and file names (RFC 4648 section 5).
public enum Base64URL {
    /// The unpadded spelling.
    public static func encode(_ bytes: [UInt8]) -> String {
        Base64Alphabet.urlSafe.encode(bytes, padded: false)
    }

    /// The bytes that `text` spells. Padding may be there or not, since some senders add it (Meta's `signed_request`
    /// does not); everything else is as strict as ``Base64/decode(_:)``.
    public static func decode(_ text: some StringProtocol) -> [UInt8]? {
        Base64Alphabet.urlSafe.decode(text, padding: .optional)
    }
}

/// One of the two alphabets of RFC 4648, with its inverse.
struct Base64Alphabet: Sendable {
    enum Padding { case required, optional }

    static let standard = Base64Alphabet(last: "+/")
    static let urlSafe = Base64Alphabet(last: "-_")

    private static let pad = UInt8(ascii: "=")
    private static let none: UInt8 = 0xFF

    private let digits: [UInt8]
    /// The value of each of the 256 bytes as a digit, ``none`` where it is no digit.
    private let values: [UInt8]

    private init(last: String) {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8) + Array(last.utf8)
        var values = [UInt8](repeating: Self.none, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        self.digits = digits
        self.values = values
    }

    func encode(_ bytes: [UInt8], padded: Bool) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let available = min(3, bytes.count - index)
            var group: UInt32 = 0
            for offset in 0..<3 {
                group = group << 8 | (offset < available ? UInt32(bytes[index + offset]) : 0)
            }
            for digit in 0...available { text.append(digits[Int(group >> (18 - 6 * UInt32(digit)) & 63)]) }
            if padded { for _ in available..<3 { text.append(Self.pad) } }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    func decode(_ text: some StringProtocol, padding: Padding) -> [UInt8]? {
        var digits = ArraySlice(Array(text.utf8))
        let padCount = digits.reversed().prefix(2).prefix { $0 == Self.pad }.count
        digits = digits.dropLast(padCount)
        let needed = (4 - digits.count % 4) % 4
        // One leftover digit holds six bits: no byte.
        guard needed != 3, padCount == needed || (padding == .optional && padCount == 0) else { return nil }

        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 3 / 4)
        var pending: UInt32 = 0
        var pendingBits: UInt32 = 0
        for digit in digits {
            let value = values[Int(digit)]
            guard value != Self.none else { return nil }
            pending = pending << 6 | UInt32(value)
            pendingBits += 6
            if pendingBits >= 8 {
                pendingBits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> pendingBits))
                pending &= (1 << pendingBits) - 1
            }
        }
        return pending == 0 ? bytes : nil
    }
}
