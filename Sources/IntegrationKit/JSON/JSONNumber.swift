/// A JSON number, kept as the text that spells it, so that `1e400` or an integer of thirty digits is passed on
/// unharmed.
///
/// Equality and hashing are by spelling: `1`, `1.0` and `1e0` are three different values of this type. Compare
/// ``int64`` or ``double`` to compare what they stand for.
public struct JSONNumber: Hashable, Sendable {
    /// The exact spelling. Always valid by RFC 8259 section 6.
    public let text: String

    /// The integer in its shortest spelling.
    public init(_ value: Int64) {
        text = String(value)
    }

    /// The integer in its shortest spelling.
    public init(_ value: Int) {
        text = String(value)
    }

    /// The shortest spelling that reads back as the same `Double`; whole numbers are written without `.0`.
    ///
    /// nil for infinities and NaN, which JSON cannot say.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let spelling = value.description
        text = spelling.hasSuffix(".0") ? String(spelling.dropLast(2)) : spelling
    }

    /// The number that `text` spells; nil unless the whole of `text` is a JSON number.
    public init?(text: String) {
        var text = text
        let isNumber = text.withUTF8 { bytes in
            let scanner = JSONParser(bytes: bytes, duplicateKeys: .reject, maximumDepth: 0)
            return (try? scanner.scanNumber()) == bytes.count
        }
        guard isNumber else { return nil }
        self.text = text
    }

    /// For spellings that were checked already.
    init(checked text: String) {
        self.text = text
    }

    /// The number as an exact 64-bit integer.
    ///
    /// Spellings without an exponent whose fraction, if any, is all zeros are read: `42`, `-0`, `42.0`, `7.000`.
    /// nil for every other spelling (`4e1`, `0.5`) and for integers that do not fit.
    public var int64: Int64? {
        if let value = Int64(text) { return value }
        guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let fraction = text.utf8[text.utf8.index(after: point)...]
        guard fraction.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        return Int64(text[..<point])
    }

    /// The nearest `Double`; infinite when the number is beyond the range of `Double`, zero when it is too close
    /// to zero to be told from it.
    public var double: Double {
        Double(text) ?? .infinity
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The exact spelling.
    public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    /// The integer in its shortest spelling.
    public init(integerLiteral value: Int64) {
        self.init(value)
    }
}
