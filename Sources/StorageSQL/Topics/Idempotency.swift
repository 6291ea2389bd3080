#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

// Calls that have one effect. A key belongs to one tool of one installation.
extension SQLStore {
    public func beginCall(
        _ key: String, tool: String, digest: [UInt8], in installation: InstallationID, now: Date, staleBefore: Date
    ) async throws(StorageError) -> IdempotentCall {
        try await write { db in
            try db.requireInstallation(installation)
            let known = try db.first(
                "SELECT digest, started_at, answer FROM ik_call WHERE installation_id = ? AND tool = ? AND key = ?",
                [installation.rawValue, tool, key]
            ) { (digest: try $0.bytes(0), startedAt: try $0.integer(1), answer: try $0.optional(2, $0.json)) }
            guard let known else {
                try db.run(
                    """
                    INSERT INTO ik_call (installation_id, tool, key, digest, started_at) VALUES (?, ?, ?, ?, ?)
                    """, [installation.rawValue, tool, key, digest, now.microseconds])
                return .begun
            }
            if known.digest != digest { return .differentArguments }
            if let answer = known.answer { return .answered(answer) }
            return known.startedAt < staleBefore.microseconds ? .interrupted : .running
        }
    }

    public func takeOverCall(
        _ key: String, tool: String, in installation: InstallationID, now: Date, staleBefore: Date
    ) async throws(StorageError) -> Bool {
        try await write { db in
            try db.changes(
                """
                UPDATE ik_call SET started_at = ?
                WHERE installation_id = ? AND tool = ? AND key = ? AND started_at < ? AND answer IS NULL
                """, [now.microseconds, installation.rawValue, tool, key, staleBefore.microseconds])
        }
    }

    public func endCall(
        _ key: String, tool: String, in installation: InstallationID, answer: JSON?
    ) async throws(StorageError) {
        try await write { db in try db.endCall(key, tool: tool, in: installation.rawValue, answer: answer) }
    }

    @discardableResult
    public func purgeCalls(begunBefore date: Date) async throws(StorageError) -> Int {
        try await write { db in
            try db.count("DELETE FROM ik_call WHERE started_at < ?", [date.microseconds])
        }
    }
}

extension SQLSession {
    func endCall(_ key: String, tool: String, in installation: String, answer: JSON?) throws {
        let place: SQLArguments = [installation, tool, key]
        if let answer {
            try run(
                "UPDATE ik_call SET answer = ? WHERE installation_id = ? AND tool = ? AND key = ?",
                [answer.serialized()] + place)
        } else {
            try run("DELETE FROM ik_call WHERE installation_id = ? AND tool = ? AND key = ?", place)
        }
    }
}
