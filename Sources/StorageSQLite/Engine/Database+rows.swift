#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GRDB
import IntegrationKit
import Storage

extension Database {
    /// Runs one statement that gives no rows. The text is compiled once for each connection: write it without values.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The same, for a statement that may change nothing. - Returns: whether it changed a row.
    func changes(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try run(sql, arguments)
        return changesCount > 0
    }

    /// - Parameter goesOn: Asked before each row: false leaves it and all that follow.
    func rows<T>(
        _ sql: String, _ arguments: StatementArguments = [], while goesOn: () -> Bool = { true },
        _ read: (Columns) throws -> T
    ) throws -> [T] {
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        var result: [T] = []
        while goesOn(), let row = try cursor.next() { result.append(try read(Columns(row: row))) }
        return result
    }

    func first<T>(_ sql: String, _ arguments: StatementArguments = [], _ read: (Columns) throws -> T) throws -> T? {
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        return try cursor.next().map { try read(Columns(row: $0)) }
    }

    /// Whether the query gives a row.
    func exists(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try first(sql, arguments) { _ in true } ?? false
    }

    func limitSize(to bytes: Int) throws {
        let pageSize = try first("PRAGMA page_size") { try $0.integer(0) } ?? 4096
        try execute(sql: "PRAGMA max_page_count = \(max(Int64(bytes) / pageSize, 1))")
    }
}

/// One row, read by position. A value of another type than asked for is damage, not a crash.
struct Columns {
    let row: Row

    func value(_ index: Int) -> DatabaseValue { row[index] }

    func isNull(_ index: Int) -> Bool { value(index).isNull }

    func text(_ index: Int) throws -> String {
        guard case .string(let text) = value(index).storage else { throw damage(index, "text") }
        return text
    }

    func integer(_ index: Int) throws -> Int64 {
        guard case .int64(let integer) = value(index).storage else { throw damage(index, "an integer") }
        return integer
    }

    func bytes(_ index: Int) throws -> [UInt8] {
        guard case .blob(let data) = value(index).storage else { throw damage(index, "bytes") }
        return [UInt8](data)
    }

    func date(_ index: Int) throws -> Date { Date(microseconds: try integer(index)) }

    func json(_ index: Int) throws -> JSON {
        do {
            return try JSON.parse(try text(index))
        } catch {
            throw damage(index, "JSON")
        }
    }

    func id<Subject>(_ index: Int) throws -> Identifier<Subject> { Identifier(rawValue: try text(index)) }

    /// The value of `read` unless the column is NULL.
    func optional<T>(_ index: Int, _ read: (Int) throws -> T) rethrows -> T? {
        isNull(index) ? nil : try read(index)
    }

    func damage(_ index: Int, _ expected: String) -> StorageError {
        let column = index < row.count ? Array(row.columnNames)[index] : "\(index)"
        return .corrupt("column \(column) does not hold \(expected)")
    }
}

extension Date {
    /// Times are kept as whole microseconds since 1970-01-01T00:00:00Z.
    init(microseconds: Int64) { self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000) }

    /// Rounded to the nearest; times out of range become the first or the last possible one.
    var microseconds: Int64 {
        Int64(exactly: (timeIntervalSince1970 * 1_000_000).rounded())
            ?? (timeIntervalSince1970 < 0 ? Int64.min : Int64.max)
    }
}

extension [UInt8] {
    /// As a BLOB.
    var blob: DatabaseValue { Data(self).databaseValue }
}
