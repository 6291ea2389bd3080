import GRDB
import StorageSQL

/// One of GRDB's connections, for the time of a body.
final class SQLiteSession: SQLSession {
    private let db: Database

    init(_ db: Database) { self.db = db }

    var dialect: SQLDialect { .sqlite }

    /// The text is compiled once for each connection.
    func run(_ sql: String, _ arguments: SQLArguments) throws {
        try BoundStatement(sql, on: db).execute(arguments)
    }

    func count(_ sql: String, _ arguments: SQLArguments) throws -> Int {
        try run(sql, arguments)
        return db.changesCount
    }

    func rows<T>(_ sql: String, _ arguments: SQLArguments, _ read: (SQLRow) throws -> T) throws -> [T] {
        let statement = try BoundStatement(sql, on: db)
        return try statement.rows(arguments) { try read(SQLRow(values: $0) { statement.columnNames[$0] }) }
    }

    func execute(script: String) throws { try db.execute(sql: script) }

    /// Write transactions take turns.
    func lock(_ name: String, isShared: Bool) {}
    func tryLock(_ name: String, isShared: Bool) -> Bool { true }
}
