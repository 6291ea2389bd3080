#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit
public import Storage

// Duties towards people, and the deletion of what is theirs.
extension SQLStore {
    public func begin(_ duty: NewDuty) async throws(StorageError) -> Duty {
        try await write { db in
            let isNew = try db.changes(
                """
                INSERT INTO ik_duty (code, kind, webhook, request, requested_at, parts) VALUES (?, ?, ?, ?, ?, 0)
                ON CONFLICT (request) DO NOTHING
                """, [duty.code, duty.duty.rawValue, duty.webhook, duty.request, duty.now.microseconds])
            if isNew {
                let parts = try db.count(
                    """
                    INSERT INTO ik_duty_part (installation_id, code, due_at, failures)
                    SELECT DISTINCT installation_id, CAST(? AS TEXT), CAST(? AS bigint), 0 FROM ik_connection
                    WHERE account = ? AND connected_at <= ?
                    """, [duty.code, duty.now.microseconds, duty.account, duty.until.microseconds])
                try db.run(
                    "UPDATE ik_duty SET parts = ?, finished_at = ? WHERE code = ?",
                    [parts, parts == 0 ? duty.now.microseconds : nil, duty.code])
            }
            guard let noted = try db.first(dutySelection + "WHERE request = ?", [duty.request], { try $0.duty() }) else {
                throw StorageError.notFound(table: "duty", id: duty.code)
            }
            return noted
        }
    }

    public func duty(_ code: String) async throws(StorageError) -> Duty? {
        try await read { db in try db.first(dutySelection + "WHERE code = ?", [code]) { try $0.duty() } }
    }

    public func claimDutyParts(limit: Int, now: Date, leaseUntil: Date) async throws(StorageError) -> [DutyPart] {
        // Looking costs no lock, so idle workers disturb nobody.
        let isWork = try await read { db in
            try db.exists("SELECT 1 FROM ik_duty_part WHERE due_at <= ? LIMIT 1", [now.microseconds])
        }
        guard isWork else { return [] }
        return try await write { db in
            let due = try db.rows(
                """
                SELECT code, installation_id, failures FROM ik_duty_part WHERE due_at <= ?
                ORDER BY due_at, installation_id, code LIMIT ?\(db.dialect.forUpdateSkippingLocked)
                """, [now.microseconds, max(limit, 1)]
            ) { (code: try $0.text(0), installation: try $0.text(1), failures: Int(try $0.integer(2))) }
            return try due.compactMap { part in
                try db.run(
                    "UPDATE ik_duty_part SET due_at = ? WHERE installation_id = ? AND code = ?",
                    [leaseUntil.microseconds, part.installation, part.code])
                return try db.first("SELECT kind, webhook, requested_at FROM ik_duty WHERE code = ?", [part.code]) { row in
                    DutyPart(
                        code: part.code, duty: try row.complianceDuty(0), webhook: try row.text(1),
                        installation: InstallationID(part.installation), requestedAt: try row.date(2),
                        failures: part.failures)
                }
            }
        }
    }

    public func postpone(_ part: DutyPart, until date: Date, failures: Int) async throws(StorageError) {
        try await write { db in
            try db.run(
                "UPDATE ik_duty_part SET due_at = ?, failures = ? WHERE installation_id = ? AND code = ?",
                [date.microseconds, failures, part.installation.rawValue, part.code])
        }
    }

    public func eraseSome(of installation: InstallationID, limit: Int) async throws(StorageError) -> Bool {
        let tables = models.tables
        return try await write { db in try db.eraseContent(of: installation.rawValue, tables, limit: max(limit, 1)) }
    }

    public func purgeDuties(finishedBefore date: Date) async throws(StorageError) -> Int {
        try await write { db in
            try db.count("DELETE FROM ik_duty WHERE finished_at < ?", [date.microseconds])
        }
    }
}

/// One whose last installation was removed meanwhile is finished since nothing of it is left, whenever that was.
private let dutySelection = """
    SELECT code, kind, requested_at, COALESCE(finished_at, CASE WHEN EXISTS (
        SELECT 1 FROM ik_duty_part p WHERE p.code = ik_duty.code) THEN NULL ELSE requested_at END), parts FROM ik_duty
    """ + " "

extension SQLRow {
    fileprivate func complianceDuty(_ index: Int) throws -> ComplianceDuty {
        guard let duty = ComplianceDuty(rawValue: try text(index)) else { throw damage(index, "a duty") }
        return duty
    }

    fileprivate func duty() throws -> Duty {
        Duty(
            code: try text(0), duty: try complianceDuty(1), requestedAt: try date(2), finishedAt: try optional(3, date),
            parts: Int(try integer(4)))
    }
}

extension UnitOfWork {
    func finishDuty(_ code: String, at date: Date) throws -> ChangeOutcome {
        // Parts of one duty end one after the other, so that the last one knows that it is.
        _ = try db.first("SELECT 1 FROM ik_duty WHERE code = ?\(db.dialect.forUpdate)", [code]) { _ in true }
        let wasThere = try db.changes(
            "DELETE FROM ik_duty_part WHERE installation_id = ? AND code = ?", [installation, code])
        guard wasThere else { return .nothingToDo }
        let kind = try db.first("SELECT kind FROM ik_duty WHERE code = ?", [code]) { try $0.complianceDuty(0) }
        try db.record(
            AuditEntry(
                at: date, actor: "provider", action: kind == .deauthorize ? "end connection" : "delete personal data",
                subject: "\(installation) \(code)", result: "done"))
        try db.run(
            """
            UPDATE ik_duty SET finished_at = ?
            WHERE code = ? AND NOT EXISTS (SELECT 1 FROM ik_duty_part p WHERE p.code = ik_duty.code)
            """, [date.microseconds, code])
        return .done
    }

    /// All that the installation holds of people: what ``SQLSession/eraseContent(of:limit:)`` has left, channels,
    /// connections, and the personal fields of its instances.
    func erase() throws -> ChangeOutcome {
        let channels = try db.rows(
            "SELECT handle, identifier FROM ik_channel WHERE installation_id = ?", [installation]
        ) { (handle: try $0.text(0), identifier: try $0.text(1)) }
        // What is being split now is there before, or finds no channel any more.
        try db.lockForOpening(channels)
        while try db.eraseContent(of: installation, tables, limit: 10_000) {}
        // Events that came for its channels and found nobody.
        try db.run(
            """
            DELETE FROM ik_event WHERE state = 4 AND installation_id IS NULL AND EXISTS (
                SELECT 1 FROM ik_channel c WHERE c.installation_id = ? AND c.handle = ik_event.route_channel
                    AND c.identifier = ik_event.route_identifier)
            """, [installation])
        try db.run("DELETE FROM ik_channel WHERE installation_id = ?", [installation])
        try db.run("DELETE FROM ik_connection WHERE installation_id = ?", [installation])
        for table in tables.values.sorted(by: { $0.name < $1.name }) where table.model.extent == .installation {
            try erase(table)
        }
        // Those that personal fields have named until now.
        while try db.eraseFiles(of: installation, tables, limit: 100) {}
        return .done
    }

    /// An instance without a value that it must have goes as a whole.
    private func erase(_ table: ModelTable) throws {
        let personal = table.columns.filter { $0.field.personalData != nil || $0.field.isEncrypted }
        guard !personal.isEmpty else { return }
        guard personal.allSatisfy(\.isNullable) else {
            let ids = try db.rows("SELECT id FROM \(table.quoted) WHERE installation_id = ?", [installation]) { try $0.text(0) }
            for id in ids { try eraseInstance(id, table) }
            return
        }
        let settings = personal.map { "\($0.quoted) = NULL" }.joined(separator: ", ")
        try db.run("UPDATE \(table.quoted) SET \(settings) WHERE installation_id = ?", [installation])
    }

    /// Those that refer to it lose the reference, or go with it where they must have one.
    private func eraseInstance(_ id: String, _ table: ModelTable) throws {
        for (column, referrer) in referrers(to: table.model.handle) {
            let rows = "\(referrer.quoted) WHERE installation_id = ? AND \(column.quoted) = ?"
            if column.isNullable, column.field.reference?.onDelete != .cascade {
                try db.run(
                    "UPDATE \(referrer.quoted) SET \(column.quoted) = NULL WHERE installation_id = ? AND \(column.quoted) = ?",
                    [installation, id])
            } else {
                for other in try db.rows("SELECT id FROM \(rows)", [installation, id], { try $0.text(0) })
                where referrer.name != table.name || other != id {
                    try eraseInstance(other, referrer)
                }
            }
        }
        try db.run("DELETE FROM \(table.quoted) WHERE installation_id = ? AND id = ?", [installation, id])
    }
}

extension SQLSession {
    /// - Returns: whether there is more.
    fileprivate func eraseContent(
        of installation: String, _ tables: [String: ModelTable], limit: Int
    ) throws -> Bool {
        var isMore = false
        func note(_ count: Int) { if count >= limit { isMore = true } }
        // In the order in which workers take those of a lane.
        let events = try rows(
            "SELECT sequence FROM ik_event WHERE installation_id = ? ORDER BY sequence LIMIT ?", [installation, limit]
        ) { try $0.integer(0) }
        for event in events { try run("DELETE FROM ik_event WHERE sequence = ?", [event]) }
        note(events.count)
        func delete(_ table: String, _ key: String) throws {
            note(
                try count(
                    """
                    DELETE FROM \(table) WHERE installation_id = ? AND \(key) IN (
                        SELECT \(key) FROM \(table) WHERE installation_id = ? LIMIT ?)
                    """, [installation, installation, limit]))
        }
        try delete("ik_delivery", "sequence")
        try delete("ik_message", "sequence")
        // Their messages are gone, or go with them.
        if !isMore { try delete("ik_conversation", "id") }
        if !isMore { try run("DELETE FROM ik_call WHERE installation_id = ?", [installation]) }
        // A file has more to remove than a message.
        if !isMore { isMore = try eraseFiles(of: installation, tables, limit: (limit + 99) / 100) }
        return isMore
    }

    /// Those that no message and no field holds on to.
    ///
    /// - Returns: whether there is more.
    fileprivate func eraseFiles(of installation: String, _ tables: [String: ModelTable], limit: Int) throws -> Bool {
        try count(
            """
            DELETE FROM ik_file WHERE installation_id = ? AND id IN (
                SELECT id FROM ik_file WHERE installation_id = ? AND \(isUnused(tables)) LIMIT ?)
            """, [installation, installation, limit]) >= limit
    }
}
