/// Builds the node tree from libyaml's events: resolves aliases and merge keys, and refuses what the manifest
/// language does not have (tags, keys that are no texts, a second document).
struct NodeComposer: ~Copyable {
    /// Thrown after the problem has been reported.
    private struct Stop: Error {}

    private struct Anchor {
        var node: Node
        /// Nodes that the value expands to.
        var size: Int
    }

    private var reader: YAMLEventReader
    private let source: SourceText
    private let limits: SyntaxParser.Limits
    private var diagnostics = DiagnosticCollector()
    private var anchors: [String: Anchor] = [:]
    private var openAnchors: Set<String> = []
    private var depth = 0
    private var written = 0
    private var expanded = 0
    private var uses: [AnchorUse] = []

    init(_ reader: consuming YAMLEventReader, source: SourceText, limits: SyntaxParser.Limits) {
        self.reader = reader
        self.source = source
        self.limits = limits
    }

    mutating func compose() -> SyntaxParser.Result {
        var root: Node?
        do {
            root = try document()
        } catch is Stop {
            root = nil
        } catch let failure as YAMLFailure {
            diagnostics.report(SyntaxFailure(source: source, failure: failure).diagnostic())
            root = nil
        } catch {
            root = nil
        }
        return SyntaxParser.Result(
            root: root, diagnostics: diagnostics.diagnostics(), nodes: expanded, uses: uses)
    }

    private mutating func document() throws -> Node? {
        var root: Node?
        while let event = try reader.next() {
            switch event.kind {
            case .documentStart:
                if root != nil {
                    diagnostics.report(
                        .yamlDocuments, "a manifest is one document; everything from here on would be another",
                        at: event.span, help: ["remove the `---`"])
                    throw Stop()
                }
            case .documentEnd: break
            default: root = try node(event)
            }
        }
        if let root, let scalar = root.scalar, scalar.isMissing {
            diagnostics.report(.yamlEmpty, "the file is empty", at: root.span)
            return nil
        }
        if root == nil {
            diagnostics.report(.yamlEmpty, "the file is empty", at: source.span(ofBytes: 0..<0))
        }
        return root
    }

    private mutating func required() throws -> YAMLEvent {
        guard let event = try reader.next() else { throw Stop() }
        return event
    }

    private mutating func node(_ event: YAMLEvent) throws -> Node {
        if event.hasTag {
            let fixIts = tag(in: event.span).map { [Diagnostic.FixIt("remove the tag", replacing: $0, with: "")] } ?? []
            diagnostics.report(
                .yamlTag, "tags are not part of the manifest language", at: event.span.lowerBound,
                help: fixIts.isEmpty ? ["remove the tag"] : [], fixIts: fixIts)
        }
        if case .alias(let name) = event.kind { return try resolve(name, at: event.span) }
        try count(1, at: event.span)
        written += 1
        let before = expanded
        if let anchor = event.anchor { openAnchors.insert(anchor) }
        var node: Node
        switch event.kind {
        case .scalar(let scalar): node = Node(content: .scalar(scalar), span: trimmed(event.span, scalar.style))
        case .sequenceStart(let isFlow): node = try sequence(event, isFlow)
        case .mappingStart(let isFlow): node = try mapping(event, isFlow)
        case .alias, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd: throw Stop()
        }
        if let anchor = event.anchor {
            openAnchors.remove(anchor)
            anchors[anchor] = Anchor(node: node, size: expanded - before + 1)
        }
        return node
    }

    /// Where a value's tag is, with the spaces behind it. An anchor may stand before it.
    private func tag(in span: SourceSpan) -> SourceSpan? {
        let bytes = source.file.bytes
        var start = span.start.offset
        if start < bytes.count, bytes[start] == UInt8(ascii: "&") {
            while start < bytes.count, bytes[start] > 0x20 { start += 1 }
            while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        }
        guard start < bytes.count, bytes[start] == UInt8(ascii: "!") else { return nil }
        var end = start
        while end < bytes.count, bytes[end] > 0x20, !",]}".utf8.contains(bytes[end]) { end += 1 }
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return source.span(ofBytes: start..<end)
    }

    private mutating func resolve(_ name: String, at span: SourceSpan) throws -> Node {
        guard let anchor = anchors[name] else {
            let message =
                openAnchors.contains(name)
                ? "`*\(name)` stands inside its own anchor" : "no anchor `&\(name)` stands above this alias"
            let meant = openAnchors.contains(name) ? nil : Suggestion.nearest(to: name, among: anchors.keys.sorted())
            diagnostics.report(
                .yamlAlias, message + (meant.map { "; did you mean `*\($0)`?" } ?? ""), at: span,
                fixIts: meant.map { [.init("replace with `*\($0)`", replacing: span, with: "*\($0)")] } ?? [])
            return Node(content: .scalar(Scalar(text: "", style: .doubleQuoted, isUnresolved: true)), span: span)
        }
        try count(anchor.size, at: span)
        if uses.count < AnchorUse.limit { uses.append(AnchorUse(value: anchor.node.span, alias: span)) }
        return anchor.node
    }

    private mutating func count(_ nodes: Int, at span: SourceSpan) throws {
        expanded += nodes
        guard expanded <= limits.nodes, expanded <= max(limits.freeNodes, (written + 1) * limits.expansion) else {
            diagnostics.report(
                .yamlTooManyNodes,
                "the file has too many values here, aliases expanded; at most \(limits.nodes) are read",
                at: span)
            throw Stop()
        }
    }

    private mutating func descend(at span: SourceSpan) throws {
        depth += 1
        guard depth <= limits.nesting else {
            diagnostics.report(
                .yamlTooDeep, "values are nested more than \(limits.nesting) deep here", at: span.lowerBound)
            throw Stop()
        }
    }

    private mutating func sequence(_ start: YAMLEvent, _ isFlow: Bool) throws -> Node {
        try descend(at: start.span)
        defer { depth -= 1 }
        var items: [Node] = []
        while true {
            let event = try required()
            if case .sequenceEnd = event.kind {
                let end = isFlow ? event.span.end : items.last?.span.end ?? start.span.end
                return Node(content: .sequence(items, isFlow: isFlow), span: span(start, end))
            }
            items.append(try node(event))
        }
    }

    private mutating func mapping(_ start: YAMLEvent, _ isFlow: Bool) throws -> Node {
        try descend(at: start.span)
        defer { depth -= 1 }
        var entries: [Mapping.Entry] = []
        var end = start.span.end
        var hasMerge = false
        var isTemplate = false
        while true {
            let event = try required()
            if case .mappingEnd = event.kind {
                if isFlow { end = event.span.end }
                break
            }
            let keyNode = try node(event)
            let valueNode = try node(try required())
            end = max(valueNode.span.end, keyNode.span.end)
            guard let text = keyNode.scalar else {
                if isFlow, keyNode.mapping != nil, keyNode.span.start.offset == start.span.start.offset + 1 {
                    isTemplate = true
                    continue
                }
                diagnostics.report(.keyNotText, "a key must be a text", at: keyNode.span)
                continue
            }
            let key = Mapping.Key(text: text.text, style: text.style, span: keyNode.span)
            if key.text == "<<", key.style == .plain { hasMerge = true }
            entries.append(Mapping.Entry(key: key, value: valueNode))
        }
        if isTemplate { return unquotedTemplate(span(start, end)) }
        entries = withoutDuplicates(entries)
        if hasMerge { entries = merged(entries) }
        return Node(content: .mapping(Mapping(entries: entries, isFlow: isFlow)), span: span(start, end))
    }

    /// `{{ name }}` without quotes is a map whose key is a map.
    private mutating func unquotedTemplate(_ span: SourceSpan) -> Node {
        let fixIt = source.text(span).map {
            Diagnostic.FixIt("put the template in quotes", replacing: span, with: YAMLText.quoted($0))
        }
        diagnostics.report(
            .keyNotText, "without quotes `{{` begins a map, and no template", at: span, fixIts: fixIt.map { [$0] } ?? [])
        return Node(content: .scalar(Scalar(text: "", style: .doubleQuoted, isUnresolved: true)), span: span)
    }

    private mutating func withoutDuplicates(_ entries: [Mapping.Entry]) -> [Mapping.Entry] {
        // Most maps are small; comparing their keys costs less than a table.
        if entries.count <= 8, !Self.hasDuplicates(entries) { return entries }
        var first: [String: SourceSpan] = [:]
        first.reserveCapacity(entries.count)
        var repeated = Set<String>()
        for entry in entries {
            if let earlier = first[entry.key.text] {
                repeated.insert(entry.key.text)
                diagnostics.report(
                    .keyDuplicate, "`\(entry.key.text)` is declared twice", at: entry.key.span,
                    notes: [Diagnostic.Note("first declared here", at: earlier)])
            } else {
                first[entry.key.text] = entry.key.span
            }
        }
        guard !repeated.isEmpty else { return entries }
        var seen = Set<String>()
        return entries.filter { seen.insert($0.key.text).inserted }.map { entry in
            var entry = entry
            entry.key.isRepeated = repeated.contains(entry.key.text)
            return entry
        }
    }

    private static func hasDuplicates(_ entries: [Mapping.Entry]) -> Bool {
        for later in entries.indices.dropFirst() {
            for earlier in 0..<later where entries[earlier].key.text == entries[later].key.text { return true }
        }
        return false
    }

    /// Puts the entries of `<<` where it stands; explicit keys win, then earlier maps of a list.
    private mutating func merged(_ entries: [Mapping.Entry]) -> [Mapping.Entry] {
        var taken = Set(entries.map(\.key.text))
        var result: [Mapping.Entry] = []
        for entry in entries {
            guard entry.key.text == "<<", entry.key.style == .plain else {
                result.append(entry)
                continue
            }
            for source in entry.value.sequence ?? [entry.value] {
                guard let mapping = source.mapping else {
                    diagnostics.report(
                        .yamlMerge, "`<<` takes a map or a list of maps, usually aliases", at: source.span)
                    continue
                }
                for var inherited in mapping.entries where taken.insert(inherited.key.text).inserted {
                    inherited.isMerged = true
                    result.append(inherited)
                }
            }
        }
        return result
    }

    private func span(_ start: YAMLEvent, _ end: SourcePosition) -> SourceSpan {
        start.span.moved(from: start.span.start, to: end)
    }

    /// libyaml ends a block scalar behind its line break.
    private func trimmed(_ span: SourceSpan, _ style: Scalar.Style) -> SourceSpan {
        guard style == .literal || style == .folded else { return span }
        var end = min(span.end.offset, source.file.bytes.count)
        while end > span.start.offset, [0x20, 0x0A, 0x0D, 0x09].contains(source.file.bytes[end - 1]) { end -= 1 }
        return span.moved(from: span.start, to: source.position(ofByte: end))
    }
}
