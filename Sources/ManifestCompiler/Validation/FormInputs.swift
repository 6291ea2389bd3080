/// A form supplies every required input of its tool, each once, and asks only for what can be asked.
struct FormInputs: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for page in input.manifest.pages {
            for form in page.forms {
                guard let tool = input.manifest.tools[form.tool.handle] else { continue }
                let fields = form.entries.compactMap { if case .field(let field) = $0 { field } else { nil } }
                let asked = fields.map(\.input)
                if input.isRead(form.heading.body) {
                    missing(form.with.map(\.input) + asked, tool, form.tool, input.manifest, &found)
                }
                twice(form.with.map(\.input) + asked, &found)
                for field in fields {
                    component(field, tool, input, &found)
                    hidden(field, tool, input.manifest, &found)
                }
            }
            for action in page.allActions {
                guard case .tool(let reference, let values) = action.effect,
                    let tool = input.manifest.tools[reference.handle], input.isRead(action.span)
                else { continue }
                missing(values.map(\.input), tool, reference, input.manifest, &found)
            }
            for form in page.forms {
                let asked = form.fields.map(\.input)
                for field in form.fields { changed(field, asked, input, &found) }
            }
            for entry in page.context {
                guard case .tool(let reference, let values) = entry.source,
                    let tool = input.manifest.tools[reference.handle], entry.knows("with")
                else { continue }
                missing(values.map(\.input), tool, reference, input.manifest, &found)
            }
        }
        return found
    }

    private func missing(
        _ given: [Reference], _ tool: ToolDeclaration, _ reference: Reference, _ manifest: Manifest,
        _ found: inout [Diagnostic], excuses: Bool = true
    ) {
        let names = Set(given.map(\.handle))
        // A name that is not an input has been reported, and is probably one of these.
        let inputs = manifest.inputFields(of: tool)
        let strays = excuses ? names.filter { inputs[$0] == nil } : []
        for field in inputs
        where field.requirement == .required && field.defaultValue == nil && !names.contains(field.handle) {
            guard Suggestion.nearest(to: field.handle, among: strays) == nil, !field.type.isUnknown,
                field.knows("default"), TextForm.isHandle(field.handle)
            else { continue }
            found.append(
                Diagnostic(
                    .formInputMissing,
                    "tool `\(tool.handle)` requires the input `\(field.handle)`, which is not supplied",
                    at: reference.span, notes: notes(field)))
        }
    }

    /// Ruling 59: what is hidden is not sent, so it must not be required.
    private func hidden(
        _ field: FormField, _ tool: ToolDeclaration, _ manifest: Manifest, _ found: inout [Diagnostic]
    ) {
        guard let visible = field.visible, let input = manifest.inputFields(of: tool)[field.input.handle],
            input.requirement == .required, input.defaultValue == nil, input.knows("type", "default")
        else { return }
        found.append(
            Diagnostic(
                .formInputHidden, "input `\(input.handle)` is required, and a field that is hidden is not sent",
                at: visible.span, notes: notes(input), help: ["make it optional, or give it a default"]))
    }

    /// A tool that a change calls gets the input of the field's name, all of the form's that it has, and `with`.
    private func changed(_ field: FormField, _ asked: [Reference], _ input: RuleInput, _ found: inout [Diagnostic]) {
        guard let change = field.change, let tool = input.manifest.tools[change.tool.handle],
            input.isRead(change.span)
        else { return }
        missing(change.inputs.map(\.input) + asked, tool, change.tool, input.manifest, &found, excuses: false)
    }

    private func notes(_ field: FieldDeclaration) -> [Diagnostic.Note] {
        field.span.file == SourceFile.predeclaredPath ? [] : [.init("declared here", at: field.span)]
    }

    private func twice(_ given: [Reference], _ found: inout [Diagnostic]) {
        var first: [String: SourceSpan] = [:]
        for reference in given {
            if let earlier = first[reference.handle] {
                found.append(
                    Diagnostic(
                        .formInputTwice, "input `\(reference.handle)` is supplied twice", at: reference.span,
                        notes: [.init("first here", at: earlier)]))
            } else {
                first[reference.handle] = reference.span
            }
        }
    }

    private func component(
        _ field: FormField, _ tool: ToolDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        guard let declared = input.manifest.inputFields(of: tool)[field.input.handle] else { return }
        let origin = input.manifest.origin(of: declared).field
        let type = input.manifest.resolved(declared.type)
        func report(_ message: String) {
            found.append(Diagnostic(.formComponent, message, at: field.input.span, notes: notes(declared)))
        }
        switch type.element {
        // That no input is a whole instance is said where the input is.
        case .model: return
        case .record, .map, .list, .scalar(.object):
            report("input `\(declared.handle)` is \(declared.type.spelling), which a form cannot ask for")
            return
        case .unknown: return
        case .scalar, .modelID, .field: break
        }
        let isSelect = [.select, .combobox, .multiselect].contains(field.component)
        if isSelect, field.choices == nil, origin.options.isEmpty, origin.knows("options"),
            input.isRead(field.span)
        {
            if case .modelID = type.element { return }
            report(
                "a \(field.component?.rawValue ?? "select") needs something to choose from: "
                    + "`from` and `value`, or options"
            )
        }
        if field.component == .multiselect, !type.isList { report("a multiselect is for lists") }
        if field.component == .file, type.element.scalar != .file, type.element.scalar != .image {
            report("a file component is for FILE and IMAGE")
        }
        if field.component == .switch, type.scalar != .boolean { report("a switch is for BOOLEAN") }
        if field.component == .number, type.scalar?.isNumeric != true { report("a number component is for numbers") }
        if field.component == .lines, !type.isList { report("lines are for lists") }
        for (component, scalar, words) in [
            (FormField.Component.date, ScalarType.date, "DATE"), (.time, .time, "TIME"), (.datetime, .datetime, "DATETIME"),
        ] where field.component == component && type.scalar != scalar {
            report("a \(component.rawValue) component is for \(words)")
        }
        if field.initial != nil, [.file, .image].contains(type.element.scalar) {
            report("a file has no first value: browsers let only people choose files")
        }
    }
}
