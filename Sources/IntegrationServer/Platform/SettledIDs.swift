internal import IntegrationKit

/// Ids under which a unit of work knew what it made, and those that hold since it was written: given by the platform, or of
/// an instance that somebody else had made meanwhile.
struct SettledIDs: Sendable {
    private let marker: String
    private var actual: [String: String] = [:]

    /// - Parameter prefix: With what the unit's ids begin, as ``IDMaker`` makes them.
    init(prefix: String) { marker = prefix + "_" }

    mutating func settle(_ id: String, as actual: String) { if id != actual { self.actual[id] = actual } }

    subscript(id: String) -> String { actual[id] ?? id }

    /// The value with every id as it is now, in the middle of texts as well: an address can hold one.
    func apply(to value: JSON) -> JSON {
        guard !actual.isEmpty else { return value }
        switch value {
        case .string(let text): return .string(apply(to: text))
        case .array(let elements): return .array(elements.map { apply(to: $0) })
        case .object(let object): return .object(apply(to: object))
        case .null, .bool, .number: return value
        }
    }

    func apply(to object: JSONObject) -> JSONObject {
        guard !actual.isEmpty else { return object }
        return JSONObject(object.map { (key: apply(to: $0.key), value: apply(to: $0.value)) })
    }

    func apply(to text: String) -> String {
        guard !actual.isEmpty, text.contains(marker) else { return text }
        if let whole = actual[text] { return whole }
        return actual.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }

    /// The query with the ids that instances have now, where it asks for ids.
    func apply(to query: RecordQuery, of model: ModelDescriptor) -> RecordQuery {
        guard !actual.isEmpty else { return query }
        var query = query
        query.conditions = query.conditions.map { condition in
            guard condition.field == "id" || model.field(condition.field)?.reference != nil else { return condition }
            return .init(field: condition.field, operator: condition.operator, value: apply(to: condition.value))
        }
        return query
    }
}
