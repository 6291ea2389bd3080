extension ManifestAssembler {
    mutating func page(_ entry: DecodedEntry, in manifest: Manifest) -> PageDeclaration {
        let block = block(entry, .page)
        let path = block.text("path")
        var context = Declarations<ContextEntry>()
        var heading = heading(entry)
        for name in block.map("context") {
            guard case .block(let source) = name.value else {
                heading.doubts.add("context")
                continue
            }
            context.append(contextEntry(name, source))
        }
        return PageDeclaration(
            heading: heading,
            path: PagePath(
                segments: path.map { Self.segments($0.text) } ?? [], text: path?.text ?? "",
                span: path?.span ?? entry.key.span),
            isDefault: block.boolean("default") ?? false, isInNavigation: block.boolean("navigation") ?? false,
            audience: block.word("audience") ?? .install, parent: block.reference("parent"),
            group: block.reference("group"), condition: block.template("when"), context: context,
            blocks: block.list("blocks").compactMap { self.block($0, in: manifest) },
            actions: actions(block, in: manifest))
    }

    /// Splits a path; whether it is one that pages can have is checked by a rule.
    static func segments(_ path: String) -> [PagePath.Segment] {
        path.split(separator: "/").map { part in
            part.hasPrefix("[") && part.hasSuffix("]") && part.count > 2
                ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }

    private mutating func contextEntry(_ entry: DecodedEntry, _ source: DecodedBlock) -> ContextEntry {
        var heading = Heading(handle: entry.key.text, span: entry.key.span, body: entry.span)
        heading.doubts = entry.key.isRepeated ? .everything : Doubts(source.doubtful)
        if source.name == .contextTool {
            let tool = source.reference("tool") ?? Reference("", at: source.span)
            return ContextEntry(heading: heading, source: .tool(tool, inputs: inputValues(source.map("with"))))
        }
        let filters = source.map("where").flatMap { self.filters($0) }
        if filters.count < source.map("where").count { heading.doubts.add("where") }
        let order = source.texts("order").map { text -> ModelQuery.Order in
            let isDescending = text.text.hasPrefix("-")
            let field = isDescending ? String(text.text.dropFirst()) : text.text
            return .init(field: Reference(field, at: text.span), isDescending: isDescending)
        }
        let query = ModelQuery(
            model: source.reference("model") ?? Reference("", at: source.span), mode: source.word("mode") ?? .first,
            filters: filters, order: order, limit: source.integer("limit") ?? 100,
            saysMode: source["mode"] != nil)
        return ContextEntry(heading: heading, source: .query(query))
    }

    func filters(_ entry: DecodedEntry) -> [ModelQuery.Filter] {
        let field = Reference(entry.key.text, at: entry.key.span)
        func filter(_ comparison: ModelQuery.Comparison, _ node: Node) -> ModelQuery.Filter {
            .init(field: field, comparison: comparison, value: writtenValue(node))
        }
        switch entry.value {
        case .anything(let node): return [filter(.equal, node)]
        case .block(let block):
            return block.values.compactMap { key, _, value in
                guard let comparison = ModelQuery.Comparison(rawValue: key), case .anything(let node) = value else {
                    return nil
                }
                return filter(comparison, node)
            }
        default: return []
        }
    }

    func inputValues(_ entries: [DecodedEntry]) -> [InputValue] {
        entries.compactMap { entry in
            guard case .anything(let node) = entry.value else { return nil }
            return InputValue(input: Reference(entry.key.text, at: entry.key.span), value: writtenValue(node))
        }
    }

    func link(_ block: DecodedBlock?) -> PageLink? {
        guard let block, let page = block.reference("page") else { return nil }
        func arguments(_ entries: [DecodedEntry]) -> [PageLink.Argument] {
            entries.compactMap { entry in
                guard case .template(let value) = entry.value else { return nil }
                return .init(name: Reference(entry.key.text, at: entry.key.span), value: value)
            }
        }
        return PageLink(
            page: page, parameters: arguments(block.others), query: arguments(block.map("query")), span: block.span)
    }

    func outcome(_ value: Decoded?) -> Outcome? {
        guard case .block(let block)? = value else { return nil }
        switch block.name {
        case .refreshOutcome: return .refresh
        case .urlOutcome: return block.template("url").map(Outcome.url)
        default: return link(block).map(Outcome.page)
        }
    }

    mutating func actions(_ block: DecodedBlock, in manifest: Manifest) -> [ActionDeclaration] {
        block.list("actions").blocks.compactMap { action($0, in: manifest) }
    }

    mutating func action(_ block: DecodedBlock, in manifest: Manifest) -> ActionDeclaration? {
        let kinds = ["tool", "connect", "link", "url", "form"]
        let effects = kinds.filter { block[$0] != nil }
        guard effects.count == 1 else {
            if effects.isEmpty, !block.doubtful.isDisjoint(with: kinds) { return nil }
            diagnostics.report(
                .actionEffect,
                effects.isEmpty
                    ? "an action does something: it needs one of `tool`, `connect`, `link`, `url`, `form`"
                    : "an action does one thing, not both `\(effects[0])` and `\(effects[1])`",
                at: effects.count > 1 ? block.keySpan(effects[1]) ?? block.span : block.span.lowerBound)
            return nil
        }
        let effect: ActionDeclaration.Effect?
        switch effects[0] {
        case "tool": effect = block.reference("tool").map { .tool($0, inputs: inputValues(block.map("with"))) }
        case "connect": effect = block.reference("connect").map { .connect($0, id: block.template("id")) }
        case "link": effect = link(block.block("link")).map { .page($0) }
        case "url": effect = block.template("url").map { .url($0) }
        default: effect = block.block("form").map { .form(form($0, in: manifest)) }
        }
        guard let effect, let label = block.template("label") else { return nil }
        for (key, owner) in [("with", "tool"), ("then", "tool"), ("id", "connect")] where effects[0] != owner {
            if let span = block.keySpan(key) {
                diagnostics.report(.keyConflict, "`\(key)` goes with `\(owner)`, not with `\(effects[0])`", at: span)
            }
        }
        let confirmation = block.block("confirm").flatMap { confirm in
            confirm.template("title").map {
                ActionDeclaration.Confirmation(title: $0, description: confirm.template("description"))
            }
        }
        return ActionDeclaration(
            label: label, icon: block.string("icon"), variant: block.word("variant") ?? .secondary,
            condition: block.template("when"), enabled: block.template("enabled"), confirmation: confirmation,
            effect: effect, then: outcome(block["then"]), span: block.span)
    }
}
