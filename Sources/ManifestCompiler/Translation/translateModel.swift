extension GenerationContext {
    /// A model: its struct, and an extension with its description and how it is read from a record.
    ///
    /// The forms are those that the compiler is quick with: one call for all fields instead of one for each, written-out
    /// switches instead of raw values. `scripts/bench-generator` measures them.
    func translateModel(_ model: ModelDeclaration) -> [SwiftDeclaration] {
        let fields = model.storedFields.map { blueprint(of: $0, in: model) }
        let path = "models.\(model.handle)"
        var members: [SwiftDeclaration] = [.property(SwiftProperty(name: "id", type: "ID"))]
        members += fields.map { field in
            .property(
                SwiftProperty(
                    documentation: documentation(of: field, in: model), name: field.name, type: field.type))
        }
        members.append(.property(SwiftProperty(name: "createdAt", type: "Date")))
        members.append(.property(SwiftProperty(name: "updatedAt", type: "Date")))
        members.append(.property(SwiftProperty(name: "refreshedAt", type: "Date")))
        members += fields.filter(\.declaresEnum).map { field in
            translateOptions(field.field, path: "\(path).fields.\(field.field.handle)")
        }
        members.append(translateFieldSet("AppFields", "handlers", fields, of: .app, in: model))
        members.append(translateFieldSet("WorkplaceFields", "the workplace", fields, of: .workplace, in: model))
        members.append(.type(translateFieldHandles(fields)))
        let structure = SwiftTypeDeclaration(
            documentation: Self.documentation(of: model, path: path), keyword: .struct, name: names.model(model.handle),
            conformances: conformances(model),
            members: [.alias(name: "ID", type: "Identifier<\(names.model(model.handle))>")] + members)
        let conversion = SwiftTypeDeclaration(
            keyword: .extension, name: names.model(model.handle),
            members: [
                .property(translateModelDescriptor(model, fields)), .function(recordInitializer(fields)),
                .property(appFields(fields)),
            ])
        return [.type(structure), .type(conversion)]
    }

    private func conformances(_ model: ModelDeclaration) -> [String] {
        var conformances: [String] = []
        if model.isSingleton { conformances.append("SingletonModel") }
        if !model.identity.isEmpty { conformances.append("IdentifiedModel") }
        return conformances.isEmpty ? ["Model"] : conformances
    }

    private func documentation(of field: FieldBlueprint, in model: ModelDeclaration) -> SwiftDocumentation {
        var remarks = ". Owner: \(field.field.owner.rawValue)."
        if field.isEncrypted { remarks += " Encrypted." }
        if model.isIdentity(field.field) { remarks += " Part of the identity." }
        if field.field.isUnique { remarks += " Unique." }
        var path = "models.\(model.handle).fields.\(field.field.handle)"
        if model.references[field.field.handle] != nil,
            let (relationship, _) = manifest.relationship(field.field.handle, of: model.handle)
        {
            path = "relationships.\(relationship.handle)"
        }
        return Self.documentation(of: field.field, path: path, remarks: remarks)
    }

    // MARK: Field sets

    /// The fields of one owner: there is no way to spell a write of the other's.
    private func translateFieldSet(
        _ name: String, _ writer: String, _ all: [FieldBlueprint], of owner: FieldOwner, in model: ModelDeclaration
    ) -> SwiftDeclaration {
        let fields = all.filter { $0.field.owner == owner || $0.field.owner == .both }
        var members: [SwiftDeclaration] = fields.map { field in
            .property(
                SwiftProperty(isVariable: true, name: field.name, type: field.type, value: defaultValue(of: field)))
        }
        let values = fields.map { SwiftArgument(nil, .code(SwiftKeywords.escaped($0.name))) }
        let object = SwiftExpression.call(
            "\(names.model(model.handle)).values",
            [SwiftArgument("of", .code(owner.swiftCase))] + values)
        members.append(
            .property(
                SwiftProperty(
                    name: "values", type: "JSONObject",
                    getter: [.expression(fields.isEmpty ? .code("JSONObject()") : object)])))
        return .type(
            SwiftTypeDeclaration(
                documentation: ["The fields that \(writer) may write."], keyword: .struct, name: name,
                conformances: ["FieldSet"], members: members))
    }

    private func appFields(_ fields: [FieldBlueprint]) -> SwiftProperty {
        let arguments = fields.filter { $0.field.owner != .workplace }.map { field in
            SwiftArgument(field.name, .code(SwiftKeywords.escaped(field.name)))
        }
        return SwiftProperty(name: "appFields", type: "AppFields", getter: [.expression(.call("AppFields", arguments))])
    }

    private func translateFieldHandles(_ fields: [FieldBlueprint]) -> SwiftTypeDeclaration {
        let implicit = [("createdAt", "created_at"), ("updatedAt", "updated_at"), ("refreshedAt", "refreshed_at")]
        let all = [("id", "id")] + fields.map { ($0.name, $0.field.handle) } + implicit
        let handles = all.map { name, handle in
            SwiftStatement.SwitchCase(pattern: "case .\(name)", value: .string(handle))
        }
        return SwiftTypeDeclaration(
            documentation: ["The fields, for conditions and orders of queries."], keyword: .enum, name: "Field",
            conformances: ["ModelField"],
            members: all.map { .enumCase(SwiftEnumCase(name: $0.0)) } + [
                .property(
                    SwiftProperty(name: "handle", type: "String", getter: [.switch(.code("self"), handles)]))
            ])
    }

    // MARK: Reading

    private func recordInitializer(_ fields: [FieldBlueprint]) -> SwiftFunction {
        let record = Self.free("record", Set(fields.map(\.name)))
        var body: [SwiftStatement] = []
        if !fields.isEmpty {
            let read = SwiftExpression.call("\(record).fields", [SwiftArgument("of", .code("Self.self"))])
            body.append(
                .assignment(.tuple(fields.map { .member(.code("self"), $0.name) }), .prefix("try", read)))
        }
        body.append(.assignment(.code("self.id"), .code("ID(\(record).id)")))
        body += ["createdAt", "updatedAt", "refreshedAt"].map { name in
            .assignment(.code("self.\(name)"), .code("\(record).\(name)"))
        }
        return SwiftFunction(
            name: "init", parameters: [.init(label: "record", name: record, type: "Record")],
            effects: ["throws(InvalidValue)"], body: body)
    }
}
