internal import IntegrationKit
internal import SkedyulAPI

extension CoreFilter {
    /// As much of a query as the platform surely understands as we do. It may give more than is wanted, never less:
    /// every answer is looked through by the query's own rules. So decimals and moments, which have several spellings,
    /// `NEQ`, whose meaning for missing values is not said, and lists are not asked for here.
    init(_ query: RecordQuery, of model: ModelDescriptor) {
        self.init()
        for condition in query.conditions {
            guard let field = model.field(condition.field), !field.isEncrypted, !field.isList,
                let word = Self.word(for: condition.operator, of: field), let value = try? model.comparable(condition)
            else { continue }
            switch value {
            case .array(let values): if values.count <= 100, values.allSatisfy(field.travelsAsItIs) { add(field.handle, word, value) }
            default: if field.travelsAsItIs(value) { add(field.handle, word, value) }
            }
        }
    }

    private static func word(for operator: RecordQuery.Condition.Operator, of field: FieldDescriptor) -> Operator? {
        switch (`operator`, field.scalar) {
        case (.equal, .string), (.equal, .longString), (.equal, .integer), (.equal, .number), (.equal, .boolean),
            (.equal, .date), (.equal, .file), (.equal, .image):
            .eq
        case (.isIn, .string), (.isIn, .longString), (.isIn, .integer), (.isIn, .number), (.isIn, .date): .in
        case (.contains, .string), (.contains, .longString): .contains
        case (.greater, .integer), (.greater, .number), (.greater, .date): .gt
        case (.greaterOrEqual, .integer), (.greaterOrEqual, .number), (.greaterOrEqual, .date): .gte
        case (.less, .integer), (.less, .number), (.less, .date): .lt
        case (.lessOrEqual, .integer), (.lessOrEqual, .number), (.lessOrEqual, .date): .lte
        default: nil
        }
    }
}

extension FieldDescriptor {
    /// Whole numbers from 2^53 on are text here and numbers there.
    fileprivate func travelsAsItIs(_ value: JSON) -> Bool {
        guard [.integer, .number].contains(scalar) else { return true }
        return value.stringValue == nil
    }
}

extension RecordQuery {
    /// The one id that it asks for, if it does.
    var wantedID: String? {
        conditions.first { $0.field == "id" && $0.operator == .equal }?.value.stringValue
    }

    /// Whether nothing can match.
    var isImpossible: Bool { conditions.contains { $0.value.isNull } }
}
