extension PageTranslator {
    // MARK: Cards

    mutating func translate(_ card: CardBlock, in scope: TemplateScope) -> [SwiftStatement] {
        var body: [SwiftStatement] = []
        let actions = actions(card.settings.map(\.button) + card.actions, in: scope, body: &body)
        let settings = card.settings.map { setting in
            SwiftExpression.call(
                "DisplayField",
                [
                    SwiftArgument("label", text(setting.label, in: scope)),
                    SwiftArgument(
                        "value",
                        .call(".text", [SwiftArgument(nil, setting.description.map { text($0, in: scope) } ?? .string(""))])
                    ),
                ])
        }
        let fields = card.fields.map { field in
            let value = templates.path(field.path, in: scope)
            let label = field.label ?? context.label(of: value, at: field.path)
            return displayField(label, value, style: field.style, empty: field.empty, in: scope, at: field.path)
        }
        var arguments: [SwiftArgument] = []
        if card.heading.title != nil {
            arguments.append(SwiftArgument("title", optionalText(card.heading.title, in: scope)))
        }
        if card.heading.description != nil {
            arguments.append(SwiftArgument("description", optionalText(card.heading.description, in: scope)))
        }
        if !(fields + settings).isEmpty { arguments.append(SwiftArgument("fields", .array(fields + settings))) }
        if actions != .array([]) { arguments.append(SwiftArgument("actions", actions)) }
        body.append(.return(.call("CardBlock", arguments)))
        return body
    }

    // MARK: Lists

    mutating func translate(_ list: ListBlock, in scope: TemplateScope) -> [SwiftStatement] {
        guard let (source, element) = elements(of: list.from, in: scope) else { return [] }
        let item = source.element(.code("item"), element)
        let inner = context.scope(inside: scope, of: item)
        var closure: [SwiftStatement] = []
        let actions = actions(list.item.actions, in: inner, body: &closure)
        var arguments = [SwiftArgument("label", text(list.item.label, in: inner))]
        if let description = list.item.description {
            arguments.append(SwiftArgument("description", optionalText(description, in: inner)))
        }
        if let badge = list.item.badge, let value = templates.value(badge, in: inner, for: .shown) {
            arguments.append(SwiftArgument("badge", display(value, style: .badge, at: badge)))
        }
        if let link = list.item.link { arguments.append(SwiftArgument("link", self.link(link, in: inner))) }
        if !list.item.actions.isEmpty { arguments.append(SwiftArgument("actions", actions)) }
        return rows(
            of: source, element, closure: closure, each: .call("ListBlock.Item", arguments), in: .list,
            heading: list.heading, empty: list.empty, from: list.from, scope: scope)
    }

    func swiftType(of type: TemplateType) -> String {
        switch type {
        case .model(let handle): names.model(handle)
        case .record(let handle): manifest.record(handle) == nil ? outputName(handle) : names.record(handle)
        case .integer: "Int"
        case .number: "Double"
        case .decimal: "Decimal"
        case .boolean: "Bool"
        case .dateTime: "Date"
        case .text, .day, .timeOfDay: "String"
        case .options(let field): names.optionsEnum(field.handle)
        case .id(let model): names.model(model) + ".ID"
        case .list(let element): "[\(swiftType(of: element))]"
        case .opaque, .unknown: "JSONObject"
        }
    }

    private func outputName(_ handle: String) -> String {
        let tool = manifest.tools.first { GenerationContext.outputRecord(of: $0.handle) == handle }
        return tool.map { names.tool($0.handle) + ".Output" } ?? "JSONObject"
    }

    // MARK: Records

    mutating func translate(_ record: RecordBlock, on page: PageDeclaration, in scope: TemplateScope)
        -> [SwiftStatement]
    {
        guard case .query(let query)? = page.context[record.of.handle]?.source,
            let model = manifest.models[query.model.handle],
            case .value(let instance)? = scope.entry(record.of.handle, context)
        else {
            var unused: [SwiftStatement] = []
            _ = (heading(record.heading, in: scope), actions(record.actions, in: scope, body: &unused))
            return []
        }
        let editable = Set(record.edit.map(\.handle))
        var body: [SwiftStatement] = []
        let actions = actions(record.actions, in: scope, body: &body)
        let fields = record.fields.compactMap { reference -> SwiftExpression? in
            guard let field = model.field(reference.handle) else { return nil }
            let value = context.member(field, of: instance)
            let display = displayField(names.label(field), value, style: nil, empty: nil, in: scope, at: nil)
            var arguments = [SwiftArgument("display", display)]
            if editable.contains(field.handle) {
                let input = inputField(
                    context.blueprint(of: field, in: model), name: field.handle, owner: names.model(model.handle),
                    initial: initial(value))
                arguments.append(SwiftArgument("input", input))
            }
            return .call("RecordBlock.Field", arguments)
        }
        var arguments = heading(record.heading, in: scope)
        arguments += [
            SwiftArgument("model", .string(model.handle)),
            SwiftArgument("id", .member(.member(instance.swift, "id", isOptional: instance.isOptional), "rawValue")),
            SwiftArgument("fields", .array(fields)),
            SwiftArgument("refreshedAt", .member(instance.swift, "refreshedAt", isOptional: instance.isOptional)),
        ]
        if let empty = record.empty { arguments.append(SwiftArgument("empty", text(empty.title, in: scope))) }
        if !record.actions.isEmpty { arguments.append(SwiftArgument("actions", actions)) }
        body.append(.return(.call("RecordBlock", arguments)))
        return body
    }

    // MARK: Alerts and conversations

    mutating func translate(_ alert: AlertBlock, in scope: TemplateScope) -> [SwiftStatement] {
        var arguments = [SwiftArgument("title", alert.heading.title.map { text($0, in: scope) } ?? .string(""))]
        if let description = alert.heading.description {
            arguments.append(SwiftArgument("description", optionalText(description, in: scope)))
        }
        if let icon = alert.icon { arguments.append(SwiftArgument("icon", .string(icon))) }
        arguments.append(SwiftArgument("variant", .code(".\(alert.variant)")))
        return [.return(.call("AlertBlock", arguments))]
    }

    mutating func translate(_ conversation: ConversationBlock, in scope: TemplateScope) -> [SwiftStatement] {
        var arguments: [SwiftArgument] = []
        if let title = conversation.heading.title { arguments.append(SwiftArgument("title", text(title, in: scope))) }
        arguments.append(SwiftArgument("channel", .string(conversation.channel.handle)))
        if let contact = conversation.contact {
            let address = templates.text(contact, in: scope, for: .data)
            arguments.append(SwiftArgument("contact", address?.swift ?? .none))
        }
        return [.return(.call("ConversationBlock", arguments))]
    }

    // MARK: Texts

    /// Title and description where the author gave them.
    mutating func heading(_ heading: BlockHeading, in scope: TemplateScope) -> [SwiftArgument] {
        var arguments: [SwiftArgument] = []
        if let title = heading.title { arguments.append(SwiftArgument("title", optionalText(title, in: scope))) }
        if let text = heading.description {
            arguments.append(SwiftArgument("description", optionalText(text, in: scope)))
        }
        return arguments
    }

    /// A template as a `String`.
    mutating func text(_ source: TemplateSource, in scope: TemplateScope) -> SwiftExpression {
        guard let value = templates.text(source, in: scope, for: .shown) else { return .string("") }
        return value.isOptional ? .infix(value.swift, "??", .string("")) : value.swift
    }

    /// A template as a `String?`.
    mutating func optionalText(_ source: TemplateSource?, in scope: TemplateScope) -> SwiftExpression {
        guard let source else { return .none }
        return templates.text(source, in: scope, for: .shown)?.swift ?? .none
    }
}
