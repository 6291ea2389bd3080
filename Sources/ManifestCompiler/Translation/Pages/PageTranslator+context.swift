extension PageTranslator {
    /// Statements that load one entry of a page's context into a local of its name.
    mutating func load(_ entry: ContextEntry, on page: PageDeclaration, in scope: TemplateScope) -> [SwiftStatement] {
        let name = names.local(entry.handle)
        switch entry.source {
        case .query(let query): return [load(query, as: name, in: scope)]
        case .tool(let reference, let inputs):
            var arguments = [SwiftArgument(nil, .code("\(names.tool(reference.handle)).self"))]
            let tool = manifest.tools[reference.handle]
            if tool == nil { for input in inputs { _ = json(input.value, in: scope) } }
            if !inputs.isEmpty, let tool {
                arguments.append(
                    SwiftArgument(nil, .call(".object", [SwiftArgument(nil, values(inputs, of: tool, in: scope))])))
            }
            return [.constant(name, .prefix("await", .call("request.call", arguments)))]
        }
    }

    private mutating func load(_ query: ModelQuery, as name: String, in scope: TemplateScope) -> SwiftStatement {
        guard let model = manifest.models[query.model.handle] else { return .constant(name, .none) }
        let store = "request.models.\(names.member(model.handle))"
        var value: SwiftExpression
        if query.mode == .first, query.filters.count == 1, query.filters[0].field.handle == "id",
            query.filters[0].comparison == .equal
        {
            let id = argument(query.filters[0], of: model, in: scope)
            value = .call("\(store).find", [SwiftArgument(nil, id)])
        } else if query.mode == .first, model.isSingleton, query.filters.isEmpty {
            value = .call("\(store).get", [])
        } else {
            var arguments: [SwiftArgument] = []
            for filter in query.filters {
                let condition = SwiftExpression.call(
                    filter.comparison == .equal ? ".equal" : "FieldCondition",
                    [SwiftArgument(nil, .code(".\(fieldCase(filter.field, of: model))"))]
                        + (filter.comparison == .equal
                            ? [] : [SwiftArgument(nil, .code(".\(filter.comparison.operatorCase)"))])
                        + [SwiftArgument(nil, argument(filter, of: model, in: scope))])
                arguments.append(SwiftArgument(arguments.isEmpty ? "where" : nil, condition))
            }
            if query.mode != .count {
                for (index, order) in query.order.enumerated() {
                    let direction = order.isDescending ? "descending" : "ascending"
                    arguments.append(
                        SwiftArgument(
                            index == 0 ? "order" : nil, .code(".\(direction)(.\(fieldCase(order.field, of: model)))")))
                }
            }
            if query.mode == .many, query.limit != 100 {
                arguments.append(SwiftArgument("limit", .integer(query.limit)))
            }
            let function =
                switch query.mode {
                case .first: "first"
                case .many: "page"
                case .count: "count"
                }
            value = .call("\(store).\(function)", arguments)
        }
        value = .prefix("try await", value)
        guard query.mode == .first, context.isFixedByPath(query) else { return .constant(name, value) }
        let binding = SwiftExpression.infix(.code("let \(SwiftKeywords.escaped(name))"), "=", value)
        return .guard([binding], else: [.throw(.code("PageNotFound()"))])
    }

    private func fieldCase(_ field: Reference, of model: ModelDeclaration) -> String {
        switch field.handle {
        case "id": "id"
        case "created_at": "createdAt"
        case "updated_at": "updatedAt"
        case "refreshed_at": "refreshedAt"
        default: names.member(field.handle)
        }
    }

    /// What a field is compared with, as a JSON-convertible Swift value.
    private mutating func argument(
        _ filter: ModelQuery.Filter, of model: ModelDeclaration, in scope: TemplateScope
    ) -> SwiftExpression {
        let field = model.field(filter.field.handle)
        switch filter.value {
        case .literal(let value, _):
            return .infix(context.json(value), "as", .code("JSON"))
        case .list(let elements, _):
            if let field { for element in elements { requireComparable(element, with: field, in: scope) } }
            return .infix(json(filter.value, in: scope), "as", .code("JSON"))
        case .map: return .infix(json(filter.value, in: scope), "as", .code("JSON"))
        case .template(let source):
            guard let value = templates.value(source, in: scope, for: .data) else { return .string("") }
            if let converted = parameter(source, as: field) { return converted }
            if filter.field.handle == "id" {
                return identifier(value, of: model.handle)
            }
            if let field { requireComparable(filter.value, with: field, in: scope) }
            return value.isOptional
                ? .infix(.member(value.swift, "json", isOptional: value.needsChaining), "??", .code("JSON.null"))
                : value.swift
        }
    }

    private mutating func requireComparable(_ value: WrittenValue, with field: FieldDeclaration, in scope: TemplateScope) {
        guard case .template(let source) = value, let value = templates.value(source, in: scope, for: .data) else { return }
        let type = context.templateType(of: field)
        let isText = source.pathParameter != nil && [.day, .timeOfDay].contains(type)
        guard !type.isComparable(with: value.type), !type.isList, !isText else { return }
        templates.report(
            .templateType, "`\(field.handle)` is \(type.words) and cannot be compared with \(value.type.words)",
            at: 0..<source.text.utf8.count)
    }

    /// A path parameter as the type of the field that it is compared with; `nil` where it stays a text.
    private func parameter(_ source: TemplateSource, as field: FieldDeclaration?) -> SwiftExpression? {
        guard let field, let name = source.pathParameter else { return nil }
        let type: String
        switch context.templateType(of: field) {
        case .integer: type = "Int"
        case .number: type = "Double"
        case .boolean: type = "Bool"
        case .dateTime: type = "Date"
        default: return nil
        }
        return .call(
            "request.parameter", [SwiftArgument(nil, .string(name)), SwiftArgument("as", .code("\(type).self"))])
    }

    /// The value as an id of a model: as it is, or made from a text.
    func identifier(_ value: TypedExpression, of model: String) -> SwiftExpression {
        if case .id = value.type, !value.isOptional { return value.swift }
        var text = value.swift
        if case .id = value.type { text = .member(text, "rawValue", isOptional: value.needsChaining) }
        if value.isOptional { text = .infix(text, "??", .string("")) }
        return .call("\(names.model(model)).ID", [SwiftArgument(nil, text)])
    }

    /// Inputs of a tool as a JSON object, resolved on the server.
    mutating func values(_ inputs: [InputValue], of tool: ToolDeclaration, in scope: TemplateScope) -> SwiftExpression {
        let fields = manifest.inputFields(of: tool)
        let entries = inputs.map { input in
            let field = fields[input.input.handle]
            let key = field?.wireName ?? input.input.handle
            if let field {
                requirePresence(of: input.value, for: field, in: scope)
                templates.check(
                    input.value, as: context.templateType(of: field), .templateType, input: field.handle,
                    declared: field.span.file == SourceFile.predeclaredPath ? nil : field.span, in: scope)
            }
            return SwiftExpression.Entry(key: .string(key), value: json(input.value, in: scope))
        }
        return .dictionary(entries)
    }

    /// Ruling 84: what a required input is given must be there, and so must every element of a list.
    private mutating func requirePresence(
        of value: WrittenValue, for field: FieldDeclaration, in scope: TemplateScope
    ) {
        switch value {
        case .literal, .map: break
        case .template(let source):
            guard field.requirement == .required, field.defaultValue == nil, field.knows("type", "default") else { return }
            requirePresence(
                of: source, "input `\(field.handle)` is required, and this value may be missing", in: scope)
        case .list(let elements, _):
            for case .template(let source) in elements {
                requirePresence(
                    of: source, "an element of `\(field.handle)` must be there, and this one may be missing", in: scope)
            }
        }
    }

    private mutating func requirePresence(of source: TemplateSource, _ message: String, in scope: TemplateScope) {
        guard let value = templates.value(source, in: scope, for: .data), !templates.isProven(value, from: source) else {
            return
        }
        templates.report(
            .formInputOptional, message, at: source.span,
            help: ["give a `default`, or put it under a `when` that excludes it"])
    }

    mutating func json(_ value: WrittenValue, in scope: TemplateScope) -> SwiftExpression {
        switch value {
        case .literal(let literal, _): return context.json(literal)
        case .list(let elements, _): return .array(elements.map { json($0, in: scope) })
        case .map(let entries, _):
            return .dictionary(entries.map { .init(key: .string($0.key), value: json($0.value, in: scope)) })
        case .template(let source):
            guard let value = templates.value(source, in: scope, for: .data) else { return .code("JSON.null") }
            if case .string = value.swift { return value.swift }
            if case .interpolation = value.swift { return .call(".string", [SwiftArgument(nil, value.swift)]) }
            let json = SwiftExpression.member(value.swift, "json", isOptional: value.needsChaining)
            return value.isOptional ? .infix(json, "??", .code("JSON.null")) : json
        }
    }
}

extension ModelQuery.Comparison {
    /// The case of IntegrationKit's `RecordQuery.Condition.Operator`.
    var operatorCase: String {
        switch self {
        case .equal: "equal"
        case .notEqual: "notEqual"
        case .greater: "greater"
        case .greaterOrEqual: "greaterOrEqual"
        case .less: "less"
        case .lessOrEqual: "lessOrEqual"
        case .isIn: "isIn"
        case .contains: "contains"
        }
    }
}
