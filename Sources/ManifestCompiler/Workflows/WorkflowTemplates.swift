/// Checks what the Liquid of a workflow's file reads.
struct WorkflowTemplates {
    let manifest: Manifest
    let workflow: WorkflowDeclaration
    let content: WorkflowFile
    private(set) var found: [Diagnostic] = []
    /// In workflows with more steps nobody looks for the order.
    private static let stepsInOrder = 2_000
    /// For each step, all that it waits for, however far before it.
    private var earlier: [String: Set<String>] = [:]

    init(manifest: Manifest, workflow: WorkflowDeclaration, content: WorkflowFile) {
        self.manifest = manifest
        self.workflow = workflow
        self.content = content
    }

    mutating func check(_ template: WorkflowFile.Template) {
        let text = LiquidText(template.source.text)
        for problem in text.problems {
            found.append(Diagnostic(.templateSyntax, problem.message, at: template.source.span(of: problem.range)))
        }
        for range in text.misreadOperators {
            found.append(
                Diagnostic(
                    .workflowCondition, "behind a filter with arguments this is taken for one of them",
                    at: template.source.span(of: range),
                    help: ["keep the filter's result with `{% assign %}`, and compare in `{% if %}`"]))
        }
        for path in text.paths where !text.locals.contains(path.segments[0].name) { check(path, template) }
    }

    private mutating func check(_ path: LiquidText.Path, _ template: WorkflowFile.Template) {
        guard path.segments.count > 1, !path.segments[1].isIndex else { return }
        let second = path.segments[1]
        let span = template.source.span(of: second.range)
        switch path.segments[0].name {
        case "steps":
            guard content.steps[second.name] != nil else {
                found.append(
                    .unknownReference(
                        "the workflow has no step `\(second.name)`", second.name, content.steps.handles, at: span))
                return
            }
            guard let step = template.step, content.steps.count <= Self.stepsInOrder,
                !waits(step).contains(second.name)
            else { return }
            let message =
                step == second.name
                ? "step `\(step)` reads its own result"
                : "step `\(step)` reads the result of `\(second.name)`, which it does not wait for"
            found.append(
                Diagnostic(
                    .workflowOrder, message, at: span,
                    help: step == second.name ? [] : ["add `\(second.name)` to the step's `needs`"]))
        case "inputs":
            guard content.inputs[second.name] != nil else {
                found.append(
                    .unknownReference(
                        "the workflow has no input `\(second.name)`", second.name, content.inputs.handles, at: span))
                return
            }
            guard let type = workflow.inputs[second.name]?.type else { return }
            follow(path.segments.dropFirst(2), type, template.source)
        case "variables":
            guard !content.variables.contains(second.name) else { return }
            found.append(
                .unknownReference(
                    "the workflow has no variable `\(second.name)`", second.name, content.variables, at: span))
        case "step", "input", "variable":
            let root = path.segments[0]
            let better = root.name + "s"
            let span = template.source.span(of: root.range)
            found.append(
                Diagnostic(
                    .referenceUnknown, "there is no `\(root.name)`; did you mean `\(better)`?", at: span,
                    fixIts: [.init("replace with `\(better)`", replacing: span, with: better)]))
        default: break
        }
    }

    /// Follows a path into a value whose type the manifest says. Workflows see the names on the wire.
    private mutating func follow(
        _ segments: ArraySlice<LiquidText.Path.Segment>, _ type: ValueType, _ source: TemplateSource
    ) {
        var type = type
        for segment in segments {
            let resolved = manifest.resolved(type)
            if segment.isIndex || ["first", "last"].contains(segment.name), resolved.isList {
                type = resolved.element
                continue
            }
            let owner: String
            switch resolved {
            case .record(let handle): owner = handle
            case .model(let handle): owner = handle
            default: return
            }
            guard let fields = manifest.fields(of: resolved), knows(resolved) else { return }
            guard let field = fields.first(where: { $0.wireName == segment.name }) else {
                found.append(
                    .unknownReference(
                        "`\(owner)` has no field `\(segment.name)`", segment.name, fields.map(\.wireName),
                        at: source.span(of: segment.range)))
                return
            }
            type = field.type
        }
    }

    private func knows(_ type: ValueType) -> Bool {
        switch type {
        case .record(let handle): manifest.record(handle).map { $0.knows("fields") && !$0.isOpen } == true
        case .model(let handle): manifest.models[handle]?.knows("fields") == true
        default: false
        }
    }

    private mutating func waits(_ step: String) -> Set<String> {
        if let known = earlier[step] { return known }
        var result: Set<String> = []
        var next = content.steps[step]?.needs.map(\.handle) ?? []
        while let handle = next.popLast() {
            guard result.insert(handle).inserted else { continue }
            next += content.steps[handle]?.needs.map(\.handle) ?? []
        }
        earlier[step] = result
        return result
    }
}
