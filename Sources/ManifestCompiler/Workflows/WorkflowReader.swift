/// Reads a workflow's file. Only what the manifest depends on is looked at; keys that are not known here are the
/// platform's business.
struct WorkflowReader {
    private let mapping: TemplateMapping
    private var diagnostics = DiagnosticCollector()
    private var file = WorkflowFile()

    /// What the file says, and what is wrong with it; `nil` if it is too broken to say anything.
    static func read(_ source: SourceFile) -> (file: WorkflowFile?, diagnostics: [Diagnostic]) {
        let syntax = SyntaxParser.parse(source)
        guard let root = syntax.root else { return (nil, syntax.diagnostics) }
        var reader = WorkflowReader(mapping: TemplateMapping(source: SourceText(source)))
        reader.diagnostics.report(syntax.diagnostics)
        guard reader.read(root) else { return (nil, reader.diagnostics.diagnostics()) }
        return (reader.file, reader.diagnostics.diagnostics())
    }

    private init(mapping: TemplateMapping) { self.mapping = mapping }

    private mutating func read(_ root: Node) -> Bool {
        guard let entries = map(root, "a workflow", at: root.span) else { return false }
        guard let steps = entries.first(where: { $0.key.text == "steps" }) else {
            diagnostics.report(.keyMissing, "a workflow needs the key `steps`", at: root.span.lowerBound)
            return false
        }
        for entry in entries {
            switch entry.key.text {
            case "handle":
                file.handle = entry.value.scalar.map { Reference($0.text, at: entry.value.span) }
            case "inputs":
                for input in map(entry.value, "`inputs`", at: entry.key.span) ?? [] { self.input(input) }
            case "variables":
                file.variables = map(entry.value, "`variables`", at: entry.key.span)?.map(\.key.text) ?? []
            case "outputs": templates(entry.value, step: nil)
            default: break
            }
        }
        guard let entries = map(steps.value, "`steps`", at: steps.key.span) else { return false }
        for entry in entries { step(entry) }
        return true
    }

    /// The entries of a map; a value of another shape is reported, one that is not there has none.
    private mutating func map(_ node: Node, _ what: String, at span: SourceSpan) -> [Mapping.Entry]? {
        if let mapping = node.mapping { return mapping.entries }
        if node.scalar?.isMissing == true { return [] }
        diagnostics.report(.valueShape, "\(what) is written as a map", at: node.scalar?.isMissing == true ? span : node.span)
        return nil
    }

    private mutating func input(_ entry: Mapping.Entry) {
        let keys = map(entry.value, "an input", at: entry.key.span) ?? []
        func value(_ key: String) -> Node? { keys.first { $0.key.text == key }?.value }
        let type = value("type").flatMap { node in node.scalar.map { Reference($0.text, at: node.span) } }
        file.inputs.append(
            WorkflowFile.Input(
                heading: Heading(handle: entry.key.text, span: entry.key.span), type: type,
                isRequired: value("required")?.scalar?.text == "true"))
    }

    private mutating func step(_ entry: Mapping.Entry) {
        let name = entry.key.text
        var step = WorkflowFile.Step(heading: Heading(handle: name, span: entry.key.span), needs: [])
        for key in map(entry.value, "a step", at: entry.key.span) ?? [] {
            switch key.key.text {
            case "needs": step.needs = references(key.value)
            case "run": step.run = key.value.scalar.map { Reference($0.text, at: key.value.span) }
            case "service": step.call = toolCall(key.value)
            case "if":
                step.condition = key.value.scalar.map { mapping.template($0, key.value.span, kind: .template) }
            default: break
            }
            templates(key.value, step: name)
        }
        file.steps.append(step)
    }

    /// `service: { name: skedyul/app, cmd: tool.call, options: { app, toolName } }`.
    private func toolCall(_ node: Node) -> WorkflowFile.ToolCall? {
        func value(_ node: Node?, _ key: String) -> Node? {
            node?.mapping?.entries.first { $0.key.text == key }?.value
        }
        guard value(node, "cmd")?.scalar?.text == "tool.call", let options = value(node, "options"),
            let app = value(options, "app")?.scalar?.text, let tool = value(options, "toolName"),
            let name = tool.scalar?.text
        else { return nil }
        return WorkflowFile.ToolCall(app: app, tool: Reference(name, at: tool.span))
    }

    private func references(_ node: Node) -> [Reference] {
        (node.sequence ?? [node]).compactMap { item in
            item.scalar.flatMap { $0.isMissing ? nil : Reference($0.text, at: item.span) }
        }
    }

    /// Every text below a value that has Liquid in it.
    private mutating func templates(_ node: Node, step: String?) {
        switch node.content {
        case .scalar(let scalar):
            guard scalar.text.contains("{{") || scalar.text.contains("{%") else { return }
            let source = mapping.template(scalar, node.span, kind: .template)
            file.templates.append(WorkflowFile.Template(source: source, step: step))
        case .sequence(let items, _): for item in items { templates(item, step: step) }
        case .mapping(let mapping): for entry in mapping.entries { templates(entry.value, step: step) }
        }
    }
}
