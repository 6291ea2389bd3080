extension GenerationContext {
    /// The enum of a field with options: it survives values that it does not know.
    ///
    /// Their case is indirect, so that the enum is one word and what the compiler makes to copy it is short.
    ///
    /// - Parameter conformances: Besides those of every such enum.
    func translateOptions(
        _ field: FieldDeclaration, path: String, conformances: [String] = []
    ) -> SwiftDeclaration {
        let name = names.optionsEnum(field.handle)
        let cases = field.options.map { NamedOption(option: $0, name: "." + names.optionCase($0)) }
        var members: [SwiftDeclaration] = cases.map { item in
            .enumCase(
                SwiftEnumCase(
                    documentation: item.option.description.map { [$0] } ?? [], name: String(item.name.dropFirst())))
        }
        members.append(
            .enumCase(
                SwiftEnumCase(
                    documentation: ["A value that the manifest does not list."], isIndirect: true, name: "unknown",
                    payload: ["String"])))
        members.append(
            .property(
                SwiftProperty(
                    isStatic: true, name: "allCases", type: "[\(name)]", value: .array(cases.map { .code($0.name) }))))
        members.append(.property(property("rawValue", cases) { .string($0.value) }))
        members.append(.property(property("label", cases) { .string(names.label($0)) }))
        if let color = color(cases) { members.append(.property(color)) }
        let documentation = Self.documentation(field.description, path: path + ".options")
        return .type(
            SwiftTypeDeclaration(
                documentation: documentation, keyword: .enum, name: name, conformances: ["OptionValue"] + conformances,
                members: members))
    }

    /// An option, and its case as it is named in an expression: `.connected`.
    private struct NamedOption {
        var option: OptionDeclaration
        var name: String
    }

    private func property(
        _ name: String, _ cases: [NamedOption], value: (OptionDeclaration) -> SwiftExpression
    ) -> SwiftProperty {
        var matches = cases.map { item in
            SwiftStatement.SwitchCase(pattern: "case " + item.name, value: value(item.option))
        }
        matches.append(.init(pattern: "case .unknown(let value)", value: .code("value")))
        return SwiftProperty(name: name, type: "String", getter: [.switch(.code("self"), matches)])
    }

    /// Nothing where no option has one.
    private func color(_ cases: [NamedOption]) -> SwiftProperty? {
        var matches = cases.compactMap { item in
            item.option.color.map { color in
                SwiftStatement.SwitchCase(pattern: "case " + item.name, value: .code("." + color))
            }
        }
        guard !matches.isEmpty else { return nil }
        matches.append(.init(pattern: "default", value: .none))
        return SwiftProperty(
            name: "color", type: "OptionDescriptor.Color?", getter: [.switch(.code("self"), matches)])
    }
}
