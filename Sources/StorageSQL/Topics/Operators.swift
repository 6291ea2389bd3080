#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import Storage

// Who runs the server, and what they did.
extension SQLStore {
    public func putOperator(_ credential: OperatorCredential) async throws(StorageError) {
        try await write { db in
            try db.run(
                "INSERT INTO ik_operator (kind, digest, name, scope, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    credential.kind.rawValue, credential.digest, credential.name, credential.scope.rawValue,
                    credential.createdAt.microseconds, credential.expiresAt?.microseconds,
                ])
        }
    }

    public func operatorCredential(
        _ kind: OperatorCredential.Kind, digest: [UInt8], now: Date
    ) async throws(StorageError) -> OperatorCredential? {
        try await read { db in
            try db.first(
                operatorSelection + "WHERE kind = ? AND digest = ? AND (expires_at > ? OR expires_at IS NULL)",
                [kind.rawValue, digest, now.microseconds]
            ) { try $0.operatorCredential() }
        }
    }

    public func operators() async throws(StorageError) -> [OperatorCredential] {
        try await read { db in
            try db.rows(operatorSelection + "WHERE kind = 'token' ORDER BY name") { try $0.operatorCredential() }
        }
    }

    public func removeOperator(named name: String) async throws(StorageError) -> Bool {
        try await write { db in
            let isThere = try db.changes("DELETE FROM ik_operator WHERE kind = 'token' AND name = ?", [name])
            try db.run("DELETE FROM ik_operator WHERE name = ?", [name])
            return isThere
        }
    }

    public func removeOperatorSession(digest: [UInt8]) async throws(StorageError) {
        try await write { db in
            try db.run("DELETE FROM ik_operator WHERE kind = 'session' AND digest = ?", [digest])
        }
    }

    // MARK: Audit log

    public func record(_ entry: AuditEntry) async throws(StorageError) {
        try await write { db in try db.record(entry) }
    }

    public func audit(after: Int64?, limit: Int) async throws(StorageError) -> [AuditEntry] {
        try await read { db in
            try db.rows(
                """
                SELECT sequence, at, actor, action, subject, result FROM ik_audit WHERE sequence < ?
                ORDER BY sequence DESC LIMIT ?
                """, [after ?? Int64.max, min(max(limit, 1), 500)]
            ) { row in
                AuditEntry(
                    sequence: try row.integer(0), at: try row.date(1), actor: try row.text(2), action: try row.text(3),
                    subject: try row.text(4), result: try row.text(5))
            }
        }
    }
}

private let operatorSelection = "SELECT kind, digest, name, scope, created_at, expires_at FROM ik_operator "

extension SQLSession {
    func record(_ entry: AuditEntry) throws {
        try run(
            "INSERT INTO ik_audit (at, actor, action, subject, result) VALUES (?, ?, ?, ?, ?)",
            [entry.at.microseconds, entry.actor, entry.action, entry.subject, entry.result])
    }
}

extension SQLRow {
    fileprivate func operatorCredential() throws -> OperatorCredential {
        guard let kind = OperatorCredential.Kind(rawValue: try text(0)) else { throw damage(0, "a kind of credential") }
        guard let scope = OperatorCredential.Scope(rawValue: try text(3)) else { throw damage(3, "a scope") }
        return OperatorCredential(
            kind: kind, digest: try bytes(1), name: try text(2), scope: scope, createdAt: try date(4),
            expiresAt: try optional(5, date))
    }
}
