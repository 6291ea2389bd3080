extension GenerationContext {
    /// `static let descriptor`: the facts that storage, pages and REST need.
    func translateModelDescriptor(_ model: ModelDeclaration, _ fields: [FieldBlueprint]) -> SwiftProperty {
        var arguments = [
            SwiftArgument("handle", .string(model.handle)),
            SwiftArgument("label", .string(names.label(model))),
            SwiftArgument("labelPlural", .string(names.pluralLabel(model))),
        ]
        if let description = model.description { arguments.append(SwiftArgument("description", .string(description))) }
        if model.isSingleton { arguments.append(SwiftArgument("isSingleton", .boolean(true))) }
        if !model.identity.isEmpty {
            arguments.append(SwiftArgument("identity", .array(model.identity.map { .string($0.handle) })))
        }
        if !model.uniqueTogether.isEmpty {
            let sets = model.uniqueTogether.map { SwiftExpression.array($0.map { .string($0.handle) }) }
            arguments.append(SwiftArgument("uniqueTogether", .array(sets)))
        }
        let described = fields.map { SwiftExpression.code("Descriptions.\($0.name)") }
        arguments.append(SwiftArgument("fields", .array(described)))
        return SwiftProperty(isStatic: true, name: "descriptor", value: .call("ModelDescriptor", arguments))
    }

    /// One constant a field: small expressions are quick to type-check.
    func translateFieldDescriptors(_ model: ModelDeclaration, _ fields: [FieldBlueprint]) -> SwiftTypeDeclaration {
        SwiftTypeDeclaration(
            isPrivate: true, keyword: .enum, name: "Descriptions",
            members: fields.map { field in
                .property(
                    SwiftProperty(isStatic: true, name: field.name, value: translateFieldDescriptor(field, in: model)))
            })
    }

    private func translateFieldDescriptor(_ field: FieldBlueprint, in model: ModelDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(field.field.handle)),
            SwiftArgument("label", .string(names.label(field.field))),
        ]
        if let text = field.field.description { arguments.append(SwiftArgument("description", .string(text))) }
        arguments.append(SwiftArgument("scalar", .code(".\(field.scalar?.descriptorCase ?? "string")")))
        if field.isList { arguments.append(SwiftArgument("isList", .boolean(true))) }
        arguments.append(SwiftArgument("owner", .code(".\(field.field.owner)")))
        let isRequired = field.field.requirement != .optional || model.isIdentity(field.field)
        if isRequired { arguments.append(SwiftArgument("isRequired", .boolean(true))) }
        if field.field.isUnique { arguments.append(SwiftArgument("isUnique", .boolean(true))) }
        if field.isEncrypted { arguments.append(SwiftArgument("isEncrypted", .boolean(true))) }
        if let name = field.optionsEnum {
            let options = SwiftExpression.call(
                .code("\(name).allCases.map"), [],
                trailing: SwiftClosure(
                    signature: "",
                    body: [.expression(.code("OptionDescriptor($0.rawValue, label: $0.label, color: $0.color)"))]))
            arguments.append(SwiftArgument("options", options))
        }
        let checks = checks(of: field, options: false)
        if !checks.isEmpty { arguments.append(SwiftArgument("checks", .array(checks))) }
        if let value = field.field.defaultValue { arguments.append(SwiftArgument("defaultValue", json(value))) }
        return .call("FieldDescriptor", arguments)
    }
}

extension ScalarType {
    /// The case of IntegrationKit's `FieldDescriptor.Scalar`.
    var descriptorCase: String {
        switch self {
        case .datetime: "dateTime"
        default: "\(self)"
        }
    }
}
