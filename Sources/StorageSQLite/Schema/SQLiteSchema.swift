import GRDB
import Storage
import StorageSQL

/// The runtime's own tables in an SQLite file: `PRAGMA user_version` counts the steps that were taken.
enum SQLiteSchema {
    /// What `PRAGMA application_id` says of our files: "IKIT".
    static let applicationID = 0x494B_4954

    /// Takes the steps that are missing, in one transaction under the write lock.
    ///
    /// - Throws: ``StorageError/incompatibleSchema(_:)`` for a file of a newer version or of another program.
    static func apply(to db: Database, path: String) throws {
        let steps = RuntimeSchema.steps.count
        if try state(of: db) == (applicationID, steps) { return }
        try db.inTransaction(.immediate) {
            let (application, version) = try state(of: db)
            if application != applicationID {
                let isEmpty = try Row.fetchOne(db, sql: "SELECT 1 FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'") == nil
                guard isEmpty, application == 0, version == 0 else { return try stranger(path) }
            }
            try RuntimeSchema.apply(to: SQLiteSession(db), from: version, in: path)
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps)")
            return .commit
        }
    }

    private static func stranger(_ path: String) throws -> Database.TransactionCompletion {
        try RuntimeSchema.refuseStranger(path)
        return .rollback
    }

    private static func state(of db: Database) throws -> (application: Int, version: Int) {
        (
            try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0, try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        )
    }

    static func limitSize(of db: Database, to bytes: Int) throws {
        let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4096
        try db.execute(sql: "PRAGMA max_page_count = \(max(bytes / pageSize, 1))")
    }
}
