extension ManifestAssembler {
    func setupStep(_ entry: DecodedEntry) -> SetupStepDeclaration {
        let block = block(entry, .setupStep)
        let action = block.block("action").flatMap { action in
            action.reference("tool").map {
                SetupStepDeclaration.Action(tool: $0, label: action.string("label"), span: action.span)
            }
        }
        return SetupStepDeclaration(
            heading: heading(entry), kind: block.word("kind") ?? .app, requires: block.references("requires"),
            entities: block.references("entities"), workflows: block.references("workflows"),
            variables: block.references("env"), listens: block.words("listen"), grants: block.references("grants"),
            action: action, page: block.reference("page"))
    }

    mutating func workflow(_ entry: DecodedEntry) -> WorkflowDeclaration {
        let block = block(entry, .workflow)
        let inputs = block.map("input").compactMap { entry -> WorkflowDeclaration.Input? in
            guard case .type(let type) = entry.value else { return nil }
            return WorkflowDeclaration.Input(
                heading: Heading(handle: entry.key.text, span: entry.key.span, body: entry.span),
                type: valueType(type.form), isOptional: type.isOptional, typeSpan: type.span)
        }
        let actions = block.map("actions").map { workflowAction($0) }
        let (file, source) = namedFile(block, entry, for: .workflow)
        var workflow = WorkflowDeclaration(
            heading: heading(entry), file: file,
            requires: block.list("requires").blocks.compactMap { workflowRequirement($0) },
            inputs: Declarations(inputs), actions: Declarations(actions))
        if let source {
            let read = WorkflowReader.read(source)
            diagnostics.report(read.diagnostics)
            workflow.content = read.file
        }
        return workflow
    }

    private mutating func workflowRequirement(_ block: DecodedBlock) -> WorkflowDeclaration.Requirement? {
        let kinds = ["channel", "workflow", "model"]
        let present = kinds.filter { block[$0] != nil }
        for other in present.dropFirst() {
            diagnostics.report(
                .keyConflict, "an entry names one thing: `\(other)` does not go with `\(present[0])`",
                at: block.keySpan(other) ?? block.span)
        }
        if let channel = block.reference("channel") { return .channel(channel) }
        if let workflow = block.reference("workflow") { return .workflow(workflow) }
        if let model = block.reference("model") { return .model(model) }
        if block.doubtful.isDisjoint(with: kinds) {
            diagnostics.report(
                .keyMissing, "an entry of `requires` needs one of the keys \(kinds.joined(separator: ", "))",
                at: block.span.lowerBound)
        }
        return nil
    }

    private mutating func workflowAction(_ entry: DecodedEntry) -> WorkflowAction {
        let block = block(entry, .workflowAction)
        var heading = heading(entry)
        var inputs: [WorkflowAction.Input] = []
        for input in block.map("inputs") {
            if let made = workflowInput(input) { inputs.append(made) } else { heading.doubts.add("inputs") }
        }
        return WorkflowAction(
            heading: heading, isBatch: block.boolean("batch") ?? false, entity: block.reference("entity"),
            inputs: inputs)
    }

    private mutating func workflowInput(_ entry: DecodedEntry) -> WorkflowAction.Input? {
        let name = Reference(entry.key.text, at: entry.key.span)
        switch entry.value {
        case .template(let template): return .init(name: name, source: .template(template))
        case .block(let block):
            if block["field"] != nil, block["template"] != nil, let span = block.keySpan("template") {
                diagnostics.report(
                    .keyConflict, "an input has one source: `template` does not go with `field`", at: span)
            }
            if let field = block.text("field") {
                return workflowField(field).map { .init(name: name, label: block.string("label"), source: $0) }
            }
            if let template = block.template("template") {
                return .init(name: name, label: block.string("label"), source: .template(template))
            }
            if block.doubtful.isDisjoint(with: ["field", "template"]) {
                diagnostics.report(
                    .keyMissing, "an input needs one of the keys field, template", at: block.span.lowerBound)
            }
            return nil
        default: return nil
        }
    }

    /// `platform/contact.phone`, `calendar_event.start`.
    private mutating func workflowField(_ text: DecodedText) -> WorkflowAction.Source? {
        let parts = text.text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, TextForm.platformName.matches(parts[0]), TextForm.isHandle(parts[1]) else {
            diagnostics.report(
                .valueForm, "`\(text.text)` is not a field", at: text.span,
                help: ["write an entity and its field: platform/contact.phone"])
            return nil
        }
        let name = parts[0].utf8.count
        return .field(
            entity: Reference(parts[0], at: text.span.part(0, name)),
            field: Reference(parts[1], at: text.span.part(name + 1, parts[1].utf8.count)))
    }

    mutating func agent(_ entry: DecodedEntry) -> AgentDeclaration {
        let block = block(entry, .agent)
        let system: AgentDeclaration.Prompt =
            if let prompt = block.block("system") {
                .file(namedFile(prompt, entry, for: .prompt).named)
            } else {
                .text(block.string("system") ?? "", at: block["system"]?.span ?? entry.key.span)
            }
        return AgentDeclaration(
            heading: heading(entry), system: system, tools: block.references("tools"),
            parent: block.reference("parent"), model: block.string("model"))
    }

    /// The file that `file:` names, with its text.
    private mutating func namedFile(
        _ block: DecodedBlock, _ entry: DecodedEntry, for purpose: OpenedFiles.Purpose
    ) -> (named: NamedFile, source: SourceFile?) {
        guard let path = block.text("file") else {
            return (NamedFile(path: "", pathFromManifest: "", span: entry.key.span, contents: ""), nil)
        }
        var named = NamedFile(
            path: path.text, pathFromManifest: files.path(path.text, from: path.span.file), span: path.span, contents: "")
        guard let file = files.open(path.text, named: path.span, for: purpose, into: &diagnostics) else {
            return (named, nil)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = file.bytes.starts(with: mark) ? file.bytes.dropFirst(mark.count) : file.bytes[...]
        // The parser of a workflow says more than that.
        if let text = String(validating: bytes, as: UTF8.self) {
            named.contents = text
        } else if purpose == .prompt {
            diagnostics.report(.fileUnreadable, "`\(path.text)` is not UTF-8 text", at: path.span)
        }
        return (named, file)
    }
}
