extension GenerationContext {
    /// A model: its struct, and an extension with its description and how it is read from a record.
    ///
    /// The forms are those that the compiler is quick with: calls without defaults and operators, written-out switches
    /// instead of raw values. `scripts/bench-generator` measures them.
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
        members.append(translateFieldSet("AppFields", "handlers", fields.filter { $0.field.owner != .workplace }))
        members.append(translateFieldSet("WorkplaceFields", "the workplace", fields.filter { $0.field.owner != .app }))
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
    private func translateFieldSet(_ name: String, _ writer: String, _ fields: [FieldBlueprint]) -> SwiftDeclaration {
        var members: [SwiftDeclaration] = fields.map { field in
            .property(
                SwiftProperty(isVariable: true, name: field.name, type: field.type, value: defaultValue(of: field)))
        }
        var body: [SwiftStatement] = []
        if fields.isEmpty {
            body = [.expression(.code("JSONObject()"))]
        } else {
            let values = Self.free("values", Set(fields.map(\.name)))
            body.append(.variable(values, .code("JSONObject()")))
            for field in fields {
                let value = SwiftExpression.code(SwiftKeywords.escaped(field.name))
                body.append(
                    .expression(
                        .call(
                            .code("\(values).set"),
                            [
                                SwiftArgument(nil, .string(field.field.handle)),
                                SwiftArgument(field.isEncrypted ? "exposing" : "to", value),
                            ], trailing: nil)))
            }
            body.append(.return(.code(values)))
        }
        members.append(.property(SwiftProperty(name: "values", type: "JSONObject", getter: body)))
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
        let taken = Set(fields.map(\.name))
        let reader = Self.free("reader", taken)
        let record = Self.free("record", taken)
        var body: [SwiftStatement] = []
        if !fields.isEmpty {
            body.append(
                .variable(
                    reader,
                    .call(
                        "ObjectReader",
                        [
                            SwiftArgument(nil, .code(".object(\(record).values)")),
                            SwiftArgument("unknownKeys", .code(".ignore")),
                        ])))
        }
        var needed: [FieldBlueprint] = []
        for field in fields {
            let value = read(field, from: reader, key: field.field.handle, isStrict: false, isStored: true)
            if !field.isOptional, field.field.defaultValue == nil {
                needed.append(field)
                body.append(.constant(field.name, value))
            } else {
                body.append(.assignment(.member(.code("self"), field.name), value))
            }
        }
        if !fields.isEmpty {
            let values = needed.map { SwiftExpression.code("let \(SwiftKeywords.escaped($0.name))") }
            body.append(
                .guard(values + [.code("\(reader).isComplete()")], else: [.throw(.code("\(reader).failure()"))]))
        }
        body.append(.assignment(.code("self.id"), .code("ID(\(record).id)")))
        body += needed.map { field in
            .assignment(.member(.code("self"), field.name), .code(SwiftKeywords.escaped(field.name)))
        }
        body.append(.assignment(.code("self.createdAt"), .code("\(record).createdAt")))
        body.append(.assignment(.code("self.updatedAt"), .code("\(record).updatedAt")))
        body.append(.assignment(.code("self.refreshedAt"), .code("\(record).refreshedAt")))
        return SwiftFunction(
            name: "init", parameters: [.init(label: "record", name: record, type: "Record")],
            effects: ["throws(InvalidValue)"], body: body)
    }
}
