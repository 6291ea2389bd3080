/// A signal gives its workflow the inputs that the workflow's file has, and all that it requires.
struct SignalInputs: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for signal in input.manifest.signals where signal.knows("map", "workflow") {
            guard let workflow = input.manifest.workflows[signal.workflow.handle], let content = workflow.content else {
                continue
            }
            for given in signal.inputs where content.inputs[given.input.handle] == nil {
                found.append(
                    .unknownReference(
                        "the file of workflow `\(workflow.handle)` has no input `\(given.input.handle)`",
                        given.input.handle, content.inputs.handles, at: given.input.span))
            }
            for input in content.inputs where input.isRequired {
                guard !signal.inputs.contains(where: { $0.input.handle == input.handle }) else { continue }
                found.append(
                    Diagnostic(
                        .workflowInput,
                        "signal `\(signal.handle)` does not supply `\(input.handle)`, which the workflow requires",
                        at: signal.span, notes: [.init("required here", at: input.span)]))
            }
        }
        return found
    }
}

extension GenerationContext {
    /// What templates of a signal see.
    func scope(of signal: SignalDeclaration) -> TemplateScope {
        guard let event = manifest.events[signal.event.handle] else {
            return TemplateScope().adding("event", .unknown)
        }
        return TemplateScope().adding(
            "event",
            .namespace([
                "name": TypedExpression(.code("event.name"), .text),
                "payload": TypedExpression(.code("event.payload"), .record(event.record.handle)),
            ]))
    }

    /// Types the templates and conditions of signals, and the values that they give to inputs whose type is declared.
    func checkSignals(_ templates: inout TemplateCompiler) {
        for signal in manifest.signals {
            let scope = scope(of: signal)
            if let condition = signal.condition { _ = templates.condition(condition, in: scope) }
            for given in signal.inputs {
                let input = manifest.workflows[signal.workflow.handle]?.inputs[given.input.handle]
                templates.check(
                    given.value, as: input.map { templateType(of: $0.type) } ?? .unknown, .signalInput,
                    input: given.input.handle, declared: input?.span, in: scope)
            }
        }
    }

    /// Templates of workflows' actions see `input`, what the person wrote.
    func checkActions(_ templates: inout TemplateCompiler) {
        let scope = TemplateScope().adding("input", .value(TypedExpression(.code("input"), .text)))
        for action in manifest.workflows.flatMap(\.actions) {
            for case .template(let source) in action.inputs.map(\.source) {
                _ = templates.text(source, in: scope, for: .data)
            }
        }
    }
}
