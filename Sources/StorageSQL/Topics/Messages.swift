import IntegrationKit
import Storage

// Writes of messages and of the conversations that they make.
extension UnitOfWork {
    func add(_ message: NewMessage) throws -> ChangeOutcome {
        guard let counterpart = try insert(message) else { return .nothingToDo }
        return .messageAdded(message.id, counterpart.id)
    }

    /// - Returns: the conversation that it stands in; nil when it is there already.
    func insert(_ message: NewMessage) throws -> Counterpart? {
        if let remoteID = message.remoteID, try self.message(remoteID: remoteID, on: message.channel) != nil { return nil }
        // See SQLStore.messages(of:in:before:limit:).
        let orderedAt = min(message.sentAt, message.recordedAt).microseconds
        let counterpart = try counterpart(of: message)
        let conversation = counterpart.id
        try db.run(
            """
            INSERT INTO ik_message (installation_id, id, conversation_id, channel_id, author, direction, kind, text,
                parts, content, reply_to, remote_id, status, sent_at, recorded_at, ordered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                installation, message.id.rawValue, conversation.rawValue, message.channel.rawValue,
                message.author, message.direction.rawValue, message.kind, message.text, message.parts.json.serialized(),
                message.content.serialized(), message.replyTo, message.remoteID, message.status.rawValue, message.sentAt.microseconds,
                message.recordedAt.microseconds, orderedAt,
            ])
        try db.holdFiles(of: message.parts, message: message.id.rawValue, in: installation)
        let isInbound = message.direction == .inbound
        let inboundAt = message.opensWindow ? orderedAt : nil
        try db.run(
            """
            UPDATE ik_conversation SET
                contact_name = coalesce(?, contact_name),
                preview = CASE WHEN ? >= last_message_at THEN ? ELSE preview END,
                last_message_at = CASE WHEN ? >= last_message_at THEN ? ELSE last_message_at END,
                last_inbound_at = CASE WHEN ? > coalesce(last_inbound_at, ?) THEN ? ELSE last_inbound_at END,
                unread = unread + ?
            WHERE installation_id = ? AND id = ?
            """,
            [
                message.contactName, orderedAt, preview(of: message.text, kind: message.kind), orderedAt, orderedAt, inboundAt, Int64.min, inboundAt,
                isInbound ? 1 : 0, installation, conversation.rawValue,
            ])
        return counterpart
    }

    func move(_ move: MessageMove) throws -> ChangeOutcome {
        guard let message = try find(move) else { return .nothingToDo }
        let settlesRemoteID = message.remoteID == nil && move.remoteID != nil
        let movesRecipient = try note(move, on: message)
        // What fails with one of several has left all the same.
        var status = move.recipient != nil && move.status == .failed ? .sent : move.status
        if settlesRemoteID, let remoteID = move.remoteID {
            status = try take(remoteID, for: message, status: status)
        }
        // Whatever the outbox still knew of the message: it has left.
        if Self.rank(status) >= Self.rank(.sent), [.pending, .unknown, .failed].contains(message.status) {
            try endOutgoing(message.id, at: move.occurredAt)
        }
        let advances = Self.advances(from: message.status, to: status)
        guard advances || settlesRemoteID || movesRecipient else { return .nothingToDo }
        if advances {
            try db.run(
                "UPDATE ik_message SET status = ?, failure = ?, moved_at = ? WHERE sequence = ?",
                [
                    status.rawValue, status == .failed ? move.failure : nil, move.occurredAt.microseconds,
                    message.sequence,
                ])
        }
        return .messageMoved(message.id, message.conversation)
    }

    func markRead(_ id: ConversationID) throws -> ChangeOutcome {
        let hadUnread = try db.changes(
            "UPDATE ik_conversation SET unread = 0 WHERE installation_id = ? AND id = ? AND unread > 0",
            [installation, id.rawValue])
        return hadUnread ? .done : .nothingToDo
    }

    /// Whether the provider's word takes a message on. `failed` is believed unless the message was seen to arrive, and
    /// an arrival is believed over an earlier `failed`.
    static func advances(from old: Message.Status, to new: Message.Status) -> Bool {
        switch (old, new) {
        case (.failed, .failed): false
        case (.failed, _): rank(new) >= rank(.delivered)
        case (_, .failed): rank(old) < rank(.delivered)
        default: rank(new) > rank(old)
        }
    }

    private static func rank(_ status: Message.Status) -> Int {
        switch status {
        case .pending: 0
        case .unknown: 1
        case .sent, .failed: 2
        case .delivered: 3
        case .read: 4
        case .played: 5
        }
    }

    // MARK: Lookups

    struct StoredMessage {
        let sequence: Int64
        let id: MessageID
        let conversation: ConversationID
        let channel: ChannelID
        let status: Message.Status
        let remoteID: String?
        let direction: String
    }

    private static let selection = """
        SELECT sequence, id, conversation_id, channel_id, status, remote_id, direction FROM ik_message

        """

    private func find(_ move: MessageMove) throws -> StoredMessage? {
        if let id = move.id {
            let found = try db.first(
                Self.selection + "WHERE installation_id = ? AND id = ?\(db.dialect.forUpdate)",
                [installation, id.rawValue], stored)
            if let found, move.channel == nil || move.channel == found.channel { return found }
        }
        guard let channel = move.channel, let remoteID = move.remoteID else { return nil }
        return try message(remoteID: remoteID, on: channel)
    }

    func message(remoteID: String, on channel: ChannelID) throws -> StoredMessage? {
        try db.first(
            Self.selection + "WHERE installation_id = ? AND channel_id = ? AND remote_id = ?\(db.dialect.forUpdate)",
            [installation, channel.rawValue, remoteID], stored)
    }

    private func stored(_ row: SQLRow) throws -> StoredMessage {
        StoredMessage(
            sequence: try row.integer(0), id: try row.id(1), conversation: try row.id(2), channel: try row.id(3),
            status: try row.status(4), remoteID: try row.optional(5, row.text), direction: try row.text(6))
    }

    /// Gives the message the provider's id. When the provider's echo of the same message came first and was written
    /// down as a message of its own, the echo goes, and what was known of it is kept.
    ///
    /// - Returns: the status that the message has reached by both.
    private func take(
        _ remoteID: String, for message: StoredMessage, status: Message.Status
    ) throws -> Message.Status {
        var status = status
        if let echo = try self.message(remoteID: remoteID, on: message.channel) {
            try db.run("DELETE FROM ik_message WHERE sequence = ?", [echo.sequence])
            if Self.advances(from: status, to: echo.status) { status = echo.status }
        }
        try db.run("UPDATE ik_message SET remote_id = ? WHERE sequence = ?", [remoteID, message.sequence])
        return status
    }

    /// The first 120 characters on one line; never a part of a character, and of at most 480 scalars, since one
    /// character can have any number of them.
    func preview(of message: String, kind: String) -> String {
        var text = ""
        var scalars = 0
        for character in (message.isEmpty ? kind : message).prefix(120) {
            scalars += character.unicodeScalars.count
            if scalars > 480 { break }
            text.append(character.isNewline ? " " : character)
        }
        return text
    }
}
