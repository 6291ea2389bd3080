import Storage
import StorageSQL

/// The runtime's own tables in PostgreSQL: `ik_schema` counts the steps that were taken. They are in the first schema of
/// the connection's `search_path`.
enum PostgresSchema {
    /// Takes the steps that are missing, inside ``SQLStore/changingSchema(_:)``.
    ///
    /// - Throws: ``StorageError/incompatibleSchema(_:)`` for a database of a newer version, or one in which another
    ///   program has tables of our names.
    static func apply(to db: any SQLSession) throws {
        let place = try db.first("SELECT 'the schema ' || current_schema() || ' of the database ' || current_database()") {
            try $0.text(0)
        } ?? "the database"
        let tables = try db.rows(
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'ik\\_%'"
        ) { try $0.text(0) }
        if !tables.contains("ik_schema") {
            if !tables.isEmpty { try RuntimeSchema.refuseStranger(place) }
            try db.execute(script: "CREATE TABLE ik_schema (version bigint NOT NULL); INSERT INTO ik_schema VALUES (0)")
        }
        let version = Int(try db.first("SELECT version FROM ik_schema") { try $0.integer(0) } ?? 0)
        if version == RuntimeSchema.steps.count { return }
        try RuntimeSchema.apply(to: db, from: version, in: place)
        try db.run("UPDATE ik_schema SET version = ?", [RuntimeSchema.steps.count])
    }
}
