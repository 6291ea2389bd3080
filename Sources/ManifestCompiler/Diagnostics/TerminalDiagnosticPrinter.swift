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
        let message = paint(DisplayText.oneLine(diagnostic.message), .message)
        var text = paint("\(diagnostic.severity.rawValue):", style) + " \(message) \(code)\n"
        text += excerpt(diagnostic.span, style)
        let gutter = String(repeating: " ", count: gutterWidth(diagnostic.span))
        for note in diagnostic.notes {
            let message = DisplayText.oneLine(note.message)
            if let span = note.span {
                text += paint("note:", .note) + " \(message)\n" + excerpt(span, .note)
            } else {
                text += paint("\(gutter) = note:", .note) + " \(message)\n"
            }
        }
        for help in diagnostic.help + diagnostic.fixIts.map(\.title) {
            text += paint("\(gutter) = help:", .help) + " \(DisplayText.oneLine(help))\n"
        }
        return text
    }

    private func gutterWidth(_ span: SourceSpan) -> Int { String(span.end.line).count }

    /// The first line of the range, and the last if it is another, each with its part of the range underlined.
    private func excerpt(_ span: SourceSpan, _ style: Style) -> String {
        let gutter = String(repeating: " ", count: gutterWidth(span))
        var text = paint("\(gutter)--> ", .gutter) + PlainDiagnosticPrinter.place(span) + "\n"
        guard let source = sources[span.file], let first = source.line(span.start.line) else { return text }
        text += paint("\(gutter) |", .gutter) + "\n"
        func show(_ line: Int, _ excerpt: LineExcerpt) {
            let number = String(line)
            let padding = String(repeating: " ", count: max(0, gutter.count - number.count))
            text += paint("\(padding)\(number) |", .gutter) + " " + excerpt.text + "\n"
            text += paint("\(gutter) |", .gutter) + " " + excerpt.indent + paint(excerpt.marks, style) + "\n"
        }
        let start = span.start.column - 1
        guard span.end.line > span.start.line else {
            show(span.start.line, LineExcerpt(first, start..<max(start, span.end.column - 1)))
            return text
        }
        show(span.start.line, LineExcerpt(first, start..<max(start, first.unicodeScalars.count)))
        guard span.end.column > 1, let last = source.line(span.end.line) else { return text }
        if span.end.line > span.start.line + 1 { text += paint("\(gutter) :", .gutter) + "\n" }
        let indent = last.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
        show(span.end.line, LineExcerpt(last, min(indent, span.end.column - 2)..<(span.end.column - 1)))
        return text
    }
}

/// A line as a terminal shows it, cut around a range if it is long.
struct LineExcerpt {
    /// Most columns that are shown of a line.
    static let width = 120

    /// What is shown of the line: tabs are spaces, and what cannot be shown is replaced.
    private(set) var text = ""
    /// Spaces up to the range.
    private(set) var indent = ""
    /// As many `^` as the range is wide, at least one.
    private(set) var marks = ""

    /// - Parameter range: Indices of Unicode scalars, from 0; they may lie behind the line's end.
    init(_ line: String, _ range: Range<Int>) {
        var cells: [(text: String, width: Int)] = []
        var column = 0
        for scalar in line.unicodeScalars {
            let isTab = scalar == "\t"
            let shown = DisplayText.visible(scalar)
            let width = isTab ? DisplayText.tabWidth - column % DisplayText.tabWidth : DisplayText.width(shown)
            cells.append((isTab ? String(repeating: " ", count: width) : String(shown), width))
            column += width
        }
        let lower = min(range.lowerBound, cells.count)
        let upper = min(max(range.upperBound, lower), cells.count)
        var start = 0
        if column > Self.width {
            // A third of the width stands before the range.
            var room = Self.width / 3
            start = lower
            while start > 0, room > cells[start - 1].width {
                start -= 1
                room -= cells[start].width
            }
        }
        if start > 0 { add("…", 1, marked: false) }
        var used = start > 0 ? 1 : 0
        var end = start
        while end < cells.count, used + cells[end].width <= Self.width {
            add(cells[end].text, cells[end].width, marked: end >= lower && end < upper, isBefore: end < lower)
            used += cells[end].width
            end += 1
        }
        if end < cells.count { text += "…" }
        if marks.isEmpty { marks = "^" }
    }

    private mutating func add(_ piece: String, _ width: Int, marked: Bool, isBefore: Bool = true) {
        text += piece
        if marked {
            marks += String(repeating: "^", count: width)
        } else if isBefore {
            indent += String(repeating: " ", count: width)
        }
    }
}
