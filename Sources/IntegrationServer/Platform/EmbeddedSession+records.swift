#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
package import IntegrationKit
internal import Storage

extension EmbeddedSession {
    package func records(
        of model: ModelDescriptor, matching query: RecordQuery
    ) async throws(PlatformFailure) -> [Record] {
        try model.check(query)
        let query = settledIDs.apply(to: query, of: model)
        guard let overlay = overlays[model.handle] else { return try await stored(model, query) }
        var wide = query
        wide.offset = 0
        let rows = try await stored(model, wide, atLeast: query.offset + query.limit + overlay.extraRows)
        // The overlay may have grown while the store answered.
        return (overlays[model.handle] ?? overlay).merged(with: rows, query: query, model: model)
    }

    package func count(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> Int {
        try model.check(query)
        let query = settledIDs.apply(to: query, of: model)
        let id = installation.id
        let stored = try await asking { store throws(StorageError) in
            try await store.count(of: model, in: id, matching: query)
        }
        guard let overlay = overlays[model.handle] else { return stored }
        let touched = RecordQuery(
            conditions: query.conditions + [
                .init(field: "id", operator: .isIn, value: .array(overlay.written.keys.map { .string($0) }))
            ],
            limit: RecordQuery.maximumLimit)
        let replaced = try await self.stored(model, touched, atLeast: overlay.written.count).count
        return stored - replaced + overlay.matching(query, of: model)
    }

    package func write(
        _ change: RecordChange, to model: ModelDescriptor, as writer: FieldOwner
    ) async throws(PlatformFailure) -> Record {
        try requireOpen()
        let change = change.with(settledIDs.apply(to: change.values))
        try await links.check(change.values, of: model, in: self)
        try await checkFiles(in: change.values, of: model)
        // Nothing is awaited between the look at what is there and the write.
        let missing = await links.missingRequirement(of: model, in: self)
        switch change {
        case .create(let values):
            if model.isSingleton, try await existing(in: model, RecordQuery(limit: 1)) != nil {
                throw .conflict(what: model.label, field: "installation")
            }
            if let missing { throw missing }
            return try insert(values, into: model, as: writer)
        case .upsert(let values):
            let conditions = try identity(of: values, in: model)
            guard let record = try await existing(in: model, RecordQuery(conditions: conditions, limit: 1)) else {
                if let missing { throw missing }
                return try insert(values, into: model, as: writer, mayExist: true)
            }
            return try update(record, values, in: model, as: writer)
        case .set(let values):
            guard let record = try await existing(in: model, RecordQuery(limit: 1)) else {
                if let missing { throw missing }
                return try insert(values, into: model, as: writer, mayExist: true)
            }
            return try update(record, values, in: model, as: writer)
        case .update(let id, let values):
            guard let record = try await existing(in: model, .id(settledIDs[id])) else {
                throw .notFound(what: model.label, id: id)
            }
            return try update(record, values, in: model, as: writer)
        }
    }

    package func delete(_ id: String, from model: ModelDescriptor) async throws(PlatformFailure) -> Bool {
        try requireOpen()
        let id = settledIDs[id]
        guard try await existing(in: model, .id(id)) != nil else { return false }
        try await links.checkDeletion(of: id, from: model, in: self)
        overlays[model.handle, default: RecordOverlay()].remove(id)
        stage(.deleteInstance(model: model.handle, id: id))
        try await links.release(id, of: model, in: self)
        return true
    }

    // MARK: Writing

    /// - Parameter mayExist: Whether the instance is to be updated should another unit of work insert it meanwhile.
    private func insert(
        _ values: JSONObject, into model: ModelDescriptor, as writer: FieldOwner, mayExist: Bool = false
    ) throws(PlatformFailure) -> Record {
        let admitted = try model.admit(values, from: writer, isNew: true)
        let now = instanceTime()
        let id = ids.make(Self.instancePrefix, at: now)
        let record = Record(id: id, values: Self.withoutNulls(admitted), createdAt: now, updatedAt: now)
        try put(record, written: admitted, isNew: true, in: model, as: writer)
        if mayExist { insertions[id] = Insertion(model: model, values: values, writer: writer) }
        return record
    }

    private func update(
        _ current: Record, _ values: JSONObject, in model: ModelDescriptor, as writer: FieldOwner
    ) throws(PlatformFailure) -> Record {
        let admitted = try model.admit(values, from: writer, isNew: false)
        try model.checkIdentity(of: current.values, survives: admitted)
        var all = current.values
        for (field, value) in admitted {
            if value.isNull { all[field] = nil } else { all[field] = value }
        }
        let now = instanceTime()
        let record = Record(
            id: current.id, values: all, createdAt: current.createdAt, updatedAt: now,
            refreshedAt: writer == .workplace ? current.refreshedAt : now)
        try put(record, written: admitted, isNew: false, in: model, as: writer)
        return record
    }

    private func put(
        _ record: Record, written: JSONObject, isNew: Bool, in model: ModelDescriptor, as writer: FieldOwner
    ) throws(PlatformFailure) {
        let values = try sealed(written, of: model, record: record.id)
        overlays[model.handle, default: RecordOverlay()].put(record)
        stage(.putInstance(InstanceWrite(
            model: model.handle, id: record.id, isNew: isNew, values: values, writer: writer, now: record.updatedAt)))
    }

    func sealed(
        _ values: JSONObject, of model: ModelDescriptor, record: String
    ) throws(PlatformFailure) -> JSONObject {
        var sealed = values
        for field in model.fields where field.isEncrypted {
            guard let value = values[field.handle], !value.isNull else { continue }
            do {
                sealed[field.handle] = try sealer.seal(
                    value, field: field.handle, of: model.handle, record: record, in: installation.id)
            } catch {
                throw PlatformFailure(error)
            }
        }
        return sealed
    }

    /// Whole milliseconds, as times are spelled everywhere: what is compared here and in the store is the same.
    private func instanceTime() -> Date {
        Date(timeIntervalSince1970: (clock().timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }

    /// The one instance that the query finds. What the session wrote while the store was asked is seen.
    private func existing(in model: ModelDescriptor, _ query: RecordQuery) async throws(PlatformFailure) -> Record? {
        if let record = try await records(of: model, matching: query).first { return record }
        return overlays[model.handle]?.merged(with: [], query: query, model: model).first
    }

    func identity(
        of values: JSONObject, in model: ModelDescriptor
    ) throws(PlatformFailure) -> [RecordQuery.Condition] {
        let missing = model.identity.filter { values[$0]?.isNull ?? true }
        guard missing.isEmpty, !model.identity.isEmpty else {
            throw .invalid(InvalidValue(missing.map { ValueProblem(path: $0, message: "is required") }))
        }
        return model.identity.map { RecordQuery.Condition(field: $0, value: values[$0] ?? .null) }
    }

    // MARK: Reading

    /// Rows of the store, opened. More than one page of them is read when `atLeast` asks for more.
    func stored(
        _ model: ModelDescriptor, _ query: RecordQuery, atLeast: Int? = nil
    ) async throws(PlatformFailure) -> [Record] {
        let id = installation.id
        var rows: [Record] = []
        var page = query
        repeat {
            if let atLeast { page.limit = min(RecordQuery.maximumLimit, max(1, atLeast - rows.count)) }
            let part = try await asking { [page] store throws(StorageError) in
                try await store.records(of: model, in: id, matching: page)
            }
            rows += part
            page.offset += part.count
            if part.count < page.limit { break }
        } while rows.count < atLeast ?? 0
        return try opened(rows, of: model)
    }

    func opened(_ rows: [Record], of model: ModelDescriptor) throws(PlatformFailure) -> [Record] {
        let encrypted = model.fields.filter(\.isEncrypted)
        guard !encrypted.isEmpty else { return rows }
        var result: [Record] = []
        for var row in rows {
            for field in encrypted {
                guard let sealed = row.values[field.handle], !sealed.isNull else { continue }
                do {
                    row.values[field.handle] = try sealer.open(
                        sealed, field: field.handle, of: model.handle, record: row.id, in: installation.id)
                } catch {
                    throw PlatformFailure(error)
                }
            }
            result.append(row)
        }
        return result
    }

    private static func withoutNulls(_ values: JSONObject) -> JSONObject {
        JSONObject(values.filter { !$0.value.isNull })
    }
}
