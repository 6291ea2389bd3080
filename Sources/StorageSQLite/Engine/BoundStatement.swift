import GRDB
import GRDBSQLite
import StorageSQL

/// A statement of GRDB's cache, bound and stepped by SQLite's own calls. A webhook takes many small statements:
/// with values of GRDB's in between, what is around them costs more than they do.
struct BoundStatement {
    /// Owns `handle`.
    private let statement: Statement
    private let handle: OpaquePointer
    private let db: Database

    /// - Throws: `DatabaseError` for text that does not compile.
    init(_ sql: String, on db: Database) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    var columnNames: [String] { statement.columnNames }

    func execute(_ arguments: SQLArguments = []) throws {
        try stepped(arguments) { while try step() {} }
    }

    func rows<T>(_ arguments: SQLArguments, _ read: ([SQLValue]) throws -> T) throws -> [T] {
        try stepped(arguments) {
            let columns = sqlite3_column_count(handle)
            var result: [T] = []
            while try step() { result.append(try read((0..<columns).map(value(of:)))) }
            return result
        }
    }

    /// Leaves the statement as the next one to use it expects it.
    private func stepped<T>(_ arguments: SQLArguments, _ body: () throws -> T) throws -> T {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        guard arguments.values.count == sqlite3_bind_parameter_count(handle) else {
            throw DatabaseError(
                resultCode: .SQLITE_MISUSE, message: "\(arguments.values.count) values for the parameters of \(statement.sql)")
        }
        for (index, value) in arguments.values.enumerated() { try bind(value, at: Int32(index + 1)) }
        return try body()
    }

    /// - Returns: false behind the last row.
    private func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        // Nobody interrupts a statement but GRDB, for a task that was cancelled.
        case SQLITE_INTERRUPT: throw CancellationError()
        case let code: throw failure(code)
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let integer), .moment(let integer): sqlite3_bind_int64(handle, index, integer)
            case .real(let number): sqlite3_bind_double(handle, index, number)
            // Without an address it would be NULL.
            case .text(""): sqlite3_bind_text(handle, index, "", 0, copied)
            case .text(var text):
                text.withUTF8 { utf8 in
                    utf8.withMemoryRebound(to: CChar.self) { characters in
                        sqlite3_bind_text(handle, index, characters.baseAddress, Int32(clamping: characters.count), copied)
                    }
                }
            case .bytes(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(handle, index, 0)
            case .bytes(let bytes): sqlite3_bind_blob(handle, index, bytes, Int32(clamping: bytes.count), copied)
            }
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func value(of column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
        // The pointer first: asking for it is what makes SQLite bring the value into this form.
        case SQLITE_TEXT:
            .text(String(decoding: buffer(sqlite3_column_text(handle, column), of: column), as: UTF8.self))
        case SQLITE_BLOB: .bytes([UInt8](buffer(sqlite3_column_blob(handle, column), of: column)))
        default: .null
        }
    }

    private func buffer(_ start: UnsafeRawPointer?, of column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }, sql: statement.sql)
    }
}

/// SQLite takes a copy of what is bound: <https://www.sqlite.org/c3ref/c_static.html>.
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
