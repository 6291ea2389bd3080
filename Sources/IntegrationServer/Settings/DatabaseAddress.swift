internal import StoragePostgres

/// Where the store is.
package enum DatabaseAddress: Hashable, Sendable {
    /// Path of an SQLite file.
    case file(String)
    /// A connection URI of libpq, which may hold a password.
    case postgres(String)

    /// Reads `sqlite:path`, a path, or a connection URI. nil for anything else, and for a URI that libpq cannot read.
    package init?(_ text: String) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            guard PostgresStore.place(ofURL: text) != nil else { return nil }
            self = .postgres(text)
            return
        }
        let path = text.hasPrefix("sqlite:") ? String(text.dropFirst("sqlite:".count)) : text
        guard !path.isEmpty, !path.contains("://") else { return nil }
        self = .file(path)
    }
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
