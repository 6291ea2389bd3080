public import IntegrationKit
public import Storage

// Reads of instances.
extension SQLStore {
    public func records(
        of model: ModelDescriptor, in installation: InstallationID, matching query: RecordQuery
    ) async throws(StorageError) -> [IntegrationKit.Record] {
        let table = try models.table(of: model.handle)
        let statement = try InstanceQuery(query, table: table, installation: installation)
        return try await read { db in
            try db.rows(statement.selection, statement.arguments) { try table.record($0) }
        }
    }

    public func count(
        of model: ModelDescriptor, in installation: InstallationID, matching query: RecordQuery
    ) async throws(StorageError) -> Int {
        let table = try models.table(of: model.handle)
        let statement = try InstanceQuery(query, table: table, installation: installation)
        return try await read { db in
            Int(try db.first(statement.count, statement.countArguments) { try $0.integer(0) } ?? 0)
        }
    }
}

/// A query as SQL. Names come from the model's table only, values are bound only.
///
/// What operators mean, on every store: comparison of text is byte for byte; `NEQ` holds also where there is no value,
/// as `nil` differs from everything; `CONTAINS` is case-sensitive; instances without a value come last in either
/// direction of an order; conditions with `null` match nothing.
struct InstanceQuery: Sendable {
    let selection: String
    let arguments: SQLArguments
    let count: String
    let countArguments: SQLArguments

    init(_ query: RecordQuery, table: ModelTable, installation: InstallationID) throws(StorageError) {
        var conditions = ["installation_id = ?"]
        var values: [SQLValue] = [installation.rawValue.sqlValue]
        for condition in query.conditions {
            let comparable: JSON
            do {
                comparable = try table.model.comparable(condition)
            } catch {
                throw .invalidRequest(error.description)
            }
            conditions.append(try Self.compile(condition, comparable, table: table, values: &values))
        }
        var orders: [String] = []
        for order in query.order {
            guard let column = Self.column(order.field, table), !column.field.isEncrypted, column.form != .json else {
                throw .invalidRequest("\(table.model.handle) cannot be ordered by \(order.field)")
            }
            let direction = order.descending ? " DESC" : ""
            orders.append(table.dialect.comparing(column) + direction + (column.isNullable ? " NULLS LAST" : ""))
        }
        if !query.order.contains(where: { $0.field == "id" }) { orders.append("id") }
        let condition = "WHERE " + conditions.joined(separator: " AND ")
        selection = "\(table.selection) \(condition) ORDER BY \(orders.joined(separator: ", ")) LIMIT ? OFFSET ?"
        count = "SELECT count(*) FROM \(table.quoted) \(condition)"
        countArguments = SQLArguments(values)
        let limit = min(max(query.limit, 1), RecordQuery.maximumLimit)
        arguments = SQLArguments(values + [limit.sqlValue, max(query.offset, 0).sqlValue])
    }

    /// The column of a field, or of what every instance has.
    private static func column(_ handle: String, _ table: ModelTable) -> ModelColumn? {
        if let column = table.column(handle) { return column }
        return table.model.queried(handle).map { ModelColumn($0, alwaysHasValue: true, table.dialect) }
    }

    private static func compile(
        _ condition: RecordQuery.Condition, _ value: JSON, table: ModelTable, values: inout [SQLValue]
    ) throws(StorageError) -> String {
        guard let column = column(condition.field, table) else {
            throw .invalidRequest("\(condition.field) is not a field of \(table.model.handle)")
        }
        if value.isNull { return never }
        let name = table.dialect.comparing(column)
        switch condition.operator {
        case .equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual:
            values.append(try column.encoded(value))
            return "\(name) \(sign(condition.operator)) ?"
        case .isIn:
            let elements = value.arrayValue ?? []
            for element in elements { values.append(try column.encoded(element)) }
            return elements.isEmpty ? never : "\(name) IN (\(elements.map { _ in "?" }.joined(separator: ", ")))"
        case .contains where column.form == .json:
            values.append(element(value, table.dialect))
            var isNumber = false
            if case .number = value { isNumber = true }
            return table.dialect.containsElement(column, isNumber: isNumber)
        case .contains:
            values.append(try column.encoded(value))
            return table.dialect.containsText(column)
        }
    }

    private static let never = "1 = 0"

    private static func sign(_ operator: RecordQuery.Condition.Operator) -> String {
        switch `operator` {
        case .notEqual: "IS DISTINCT FROM"
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .less: "<"
        case .lessOrEqual: "<="
        case .equal, .isIn, .contains: "="
        }
    }

    /// An element of a list: as SQLite's `json_each` gives it, or PostgreSQL's `json_array_elements` as text.
    private static func element(_ value: JSON, _ dialect: SQLDialect) -> SQLValue {
        switch (dialect, value) {
        case (_, .number(let number)): number.int64?.sqlValue ?? number.double.sqlValue
        case (.postgres, _): .text(value.serialized())
        case (.sqlite, .string(let text)): SQLValue(text)
        case (.sqlite, .bool(let bool)): bool.sqlValue
        case (.sqlite, .array), (.sqlite, .object): .text(value.serialized())
        case (.sqlite, .null): .null
        }
    }
}
