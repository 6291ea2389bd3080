/// Prints diagnostics as JSON for editors: an array of objects in the shape of the Language Server
/// Protocol's `Diagnostic` (version 3.17), with the file's path in `uri`.
///
/// Lines and characters count from 0, characters in UTF-16 code units, as that protocol has it by default.
package struct JSONDiagnosticPrinter: Sendable {
    private let sources: [String: SourceText]

    package init(sources: [SourceFile]) {
        self.sources = Dictionary(sources.map { ($0.path, SourceText($0)) }) { first, _ in first }
    }

    package func print(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "[]\n" }
        return "[\n" + diagnostics.map { "  " + print($0) }.joined(separator: ",\n") + "\n]\n"
    }

    private func print(_ diagnostic: Diagnostic) -> String {
        let notes = diagnostic.notes.map { note in
            let location = location(note.span ?? diagnostic.span)
            return "{\"location\":\(location),\"message\":\(Self.quote(note.message))}"
        }
        let fixes = diagnostic.fixIts.map { fix in
            "{\"title\":\(Self.quote(fix.title)),\"range\":\(range(fix.span)),"
                + "\"newText\":\(Self.quote(fix.replacement))}"
        }
        let members: [(String, String)] = [
            ("uri", Self.quote(diagnostic.span.file)),
            ("range", range(diagnostic.span)),
            ("severity", diagnostic.severity == .error ? "1" : "2"),
            ("code", Self.quote(diagnostic.code.name)),
            ("source", Self.quote("integration")),
            ("message", Self.quote(diagnostic.message)),
            ("relatedInformation", "[" + notes.joined(separator: ",") + "]"),
            ("help", "[" + diagnostic.help.map(Self.quote).joined(separator: ",") + "]"),
            ("fixes", "[" + fixes.joined(separator: ",") + "]"),
        ]
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    private func location(_ span: SourceSpan) -> String {
        "{\"uri\":\(Self.quote(span.file)),\"range\":\(range(span))}"
    }

    private func range(_ span: SourceSpan) -> String {
        "{\"start\":\(position(span.start, in: span.file)),\"end\":\(position(span.end, in: span.file))}"
    }

    private func position(_ position: SourcePosition, in file: String) -> String {
        let scalars = sources[file]?.line(position.line)?.unicodeScalars.prefix(position.column - 1)
        let character = scalars?.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) } ?? position.column - 1
        return "{\"line\":\(position.line - 1),\"character\":\(character)}"
    }

    static func quote(_ text: String) -> String {
        var writer = JSONWriter()
        writer.quoted(text)
        return writer.text
    }
}
