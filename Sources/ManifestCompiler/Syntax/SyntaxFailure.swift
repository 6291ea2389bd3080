/// Turns libyaml's reason for giving up into a sentence in the author's words.
struct SyntaxFailure {
    let source: SourceText
    let failure: YAMLFailure

    func diagnostic() -> Diagnostic {
        let bytes = source.file.bytes
        let here = failure.position
        let next = here.offset < bytes.count ? bytes[here.offset] : nil
        let problem = failure.problem
        let context = failure.context
        if problem.contains("found character that cannot start any token") {
            if next == 0x09 { return tab(at: here) }
            return Diagnostic(
                .yamlCharacter, "a plain text cannot start with `\(character(at: here.offset))`",
                at: span(here, 1), help: ["put the text in quotes"])
        }
        if problem.contains("tab character") { return tab(at: here) }
        if context.contains("quoted scalar")
            || problem.contains("unexpected end of stream") && context.contains("quoted")
        {
            if problem.contains("escape") || problem.contains("hexdecimal") || problem.contains("Unicode") {
                return Diagnostic(
                    .yamlQuote, "this is not an escape that double quotes know", at: span(here, 1),
                    help: ["single quotes take a backslash as it is"])
            }
            return Diagnostic(
                .yamlQuote, "the quote that opens here is not closed", at: span(failure.contextPosition, 1),
                notes: [Diagnostic.Note("it runs on to here", at: span(here, 0))])
        }
        if context.contains("flow mapping") || context.contains("flow sequence") {
            return brokenBracket(next: next)
        }
        if problem.contains("mapping values are not allowed") {
            return Diagnostic(
                .yamlColon, "a key cannot start here: this `:` stands inside the plain text before it",
                at: span(here, 1), help: ["put the text in quotes"])
        }
        if let tab = tabIndent(line: here.line) { return tab }
        if problem.contains("did not find expected key") || problem.contains("did not find expected '-' indicator")
            || problem.contains("did not find expected <document start>") || problem.contains("block sequence entries")
        {
            return Diagnostic(
                .yamlIndentation, "the indentation of this line fits nothing above it", at: span(here, 1),
                notes: context.isEmpty || failure.contextPosition.column == 1
                    ? []
                    : [Diagnostic.Note("it would belong to what starts here", at: span(failure.contextPosition, 0))])
        }
        if problem.contains("could not find expected ':'") {
            return Diagnostic(
                .yamlSyntax, "this is neither `key: value` nor part of the value above",
                at: span(failure.contextPosition, 1), help: ["write `key: value`, or indent the line"])
        }
        return Diagnostic(.yamlSyntax, "the YAML is broken: \(problem)", at: span(here, 1))
    }

    private func brokenBracket(next: UInt8?) -> Diagnostic {
        let open = failure.contextPosition
        let bracket = character(at: open.offset)
        let closer = bracket == "[" ? "]" : "}"
        let note = Diagnostic.Note("`\(bracket)` is opened here", at: span(open, 1))
        if failure.position.offset >= source.file.bytes.count {
            return Diagnostic(.yamlBracket, "the `\(bracket)` that opens here is not closed", at: span(open, 1))
        }
        if next == UInt8(ascii: "?"), failure.position.offset > 0,
            source.file.bytes[failure.position.offset - 1] == UInt8(ascii: "]")
        {
            return Diagnostic(
                .yamlBracket, "an optional list must be quoted", at: span(failure.position, 1), notes: [note],
                help: ["write '[T]?' with the quotes"])
        }
        return Diagnostic(
            .yamlBracket, "expected `,` or `\(closer)` before `\(character(at: failure.position.offset))`",
            at: span(failure.position, 1), notes: [note], help: ["put a text that has brackets or colons in quotes"])
    }

    private func tab(at position: SourcePosition) -> Diagnostic {
        Diagnostic(.yamlTab, "a tab cannot indent; use spaces", at: span(position, 1))
    }

    private func tabIndent(line: Int) -> Diagnostic? {
        guard let text = source.line(line) else { return nil }
        var column = 1
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                let bytes = failure.position.offset - (failure.position.column - column)
                return tab(at: SourcePosition(line: line, column: column, offset: max(0, bytes)))
            }
            guard scalar == " " else { return nil }
            column += 1
        }
        return nil
    }

    private func character(at offset: Int) -> String {
        guard offset < source.file.bytes.count else { return "end of file" }
        let bytes = source.file.bytes[offset..<min(offset + 4, source.file.bytes.count)]
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map {
            $0 == "\n" ? "end of line" : String($0)
        } ?? ""
    }

    private func span(_ start: SourcePosition, _ length: Int) -> SourceSpan {
        var end = start
        let bytes = source.file.bytes
        if length > 0, start.offset < bytes.count, bytes[start.offset] != 0x0A {
            end.column += 1
            end.offset += 1
            while end.offset < bytes.count, bytes[end.offset] & 0xC0 == 0x80 { end.offset += 1 }
        }
        return SourceSpan(file: source.file.path, start: start, end: end)
    }
}
