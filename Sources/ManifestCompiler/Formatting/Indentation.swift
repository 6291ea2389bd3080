/// Two spaces for each step of block maps and lists, whatever they were indented by.
///
/// Lines that begin a key or an item get the indentation of their depth. Lines that go on with what an earlier one has
/// begun move as far as that one, and comments with the line that they belong to. The text of a block scalar stands two
/// spaces deeper than its key, and keeps its own indentation within.
struct Indentation {
    private static let step = 2

    private let file: SourceFile
    private var lines: [Line] = []
    private var gaps: [TextEdit] = []

    private struct Line {
        /// Offset of the first byte.
        var start: Int
        /// How many spaces it has now.
        var depth: Int
        var content: Content
        /// How many it should have, if it begins a key or an item.
        var wanted: Int?
    }

    private enum Content: Hashable {
        case blank, comment, text
        /// Inside a text or a flow collection of several lines.
        case continuation
        /// Of a block scalar, with how far it moves; `nil` is as far as its key.
        case blockText(Int?)
    }

    init(file: SourceFile, root: Node) {
        self.file = file
        split()
        visit(root, at: 0)
    }

    // MARK: Lines

    private mutating func split() {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var start = file.bytes.starts(with: mark) ? mark.count : 0
        while start < file.bytes.count {
            let end = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
            let text = file.bytes[start..<end]
            let depth = text.prefix { $0 == 0x20 }.count
            let first = text.dropFirst(depth).first
            let content: Content =
                first == nil || first == 0x0D || first == 0x09 ? .blank : first == UInt8(ascii: "#") ? .comment : .text
            lines.append(Line(start: start, depth: depth, content: content))
            start = end + 1
        }
    }

    /// The lines behind the one where a value begins, up to its end.
    private func following(_ span: SourceSpan) -> Range<Int> {
        let last = span.end.column == 1 ? span.end.line - 1 : span.end.line
        let first = span.start.line
        return first..<max(first, min(last, lines.count))
    }

    // MARK: The tree

    private mutating func visit(_ node: Node, at depth: Int) {
        switch node.content {
        case .mapping(let mapping) where !mapping.isFlow:
            for entry in mapping.entries where !entry.isMerged {
                begin(entry.key.span.start, at: depth)
                guard entry.value.span.isInFile(of: entry.key.span), entry.value.span.start >= entry.key.span.end else {
                    continue
                }
                visit(entry.value, at: depth + Self.step)
            }
        case .sequence(let items, isFlow: false):
            for item in items {
                guard let dash = dash(before: item.span.start, notBefore: node.span.start) else { continue }
                begin(dash, at: depth)
                visit(item, at: depth + Self.step)
            }
        case .scalar(let scalar) where scalar.style == .literal || scalar.style == .folded:
            blockText(node.span, at: depth)
        case .scalar, .sequence, .mapping:
            for line in following(node.span) where lines[line].content != .blank { lines[line].content = .continuation }
        }
    }

    /// A line on which nothing stands before this is indented by `depth`.
    private mutating func begin(_ position: SourcePosition, at depth: Int) {
        let line = position.line - 1
        guard lines.indices.contains(line), lines[line].start + lines[line].depth == position.offset,
            lines[line].wanted == nil
        else { return }
        lines[line].wanted = depth
    }

    /// The dash of an item, with one space behind it.
    private mutating func dash(before position: SourcePosition, notBefore first: SourcePosition) -> SourcePosition? {
        guard position.offset <= file.bytes.count else { return nil }
        var index = position.offset - 1
        while index >= first.offset, !isDash(index) { index -= 1 }
        guard index >= first.offset else { return nil }
        var line = min(position.line, lines.count) - 1
        while line > 0, lines[line].start > index { line -= 1 }
        let gap = index + 1..<position.offset
        if gap.count > 1, file.bytes[gap].allSatisfy({ $0 == 0x20 }) {
            gaps.append(TextEdit(range: gap, replacement: " "))
        }
        return SourcePosition(line: line + 1, column: index - lines[line].start + 1, offset: index)
    }

    private func isDash(_ index: Int) -> Bool {
        let next = index + 1
        return file.bytes[index] == UInt8(ascii: "-")
            && (next == file.bytes.count || [0x20, 0x0A, 0x0D].contains(file.bytes[next]))
    }

    private mutating func blockText(_ span: SourceSpan, at depth: Int) {
        let range = following(span)
        let header = file.bytes[span.start.offset...].prefix { $0 != 0x0A && $0 != UInt8(ascii: "#") }
        let saysDepth = header.contains { (0x31...0x39).contains($0) }
        let first = range.first { lines[$0].content != .blank }
        let shift = saysDepth ? nil : first.map { depth - lines[$0].depth }
        for line in range where lines[line].content != .blank { lines[line].content = .blockText(shift) }
    }

    // MARK: What is to be changed

    var edits: [TextEdit] {
        var wanted = lines.map(\.depth)
        var shift = 0
        for (index, line) in lines.enumerated() {
            switch line.content {
            case .blank, .comment: continue
            case .text:
                if let depth = line.wanted ?? depthOfSibling(index) { shift = depth - line.depth }
                wanted[index] = isMark(line) ? line.depth : line.depth + shift
            case .continuation: wanted[index] = line.depth + shift
            case .blockText(let own): wanted[index] = line.depth + (own ?? shift)
            }
        }
        for (index, line) in lines.enumerated() where line.content == .comment {
            wanted[index] = line.depth + commentShift(index, wanted)
        }
        return gaps
            + lines.enumerated().compactMap { index, line in
                let depth = max(0, wanted[index])
                guard line.content != .blank, depth != line.depth else { return nil }
                return TextEdit(
                    range: line.start..<line.start + line.depth, replacement: String(repeating: " ", count: depth))
            }
    }

    /// For what the tree does not have, a merge key or an alias in a list: the depth of the lines beside it.
    private func depthOfSibling(_ index: Int) -> Int? {
        let depth = lines[index].depth
        let isNear = { (line: Int) in lines[line].content == .text && lines[line].depth <= depth }
        let near = [
            lines.indices[..<index].last(where: isNear), lines.indices[(index + 1)...].first(where: isNear),
        ]
        return near.lazy.compactMap(\.self).first { lines[$0].depth == depth && lines[$0].wanted != nil }
            .flatMap { lines[$0].wanted }
    }

    /// A comment belongs to the next line if it is as deep, else to the last one above that is, or to the one above.
    private func commentShift(_ index: Int, _ wanted: [Int]) -> Int {
        let depth = lines[index].depth
        let isText = { (line: Int) in lines[line].content == .text }
        let next = lines.indices[(index + 1)...].first(where: isText)
        if let next, lines[next].depth == depth { return wanted[next] - depth }
        if depth == 0 { return 0 }
        let above = lines.indices[..<index].reversed().first { isText($0) && lines[$0].depth <= depth }
        return above.map { wanted[$0] - lines[$0].depth } ?? 0
    }

    /// `---` and `...` stand at the beginning of their lines.
    private func isMark(_ line: Line) -> Bool {
        let text = file.bytes[line.start...].prefix(3)
        return text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8)
    }
}
