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

    private let db: any SQLSession
    private let catalogue: any SchemaCatalogue

    /// Compares; changes nothing.
    init(_ tables: [ModelTable], in db: any SQLSession) throws {
        self.db = db
        catalogue = db.catalogue
        for table in tables { checkHandles(of: table.model) }
        guard problems.isEmpty else { return }
        let existing = Set(try catalogue.modelTables())
        let made = tables.filter { !existing.contains(db.dialect.name($0.name)) }
        for table in tables { try compare(table) }
        for table in tables { try compareForeignKeys(table, isNew: made.contains { $0.name == table.name }) }
        let known = Set(tables.map { db.dialect.name($0.name) })
        unused += existing.subtracting(known).sorted().map { "table \($0)" }
    }

    func apply() throws {
        for step in steps {
            try db.execute(script: step.sql)
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
        guard let existing = try ExistingTable(table, in: db) else {
            create(table, because: "new model \(table.model.handle)")
            return
        }
        let before = (steps.count, problems.count, unused.count)
        try compareColumns(table, existing)
        try compareUniqueness(table, existing)
        for index in table.referenceIndexes {
            guard try !catalogue.hasIndex(index.name) else { continue }
            steps.append(Step(change: "new reference \(table.model.handle).\(index.column)", sql: index.creation))
        }
        let hasProblems = problems.count > before.1
        if hasProblems, try existing.isEmpty() {
            // Nothing can be lost.
            steps.removeLast(steps.count - before.0)
            problems.removeLast(problems.count - before.1)
            unused.removeLast(unused.count - before.2)
            steps.append(
                Step(change: "replaced the empty table of \(table.model.handle)", sql: "DROP TABLE \(table.quoted)\(db.dialect == .postgres ? " CASCADE" : "")"))
            create(table, because: "changed model \(table.model.handle)")
        }
    }

    private mutating func create(_ table: ModelTable, because change: String) {
        for sql in table.definitions { steps.append(Step(change: change, sql: sql)) }
    }

    /// After all tables, for references may go round in a circle. Rows that were there before the reference was
    /// declared stay as they are.
    private mutating func compareForeignKeys(_ table: ModelTable, isNew: Bool) throws {
        for key in table.foreignKeys where try isNew || !catalogue.hasForeignKey(key.name) {
            steps.append(
                Step(change: "guarded reference \(table.model.handle)", sql: key.creation(isChecked: isNew)))
        }
    }

    private mutating func compareColumns(_ table: ModelTable, _ existing: ExistingTable) throws {
        let model = table.model.handle
        if !existing.hasRefreshedAt {
            steps.append(Step(change: "new time \(model).refreshed_at", sql: table.addingRefreshedAt))
        }
        for column in table.columns {
            let name = "\(model).\(column.handle)"
            guard let old = existing.columns[db.dialect.name(column.handle)] else {
                if !column.isNullable, column.defaultLiteral == nil {
                    problems.append(
                        "\(name) is new and required, and there are rows without a value: give it a default, or make "
                            + "it optional, fill it, and require it later")
                } else {
                    steps.append(
                        Step(
                            change: "new field \(name)",
                            sql: "ALTER TABLE \(table.quoted) ADD COLUMN \(column.definition)"))
                }
                continue
            }
            if old.type != catalogue.type(of: column) {
                problems.append(
                    "\(name) is \(column.field.scalar.rawValue)\(column.field.isList ? " list" : "") in the manifest "
                        + "(\(catalogue.type(of: column))) and \(old.type) in the database: give the "
                        + "new field another handle, or restore its type")
            } else if old.isRequired, column.isNullable {
                problems.append(
                    "\(name) is optional in the manifest and required in the database: keep it required, or give the "
                        + "optional field another handle")
            } else if !old.isRequired, !column.isNullable, try existing.hasEmpty(column) {
                problems.append(
                    "\(name) is required in the manifest, and there are rows without a value: fill them first, or keep "
                        + "it optional")
            }
        }
        let names = Set(table.columns.map { db.dialect.name($0.handle) })
        for (name, old) in existing.columns.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
            if old.isRequired, !old.hasDefault {
                problems.append(
                    "\(model).\(name) is gone from the manifest, but the database requires a value: restore the field, "
                        + "or remove the column by hand after a backup (ALTER TABLE \(table.quoted) DROP COLUMN "
                        + "\(db.dialect.quoted(name)))")
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
            steps.append(Step(change: "dropped uniqueness of \(model)", sql: "DROP INDEX \(db.dialect.quoted(index))"))
        }
        for index in wanted where !present.contains(index.name) {
            let fields = index.columns.joined(separator: ", ")
            // SQLRow that are only now added hold one value in all rows, or none.
            let isOld = index.columns.allSatisfy { existing.columns[db.dialect.name($0)] != nil }
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

