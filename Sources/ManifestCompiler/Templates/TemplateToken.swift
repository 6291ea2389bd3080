/// One word or mark inside `{{ … }}`, `{% … %}`, a condition or a path.
struct TemplateToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case name(String)
        case text(String)
        case integer(String)
        case decimal(String)
        /// `. | : , == != < > <= >=` and whatever else stands alone.
        case mark(String)
        case end
    }

    var kind: Kind
    /// UTF-8 offsets in the template.
    var range: Range<Int>
}

/// A template that cannot be read: what is wrong and where.
struct TemplateProblem: Error, Hashable {
    var message: String
    var range: Range<Int>
}

/// Splits the inside of braces, a condition or a path into tokens.
struct TemplateLexer {
    private let bytes: [UInt8]
    private var offset: Int
    private let end: Int

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    /// All tokens with an end token behind them.
    static func tokens(_ bytes: [UInt8], in range: Range<Int>) throws(TemplateProblem) -> [TemplateToken] {
        var lexer = TemplateLexer(bytes, in: range)
        var tokens: [TemplateToken] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() throws(TemplateProblem) -> TemplateToken {
        while offset < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
        let start = offset
        guard offset < end else { return TemplateToken(kind: .end, range: end..<end) }
        let byte = bytes[offset]
        if Self.isNameStart(byte) {
            while offset < end, Self.isNameStart(bytes[offset]) || Self.isDigit(bytes[offset]) { offset += 1 }
            return TemplateToken(kind: .name(text(start)), range: start..<offset)
        }
        if Self.isDigit(byte) || (byte == UInt8(ascii: "-") && offset + 1 < end && Self.isDigit(bytes[offset + 1])) {
            offset += 1
            while offset < end, Self.isDigit(bytes[offset]) { offset += 1 }
            guard offset + 1 < end, bytes[offset] == UInt8(ascii: "."), Self.isDigit(bytes[offset + 1]) else {
                return TemplateToken(kind: .integer(text(start)), range: start..<offset)
            }
            offset += 1
            while offset < end, Self.isDigit(bytes[offset]) { offset += 1 }
            return TemplateToken(kind: .decimal(text(start)), range: start..<offset)
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            offset += 1
            while offset < end, bytes[offset] != byte { offset += 1 }
            guard offset < end else {
                throw TemplateProblem(
                    message: "the text that begins here has no closing quote", range: start..<start + 1)
            }
            offset += 1
            let content = String(decoding: bytes[start + 1..<offset - 1], as: UTF8.self)
            return TemplateToken(kind: .text(content), range: start..<offset)
        }
        offset += 1
        if offset < end, bytes[offset] == UInt8(ascii: "="), "=!<>".utf8.contains(byte) { offset += 1 }
        while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return TemplateToken(kind: .mark(text(start)), range: start..<offset)
    }

    private func text(_ start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
