extension GenerationContext {
    /// The enum of a field with options: it survives values that it does not know.
    func translateOptions(_ field: FieldDeclaration, path: String) -> SwiftDeclaration {
        let name = names.optionsEnum(field.handle)
        var members: [SwiftDeclaration] = field.options.map { option in
            .enumCase(
                SwiftEnumCase(
                    documentation: option.description.map { [$0] } ?? [], name: names.optionCase(option)))
        }
        members.append(
            .enumCase(
                SwiftEnumCase(
                    documentation: ["A value that the manifest does not list."], name: "unknown", payload: ["String"])))
        members.append(
            .property(
                SwiftProperty(
                    isStatic: true, name: "allCases", type: "[\(name)]",
                    value: .array(field.options.map { .code(".\(names.optionCase($0))") }))))
        members.append(.function(initializer(field)))
        members.append(.property(property("rawValue", "String", field, unknown: "value") { .string($0.value) }))
        members.append(.property(property("label", "String", field, unknown: "value") { .string(names.label($0)) }))
        members.append(.property(color(field)))
        let documentation = Self.documentation(field.description, path: path + ".options")
        return .type(
            SwiftTypeDeclaration(
                documentation: documentation, keyword: .enum, name: name, conformances: ["OptionValue"],
                members: members))
    }

    private func initializer(_ field: FieldDeclaration) -> SwiftFunction {
        var cases = field.options.map { option in
            SwiftStatement.SwitchCase(
                pattern: "case \(SwiftLiteral.literal(option.value))",
                value: .infix(.code("self"), "=", .code(".\(names.optionCase(option))")))
        }
        cases.append(.init(pattern: "default", value: .infix(.code("self"), "=", .code(".unknown(rawValue)"))))
        return SwiftFunction(
            name: "init", parameters: [.init(name: "rawValue", type: "String")],
            body: [.switch(.code("rawValue"), cases)])
    }

    private func property(
        _ name: String, _ type: String, _ field: FieldDeclaration, unknown: String,
        value: (OptionDeclaration) -> SwiftExpression
    ) -> SwiftProperty {
        var cases = field.options.map { option in
            SwiftStatement.SwitchCase(pattern: "case .\(names.optionCase(option))", value: value(option))
        }
        cases.append(.init(pattern: "case .unknown(let value)", value: .code(unknown)))
        return SwiftProperty(name: name, type: type, getter: [.switch(.code("self"), cases)])
    }

    private func color(_ field: FieldDeclaration) -> SwiftProperty {
        var property = SwiftProperty(name: "color", type: "OptionDescriptor.Color?", getter: [.expression(.none)])
        guard field.options.contains(where: { $0.color != nil }) else { return property }
        var cases = field.options.compactMap { option in
            option.color.map { color in
                SwiftStatement.SwitchCase(pattern: "case .\(names.optionCase(option))", value: .code(".\(color)"))
            }
        }
        cases.append(.init(pattern: "default", value: .none))
        property.getter = [.switch(.code("self"), cases)]
        return property
    }
}
