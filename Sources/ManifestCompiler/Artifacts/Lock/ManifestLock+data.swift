extension ManifestLock {
    // MARK: Fields

    /// `{ fields: { handle: … } }`.
    func fields(_ fields: Declarations<FieldDeclaration>, of model: ModelDeclaration? = nil) -> ExportedObject {
        var object = ExportedObject()
        object.set("fields", entries(fields) { field($0, of: model) })
        return object
    }

    func field(_ field: FieldDeclaration, of model: ModelDeclaration?) -> ExportedObject {
        var object = ExportedObject()
        object.set("type", field.type.spelling)
        switch field.requirement {
        case .optional: break
        case .required: object.set("required", .boolean(true))
        case .requiredOnCreate: object.set("required", "ON_CREATE")
        }
        if model != nil { object.set("owner", field.owner.rawValue) }
        object.set("unique", if: field.isUnique)
        object.set("visibility", field.visibility == .encrypted ? field.visibility.rawValue : nil)
        object.set("system", if: field.isSystem)
        object.set("definition", field.definition)
        object.set("default", field.defaultValue.map { JSONTree($0) })
        object.set("backfill", field.backfill.map { JSONTree($0) })
        object.set("pii", field.personalData == .none ? nil : field.personalData.rawValue)
        object.set("accept", list: field.acceptedTypes.sorted())
        object.set("max_size", field.maximumSize.map { JSONTree.integer($0.bytes) })
        object.set("accept_inline", if: field.acceptsInline)
        object.set("coerce", list: field.coercions.map(\.rawValue).sorted())
        refine(&object, field.options, field.format, field.normalization, field.constraints)
        return object
    }

    /// What narrows a type; the order of options is no part of the contract.
    private func refine(
        _ object: inout ExportedObject, _ options: [OptionDeclaration], _ format: ValueFormat?,
        _ normalization: Normalization?, _ constraints: FieldConstraints
    ) {
        object.set("options", list: options.map(\.value).sorted())
        object.set("format", format?.rawValue)
        object.set("normalize", normalization?.rawValue)
        object.set("pattern", constraints.pattern)
        object.set("min", constraints.minimum.map { JSONTree($0) })
        object.set("max", constraints.maximum.map { JSONTree($0) })
        object.set("min_length", constraints.minimumLength)
        object.set("max_length", constraints.maximumLength)
        object.set("min_items", constraints.minimumItems)
        object.set("max_items", constraints.maximumItems)
        object.set("unique_items", if: constraints.hasUniqueItems)
    }

    // MARK: Environment and connections

    func variable(_ variable: EnvironmentVariable) -> ExportedObject {
        var object = ExportedObject()
        object.set("type", variable.type.spelling)
        object.set("required", if: variable.isRequired)
        object.set("visibility", variable.visibility.rawValue)
        object.set("source", variable.scope == .install ? variable.source.rawValue : nil)
        object.set("phase", variable.scope == .install ? variable.phase.rawValue : nil)
        object.set("default", variable.defaultValue.map { JSONTree($0) })
        refine(&object, variable.options, variable.format, variable.normalization, variable.constraints)
        return object
    }

    // MARK: Records and models

    func record(_ record: RecordDeclaration) -> ExportedObject {
        guard record.isUnion else {
            var object = fields(record.fields)
            object.set("open", if: record.isOpen)
            object.set("nulls", record.keepsNulls ? "KEEP" : nil)
            return object
        }
        var object = ExportedObject()
        object.set("discriminator", record.discriminator)
        object.set("one_of", entries(record.cases) { union in
            var payload = ExportedObject()
            payload.set("type", union.payload?.handle)
            return payload
        })
        return object
    }

    func model(_ model: ModelDeclaration) -> ExportedObject {
        var object = fields(model.fields, of: model)
        object.set("scope", model.scope.rawValue)
        object.set("per", model.extent.rawValue)
        object.set("singleton", if: model.isSingleton)
        object.set("identity", list: model.identity.map(\.handle))
        object.set("unique_together", list: uniqueSets(of: model))
        object.set("requires", list: model.requirements.map(\.model.handle).sorted())
        object.set("page", model.page?.handle)
        return object
    }

    private func uniqueSets(of model: ModelDeclaration) -> [JSONTree] {
        let sets = model.uniqueTogether.map { $0.map(\.handle).sorted() }
        return sets.sorted { $0.lexicographicallyPrecedes($1) }.map { .array($0.map { .string($0) }) }
    }

    func relationship(_ relationship: RelationshipDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("from", "\(relationship.from.model.handle).\(relationship.from.member.handle)")
        object.set("to", "\(relationship.to.model.handle).\(relationship.to.member.handle)")
        object.set("cardinality", relationship.cardinality.rawValue)
        object.set("on_delete", relationship.deleteAction.rawValue)
        object.set("required", if: relationship.isRequired)
        object.set("owner", relationship.owner.rawValue)
        return object
    }

    // MARK: Entities

    func entity(_ entity: EntityDeclaration) -> ExportedObject {
        var object = fields(entity.fields)
        object.set("context", entries(entity.context) { field($0, of: nil) })
        object.set("relations", entries(entity.relations) { relation in
            var target = ExportedObject()
            target.set("to", relation.target.handle)
            return target
        })
        return object
    }
}
