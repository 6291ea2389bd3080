/// Joins the files of `include:` with the manifest: one tree, in which every node still has its own file.
///
/// Whole sections come from an included file. A section that is a map and stands in several files is joined, the
/// manifest's entries first; a handle in two of them is declared twice. Anchors end with their file, for each is
/// read by itself.
struct IncludedFiles {
    private var opened: OpenedFiles
    private var diagnostics = DiagnosticCollector()
    private var uses: [AnchorUse] = []
    /// Values that may still be read.
    private var budget: Int
    private let limits: SyntaxParser.Limits

    struct Result {
        /// The joined tree; `nil` if the manifest itself is too broken to have one.
        var root: Node?
        var opened: OpenedFiles
        var diagnostics: [Diagnostic]
        /// Where aliases stand for what.
        var uses: [AnchorUse]
        /// Whether something that a file would have declared is not there.
        var isIncomplete: Bool
    }

    static func load(
        _ manifest: SourceFile, beside provider: any SourceProvider,
        limits: SyntaxParser.Limits = SyntaxParser.Limits()
    ) -> Result {
        var files = IncludedFiles(manifest, provider, limits)
        return files.load(manifest)
    }

    private init(_ manifest: SourceFile, _ provider: any SourceProvider, _ limits: SyntaxParser.Limits) {
        opened = OpenedFiles(manifest: manifest, provider: provider, limits: limits)
        budget = limits.nodes
        self.limits = limits
    }

    private mutating func load(_ manifest: SourceFile) -> Result {
        var root = parse(manifest)
        var isIncomplete = false
        if let node = root, let mapping = node.mapping,
            let includes = mapping.entries.first(where: { $0.key.text == "include" })?.value.sequence
        {
            var sections = JoinedMap(mapping, at: node.span)
            for item in includes where !include(item, into: &sections) { isIncomplete = true }
            root = sections.node
        }
        return Result(
            root: root, opened: opened, diagnostics: diagnostics.diagnostics(), uses: uses,
            isIncomplete: isIncomplete)
    }

    private mutating func parse(_ file: SourceFile) -> Node? {
        var rest = limits
        rest.nodes = budget
        let syntax = SyntaxParser.parse(file, limits: rest)
        budget = max(0, budget - syntax.nodes)
        diagnostics.report(syntax.diagnostics)
        uses += syntax.uses.prefix(max(0, AnchorUse.limit - uses.count))
        return syntax.root
    }

    /// Joins the files of one entry of `include:`; whether all that it names is there.
    private mutating func include(_ item: Node, into sections: inout JoinedMap) -> Bool {
        // What is no pattern is reported by the grammar.
        guard let scalar = item.scalar, TextForm.filePattern.matches(scalar.text) else { return false }
        var paths = [scalar.text]
        if FilePattern.isPattern(scalar.text) {
            paths = opened.paths(matching: scalar.text)
            guard !paths.isEmpty else {
                diagnostics.report(.fileMissing, "no YAML file matches `\(scalar.text)`", at: item.span)
                return false
            }
        }
        var isComplete = true
        for path in paths {
            let count = opened.files.count
            let file = opened.open(path, written: scalar.text, at: item.span, for: .include, into: &diagnostics)
            guard let file else {
                isComplete = false
                continue
            }
            // A file that two entries name is read once; the manifest does not include itself.
            guard opened.files.count > count else { continue }
            guard let root = parse(file) else {
                isComplete = false
                continue
            }
            guard let included = root.mapping else {
                diagnostics.report(.valueShape, "an included file is a map of sections", at: root.span)
                isComplete = false
                continue
            }
            for entry in included.entries where !join(entry, into: &sections) { isComplete = false }
        }
        return isComplete
    }

    /// Adds a section; `false` if it names more files, which are not read.
    private mutating func join(_ entry: Mapping.Entry, into sections: inout JoinedMap) -> Bool {
        let name = entry.key.text
        if name == "include" {
            diagnostics.report(
                .includeKey, "an included file does not include others", at: entry.key.span,
                help: ["name them in the manifest's `include`"])
        } else if Grammar.headerKeys.contains(name) {
            diagnostics.report(
                .includeKey, "`\(name)` stands in the manifest itself, not in an included file", at: entry.key.span)
        } else {
            sections.add(entry, .block(.manifest), &diagnostics)
        }
        return name != "include"
    }
}

/// A map to which the entries of more files are added.
private struct JoinedMap {
    private let span: SourceSpan
    private let isFlow: Bool
    /// Each entry, and what its value has become if it was joined.
    private var slots: [(entry: Mapping.Entry, joined: JoinedMap?)]
    private var positions: [String: Int]

    init(_ mapping: Mapping, at span: SourceSpan) {
        self.span = span
        isFlow = mapping.isFlow
        slots = mapping.entries.map { ($0, nil) }
        positions = Dictionary(mapping.entries.enumerated().map { ($1.key.text, $0) }) { first, _ in first }
    }

    var node: Node {
        let entries = slots.map { slot in
            var entry = slot.entry
            if let joined = slot.joined { entry.value = joined.node }
            return entry
        }
        return Node(content: .mapping(Mapping(entries: entries, isFlow: isFlow)), span: span)
    }

    /// Adds an entry. One that is there already is joined if the grammar has a map of handles there, or a map of such
    /// maps; else it is declared twice.
    ///
    /// - Parameter rule: What this map is.
    mutating func add(_ entry: Mapping.Entry, _ rule: ValueRule, _ diagnostics: inout DiagnosticCollector) {
        guard let position = positions[entry.key.text] else {
            positions[entry.key.text] = slots.count
            slots.append((entry, nil))
            return
        }
        let first = slots[position].entry
        if case .block(let name) = rule, let inner = Grammar.blocks[name]?.key(entry.key.text)?.value, inner.isJoinable,
            let there = first.value.mapping, let added = entry.value.mapping
        {
            if slots[position].joined == nil { slots[position].joined = JoinedMap(there, at: first.value.span) }
            for entry in added.entries { slots[position].joined?.add(entry, inner, &diagnostics) }
        } else {
            diagnostics.report(
                .keyDuplicate, "`\(entry.key.text)` is declared twice", at: entry.key.span,
                notes: [Diagnostic.Note("first declared here", at: first.key.span)])
        }
    }
}

extension ValueRule {
    /// Whether values of several files are joined: maps of things, and sections that have no handle of their own.
    fileprivate var isJoinable: Bool {
        switch self {
        case .map(let form, _): form != .free
        case .block(let name): [.env, .hooks, .navigation].contains(name)
        default: false
        }
    }
}
