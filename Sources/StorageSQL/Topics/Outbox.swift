#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

/// How messages go out. In a conversation with unfinished messages exactly one is `ready`, `claimed` or `sending`, its
/// head, and all others are `queued`, as events are in their lanes (see `Lanes.swift`). Every step that looks at a
/// conversation to change that locks it first. A message's own row is locked before its row here.
extension SQLStore {
    public func claimOutgoing(limit: Int, now: Date, leaseUntil: Date) async throws(StorageError) -> [OutboxEntry] {
        // Looking costs no lock, so idle workers disturb nobody.
        let isWork = try await read { db in
            try db.exists("SELECT 1 FROM ik_outgoing WHERE state IN (1, 2) AND due_at <= ? LIMIT 1", [now.microseconds])
        }
        guard isWork else { return [] }
        return try await write { db in
            let due = try db.rows(
                outgoingSelection + """
                    WHERE state IN (1, 2) AND due_at <= ? ORDER BY due_at, sequence LIMIT ?\(db.dialect.forUpdateSkippingLocked)
                    """, [now.microseconds, max(limit, 1)]
            ) { try $0.outgoing() }
            return try due.map { entry in
                try db.run(
                    "UPDATE ik_outgoing SET state = 2, claims = ?, due_at = ? WHERE sequence = ?",
                    [entry.claim + 1, leaseUntil.microseconds, entry.sequence])
                return entry.claimed(until: leaseUntil)
            }
        }
    }

    public func beginSending(
        _ id: MessageID, claim: Int, of installation: InstallationID, leaseUntil: Date
    ) async throws(StorageError) -> Bool {
        try await write { db in
            try db.changes(
                """
                UPDATE ik_outgoing SET state = 3, due_at = ?
                WHERE installation_id = ? AND message_id = ? AND state = 2 AND claims = ? AND NOT EXISTS (
                    SELECT 1 FROM ik_conversation c
                    JOIN ik_channel h ON h.installation_id = c.installation_id AND h.id = c.channel_id
                    WHERE c.installation_id = ik_outgoing.installation_id AND c.id = ik_outgoing.conversation_id
                        AND h.closed_at IS NOT NULL)
                """, [leaseUntil.microseconds, installation.rawValue, id.rawValue, claim])
        }
    }

    public func keepClaim(
        _ id: MessageID, claim: Int, arguments: JSON?, of installation: InstallationID, leaseUntil: Date
    ) async throws(StorageError) -> Bool {
        try await write { db in
            try db.changes(
                """
                UPDATE ik_outgoing SET due_at = ?, arguments = coalesce(CAST(? AS TEXT), arguments)
                WHERE installation_id = ? AND message_id = ? AND state = 2 AND claims = ?
                """, [leaseUntil.microseconds, arguments?.serialized(), installation.rawValue, id.rawValue, claim])
        }
    }

    public func giveUpSending(now: Date) async throws(StorageError) -> [MessageReference] {
        let isWork = try await read { db in
            try db.exists("SELECT 1 FROM ik_outgoing WHERE state = 3 AND due_at <= ? LIMIT 1", [now.microseconds])
        }
        guard isWork else { return [] }
        return try await write { db in
            let lost = try db.rows(
                """
                SELECT o.sequence, o.message_id, o.conversation_id, o.installation_id FROM ik_outgoing o
                JOIN ik_message m ON m.installation_id = o.installation_id AND m.id = o.message_id
                WHERE o.state = 3 AND o.due_at <= ? ORDER BY o.sequence LIMIT 1000\(db.dialect.forUpdateSkippingLocked)
                """, [now.microseconds]
            ) { row in
                let message = MessageReference(
                    id: try row.id(1), conversation: try row.id(2), installation: try row.id(3))
                return (sequence: try row.integer(0), message: message)
            }
            for one in lost {
                let reason = "The server was cut off while it sent this message."
                try db.run(
                    "UPDATE ik_outgoing SET state = 4, reason = ? WHERE sequence = ?", [reason, one.sequence])
                try db.run(
                    "UPDATE ik_message SET status = 'unknown', moved_at = ? WHERE installation_id = ? AND id = ? AND status = 'pending'",
                    [now.microseconds, one.message.installation.rawValue, one.message.id.rawValue])
                try db.advance(one.message.conversation.rawValue, of: one.message.installation.rawValue, at: now)
            }
            return lost.map(\.message)
        }
    }

    public func outgoing(_ id: MessageID, of installation: InstallationID) async throws(StorageError) -> OutboxEntry? {
        try await read { db in
            try db.first(
                outgoingSelection + "WHERE installation_id = ? AND message_id = ?", [installation.rawValue, id.rawValue]
            ) { try $0.outgoing() }
        }
    }

    public func outboxCounts() async throws(StorageError) -> OutboxCounts {
        try await read { db in
            let counts = Dictionary(
                uniqueKeysWithValues: try db.rows("SELECT state, count(*) FROM ik_outgoing GROUP BY state") {
                    (try $0.integer(0), Int(try $0.integer(1)))
                })
            func count(_ states: OutboxState...) -> Int { states.reduce(0) { $0 + (counts[$1.number] ?? 0) } }
            func oldest(_ condition: String) throws -> Date? {
                try db.first("SELECT min(queued_at) FROM ik_outgoing WHERE \(condition)") { try $0.optional(0, $0.date) } ?? nil
            }
            return OutboxCounts(
                waiting: count(.queued, .ready), running: count(.claimed, .sending), unknown: count(.unknown),
                failed: count(.failed), oldest: try oldest("state IN (0, 1, 2, 3)"),
                oldestUnknown: try oldest("state = 4"))
        }
    }
}

// MARK: - In units of work

extension UnitOfWork {
    func queue(_ entry: NewOutboxEntry) throws -> ChangeOutcome {
        guard let counterpart = try insert(entry.message) else { return .nothingToDo }
        let (id, conversation) = (entry.message.id, counterpart.id)
        let isRedirected = counterpart.address != entry.message.address
        let arguments = isRedirected ? OutboxEntry.arguments(entry.arguments, to: counterpart.address) : entry.arguments
        try db.lockConversation(conversation.rawValue, of: installation)
        let isFirst = try !db.hasUnfinished(conversation.rawValue, of: installation)
        var state = isFirst ? OutboxState.ready : .queued
        var dueAt = entry.message.recordedAt
        var claims = 0
        if isFirst {
            switch entry.hold {
            case .none: break
            case .claimed(let until): (state, dueAt, claims) = (.claimed, until, 1)
            case .sending(let until): (state, dueAt, claims) = (.sending, until, 1)
            }
        }
        try db.run(
            """
            INSERT INTO ik_outgoing (installation_id, message_id, conversation_id, tool, arguments, state, claims,
                queued_at, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                installation, id.rawValue, conversation.rawValue, entry.tool, arguments.serialized(), state.number,
                claims, entry.message.recordedAt.microseconds, dueAt.microseconds,
            ])
        return .messageQueued(id, conversation, isFirst: isFirst, address: isRedirected ? counterpart.address : nil)
    }

    func settle(_ settlement: OutboxSettlement) throws -> ChangeOutcome {
        let place: SQLArguments = [installation, settlement.id.rawValue]
        try db.lockMessage(place)
        let entry = try db.first(
            outgoingSelection + "WHERE installation_id = ? AND message_id = ?\(db.dialect.forUpdate)", place
        ) { try $0.outgoing() }
        guard let entry else { return try settleWithoutEntry(settlement) }
        // A claim that has passed to another counts no more; one that was given up still knows what happened.
        guard entry.claim == settlement.claim, [.claimed, .sending, .unknown].contains(entry.state) else {
            return .nothingToDo
        }
        switch settlement.result {
        case .accepted(let status, let remoteID):
            _ = try move(MessageMove(
                id: settlement.id, channel: nil, remoteID: remoteID, status: status, failure: nil,
                occurredAt: settlement.now))
            try endOutgoing(settlement.id, at: settlement.now)
        case .unknown(let reason):
            try db.run("UPDATE ik_outgoing SET state = 4, reason = ? WHERE sequence = ?", [reason, entry.sequence])
            try show(.unknown, nil, settlement)
        case .failed(let reason, let isKept):
            if isKept {
                try db.run(
                    "UPDATE ik_outgoing SET state = 5, failures = failures + 1, reason = ? WHERE sequence = ?",
                    [reason, entry.sequence])
            } else {
                try db.run("DELETE FROM ik_outgoing WHERE sequence = ?", [entry.sequence])
            }
            try show(.failed, reason, settlement)
        case .postponed(let until, let reason, let isFailure):
            guard entry.state != .unknown else { return .nothingToDo }
            try db.run(
                "UPDATE ik_outgoing SET state = 1, due_at = ?, failures = failures + ?, reason = ? WHERE sequence = ?",
                [until.microseconds, isFailure ? 1 : 0, reason, entry.sequence])
            return .messageSettled(entry.id, entry.conversation)
        }
        if entry.state != .unknown { try db.advance(entry.conversation.rawValue, of: installation, at: settlement.now) }
        return .messageSettled(entry.id, entry.conversation)
    }

    /// A status of the provider was here first: it knows better what became of the message, not which id it has.
    private func settleWithoutEntry(_ settlement: OutboxSettlement) throws -> ChangeOutcome {
        guard case .accepted(let status, let remoteID) = settlement.result else { return .nothingToDo }
        return try move(MessageMove(
            id: settlement.id, channel: nil, remoteID: remoteID, status: status, failure: nil, occurredAt: settlement.now))
    }

    /// Ends what the outbox knows of a message.
    func endOutgoing(_ id: MessageID, at now: Date) throws {
        let entry = try db.first(
            "SELECT sequence, state, conversation_id FROM ik_outgoing WHERE installation_id = ? AND message_id = ?\(db.dialect.forUpdate)",
            [installation, id.rawValue]
        ) { (sequence: try $0.integer(0), state: try $0.integer(1), conversation: try $0.text(2)) }
        guard let entry else { return }
        try db.run("DELETE FROM ik_outgoing WHERE sequence = ?", [entry.sequence])
        if [1, 2, 3].contains(entry.state) { try db.advance(entry.conversation, of: installation, at: now) }
    }

    private func show(_ status: Message.Status, _ failure: String?, _ settlement: OutboxSettlement) throws {
        try db.run(
            """
            UPDATE ik_message SET status = ?, failure = ?, moved_at = ?
            WHERE installation_id = ? AND id = ? AND status IN ('pending', 'unknown')
            """, [status.rawValue, failure, settlement.now.microseconds, installation, settlement.id.rawValue])
    }
}

// MARK: - Lanes

extension SQLSession {
    func lockMessage(_ place: SQLArguments) throws {
        guard dialect == .postgres else { return }
        try run("SELECT 1 FROM ik_message WHERE installation_id = ? AND id = ? FOR UPDATE", place)
    }

    func lockConversation(_ conversation: String, of installation: String) throws {
        try lock("outgoing\n\(installation)\n\(conversation)", isShared: false)
    }

    func hasUnfinished(_ conversation: String, of installation: String) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM ik_outgoing
            WHERE state IN (0, 1, 2, 3) AND installation_id = ? AND conversation_id = ? LIMIT 1
            """, [installation, conversation])
    }

    /// The head of a conversation is done: the next one goes ahead, unless two conversations have become one and the head
    /// of the other is still on its way.
    fileprivate func advance(_ conversation: String, of installation: String, at now: Date) throws {
        try lockConversation(conversation, of: installation)
        let isOther = try exists(
            """
            SELECT 1 FROM ik_outgoing WHERE state IN (1, 2, 3) AND installation_id = ? AND conversation_id = ? LIMIT 1
            """, [installation, conversation])
        if isOther { return }
        // What was never tried is due at once, whatever the clock said when it came.
        try run(
            """
            UPDATE ik_outgoing SET state = 1, due_at = CASE WHEN claims = 0 AND due_at > ? THEN ? ELSE due_at END
            WHERE state = 0 AND sequence = (
                SELECT sequence FROM ik_outgoing
                WHERE state IN (0, 1, 2, 3) AND installation_id = ? AND conversation_id = ?
                ORDER BY sequence LIMIT 1)
            """, [now.microseconds, now.microseconds, installation, conversation])
    }
}

let outgoingSelection = """
    SELECT sequence, message_id, installation_id, conversation_id, tool, arguments, state, claims, failures, queued_at,
        due_at, reason
    FROM ik_outgoing

    """

extension OutboxState {
    private static let stored: [OutboxState] = [.queued, .ready, .claimed, .sending, .unknown, .failed]

    /// What `ik_outgoing.state` holds.
    var number: Int64 { Int64(Self.stored.firstIndex(of: self) ?? 0) }

    fileprivate init?(number: Int64) {
        guard Self.stored.indices.contains(Int(number)) else { return nil }
        self = Self.stored[Int(number)]
    }
}

extension SQLRow {
    func outgoing() throws -> OutboxEntry {
        guard let state = OutboxState(number: try integer(6)) else { throw damage(6, "a state of the outbox") }
        return OutboxEntry(
            sequence: try integer(0), id: try id(1), installation: try id(2), conversation: try id(3), tool: try text(4),
            arguments: try json(5), state: state, claim: Int(try integer(7)), failures: Int(try integer(8)),
            queuedAt: try date(9), dueAt: try date(10), reason: try optional(11, text))
    }
}

extension OutboxEntry {
    fileprivate func claimed(until date: Date) -> OutboxEntry {
        OutboxEntry(
            sequence: sequence, id: id, installation: installation, conversation: conversation, tool: tool,
            arguments: arguments, state: .claimed, claim: claim + 1, failures: failures, queuedAt: queuedAt, dueAt: date,
            reason: reason)
    }
}
