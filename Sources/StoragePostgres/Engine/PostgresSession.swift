import Storage
import StorageSQL

/// A connection for the time of a body.
final class PostgresSession: SQLSession {
    private let connection: Connection
    private let isTransaction: Bool

    /// - Parameter isTransaction: Otherwise each statement is its own.
    init(_ connection: Connection, isTransaction: Bool) {
        self.connection = connection
        self.isTransaction = isTransaction
    }

    var dialect: SQLDialect { .postgres }

    func run(_ sql: String, _ arguments: SQLArguments) throws {
        try connection.send(sql, arguments)
    }

    func count(_ sql: String, _ arguments: SQLArguments) throws -> Int {
        try connection.send(sql, arguments)
        return try connection.answer(isLast: !isTransaction).affected
    }

    func rows<T>(_ sql: String, _ arguments: SQLArguments, _ read: (SQLRow) throws -> T) throws -> [T] {
        try connection.send(sql, arguments)
        let answer = try connection.answer(isLast: !isTransaction)
        return try answer.rows.map { try read(SQLRow(values: $0) { answer.names[$0] }) }
    }

    /// Making an index of a large table takes its time.
    func execute(script: String) throws {
        try connection.send("SET LOCAL statement_timeout = '10min'")
        try connection.execute(script: script, within: .seconds(600))
    }

    /// Such locks belong to the whole database, in which other schemas may be other stores.
    func lock(_ name: String, isShared: Bool) throws {
        try connection.send(
            "SELECT pg_advisory_xact_lock\(isShared ? "_shared" : "")(hashtextextended(current_schema() || ' ' || ?, 0))",
            [name])
    }

    func tryLock(_ name: String, isShared: Bool) throws -> Bool {
        try first(
            "SELECT pg_try_advisory_xact_lock\(isShared ? "_shared" : "")(hashtextextended(current_schema() || ' ' || ?, 0))::int",
            [name]
        ) { try $0.integer(0) == 1 } ?? false
    }
}
