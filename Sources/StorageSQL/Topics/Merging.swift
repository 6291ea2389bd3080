import IntegrationKit
import Storage

/// Two conversations that turn out to be with one person become one.
///
/// Messages are locked before the conversations' places in the outbox, as whoever settles a send does (see
/// `Outbox.swift`).
extension UnitOfWork {
    /// Puts the messages of both into the one that began first: in the order in which they were sent, none twice, since a
    /// provider's id is unique on its channel.
    ///
    /// - Parameter one: Its address and id are those of the person.
    /// - Returns: the one that is left. Neither of the two is to be used any more.
    func merge(_ one: Counterpart, _ other: Counterpart) throws -> Counterpart {
        let owner = one.person == nil ? other : one
        let (kept, gone) = one.id.rawValue < other.id.rawValue ? (one.id, other.id) : (other.id, one.id)
        try db.run(
            "UPDATE ik_message SET conversation_id = ? WHERE installation_id = ? AND conversation_id = ?",
            [kept.rawValue, installation, gone.rawValue])
        try mergeOutgoing(of: gone, into: kept)
        for table in ["ik_former_address", "ik_merged_conversation"] {
            try db.run(
                "UPDATE \(table) SET conversation_id = ? WHERE installation_id = ? AND conversation_id = ?",
                [kept.rawValue, installation, gone.rawValue])
        }
        try db.run(
            "INSERT INTO ik_merged_conversation (installation_id, id, conversation_id) VALUES (?, ?, ?)",
            [installation, gone.rawValue, kept.rawValue])
        try mergeSummary(of: gone, into: kept)
        // An address and an id are one conversation's each.
        try db.run("DELETE FROM ik_conversation WHERE installation_id = ? AND id = ?", [installation, gone.rawValue])
        try db.run(
            """
            UPDATE ik_conversation SET address = ?, address_since = ?, person = ?, person_since = ?
            WHERE installation_id = ? AND id = ?
            """,
            [one.address, one.addressSince, owner.person, owner.personSince, installation, kept.rawValue])
        try redirect(kept, to: one.address)
        guard let merged = try counterpart(kept) else {
            throw StorageError.notFound(table: "conversation", id: kept.rawValue)
        }
        return merged
    }

    /// What waits to be sent in a conversation goes to this address. What is leaving has gone to the old one.
    func redirect(_ conversation: ConversationID, to address: String) throws {
        let waiting = try db.rows(
            """
            SELECT sequence, arguments FROM ik_outgoing
            WHERE installation_id = ? AND conversation_id = ? AND state NOT IN (2, 3)\(db.dialect.forUpdate)
            """, [installation, conversation.rawValue]
        ) { (sequence: try $0.integer(0), arguments: try $0.json(1)) }
        for entry in waiting {
            try db.run(
                "UPDATE ik_outgoing SET arguments = ? WHERE sequence = ?",
                [OutboxEntry.arguments(entry.arguments, to: address).serialized(), entry.sequence])
        }
    }

    /// What is listed of a conversation.
    private func mergeSummary(of gone: ConversationID, into kept: ConversationID) throws {
        let summary = try db.first(
            """
            SELECT contact_name, last_message_at, preview, last_inbound_at, unread FROM ik_conversation
            WHERE installation_id = ? AND id = ?
            """, [installation, gone.rawValue]
        ) { row in
            (
                name: try row.optional(0, row.text), at: try row.integer(1), preview: try row.text(2),
                inboundAt: try row.optional(3, row.integer), unread: try row.integer(4)
            )
        }
        guard let summary else { return }
        try db.run(
            """
            UPDATE ik_conversation SET
                contact_name = CASE WHEN ? > last_message_at THEN coalesce(?, contact_name) ELSE coalesce(contact_name, ?) END,
                preview = CASE WHEN ? > last_message_at THEN ? ELSE preview END,
                last_message_at = CASE WHEN ? > last_message_at THEN ? ELSE last_message_at END,
                last_inbound_at = CASE WHEN ? > coalesce(last_inbound_at, ?) THEN ? ELSE last_inbound_at END,
                unread = unread + ?
            WHERE installation_id = ? AND id = ?
            """,
            [
                summary.at, summary.name, summary.name, summary.at, summary.preview, summary.at, summary.at,
                summary.inboundAt, Int64.min, summary.inboundAt, summary.unread, installation, kept.rawValue,
            ])
    }

    /// Of the two that went first in their conversations one goes first now. What is on its way already stays there, and
    /// nothing else leaves before it is done.
    private func mergeOutgoing(of gone: ConversationID, into kept: ConversationID) throws {
        for conversation in [kept, gone].map(\.rawValue).sorted() {
            try db.lockConversation(conversation, of: installation)
        }
        try db.run(
            "UPDATE ik_outgoing SET conversation_id = ? WHERE installation_id = ? AND conversation_id = ?",
            [kept.rawValue, installation, gone.rawValue])
        let heads = try db.rows(
            """
            SELECT sequence, state FROM ik_outgoing
            WHERE state IN (1, 2, 3) AND installation_id = ? AND conversation_id = ? ORDER BY sequence\(db.dialect.forUpdate)
            """, [installation, kept.rawValue]
        ) { (sequence: try $0.integer(0), isReady: try $0.integer(1) == 1) }
        let isLeaving = heads.contains { !$0.isReady }
        for head in isLeaving ? heads.filter(\.isReady) : Array(heads.dropFirst()) {
            try db.run("UPDATE ik_outgoing SET state = 0 WHERE sequence = ?", [head.sequence])
        }
    }
}
