#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

// Who connected what, and what is due of it.
extension SQLStore {
    public func connection(
        _ handle: String, of installation: InstallationID
    ) async throws(StorageError) -> StoredConnection? {
        try await read { db in
            try db.first(
                connectionSelection + "WHERE installation_id = ? AND handle = ?", [installation.rawValue, handle]
            ) { try $0.connection() }
        }
    }

    public func connections(of installation: InstallationID) async throws(StorageError) -> [StoredConnection] {
        try await read { db in
            try db.rows(connectionSelection + "WHERE installation_id = ? ORDER BY handle", [installation.rawValue]) {
                try $0.connection()
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

    // MARK: Upkeep

    public func adoptConnections(
        _ handle: String, variable: String, insteadOf others: [String], now: Date
    ) async throws(StorageError) {
        let handles = [handle] + others
        try await write { db in
            try db.run(
                """
                INSERT INTO ik_connection (installation_id, handle, connected_at, due_at)
                SELECT installation_id, CAST(? AS TEXT), CAST(? AS bigint), CAST(? AS bigint) FROM ik_environment
                WHERE name = ? AND NOT EXISTS (
                    SELECT 1 FROM ik_connection c WHERE c.installation_id = ik_environment.installation_id
                    AND c.handle IN (\(handles.map { _ in "?" }.joined(separator: ", "))))
                ON CONFLICT (installation_id, handle) DO NOTHING
                """,
                [handle, now.microseconds, now.microseconds, variable] + SQLArguments(handles.map(\.sqlValue)))
        }
    }

    public func claimConnection(now: Date, leaseUntil: Date) async throws(StorageError) -> DueConnection? {
        // Looking costs no lock, so idle workers disturb nobody.
        let isWork = try await read { db in
            try db.exists("SELECT 1 FROM ik_connection WHERE due_at <= ? LIMIT 1", [now.microseconds])
        }
        guard isWork else { return nil }
        return try await write { db in
            let due = try db.first(
                connectionSelection + """
                    WHERE due_at <= ? ORDER BY due_at, installation_id, handle LIMIT 1\(db.dialect.forUpdateSkippingLocked)
                    """, [now.microseconds]
            ) { row in
                DueConnection(
                    installation: try row.id(7), connection: try row.connection(), failures: Int(try row.integer(8)))
            }
            guard let due else { return nil }
            try db.run(
                "UPDATE ik_connection SET due_at = ? WHERE installation_id = ? AND handle = ?",
                [leaseUntil.microseconds, due.installation.rawValue, due.connection.handle])
            return due
        }
    }

    public func note(
        _ due: DueConnection, dueAt: Date?, problem: String?, failures: Int
    ) async throws(StorageError) {
        try await write { db in
            try db.run(
                """
                UPDATE ik_connection SET due_at = ?, problem = COALESCE(CAST(? AS TEXT), problem), failures = ?
                WHERE installation_id = ? AND handle = ? AND connected_at = ? AND ended_at IS NULL
                """,
                [
                    dueAt?.microseconds, problem, failures, due.installation.rawValue, due.connection.handle,
                    due.connection.connectedAt.microseconds,
                ])
        }
    }

    public func connectionCounts(now: Date, soon: Date) async throws(StorageError) -> ConnectionCounts {
        try await read { db in
            let rows = try db.rows(
                """
                SELECT state, count(*) FROM (
                    SELECT CASE WHEN ended_at IS NOT NULL THEN 'ended' WHEN problem IS NOT NULL THEN 'failing'
                        WHEN expires_at <= ? THEN 'expired' WHEN expires_at <= ? THEN 'ending' ELSE 'connected' END AS state
                    FROM ik_connection) c GROUP BY state
                """, [now.microseconds, soon.microseconds]
            ) { (try $0.text(0), Int(try $0.integer(1))) }
            var counts = ConnectionCounts()
            for (state, count) in rows {
                switch state {
                case "ended": counts.ended = count
                case "failing": counts.failing = count
                case "expired": counts.expired = count
                case "ending": counts.ending = count
                default: counts.connected = count
                }
            }
            return counts
        }
    }
}

private let connectionSelection = """
    SELECT handle, account, connected_at, ended_at, expires_at, due_at, problem, installation_id, failures
    FROM ik_connection
    """ + " "

extension SQLRow {
    fileprivate func connection() throws -> StoredConnection {
        StoredConnection(
            handle: try text(0), account: try optional(1, text), connectedAt: try date(2), endedAt: try optional(3, date),
            expiresAt: try optional(4, date), dueAt: try optional(5, date), problem: try optional(6, text))
    }
}

extension UnitOfWork {
    func put(_ connection: StoredConnection) throws -> ChangeOutcome {
        try db.run(
            """
            INSERT INTO ik_connection
                (installation_id, handle, account, connected_at, ended_at, expires_at, due_at, problem, failures)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT (installation_id, handle) DO UPDATE
            SET account = excluded.account, connected_at = excluded.connected_at, ended_at = excluded.ended_at,
                expires_at = excluded.expires_at, due_at = excluded.due_at, problem = excluded.problem, failures = 0
            """,
            [
                installation, connection.handle, connection.account, connection.connectedAt.microseconds,
                connection.endedAt?.microseconds, connection.expiresAt?.microseconds, connection.dueAt?.microseconds,
                connection.problem,
            ])
        return .done
    }

    /// Whoever has connected meanwhile has newer tokens: these must not take their place.
    func keep(_ connection: StoredConnection) throws -> ChangeOutcome {
        let isSame = try db.changes(
            """
            UPDATE ik_connection SET account = ?, expires_at = ?, due_at = ?, problem = ?, failures = 0
            WHERE installation_id = ? AND handle = ? AND connected_at = ? AND ended_at IS NULL
            """,
            [
                connection.account, connection.expiresAt?.microseconds, connection.dueAt?.microseconds,
                connection.problem, installation, connection.handle, connection.connectedAt.microseconds,
            ])
        guard isSame else { throw StorageError.conflict(table: "connection", columns: ["connected_at"]) }
        return .done
    }

    func removeConnection(_ handle: String) throws -> ChangeOutcome {
        let wasThere = try db.changes(
            "DELETE FROM ik_connection WHERE installation_id = ? AND handle = ?", [installation, handle])
        return wasThere ? .done : .nothingToDo
    }

    func endConnections(at date: Date) throws -> ChangeOutcome {
        let isThere = try db.changes(
            """
            UPDATE ik_connection SET ended_at = ?, expires_at = NULL, due_at = NULL, problem = NULL
            WHERE installation_id = ? AND ended_at IS NULL
            """, [date.microseconds, installation])
        return isThere ? .done : .nothingToDo
    }
}
