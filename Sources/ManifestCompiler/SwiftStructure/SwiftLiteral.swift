/// How text is written in Swift source.
package enum SwiftLiteral {
    /// The contents of a string literal, without its quotes.
    package static func escaped(_ text: String) -> String {
        if isPlain(text) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0": result += "\\0"
            case _ where scalar.isHidden: result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether the text is its own literal: visible ASCII without quotes and backslashes, as most texts are.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    /// A string literal: raw where that is easier to read.
    package static func literal(_ text: String) -> String {
        if isPlain(text) { return "\"\(text)\"" }
        let isVisible = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !$0.isHidden }
        if isVisible, text.contains("\\") || text.contains("\""), !text.contains("\"#"), !text.contains("\\#") {
            return "#\"\(text)\"#"
        }
        return "\"\(escaped(text))\""
    }
}

/// The words that Swift keeps for itself.
package enum SwiftKeywords {
    /// Names that need backticks where something is declared under them.
    package static let reserved: Set<String> = [
        "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
        "if",
        "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
        "switch",
        "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// The name as it is declared or used alone.
    package static func escaped(_ name: String) -> String { reserved.contains(name) ? "`\(name)`" : name }

    /// The name as the label of an argument, where only one of the words needs backticks.
    package static func label(_ name: String) -> String { name == "inout" ? "`inout`" : name }
}
