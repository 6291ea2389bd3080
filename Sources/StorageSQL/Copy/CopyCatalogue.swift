import Storage

/// What the databases say about themselves when one is copied into the other.
extension SQLSession {
    /// The runtime's tables that are copied, with their columns and the columns of their keys. The logs of the schema and
    /// of copies are each database's own.
    func copiedRuntimeTables() throws -> [(name: String, columns: [String], key: [String])] {
        let own: Set<String> = ["ik_schema", "ik_schema_log", "ik_probe", "ik_copy"]
        let rows =
            switch dialect {
            case .sqlite:
                try self.rows(
                    """
                    SELECT t.name, c.name, c.pk FROM sqlite_master t JOIN pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND t.name LIKE 'ik\\_%' ESCAPE '\\' ORDER BY t.name, c.cid
                    """) { (try $0.text(0), try $0.text(1), try $0.integer(2)) }
            case .postgres:
                try self.rows(
                    """
                    SELECT t.relname::text, a.attname::text, COALESCE((
                        SELECT k.place FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(attnum, place)
                        WHERE i.indrelid = t.oid AND i.indisprimary AND k.attnum = a.attnum), 0)
                    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
                    WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r'
                        AND t.relname LIKE 'ik\\_%' AND a.attnum > 0 AND NOT a.attisdropped
                    ORDER BY t.relname COLLATE "C", a.attnum
                    """) { (try $0.text(0), try $0.text(1), try $0.integer(2)) }
            }
        var names: [String] = []
        var columns: [String: [(name: String, place: Int64)]] = [:]
        for (table, column, place) in rows where !own.contains(table) {
            if columns[table] == nil { names.append(table) }
            columns[table, default: []].append((column, place))
        }
        return names.map { name in
            let all = columns[name] ?? []
            let key = all.filter { $0.place > 0 }.sorted { $0.place < $1.place }
            return (name, all.map(\.name), key.map(\.name))
        }
    }

    /// Names a store: when its first tables were made, to the microsecond.
    func storeIdentity() throws -> String {
        try first("SELECT applied_at FROM ik_schema_log ORDER BY sequence LIMIT 1") { "made \(try $0.integer(0))" } ?? "nothing"
    }

    // MARK: Who else is there

    /// Names of other programs that are connected; where only one may be, nobody.
    func otherPrograms() throws -> [String] {
        guard dialect == .postgres else { return [] }
        return try rows(
            """
            SELECT DISTINCT application_name FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend'
                AND application_name <> current_setting('application_name') AND application_name <> 'psql'
            """) { try $0.text(0) }
    }

    // MARK: References

    /// Takes the guards of references away, which rows that come in any order would offend.
    ///
    /// - Returns: what makes them again.
    func removeGuards() throws -> [String] {
        guard dialect == .postgres else { return [] }
        let guards = try rows(
            """
            SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = current_schema()::regnamespace AND contype = 'f'
            """) { (table: try $0.text(0), name: try $0.text(1), definition: try $0.text(2)) }
        for one in guards { try run("ALTER TABLE \(one.table) DROP CONSTRAINT \(one.name)") }
        return guards.map { "ALTER TABLE \($0.table) ADD CONSTRAINT \($0.name) \($0.definition)" }
    }

    /// Puts them back, which looks at every row.
    func restoreGuards(_ statements: [String]) throws {
        for statement in statements { try run(statement) }
        guard dialect == .sqlite else { return }
        if let table = try first("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", [], { try $0.text(0) }) {
            throw StorageError.corrupt("a row of \(table) refers to one that is not there")
        }
    }
}
