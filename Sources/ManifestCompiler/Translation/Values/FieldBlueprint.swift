/// All facts about a field that translations need, with its names in both worlds.
///
/// A class, for it is handed from one translation to the next, and what a declaration consists of is much to copy.
final class FieldBlueprint: Sendable {
    /// As it is declared here.
    let field: FieldDeclaration
    /// What says its options, format and bounds: the field itself, or the one that its type names.
    let source: FieldDeclaration
    /// In Swift, without backticks.
    let name: String
    /// In JSON.
    let wireName: String
    /// In Swift, without `?`.
    let valueType: String
    let isOptional: Bool
    /// The enum of its options as it is named where the field stands; `nil` without options.
    let optionsEnum: String?
    /// Whether that enum is declared beside the field.
    let declaresEnum: Bool

    init(
        field: FieldDeclaration, source: FieldDeclaration, name: String, wireName: String, valueType: String,
        isOptional: Bool, optionsEnum: String?, declaresEnum: Bool
    ) {
        self.field = field
        self.source = source
        self.name = name
        self.wireName = wireName
        self.valueType = valueType
        self.isOptional = isOptional
        self.optionsEnum = optionsEnum
        self.declaresEnum = declaresEnum
    }

    /// In Swift.
    var type: String { isOptional ? valueType + "?" : valueType }
    var isList: Bool { field.type.isList || source.type.isList }
    var isMap: Bool { if case .map = source.type { true } else { false } }
    var isEncrypted: Bool { field.visibility == .encrypted }
    var scalar: ScalarType? { source.type.element.scalar }
}

extension GenerationContext {
    /// A field of a record, an input or an output.
    func blueprint(of field: FieldDeclaration) -> FieldBlueprint {
        blueprint(of: field, isOptional: field.requirement == .optional)
    }

    /// A field of a model. Encrypted ones are secrets.
    func blueprint(of field: FieldDeclaration, in model: ModelDeclaration) -> FieldBlueprint {
        blueprint(of: field, isOptional: !field.isAlwaysPresent && !model.isIdentity(field))
    }

    private func blueprint(of field: FieldDeclaration, isOptional: Bool) -> FieldBlueprint {
        let origin = manifest.origin(of: field)
        let hasOptions = !origin.field.options.isEmpty
        var optionsEnum: String?
        if hasOptions {
            let name = names.optionsEnum(origin.field.handle)
            optionsEnum = origin.path.map { "\(typeName(ofOwner: $0.owner)).\(name)" } ?? name
        }
        var valueType =
            optionsEnum.map { element in
                let isList = field.type.isList || origin.field.type.isList
                return isList ? "[\(element)]" : element
            } ?? swiftType(of: field, origin.field)
        if field.visibility == .encrypted { valueType = "Secret<\(valueType)>" }
        return FieldBlueprint(
            field: field, source: origin.field, name: names.member(field.handle), wireName: field.wireName,
            valueType: valueType, isOptional: isOptional, optionsEnum: optionsEnum,
            declaresEnum: hasOptions && origin.path == nil)
    }

    /// The Swift type of a field without options, which its format may say.
    private func swiftType(of field: FieldDeclaration, _ source: FieldDeclaration) -> String {
        guard let formatted = source.format?.swiftType, source.type.element == .scalar(.string) else {
            return swiftType(field.type)
        }
        return field.type.isList || source.type.isList ? "[\(formatted)]" : formatted
    }

    /// The Swift type of a value, without optionality and without options.
    func swiftType(_ type: ValueType) -> String {
        switch manifest.resolved(type) {
        case .scalar(let scalar):
            switch scalar {
            // Dates and times of day are text everywhere, without a calendar.
            case .string, .longString, .date, .time: "String"
            case .decimal: "Decimal"
            case .file, .image: "FileReference"
            case .integer: "Int"
            case .number: "Double"
            case .boolean: "Bool"
            case .datetime: "Date"
            case .object: "JSONObject"
            }
        case .record(let handle): names.record(handle)
        case .model(let handle): names.model(handle) + ".Readable"
        case .modelID(let handle): names.model(handle) + ".ID"
        case .field(let path): typeName(ofOwner: path.owner)
        case .list(let element): "[\(swiftType(element))]"
        case .map(let value): "[String: \(elementType(value))]"
        case .unknown: "JSON"
        }
    }

    /// The Swift type of a map's values: those of another field may be an enum of options.
    private func elementType(_ type: ValueType) -> String {
        guard case .field(let path) = type.element, let field = manifest.field(at: path) else { return swiftType(type) }
        let name = blueprint(of: field, isOptional: false).optionsEnum.map { $0.contains(".") ? $0 : "\(typeName(ofOwner: path.owner)).\($0)" }
        guard let name else { return swiftType(type) }
        return type.isList || manifest.resolved(field.type).isList ? "[\(name)]" : name
    }

    func typeName(ofOwner handle: String) -> String {
        manifest.models[handle] != nil ? names.model(handle) : names.record(handle)
    }
}

extension ValueFormat {
    /// The type of IntegrationKit that a text of this format is read as; `nil` where it stays a text.
    fileprivate var swiftType: String? {
        switch self {
        case .localDatetime: "LocalDateTime"
        case .dateOrDatetime: "DateOrDateTime"
        default: nil
        }
    }
}
