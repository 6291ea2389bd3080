/// The parts of the Markdown documents that are generated.
enum MarkdownText {
    static func table(_ head: [String], _ rows: [[String]]) -> String {
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// A code span, for text of any kind, also in a table.
    static func code(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return "`\(text)`" }
        let text = text.replacing("|", with: "\\|").split(whereSeparator: \.isNewline).joined(separator: " ")
            .withoutHiddenMarks
        guard text.contains("`") else { return "`\(text)`" }
        return "`` \(text) ``"
    }

    /// Prose on one line that Markdown leaves as it is.
    static func prose(_ text: String) -> String {
        let line = TextWrapping.onOneLine(text).withoutHiddenMarks
        guard line.utf8.contains(where: marks.contains) else { return line }
        var result: [UInt8] = []
        for byte in line.utf8 {
            if marks.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What means something in Markdown's text.
    private static let marks = Array("\\|<>*_`[]#".utf8)

    /// Whether a code span has the character as it is: visible ASCII but `|` and the backtick.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "|") && byte != UInt8(ascii: "`")
    }

    /// Our own prose: code spans stay, and nothing ends a cell of a table.
    static func marked(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
