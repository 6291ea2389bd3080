#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import Storage

// Login links, sessions, tokens and nonces.
extension SQLStore {
    /// Replaces the one with the same digest.
    ///
    /// - Throws: ``StorageError/notFound(table:id:)`` when there is no such workplace.
    public func putCredential(_ credential: Credential) async throws(StorageError) {
        try await write { db in
            guard try db.exists("SELECT 1 FROM ik_workplace WHERE handle = ?", [credential.workplace]) else {
                throw StorageError.notFound(table: "workplace", id: credential.workplace)
            }
            try db.run(
                """
                INSERT INTO ik_credential (kind, digest, workplace, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kind, digest) DO UPDATE SET workplace = excluded.workplace,
                    created_at = excluded.created_at, expires_at = excluded.expires_at
                """,
                [
                    credential.kind.rawValue, credential.digest, credential.workplace,
                    credential.createdAt.microseconds, credential.expiresAt?.microseconds,
                ])
        }
    }

    public func credential(
        _ kind: Credential.Kind, digest: [UInt8], now: Date
    ) async throws(StorageError) -> Credential? {
        try await read { db in try db.credential(kind, digest, now) }
    }

    public func credentials(
        _ kind: Credential.Kind, ofWorkplace handle: String, now: Date
    ) async throws(StorageError) -> [Credential] {
        try await read { db in
            try db.rows(
                """
                SELECT digest, created_at, expires_at FROM ik_credential
                WHERE kind = ? AND workplace = ? AND (expires_at > ? OR expires_at IS NULL)
                ORDER BY created_at, digest
                """, [kind.rawValue, handle, now.microseconds]
            ) { row in
                Credential(
                    kind: kind, digest: try row.bytes(0), workplace: handle, createdAt: try row.date(1),
                    expiresAt: try row.optional(2, row.date))
            }
        }
    }

    public func takeCredential(
        _ kind: Credential.Kind, digest: [UInt8], now: Date
    ) async throws(StorageError) -> Credential? {
        try await write { db in
            let credential = try db.credential(kind, digest, now, locking: db.dialect.forUpdate)
            try db.remove(kind, digest)
            return credential
        }
    }

    public func removeCredential(_ kind: Credential.Kind, digest: [UInt8]) async throws(StorageError) {
        try await write { db in try db.remove(kind, digest) }
    }

    public func useOnce(_ nonce: [UInt8], expiresAt: Date, now: Date) async throws(StorageError) -> Bool {
        try await write { db in
            try db.changes(
                """
                INSERT INTO ik_nonce (nonce, expires_at) VALUES (?, ?)
                ON CONFLICT (nonce) DO UPDATE SET expires_at = excluded.expires_at WHERE ik_nonce.expires_at <= ?
                """, [nonce, expiresAt.microseconds, now.microseconds])
        }
    }

    public func releaseNonce(_ nonce: [UInt8]) async throws(StorageError) {
        try await write { db in try db.run("DELETE FROM ik_nonce WHERE nonce = ?", [nonce]) }
    }

    public func purgeCredentials(expiredBefore date: Date) async throws(StorageError) {
        try await write { db in
            try db.run("DELETE FROM ik_credential WHERE expires_at < ?", [date.microseconds])
            try db.run("DELETE FROM ik_nonce WHERE expires_at < ?", [date.microseconds])
            try db.run("DELETE FROM ik_operator WHERE expires_at < ?", [date.microseconds])
        }
    }
}

extension SQLSession {
    fileprivate func credential(
        _ kind: Credential.Kind, _ digest: [UInt8], _ now: Date, locking: String = ""
    ) throws -> Credential? {
        try first(
            """
            SELECT workplace, created_at, expires_at FROM ik_credential
            WHERE kind = ? AND digest = ? AND (expires_at > ? OR expires_at IS NULL)\(locking)
            """, [kind.rawValue, digest, now.microseconds]
        ) { row in
            Credential(
                kind: kind, digest: digest, workplace: try row.text(0), createdAt: try row.date(1),
                expiresAt: try row.optional(2, row.date))
        }
    }

    fileprivate func remove(_ kind: Credential.Kind, _ digest: [UInt8]) throws {
        try run("DELETE FROM ik_credential WHERE kind = ? AND digest = ?", [kind.rawValue, digest])
    }
}
