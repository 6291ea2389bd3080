/// Goes through a tree with the grammar's rules and finds what should be written otherwise.
struct FormatWalk {
    private let file: SourceFile
    private var found: Set<TextEdit> = []
    /// Where conditions in braces start, and where texts start that are read as something else too, through an alias.
    private var braces: [Int: TextEdit] = [:]
    private var otherTexts: Set<Int> = []
    /// Texts of several lines.
    private(set) var blockTexts: [Range<Int>] = []

    init(file: SourceFile) { self.file = file }

    var edits: [TextEdit] {
        found.union(braces.filter { !otherTexts.contains($0.key) }.values).sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
    }

    /// Where conditions stand that lose their braces.
    var conditions: Set<Int> { Set(braces.keys).subtracting(otherTexts) }

    // MARK: The rules

    mutating func visit(_ node: Node, _ rule: ValueRule, inMap: Bool = false) {
        switch node.content {
        case .scalar(let scalar): text(scalar, node.span, rule, inMap: inMap)
        case .sequence(let items, let isFlow):
            if isFlow { spacing(ofItems: items.map(\.span), in: node.span, padding: "") }
            let inner = Self.element(of: rule)
            for item in items { visit(item, inner) }
        case .mapping(let mapping): self.mapping(mapping, node.span, rule)
        }
    }

    private mutating func mapping(_ mapping: Mapping, _ span: SourceSpan, _ rule: ValueRule) {
        let isWhole = !mapping.entries.contains { $0.isMerged }
        if mapping.isFlow, isWhole {
            spacing(
                ofItems: mapping.entries.map { entry in
                    // A value that is not there has its place behind the spaces.
                    let end = entry.value.scalar?.isMissing == true ? entry.key.span.end : entry.value.span.end
                    return SourceSpan(file: entry.key.span.file, start: entry.key.span.start, end: end)
                }, in: span, padding: " ")
        }
        for (index, entry) in mapping.entries.enumerated() {
            if !entry.isMerged { colon(entry, in: span) }
            // A comma has cut this text off; quoting what is left of it would hide that.
            let next = index + 1 < mapping.entries.count ? mapping.entries[index + 1].value.scalar : nil
            let isWhole = next?.isMissing != true
            visit(entry.value, Self.rule(of: entry, in: mapping, rule), inMap: mapping.isFlow && isWhole)
        }
    }

    /// What the elements of a list take.
    private static func element(of rule: ValueRule) -> ValueRule {
        switch rule {
        case .list(let element), .oneOrMany(let element): element
        case .shapes(_, let list?, _): element(of: list)
        case .type: .type
        default: .anything
        }
    }

    /// What the value of an entry takes.
    private static func rule(of entry: Mapping.Entry, in mapping: Mapping, _ rule: ValueRule) -> ValueRule {
        switch rule {
        case .block(let name):
            let block = Grammar.blocks[name]
            return block?.key(entry.key.text)?.value ?? block?.others ?? .anything
        case .map(_, let value): return value
        case .shapes(_, _, let map?): return self.rule(of: entry, in: mapping, map)
        case .oneOrMany(let value): return self.rule(of: entry, in: mapping, value)
        case .byKey(let alternatives, let otherwise):
            let chosen = alternatives.first { alternative in
                mapping.entries.contains {
                    $0.key.text == alternative.key && (!alternative.needsMap || $0.value.mapping != nil)
                }
            }
            return self.rule(of: entry, in: mapping, chosen?.rule ?? otherwise)
        case .oneOf(let kinds): return kinds.first { $0.key == entry.key.text }?.rule ?? .anything
        case .type: return .type
        default: return .anything
        }
    }

    // MARK: Texts

    private mutating func text(_ scalar: Scalar, _ span: SourceSpan, _ rule: ValueRule, inMap: Bool) {
        let range = span.start.offset..<span.end.offset
        if span.end.line > span.start.line { blockTexts.append(range) }
        guard let written = Self.written(file, range) else { return }
        let isCondition = if case .condition = Self.scalarRule(rule) { true } else { false }
        if isCondition, scalar.style != .plain, let bare = Condition.bare(scalar.text),
            written.dropFirst().dropLast() == scalar.text[...]
        {
            braces[range.lowerBound] = TextEdit(range: range, replacement: Self.quotedIfNeeded(bare, inFlow: true))
            return
        }
        otherTexts.insert(range.lowerBound)
        guard inMap, scalar.style == .plain, written == scalar.text, !isCondition else { return }
        guard scalar.text.hasSuffix("?") || isProse(scalar.text, rule) else { return }
        found.insert(TextEdit(range: range, replacement: YAMLText.quoted(scalar.text)))
    }

    /// Whether it is a text for people of several words, in which somebody will want a comma one day.
    private func isProse(_ text: String, _ rule: ValueRule) -> Bool {
        switch Self.scalarRule(rule) {
        case .prose, .template: text.contains(" ")
        default: false
        }
    }

    private static func scalarRule(_ rule: ValueRule) -> ValueRule {
        switch rule {
        case .shapes(let text?, _, _): scalarRule(text)
        case .oneOrMany(let element): scalarRule(element)
        default: rule
        }
    }

    /// The text as it stands in the file; `nil` for what is not there, or over several lines.
    private static func written(_ file: SourceFile, _ range: Range<Int>) -> String? {
        guard !range.isEmpty, range.upperBound <= file.bytes.count else { return nil }
        let bytes = file.bytes[range]
        return bytes.contains(0x0A) ? nil : String(decoding: bytes, as: UTF8.self)
    }

    static func quotedIfNeeded(_ text: String, inFlow: Bool) -> String {
        let isPlain =
            text.utf8.first.map { isLetter($0) } == true && !text.contains(": ") && !text.contains(" #")
            && !text.hasSuffix(":") && !(inFlow && text.utf8.contains { ",[]{}".utf8.contains($0) })
        return isPlain ? text : YAMLText.quoted(text)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) }

    // MARK: Spaces

    /// One space, or none, inside the brackets, and one behind each comma. A line break or comment stays as it is.
    private mutating func spacing(ofItems items: [SourceSpan], in span: SourceSpan, padding: String) {
        guard let first = items.first, let last = items.last, isInOrder(items, in: span) else { return }
        let closing = span.end.offset - 1
        guard file.bytes.indices.contains(span.start.offset), "[{".utf8.contains(file.bytes[span.start.offset]) else {
            return
        }
        gap(span.start.offset + 1, first.start.offset, allowed: "", becomes: padding)
        for (item, next) in zip(items, items.dropFirst()) {
            gap(item.end.offset, next.start.offset, allowed: ",", becomes: ", ")
        }
        gap(last.end.offset, closing, allowed: ",", becomes: padding)
    }

    private func isInOrder(_ items: [SourceSpan], in span: SourceSpan) -> Bool {
        var position = span.start.offset + 1
        for item in items {
            guard item.file == span.file, item.start.offset >= position else { return false }
            position = item.end.offset
        }
        return position < span.end.offset
    }

    private mutating func colon(_ entry: Mapping.Entry, in span: SourceSpan) {
        let start = entry.key.span.end.offset
        let end = entry.value.span.start.offset
        guard entry.value.span.file == entry.key.span.file, start < end, end <= file.bytes.count,
            let colon = file.bytes[start..<end].firstIndex(of: UInt8(ascii: ":")), colon > start,
            file.bytes[start..<colon].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
        else { return }
        found.insert(TextEdit(range: start..<colon, replacement: ""))
    }

    /// Replaces what stands between two things, if it is only spaces and at most the allowed mark.
    private mutating func gap(_ start: Int, _ end: Int, allowed: String, becomes text: String) {
        guard start <= end, end <= file.bytes.count else { return }
        let bytes = file.bytes[start..<end]
        let marks = bytes.filter { $0 != 0x20 && $0 != 0x09 }
        guard marks.isEmpty || marks.elementsEqual(allowed.utf8), !bytes.elementsEqual(text.utf8) else { return }
        // Two things are parted by a comma, and only the last may have one behind it.
        if text == ", ", marks.isEmpty { return }
        // Several spaces behind a comma align what follows with the line above.
        if text == ", ", bytes.first == UInt8(ascii: ","), bytes.dropFirst().first == 0x20 { return }
        found.insert(TextEdit(range: start..<end, replacement: text))
    }
}
