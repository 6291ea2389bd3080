/// Reads text byte by byte: what the checks of formats are written with. All of those formats are ASCII.
struct ByteReader {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// Reads `byte`, if it is the next one.
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard let next = rest.first, UInt32(next) == byte.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads one byte of a kind, if such a one is next.
    mutating func take(_ kind: (UInt8) -> Bool) -> Bool {
        guard let next = rest.first, kind(next) else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads as many bytes of a kind as there are, and says how many.
    mutating func takeAll(_ kind: (UInt8) -> Bool) -> Int {
        var count = 0
        while take(kind) { count += 1 }
        return count
    }

    /// Reads a number of exactly `digits` digits (at most 18); nil, and nothing is read, when there is none.
    mutating func number(digits: Int) -> Int? {
        let text = rest.prefix(digits)
        guard text.count == digits, text.allSatisfy(\.isDigit) else { return nil }
        rest.removeFirst(digits)
        return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

extension UInt8 {
    var isDigit: Bool { self &- UInt8(ascii: "0") <= 9 }
    var isHexDigit: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") <= 5 }
    var isSmallLetter: Bool { self &- UInt8(ascii: "a") <= 25 }
    var isLetter: Bool { (self | 0x20).isSmallLetter }
    var isLetterOrDigit: Bool { isLetter || isDigit }
}
