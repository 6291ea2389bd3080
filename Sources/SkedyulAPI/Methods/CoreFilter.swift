public import IntegrationKit

/// Which things of a list are wanted: all conditions must hold. The platform's form is `{field: {operator: value}}`.
public struct CoreFilter: Hashable, Sendable {
    /// The platform's words.
    public enum Operator: String, Hashable, Sendable, CaseIterable {
        case eq, neq, gt, gte, lt, lte, `in`, contains, notContains, startsWith, endsWith, isEmpty, isNotEmpty
    }

    private var conditions = JSONObject()

    public init() {}

    public init(_ field: String, _ operator: Operator, _ value: JSON) { add(field, `operator`, value) }

    /// - Returns: false when the field has another condition with this operator already, which the form cannot say twice.
    @discardableResult
    public mutating func add(_ field: String, _ operator: Operator, _ value: JSON) -> Bool {
        var operators = conditions[field]?.objectValue ?? [:]
        guard operators[`operator`.rawValue] == nil else { return false }
        operators[`operator`.rawValue] = value
        conditions[field] = .object(operators)
        return true
    }

    public var isEmpty: Bool { conditions.isEmpty }
    public var json: JSON { .object(conditions) }

    /// `filter` and `limit`, without what is not wanted.
    func parameters(limit: Int? = nil) -> JSONObject {
        var parameters = JSONObject()
        if !isEmpty { parameters["filter"] = json }
        parameters["limit"] = limit?.json
        return parameters
    }
}
