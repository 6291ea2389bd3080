/// Splits the inside of a Liquid tag into words.
struct LiquidLexer {
    enum Token {
        case name(String, Range<Int>)
        /// With its text, for a quoted one.
        case literal(String?, Range<Int>)
        case comparison(Range<Int>)
        case mark(UInt8, Range<Int>)
    }

    /// Names that are no paths.
    static let words: Set<String> = [
        "and", "or", "contains", "true", "false", "nil", "null", "blank", "empty", "in", "by", "with", "as", "reversed",
    ]

    private let bytes: [UInt8]
    private let end: Int
    private var index: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.index = range.lowerBound
        self.end = range.upperBound
    }

    mutating func next() -> Token? {
        skipSpace()
        guard index < end else { return nil }
        let start = index
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            while index < end, bytes[index] != byte { index += 1 }
            let text = String(decoding: bytes[start + 1..<index], as: UTF8.self)
            if index < end { index += 1 }
            return .literal(text, start..<index)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while index < end, Self.isName(bytes[index]) || bytes[index] == UInt8(ascii: ".") { index += 1 }
            return .literal(nil, start..<index)
        case _ where Self.isName(byte) && byte != UInt8(ascii: "-"):
            while index < end, Self.isName(bytes[index]) { index += 1 }
            // `{{ name-}}`: the dash trims space.
            if index == end, bytes[index - 1] == UInt8(ascii: "-"), index - 1 > start { index -= 1 }
            return .name(String(decoding: bytes[start..<index], as: UTF8.self), start..<index)
        case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            if index < end, bytes[index] == UInt8(ascii: "=") {
                index += 1
            } else if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "!") {
                return .mark(byte, start..<index)
            }
            return .comparison(start..<index)
        default: return .mark(byte, start..<index)
        }
    }

    /// Whether a mark comes next, behind spaces.
    func isAt(_ mark: Unicode.Scalar) -> Bool {
        var place = index
        while place < end, bytes[place] == 0x20 { place += 1 }
        return place < end && bytes[place] == UInt8(ascii: mark)
    }

    /// Takes a mark that follows at once.
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard index < end, bytes[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    /// Brackets are looked for so far.
    private static let reach = 200

    /// The inside of brackets that follow at once.
    mutating func brackets() -> Range<Int>? {
        guard index < end, bytes[index] == UInt8(ascii: "[") else { return nil }
        var depth = 0
        for place in index..<min(end, index + Self.reach) {
            if bytes[place] == UInt8(ascii: "[") { depth += 1 }
            if bytes[place] == UInt8(ascii: "]") { depth -= 1 }
            if depth == 0 {
                let inner = index + 1..<place
                index = place + 1
                return inner
            }
        }
        return nil
    }

    private mutating func skipSpace() {
        while index < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF: true
        default: false
        }
    }
}
