#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GRDB
import Storage
import StorageSQL

/// One of GRDB's connections, for the time of a body.
final class SQLiteSession: SQLSession {
    private let db: Database

    init(_ db: Database) { self.db = db }

    var dialect: SQLDialect { .sqlite }

    /// The text is compiled once for each connection.
    func run(_ sql: String, _ arguments: SQLArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments.bound)
    }

    func count(_ sql: String, _ arguments: SQLArguments) throws -> Int {
        try run(sql, arguments)
        return db.changesCount
    }

    func rows<T>(_ sql: String, _ arguments: SQLArguments, _ read: (SQLRow) throws -> T) throws -> [T] {
        let statement = try db.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: arguments.bound)
        let name = { (index: Int) in statement.columnNames[index] }
        var result: [T] = []
        while let row = try cursor.next() {
            let values = (0..<row.count).map { SQLValue(row[$0] as DatabaseValue) }
            result.append(try read(SQLRow(values: values, name: name)))
        }
        return result
    }

    func execute(script: String) throws { try db.execute(sql: script) }

    /// Write transactions take turns.
    func lock(_ name: String, isShared: Bool) {}
    func tryLock(_ name: String) -> Bool { true }
}

extension SQLArguments {
    fileprivate var bound: StatementArguments { StatementArguments(values.map(\.bound)) }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let integer): .integer(integer)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .blob(let data): .bytes([UInt8](data))
            }
    }

    fileprivate var bound: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer), .moment(let integer): integer.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
