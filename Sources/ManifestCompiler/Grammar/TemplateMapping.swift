/// Finds for the text of a scalar the runs of bytes that stand in the file as they are.
struct TemplateMapping {
    let source: SourceText

    func template(_ scalar: Scalar, _ span: SourceSpan, kind: TemplateSource.Kind) -> TemplateSource {
        let result = TemplateSource(kind: kind, text: scalar.text, span: span, runs: runs(of: scalar, in: span))
        return kind == .condition ? withoutBraces(result) : result
    }

    /// Walks the file's bytes and the text side by side. What differs is known from the style: a doubled single
    /// quote, the indentation of a line, the fold of a line break. Anything else ends the mapping.
    private func runs(of scalar: Scalar, in span: SourceSpan) -> [TemplateSource.Run] {
        let bytes = source.file.bytes
        let text = Array(scalar.text.utf8)
        var offset = span.start.offset
        let end = min(span.end.offset, bytes.count)
        switch scalar.style {
        case .plain: break
        case .singleQuoted, .doubleQuoted: offset += 1
        case .literal, .folded:
            while offset < end, bytes[offset] != 0x0A { offset += 1 }
        }
        var runs: [TemplateSource.Run] = []
        var index = 0
        while index < text.count, offset < end {
            if bytes[offset] == 0x0A || bytes[offset] == 0x0D {
                // A line break and the next line's indentation stand for what is not in the next line.
                while offset < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
                while index < text.count, text[index] == 0x20 || text[index] == 0x0A { index += 1 }
                continue
            }
            if scalar.style == .doubleQuoted, bytes[offset] == UInt8(ascii: "\\") { break }
            if scalar.style == .singleQuoted, bytes[offset] == UInt8(ascii: "'") { offset += 1 }
            let start = (index, offset)
            while index < text.count, offset < end, text[index] == bytes[offset], bytes[offset] != 0x0A {
                let byte = bytes[offset]
                index += 1
                offset += 1
                if scalar.style == .singleQuoted, byte == UInt8(ascii: "'") { break }
                if scalar.style == .doubleQuoted, offset < end, bytes[offset] == UInt8(ascii: "\\") { break }
            }
            guard index > start.0 else { break }
            runs.append(
                TemplateSource.Run(
                    textOffset: start.0, length: index - start.0, position: source.position(ofByte: start.1)))
        }
        return runs
    }

    /// Ruling 23: a condition may stand in `{{ … }}`.
    private func withoutBraces(_ source: TemplateSource) -> TemplateSource {
        var text = Array(source.text.utf8)[...]
        while text.last == 0x20 || text.last == 0x0A { text.removeLast() }
        while text.first == 0x20 { text.removeFirst() }
        let brace = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        guard text.count >= 4, text.starts(with: [brace.0, brace.0]), text.suffix(2) == [brace.1, brace.1] else {
            return source
        }
        text = text.dropFirst(2).dropLast(2)
        var result = source
        result.text = String(decoding: text, as: UTF8.self)
        result.runs = source.runs.compactMap { run in
            let lower = max(run.textOffset, text.startIndex)
            let upper = min(run.textOffset + run.length, text.endIndex)
            guard lower < upper else { return nil }
            let skipped = lower - run.textOffset
            let skippedText = Array(source.text.utf8)[run.textOffset..<lower]
            let columns = skippedText.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
            var position = run.position
            position.offset += skipped
            position.column += columns
            return TemplateSource.Run(textOffset: lower - text.startIndex, length: upper - lower, position: position)
        }
        return result
    }
}
