extension GenerationContext {
    /// `Pages.swift`: a type a page, its templates and conditions compiled into it.
    func translatePages() -> SwiftFile {
        guard !manifest.pages.isEmpty else { return file([]) }
        var translator = PageTranslator(self)
        let pages = manifest.pages.map { SwiftDeclaration.type(translator.translate($0)) }
        let type = SwiftTypeDeclaration(
            documentation: ["The pages, by name."], keyword: .enum, name: "Pages", members: pages)
        return file([.type(type)])
    }
}

/// Checks every template, condition and path of the manifest.
///
/// A page is checked by translating it: one walk, so that what is checked is what becomes code. Where something else
/// is wrong in the manifest, everything is looked at all the same; of what could not be read, nothing is said.
package func checkTemplates(_ manifest: Manifest) -> [Diagnostic] {
    let context = GenerationContext(manifest)
    var translator = PageTranslator(context)
    for page in manifest.pages { _ = translator.translate(page) }
    for model in manifest.models {
        guard let title = model.title else { continue }
        let instance = TypedExpression(.code("instance"), .model(model.handle))
        let scope = context.scope(inside: TemplateScope(), of: instance)
        _ = translator.templates.text(title, in: scope, for: .shown)
    }
    for tool in manifest.tools { _ = context.rules(of: tool, &translator.templates) }
    context.checkActions(&translator.templates)
    context.checkSubscriptions(&translator.templates)
    translator.checkNavigation()
    context.checkSignals(&translator.templates)
    return translator.templates.diagnostics
}

/// Translates pages. Where a template is wrong it says so in ``templates`` and goes on with something harmless.
struct PageTranslator {
    let context: GenerationContext
    var templates: TemplateCompiler
    /// Functions of the page that is being translated.
    var functions: [SwiftDeclaration] = []
    /// The page that is being translated.
    var page: PageDeclaration?
    /// Forms that actions open, with the ids by which they do.
    var opened: [(id: String, form: FormBlock, condition: TemplateSource?)] = []
    /// How often a kind of block, or a tool's form, was there on this page.
    private var counts: [String: Int] = [:]

    init(_ context: GenerationContext) {
        self.context = context
        templates = TemplateCompiler(context)
    }

    var names: SwiftNames { context.names }
    var manifest: Manifest { context.manifest }

    mutating func translate(_ page: PageDeclaration) -> SwiftTypeDeclaration {
        functions = []
        counts = [:]
        opened = []
        self.page = page
        defer { self.page = nil }
        var body: [SwiftStatement] = []
        if let condition = page.condition {
            let scope = context.entryScope(of: page)
            let test = templates.condition(condition, in: scope) ?? .boolean(true)
            body.append(.guard([test], else: [.throw(.code("PageNotFound()"))]))
        }
        let before = templates.assume(page.condition)
        defer { templates.forget(before) }
        var scope = TemplateScope()
        var loads: [[SwiftStatement]] = []
        for entry in page.context {
            loads.append(load(entry, on: page, in: context.requestScope(of: page, in: scope)))
            scope = context.scope(of: page).upTo(entry.handle)
        }
        scope = context.scope(of: page)
        var blocks = (tabs(of: page) + page.drawnBlocks).map { block(for: $0, on: page, in: scope) }
        while !opened.isEmpty {
            let (id, form, condition) = opened.removeFirst()
            var modal = form
            modal.isModal = true
            modal.heading.condition = condition
            blocks.append(block(for: .form(modal), id: id, on: page, in: scope))
        }
        let isPlain = blocks.allSatisfy { $0.condition == nil }
        let head = body
        body = []
        if isPlain {
            body.append(.constant("blocks", type: "[PageBlock]", .array(blocks.map(\.value))))
        } else {
            body.append(.variable("blocks", type: "[PageBlock]", .array([])))
            for block in blocks {
                let append = SwiftStatement.expression(
                    .call("blocks.append", [SwiftArgument(nil, block.value)]))
                body.append(block.condition.map { .if([$0], then: [append]) } ?? append)
            }
        }
        let content: [SwiftArgument] = [
            SwiftArgument("title", .string(names.label(page))), SwiftArgument("blocks", .code("blocks")),
        ]
        body.append(.return(.call("PageContent", content)))
        // What relationships lead to is loaded behind what they lead from, where something behind it uses it.
        for (entry, load) in zip(page.context, loads).reversed() {
            for related in context.relatedValues(of: entry).reversed()
            where body.contains(where: { $0.mentions(related.local) }) {
                body.insert(.constant(related.local, related.load), at: 0)
            }
            let isUsed = body.contains { $0.mentions(names.local(entry.handle)) }
            body = (isUsed ? load : load.compactMap(Self.withoutValue)) + body
        }
        body = head + body
        let members: [SwiftDeclaration] = [
            .alias(name: "Owner", type: names.integration),
            .property(SwiftProperty(isStatic: true, name: "descriptor", value: descriptor(of: page))),
            .function(
                SwiftFunction(
                    isStatic: true, name: "content",
                    parameters: [.init(label: "for", name: "request", type: "PageRequest<\(names.integration)>")],
                    effects: ["async", "throws"], result: "PageContent", body: body)),
        ]
        return SwiftTypeDeclaration(
            documentation: GenerationContext.documentation(of: page, path: "pages.\(page.handle)"), keyword: .enum,
            name: names.page(page.handle), conformances: ["Page"], members: members + functions)
    }

    /// The load of a value that nothing uses: nothing, unless the page is not there without it.
    private static func withoutValue(_ load: SwiftStatement) -> SwiftStatement? {
        guard case .guard(let conditions, let otherwise) = load,
            case .infix(_, "=", .prefix(let effects, let value))? = conditions.first
        else { return nil }
        return .guard([.prefix(effects, .infix(value, "!=", .none))], else: otherwise)
    }

    private func descriptor(of page: PageDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(page.handle)), SwiftArgument("label", .string(names.label(page))),
        ]
        if let text = page.description { arguments.append(SwiftArgument("description", .string(text))) }
        let segments = page.path.segments.map { segment in
            switch segment {
            case .literal(let text): SwiftExpression.call(".literal", [SwiftArgument(nil, .string(text))])
            case .parameter(let name): SwiftExpression.call(".parameter", [SwiftArgument(nil, .string(name))])
            }
        }
        arguments += [
            SwiftArgument("icon", .optionalString(page.heading.icon)),
            SwiftArgument("route", .call("Route", [SwiftArgument(nil, .array(segments))])),
            SwiftArgument("isDefault", .boolean(manifest.defaultPage?.handle == page.handle)),
        ]
        if let parent = page.parent { arguments.append(SwiftArgument("parent", .string(parent.handle))) }
        return .call("PageDescriptor", arguments)
    }

    // MARK: Blocks

    /// One block: when it is there, and the value of type `PageBlock`. What it says is in a function of its own.
    private mutating func block(
        for block: Block, id: String? = nil, on page: PageDeclaration, in scope: TemplateScope
    ) -> (condition: SwiftExpression?, value: SwiftExpression) {
        let body: [SwiftStatement]
        let kind: String
        let before = templates.assume(block.heading.condition)
        defer { templates.forget(before) }
        switch block {
        case .card(let card): (kind, body) = ("card", translate(card, in: scope))
        case .form(let form): (kind, body) = ("form", translate(form, id: id, on: page, in: scope))
        case .list(let list): (kind, body) = ("list", translate(list, in: scope))
        case .record(let record): (kind, body) = ("record", translate(record, on: page, in: scope))
        case .alert(let alert): (kind, body) = ("alert", translate(alert, in: scope))
        case .conversation(let conversation): (kind, body) = ("conversation", translate(conversation, in: scope))
        case .table(let table): (kind, body) = ("table", translate(table, in: scope))
        case .markdown(let markdown): (kind, body) = ("markdown", translate(markdown, in: scope))
        case .panel, .modelMapper, .raw: (kind, body) = ("alert", note(for: block, in: scope))
        }
        let condition = block.heading.condition.flatMap { templates.condition($0, in: scope) }
        let name = numbered(kind + "Block")
        let values = usedValues(in: body, on: page)
        let onlyValue: SwiftExpression? = if body.count == 1, case .return(let value) = body[0] { value } else { nil }
        functions.append(
            .function(
                SwiftFunction(
                    isPrivate: true, isStatic: true, name: name,
                    parameters: values.map { .init(label: "_", name: $0.name, type: $0.type) },
                    result: kind.prefix(1).uppercased() + kind.dropFirst() + "Block",
                    body: onlyValue.map { [.expression($0)] } ?? body)))
        let call = SwiftExpression.call(
            name, values.map { SwiftArgument(nil, .code(SwiftKeywords.escaped($0.name))) })
        return (condition, .call(".\(kind)", [SwiftArgument(nil, call)]))
    }

    /// `formBlock`, `formBlock2`: stable as long as nothing of the kind is put before it.
    mutating func numbered(_ name: String, separator: String = "") -> String {
        let count = counts[name, default: 0] + 1
        counts[name] = count
        return count == 1 ? name : "\(name)\(separator)\(count)"
    }

    /// The context values that code mentions, with their Swift types.
    private func usedValues(in body: [SwiftStatement], on page: PageDeclaration) -> [(name: String, type: String)] {
        var values: [(name: String, type: String)] = page.context.map { entry in
            (names.local(entry.handle), type(of: entry))
        }
        values += page.context.flatMap(context.relatedValues).map { ($0.local, $0.type) }
        values.append(("request", "PageRequest<\(names.integration)>"))
        return values.filter { value in body.contains { $0.mentions(value.name) } }
    }

    private func type(of entry: ContextEntry) -> String {
        switch entry.source {
        case .query(let query):
            let model = names.model(query.model.handle)
            return switch query.mode {
            case .first: context.isFixedByPath(query) ? model : "\(model)?"
            case .many: "[\(model)]"
            case .count: "Int"
            }
        case .tool(let tool, _): return "ContextValue<\(names.tool(tool.handle)).Output>"
        }
    }
}

extension Block {
    var heading: BlockHeading {
        switch self {
        case .card(let block): block.heading
        case .form(let block): block.heading
        case .list(let block): block.heading
        case .record(let block): block.heading
        case .alert(let block): block.heading
        case .conversation(let block): block.heading
        case .table(let block): block.heading
        case .markdown(let block): block.heading
        case .panel(let block): block.heading
        case .modelMapper(let block): block.heading
        case .raw(let block): block.heading
        }
    }
}
