#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import IntegrationKit
public import Storage

// Who connected what.
extension SQLStore {
    public func connection(
        _ handle: String, of installation: InstallationID
    ) async throws(StorageError) -> StoredConnection? {
        try await read { db in
            try db.first(
                """
                SELECT handle, account, connected_at, ended_at FROM ik_connection
                WHERE installation_id = ? AND handle = ?
                """, [installation.rawValue, handle]
            ) { row in
                StoredConnection(
                    handle: try row.text(0), account: try row.optional(1, row.text), connectedAt: try row.date(2),
                    endedAt: try row.optional(3, row.date))
            }
        }
    }

    public func otherConnections(
        ofAccount account: String, handle: String, than installation: InstallationID
    ) async throws(StorageError) -> Int {
        try await read { db in
            let count = try db.first(
                """
                SELECT count(*) FROM ik_connection
                WHERE account = ? AND handle = ? AND installation_id <> ? AND ended_at IS NULL
                """, [account, handle, installation.rawValue]
            ) { Int(try $0.integer(0)) }
            return count ?? 0
        }
    }
}

extension UnitOfWork {
    func put(_ connection: StoredConnection) throws -> ChangeOutcome {
        try db.run(
            """
            INSERT INTO ik_connection (installation_id, handle, account, connected_at, ended_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (installation_id, handle) DO UPDATE
            SET account = excluded.account, connected_at = excluded.connected_at, ended_at = excluded.ended_at
            """,
            [
                installation, connection.handle, connection.account, connection.connectedAt.microseconds,
                connection.endedAt?.microseconds,
            ])
        return .done
    }

    func endConnections(at date: Date) throws -> ChangeOutcome {
        let isThere = try db.changes(
            "UPDATE ik_connection SET ended_at = ? WHERE installation_id = ? AND ended_at IS NULL",
            [date.microseconds, installation])
        return isThere ? .done : .nothingToDo
    }
}
