public import IntegrationKit
public import Storage

// Reads of conversations and messages.
extension SQLStore {
    public func conversations(
        of installation: InstallationID, channels: ChannelState?, after: ConversationID?, limit: Int
    ) async throws(StorageError) -> [Conversation] {
        let limit = min(max(limit, 1), 200)
        let condition =
            switch channels {
            case nil: "c.installation_id = ?"
            case .open: "c.installation_id = ? AND h.closed_at IS NULL"
            case .closed: "c.installation_id = ? AND h.closed_at IS NOT NULL"
            }
        return try await read { db in
            guard let after else {
                return try db.rows(
                    conversationSelection
                        + "WHERE \(condition) ORDER BY c.last_message_at DESC, c.id DESC LIMIT ?",
                    [installation.rawValue, limit]
                ) { try $0.conversation() }
            }
            let last = try db.first(
                "SELECT last_message_at FROM ik_conversation WHERE installation_id = ? AND id = ?",
                [installation.rawValue, after.rawValue]
            ) { try $0.integer(0) }
            guard let last else { return [] }
            return try db.rows(
                conversationSelection + """
                    WHERE \(condition) AND (c.last_message_at, c.id) < (?, ?)
                    ORDER BY c.last_message_at DESC, c.id DESC LIMIT ?
                    """, [installation.rawValue, last, after.rawValue, limit]
            ) { try $0.conversation() }
        }
    }

    public func hasClosedConversations(of installation: InstallationID) async throws(StorageError) -> Bool {
        try await read { db in
            try db.exists(
                """
                SELECT 1 FROM ik_channel h WHERE h.installation_id = ? AND h.closed_at IS NOT NULL AND EXISTS (
                    SELECT 1 FROM ik_conversation c
                    WHERE c.installation_id = h.installation_id AND c.channel_id = h.id)
                LIMIT 1
                """, [installation.rawValue])
        }
    }

    public func conversation(
        _ id: ConversationID, of installation: InstallationID
    ) async throws(StorageError) -> Conversation? {
        let selection = conversationSelection
        return try await read { db in
            let found = try db.first(
                selection + "WHERE c.installation_id = ? AND c.id = ?", [installation.rawValue, id.rawValue]
            ) { try $0.conversation() }
            if let found { return found }
            return try db.first(
                selection + """
                    WHERE c.installation_id = ? AND c.id = (
                        SELECT conversation_id FROM ik_merged_conversation WHERE installation_id = ? AND id = ?)
                    """, [installation.rawValue, installation.rawValue, id.rawValue]
            ) { try $0.conversation() }
        }
    }

    public func conversation(
        channel: ChannelID, address: String, of installation: InstallationID
    ) async throws(StorageError) -> Conversation? {
        let selection = conversationSelection
        let place = [installation.rawValue, channel.rawValue, address].map(\.sqlValue)
        return try await read { db in
            let found = try db.first(
                selection + "WHERE c.installation_id = ? AND c.channel_id = ? AND c.address = ?", SQLArguments(place)
            ) { try $0.conversation() }
            if let found { return found }
            return try db.first(
                selection + """
                    WHERE c.installation_id = ? AND c.channel_id = ? AND c.person = ? OR c.installation_id = ? AND c.id = (
                        SELECT conversation_id FROM ik_former_address
                        WHERE installation_id = ? AND channel_id = ? AND address = ? ORDER BY left_at DESC LIMIT 1)
                    ORDER BY CASE WHEN c.person = ? THEN 0 ELSE 1 END LIMIT 1
                    """, SQLArguments(place + [place[0], place[0], place[1], place[2], place[2]])
            ) { try $0.conversation() }
        }
    }

    /// The order is by the earlier of the message's own time and the moment when we learned of it, then by the order
    /// in which they were written down. So a message that was delivered hours late stands where it was sent, and a
    /// provider whose clock is ahead of ours does not put its question below our answer.
    public func messages(
        of conversation: ConversationID, in installation: InstallationID, before: MessageID?, limit: Int
    ) async throws(StorageError) -> [Message] {
        let limit = min(max(limit, 1), 200)
        return try await read { db in
            var bound: (at: Int64, sequence: Int64) = (.max, .max)
            if let before {
                let found = try db.first(
                    """
                    SELECT ordered_at, sequence FROM ik_message
                    WHERE installation_id = ? AND id = ? AND conversation_id = ?
                    """, [installation.rawValue, before.rawValue, conversation.rawValue]
                ) { (try $0.integer(0), try $0.integer(1)) }
                guard let found else { return [] }
                bound = found
            }
            return try db.rows(
                messageSelection + """
                    WHERE m.installation_id = ? AND m.conversation_id = ? AND (m.ordered_at, m.sequence) < (?, ?)
                    ORDER BY m.ordered_at DESC, m.sequence DESC LIMIT ?
                    """, [installation.rawValue, conversation.rawValue, bound.at, bound.sequence, limit]
            ) { try $0.message() }.reversed()
        }
    }

    public func message(_ id: MessageID, in installation: InstallationID) async throws(StorageError) -> Message? {
        try await read { db in
            try db.first(
                messageSelection + "WHERE m.installation_id = ? AND m.id = ?", [installation.rawValue, id.rawValue]
            ) { try $0.message() }
        }
    }

    public func content(of id: MessageID, in installation: InstallationID) async throws(StorageError) -> JSON? {
        try await read { db in
            try db.first(
                "SELECT content FROM ik_message WHERE installation_id = ? AND id = ?",
                [installation.rawValue, id.rawValue]
            ) { try $0.json(0) }
        }
    }
}

extension SQLStore {
    public func message(
        channel: ChannelID, remoteID: String, in installation: InstallationID
    ) async throws(StorageError) -> Message? {
        try await read { db in
            try db.first(
                messageSelection + "WHERE m.installation_id = ? AND m.channel_id = ? AND m.remote_id = ?",
                [installation.rawValue, channel.rawValue, remoteID]
            ) { try $0.message() }
        }
    }
}

extension SQLStore {
    public func states(
        of messages: [MessageID], in installation: InstallationID
    ) async throws(StorageError) -> [MessageState] {
        guard !messages.isEmpty else { return [] }
        // Few lengths, so that few statements are prepared.
        let ids = messages.prefix(1000).map(\.rawValue)
        let length = [1, 10, 100, 1000].first { $0 >= ids.count } ?? ids.count
        let marks = Array(repeating: "?", count: length).joined(separator: ", ")
        let padding = Array(repeating: ids[0], count: length - ids.count)
        return try await read { db in
            try db.rows(
                """
                SELECT m.id, c.address, m.status, m.failure, m.remote_id
                FROM ik_message m
                JOIN ik_conversation c ON c.installation_id = m.installation_id AND c.id = m.conversation_id
                WHERE m.installation_id = ? AND m.id IN (\(marks))
                """, SQLArguments(([installation.rawValue] + ids + padding).map(\.sqlValue))
            ) { row in
                MessageState(
                    id: try row.id(0), address: try row.text(1), status: try row.status(2),
                    failure: try row.optional(3, row.text), remoteID: try row.optional(4, row.text))
            }
        }
    }
}

private let conversationSelection = """
    SELECT c.id, c.address, c.contact_name, c.last_message_at, c.last_inbound_at, c.unread, c.preview,
        \(channelColumns(of: "h."))
    FROM ik_conversation c
    JOIN ik_channel h ON h.installation_id = c.installation_id AND h.id = c.channel_id

    """

private let messageSelection = """
    SELECT m.id, m.conversation_id, m.direction, m.kind, m.text, m.status, m.failure, m.remote_id, m.sent_at, m.parts,
        m.reactions, m.edited_at, m.deleted_at, q.id, q.direction, q.text, q.author,
        m.author, m.recipients
    FROM ik_message m
    LEFT JOIN ik_message q
        ON q.installation_id = m.installation_id AND q.channel_id = m.channel_id AND q.remote_id = m.reply_to

    """

extension SQLRow {
    fileprivate func conversation() throws -> Conversation {
        Conversation(
            id: try id(0), channel: try channel(7), address: try text(1), contactName: try optional(2, text),
            lastMessageAt: try date(3), lastInboundAt: try optional(4, date), unreadCount: Int(try integer(5)),
            preview: try text(6))
    }

    fileprivate func message() throws -> Message {
        guard let direction = Message.Direction(rawValue: try text(2)) else { throw damage(2, "IN or OUT") }
        return Message(
            id: try id(0), conversation: try id(1), direction: direction, kind: try text(3), text: try text(4),
            // A part that a newer version has written is left out.
            parts: (try json(9).arrayValue ?? []).compactMap { try? MessagePart(json: $0, at: "parts") },
            status: try status(5), failure: try optional(6, text), remoteID: try optional(7, text),
            author: try optional(17, text), recipients: StoredRecipients(try json(18)).all, quote: try quote(),
            reactions: StoredReactions(try json(10)).shown, editedAt: try optional(11, date),
            deletedAt: try optional(12, date), sentAt: try date(8))
    }

    private func quote() throws -> Message.Quote? {
        guard let id = try optional(13, text) else { return nil }
        guard let direction = Message.Direction(rawValue: try text(14)) else { throw damage(14, "IN or OUT") }
        return Message.Quote(id: MessageID(id), direction: direction, author: try optional(16, text), text: try text(15))
    }

    func status(_ index: Int) throws -> Message.Status {
        guard let status = Message.Status(rawValue: try text(index)) else { throw damage(index, "a message status") }
        return status
    }
}
