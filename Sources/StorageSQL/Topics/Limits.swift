#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

// Counts that processes share: a row for each key in use, worked out by ``LimitState`` under the row's lock. Losing the
// last moments of them in a power cut does no harm, so nobody waits for the disk.
extension SQLStore {
    public var isShared: Bool { dialect == .postgres }

    public func beginTurn(_ turn: LimitTurn, now: Date) async throws(StorageError) -> LimitState.Admission {
        try await write { db in
            try db.relaxDurability()
            var state = try db.limit(turn.key) ?? LimitState(turn.limit, at: now)
            let admission = state.admission(of: turn.calls, by: turn.limit, at: now)
            guard admission == .now else { return admission }
            state.begin(turn.calls, of: turn.holder, until: turn.until, by: turn.limit, at: now)
            try db.put(&state, turn.limit, turn.key, now: now)
            return .now
        }
    }

    public func endTurn(_ turn: LimitTurn, isUnused: Bool) async throws(StorageError) {
        try await write { db in
            try db.relaxDurability()
            guard var state = try db.limit(turn.key) else { return }
            state.end(turn.holder, unused: isUnused ? turn.calls : 0, by: turn.limit)
            try db.run(
                "UPDATE ik_limit SET state = ? WHERE name = ? AND scope = ? AND key = ?",
                [state.json.serialized(), turn.key.limit, turn.key.scope, turn.key.key])
        }
    }

    public func closeLimit(_ limit: LimitDescriptor, key: LimitKey, until: Date, now: Date) async throws(StorageError) {
        try await write { db in
            var state = try db.limit(key) ?? LimitState(limit, at: now)
            state.close(until: until)
            try db.put(&state, limit, key, now: now)
        }
    }

    public func purgeLimits(now: Date) async throws(StorageError) {
        try await write { db in try db.run("DELETE FROM ik_limit WHERE untouched_at < ?", [now.microseconds]) }
    }
}

extension SQLSession {
    /// What this transaction commits need not be on disk when it returns.
    fileprivate func relaxDurability() throws {
        if dialect == .postgres { try run("SET LOCAL synchronous_commit TO OFF") }
    }

    /// The state of the key, which nobody else changes before this transaction ends.
    fileprivate func limit(_ key: LimitKey) throws -> LimitState? {
        try lock("limit\n\(key.limit)\n\(key.scope)\n\(key.key)", isShared: false)
        return try first(
            "SELECT state FROM ik_limit WHERE name = ? AND scope = ? AND key = ?", [key.limit, key.scope, key.key]
        ) { LimitState(json: try $0.json(0)) } ?? nil
    }

    fileprivate func put(_ state: inout LimitState, _ limit: LimitDescriptor, _ key: LimitKey, now: Date) throws {
        let untouchedAt = state.untouched(by: limit, at: now)
        try run(
            """
            INSERT INTO ik_limit (name, scope, key, state, untouched_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name, scope, key) DO UPDATE SET state = excluded.state, untouched_at = excluded.untouched_at
            """, [key.limit, key.scope, key.key, state.json.serialized(), untouchedAt.microseconds])
    }
}
