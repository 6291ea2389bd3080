import IntegrationKit
import Storage

/// What a database says about the models' tables that are in it. Names are as the database knows them.
protocol SchemaCatalogue {
    func modelTables() throws -> [String]
    func hasIndex(_ name: String) throws -> Bool
    func hasForeignKey(_ name: String) throws -> Bool
    /// nil when there is no such table.
    func columns(of table: String) throws -> [String: ExistingTable.Column]?
    /// Those that we made.
    func uniqueIndexes(of table: String) throws -> [String]
    /// As ``ExistingTable/Column/type`` would be.
    func type(of column: ModelColumn) -> String
}

extension SQLSession {
    var catalogue: any SchemaCatalogue {
        switch dialect {
        case .sqlite: SQLiteCatalogue(db: self)
        case .postgres: PostgresCatalogue(db: self)
        }
    }
}

/// A model's table as the database has it.
struct ExistingTable {
    struct Column {
        let type: String
        let isRequired: Bool
        let hasDefault: Bool
    }

    /// Without those that every table has.
    let columns: [String: Column]
    /// Tables of the first days have none.
    let hasRefreshedAt: Bool
    /// Names of those that we made.
    let uniqueIndexes: [String]
    private let table: ModelTable
    private let db: any SQLSession

    init?(_ table: ModelTable, in db: any SQLSession) throws {
        let name = db.dialect.name(table.name)
        guard let all = try db.catalogue.columns(of: name) else { return nil }
        self.table = table
        self.db = db
        columns = all.filter { !ModelTable.systemColumns.contains($0.key) }
        hasRefreshedAt = all["refreshed_at"] != nil
        uniqueIndexes = try db.catalogue.uniqueIndexes(of: name)
    }

    func isEmpty() throws -> Bool {
        try !db.exists("SELECT 1 FROM \(table.quoted) LIMIT 1")
    }

    func hasEmpty(_ column: ModelColumn) throws -> Bool {
        try db.exists("SELECT 1 FROM \(table.quoted) WHERE \(column.quoted) IS NULL LIMIT 1")
    }

    func hasDuplicates(_ columns: [String]) throws -> Bool {
        let names = columns.map(db.dialect.quoted)
        let present = names.map { " AND \($0) IS NOT NULL" }.joined()
        return try db.exists(
            "SELECT 1 FROM \(table.quoted) WHERE 1 = 1\(present) "
                + "GROUP BY \((["installation_id"] + names).joined(separator: ", ")) HAVING count(*) > 1 LIMIT 1")
    }
}

private struct SQLiteCatalogue: SchemaCatalogue {
    let db: any SQLSession

    func modelTables() throws -> [String] {
        try db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'model\\_%' ESCAPE '\\'") {
            try $0.text(0)
        }
    }

    func hasIndex(_ name: String) throws -> Bool {
        try db.exists("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", [name])
    }

    /// Not needed: see ``ModelTable/foreignKeys``.
    func hasForeignKey(_ name: String) -> Bool { true }

    func columns(of table: String) throws -> [String: ExistingTable.Column]? {
        let sql = try db.first("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", [table]) { try $0.text(0) }
        guard let sql else { return nil }
        let columns = try db.rows(
            "SELECT name, type, \"notnull\", dflt_value IS NOT NULL FROM pragma_table_info(?)", [table]
        ) { row in
            let name = try row.text(0)
            let isJSON = sql.contains("json_valid(\(db.dialect.quoted(name)))")
            let column = ExistingTable.Column(
                type: try row.text(1) + (isJSON ? Self.json : ""), isRequired: try row.integer(2) != 0,
                hasDefault: try row.integer(3) != 0)
            return (name, column)
        }
        return Dictionary(columns, uniquingKeysWith: { $1 })
    }

    func uniqueIndexes(of table: String) throws -> [String] {
        try db.rows("SELECT name FROM pragma_index_list(?) WHERE origin = 'c' AND \"unique\" = 1", [table]) {
            try $0.text(0)
        }
    }

    func type(of column: ModelColumn) -> String { column.type + (column.form == .json ? Self.json : "") }

    private static let json = " with JSON"
}

/// Of the schema that new tables would be made in.
private struct PostgresCatalogue: SchemaCatalogue {
    let db: any SQLSession

    func modelTables() throws -> [String] {
        try db.rows(
            """
            SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'model\\_%'
            """
        ) { try $0.text(0) }
    }

    func hasIndex(_ name: String) throws -> Bool {
        try db.exists("SELECT 1 FROM pg_indexes WHERE schemaname = current_schema() AND indexname = ?", [name])
    }

    func hasForeignKey(_ name: String) throws -> Bool {
        try db.exists(
            """
            SELECT 1 FROM pg_constraint
            WHERE connamespace = current_schema()::regnamespace AND contype = 'f' AND conname = ?
            """, [name])
    }

    func columns(of table: String) throws -> [String: ExistingTable.Column]? {
        let columns = try db.rows(
            """
            SELECT a.attname::text,
                format_type(a.atttypid, a.atttypmod) || CASE WHEN c.collname = 'C' THEN ' COLLATE "C"' ELSE '' END,
                a.attnotnull, a.atthasdef
            FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid LEFT JOIN pg_collation c ON c.oid = a.attcollation
            WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ? AND t.relkind = 'r'
                AND a.attnum > 0 AND NOT a.attisdropped
            """, [table]
        ) { row in
            let type = try row.text(1)
            let column = ExistingTable.Column(
                type: type == "timestamp with time zone" ? "timestamptz" : type, isRequired: try row.integer(2) != 0,
                hasDefault: try row.integer(3) != 0)
            return (try row.text(0), column)
        }
        return columns.isEmpty ? nil : Dictionary(columns, uniquingKeysWith: { $1 })
    }

    func uniqueIndexes(of table: String) throws -> [String] {
        try db.rows(
            """
            SELECT i.relname::text FROM pg_index x
            JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
            WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ? AND x.indisunique
                AND NOT x.indisprimary
            """, [table]
        ) { try $0.text(0) }
    }

    func type(of column: ModelColumn) -> String { column.type }
}
