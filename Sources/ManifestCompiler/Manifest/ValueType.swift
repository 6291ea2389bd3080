/// The type of a field, an input or an output, without its optionality.
package indirect enum ValueType: Sendable, Hashable {
    case scalar(ScalarType)
    /// A record of `types:`, or a predeclared contract such as `message.send`.
    case record(String)
    /// A model in its readable form: all fields that are not encrypted, and the implicit ones.
    case model(String)
    /// `model.id`: the id of an instance of that model.
    case modelID(String)
    /// `owner.field`: the type of another field with its options, format and bounds, but not its owner,
    /// default or optionality. ``Manifest/origin(of:)`` finds that field.
    case field(FieldPath)
    /// Never a list of lists, and never of optional values.
    case list(ValueType)
    /// String keys, values of one type.
    case map(ValueType)
    /// What a type that was reported stands for; in no manifest that has passed its checks.
    case unknown
}

/// Names a field of a model or record.
package struct FieldPath: Sendable, Hashable {
    /// Handle of the model or record.
    package var owner: String
    package var field: String
}

/// The fixed value types of the language.
package enum ScalarType: String, Sendable, Hashable, CaseIterable {
    case string = "STRING"
    case longString = "LONG_STRING"
    /// 64 bits.
    case integer = "INTEGER"
    case number = "NUMBER"
    /// Exact; text in JSON.
    case decimal = "DECIMAL"
    case boolean = "BOOLEAN"
    /// `YYYY-MM-DD`.
    case date = "DATE"
    /// RFC 3339 with an offset.
    case datetime = "DATETIME"
    /// `HH:MM[:SS]`.
    case time = "TIME"
    case file = "FILE"
    /// FILE that accepts `image/*`.
    case image = "IMAGE"
    /// Any JSON object, passed through unchanged.
    case object = "OBJECT"

    /// STRING and LONG_STRING.
    package var isText: Bool { self == .string || self == .longString }
    package var isNumeric: Bool { self == .integer || self == .number || self == .decimal }
}

extension ValueType {
    /// The type of the elements of a list, else the type itself.
    package var element: ValueType { if case .list(let element) = self { element } else { self } }
    package var isList: Bool { if case .list = self { true } else { false } }
    /// The scalar, if it is one.
    package var scalar: ScalarType? { if case .scalar(let scalar) = self { scalar } else { nil } }

    /// Whether nobody knows what it is, or what it is a list or map of.
    var isUnknown: Bool {
        switch self {
        case .unknown: true
        case .list(let element), .map(let element): element.isUnknown
        case .scalar, .record, .model, .modelID, .field: false
        }
    }

    /// As the author would write it, without optionality.
    package var spelling: String {
        switch self {
        case .scalar(let scalar): scalar.rawValue
        case .record(let handle), .model(let handle): handle
        case .modelID(let model): "\(model).id"
        case .field(let path): "\(path.owner).\(path.field)"
        case .list(let element): "[\(element.spelling)]"
        case .map(let value): "{STRING: \(value.spelling)}"
        case .unknown: "unknown"
        }
    }
}
