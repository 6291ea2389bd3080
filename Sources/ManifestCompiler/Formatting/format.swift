/// What came of formatting a file.
package enum FormattedFile: Sendable {
    /// The file as it should be; the same bytes if it is already.
    case formatted([UInt8])
    /// The YAML is broken, and nobody knows what was meant.
    case broken([Diagnostic])
}

/// Formats a manifest, or a file that a manifest includes.
///
/// The text is edited, never written anew: comments, order, blank lines, alignment, a byte order mark and the line ends
/// stay. What changes:
///
/// - block maps and lists are indented by two spaces, the items of a list deeper than its key; comments and the lines of
///   long values move with what they belong to;
/// - types with `?` and texts of several words are quoted inside `{ … }`, for a comma would end them and YAML 1.1 tools
///   read `?` otherwise;
/// - conditions lose their braces;
/// - one space stands inside braces, none inside brackets, one behind a comma, none before a colon;
/// - no space stands at the end of a line, and one line end at the end of the file.
///
/// The meaning never changes: if the edited text were read differently, the file would stay as it is.
package func format(_ file: SourceFile) -> FormattedFile {
    var file = file
    // What one pass has changed may lie beside what the next can; two are nearly always enough.
    for _ in 0..<8 {
        guard case .formatted(let bytes) = formattedOnce(file) else { return formattedOnce(file) }
        guard bytes != file.bytes else { break }
        file.bytes = bytes
    }
    return .formatted(file.bytes)
}

private func formattedOnce(_ file: SourceFile) -> FormattedFile {
    let syntax = SyntaxParser.parse(file)
    guard syntax.diagnostics.isEmpty, let root = syntax.root else { return .broken(syntax.diagnostics) }
    var walk = FormatWalk(file: file)
    walk.visit(root, Grammar.blocks[.manifest].map { .block($0.name) } ?? .anything)
    let edits = walk.edits + LineEdits(file: file, texts: walk.blockTexts).edits
    // Where lines cannot be moved without changing what they say, the rest is still formatted.
    for edits in [edits + Indentation(file: file, root: root).edits, edits] {
        let bytes = TextEdit.apply(edits, to: file.bytes)
        guard bytes != file.bytes else { return .formatted(bytes) }
        let edited = SyntaxParser.parse(SourceFile(path: file.path, bytes: bytes))
        if edited.diagnostics.isEmpty, let after = edited.root, root.means(after, conditions: walk.conditions) {
            return .formatted(bytes)
        }
    }
    return .formatted(file.bytes)
}

/// Bytes that are replaced by others.
struct TextEdit: Hashable {
    var range: Range<Int>
    var replacement: String

    /// Makes the edits that do not touch an earlier one.
    static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        let sorted = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        for edit in sorted where edit.range.lowerBound >= position {
            result += bytes[position..<edit.range.lowerBound]
            result += Array(edit.replacement.utf8)
            position = edit.range.upperBound
        }
        return result + bytes[position...]
    }
}

extension Node {
    /// Whether another tree says the same; at the places of conditions braces do not count.
    fileprivate func means(_ other: Node, conditions: Set<Int>) -> Bool {
        switch (content, other.content) {
        case (.scalar(let left), .scalar(let right)):
            if left.text == right.text { return left.style != .plain || !left.isMissing || right.isMissing }
            return conditions.contains(span.start.offset) && Condition.bare(left.text) == right.text
        case (.sequence(let left, _), .sequence(let right, _)):
            return left.count == right.count
                && zip(left, right).allSatisfy { $0.means($1, conditions: conditions) }
        case (.mapping(let left), .mapping(let right)):
            return left.entries.count == right.entries.count
                && zip(left.entries, right.entries).allSatisfy {
                    $0.key.text == $1.key.text && $0.value.means($1.value, conditions: conditions)
                }
        default: return false
        }
    }
}

/// Conditions in braces.
enum Condition {
    /// The condition without the braces around it; `nil` if there are none, or more than one pair.
    static func bare(_ text: String) -> String? {
        guard text.hasPrefix("{{"), text.hasSuffix("}}"), text.utf8.count > 4 else { return nil }
        var inner = text.dropFirst(2).dropLast(2)
        if inner.hasPrefix("-") { inner = inner.dropFirst() }
        if inner.hasSuffix("-") { inner = inner.dropLast() }
        guard !inner.contains("{{"), !inner.contains("}}"), !inner.contains("{%"), !inner.contains("\n") else {
            return nil
        }
        let bare = inner.drop { $0 == " " }
        let end = bare.lastIndex { $0 != " " }
        return end.map { String(bare[...$0]) }
    }
}

/// The files that a manifest includes, as far as they can be read; not those that its `file:` values name.
package func includedFiles(of manifest: SourceFile, beside files: some SourceProvider) -> [SourceFile] {
    Array(IncludedFiles.load(manifest, beside: files).opened.files.dropFirst())
}
