extension SwiftRenderer {
    func layout(_ declaration: SwiftDeclaration) -> Layout {
        switch declaration {
        case .type(let type): layout(type)
        case .property(let property): layout(property)
        case .function(let function): layout(function)
        case .enumCase(let enumCase): layout(enumCase)
        case .alias(let name, let type): .text("typealias \(name) = \(type)")
        }
    }

    private func layout(_ type: SwiftTypeDeclaration) -> Layout {
        let conformances = type.conformances.isEmpty ? "" : ": " + type.conformances.joined(separator: ", ")
        let head = access(type.isPrivate) + "\(type.keyword.rawValue) \(type.name)\(conformances)"
        let documentation = documentation(type.documentation)
        guard !type.members.isEmpty else { return .sequence(documentation + [.text(head + " {}")]) }
        var body: [Layout] = []
        for (index, member) in type.members.enumerated() {
            body.append(.hardLine)
            if index > 0, !isTight(type.members[index - 1], member) { body.append(.blankLine) }
            body.append(layout(member))
        }
        return .sequence(documentation + [.text(head + " {"), .indented(.sequence(body)), .hardLine, .text("}")])
    }

    /// Whether two members stand without a blank line between them: short ones of one kind, without comments.
    private func isTight(_ first: SwiftDeclaration, _ second: SwiftDeclaration) -> Bool {
        switch (first, second) {
        case (.alias, .alias): true
        case (.enumCase, .enumCase(let second)): second.documentation.isEmpty
        case (.property(let first), .property(let second)):
            first.documentation.isEmpty && second.documentation.isEmpty && first.getter == nil && second.getter == nil
                && first.isStatic == second.isStatic
                && (!first.isStatic || isShort(first.value) && isShort(second.value))
        default: false
        }
    }

    private func isShort(_ expression: SwiftExpression?) -> Bool {
        switch expression {
        case nil, .code, .string, .infix, .member: true
        default: false
        }
    }

    private func access(_ isPrivate: Bool) -> String { isPrivate ? "private " : "" }

    private func layout(_ property: SwiftProperty) -> Layout {
        let keyword = property.isVariable || property.getter != nil ? "var" : "let"
        let type = property.type.map { ": \($0)" } ?? ""
        let wrapper = property.wrapper.map { "@\($0) " } ?? ""
        let modifiers = wrapper + access(property.isPrivate) + (property.isStatic ? "static " : "")
        let head = "\(modifiers)\(keyword) \(SwiftKeywords.escaped(property.name))\(type)"
        var parts = documentation(property.documentation)
        if let getter = property.getter {
            parts += [.text(head + " "), block(getter)]
        } else if let value = property.value {
            parts.append(assigned(head + " =", value))
        } else {
            parts.append(.text(head))
        }
        return .sequence(parts)
    }

    private func layout(_ function: SwiftFunction) -> Layout {
        let keyword = function.name == "init" ? "" : "func "
        let modifiers = access(function.isPrivate) + (function.isStatic ? "static " : "")
        let effects = function.effects.map { " \($0)" }.joined()
        let result = function.result.map { " -> \($0)" } ?? ""
        let name = function.name == "init" ? "init" : SwiftKeywords.escaped(function.name)
        let parameters = function.parameters.map(layout)
        let head = Layout.enclosed(
            "\(modifiers)\(keyword)\(name)(", parameters, ")", closesOnOwnLine: true)
        return .sequence(
            documentation(function.documentation) + [
                .group(.sequence([head, .text("\(effects)\(result) ")])), block(function.body),
            ])
    }

    private func layout(_ parameter: SwiftFunction.Parameter) -> Layout {
        let label = parameter.label.map { $0 == parameter.name ? "" : "\($0) " } ?? ""
        let name = label.isEmpty ? SwiftKeywords.escaped(parameter.name) : parameter.name
        let text = Layout.text("\(label)\(name): \(parameter.type)")
        guard let value = parameter.defaultValue else { return text }
        return .sequence([text, .text(" = "), layout(value)])
    }

    private func layout(_ enumCase: SwiftEnumCase) -> Layout {
        let payload = enumCase.payload.isEmpty ? "" : "(\(enumCase.payload.joined(separator: ", ")))"
        let raw = enumCase.rawValue.map { " = \(SwiftLiteral.literal($0))" } ?? ""
        return .sequence(
            documentation(enumCase.documentation) + [
                .text("case \(SwiftKeywords.escaped(enumCase.name))\(payload)\(raw)")
            ])
    }

    /// `{ … }`, on one line only when empty or one short expression allows it.
    func block(_ statements: [SwiftStatement], opening: String = "{", oneLine: Bool = false) -> Layout {
        guard !statements.isEmpty else { return .text(opening == "{" ? "{}" : opening + " }") }
        let body = Layout.joined(statements.map(layout), by: .hardLine)
        if oneLine, statements.count == 1 {
            return .group(.sequence([.text(opening), .indented(.sequence([.line, body])), .line, .text("}")]))
        }
        return .sequence([.text(opening), .indented(.sequence([.hardLine, body])), .hardLine, .text("}")])
    }
}
