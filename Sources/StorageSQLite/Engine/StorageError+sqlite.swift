import GRDB
import Storage
import StorageSQL

extension StorageError {
    /// What an error means for the caller. Result codes: <https://www.sqlite.org/rescode.html>.
    ///
    /// - Parameter path: Of the file that is being opened, for messages.
    init(_ error: any Error, path: String? = nil) {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        case is CancellationError: self = .cancelled
        default: self = .unavailable("\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String?) {
        let message = error.message ?? error.resultCode.description
        let file = path ?? "the database file"
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self = Self.constraint(error.extendedResultCode, message)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .unavailable("another process has been writing to \(file) for too long")
        case .SQLITE_FULL:
            self = .cannotWrite("the disk is full, or the database has reached its maximum size: make room and try again")
        case .SQLITE_READONLY:
            self = .cannotWrite("\(file) is read-only for this user: check the permissions of the file and its folder")
        case .SQLITE_IOERR:
            self = .cannotWrite("the disk answered with an error (\(error.extendedResultCode.rawValue), \(message))")
        case .SQLITE_NOTADB:
            self = .corrupt("\(file) is not an SQLite database: another program wrote it, or its beginning is lost")
        case .SQLITE_CORRUPT:
            self = .corrupt("\(file) is malformed (\(message)): restore a backup, or recover it with sqlite3's .recover")
        case .SQLITE_CANTOPEN:
            self = .unavailable("\(file) cannot be opened: does its folder exist, and may this user write there?")
        default: self = .unavailable("SQLite says: \(message)")
        }
    }

    private static func constraint(_ code: ResultCode, _ message: String) -> StorageError {
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            // "UNIQUE constraint failed: model_contact.installation_id, model_contact.phone"
            let names = message.drop { $0 != ":" }.dropFirst().split(separator: ",").map {
                $0.drop { $0 == " " }.split(separator: ".", maxSplits: 1)
            }
            let table = names.first?.first.map(String.init) ?? "the table"
            let columns = names.compactMap { $0.count == 2 ? String($0[1]) : nil }.filter { $0 != "installation_id" }
            return .conflict(table: RuntimeSchema.subject(ofTable: table), columns: columns)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .notFound(table: "owner of the row", id: "")
        default: return .invalidRequest(message)
        }
    }
}
