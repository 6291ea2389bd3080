/// A field with what stands around it. A class, because rules pass long lists of them around.
final class PlacedField: Sendable {
    enum Place { case model, record, input, output, channel, registration }

    let field: FieldDeclaration
    let place: Place
    /// The field's type with `owner.field` replaced by what it comes to.
    let type: ValueType
    private let target: FieldDeclaration?

    /// The field that says what a value is: itself, or the one that `owner.field` ends at.
    var origin: FieldDeclaration { target ?? field }

    init(_ field: FieldDeclaration, _ place: Place, in manifest: Manifest) {
        self.field = field
        self.place = place
        if case .field = field.type.element {
            target = manifest.origin(of: field).field
            type = manifest.resolved(field.type)
        } else {
            target = nil
            type = field.type
        }
    }
}

extension PlacedField {
    /// Every declared field, in the order of the sections.
    static func all(in manifest: Manifest) -> [PlacedField] {
        var result: [PlacedField] = []
        func add(_ fields: some Sequence<FieldDeclaration>, _ place: PlacedField.Place) {
            for field in fields { result.append(PlacedField(field, place, in: manifest)) }
        }
        for record in manifest.declaredRecords { add(record.fields, .record) }
        for entity in manifest.entities { add(entity.context, .record) }
        for model in manifest.models { add(model.fields, .model) }
        for tool in manifest.tools {
            add(tool.input?.declaredFields ?? [], .input)
            add(tool.output?.declaredFields ?? [], .output)
        }
        for operation in manifest.batchOperations {
            add(operation.input?.declaredFields ?? [], .input)
            add(operation.state?.declaredFields ?? [], .record)
        }
        for webhook in manifest.webhooks { add(webhook.registration, .registration) }
        for channel in manifest.channels { add([channel.identifier] + channel.fields.map(\.self), .channel) }
        return result
    }
}

extension FieldDeclaration {
    /// Whether it is one that every model has, and is written nowhere.
    var isImplicit: Bool { ModelDeclaration.implicitHandles.contains(handle) && isSystem }
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
