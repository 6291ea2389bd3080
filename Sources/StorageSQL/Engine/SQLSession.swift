#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

/// A connection inside `read` or `write` of a ``SQLStore``. It belongs to the thread on which the body runs.
///
/// Statements are written in the words that SQLite and PostgreSQL share, with `?` for values; what they say differently
/// comes from ``dialect``. Text is compared byte for byte in both.
public protocol SQLSession: AnyObject {
    var dialect: SQLDialect { get }

    /// Runs one statement that gives no rows. A store may send it later, together with the next one that answers: what
    /// is wrong with it then makes that one fail, or the commit. A body must not go on after a failure.
    func run(_ sql: String, _ arguments: SQLArguments) throws
    /// Runs one statement at once. - Returns: how many rows it wrote or removed.
    func count(_ sql: String, _ arguments: SQLArguments) throws -> Int
    func rows<T>(_ sql: String, _ arguments: SQLArguments, _ read: (SQLRow) throws -> T) throws -> [T]
    /// Runs a script of statements without values, such as those that make tables.
    func execute(script: String) throws
    /// Has all others who lock the same name wait until this transaction ends; those that share it only for one that
    /// does not. Nothing to do where write transactions never run side by side.
    func lock(_ name: String, isShared: Bool) throws
    /// The same without waiting. - Returns: false when another one has it.
    func tryLock(_ name: String, isShared: Bool) throws -> Bool
}

extension SQLSession {
    /// Whether it wrote or removed a row.
    public func changes(_ sql: String, _ arguments: SQLArguments) throws -> Bool {
        try count(sql, arguments) > 0
    }

    public func run(_ sql: String) throws { try run(sql, []) }

    public func rows<T>(_ sql: String, _ read: (SQLRow) throws -> T) throws -> [T] { try rows(sql, [], read) }

    public func first<T>(_ sql: String, _ arguments: SQLArguments = [], _ read: (SQLRow) throws -> T) throws -> T? {
        try rows(sql, arguments, read).first
    }

    /// Whether the query gives a row.
    public func exists(_ sql: String, _ arguments: SQLArguments = []) throws -> Bool {
        try first(sql, arguments) { _ in true } ?? false
    }
}

/// One row, read by position. A value of another type than asked for is damage, not a crash.
public struct SQLRow {
    public let values: [SQLValue]
    private let name: (Int) -> String

    /// - Parameter name: Of a column, for messages.
    public init(values: [SQLValue], name: @escaping (Int) -> String) {
        self.values = values
        self.name = name
    }

    public func isNull(_ index: Int) -> Bool { values[index].isNull }

    public func text(_ index: Int) throws -> String {
        guard case .text(let text) = values[index] else { throw damage(index, "text") }
        return text
    }

    /// Of a moment its microseconds.
    public func integer(_ index: Int) throws -> Int64 {
        switch values[index] {
        case .integer(let integer), .moment(let integer): return integer
        default: throw damage(index, "an integer")
        }
    }

    public func real(_ index: Int) throws -> Double {
        guard case .real(let number) = values[index] else { throw damage(index, "a number") }
        return number
    }

    public func bytes(_ index: Int) throws -> [UInt8] {
        guard case .bytes(let bytes) = values[index] else { throw damage(index, "bytes") }
        return bytes
    }

    public func date(_ index: Int) throws -> Date { Date(microseconds: try integer(index)) }

    public func json(_ index: Int) throws -> JSON {
        do {
            return try JSON.parse(try text(index))
        } catch {
            throw damage(index, "JSON")
        }
    }

    public func id<Subject>(_ index: Int) throws -> Identifier<Subject> { Identifier(rawValue: try text(index)) }

    /// The value of `read` unless the column is NULL.
    public func optional<T>(_ index: Int, _ read: (Int) throws -> T) rethrows -> T? {
        isNull(index) ? nil : try read(index)
    }

    public func damage(_ index: Int, _ expected: String) -> StorageError {
        .corrupt("column \(name(index)) does not hold \(expected)")
    }
}
