extension PlatformConfig {
    func model(_ model: ModelDeclaration) -> JSONTree {
        var object = ExportedObject(model, label: label(model))
        object.set("labelPlural", context.names.pluralLabel(model))
        object.set("labelTemplate", model.title.map(titles(of: model).template))
        object.set("scope", model.scope.platformWord)
        object.set("fields", .array(model.fields.filter { $0.visibility == .visible }.map { field($0, in: model) }))
        object.set("requires", list: model.requirements.map(requirement))
        object.set("page", model.page?.handle)
        object.set("env", secrets(of: model))
        object.set(extensions: model.heading.extensions)
        return object.json
    }

    /// Templates that see the instance.
    private func titles(of model: ModelDeclaration) -> LiquidExport {
        let instance = TypedExpression(.code("item"), .model(model.handle))
        return LiquidExport(context, in: context.scope(inside: TemplateScope(), of: instance))
    }

    /// Encrypted fields are an instance's secrets, and no fields.
    private func secrets(of model: ModelDeclaration) -> ExportedObject {
        var secrets = ExportedObject()
        for field in model.fields where field.visibility == .encrypted {
            var secret = ExportedObject()
            secret.set("label", label(field))
            secret.set("required", .boolean(field.requirement != .optional))
            secret.set("visibility", field.visibility.platformWord)
            secret.set("description", field.description)
            secret.set(extensions: field.heading.extensions)
            secrets.set(field.wireName.uppercased(), secret.json)
        }
        return secrets
    }

    private func field(_ field: FieldDeclaration, in model: ModelDeclaration) -> JSONTree {
        let source = manifest.origin(of: field).field
        var object = ExportedObject(field, label: label(field))
        object.set("type", type(of: source.type.element))
        object.set("definition", definition(of: source))
        object.set("requirement", requirement(of: field, in: model))
        object.set("unique", if: field.isUnique || model.identity.map(\.handle) == [field.handle])
        object.set("system", if: field.isSystem)
        object.set("list", if: field.type.isList || source.type.isList)
        object.set("default", field.defaultValue.map { JSONTree($0) })
        object.set("visibility", surfaces(field.surfaces))
        object.set("owner", field.owner == .app ? "app" : "shared")
        object.set("aiMeta", agentHints(of: field, in: model))
        object.set("section", field.section)
        object.set(extensions: field.heading.extensions)
        return object.json
    }

    private func requirement(of field: FieldDeclaration, in model: ModelDeclaration) -> String {
        if model.isIdentity(field) { return "required" }
        return switch field.requirement {
        case .optional: "optional"
        case .required: "required"
        case .requiredOnCreate: "on_create"
        }
    }

    private func agentHints(of field: FieldDeclaration, in model: ModelDeclaration) -> ExportedObject {
        var hints = ExportedObject()
        hints.set("description", field.agent?.description)
        hints.set(
            "mutability", field.agent?.mutability?.platformWord ?? (model.isIdentity(field) ? "immutable" : nil))
        return hints
    }

    func surfaces(_ surfaces: [FieldSurface]) -> JSONTree? {
        guard !surfaces.isEmpty else { return nil }
        return .object(FieldSurface.allCases.map { .init($0.platformWord, .boolean(surfaces.contains($0))) })
    }

    /// A definition of the platform's by name, or what the field itself says about its values.
    func definition(of field: FieldDeclaration) -> JSONTree? {
        if let definition = field.definition { return .string(definition) }
        if field.options.isEmpty, field.constraints == FieldConstraints(), let format = field.format,
            let definition = Self.definition(of: format)
        {
            return definition
        }
        var object = ExportedObject()
        if !field.options.isEmpty {
            object.set("limitChoices", .boolean(true))
            object.set("options", list: field.options.map(option))
        }
        let constraints = field.constraints
        object.set("minLength", constraints.minimumLength)
        object.set("maxLength", constraints.maximumLength)
        object.set("min", constraints.minimum.map { JSONTree($0) })
        object.set("max", constraints.maximum.map { JSONTree($0) })
        object.set("pattern", constraints.pattern ?? field.format?.schemaPattern)
        if case .modelID(let model) = field.type.element {
            object.set("relatedModel", manifest.models[model]?.wireName ?? model)
        }
        return object.members.isEmpty ? nil : object.json
    }

    /// The platform's own definitions of what the language has formats for.
    private static func definition(of format: ValueFormat) -> JSONTree? {
        switch format {
        case .phone: "phone"
        case .email: "email"
        default: nil
        }
    }

    private func option(_ option: OptionDeclaration) -> JSONTree {
        var object = ExportedObject()
        object.set("label", context.names.label(option))
        object.set("value", option.value)
        object.set("color", option.color)
        return object.json
    }

    /// The platform has fewer types: whole numbers are numbers, and exact decimals are text.
    func type(of type: ValueType) -> String {
        switch manifest.resolved(type) {
        case .scalar(let scalar): Self.type(of: scalar)
        case .modelID: "relation"
        case .list(let element): self.type(of: element)
        case .record, .model, .map: "object"
        case .field, .unknown: "string"
        }
    }

    private static func type(of scalar: ScalarType) -> String {
        switch scalar {
        case .string, .decimal: "string"
        case .longString: "long_string"
        case .integer, .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .datetime: "datetime"
        case .time: "time"
        case .file: "file"
        case .image: "image"
        case .object: "object"
        }
    }

    private func requirement(_ requirement: ModelRequirement) -> JSONTree {
        var object = ExportedObject()
        object.set("model", manifest.models[requirement.model.handle]?.wireName ?? requirement.model.handle)
        object.set("where", filters(requirement.filters, of: requirement.model, liquid))
        return object.json
    }

    /// `{ field: value }`, or `{ field: { GT: value } }`.
    func filters(_ filters: [ModelQuery.Filter], of model: Reference, _ liquid: LiquidExport) -> ExportedObject {
        var object = ExportedObject()
        for filter in filters {
            let value = json(filter.value, liquid)
            let name = wireName(of: filter.field, in: model)
            object.set(
                name,
                filter.comparison == .equal ? value : .object([.init(filter.comparison.platformWord, value)]))
        }
        return object
    }

    func relationship(_ relationship: RelationshipDeclaration) -> JSONTree {
        func side(_ side: RelationshipSide) -> JSONTree {
            var object = ExportedObject()
            object.set("model", manifest.models[side.model.handle]?.wireName ?? side.model.handle)
            object.set("field", side.member.handle)
            object.set("label", side.label ?? context.names.casing.label(side.member.handle))
            return object.json
        }
        var object = ExportedObject()
        object.set("source", side(relationship.from))
        object.set("target", side(relationship.to))
        object.set("cardinality", relationship.cardinality.platformWord)
        object.set("onDelete", relationship.deleteAction.platformWord)
        object.set(extensions: relationship.heading.extensions)
        return object.json
    }
}
