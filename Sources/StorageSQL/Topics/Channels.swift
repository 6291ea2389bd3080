public import IntegrationKit
public import Storage

extension SQLStore {
    /// By name.
    public func channels(
        of installation: InstallationID, handle: String?
    ) async throws(StorageError) -> [ChannelRecord] {
        try await read { db in
            try db.rows(
                """
                SELECT \(channelColumns()) FROM ik_channel
                WHERE installation_id = ? AND (handle = ? OR CAST(? AS TEXT) IS NULL) AND closed_at IS NULL
                ORDER BY name, id
                """, [installation.rawValue, handle, handle]
            ) { try $0.channel(0) }
        }
    }

    public func channel(
        _ id: ChannelID, of installation: InstallationID
    ) async throws(StorageError) -> ChannelRecord? {
        try await read { db in
            try db.first(
                "SELECT \(channelColumns()) FROM ik_channel WHERE installation_id = ? AND id = ?",
                [installation.rawValue, id.rawValue]
            ) { try $0.channel(0) }
        }
    }

    public func channel(
        handle: String, identifier: String, of installation: InstallationID
    ) async throws(StorageError) -> ChannelRecord? {
        try await read { db in try db.channel(handle, identifier, of: installation.rawValue) }
    }

    public func routes(channel handle: String, identifier: String) async throws(StorageError) -> [ChannelRoute] {
        try await read { db in
            try db.rows(
                """
                SELECT \(channelColumns()), installation_id FROM ik_channel
                WHERE handle = ? AND identifier = ? AND closed_at IS NULL ORDER BY installation_id, id
                """, [handle, identifier]
            ) { ChannelRoute(installation: try $0.id(6), channel: try $0.channel(0)) }
        }
    }
}

/// The channels are locked already: see ``UnitOfWork/lockChannels(of:)``.
extension UnitOfWork {
    func open(_ channel: ChannelRecord) throws -> ChangeOutcome {
        let wasNotOpen = try db.changes(
            """
            INSERT INTO ik_channel (installation_id, id, handle, identifier, name) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (installation_id, handle, identifier) DO UPDATE SET closed_at = NULL, closing_reason = NULL
                WHERE ik_channel.closed_at IS NOT NULL
            """, [installation, channel.id.rawValue, channel.handle, channel.identifier, channel.name])
        let stored = try db.channel(channel.handle, channel.identifier, of: installation) ?? channel
        if wasNotOpen { try db.takeOverEvents(of: stored, for: installation) }
        return .channel(stored)
    }

    func mirror(_ channel: ChannelRecord) throws -> ChangeOutcome {
        try db.run(
            "DELETE FROM ik_channel WHERE installation_id = ? AND handle = ? AND identifier = ? AND id <> ?",
            [installation, channel.handle, channel.identifier, channel.id.rawValue])
        try db.run(
            "UPDATE ik_channel SET handle = ?, identifier = ?, name = ? WHERE installation_id = ? AND id = ?",
            [channel.handle, channel.identifier, channel.name, installation, channel.id.rawValue])
        return try open(channel)
    }

    func close(_ handle: String, _ identifier: String, _ closure: ChannelClosure) throws -> ChangeOutcome {
        let wasOpen = try db.changes(
            """
            UPDATE ik_channel SET closed_at = ?, closing_reason = ?
            WHERE installation_id = ? AND handle = ? AND identifier = ? AND closed_at IS NULL
            """, [closure.at.microseconds, closure.reason, installation, handle, identifier])
        guard wasOpen, let channel = try db.channel(handle, identifier, of: installation) else { return .nothingToDo }
        try db.run(
            """
            UPDATE ik_outgoing SET due_at = ? WHERE state = 1 AND due_at > ? AND installation_id = ? AND conversation_id IN (
                SELECT id FROM ik_conversation WHERE installation_id = ? AND channel_id = ?)
            """, [closure.at.microseconds, closure.at.microseconds, installation, installation, channel.id.rawValue])
        return .channel(channel)
    }
}

extension SQLSession {
    fileprivate func channel(_ handle: String, _ identifier: String, of installation: String) throws -> ChannelRecord? {
        try first(
            """
            SELECT \(channelColumns()) FROM ik_channel WHERE installation_id = ? AND handle = ? AND identifier = ?
            """, [installation, handle, identifier]
        ) { try $0.channel(0) }
    }
}

/// The columns of `ik_channel` that ``SQLRow/channel(_:)`` reads.
///
/// - Parameter table: What the table is called in the statement, with a point: `h.`.
func channelColumns(of table: String = "") -> String {
    ["id", "handle", "identifier", "name", "closed_at", "closing_reason"].map { table + $0 }.joined(separator: ", ")
}

extension SQLRow {
    func channel(_ start: Int) throws -> ChannelRecord {
        let closedAt = try optional(start + 4, date)
        let reason = try optional(start + 5, text) ?? ""
        return ChannelRecord(
            id: try id(start), handle: try text(start + 1), identifier: try text(start + 2), name: try text(start + 3),
            closure: closedAt.map { ChannelClosure(at: $0, reason: reason) })
    }
}
