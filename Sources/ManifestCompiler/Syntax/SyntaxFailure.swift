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
        if let template = unquotedTemplate(line: here.line) ?? unquotedTemplate(line: here.line - 1) { return template }
        if problem.contains("found character that cannot start any token") {
            if next == 0x09 { return tab(at: here) }
            return Diagnostic(
                .yamlCharacter, "a plain text cannot start with `\(character(at: here.offset))`",
                at: span(here, 1), help: quotes(from: here.offset).isEmpty ? ["put the text in quotes"] : [],
                fixIts: quotes(from: here.offset))
        }
        if problem.contains("tab character") { return tab(at: here) }
        if context.contains("quoted scalar")
            || problem.contains("unexpected end of stream") && context.contains("quoted")
        {
            if problem.contains("escape") || problem.contains("hexdecimal") || problem.contains("Unicode") {
                return Diagnostic(
                    .yamlQuote, "this is not an escape that double quotes know", at: span(here, 1),
                    help: ["single quotes take a backslash as it is"], fixIts: backslash(near: here.offset))
            }
            return Diagnostic(
                .yamlQuote, "the quote that opens here is not closed", at: span(failure.contextPosition, 1),
                notes: [Diagnostic.Note("it runs on to here", at: span(here, 0))])
        }
        if context.contains("flow mapping") || context.contains("flow sequence") {
            return brokenBracket(next: next)
        }
        if problem.contains("mapping values are not allowed") {
            if let deeper = goesOn(before: here) { return deeper }
            return Diagnostic(
                .yamlColon, "a key cannot start here: this `:` stands inside the plain text before it",
                at: span(here, 1), help: quotes(before: here).isEmpty ? ["put the text in quotes"] : [],
                fixIts: quotes(before: here))
        }
        if let tab = tabIndent(line: here.line) { return tab }
        if problem.contains("did not find expected key") || problem.contains("did not find expected '-' indicator")
            || problem.contains("did not find expected <document start>") || problem.contains("block sequence entries")
        {
            return Diagnostic(
                .yamlIndentation, "the indentation of this line fits nothing above it", at: span(here, 1),
                notes: context.isEmpty || failure.contextPosition.column == 1
                    ? []
                    : [Diagnostic.Note("it would belong to what starts here", at: span(failure.contextPosition, 0))],
                help: [isList(at: failure.contextPosition) ? "things are named by their keys: write no `-` before them" : "indent it as far as its neighbours"])
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
                help: ["write '[T]?' with the quotes"], fixIts: optionalList())
        }
        return Diagnostic(
            .yamlBracket, "expected `,` or `\(closer)` before `\(character(at: failure.position.offset))`",
            at: span(failure.position, 1), notes: [note],
            help: ["close the `\(bracket)` with `\(closer)`, and put a text that has brackets or colons in quotes"])
    }

    /// A value that begins with `{{` and has no quotes, and text behind the template.
    private func unquotedTemplate(line number: Int) -> Diagnostic? {
        guard number > 0, let line = source.line(number), let start = line.firstRange(of: #/(:|-) +\{\{/#) else { return nil }
        guard !line[..<start.lowerBound].utf8.contains(where: { "'\"#".utf8.contains($0) }) else { return nil }
        let bytes = source.file.bytes
        var offset = failure.position.offset
        while offset > 0, source.position(ofByte: offset).line > number || bytes[offset - 1] != 0x0A { offset -= 1 }
        let open = offset + line.utf8.distance(from: line.startIndex, to: start.upperBound) - 2
        return Diagnostic(
            .yamlBracket, "without quotes `{{` begins a map, and no template", at: source.span(ofBytes: open..<open + 2),
            help: ["put the whole text in quotes"])
    }

    /// A key that is indented deeper than the line before it, of which it is taken for a part.
    private func goesOn(before position: SourcePosition) -> Diagnostic? {
        guard position.line > 1, let line = source.line(position.line), let above = source.line(position.line - 1)
        else { return nil }
        func indentation(_ text: some StringProtocol) -> Int { text.prefix { $0 == " " || $0 == "-" }.count }
        let key = line.prefix(position.column - 1).drop { $0 == " " }
        guard indentation(line) > indentation(above), !key.contains(":"), !above.contains(where: { "'\"#|>".contains($0) })
        else { return nil }
        let name = above.drop { $0 == " " || $0 == "-" }.prefix { $0 != ":" }
        return Diagnostic(
            .yamlColon, "`\(key)` is indented deeper than `\(name)`, so it is taken for a part of its text",
            at: span(position, 1), help: ["indent `\(key)` as far as `\(name)`, or put the text in quotes"])
    }

    private func isList(at position: SourcePosition) -> Bool {
        position.offset < source.file.bytes.count && source.file.bytes[position.offset] == UInt8(ascii: "-")
    }

    private func tab(at position: SourcePosition) -> Diagnostic {
        let bytes = source.file.bytes
        var start = position.offset
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        var end = position.offset
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        var fixIts: [Diagnostic.FixIt] = []
        if start == 0 || bytes[start - 1] == 0x0A {
            let spaces = bytes[start..<end].reduce(0) { $0 + ($1 == 0x09 ? indentation : 1) }
            fixIts.append(
                .init(
                    "indent with spaces", replacing: source.span(ofBytes: start..<end),
                    with: String(repeating: " ", count: spaces)))
        }
        return Diagnostic(.yamlTab, "a tab cannot indent; use spaces", at: span(position, 1), fixIts: fixIts)
    }

    /// How deep the file indents: the least indentation that a line of it has.
    private var indentation: Int {
        let bytes = source.file.bytes
        var least: Int?
        var index = 0
        while index < bytes.count {
            var spaces = 0
            while index + spaces < bytes.count, bytes[index + spaces] == 0x20 { spaces += 1 }
            let isText = index + spaces < bytes.count && bytes[index + spaces] > 0x20
            if spaces > 0, isText { least = min(least ?? spaces, spaces) }
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            index += 1
        }
        return least ?? 2
    }

    // MARK: Quotes

    /// Quotes around the text that starts at an offset and ends with its line; none inside brackets, where nobody knows
    /// how far it was meant to go.
    private func quotes(from start: Int) -> [Diagnostic.FixIt] {
        let bytes = source.file.bytes
        guard let line = source.line(source.position(ofByte: start).line),
            !line.utf8.contains(where: { "[]{}".utf8.contains($0) })
        else { return [] }
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            if bytes[end] == UInt8(ascii: "#"), end > start, bytes[end - 1] == 0x20 { break }
            end += 1
        }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        guard end > start else { return [] }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let span = source.span(ofBytes: start..<end)
        return [.init("put the text in quotes", replacing: span, with: YAMLText.quoted(text))]
    }

    /// Quotes around the value in which a colon stands: what is behind the first colon of its line.
    private func quotes(before position: SourcePosition) -> [Diagnostic.FixIt] {
        let bytes = source.file.bytes
        var start = position.offset
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        while start + 1 < position.offset, bytes[start] != UInt8(ascii: ":") || bytes[start + 1] != 0x20 { start += 1 }
        guard start + 1 < position.offset else { return [] }
        start += 1
        while start < position.offset, bytes[start] == 0x20 { start += 1 }
        return quotes(from: start)
    }

    private func backslash(near offset: Int) -> [Diagnostic.FixIt] {
        let bytes = source.file.bytes
        let places = [offset, offset - 1].filter { bytes.indices.contains($0) && bytes[$0] == UInt8(ascii: "\\") }
        return places.first.map {
            [.init("double the backslash", replacing: source.span(ofBytes: $0..<$0 + 1), with: "\\\\")]
        } ?? []
    }

    /// Quotes around `[T]?`.
    private func optionalList() -> [Diagnostic.FixIt] {
        let bytes = source.file.bytes
        let end = failure.position.offset + 1
        guard let start = bytes[..<failure.position.offset].lastIndex(of: UInt8(ascii: "[")) else { return [] }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard !text.contains("\n") else { return [] }
        return [.init("replace with `'\(text)'`", replacing: source.span(ofBytes: start..<end), with: "'\(text)'")]
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
