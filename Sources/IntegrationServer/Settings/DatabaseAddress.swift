internal import StoragePostgres

/// Where the store is.
package enum DatabaseAddress: Hashable, Sendable {
    /// Path of an SQLite file.
    case file(String)
    /// A connection URI of libpq, which may hold a password.
    case postgres(String)
}

/// For messages: never a password.
extension DatabaseAddress: CustomStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .file(let path): path
        case .postgres(let url): PostgresStore.place(ofURL: url) ?? "PostgreSQL"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: ["place": description]) }
}
