/// Prints diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a change.
///
/// `::error file=integration.yaml,line=41,col=13,endLine=41,endColumn=31,title=reference.unknown::tool …`
///
/// Notes and help are further lines of the message, for an annotation has no other place for them.
package struct GitHubDiagnosticPrinter: Sendable {
    package init() {}

    package func print(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(print).joined() }

    private func print(_ diagnostic: Diagnostic) -> String {
        let span = diagnostic.span
        var properties = [("file", span.file), ("line", String(span.start.line)), ("endLine", String(span.end.line))]
        // Columns are shown for ranges within a line only.
        if span.start.line == span.end.line {
            properties.append(("col", String(span.start.column)))
            properties.append(("endColumn", String(span.end.column)))
        }
        properties.append(("title", diagnostic.code.name))
        var lines = [diagnostic.message]
        for note in diagnostic.notes {
            lines.append("note: \(note.message)" + (note.span.map { " (\(PlainDiagnosticPrinter.place($0)))" } ?? ""))
        }
        lines += (diagnostic.help + diagnostic.fixIts.map(\.title)).map { "help: \($0)" }
        let list = properties.map { "\($0)=\(Self.escaped($1, in: "%\r\n:,"))" }.joined(separator: ",")
        return "::\(diagnostic.severity.rawValue) \(list)::"
            + Self.escaped(lines.joined(separator: "\n"), in: "%\r\n") + "\n"
    }

    /// Percent-encodes the characters that end a command or a property.
    private static func escaped(_ text: String, in reserved: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if reserved.unicodeScalars.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
