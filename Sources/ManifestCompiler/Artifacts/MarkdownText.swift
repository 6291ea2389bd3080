/// The parts of the Markdown documents that are generated.
enum MarkdownText {
    static func table(_ head: [String], _ rows: [[String]]) -> String {
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// A code span, for text of any kind, also in a table.
    static func code(_ text: String) -> String {
        let text = text.replacing("|", with: "\\|").split(whereSeparator: \.isNewline).joined(separator: " ")
        guard text.contains("`") else { return "`\(text)`" }
        return "`` \(text) ``"
    }

    /// Prose on one line that Markdown leaves as it is.
    static func prose(_ text: String) -> String {
        var result = ""
        for character in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
            if "\\|<>*_`[]#".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }

    /// Our own prose: code spans stay, and nothing ends a cell of a table.
    static func marked(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
