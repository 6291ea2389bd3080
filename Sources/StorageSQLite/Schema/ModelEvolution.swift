import GRDB
import IntegrationKit

/// What has to be done to the models' tables so that they fit the manifest.
///
/// Done at once: new tables, new columns that may be empty or have a default, new uniqueness that the rows respect,
/// dropped uniqueness, and anything at all to a table without rows. Kept and reported: tables and columns that the
/// manifest no longer has, as long as nothing would have to be written into them. Everything else is a problem that
/// names both sides and what to do.
struct ModelEvolution {
    struct Step: Hashable {
        let change: String
        let sql: String
    }

    private(set) var steps: [Step] = []
    private(set) var problems: [String] = []
    private(set) var unused: [String] = []

    private let db: Database

    /// Compares; changes nothing.
    init(_ models: [ModelDescriptor], in db: Database) throws {
        self.db = db
        for model in models { checkHandles(of: model) }
        guard problems.isEmpty else { return }
        for model in models { try compare(ModelTable(model)) }
        let known = Set(models.map { ModelTable.prefix + $0.handle })
        let tables = try db.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'model\\_%' ESCAPE '\\' ORDER BY name"
        ) { try $0.text(0) }
        unused += tables.filter { !known.contains($0) }.map { "table \($0)" }
    }

    func apply() throws {
        for step in steps {
            try db.execute(sql: step.sql)
            try RuntimeSchema.log(step.change, sql: step.sql, in: db)
        }
    }

    private mutating func checkHandles(of model: ModelDescriptor) {
        for handle in [model.handle] + model.fields.map(\.handle) where !Self.isHandle(handle) {
            problems.append("\(model.handle): '\(handle)' is not a handle of small letters, digits and _: rename it")
        }
        for field in model.fields where ModelTable.systemColumns.contains(field.handle) {
            problems.append("\(model.handle).\(field.handle): every model has a column of that name: rename the field")
        }
        let handles = Set(model.fields.map(\.handle))
        for column in model.identity + model.uniqueTogether.joined() where !handles.contains(column) {
            problems.append("\(model.handle): '\(column)' is to be unique, but is not a field of the model")
        }
    }

    private static func isHandle(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 100 else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
            }
    }

    // MARK: One table

    private mutating func compare(_ table: ModelTable) throws {
        guard let existing = try ExistingTable(table.name, in: db) else {
            create(table, because: "new model \(table.model.handle)")
            return
        }
        let before = (steps.count, problems.count, unused.count)
        try compareColumns(table, existing)
        try compareUniqueness(table, existing)
        for index in table.referenceIndexes {
            let isThere = try db.exists("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", [index.name])
            guard !isThere else { continue }
            steps.append(Step(change: "new reference \(table.model.handle).\(index.column)", sql: index.creation))
        }
        let hasProblems = problems.count > before.1
        if hasProblems, try existing.isEmpty() {
            // Nothing can be lost.
            steps.removeLast(steps.count - before.0)
            problems.removeLast(problems.count - before.1)
            unused.removeLast(unused.count - before.2)
            steps.append(
                Step(change: "replaced the empty table of \(table.model.handle)", sql: "DROP TABLE \(quoted(table.name))"))
            create(table, because: "changed model \(table.model.handle)")
        }
    }

    private mutating func create(_ table: ModelTable, because change: String) {
        steps.append(Step(change: change, sql: table.creation))
        for index in table.uniqueIndexes { steps.append(Step(change: change, sql: index.creation)) }
        for index in table.referenceIndexes { steps.append(Step(change: change, sql: index.creation)) }
    }

    private mutating func compareColumns(_ table: ModelTable, _ existing: ExistingTable) throws {
        let model = table.model.handle
        if !existing.hasRefreshedAt {
            steps.append(Step(change: "new time \(model).refreshed_at", sql: table.addingRefreshedAt))
        }
        for column in table.columns {
            let name = "\(model).\(column.handle)"
            guard let old = existing.columns[column.handle] else {
                if !column.isNullable, column.defaultLiteral == nil {
                    problems.append(
                        "\(name) is new and required, and there are rows without a value: give it a default, or make "
                            + "it optional, fill it, and require it later")
                } else {
                    steps.append(
                        Step(
                            change: "new field \(name)",
                            sql: "ALTER TABLE \(quoted(table.name)) ADD COLUMN \(column.definition)"))
                }
                continue
            }
            if old.type != column.type || old.isJSON != (column.form == .json) {
                problems.append(
                    "\(name) is \(column.field.scalar.rawValue)\(column.field.isList ? " list" : "") in the manifest "
                        + "(\(column.type)) and \(old.type)\(old.isJSON ? " with JSON" : "") in the database: give the "
                        + "new field another handle, or restore its type")
            } else if old.isRequired, column.isNullable {
                problems.append(
                    "\(name) is optional in the manifest and required in the database: keep it required, or give the "
                        + "optional field another handle")
            } else if !old.isRequired, !column.isNullable, try existing.hasEmpty(column.handle) {
                problems.append(
                    "\(name) is required in the manifest, and there are rows without a value: fill them first, or keep "
                        + "it optional")
            }
        }
        for (name, old) in existing.columns.sorted(by: { $0.key < $1.key }) where table.column(name) == nil {
            if old.isRequired, !old.hasDefault {
                problems.append(
                    "\(model).\(name) is gone from the manifest, but the database requires a value: restore the field, "
                        + "or remove the column by hand after a backup (ALTER TABLE \(quoted(table.name)) DROP COLUMN "
                        + "\(quoted(name)))")
            } else {
                unused.append("column \(table.name).\(name)")
            }
        }
    }

    private mutating func compareUniqueness(_ table: ModelTable, _ existing: ExistingTable) throws {
        let model = table.model.handle
        let wanted = table.uniqueIndexes
        let present = Set(existing.uniqueIndexes)
        for index in existing.uniqueIndexes.sorted() where !wanted.contains(where: { $0.name == index }) {
            steps.append(Step(change: "dropped uniqueness of \(model)", sql: "DROP INDEX \(quoted(index))"))
        }
        for index in wanted where !present.contains(index.name) {
            let fields = index.columns.joined(separator: ", ")
            // Columns that are only now added hold one value in all rows, or none.
            let isOld = index.columns.allSatisfy { existing.columns[$0] != nil }
            if isOld ? try existing.hasDuplicates(index.columns) : try !existing.isEmpty() && defaultsClash(index, table) {
                let what = index.columns.isEmpty ? "only one \(model) is allowed" : "\(model).\(fields) is now unique"
                problems.append(
                    "\(what), and an installation has several rows with the same value: make them differ first")
            } else {
                steps.append(Step(change: "new uniqueness of \(model)", sql: index.creation))
            }
        }
    }

    private func defaultsClash(_ index: UniqueIndex, _ table: ModelTable) -> Bool {
        index.columns.allSatisfy { table.column($0)?.isNullable == false }
    }
}

/// A model's table as the file has it.
private struct ExistingTable {
    struct Column {
        let type: String
        let isRequired: Bool
        let hasDefault: Bool
        let isJSON: Bool
    }

    let name: String
    /// Without those that every table has.
    let columns: [String: Column]
    /// Tables of the first days have none.
    let hasRefreshedAt: Bool
    /// Names of those that we made.
    let uniqueIndexes: [String]
    private let db: Database

    init?(_ name: String, in db: Database) throws {
        guard
            let sql = try db.first(
                "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", [name], { try $0.text(0) })
        else { return nil }
        self.name = name
        self.db = db
        var columns: [String: Column] = [:]
        for (name, type, isRequired, hasDefault) in try db.rows(
            "SELECT name, type, \"notnull\", dflt_value IS NOT NULL FROM pragma_table_info(?)", [name],
            { (try $0.text(0), try $0.text(1), try $0.integer(2) != 0, try $0.integer(3) != 0) })
        where !ModelTable.systemColumns.contains(name) {
            columns[name] = Column(
                type: type, isRequired: isRequired, hasDefault: hasDefault,
                isJSON: sql.contains("json_valid(\(quoted(name)))"))
        }
        self.columns = columns
        hasRefreshedAt = try db.exists(
            "SELECT 1 FROM pragma_table_info(?) WHERE name = 'refreshed_at'", [name])
        uniqueIndexes = try db.rows(
            "SELECT name FROM pragma_index_list(?) WHERE origin = 'c' AND \"unique\" = 1", [name]
        ) { try $0.text(0) }
    }

    func isEmpty() throws -> Bool {
        try db.first("SELECT 1 FROM \(quoted(name)) LIMIT 1") { _ in () } == nil
    }

    func hasEmpty(_ column: String) throws -> Bool {
        try db.first("SELECT 1 FROM \(quoted(name)) WHERE \(quoted(column)) IS NULL LIMIT 1") { _ in () } != nil
    }

    func hasDuplicates(_ columns: [String]) throws -> Bool {
        let names = (["installation_id"] + columns.map(quoted)).joined(separator: ", ")
        let present = columns.map { " AND \(quoted($0)) IS NOT NULL" }.joined()
        return try db.first(
            "SELECT 1 FROM \(quoted(name)) WHERE 1\(present) GROUP BY \(names) HAVING count(*) > 1 LIMIT 1"
        ) { _ in () } != nil
    }
}
