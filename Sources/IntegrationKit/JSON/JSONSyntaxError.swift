/// Why some bytes are not the JSON that was asked for, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// There is nothing but white space.
        case empty
        /// The text starts with a byte order mark, which RFC 8259 section 8.1 forbids to send.
        case byteOrderMark
        /// The text ends inside a value.
        case unexpectedEnd
        /// Something else stands where `expected` should, for example "a value" or "',' or '}'".
        case unexpectedByte(UInt8, expected: String)
        /// More text follows the value.
        case trailingText
        /// A number that is not spelled as RFC 8259 section 6 says: `01`, `1.`, `+1`, `.5`.
        case invalidNumber
        /// A control character (below U+0020) stands unescaped in a string.
        case controlCharacter(UInt8)
        /// A backslash is followed by something that is no escape.
        case invalidEscape
        /// A `\uD800`…`\uDFFF` escape without its other half.
        case loneSurrogate
        /// Bytes that are not UTF-8: overlong, truncated, a surrogate, or beyond U+10FFFF.
        case invalidUTF8
        /// The same key twice in one object.
        case duplicateKey(String)
        /// Arrays and objects are nested deeper than this many levels.
        case tooDeep(maximum: Int)
    }

    /// What is wrong.
    public let reason: Reason
    /// The place of the problem in bytes from the start, from 0.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int

    init(_ failure: JSONParser.Failure, in bytes: UnsafeBufferPointer<UInt8>) {
        reason = failure.reason
        offset = failure.offset
        var line = 1
        var column = 1
        for byte in bytes[..<min(failure.offset, bytes.count)] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                column += 1
            }
        }
        self.line = line
        self.column = column
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    /// For example `line 3, column 14 (byte 52): a value is missing here; found '}'`.
    public var description: String {
        "line \(line), column \(column) (byte \(offset)): \(message)"
    }

    /// What is wrong, without the place.
    public var message: String {
        switch reason {
        case .empty: "the text is empty; a JSON value is needed"
        case .byteOrderMark: "the text starts with a byte order mark; leave it out"
        case .unexpectedEnd: "the text ends in the middle of a value"
        case .unexpectedByte(let byte, let expected): "expected \(expected), found \(Self.name(of: byte))"
        case .trailingText: "more text follows the value; only one value is allowed"
        case .invalidNumber: "this is not a number as JSON spells them, for example -12.5e3"
        case .controlCharacter(let byte):
            "the control character \(Self.name(of: byte)) must be escaped in a string"
        case .invalidEscape:
            "this is no escape; JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits"
        case .loneSurrogate: "this \\u escape is one half of a surrogate pair without the other half"
        case .invalidUTF8: "these bytes are not valid UTF-8"
        case .duplicateKey(let key):
            "the key \(JSON.string(String(key.prefix(64))).serialized()) stands twice in this object"
        case .tooDeep(let maximum): "arrays and objects are nested deeper than \(maximum) levels"
        }
    }

    private static func name(of byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return "'\(Character(UnicodeScalar(byte)))'" }
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 0x80 ? "U+00" + (digits.count < 2 ? "0" : "") + digits : "byte 0x" + digits
    }
}
