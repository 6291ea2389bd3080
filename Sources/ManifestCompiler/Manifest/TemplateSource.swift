/// A template, condition or path as written, with the map from its characters back to the file.
///
/// The front half keeps it as text; ``Templates`` parses and type-checks it and points into it.
package struct TemplateSource: Sendable, Hashable {
    /// Which grammar the text is in.
    package enum Kind: Sendable, Hashable {
        /// Text with `{{ … }}` and `{% … %}`.
        case template
        /// A condition in bare form: `connection.status != "CONNECTED"`. Braces around it are already removed.
        case condition
        /// A path in bare form: `connection.business_name`.
        case path
    }

    /// A run of bytes that are the same in the text and in the file.
    package struct Run: Sendable, Hashable {
        /// UTF-8 offset of the run in `text`.
        package var textOffset: Int
        /// Number of bytes.
        package var length: Int
        /// Where the run starts in the file.
        package var position: SourcePosition
    }

    package var kind: Kind
    /// Of a `choose`, the same as a template.
    package var text: String
    /// The whole scalar in the file, quotes included.
    package var span: SourceSpan
    /// In order and without overlap. Bytes in no run come from an escape or a fold.
    package var runs: [Run]
    /// What a `choose` says, if that is how it is written.
    package var choice: TemplateChoice?

    /// Where a part of `text` is in the file.
    ///
    /// - Parameter range: UTF-8 offsets in `text`.
    /// - Returns: The exact range; the whole scalar where escapes or folds leave none.
    package func span(of range: Range<Int>) -> SourceSpan {
        guard let start = position(of: range.lowerBound) else { return span }
        guard let end = range.isEmpty ? start : position(of: range.upperBound - 1, after: true) else { return span }
        return span.moved(from: start, to: end)
    }

    private func position(of offset: Int, after: Bool = false) -> SourcePosition? {
        guard
            let run = runs.last(where: { $0.textOffset <= offset }),
            offset < run.textOffset + run.length || (!after && offset == run.textOffset + run.length)
        else { return nil }
        var column = run.position.column
        let bytes = text.utf8
        let from = bytes.index(bytes.startIndex, offsetBy: run.textOffset)
        let count = offset - run.textOffset + (after ? 1 : 0)
        guard let to = bytes.index(from, offsetBy: count, limitedBy: bytes.endIndex) else { return nil }
        for byte in bytes[from..<to] where byte & 0xC0 != 0x80 { column += 1 }
        return SourcePosition(line: run.position.line, column: column, offset: run.position.offset + count)
    }
}
