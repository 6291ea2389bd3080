extension RuleInput {
    /// A field with what stands around it.
    struct PlacedField {
        enum Place { case model, record, input, output, channel }

        let field: FieldDeclaration
        let place: Place
        /// What the field's type comes to: itself, or the field that `owner.field` ends at.
        let origin: FieldDeclaration
        let type: ValueType
    }

    /// Every declared field, in the order of the sections.
    var fields: [PlacedField] {
        var result: [PlacedField] = []
        func add(_ fields: some Sequence<FieldDeclaration>, _ place: PlacedField.Place) {
            for field in fields {
                let isPlain = if case .field = field.type.element { false } else { true }
                result.append(
                    PlacedField(
                        field: field, place: place, origin: isPlain ? field : manifest.origin(of: field).field,
                        type: isPlain ? field.type : manifest.resolved(field.type)))
            }
        }
        for type in manifest.types { add(type.fields, .record) }
        for model in manifest.models { add(model.fields, .model) }
        for tool in manifest.tools {
            add(tool.input?.declaredFields ?? [], .input)
            add(tool.output?.declaredFields ?? [], .output)
        }
        for channel in manifest.channels { add([channel.identifier] + channel.fields.map(\.self), .channel) }
        return result
    }
}

extension PayloadDeclaration {
    /// The fields that are written here.
    var declaredFields: [FieldDeclaration] {
        switch shape {
        case .fields(let fields), .extends(_, let fields): fields.map(\.self)
        case .type: []
        }
    }
}
