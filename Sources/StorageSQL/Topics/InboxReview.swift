#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
import IntegrationKit
public import Storage

private let largestPage = 500

// What operators see of the inbox and do with its dead letters.
extension SQLStore {
    public func inbox(_ filter: InboxFilter, after: Int64?, limit: Int) async throws(StorageError) -> [InboxItem] {
        let query = ReviewQuery(filter, after: after)
        return try await read { db in
            try db.rows(
                "\(query.selection) WHERE \(query.condition) ORDER BY i.sequence DESC LIMIT ?",
                query.arguments + [min(max(limit, 1), largestPage)]
            ) { try $0.inboxItem(filter.subject) }
        }
    }

    public func inboxItem(_ id: String) async throws(StorageError) -> InboxDetail? {
        try await read { db in
            for subject in InboxSubject.allCases {
                let table = ReviewTable(subject)
                let found = try db.first("\(table.selection(with: table.content)) WHERE i.id = ?", [id]) { row in
                    let content = subject == .events ? Array(try row.text(12).utf8) : try row.bytes(12)
                    return (
                        item: try row.inboxItem(subject), content: content, delivery: try row.optional(13, row.text)
                    )
                }
                guard let found else { continue }
                let failures = try db.rows(
                    "SELECT attempt, failed_at, reason FROM ik_failure WHERE \(table.failureColumn) = ? ORDER BY sequence",
                    [id]
                ) { InboxFailure(attempt: Int(try $0.integer(0)), at: try $0.date(1), reason: try $0.text(2)) }
                return InboxDetail(
                    item: found.item, content: found.content, delivery: found.delivery, failures: failures)
            }
            return nil
        }
    }

    public func settle(
        _ choice: DeadLetterChoice, by action: DeadLetterAction, actor: String, now: Date
    ) async throws(StorageError) -> Int {
        try await write { db in
            let ids: [String]
            switch choice {
            case .these(let these): ids = Array(these.prefix(largestPage))
            case .all(var filter, let deadBefore):
                if filter.state != .unrouted { filter.state = .dead }
                let query = ReviewQuery(filter, after: nil)
                ids = try db.rows(
                    "SELECT i.id FROM \(query.table.from) WHERE \(query.condition) AND i.settled_at < ? "
                        + "ORDER BY i.sequence LIMIT \(largestPage)",
                    query.arguments + [deadBefore.microseconds]
                ) { try $0.text(0) }
            }
            guard !ids.isEmpty else { return 0 }
            let count = try db.settleEvents(ids, action, now) + db.settleDeliveries(ids, action, now)
            if count > 0 {
                try db.record(AuditEntry(
                    at: now, actor: actor, action: action.rawValue, subject: choice.words,
                    result: count == 1 ? "1 dead letter" : "\(count) dead letters"))
            }
            return count
        }
    }

    public func inboxAges() async throws(StorageError) -> InboxAges {
        try await read { db in
            InboxAges(
                unsplitSince: try db.first(
                    "SELECT received_at FROM ik_delivery WHERE state = 0 ORDER BY sequence LIMIT 1") { try $0.date(0) },
                // Added to, so that the smallest is looked for among the unfinished and not along the whole history.
                waitingSince: try db.first(
                    """
                    SELECT d.received_at FROM ik_event e JOIN ik_delivery d ON d.id = e.delivery
                    WHERE e.sequence = (SELECT min(sequence + 0) FROM ik_event WHERE state IN (0, 1, 2))
                    """) { try $0.date(0) })
        }
    }
}

extension SQLSession {
    /// The row of a delivery's failed try; nothing for one that does not wait any more.
    func noteFailure(of delivery: DeliveryID, reason: String, now: Date) throws {
        try run(
            """
            INSERT INTO ik_failure (delivery, attempt, failed_at, reason)
            SELECT id, failures + 1, ?, ? FROM ik_delivery WHERE id = ? AND state = 0
            """, [now.microseconds, reason, delivery.rawValue])
    }

    fileprivate func settleEvents(_ ids: [String], _ action: DeadLetterAction, _ now: Date) throws -> Int {
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let dead = try rows(
            """
            SELECT id, installation_id, webhook, ordering_key FROM ik_event WHERE id IN (\(marks)) AND state = 4
            ORDER BY sequence\(dialect.forUpdate)
            """, SQLArguments(ids.map(\.sqlValue))
        ) { row in
            let lane = Lane(
                installation: try row.optional(1, row.text) ?? "", webhook: try row.text(2), orderingKey: try row.text(3))
            return (id: try row.text(0), lane: lane.name)
        }
        switch action {
        case .discard:
            for event in dead {
                // What belongs to nobody is found by nobody who deletes what is theirs: its content goes at once.
                try run(
                    """
                    UPDATE ik_event SET state = 3, discarded_at = ?, settled_at = ?,
                        content = CASE WHEN installation_id IS NULL THEN 'null' ELSE content END
                    WHERE id = ?
                    """, [now.microseconds, now.microseconds, event.id])
            }
            return dead.count
        case .replay:
            // By lanes, which are locked one after the other: see `Lanes.swift`.
            return try dead.sorted { $0.lane < $1.lane }.count { try replay(EventID($0.id), now: now) }
        }
    }

    fileprivate func settleDeliveries(_ ids: [String], _ action: DeadLetterAction, _ now: Date) throws -> Int {
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let change: String
        var arguments: SQLArguments = []
        switch action {
        case .discard:
            change = "state = 1, body = ?, discarded_at = ?, settled_at = ?"
            arguments = [[UInt8](), now.microseconds, now.microseconds]
        case .replay: change = "state = 0, failures = 0, due_at = 0, settled_at = received_at"
        }
        return try count(
            "UPDATE ik_delivery SET \(change) WHERE id IN (\(marks)) AND state = 2",
            arguments + SQLArguments(ids.map(\.sqlValue)))
    }
}

extension DeadLetterChoice {
    /// For the audit log.
    var words: String {
        switch self {
        case .these(let ids): ids.count <= 5 ? ids.joined(separator: " ") : "\(ids.prefix(5).joined(separator: " ")) …"
        case .all(let filter, _):
            ([
                filter.state == .unrouted ? "all unrouted \(filter.subject.rawValue)" : "all \(filter.subject.rawValue)",
                filter.installation.map { "of \($0)" }, filter.webhook.map { "for \($0)" },
                filter.kind.map { "of kind \($0)" },
                filter.receivedSince.map { "since \(Timestamp.text($0))" },
                filter.receivedBefore.map { "before \(Timestamp.text($0))" },
            ] as [String?]).compactMap { $0 }.joined(separator: ", ")
        }
    }
}

/// Where one subject's rows are, as `i`.
private struct ReviewTable {
    let subject: InboxSubject

    init(_ subject: InboxSubject) { self.subject = subject }

    var from: String {
        switch subject {
        case .events: "ik_event i LEFT JOIN ik_delivery d ON d.id = i.delivery"
        case .deliveries: "ik_delivery i"
        }
    }

    var receivedAt: String {
        switch subject {
        // Of an event that outlived its delivery, what is known.
        case .events: "COALESCE(d.received_at, i.occurred_at, i.due_at)"
        case .deliveries: "i.received_at"
        }
    }

    var content: String { subject == .events ? "i.content, i.delivery" : "i.body, NULL" }

    var failureColumn: String { subject == .events ? "event" : "delivery" }

    func selection(with more: String? = nil) -> String {
        let own =
            switch subject {
            case .events: "i.kind, i.claims, i.failure"
            case .deliveries: "NULL, i.failures, i.reason"
            }
        return "SELECT i.sequence, i.id, i.state, i.webhook, i.installation_id, \(receivedAt), i.settled_at, i.due_at, "
            + "i.discarded_at, \(own)" + (more.map { ", \($0)" } ?? "") + " FROM \(from)"
    }

    /// With the conditions of the indexes over unfinished work in them.
    func condition(_ state: InboxState) -> String {
        switch (subject, state) {
        case (.events, .waiting): "i.state IN (0, 1, 2) AND i.state <> 2"
        case (.events, .running): "i.state IN (1, 2) AND i.state = 2"
        case (.events, .done): "i.state = 3 AND i.discarded_at IS NULL"
        case (.events, .dead): "i.state = 4 AND i.installation_id IS NOT NULL"
        case (.events, .unrouted): "i.state = 4 AND i.installation_id IS NULL"
        case (.events, .discarded): "i.state = 3 AND i.discarded_at IS NOT NULL"
        case (.deliveries, .waiting): "i.state = 0"
        case (.deliveries, .running), (.deliveries, .unrouted): "i.state < 0"
        case (.deliveries, .done): "i.state = 1 AND i.discarded_at IS NULL"
        case (.deliveries, .dead): "i.state = 2"
        case (.deliveries, .discarded): "i.state = 1 AND i.discarded_at IS NOT NULL"
        }
    }
}

private struct ReviewQuery {
    let table: ReviewTable
    private(set) var condition = "1 = 1"
    private(set) var arguments: SQLArguments = []

    init(_ filter: InboxFilter, after: Int64?) {
        table = ReviewTable(filter.subject)
        if let state = filter.state { condition += " AND \(table.condition(state))" }
        add("i.installation_id = ?", filter.installation?.rawValue)
        add("i.webhook = ?", filter.webhook)
        switch filter.subject {
        case .events: add("i.kind = ?", filter.kind)
        // None has a kind.
        case .deliveries: if filter.kind != nil { condition += " AND 1 = 0" }
        }
        add("\(table.receivedAt) < ?", filter.receivedBefore?.microseconds)
        add("\(table.receivedAt) >= ?", filter.receivedSince?.microseconds)
        add("i.sequence < ?", after)
    }

    var selection: String { table.selection() }

    private mutating func add(_ clause: String, _ value: (any SQLConvertible)?) {
        guard let value else { return }
        condition += " AND \(clause)"
        arguments = arguments + [value]
    }
}

extension SQLRow {
    fileprivate func inboxItem(_ subject: InboxSubject) throws -> InboxItem {
        let state = try integer(2)
        let isDiscarded = !isNull(8)
        let isSettled = subject == .events ? state >= EventState.done.rawValue : state >= 1
        return InboxItem(
            sequence: try integer(0), subject: subject, id: try text(1),
            state: subject == .events ? Self.event(state, isDiscarded, isRouted: !isNull(4)) : Self.delivery(state, isDiscarded),
            webhook: try text(3), installation: try optional(4, id), kind: try optional(9, text),
            receivedAt: try date(5), settledAt: isSettled ? try optional(6, date) : nil,
            dueAt: isSettled ? nil : try optional(7, date), attempts: Int(try integer(10)), failure: try optional(11, text))
    }

    private static func event(_ state: Int64, _ isDiscarded: Bool, isRouted: Bool) -> InboxState {
        switch EventState(rawValue: state) {
        case .queued, .ready, nil: .waiting
        case .running: .running
        case .done: isDiscarded ? .discarded : .done
        case .dead: isRouted ? .dead : .unrouted
        }
    }

    private static func delivery(_ state: Int64, _ isDiscarded: Bool) -> InboxState {
        switch state {
        case 0: .waiting
        case 2: .dead
        default: isDiscarded ? .discarded : .done
        }
    }
}
