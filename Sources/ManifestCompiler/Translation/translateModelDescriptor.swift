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
        if model.extent == .appVersion { arguments.append(SwiftArgument("extent", .code(".appVersion"))) }
        if !model.requirements.isEmpty {
            arguments.append(SwiftArgument("requirements", .array(model.requirements.map(requirement))))
        }
        arguments.append(SwiftArgument("fields", .array(fields.map { translateFieldDescriptor($0, in: model) })))
        return SwiftProperty(isStatic: true, name: "descriptor", value: .call("ModelDescriptor", arguments))
    }

    private func requirement(_ requirement: ModelRequirement) -> SwiftExpression {
        let conditions = requirement.filters.compactMap { filter -> SwiftExpression? in
            guard case .literal(let value, _) = filter.value else { return nil }
            var arguments = [SwiftArgument("field", .string(filter.field.handle))]
            if filter.comparison != .equal {
                arguments.append(SwiftArgument("operator", .code(".\(filter.comparison.operatorCase)")))
            }
            return .call(".init", arguments + [SwiftArgument("value", json(value))])
        }
        var arguments = [SwiftArgument("model", .string(requirement.model.handle))]
        if !conditions.isEmpty { arguments.append(SwiftArgument("conditions", .array(conditions))) }
        return .call("RequirementDescriptor", arguments)
    }

    private func translateFieldDescriptor(_ field: FieldBlueprint, in model: ModelDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(field.field.handle)),
            SwiftArgument("label", .string(names.label(field.field))),
        ]
        if let text = field.field.description { arguments.append(SwiftArgument("description", .string(text))) }
        arguments.append(SwiftArgument("scalar", .code(".\(field.scalar?.descriptorCase ?? "string")")))
        if field.isList { arguments.append(SwiftArgument("isList", .boolean(true))) }
        arguments.append(SwiftArgument("owner", .code(field.field.owner.swiftCase)))
        let isRequired = field.field.requirement != .optional || model.isIdentity(field.field)
        if isRequired { arguments.append(SwiftArgument("isRequired", .boolean(true))) }
        if field.field.isUnique { arguments.append(SwiftArgument("isUnique", .boolean(true))) }
        if field.isEncrypted { arguments.append(SwiftArgument("isEncrypted", .boolean(true))) }
        if field.field.personalData != .none {
            arguments.append(SwiftArgument("personalData", .code(".\(field.field.personalData)")))
        }
        if let name = field.optionsEnum {
            arguments.append(SwiftArgument("options", .code("\(name).descriptors")))
        }
        let preparations = preparations(of: field.source)
        if !preparations.isEmpty { arguments.append(SwiftArgument("preparations", .array(preparations))) }
        let checks = checks(of: field, options: false)
        if !checks.isEmpty { arguments.append(SwiftArgument("checks", .array(checks))) }
        if let reference = reference(field.field, in: model) { arguments.append(SwiftArgument("reference", reference)) }
        if let value = field.field.defaultValue { arguments.append(SwiftArgument("defaultValue", json(value))) }
        return .call("FieldDescriptor", arguments)
    }

    private func reference(_ field: FieldDeclaration, in model: ModelDeclaration) -> SwiftExpression? {
        guard model.references[field.handle] != nil,
            let (relationship, other) = manifest.relationship(field.handle, of: model.handle)
        else { return nil }
        return .call(
            "ReferenceDescriptor",
            [
                SwiftArgument("to", .string(other.model.handle)),
                SwiftArgument("onDelete", .code(".\(relationship.deleteAction)")),
            ])
    }
}

extension FieldOwner {
    /// IntegrationKit's `FieldOwner`.
    var swiftCase: String {
        switch self {
        case .app: ".app"
        case .workplace: ".workplace"
        case .both: ".both"
        }
    }
}

extension ScalarType {
    /// The case of IntegrationKit's `FieldDescriptor.Scalar`.
    var descriptorCase: String {
        switch self {
        case .string: "string"
        case .longString: "longString"
        case .integer: "integer"
        case .number: "number"
        case .decimal: "decimal"
        case .boolean: "boolean"
        case .date: "date"
        case .datetime: "dateTime"
        case .time: "time"
        case .file: "file"
        case .image: "image"
        case .object: "object"
        }
    }
}
