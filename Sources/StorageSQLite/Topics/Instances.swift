import GRDB
public import IntegrationKit
public import Storage

// Reads of instances.
extension SQLiteStore {
    public func records(
        of model: ModelDescriptor, in installation: InstallationID, matching query: RecordQuery
    ) async throws(StorageError) -> [IntegrationKit.Record] {
        let table = try table(of: model.handle)
        let statement = try InstanceQuery(query, table: table, installation: installation)
        return try await read { db in
            try db.rows(statement.selection, statement.arguments) { try table.record($0) }
        }
    }

    public func count(
        of model: ModelDescriptor, in installation: InstallationID, matching query: RecordQuery
    ) async throws(StorageError) -> Int {
        let table = try table(of: model.handle)
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
    let arguments: StatementArguments
    let count: String
    let countArguments: StatementArguments

    init(_ query: RecordQuery, table: ModelTable, installation: InstallationID) throws(StorageError) {
        var conditions = ["installation_id = ?"]
        var values: [DatabaseValue] = [installation.rawValue.databaseValue]
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
            orders.append(Self.comparing(column) + direction + (column.isNullable ? " NULLS LAST" : ""))
        }
        if !query.order.contains(where: { $0.field == "id" }) { orders.append("id") }
        let condition = "WHERE " + conditions.joined(separator: " AND ")
        selection = "\(table.selection) \(condition) ORDER BY \(orders.joined(separator: ", ")) LIMIT ? OFFSET ?"
        count = "SELECT count(*) FROM \(quoted(table.name)) \(condition)"
        countArguments = StatementArguments(values)
        let limit = min(max(query.limit, 1), RecordQuery.maximumLimit)
        arguments = StatementArguments(values + [limit.databaseValue, max(query.offset, 0).databaseValue])
    }

    /// The column of a field, or of what every instance has.
    private static func column(_ handle: String, _ table: ModelTable) -> ModelColumn? {
        if let column = table.column(handle) { return column }
        return table.model.queried(handle).map { ModelColumn($0, alwaysHasValue: true) }
    }

    /// The column's name as comparisons and orders want it.
    private static func comparing(_ column: ModelColumn) -> String {
        column.form == .decimal ? "\(column.quoted) COLLATE \(DecimalOrder.name)" : column.quoted
    }

    private static func compile(
        _ condition: RecordQuery.Condition, _ value: JSON, table: ModelTable, values: inout [DatabaseValue]
    ) throws(StorageError) -> String {
        guard let column = column(condition.field, table) else {
            throw .invalidRequest("\(condition.field) is not a field of \(table.model.handle)")
        }
        if value.isNull { return "0" }
        let name = comparing(column)
        switch condition.operator {
        case .equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual:
            values.append(try column.encoded(value))
            return "\(name) \(sign(condition.operator)) ?"
        case .isIn:
            let elements = value.arrayValue ?? []
            for element in elements { values.append(try column.encoded(element)) }
            return elements.isEmpty ? "0" : "\(name) IN (\(elements.map { _ in "?" }.joined(separator: ", ")))"
        case .contains where column.form == .json:
            values.append(element(value))
            return "EXISTS (SELECT 1 FROM json_each(\(column.quoted)) WHERE json_each.value = ?)"
        case .contains:
            values.append(try column.encoded(value))
            return "instr(\(column.quoted), ?) > 0"
        }
    }

    private static func sign(_ operator: RecordQuery.Condition.Operator) -> String {
        switch `operator` {
        case .notEqual: "IS NOT"
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .less: "<"
        case .lessOrEqual: "<="
        case .equal, .isIn, .contains: "="
        }
    }

    /// An element of a list as `json_each` gives it.
    private static func element(_ value: JSON) -> DatabaseValue {
        switch value {
        case .string(let text): text.databaseValue
        case .bool(let bool): (bool ? 1 : 0).databaseValue
        case .number(let number): number.int64?.databaseValue ?? number.double.databaseValue
        case .array, .object: value.serialized().databaseValue
        case .null: .null
        }
    }
}
