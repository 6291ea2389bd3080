#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GRDB
import IntegrationKit
import Storage

/// How a model is kept: one table with one column a field.
///
/// Uniqueness is by index, so that it can be added to a table that exists. The values of `options` are not in a CHECK:
/// a newer manifest may declare more of them, and older rows keep theirs.
struct ModelTable: Sendable {
    static let prefix = "model_"

    let model: ModelDescriptor
    let columns: [ModelColumn]

    init(_ model: ModelDescriptor) {
        self.model = model
        columns = model.fields.map { ModelColumn($0, alwaysHasValue: model.alwaysHasValue($0)) }
    }

    var name: String { Self.prefix + model.handle }

    func column(_ handle: String) -> ModelColumn? {
        columns.first { $0.handle == handle }
    }

    /// `SELECT …` up to and with the table; what ``record(_:)`` reads.
    var selection: String {
        let names = ["id", "created_at", "updated_at", "refreshed_at"] + columns.map(\.quoted)
        return "SELECT \(names.joined(separator: ", ")) FROM \(quoted(name))"
    }

    func record(_ row: Columns) throws -> IntegrationKit.Record {
        var values = JSONObject()
        for (index, column) in columns.enumerated() {
            if let value = try column.json(row, index + 4) { values[column.handle] = value }
        }
        return IntegrationKit.Record(
            id: try row.text(0), values: values, createdAt: try row.date(1), updatedAt: try row.date(2),
            refreshedAt: try row.date(3))
    }

    // MARK: Definition

    /// The columns that every model table has.
    static let systemColumns = ["installation_id", "id", "created_at", "updated_at", "refreshed_at"]

    /// The indexes that make sets of fields unique within an installation.
    var uniqueIndexes: [UniqueIndex] {
        var sets: [[String]] = model.fields.filter(\.isUnique).map { [$0.handle] }
        if !model.identity.isEmpty { sets.append(model.identity) }
        sets += model.uniqueTogether
        if model.isSingleton { sets.append([]) }
        var seen = Set<[String]>()
        return sets.filter { seen.insert($0).inserted }.map { UniqueIndex(table: name, columns: $0) }
    }

    /// The indexes by which those are found who refer to an instance.
    var referenceIndexes: [ReferenceIndex] {
        columns.filter { $0.field.reference != nil && !$0.field.isUnique }.map {
            ReferenceIndex(table: name, column: $0.handle)
        }
    }

    /// For tables that were made before they had `refreshed_at`: the last write, whoever's it was, is the best guess.
    var addingRefreshedAt: String {
        """
        ALTER TABLE \(quoted(name)) ADD COLUMN refreshed_at INTEGER NOT NULL DEFAULT 0;
        UPDATE \(quoted(name)) SET refreshed_at = updated_at;
        """
    }

    var creation: String {
        let fields = columns.map { "    \($0.definition),\n" }.joined()
        return """
            CREATE TABLE \(quoted(name)) (
                installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                updated_at INTEGER NOT NULL,
                refreshed_at INTEGER NOT NULL,
            \(fields)    PRIMARY KEY (installation_id, id)
            ) STRICT;
            """
    }
}

/// A set of columns that are unique together within an installation; the empty set allows one row only.
struct UniqueIndex: Hashable, Sendable {
    let table: String
    let columns: [String]

    var name: String { ([table, "unique"] + columns).joined(separator: "$") }

    var creation: String {
        let all = ["installation_id"] + columns.map(quoted)
        return "CREATE UNIQUE INDEX \(quoted(name)) ON \(quoted(table)) (\(all.joined(separator: ", ")));"
    }
}

/// A column that refers to instances of another model.
struct ReferenceIndex: Hashable, Sendable {
    let table: String
    let column: String

    var name: String { "\(table)$reference$\(column)" }

    var creation: String {
        "CREATE INDEX \(quoted(name)) ON \(quoted(table)) (installation_id, \(quoted(column)));"
    }
}

/// One field as a column.
struct ModelColumn: Sendable {
    /// How values are written.
    enum Form: Sendable {
        case text, integer, real
        /// 0 or 1.
        case boolean
        /// Microseconds since 1970.
        case dateTime
        /// Text of a number in plain notation.
        case decimal
        /// JSON text: lists and objects.
        case json
        /// Base64 text of a sealed envelope.
        case sealed
    }

    let field: FieldDescriptor
    let form: Form
    let isNullable: Bool

    init(_ field: FieldDescriptor, alwaysHasValue: Bool) {
        self.field = field
        isNullable = !alwaysHasValue
        form =
            if field.isEncrypted {
                .sealed
            } else if field.isList {
                .json
            } else {
                switch field.scalar {
                case .string, .longString, .date, .time, .file, .image: .text
                case .integer: .integer
                case .number: .real
                case .decimal: .decimal
                case .boolean: .boolean
                case .dateTime: .dateTime
                case .object: .json
                }
            }
    }

    var handle: String { field.handle }
    var quoted: String { StorageSQLite.quoted(handle) }

    var type: String {
        switch form {
        case .text, .decimal, .json, .sealed: "TEXT"
        case .integer, .boolean, .dateTime: "INTEGER"
        case .real: "REAL"
        }
    }

    /// For `CREATE TABLE` and `ADD COLUMN`.
    var definition: String {
        var text = "\(quoted) \(type)"
        if !isNullable { text += " NOT NULL" }
        if let literal = defaultLiteral { text += " DEFAULT \(literal)" }
        switch form {
        case .boolean: text += " CHECK (\(quoted) IN (0, 1))"
        case .json: text += " CHECK (\(quoted) IS NULL OR json_valid(\(quoted)))"
        case .text, .integer, .real, .dateTime, .decimal, .sealed: break
        }
        return text
    }

    /// What rows get that are there when the column is added; nil when the field has no default.
    var defaultLiteral: String? {
        guard let value = field.defaultValue, form != .sealed,
            let canonical = try? field.canonical(value), let stored = try? encoded(canonical)
        else { return nil }
        return switch stored.storage {
        case .null: nil
        case .int64(let integer): "\(integer)"
        case .double(let number): "\(number)"
        case .string(let text): "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        case .blob: nil
        }
    }

    // MARK: Values

    /// The value as it is stored. Values are expected as ``FieldDescriptor/canonical(_:)`` gives them, sealed ones as text.
    ///
    /// - Throws: ``StorageError/invalidRequest(_:)`` when it is of another type.
    func encoded(_ value: JSON) throws(StorageError) -> DatabaseValue {
        switch (form, value) {
        case (_, .null): return .null
        case (.text, .string(let text)), (.sealed, .string(let text)), (.decimal, .string(let text)):
            return text.databaseValue
        case (.integer, _):
            if let integer = try? Int(json: value, at: handle) { return integer.databaseValue }
        case (.real, .number(let number)): return number.double.databaseValue
        case (.boolean, .bool(let bool)): return (bool ? 1 : 0).databaseValue
        case (.dateTime, .string(let text)):
            if let date = Timestamp.parse(text) { return date.microseconds.databaseValue }
        case (.json, .array), (.json, .object): return value.serialized().databaseValue
        default: break
        }
        throw .invalidRequest("\(handle) cannot hold \(value.kindDescription)")
    }

    /// The value of a column; nil for NULL.
    func json(_ row: Columns, _ index: Int) throws -> JSON? {
        if row.isNull(index) { return nil }
        switch form {
        case .text, .decimal, .sealed: return .string(try row.text(index))
        case .integer: return Int(try row.integer(index)).json
        case .boolean: return .bool(try row.integer(index) != 0)
        case .dateTime: return .string(Timestamp.text(try row.date(index)))
        case .json: return try row.json(index)
        case .real:
            guard case .double(let number) = row.value(index).storage else { throw row.damage(index, "a number") }
            return number.json
        }
    }
}

/// An identifier in SQL. Handles have no quotes in them (see ``ModelEvolution``); doubling them is the second lock.
func quoted(_ identifier: String) -> String {
    "\"" + identifier.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
