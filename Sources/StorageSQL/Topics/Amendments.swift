#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Storage

// Changes of messages that stand in their conversation.
extension UnitOfWork {
    func amend(_ amend: MessageAmend) throws -> ChangeOutcome {
        guard let message = try message(remoteID: amend.remoteID, on: amend.channel) else { return try add(amend.otherwise) }
        let isNew =
            switch amend.change {
            case .reaction(let who, let emoji): try react(to: message, by: who, emoji, amend)
            case .edit(let text, let parts): try edit(message, text: text, parts: parts, at: amend.occurredAt)
            case .deletion: try delete(message, at: amend.occurredAt)
            }
        return isNew ? .messageMoved(message.id, message.conversation) : .nothingToDo
    }

    /// A person's reaction lets us answer freely like a message of theirs.
    private func react(
        to message: StoredMessage, by who: String, _ emoji: String?, _ amend: MessageAmend
    ) throws -> Bool {
        let stored = try db.first("SELECT reactions FROM ik_message WHERE sequence = ?", [message.sequence]) { try $0.json(0) }
        var reactions = StoredReactions(stored ?? [])
        guard reactions.put(emoji, by: who, formerly: try formerAddresses(of: message.conversation), at: amend.occurredAt.microseconds) else { return false }
        try db.run(
            "UPDATE ik_message SET reactions = ? WHERE sequence = ?", [reactions.json.serialized(), message.sequence])
        guard amend.otherwise.opensWindow else { return true }
        let at = min(amend.occurredAt, amend.otherwise.recordedAt).microseconds
        try db.run(
            """
            UPDATE ik_conversation SET last_inbound_at = ?
            WHERE installation_id = ? AND id = ? AND coalesce(last_inbound_at, ?) < ?
            """, [at, installation, message.conversation.rawValue, Int64.min, at])
        return true
    }

    private func edit(_ message: StoredMessage, text: String, parts: [MessagePart], at date: Date) throws -> Bool {
        let isNew = try db.changes(
            """
            UPDATE ik_message SET text = ?, parts = ?, edited_at = ?
            WHERE sequence = ? AND deleted_at IS NULL AND coalesce(edited_at, ?) < ?
            """,
            [text, parts.json.serialized(), date.microseconds, message.sequence, Int64.min, date.microseconds])
        if isNew {
            try db.letGoOfFiles(of: message.id.rawValue, in: installation)
            try db.holdFiles(of: parts, message: message.id.rawValue, in: installation)
            try refreshPreview(of: message, text)
        }
        return isNew
    }

    private func delete(_ message: StoredMessage, at date: Date) throws -> Bool {
        let isNew = try db.changes(
            """
            UPDATE ik_message SET text = '', parts = '[]', content = 'null', reactions = '[]', deleted_at = ?
            WHERE sequence = ? AND deleted_at IS NULL
            """, [date.microseconds, message.sequence])
        if isNew {
            try db.letGoOfFiles(of: message.id.rawValue, in: installation)
            try refreshPreview(of: message, "Deleted message")
        }
        return isNew
    }

    /// The list shows the last message: when that is the one that was changed, it shows the change.
    private func refreshPreview(of message: StoredMessage, _ text: String) throws {
        try db.run(
            """
            UPDATE ik_conversation SET preview = ?
            WHERE installation_id = ? AND id = ?
                AND last_message_at = (SELECT ordered_at FROM ik_message WHERE sequence = ?)
            """,
            [preview(of: text, kind: "message"), installation, message.conversation.rawValue, message.sequence])
    }

    /// Only what was sent for sure moves: whether the others left is not known.
    func move(_ receipt: ReadReceipt, on channel: ChannelID, at date: Date) throws -> ChangeOutcome {
        let movable = receipt.status == .read ? "('sent', 'delivered')" : "('sent')"
        let messages = """
            installation_id = ? AND direction = 'OUT' AND sent_at <= ? AND status IN \(movable)
                AND conversation_id = (
                    SELECT id FROM ik_conversation WHERE installation_id = ? AND channel_id = ? AND address = ?)
            """
        let chosen: SQLArguments = [
            installation, receipt.until.microseconds, installation, channel.rawValue, receipt.address,
        ]
        guard receipt.status == .read || receipt.status == .delivered,
            let last = try db.first(
                "SELECT id, conversation_id FROM ik_message WHERE \(messages) ORDER BY sent_at DESC LIMIT 1", chosen,
                { (message: try $0.id(0) as MessageID, conversation: try $0.id(1) as ConversationID) })
        else { return .nothingToDo }
        try db.run(
            "UPDATE ik_message SET status = ?, moved_at = ? WHERE \(messages)",
            [receipt.status.rawValue, date.microseconds] + chosen)
        return .messageMoved(last.message, last.conversation)
    }

    func describe(_ id: MessageID, _ description: MessageDescription) throws -> ChangeOutcome {
        let message = try db.first(
            "SELECT sequence, conversation_id FROM ik_message WHERE installation_id = ? AND id = ?\(db.dialect.forUpdate)",
            [installation, id.rawValue]
        ) { (sequence: try $0.integer(0), conversation: try $0.id(1) as ConversationID) }
        guard let message else { return .nothingToDo }
        try db.letGoOfFiles(of: id.rawValue, in: installation)
        try db.holdFiles(of: description.parts, message: id.rawValue, in: installation)
        try db.run(
            "UPDATE ik_message SET kind = ?, text = ?, parts = ?, reply_to = ? WHERE sequence = ?",
            [
                description.kind, description.text, description.parts.json.serialized(), description.replyTo,
                message.sequence,
            ])
        try db.run(
            """
            UPDATE ik_conversation SET preview = ?
            WHERE installation_id = ? AND id = ?
                AND last_message_at = (SELECT ordered_at FROM ik_message WHERE sequence = ?)
            """,
            [
                preview(of: description.text, kind: description.kind), installation, message.conversation.rawValue,
                message.sequence,
            ])
        return .messageMoved(id, message.conversation)
    }
}

/// The reactions to a message, one a person, with when each came; a reaction that was taken back stays as a mark, so
/// that an earlier one that is delivered late does not come back.
struct StoredReactions {
    private struct Reaction {
        let by: String
        let emoji: String?
        let at: Int64
    }

    private var all: [Reaction]

    init(_ json: JSON) {
        all = (json.arrayValue ?? []).compactMap { element in
            guard let by = element["by"]?.stringValue, let at = element["at"]?.int64Value else { return nil }
            return Reaction(by: by, emoji: element["emoji"]?.stringValue, at: at)
        }
    }

    /// - Returns: false when a later one of the same person is there.
    ///
    /// - Parameter names: By which the person was known before.
    mutating func put(_ emoji: String?, by who: String, formerly names: [String], at: Int64) -> Bool {
        if let known = all.firstIndex(where: { $0.by == who || names.contains($0.by) }) {
            guard all[known].at < at else { return false }
            all.remove(at: known)
        }
        all.append(Reaction(by: who, emoji: emoji, at: at))
        return true
    }

    var shown: [Message.Reaction] {
        all.compactMap { reaction in reaction.emoji.map { Message.Reaction(by: reaction.by, emoji: $0) } }
    }

    var json: JSON {
        .array(all.map { ["by": $0.by.json, "emoji": $0.emoji?.json ?? .null, "at": .number(JSONNumber($0.at))] })
    }
}
