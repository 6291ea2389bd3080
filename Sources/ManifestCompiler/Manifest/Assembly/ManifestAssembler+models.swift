extension ManifestAssembler {
    mutating func record(_ entry: DecodedEntry) -> RecordDeclaration {
        let block = block(entry, .record)
        let isUnion = block["one_of"] != nil
        if let span = block.keySpan("fields"), isUnion {
            diagnostics.report(
                .keyConflict, "a type has `fields` or `one_of`, not both", at: span,
                help: ["a union's fields are those of its cases"])
        } else if case .block = entry.value, block["fields"] == nil, !isUnion,
            block.doubtful.isDisjoint(with: ["fields", "one_of"])
        {
            diagnostics.report(.keyMissing, "a type needs the key `fields`, or `one_of`", at: entry.key.span)
        }
        for key in isUnion ? ["open", "nulls"] : ["discriminator"] {
            guard let span = block.keySpan(key) else { continue }
            diagnostics.report(
                .keyConflict, "`\(key)` is a key of \(isUnion ? "records" : "unions"), not of \(isUnion ? "unions" : "records")",
                at: span)
        }
        return RecordDeclaration(
            heading: heading(entry), fields: fields(isUnion ? [] : block.map("fields"), .value),
            isOpen: block.boolean("open") ?? false, keepsNulls: block.string("nulls") == "KEEP",
            cases: Declarations(block.map("one_of").map(unionCase)),
            discriminator: block.string("discriminator") ?? "type",
            discriminatorSpan: block["discriminator"]?.span)
    }

    private func unionCase(_ entry: DecodedEntry) -> UnionCaseDeclaration {
        if case .text(let record) = entry.value {
            return UnionCaseDeclaration(heading: heading(entry), payload: Reference(record.text, at: record.span))
        }
        return UnionCaseDeclaration(heading: heading(entry), payload: block(entry, .unionCase).reference("type"))
    }

    mutating func model(_ entry: DecodedEntry) -> ModelDeclaration {
        let block = block(entry, .model)
        let identity = block.references("identity")
        let scope: ModelDeclaration.Scope = block.word("scope") ?? .internal
        var fields = Declarations<FieldDeclaration>()
        for entry in block.map("fields") {
            var field = field(entry, .model)
            // Ruling 37: a field of the identity is implicitly required and the app's.
            let identifies = identity.contains { $0.handle == field.handle }
            if identifies { field.requirement = .required }
            if scope == .shared, field.ownerSpan == nil, !identifies { field.owner = .workplace }
            fields.append(field)
        }
        let together = block.list("unique_together").map { group -> [Reference] in
            if case .list(let items, _) = group { items.references } else { [] }
        }
        return ModelDeclaration(
            heading: heading(entry), labelPlural: block.string("label_plural"), title: block.template("title"),
            scope: scope, identity: identity, isSingleton: block.boolean("singleton") ?? false,
            fields: fields.knowingTimeZones, section: block.string("section"), page: block.reference("page"), uniqueTogether: together,
            extent: block.word("per") ?? .installation,
            requirements: block.list("requires").blocks.compactMap(requirement))
    }

    private func requirement(_ block: DecodedBlock) -> ModelRequirement? {
        block.reference("model").map { model in
            ModelRequirement(model: model, filters: block.map("where").flatMap(filters), span: block.span)
        }
    }

    mutating func relationship(_ entry: DecodedEntry) -> RelationshipDeclaration {
        let block = block(entry, .relationship)
        let labels = block.texts("labels")
        if let label = labels.dropFirst(2).first {
            diagnostics.report(.valueShape, "a relationship has two sides, so `labels` has two texts", at: label.span)
        }
        return RelationshipDeclaration(
            heading: heading(entry), from: side(block.text("from"), entry, label: labels.first),
            to: side(block.text("to"), entry, label: labels.dropFirst().first),
            cardinality: block.word("cardinality") ?? .manyToOne, writtenDeleteAction: block.word("on_delete"),
            deleteActionSpan: block["on_delete"]?.span, isRequired: block.boolean("required") ?? false,
            requiredSpan: block["required"]?.span, owner: block.word("owner") ?? .app)
    }

    private func side(_ text: DecodedText?, _ entry: DecodedEntry, label: DecodedText?) -> RelationshipSide {
        guard let text, let dot = text.text.utf8.firstIndex(of: UInt8(ascii: ".")) else {
            let nowhere = Reference("", at: entry.key.span)
            return RelationshipSide(model: nowhere, member: nowhere, label: label?.text)
        }
        let model = String(text.text[..<dot])
        let member = String(text.text[text.text.utf8.index(after: dot)...])
        let quote = text.span.end.offset - text.span.start.offset > text.text.utf8.count ? 1 : 0
        return RelationshipSide(
            model: Reference(model, at: text.span.part(quote, model.utf8.count)),
            member: Reference(member, at: text.span.part(quote + model.utf8.count + 1, member.utf8.count)),
            label: label?.text)
    }
}

extension Declarations<ModelDeclaration> {
    /// The same models with the references that relationships give them. Of two with one name the first stays, and
    /// one under a field's name stays out: a rule reports both.
    func withReferences(of relationships: Declarations<RelationshipDeclaration>) -> Self {
        var references: [String: Declarations<FieldDeclaration>] = [:]
        for relationship in relationships {
            guard let (holder, field) = relationship.reference else { continue }
            references[holder, default: Declarations<FieldDeclaration>()].append(field)
        }
        guard !references.isEmpty else { return self }
        return Self(
            map { model in
                var model = model
                let known = references[model.handle].map(Array.init) ?? []
                model.references = Declarations<FieldDeclaration>(known.filter { model.field($0.handle) == nil })
                return model
            })
    }

    /// The same models when relationships could not be read: any of them may have a reference that is not known.
    var doubtingFields: Self {
        Self(
            map { model in
                var model = model
                model.heading.doubts.add("fields")
                return model
            })
    }
}
