#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

// Files: a row for what is known, and rows for the pieces of the content.
extension SQLStore {
    public func beginFile(_ file: NewFile, in installation: InstallationID) async throws(StorageError) {
        try await write { db in
            try db.requireInstallation(installation)
            try db.run(
                "INSERT INTO ik_file (installation_id, id, name, mime_type, size, created_at) VALUES (?, ?, ?, ?, 0, ?)",
                [installation.rawValue, file.id.rawValue, file.name, file.mimeType, file.createdAt.microseconds])
        }
    }

    public func addPiece(
        _ piece: [UInt8], number: Int, to file: FileID, in installation: InstallationID
    ) async throws(StorageError) {
        try await write { db in
            // One whose file was taken away meanwhile is refused by its key.
            guard try db.exists(
                "SELECT 1 FROM ik_file WHERE installation_id = ? AND id = ? AND digest IS NULL\(db.dialect.keepingIt)",
                [installation.rawValue, file.rawValue])
            else { throw StorageError.notFound(table: "file", id: file.rawValue) }
            try db.run(
                "INSERT INTO ik_file_piece (installation_id, file_id, number, content) VALUES (?, ?, ?, ?)",
                [installation.rawValue, file.rawValue, number, piece])
        }
    }

    public func endFile(
        _ id: FileID, size: Int, digest: [UInt8], in installation: InstallationID
    ) async throws(StorageError) {
        try await write { db in
            guard try db.changes(
                "UPDATE ik_file SET size = ?, digest = ? WHERE installation_id = ? AND id = ? AND digest IS NULL",
                [size, digest, installation.rawValue, id.rawValue])
            else { throw StorageError.notFound(table: "file", id: id.rawValue) }
        }
    }

    public func file(_ id: FileID, of installation: InstallationID) async throws(StorageError) -> StoredFile? {
        try await read { db in
            try db.first(
                """
                SELECT id, name, mime_type, size, digest, created_at FROM ik_file
                WHERE installation_id = ? AND id = ? AND digest IS NOT NULL
                """, [installation.rawValue, id.rawValue]
            ) { row in
                StoredFile(
                    id: try row.id(0), name: try row.text(1), mimeType: try row.text(2), size: Int(try row.integer(3)),
                    digest: try row.bytes(4), createdAt: try row.date(5))
            }
        }
    }

    public func piece(
        _ number: Int, of file: FileID, in installation: InstallationID
    ) async throws(StorageError) -> [UInt8]? {
        try await read { db in
            try db.first(
                "SELECT content FROM ik_file_piece WHERE installation_id = ? AND file_id = ? AND number = ?",
                [installation.rawValue, file.rawValue, number]
            ) { try $0.bytes(0) }
        }
    }

    public func removeFile(_ id: FileID, of installation: InstallationID) async throws(StorageError) -> Bool {
        let tables = models.tables
        return try await write { db in
            try db.changes(
                "DELETE FROM ik_file WHERE installation_id = ? AND id = ? AND \(db.isUnused(tables))",
                [installation.rawValue, id.rawValue])
        }
    }

    public func sizeOfFiles(of installation: InstallationID) async throws(StorageError) -> Int {
        try await read { db in
            try db.first(
                "SELECT CAST(coalesce(sum(size), 0) AS bigint) FROM ik_file WHERE installation_id = ?", [installation.rawValue]
            ) { Int(try $0.integer(0)) } ?? 0
        }
    }

    public func purgeFiles(olderThan date: Date, limit: Int) async throws(StorageError) -> Int {
        let tables = models.tables
        return try await write { db in
            try db.count(
                """
                DELETE FROM ik_file WHERE id IN (
                    SELECT id FROM ik_file WHERE created_at < ? AND (digest IS NULL OR \(db.isUnused(tables)))
                    ORDER BY created_at LIMIT ?)
                """, [date.microseconds, max(limit, 1)])
        }
    }
}

extension SQLSession {
    /// Whether a row of `ik_file` is held on to by nothing. Ids of files are unique in the whole store.
    func isUnused(_ tables: [String: ModelTable]) -> String {
        let columns = tables.values.sorted { $0.name < $1.name }.flatMap { table in
            table.columns.filter { $0.field.isFile }.map { dialect.filesNamed(by: $0, of: table) }
        }
        let messages = """
            NOT EXISTS (SELECT 1 FROM ik_message_file h
                WHERE h.installation_id = ik_file.installation_id AND h.file_id = ik_file.id)
            """
        return ([messages] + columns.map { "id NOT IN (\($0))" }).joined(separator: " AND ")
    }

    /// A message that has other parts from now on lets go of the files that were among them before.
    func letGoOfFiles(of message: String, in installation: String) throws {
        try run("DELETE FROM ik_message_file WHERE installation_id = ? AND message_id = ?", [installation, message])
    }

    /// A message holds on to the files that are among its parts.
    func holdFiles(of parts: [MessagePart], message: String, in installation: String) throws {
        for case .file(let file) in parts {
            guard let id = file.stored else { continue }
            let isThere = try changes(
                """
                INSERT INTO ik_message_file (installation_id, message_id, file_id)
                SELECT installation_id, CAST(? AS TEXT), id FROM ik_file
                WHERE installation_id = ? AND id = ? AND digest IS NOT NULL
                ON CONFLICT (installation_id, message_id, file_id) DO NOTHING
                """, [message, installation, id.rawValue])
            guard isThere else { throw StorageError.notFound(table: "file", id: id.rawValue) }
        }
    }
}

extension SQLDialect {
    /// Gives the ids of files that a column names.
    fileprivate func filesNamed(by column: ModelColumn, of table: ModelTable) -> String {
        let source = "\(table.quoted) WHERE \(column.quoted) IS NOT NULL"
        guard column.field.isList else { return "SELECT \(column.quoted) FROM \(source)" }
        return switch self {
        case .sqlite:
            "SELECT json_each.value FROM \(table.quoted), json_each(\(table.quoted).\(column.quoted)) "
                + "WHERE json_each.value IS NOT NULL"
        case .postgres: "SELECT f FROM \(table.quoted), json_array_elements_text(\(column.quoted)) f WHERE f IS NOT NULL"
        }
    }
}

extension FieldDescriptor {
    var isFile: Bool { scalar == .file || scalar == .image }
}
