public import IntegrationKit
public import Storage

extension SQLStore {
    public func replaceSealed(
        _ place: SealedPlace, _ old: [UInt8], with new: [UInt8], in installation: InstallationID
    ) async throws(StorageError) -> Bool {
        switch place {
        case .variable(let name):
            return try await write { db in
                try db.changes(
                    "UPDATE ik_environment SET value = ? WHERE installation_id = ? AND name = ? AND value = ?",
                    [new, installation.rawValue, name, old])
            }
        case .field(let field, let model, let id):
            let table = try models.table(of: model)
            guard let column = table.column(field), column.form == .sealed else {
                throw .invalidRequest("\(field) is no encrypted field of \(model)")
            }
            return try await write { db in
                // Whoever wrote it is not changed by this, nor when.
                try db.changes(
                    """
                    UPDATE \(table.quoted) SET \(column.quoted) = ?
                    WHERE installation_id = ? AND id = ? AND \(column.quoted) = ?
                    """,
                    [
                        String(decoding: new, as: UTF8.self), installation.rawValue, id, String(decoding: old, as: UTF8.self),
                    ])
            }
        }
    }
}
