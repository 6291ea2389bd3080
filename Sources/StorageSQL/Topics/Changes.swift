#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import IntegrationKit
public import Storage

// Units of work.
extension SQLStore {
    @discardableResult
    public func commit(
        _ changes: [StoreChange], in installation: InstallationID
    ) async throws(StorageError) -> [ChangeOutcome] {
        guard !changes.isEmpty else { return [] }
        for change in changes {
            switch change {
            case .putInstance(let write): _ = try models.table(of: write.model)
            case .deleteInstance(let model, _): _ = try models.table(of: model)
            case .openChannel, .mirrorChannel, .closeChannel, .addMessage, .moveMessage, .amendMessage, .changeAddress, .moveMessages,
                .describeMessage, .queueMessage, .settleMessage, .endCall, .nameMessage, .markConversationRead, .setEnvironment, .completeEvent, .putConnection,
                .keepConnection, .removeConnection, .endConnections, .erase, .finishDuty:
                break
            }
        }
        // All of them: those that are not written may refer to what is deleted.
        let tables = models.tables
        return try await write { db in
            try db.requireInstallation(installation)
            let unit = UnitOfWork(db: db, installation: installation.rawValue, tables: tables)
            try unit.lockInstances(of: changes)
            try unit.lockChannels(of: changes)
            try unit.lockAddresses(of: changes)
            return try changes.map { try unit.apply($0) }
        }
    }
}

/// The changes of one commit, inside its transaction.
struct UnitOfWork {
    let db: any SQLSession
    let installation: String
    let tables: [String: ModelTable]

    /// Locks the instances that are changed, all of them before the first and in one order: so two units never wait for
    /// each other.
    func lockInstances(of changes: [StoreChange]) throws {
        guard db.dialect == .postgres else { return }
        let instances = changes.compactMap { change -> (table: String, id: String)? in
            switch change {
            case .putInstance(let write): write.isNew ? nil : (ModelTable.prefix + write.model, write.id)
            case .deleteInstance(let model, let id): (ModelTable.prefix + model, id)
            default: nil
            }
        }
        guard instances.count > 1 else { return }
        for (table, id) in instances.sorted(by: <) {
            try db.run(
                "SELECT 1 FROM \(db.dialect.quoted(table)) WHERE installation_id = ? AND id = ? FOR UPDATE", [installation, id])
        }
    }

    func lockChannels(of changes: [StoreChange]) throws {
        try db.lockForOpening(
            changes.compactMap { change in
                switch change {
                case .openChannel(let channel), .mirrorChannel(let channel): (channel.handle, channel.identifier)
                case .closeChannel(let handle, let identifier, _): (handle, identifier)
                default: nil
                }
            })
    }

    func apply(_ change: StoreChange) throws -> ChangeOutcome {
        switch change {
        case .putInstance(let write): try put(write)
        case .deleteInstance(let model, let id): try delete(id, from: model)
        case .openChannel(let channel): try open(channel)
        case .closeChannel(let handle, let identifier, let closure): try close(handle, identifier, closure)
        case .mirrorChannel(let channel): try mirror(channel)
        case .addMessage(let message): try add(message)
        case .moveMessage(let move): try self.move(move)
        case .amendMessage(let amend): try self.amend(amend)
        case .changeAddress(let change, let channel): try self.change(change, on: channel)
        case .moveMessages(let receipt, let channel, let date): try move(receipt, on: channel, at: date)
        case .describeMessage(let id, let description): try describe(id, description)
        case .queueMessage(let entry): try queue(entry)
        case .settleMessage(let settlement): try settle(settlement)
        case .endCall(let key, let tool, let answer): try end(key, of: tool, answer)
        case .nameMessage(let id, let key, let tool, let date): try name(id, key: key, tool: tool, claimedAt: date)
        case .markConversationRead(let id): try markRead(id)
        case .setEnvironment(let values): try set(values)
        case .completeEvent(let id, let date): try complete(id, at: date)
        case .putConnection(let connection): try put(connection)
        case .keepConnection(let connection): try keep(connection)
        case .removeConnection(let handle): try removeConnection(handle)
        case .endConnections(let date): try endConnections(at: date)
        case .erase: try erase()
        case .finishDuty(let code, let date): try finishDuty(code, at: date)
        }
    }

    // MARK: Instances

    private func put(_ write: InstanceWrite) throws -> ChangeOutcome {
        guard let table = tables[write.model] else {
            throw StorageError.incompatibleSchema(["the store was not prepared for the model \(write.model)"])
        }
        var names: [String] = []
        var values: [SQLValue] = []
        for (handle, value) in write.values {
            guard let column = table.column(handle) else {
                throw StorageError.invalidRequest("\(handle) is not a field of \(write.model)")
            }
            if value.isNull, !column.isNullable {
                throw StorageError.invalidRequest("\(write.model).\(handle) must have a value")
            }
            try requireTarget(of: value, in: column)
            names.append(column.quoted)
            values.append(try column.encoded(value))
        }
        let now = SQLValue.moment(write.now.microseconds)
        if write.isNew {
            let columns = ModelTable.systemColumns + names
            let marks = columns.map { _ in "?" }.joined(separator: ", ")
            try db.run(
                "INSERT INTO \(table.quoted) (\(columns.joined(separator: ", "))) VALUES (\(marks))",
                [installation, write.id, now, now, now] + SQLArguments(values))
        } else {
            let times = write.writer == .workplace ? ["updated_at"] : ["updated_at", "refreshed_at"]
            let settings = (times + names).map { "\($0) = ?" }.joined(separator: ", ")
            let isThere = try db.changes(
                "UPDATE \(table.quoted) SET \(settings) WHERE installation_id = ? AND id = ?",
                SQLArguments(times.map { _ in now }) + SQLArguments(values) + [installation, write.id])
            guard isThere else { throw StorageError.notFound(table: write.model, id: write.id) }
        }
        return .done
    }

    // MARK: Environment and calls

    private func set(_ values: [String: [UInt8]?]) throws -> ChangeOutcome {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            if let value {
                try db.run(
                    """
                    INSERT INTO ik_environment (installation_id, name, value) VALUES (?, ?, ?)
                    ON CONFLICT (installation_id, name) DO UPDATE SET value = excluded.value
                    """, [installation, name, value.sqlValue])
            } else {
                try db.run("DELETE FROM ik_environment WHERE installation_id = ? AND name = ?", [installation, name])
            }
        }
        return .done
    }

    private func end(_ key: String, of tool: String, _ answer: JSON?) throws -> ChangeOutcome {
        try db.endCall(key, tool: tool, in: installation, answer: answer)
        return .done
    }

    private func name(_ id: MessageID, key: String, tool: String, claimedAt: Date) throws -> ChangeOutcome {
        let isOurs = try db.changes(
            """
            UPDATE ik_call SET answer = ?
            WHERE installation_id = ? AND tool = ? AND key = ? AND started_at = ? AND answer IS NULL
            """,
            [
                JSON.object(["message": .string(id.rawValue)]).serialized(), installation, tool, key, claimedAt.microseconds,
            ])
        guard isOurs else { throw StorageError.conflict(table: "call", columns: ["key"]) }
        return .done
    }

    // MARK: Events

    /// An event that was completed before makes the whole unit fail: its writes are there already, put there by
    /// another worker that had the event while this one was away for longer than its lease.
    private func complete(_ id: EventID, at date: Date) throws -> ChangeOutcome {
        let lane = try db.first(
            """
            UPDATE ik_event SET state = 3, failure = NULL, settled_at = ? WHERE id = ? AND installation_id = ? AND state <> 3
            RETURNING webhook, ordering_key
            """, [date.microseconds, id.rawValue, installation]
        ) { Lane(installation: installation, webhook: try $0.text(0), orderingKey: try $0.text(1)) }
        guard let lane else {
            guard try db.exists("SELECT 1 FROM ik_event WHERE id = ? AND installation_id = ?", [id.rawValue, installation])
            else { throw StorageError.notFound(table: "event", id: id.rawValue) }
            throw StorageError.conflict(table: "event", columns: ["id"])
        }
        try db.moveOn(lane, now: date)
        return .done
    }
}

extension SQLSession {
    /// - Throws: ``StorageError/notFound(table:id:)`` when the installation is gone.
    func requireInstallation(_ id: InstallationID) throws {
        guard try exists("SELECT 1 FROM ik_installation WHERE id = ?\(dialect.keepingIt)", [id.rawValue]) else {
            throw StorageError.notFound(table: "installation", id: id.rawValue)
        }
    }
}
