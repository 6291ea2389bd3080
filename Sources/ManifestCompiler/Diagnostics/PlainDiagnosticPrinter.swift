/// Prints one line a diagnostic, as compilers do and as build logs and editors read it:
/// `integration.yaml:41:13: error: tool `add_watsapp_number` is not declared [reference.unknown]`.
///
/// Notes and help follow on lines of their own, in the same form.
package struct PlainDiagnosticPrinter: Sendable {
    /// Whether notes, help and replacements are printed too.
    package var withDetails: Bool

    package init(withDetails: Bool = true) { self.withDetails = withDetails }

    package func print(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(print).joined()
    }

    package func print(_ diagnostic: Diagnostic) -> String {
        let place = Self.place(diagnostic.span)
        let message = DisplayText.oneLine(diagnostic.message)
        var text = "\(place): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.code.name)]\n"
        guard withDetails else { return text }
        for note in diagnostic.notes {
            let place = note.span.map(Self.place) ?? place
            text += "\(place): note: \(DisplayText.oneLine(note.message))\n"
        }
        for help in diagnostic.help { text += "\(place): help: \(DisplayText.oneLine(help))\n" }
        for fixIt in diagnostic.fixIts {
            text += "\(Self.place(fixIt.span)): help: \(DisplayText.oneLine(fixIt.title))\n"
        }
        return text
    }

    static func place(_ span: SourceSpan) -> String { "\(span.file):\(span.start.line):\(span.start.column)" }
}
