#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
package import IntegrationKit
import Storage

/// How a model is kept: one table with one column a field.
///
/// Uniqueness is by index, so that it can be added to a table that exists. The values of `options` are not in a CHECK:
/// a newer manifest may declare more of them, and older rows keep theirs.
package struct ModelTable: Sendable {
    package static let prefix = "model_"

    package let model: ModelDescriptor
    package let dialect: SQLDialect
    let columns: [ModelColumn]

    package init(_ model: ModelDescriptor, _ dialect: SQLDialect) {
        self.model = model
        self.dialect = dialect
        columns = model.fields.map { ModelColumn($0, alwaysHasValue: model.alwaysHasValue($0), dialect) }
    }

    package var name: String { Self.prefix + model.handle }
    var quoted: String { dialect.quoted(name) }

    func column(_ handle: String) -> ModelColumn? {
        columns.first { $0.handle == handle }
    }

    /// `SELECT …` up to and with the table; what ``record(_:)`` reads.
    var selection: String {
        let names = ["id", "created_at", "updated_at", "refreshed_at"] + columns.map(dialect.reading)
        return "SELECT \(names.joined(separator: ", ")) FROM \(quoted)"
    }

    func record(_ row: SQLRow) throws -> IntegrationKit.Record {
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
        return sets.filter { seen.insert($0).inserted }.map { UniqueIndex(table: name, columns: $0, dialect: dialect) }
    }

    /// The indexes by which those are found who refer to an instance.
    var referenceIndexes: [ReferenceIndex] {
        columns.filter { $0.field.reference != nil && !$0.field.isUnique }.map {
            ReferenceIndex(table: name, column: $0.handle, dialect: dialect)
        }
    }

    /// For tables that were made before they had `refreshed_at`: the last write, whoever's it was, is the best guess.
    var addingRefreshedAt: String {
        """
        ALTER TABLE \(quoted) ADD COLUMN refreshed_at INTEGER NOT NULL DEFAULT 0;
        UPDATE \(quoted) SET refreshed_at = updated_at;
        """
    }

    var creation: String {
        let fields = columns.map { "    \($0.definition),\n" }.joined()
        return """
            CREATE TABLE \(quoted) (
                installation_id \(dialect.textType) NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
                id \(dialect.textType) NOT NULL,
                created_at \(dialect.momentType) NOT NULL,
                updated_at \(dialect.momentType) NOT NULL,
                refreshed_at \(dialect.momentType) NOT NULL,
            \(fields)    PRIMARY KEY (installation_id, id)
            )\(dialect.tableOptions);
            """
    }

    /// References that the database guards itself. SQLite's foreign keys cannot be added to a table that exists, and
    /// with the installation in every key they could not set a reference to null.
    var foreignKeys: [ForeignKey] {
        guard dialect == .postgres else { return [] }
        return columns.compactMap { ForeignKey($0, of: self) }
    }

    /// What people read about the table in the database's own catalogue.
    var comments: [String] {
        guard dialect == .postgres else { return [] }
        let described = columns.filter { !$0.field.description.isEmpty }
        let description = model.description.isEmpty ? model.label : model.description
        return ["COMMENT ON TABLE \(quoted) IS \(dialect.literal(description));"]
            + described.map { "COMMENT ON COLUMN \(quoted).\($0.quoted) IS \(dialect.literal($0.field.description));" }
    }

    /// Everything that makes the table in an empty store but for its foreign keys, which come after all tables.
    var definitions: [String] {
        [creation] + uniqueIndexes.map(\.creation) + referenceIndexes.map(\.creation) + comments
    }
}

/// A set of columns that are unique together within an installation; the empty set allows one row only.
struct UniqueIndex: Hashable, Sendable {
    let table: String
    let columns: [String]
    let dialect: SQLDialect

    /// As the database knows it.
    var name: String { dialect.name(([table, "unique"] + columns).joined(separator: "$")) }

    var creation: String {
        let all = ["installation_id"] + columns.map(dialect.quoted)
        return "CREATE UNIQUE INDEX \(dialect.quoted(name)) ON \(dialect.quoted(table)) (\(all.joined(separator: ", ")));"
    }
}

/// A column that refers to instances of another model.
struct ReferenceIndex: Hashable, Sendable {
    let table: String
    let column: String
    let dialect: SQLDialect

    /// As the database knows it.
    var name: String { dialect.name("\(table)$reference$\(column)") }

    var creation: String {
        "CREATE INDEX \(dialect.quoted(name)) ON \(dialect.quoted(table)) (installation_id, \(dialect.quoted(column)));"
    }
}

/// A reference as PostgreSQL guards it.
struct ForeignKey: Hashable, Sendable {
    /// As the database knows it.
    let name: String
    private let table: String
    private let column: String
    private let target: String
    private let action: String

    /// nil for a column without a reference, and for a reference that may lead nowhere.
    init?(_ column: ModelColumn, of table: ModelTable) {
        guard let reference = column.field.reference else { return nil }
        switch reference.onDelete {
        // Looked at when the statement ends: an installation takes all of its rows with it at once.
        case .restrict: action = "ON DELETE NO ACTION"
        case .cascade: action = "ON DELETE CASCADE"
        case .setNull: action = "ON DELETE SET NULL (\(column.quoted))"
        case .none: return nil
        }
        name = table.dialect.name("\(table.name)$\(column.handle)")
        self.table = table.quoted
        self.column = column.quoted
        target = table.dialect.quoted(ModelTable.prefix + reference.model)
    }

    /// - Parameter isChecked: false leaves the rows that are there as they are.
    func creation(isChecked: Bool = true) -> String {
        """
        ALTER TABLE \(table) ADD CONSTRAINT \(SQLDialect.postgres.quoted(name))
            FOREIGN KEY (installation_id, \(column))
            REFERENCES \(target) (installation_id, id) \(action)\(isChecked ? "" : " NOT VALID");
        """
    }
}

/// One field as a column.
struct ModelColumn: Sendable {
    /// How values are written.
    enum Form: Sendable {
        case text, date, integer, real
        /// 0 or 1.
        case boolean
        /// Microseconds since 1970.
        case moment
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
    let dialect: SQLDialect

    init(_ field: FieldDescriptor, alwaysHasValue: Bool, _ dialect: SQLDialect) {
        self.field = field
        self.dialect = dialect
        isNullable = !alwaysHasValue
        form =
            if field.isEncrypted {
                .sealed
            } else if field.isList {
                .json
            } else {
                switch field.scalar {
                case .string, .longString, .time, .file, .image: .text
                case .date: .date
                case .integer: .integer
                case .number: .real
                case .decimal: .decimal
                case .boolean: .boolean
                case .dateTime: .moment
                case .object: .json
                }
            }
    }

    var handle: String { field.handle }
    var quoted: String { dialect.quoted(handle) }
    var type: String { dialect.type(of: form) }

    /// For `CREATE TABLE` and `ADD COLUMN`.
    var definition: String {
        var text = "\(quoted) \(type)"
        if !isNullable { text += " NOT NULL" }
        if let literal = defaultLiteral { text += " DEFAULT \(literal)" }
        switch (dialect, form) {
        case (.sqlite, .boolean): text += " CHECK (\(quoted) IN (0, 1))"
        case (.sqlite, .json): text += " CHECK (\(quoted) IS NULL OR json_valid(\(quoted)))"
        default: break
        }
        return text
    }

    /// What rows get that are there when the column is added; nil when the field has no default.
    var defaultLiteral: String? {
        guard let value = field.defaultValue, form != .sealed,
            let canonical = try? field.canonical(value), let stored = try? encoded(canonical)
        else { return nil }
        return switch (dialect, form, stored) {
        case (_, _, .null), (_, _, .bytes): nil
        case (.postgres, .boolean, .integer(let bit)): bit == 0 ? "false" : "true"
        case (.postgres, .moment, _): canonical.stringValue.map(dialect.literal)
        case (.postgres, .real, .real(let number)): dialect.literal("\(number)")
        case (_, _, .integer(let integer)), (_, _, .moment(let integer)): "\(integer)"
        case (_, _, .real(let number)): "\(number)"
        case (_, _, .text(let text)): dialect.literal(text)
        }
    }

    // MARK: Values

    /// The value as it is stored. Values are expected as ``FieldDescriptor/canonical(_:)`` gives them, sealed ones as text.
    ///
    /// - Throws: ``StorageError/invalidRequest(_:)`` when it is of another type.
    func encoded(_ value: JSON) throws(StorageError) -> SQLValue {
        switch (form, value) {
        case (_, .null): return .null
        case (.text, .string(let text)), (.sealed, .string(let text)), (.decimal, .string(let text)),
            (.date, .string(let text)):
            return SQLValue(text)
        case (.integer, _):
            if let integer = try? Int(json: value, at: handle) { return .integer(Int64(integer)) }
        case (.real, .number(let number)): return .real(number.double)
        case (.boolean, .bool(let bool)): return bool.sqlValue
        case (.moment, .string(let text)):
            if let date = Timestamp.parse(text) { return .moment(date.microseconds) }
        case (.json, .array), (.json, .object): return .text(value.serialized())
        default: break
        }
        throw .invalidRequest("\(handle) cannot hold \(value.kindDescription)")
    }

    /// The value of a column; nil for NULL.
    func json(_ row: SQLRow, _ index: Int) throws -> JSON? {
        if row.isNull(index) { return nil }
        switch form {
        case .text, .date, .decimal, .sealed: return .string(try row.text(index))
        case .integer: return Int(try row.integer(index)).json
        case .boolean: return .bool(try row.integer(index) != 0)
        case .moment: return .string(Timestamp.text(try row.date(index)))
        case .json: return try row.json(index)
        case .real: return try row.real(index).json
        }
    }
}
