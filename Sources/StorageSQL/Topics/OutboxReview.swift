#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

private let largestPage = 500

// What operators see of the outbox, and what they do about messages in it. The outbox holds what is unfinished, so that
// looking through all of it is looking through little.
extension SQLStore {
    public func outbox(_ filter: OutboxFilter, after: Int64?, limit: Int) async throws(StorageError) -> [OutboxEntry] {
        let query = OutboxQuery(filter)
        return try await read { db in
            try db.rows(
                "\(outgoingSelection)WHERE \(query.condition) AND sequence < ? ORDER BY sequence DESC LIMIT ?",
                query.arguments + [after ?? Int64.max, min(max(limit, 1), largestPage)]
            ) { try $0.outgoing() }
        }
    }

    public func outboxEntry(_ id: MessageID) async throws(StorageError) -> OutboxEntry? {
        try await read { db in
            try db.first(outgoingSelection + "WHERE message_id = ?", [id.rawValue]) { try $0.outgoing() }
        }
    }

    public func settle(
        _ choice: OutboxChoice, by action: OutboxAction, actor: String, now: Date
    ) async throws(StorageError) -> OutboxSettled {
        try await write { db in
            let chosen = try db.messages(of: choice, for: action)
            let settled = try chosen.filter { try db.settle($0.place, by: action, now: now) }.map(\.place)
            if !settled.isEmpty {
                try db.record(AuditEntry(
                    at: now, actor: actor, action: action.rawValue, subject: choice.words,
                    result: settled.count == 1 ? "1 message" : "\(settled.count) messages"))
            }
            var next: Int64?
            if case .all = choice, chosen.count == largestPage { next = chosen.last?.sequence }
            return OutboxSettled(messages: settled, next: next)
        }
    }
}

extension SQLSession {
    fileprivate func messages(
        of choice: OutboxChoice, for action: OutboxAction
    ) throws -> [(sequence: Int64, place: MessageReference)] {
        var query: OutboxQuery
        switch choice {
        case .these(let ids):
            let ids = ids.prefix(largestPage)
            guard !ids.isEmpty else { return [] }
            query = OutboxQuery(OutboxFilter(state: action.state))
            query.condition += " AND message_id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))"
            query.arguments = query.arguments + SQLArguments(ids.map(\.rawValue.sqlValue))
        case .all(var filter, let after):
            filter.state = action.state
            query = OutboxQuery(filter)
            query.condition += " AND sequence > ?"
            query.arguments = query.arguments + [after]
        }
        return try rows(
            """
            SELECT sequence, message_id, conversation_id, installation_id FROM ik_outgoing WHERE \(query.condition)
            ORDER BY sequence LIMIT \(largestPage)
            """, query.arguments
        ) { row in
            (try row.integer(0), MessageReference(id: try row.id(1), conversation: try row.id(2), installation: try row.id(3)))
        }
    }

    /// - Returns: false when the message is no longer in the action's state.
    fileprivate func settle(_ message: MessageReference, by action: OutboxAction, now: Date) throws -> Bool {
        let place: SQLArguments = [message.installation.rawValue, message.id.rawValue]
        let condition = "WHERE installation_id = ? AND message_id = ? AND state = \(action.state.number)"
        try lockMessage(place)
        switch action {
        case .markSent:
            guard try changes("DELETE FROM ik_outgoing \(condition)", place) else { return false }
            try show(.sent, of: place, now: now)
        case .markNotSent:
            guard try changes("UPDATE ik_outgoing SET state = 5 \(condition)", place) else { return false }
            try show(.failed, "It was found not to have been sent.", of: place, now: now)
        case .resend:
            guard try exists("SELECT 1 FROM ik_outgoing \(condition)\(dialect.forUpdate)", place) else { return false }
            try lockConversation(message.conversation.rawValue, of: message.installation.rawValue)
            let isFirst = try !hasUnfinished(message.conversation.rawValue, of: message.installation.rawValue)
            try run(
                "UPDATE ik_outgoing SET state = ?, failures = 0, due_at = ?, reason = NULL \(condition)",
                [(isFirst ? OutboxState.ready : .queued).number, now.microseconds] + place)
            try run(
                """
                UPDATE ik_message SET status = 'pending', failure = NULL, moved_at = ? WHERE installation_id = ? AND id = ?
                """, [now.microseconds] + place)
        case .discard: return try changes("DELETE FROM ik_outgoing \(condition)", place)
        }
        return true
    }

    private func show(_ status: Message.Status, _ failure: String? = nil, of place: SQLArguments, now: Date) throws {
        try run(
            """
            UPDATE ik_message SET status = ?, failure = ?, moved_at = ?
            WHERE installation_id = ? AND id = ? AND status IN ('pending', 'unknown')
            """, [status.rawValue, failure, now.microseconds] + place)
    }
}

extension OutboxChoice {
    /// For the audit log.
    fileprivate var words: String {
        switch self {
        case .these(let ids):
            ids.prefix(5).map(\.rawValue).joined(separator: " ") + (ids.count > 5 ? " …" : "")
        case .all(let filter, _):
            ([
                "all messages", filter.installation.map { "of \($0)" }, filter.tool.map { "by \($0)" },
                filter.queuedSince.map { "since \(Timestamp.text($0))" },
                filter.queuedBefore.map { "before \(Timestamp.text($0))" },
            ] as [String?]).compactMap { $0 }.joined(separator: ", ")
        }
    }
}

private struct OutboxQuery {
    var condition: String
    var arguments: SQLArguments = []

    init(_ filter: OutboxFilter) {
        let states = filter.state.map { [$0] } ?? OutboxState.allCases
        condition = "state IN (\(states.map { "\($0.number)" }.joined(separator: ", ")))"
        add("installation_id = ?", filter.installation?.rawValue)
        add("tool = ?", filter.tool)
        add("queued_at < ?", filter.queuedBefore?.microseconds)
        add("queued_at >= ?", filter.queuedSince?.microseconds)
    }

    private mutating func add(_ clause: String, _ value: (any SQLConvertible)?) {
        guard let value else { return }
        condition += " AND \(clause)"
        arguments = arguments + [value]
    }
}
