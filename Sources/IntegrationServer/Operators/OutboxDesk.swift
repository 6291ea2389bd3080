#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Storage

/// What operators see of the outbox and do about it: the same from the command line, the API and the pages.
struct OutboxDesk: Sendable {
    let store: any Store
    /// Who does it, for the audit log.
    let actor: String
    let now: @Sendable () -> Date

    /// Acts on messages, writes it into the audit log and tells the other processes.
    ///
    /// - Returns: the messages that something was done to.
    func settle(_ choice: OutboxChoice, by action: OutboxAction) async throws(StorageError) -> [MessageReference] {
        var rest: OutboxChoice? = choice
        var settled: [MessageReference] = []
        while let part = rest {
            let done = try await store.settle(part, by: action, actor: actor, now: now())
            settled += done.messages
            rest = nil
            if case .all(let filter, _) = part, let next = done.next { rest = .all(filter, after: next) }
        }
        for message in settled { store.tell(.conversation(message.conversation, message.installation)) }
        if action == .resend, !settled.isEmpty { store.tell(.sends) }
        return settled
    }

    /// - Parameter isRevealed: Whether the content is given as it is, which the audit log then says.
    func look(_ id: MessageID, isRevealed: Bool) async throws(StorageError) -> OutboxLook? {
        guard let entry = try await store.outboxEntry(id) else { return nil }
        if isRevealed {
            try await store.record(AuditEntry(
                at: now(), actor: actor, action: "reveal", subject: id.rawValue, result: "content shown"))
        }
        return OutboxLook(
            entry: entry, message: try await store.message(id, in: entry.installation),
            content: isRevealed ? entry.arguments : ContentRedaction.redacted(entry.arguments))
    }
}

/// One message of the outbox as an operator sees it.
struct OutboxLook: Sendable {
    let entry: OutboxEntry
    /// As it stands in its conversation.
    let message: Message?
    /// What its tool is called with; redacted unless it was to be revealed.
    let content: JSON
}

// The outbox as programs read it.

extension OutboxEntry {
    var json: JSONObject {
        [
            "id": .string(id.rawValue), "state": .string(state.rawValue), "tool": .string(tool),
            "installation": .string(installation.rawValue), "conversation": .string(conversation.rawValue),
            "queuedAt": .string(Timestamp.text(queuedAt)),
            "dueAt": isUnfinished ? .string(Timestamp.text(dueAt)) : .null, "claims": .number(JSONNumber(claim)),
            "failures": .number(JSONNumber(failures)), "reason": reason.map(JSON.string) ?? .null,
        ]
    }

    /// Whether something happens to it by itself.
    var isUnfinished: Bool { state != .unknown && state != .failed }
}

extension OutboxLook {
    var json: JSON {
        var object = entry.json
        object["status"] = message.map { .string($0.status.rawValue) } ?? .null
        object["remoteId"] = message?.remoteID.map(JSON.string) ?? .null
        object["content"] = content
        return .object(object)
    }
}

extension OutboxAction {
    /// - Parameter count: Of messages that it was done to.
    func done(_ count: Int) -> String {
        let messages = count == 1 ? "1 message" : "\(count) messages"
        return switch self {
        case .markSent: "\(messages) marked as sent"
        case .markNotSent: "\(messages) marked as not sent"
        case .resend: "\(messages) will be sent again"
        case .discard: "\(messages) discarded"
        }
    }
}
