/// What a value in a template is.
indirect enum TemplateType: Sendable, Hashable {
    case text
    case integer
    case number
    /// DECIMAL: exact, so it is compared with its like and with literals only.
    case decimal
    case boolean
    case dateTime
    /// DATE and TIME, which compare as text does.
    case day
    case timeOfDay
    /// A text with options; the field is the one that declares them.
    case options(FieldDeclaration)
    case id(model: String)
    case record(String)
    case model(String)
    case list(TemplateType)
    /// OBJECT and maps: carried, never shown.
    case opaque
    /// Of a value whose declaration was reported: nothing more is said about it.
    case unknown

    /// In words, with an article.
    var words: String {
        switch self {
        case .text: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .decimal: "a DECIMAL"
        case .boolean: "a BOOLEAN"
        case .dateTime: "a DATETIME"
        case .day: "a DATE"
        case .timeOfDay: "a TIME"
        case .options(let field): "one of the options of `\(field.handle)`"
        case .id(let model): "the id of a `\(model)`"
        case .record(let handle), .model(let handle): "a whole `\(handle)`"
        case .list: "a list"
        case .opaque: "an OBJECT"
        case .unknown: "unknown"
        }
    }

    /// Whether nobody knows what it is, or what it is a list of.
    var isUnknown: Bool {
        switch self {
        case .unknown: true
        case .list(let element): element.isUnknown
        default: false
        }
    }

    var isList: Bool { if case .list = self { true } else { false } }

    /// Whether it can be turned into text.
    var isPrintable: Bool {
        switch self {
        case .record, .model, .list, .opaque, .unknown: false
        default: true
        }
    }

    /// Whether two values of the types can be compared with `==`.
    func isComparable(with other: TemplateType) -> Bool {
        switch (self, other) {
        case (.unknown, _), (_, .unknown): true
        case (.integer, .number), (.number, .integer): true
        case (.text, .options), (.options, .text): true
        case (.text, .id), (.id, .text): true
        case (.options(let left), .options(let right)): left.options.map(\.value) == right.options.map(\.value)
        default: self == other
        }
    }

    /// Whether `<` and `>` mean something.
    var isOrdered: Bool {
        switch self {
        case .integer, .number, .decimal, .dateTime, .day, .timeOfDay: true
        default: false
        }
    }
}

extension GenerationContext {
    func templateType(of type: ValueType) -> TemplateType {
        switch manifest.resolved(type) {
        case .scalar(let scalar):
            switch scalar {
            case .string, .longString, .file, .image: .text
            case .decimal: .decimal
            case .integer: .integer
            case .number: .number
            case .boolean: .boolean
            case .date: .day
            case .time: .timeOfDay
            case .datetime: .dateTime
            case .object: .opaque
            }
        case .record(let handle): .record(handle)
        case .model(let handle): .model(handle)
        case .modelID(let handle): .id(model: handle)
        case .list(let element): .list(templateType(of: element))
        case .map: .opaque
        case .field, .unknown: .unknown
        }
    }

    func templateType(of field: FieldDeclaration) -> TemplateType {
        let source = manifest.origin(of: field).field
        guard source.knows("options") else { return .unknown }
        guard !source.options.isEmpty else { return templateType(of: field.type) }
        let isList = field.type.isList || source.type.isList
        return isList ? .list(.options(source)) : .options(source)
    }
}

/// A value in a template that has been found and typed, as Swift.
struct TypedExpression: Sendable, Hashable {
    var swift: SwiftExpression
    var type: TemplateType
    /// Whether the Swift expression is an optional.
    var isOptional: Bool
    /// Whether a member of it needs `?.`; not so behind an optional chain whose last member is always there.
    var needsChaining: Bool
    /// Why it is missing, for values that a tool gives: an expression of type `ToolFailure?`.
    var failure: SwiftExpression?
    /// For instances of the page's context: how relationships are followed from here.
    var relation: RelationTrail?
    /// What people read before it, where its field or variable says so.
    var label: String?

    init(_ swift: SwiftExpression, _ type: TemplateType, isOptional: Bool = false, needsChaining: Bool? = nil) {
        self.swift = swift
        self.type = type
        self.isOptional = isOptional
        self.needsChaining = needsChaining ?? isOptional
    }

    /// The Swift expression so that a method of `Optional` can be called on it.
    var wrapped: SwiftExpression { isOptional && !needsChaining ? .parenthesized(swift) : swift }
}
