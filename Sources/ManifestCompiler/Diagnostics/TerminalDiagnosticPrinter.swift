/// Prints diagnostics for people: the source line with the range underlined, notes with theirs, and help.
///
/// ```
/// error: tool `add_watsapp_number` is not declared [reference.unknown]
///   --> integration.yaml:41:25
///    |
/// 41 |         submit: { tool: add_watsapp_number, label: Add }
///    |                         ^^^^^^^^^^^^^^^^^^
///    = help: replace with `add_whatsapp_number`
/// ```
package struct TerminalDiagnosticPrinter: Sendable {
    /// Colours text for a terminal; the identity where there is no colour.
    package enum Style: Sendable, Hashable {
        case error, warning, note, help, gutter, message
    }

    /// Longest excerpt of a line, in characters; longer lines are cut around the range.
    static let excerptWidth = 120

    private let sources: [String: SourceText]
    private let paint: @Sendable (String, Style) -> String

    /// - Parameters:
    ///   - sources: The files that the diagnostics point into.
    ///   - paint: Colours a piece of text; the default leaves it as it is.
    package init(sources: [SourceFile], paint: @escaping @Sendable (String, Style) -> String = { text, _ in text }) {
        self.sources = Dictionary(sources.map { ($0.path, SourceText($0)) }) { first, _ in first }
        self.paint = paint
    }

    package func print(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(print).joined(separator: "\n")
    }

    package func print(_ diagnostic: Diagnostic) -> String {
        let style: Style = diagnostic.severity == .error ? .error : .warning
        let code = paint("[\(diagnostic.code.name)]", .gutter)
        let title = paint("\(diagnostic.severity.rawValue):", style) + " " + paint(diagnostic.message, .message)
        var text = "\(title) \(code)\n" + excerpt(diagnostic.span, style)
        let gutter = String(repeating: " ", count: gutterWidth(diagnostic.span))
        for note in diagnostic.notes {
            if let span = note.span {
                text += paint("note:", .note) + " \(note.message)\n" + excerpt(span, .note)
            } else {
                text += paint("\(gutter) = note:", .note) + " \(note.message)\n"
            }
        }
        for help in diagnostic.help + diagnostic.fixIts.map(\.title) {
            text += paint("\(gutter) = help:", .help) + " \(help)\n"
        }
        return text
    }

    private func gutterWidth(_ span: SourceSpan) -> Int { String(span.start.line).count }

    private func excerpt(_ span: SourceSpan, _ style: Style) -> String {
        let width = gutterWidth(span)
        let gutter = String(repeating: " ", count: width)
        var text = paint("\(gutter)--> ", .gutter) + PlainDiagnosticPrinter.place(span) + "\n"
        guard let line = sources[span.file]?.line(span.start.line) else { return text }
        let scalars = Array(line.unicodeScalars)
        let first = min(span.start.column - 1, scalars.count)
        let last = span.end.line == span.start.line ? min(span.end.column - 1, scalars.count) : scalars.count
        let cut = max(0, min(first, first - Self.excerptWidth / 3))
        let shown = scalars[cut..<min(scalars.count, cut + Self.excerptWidth)]
        let indent = scalars[cut..<first].map { $0 == "\t" ? "\t" : " " }.joined()
        let marks = String(repeating: "^", count: max(1, min(last, cut + Self.excerptWidth) - first))
        text += paint("\(gutter) |", .gutter) + "\n"
        text += paint("\(span.start.line) |", .gutter) + " " + String(String.UnicodeScalarView(shown)) + "\n"
        text += paint("\(gutter) |", .gutter) + " " + indent + paint(marks, style) + "\n"
        return text
    }
}
