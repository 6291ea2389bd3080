extension PageTranslator {
    /// An expression of type `[PageAction]`; where one depends on a condition, statements before it build the list.
    mutating func actions(
        _ actions: [ActionDeclaration], in scope: TemplateScope, body: inout [SwiftStatement]
    ) -> SwiftExpression {
        let actions = actions.filter { isServed($0, in: scope) }
        guard actions.contains(where: { $0.condition != nil }) else {
            return .array(actions.map { action($0, in: scope) })
        }
        body.append(.variable("actions", type: "[PageAction]", .array([])))
        for declaration in actions {
            let before = templates.assume(declaration.condition)
            let value = action(declaration, in: scope)
            templates.forget(before)
            let append = SwiftStatement.expression(.call("actions.append", [SwiftArgument(nil, value)]))
            let condition = declaration.condition.flatMap { templates.condition($0, in: scope) }
            body.append(condition.map { .if([$0], then: [append]) } ?? append)
        }
        return .code("actions")
    }

    private mutating func action(_ action: ActionDeclaration, in scope: TemplateScope) -> SwiftExpression {
        var arguments = [SwiftArgument("label", text(action.label, in: scope))]
        if let icon = action.icon { arguments.append(SwiftArgument("icon", .string(icon))) }
        arguments.append(SwiftArgument("variant", .code(".\(action.variant)")))
        arguments.append(SwiftArgument("effect", effect(action, in: scope)))
        if let enabled = action.enabled, let condition = templates.condition(enabled, in: scope) {
            arguments.append(SwiftArgument("isEnabled", condition))
        }
        if let confirmation = action.confirmation {
            arguments.append(
                SwiftArgument(
                    "confirmation",
                    .call(
                        "PageAction.Confirmation",
                        [
                            SwiftArgument("title", text(confirmation.title, in: scope)),
                            SwiftArgument("description", optionalText(confirmation.description, in: scope)),
                        ])))
        }
        return .call("PageAction", arguments)
    }

    private mutating func effect(_ action: ActionDeclaration, in scope: TemplateScope) -> SwiftExpression {
        switch action.effect {
        case .connect(let connection, let id):
            if let id { _ = data(id, in: scope) }
            return .call(".connect", [SwiftArgument("connection", .string(connection.handle))])
        case .page(let link): return .call(".link", [SwiftArgument(nil, self.link(link, in: scope))])
        case .url(let url): return .call(".url", [SwiftArgument(nil, data(url, in: scope))])
        case .tool(let reference, let inputs):
            guard let tool = manifest.tools[reference.handle] else {
                for input in inputs { _ = json(input.value, in: scope) }
                return .code(".url(\"\")")
            }
            let then = action.then.map { outcome($0, after: tool, in: scope) } ?? .code(".refresh")
            return .call(
                ".tool",
                [
                    SwiftArgument(nil, .string(tool.wireName)),
                    SwiftArgument("arguments", values(inputs, of: tool, in: scope)), SwiftArgument("then", then),
                ])
        case .form(let form):
            let id = numbered(form.tool.handle, separator: "-")
            opened.append((id, form, action.condition))
            let query = SwiftExpression.call(
                "", [SwiftArgument("name", .string("form")), SwiftArgument("value", .string(id))])
            return .call(".link", [SwiftArgument(nil, address(of: page, query: .array([query])))])
        }
    }

    /// Whether the embedded runtime has the action: a form that belongs to one element of a list it does not. Such a
    /// form is checked all the same.
    private mutating func isServed(_ action: ActionDeclaration, in scope: TemplateScope) -> Bool {
        guard case .form(let form) = action.effect, scope.count(of: "item") > 0, let page else { return true }
        _ = (text(action.label, in: scope), translate(form, on: page, in: scope))
        if let condition = action.condition { _ = templates.condition(condition, in: scope) }
        return false
    }

    /// The address of a page that has the open page's path parameters.
    func address(of page: PageDeclaration?, query: SwiftExpression? = nil) -> SwiftExpression {
        guard let page else { return .code("PageLink(segments: [])") }
        var arguments = page.path.parameters.map { name -> SwiftArgument in
            let text = SwiftExpression.code("request.path[\(SwiftLiteral.literal(name)), default: \"\"]")
            let model = context.model(ofParameter: name, on: page)
            return SwiftArgument(
                names.member(name), model.map { .call("\(names.model($0)).ID", [SwiftArgument(nil, text)]) } ?? text)
        }
        if let query { arguments.append(SwiftArgument("query", query)) }
        return .call("Routes.\(names.route(page.handle))", arguments)
    }

    // MARK: Links

    /// `Routes.whatsAppNumber(id: item.id)`.
    mutating func link(_ link: PageLink, in scope: TemplateScope) -> SwiftExpression {
        let page = manifest.pages[link.page.handle]
        for argument in link.parameters where page?.path.parameters.contains(argument.name.handle) != true {
            _ = data(argument.value, in: scope)
        }
        guard let page else { return .code("PageLink(segments: [])") }
        var arguments: [SwiftArgument] = []
        for name in page.path.parameters {
            guard let argument = link.parameters.first(where: { $0.name.handle == name }) else { continue }
            arguments.append(
                SwiftArgument(names.member(name), parameter(argument.value, name, of: page, in: scope)))
        }
        if !link.query.isEmpty {
            let query = link.query.map { argument in
                SwiftExpression.call(
                    "",
                    [
                        SwiftArgument("name", .string(argument.name.handle)),
                        SwiftArgument("value", data(argument.value, in: scope)),
                    ])
            }
            arguments.append(SwiftArgument("query", .array(query)))
        }
        return .call("Routes.\(names.route(page.handle))", arguments)
    }

    private mutating func parameter(
        _ source: TemplateSource, _ name: String, of page: PageDeclaration, in scope: TemplateScope
    ) -> SwiftExpression {
        guard let value = templates.value(source, in: scope, for: .data) else { return .string("") }
        if value.isOptional { warn(source, "a path needs this value, which may be missing") }
        if let model = context.model(ofParameter: name, on: page), manifest.models[model] != nil {
            if case .id(let other) = value.type, other != model {
                templates.source = source
                templates.report(
                    .templateType, "this is the id of a `\(other)`, and the page wants that of a `\(model)`",
                    at: 0..<source.text.utf8.count)
            }
            return identifier(value, of: model)
        }
        return data(source, in: scope)
    }

    /// A template as a `String` for programs.
    private mutating func data(_ source: TemplateSource, in scope: TemplateScope) -> SwiftExpression {
        guard let value = templates.text(source, in: scope, for: .data) else { return .string("") }
        return value.isOptional ? .infix(value.swift, "??", .string("")) : value.swift
    }

    private mutating func warn(_ source: TemplateSource, _ message: String) {
        templates.source = source
        templates.report(
            .templateOptional, message, at: 0..<source.text.utf8.count,
            help: ["give a `default`, or put the link under a `when` that excludes it"])
    }

    // MARK: Outcomes

    /// What happens after a tool, as a `SubmitResult`.
    mutating func outcome(_ outcome: Outcome, after tool: ToolDeclaration, in scope: TemplateScope) -> SwiftExpression {
        switch outcome {
        case .refresh: return .code(".refresh")
        case .url(let url): return .call(".url", [SwiftArgument(nil, data(url, in: scope))])
        case .page(let page):
            let value = link(page, in: context.scope(scope, after: tool))
            guard value.mentions("result") else {
                return .call(".page", [], trailing: SwiftClosure(signature: "_", body: [.expression(value)]))
            }
            let read = SwiftExpression.call(
                "\(names.tool(tool.handle)).Output", [SwiftArgument("structured", .code("structured"))])
            return .call(
                ".page", [],
                trailing: SwiftClosure(
                    signature: "structured", body: [.constant("result", .prefix("try", read)), .return(value)]))
        }
    }
}
