extension PageTranslator {
    /// - Parameter id: Of a form that an action opens, which knows it already.
    mutating func translate(
        _ form: FormBlock, id: String? = nil, on page: PageDeclaration, in scope: TemplateScope
    ) -> [SwiftStatement] {
        guard let tool = manifest.tools[form.tool.handle] else {
            for input in form.with { _ = json(input.value, in: scope) }
            _ = heading(form.heading, in: scope)
            return []
        }
        var body: [SwiftStatement] = []
        let inputs = manifest.inputFields(of: tool)
        let record = form.of.flatMap { reference -> TypedExpression? in
            if case .value(let value)? = scope.entry(reference.handle, context) { value } else { nil }
        }
        var fields: [SwiftExpression] = []
        let live = scope.withForm(self, tool)
        for alert in form.alerts {
            _ = translate(alert, in: live)
            if let condition = alert.heading.condition { _ = templates.condition(condition, in: live) }
        }
        for entry in form.asked(inputs) {
            guard let input = inputs[entry.input.handle] else { continue }
            fields.append(field(entry, for: input, of: tool, record: record, in: scope, body: &body))
        }
        var arguments = [
            SwiftArgument("id", .string(id ?? numbered(tool.handle, separator: "-"))),
            SwiftArgument("title", optionalText(form.heading.title, in: scope)),
        ]
        if let description = form.heading.description {
            arguments.append(SwiftArgument("description", optionalText(description, in: scope)))
        }
        if form.isModal { arguments.append(SwiftArgument("isModal", .boolean(true))) }
        arguments += [
            SwiftArgument("tool", .string(tool.wireName)),
            SwiftArgument("submitLabel", .string(form.submitLabel ?? names.label(tool))),
            SwiftArgument("fields", .array(fields)),
        ]
        if !form.with.isEmpty { arguments.append(SwiftArgument("fixed", values(form.with, of: tool, in: scope))) }
        if let then = form.then {
            arguments.append(SwiftArgument("then", outcome(then, after: tool, in: scope)))
        }
        body.append(.return(.call("FormBlock", arguments)))
        return body
    }

    // MARK: Fields

    private mutating func field(
        _ entry: FormField, for input: FieldDeclaration, of tool: ToolDeclaration, record: TypedExpression?,
        in scope: TemplateScope, body: inout [SwiftStatement]
    ) -> SwiftExpression {
        let blueprint = context.blueprint(of: input)
        var choices: SwiftExpression?
        var problem: SwiftExpression?
        if let source = entry.choices {
            let name = names.member(input.handle) + "Choices"
            if let value = self.choices(source, for: input, in: scope) {
                body.append(.constant(name, value))
                choices = .code(name)
            }
            problem = context.failure(atRootOf: source.from, in: scope)
        }
        let live = scope.withForm(self, tool)
        let visible = entry.visible.flatMap { templates.condition($0, in: live) }
        let enabled = entry.enabled.flatMap { templates.condition($0, in: live) }
        if let change = entry.change, let called = manifest.tools[change.tool.handle] {
            _ = values(change.inputs, of: called, in: live)
        }
        return inputField(
            blueprint, name: blueprint.wireName, owner: owner(of: blueprint, tool), entry: entry, choices: choices,
            initial: firstValue(entry, input, record: record, in: scope), problem: problem,
            conditions: [("isVisible", visible), ("isEnabled", enabled)])
    }

    /// A tool's input field as code outside of the tool names its type.
    fileprivate func named(_ field: FieldBlueprint, in tool: ToolDeclaration) -> FieldBlueprint {
        field.declaresEnum ? field.using(enumOf: owner(of: field, tool)) : field
    }

    /// Where the enum of a tool's own input field is declared.
    private func owner(of field: FieldBlueprint, _ tool: ToolDeclaration) -> String {
        if case .type(let type, _)? = tool.input?.shape, case .record(let handle) = manifest.resolved(type) {
            return names.record(handle)
        }
        return names.tool(tool.handle) + ".Input"
    }

    /// `initial`, then the record's field of the same name and type, then the input's default.
    private mutating func firstValue(
        _ entry: FormField, _ input: FieldDeclaration, record: TypedExpression?, in scope: TemplateScope
    ) -> SwiftExpression? {
        switch entry.initial {
        case .literal(let value, _): return .array(value.formTexts.map { .string($0) })
        case .template(let source):
            return templates.value(source, in: scope, for: .data).flatMap { initial($0) }
        case .list(let elements, _):
            // Each element is a list of one answer, or of none where its value is missing.
            let answers = elements.compactMap { element -> SwiftExpression? in
                switch element {
                case .template(let source): templates.value(source, in: scope, for: .data).flatMap { initial($0) }
                case .literal(let value, _): .array(value.formTexts.map { .string($0) })
                case .list, .map: nil
                }
            }
            return SwiftExpression.array(answers).calling("flatMap", [SwiftArgument(nil, .code("\\.self"))])
        case .map: return nil
        case nil: break
        }
        if let record, let field = context.prefilling(input, from: record.type) {
            return initial(context.member(field, of: record))
        }
        return input.defaultValue.map { .array($0.formTexts.map { .string($0) }) }
    }

    /// - Parameters:
    ///   - name: The wire name of an input, or the handle of a model's field.
    ///   - owner: The type in which the enum of the field's options is, if the field declares it.
    func inputField(
        _ field: FieldBlueprint, name: String, owner: String, entry: FormField? = nil,
        choices: SwiftExpression? = nil, initial: SwiftExpression? = nil, problem: SwiftExpression? = nil,
        conditions: [(label: String, test: SwiftExpression?)] = []
    ) -> SwiftExpression {
        var arguments = [
            SwiftArgument("name", .string(name)),
            SwiftArgument("label", .string(entry?.label ?? names.label(field.field))),
        ]
        if let help = entry?.help ?? field.field.description { arguments.append(SwiftArgument("help", .string(help))) }
        if let text = entry?.placeholder { arguments.append(SwiftArgument("placeholder", .string(text))) }
        let isRequired = !field.isOptional && field.field.defaultValue == nil
        arguments.append(SwiftArgument("isRequired", .boolean(isRequired)))
        let field = field.declaresEnum ? field.using(enumOf: owner) : field
        arguments.append(
            SwiftArgument("component", component(field, entry?.component, choices: choices)))
        if let initial { arguments.append(SwiftArgument("initial", initial)) }
        let checks = context.checks(of: field, options: true)
        if !checks.isEmpty { arguments.append(SwiftArgument("checks", .array(checks))) }
        if let problem { arguments.append(SwiftArgument("problem", problem)) }
        for case (let label, let test?) in conditions {
            let signature = test.mentions("form") ? "form" : "_"
            arguments.append(
                SwiftArgument(label, .closure(SwiftClosure(signature: signature, body: [.expression(test)]))))
        }
        return .call("FormField", arguments)
    }

    /// What the author asked for, else what fits the type (ruling 55).
    private func component(
        _ field: FieldBlueprint, _ wanted: FormField.Component?, choices: SwiftExpression?
    ) -> SwiftExpression {
        func chosen(_ name: String, _ choices: SwiftExpression) -> SwiftExpression {
            .call(".\(name)", [SwiftArgument(nil, choices)])
        }
        if let choices {
            return chosen(field.isList ? "multiselect" : wanted == .combobox ? "combobox" : "select", choices)
        }
        if let name = field.optionsEnum {
            let options = SwiftExpression.call(
                .code("\(name).allCases.map"), [],
                trailing: SwiftClosure(
                    signature: "", body: [.expression(.code("FormField.Choice(value: $0.rawValue, label: $0.label)"))]))
            let isLong = field.source.options.count >= 12
            return chosen(field.isList ? "multiselect" : wanted == .combobox || isLong ? "combobox" : "select", options)
        }
        if [.file, .image].contains(field.scalar) {
            return .call(".file", [SwiftArgument("isList", .boolean(field.isList))])
        }
        if field.isList { return .code(".lines") }
        switch field.scalar {
        case .boolean: return .code(".switchControl")
        case .integer: return .code(".number(isInteger: true)")
        case .number, .decimal: return .code(".number(isInteger: false)")
        case .date: return .code(".date")
        case .time: return .code(".time")
        case .datetime: return .code(".dateTime")
        case .longString: return .code(wanted == .input ? ".input(.text)" : ".textarea")
        default:
            if wanted == .textarea { return .code(".textarea") }
            switch field.source.format {
            case .phone: return .code(".input(.phone)")
            case .email: return .code(".input(.email)")
            case .url, .httpsURL: return .code(".input(.url)")
            default: return .code(".input(.text)")
            }
        }
    }

    /// The choices of a select that come from a list of records.
    private mutating func choices(
        _ source: FormField.Choices, for input: FieldDeclaration, in scope: TemplateScope
    ) -> SwiftExpression? {
        guard let list = templates.path(source.from, in: scope) else { return nil }
        guard case .list(let element) = list.type else {
            templates.report(
                .templateType, "`\(source.from.text)` is \(list.type.words), not a list",
                at: 0..<source.from.text.utf8.count)
            return nil
        }
        let item = list.element(.code("item"), element)
        let inner = context.scope(inside: scope, of: item)
        guard let field = context.fields(of: element).first(where: { $0.handle == source.value.handle }) else {
            return nil
        }
        let value = context.member(field, of: item)
        let wanted = context.templateType(of: input)
        let each = if case .list(let element) = wanted { element } else { wanted }
        // That no input is a whole instance is said where the input is.
        let isReported = if case .model = each { true } else { false }
        if !isReported, !each.isComparable(with: value.type) {
            templates.report(
                .formComponent,
                "`\(field.handle)` is \(value.type.words), and the input `\(input.handle)` takes \(each.words)",
                at: source.value.span)
        }
        let text: SwiftExpression =
            switch value.type {
            case .options, .id: .member(value.swift, "rawValue", isOptional: value.needsChaining)
            case .text, .day, .timeOfDay: value.swift
            default: .member(value.swift, "description", isOptional: value.needsChaining)
            }
        let label = source.option.map { self.text($0, in: inner) } ?? text
        let choice = SwiftExpression.call(
            "FormField.Choice",
            [
                SwiftArgument("value", value.isOptional ? .infix(text, "??", .string("")) : text),
                SwiftArgument("label", label),
            ])
        let elements = list.isOptional ? SwiftExpression.infix(list.swift, "??", .code("[]")) : list.swift
        return .call(
            .member(elements, "map"), [], trailing: SwiftClosure(signature: "item", body: [.expression(choice)]))
    }
}

extension TemplateScope {
    /// The scope of conditions inside a form: `form` has what is filled in at the moment.
    fileprivate func withForm(_ translator: PageTranslator, _ tool: ToolDeclaration) -> TemplateScope {
        let context = translator.context
        let members = context.manifest.inputFields(of: tool).map { field in
            let blueprint = context.blueprint(of: field)
            let type = translator.named(blueprint, in: tool).valueType
            let answer = SwiftExpression.subscript(
                .code("form"),
                [SwiftArgument(nil, .string(field.wireName)), SwiftArgument("as", .code("\(type).self"))])
            return (field.handle, TypedExpression(answer, context.templateType(of: field), isOptional: true))
        }
        return adding("form", .namespace(Dictionary(members) { first, _ in first }))
    }
}

extension ManifestValue {
    /// The value as answers of an input: of a list there are several.
    fileprivate var formTexts: [String] {
        switch self {
        case .text(let text), .decimal(let text): [text]
        case .integer(let value): [String(value)]
        case .boolean(let value): [value ? "true" : "false"]
        case .list(let values): values.flatMap(\.formTexts)
        case .map: [JSONTree(self).compactText]
        }
    }
}
