extension DiagnosticCode {
    static let workflowCodes = [
        workflowCycle, workflowOrder, workflowInput, workflowType, workflowCondition, signalInput,
    ]

    static let workflowCycle = DiagnosticCode("workflow.cycle", "Steps of a workflow wait for one another.")
    static let workflowOrder = DiagnosticCode(
        warning: "workflow.order", "A step reads the result of one that it does not wait for.")
    static let workflowInput = DiagnosticCode("workflow.input", "A required input of a workflow is not supplied.")
    static let workflowType = DiagnosticCode(
        "workflow.type", "The manifest and the workflow's file disagree about an input's type.")
    static let workflowCondition = DiagnosticCode(
        warning: "workflow.condition", "A comparison behind a filter's arguments is taken for an argument.")
    static let signalInput = DiagnosticCode("signal.input", "A signal gives a workflow what it cannot take.")
}

/// The files of workflows: their steps, what their Liquid reads, and that they agree with the manifest (rulings 69 and
/// 90).
struct WorkflowFiles: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for workflow in input.manifest.workflows {
            guard let content = workflow.content else { continue }
            steps(content, &found)
            types(workflow, content, input, &found)
            actions(workflow, content, &found)
            outside(content, input, &found)
            var reader = WorkflowTemplates(manifest: input.manifest, workflow: workflow, content: content)
            for template in content.templates { reader.check(template) }
            found += reader.found
        }
        return found
    }

    // MARK: Steps

    private func steps(_ content: WorkflowFile, _ found: inout [Diagnostic]) {
        for step in content.steps {
            for need in step.needs where content.steps[need.handle] == nil {
                found.append(
                    .unknownReference(
                        "the workflow has no step `\(need.handle)`", need.handle, content.steps.handles, at: need.span))
            }
        }
        for circle in CircleSearch.circles(content.steps.handles, edges: { content.steps[$0]?.needs ?? [] }) {
            found.append(
                Diagnostic(
                    .workflowCycle, "step `\(circle.edge.handle)` would wait for itself", at: circle.edge.span,
                    notes: [.init("the circle is \(circle.words)")]))
        }
    }

    /// Other workflows and tools of this integration that steps name.
    private func outside(_ content: WorkflowFile, _ input: RuleInput, _ found: inout [Diagnostic]) {
        let manifest = input.manifest
        let own = "@\(manifest.header.handle)/"
        let handles = manifest.workflows.compactMap(\.content?.handle?.handle)
        let isComplete = manifest.workflows.allSatisfy { $0.content != nil }
            && !input.brokenSections.contains("workflows")
        for step in content.steps {
            if let run = step.run, run.handle.hasPrefix(own), isComplete {
                let name = String(run.handle.dropFirst(own.count))
                if !handles.contains(name) {
                    found.append(
                        .unknownReference("workflow `\(name)` is not declared", name, handles, at: run.span))
                }
            }
            if let call = step.call, call.app == manifest.header.handle, !input.brokenSections.contains("tools") {
                let names = manifest.tools.map(\.wireName)
                if !names.contains(call.tool.handle), !call.tool.handle.contains("{{") {
                    found.append(
                        .unknownReference(
                            "tool `\(call.tool.handle)` is not declared", call.tool.handle, names, at: call.tool.span))
                }
            }
        }
    }

    // MARK: Inputs

    private func types(
        _ workflow: WorkflowDeclaration, _ content: WorkflowFile, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        for declared in workflow.inputs {
            guard let there = content.inputs[declared.handle] else {
                found.append(
                    .unknownReference(
                        "the workflow's file has no input `\(declared.handle)`", declared.handle,
                        content.inputs.handles, at: declared.span))
                continue
            }
            guard let type = there.type, !declared.type.isUnknown else { continue }
            let wanted = WorkflowType.names(of: declared.type, in: input.manifest)
            if !wanted.isEmpty, !wanted.contains(type.handle), WorkflowType.isKnown(type.handle, in: input.manifest) {
                found.append(
                    Diagnostic(
                        .workflowType,
                        "input `\(declared.handle)` is \(declared.type.spelling) here and `\(type.handle)` in the file",
                        at: declared.typeSpan, notes: [.init("the file says so here", at: type.span)]))
            }
        }
        for there in content.inputs {
            if let type = there.type, let problem = WorkflowType.problem(type, in: input) { found.append(problem) }
        }
    }

    private func actions(_ workflow: WorkflowDeclaration, _ content: WorkflowFile, _ found: inout [Diagnostic]) {
        for action in workflow.actions where action.knows("inputs") {
            for given in action.inputs where content.inputs[given.name.handle] == nil {
                found.append(
                    .unknownReference(
                        "the workflow's file has no input `\(given.name.handle)`", given.name.handle,
                        content.inputs.handles, at: given.name.span))
            }
            for input in content.inputs where input.isRequired {
                guard !action.inputs.contains(where: { $0.name.handle == input.handle }) else { continue }
                found.append(
                    Diagnostic(
                        .workflowInput,
                        "action `\(action.handle)` does not supply `\(input.handle)`, which the workflow requires",
                        at: action.span, notes: [.init("required here", at: input.span)]))
            }
        }
    }
}

/// The types of a workflow's inputs, as the platform writes them.
enum WorkflowType {
    /// What the file may say for a type of the manifest; nothing where any name could be right.
    static func names(of type: ValueType, in manifest: Manifest) -> [String] {
        switch manifest.resolved(type) {
        case .record(let handle) where handle.hasPrefix(EventDeclaration.typePrefix):
            let event = handle.dropFirst(EventDeclaration.typePrefix.count).split(separator: ".")
            return ["@app/\(manifest.header.handle)/" + event.joined(separator: "/")]
        case .scalar(let scalar):
            switch scalar {
            case .string, .longString: return ["string", "text", "id"]
            case .integer, .number, .decimal: return ["number", "integer"]
            case .boolean: return ["boolean"]
            case .date: return ["date"]
            case .datetime: return ["datetime"]
            case .time: return ["time", "string"]
            case .file, .image: return ["file"]
            case .object: return ["object"]
            }
        case .modelID: return ["id", "string"]
        case .record, .model, .map: return ["object"]
        case .list: return ["array", "list"]
        case .field, .unknown: return []
        }
    }

    /// Whether a name is one that the comparison can judge.
    static func isKnown(_ name: String, in manifest: Manifest) -> Bool {
        let scalars: Set<String> = [
            "string", "text", "id", "number", "integer", "boolean", "date", "datetime", "time", "file", "object",
            "array", "list",
        ]
        return scalars.contains(name) || name.hasPrefix("@")
    }

    /// A name of this integration's own that is not declared: `@app/channels/sms`, `@app/realestate/enquiry/created`.
    static func problem(_ type: Reference, in input: RuleInput) -> Diagnostic? {
        let manifest = input.manifest
        let parts = type.handle.split(separator: "/").map(String.init)
        guard parts.count >= 3, parts[0] == "@app" else { return nil }
        let start = parts[0].utf8.count + parts[1].utf8.count + 2
        if parts[1] == "channels", parts.count == 3 {
            guard manifest.channels[parts[2]] == nil, !input.brokenSections.contains("channels") else { return nil }
            return .unknownName(
                "channel `\(parts[2])` is not declared", parts[2], manifest.channels.handles, in: type, at: start)
        }
        guard parts[1] == manifest.header.handle, !input.brokenSections.contains("events") else { return nil }
        let event = parts.dropFirst(2).joined(separator: ".")
        guard manifest.events[event] == nil else { return nil }
        let names = manifest.events.handles.map { $0.replacing(".", with: "/") }
        let name = parts.dropFirst(2).joined(separator: "/")
        return .unknownName("event `\(event)` is not declared", name, names, in: type, at: start)
    }
}

extension Diagnostic {
    /// `reference.unknown` for the part of a text that names something, from an offset on.
    fileprivate static func unknownName(
        _ message: String, _ word: String, _ candidates: [String], in text: Reference, at offset: Int
    ) -> Diagnostic {
        // Quotes stand before the text where it has them.
        let quote = text.span.end.offset - text.span.start.offset - text.handle.utf8.count
        let span = text.span.part(offset + quote / 2, word.utf8.count)
        return .unknownReference(message, word, candidates, at: span)
    }
}
