#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// One value on its way into or out of a database.
public enum SQLValue: Hashable, Sendable {
    case null
    /// Booleans are 0 and 1.
    case integer(Int64)
    case real(Double)
    /// Without U+0000, see ``init(_:)``.
    case text(String)
    case bytes([UInt8])
    /// Microseconds since 1970 in UTC, for columns that hold moments: see ``SQLDialect``.
    case moment(Int64)

    /// PostgreSQL's text cannot hold U+0000, and much of SQLite stops reading at it: both keep U+FFFD in its place, in
    /// what is written as in what is looked for.
    public init(_ text: String) {
        self = .text(
            text.utf8.contains(0) ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : text)
    }

    public var isNull: Bool { self == .null }
}

/// What can be bound to a `?`.
public protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    public var sqlValue: SQLValue { self }
}

extension String: SQLConvertible {
    public var sqlValue: SQLValue { SQLValue(self) }
}

extension Int: SQLConvertible {
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    public var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLConvertible {
    public var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLConvertible {
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension [UInt8]: SQLConvertible {
    public var sqlValue: SQLValue { .bytes(self) }
}

/// The values of a statement, in the order of its `?`.
public struct SQLArguments: ExpressibleByArrayLiteral, Sendable {
    public private(set) var values: [SQLValue]

    public init(_ values: [SQLValue]) { self.values = values }

    public init(arrayLiteral elements: (any SQLConvertible)?...) {
        values = elements.map { $0?.sqlValue ?? .null }
    }

    public static func + (left: SQLArguments, right: SQLArguments) -> SQLArguments {
        SQLArguments(left.values + right.values)
    }
}

extension Date {
    /// Times are kept as whole microseconds since 1970-01-01T00:00:00Z.
    package init(microseconds: Int64) { self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000) }

    /// Rounded to the nearest; times out of range become the first or the last possible one.
    package var microseconds: Int64 {
        Int64(exactly: (timeIntervalSince1970 * 1_000_000).rounded())
            ?? (timeIntervalSince1970 < 0 ? Int64.min : Int64.max)
    }
}
