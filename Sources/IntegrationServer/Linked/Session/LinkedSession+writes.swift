package import IntegrationKit

// Writing. The rules are those of the embedded platform: ownership, identity, required values, relationships.
extension LinkedSession {
    package func write(
        _ change: RecordChange, to model: ModelDescriptor, as writer: FieldOwner
    ) async throws(PlatformFailure) -> Record {
        try requireOpen()
        let change = change.with(ids.apply(to: change.values))
        try await links.check(change.values, of: model, in: self)
        // Nothing is awaited between the look at what is there and the write.
        let missing = await links.missingRequirement(of: model, in: self)
        switch change {
        case .create(let values):
            if model.isSingleton, try await existing(in: model, RecordQuery(limit: 1)) != nil {
                throw .conflict(what: model.label, field: "installation")
            }
            if let missing { throw missing }
            return try insert(values, into: model, as: writer, .create)
        case .upsert(let values):
            let query = RecordQuery(conditions: try identity(of: values, in: model), limit: 1)
            if let record = try await existingForUpsert(in: model, query) { return try update(record, values, in: model, as: writer) }
            if let missing { throw missing }
            let way: RecordWrite.Way = model.identity.count == 1 ? .upsert(matching: model.identity[0]) : .create
            return try insert(values, into: model, as: writer, way)
        case .set(let values):
            if let record = try await existing(in: model, RecordQuery(limit: 1)) {
                return try update(record, values, in: model, as: writer)
            }
            if let missing { throw missing }
            return try insert(values, into: model, as: writer, .create)
        case .update(let id, let values):
            guard let record = try await existing(in: model, .id(id)) else {
                throw .notFound(what: model.label, id: id)
            }
            return try update(record, values, in: model, as: writer)
        }
    }

    package func delete(_ id: String, from model: ModelDescriptor) async throws(PlatformFailure) -> Bool {
        try requireOpen()
        let id = ids[id]
        guard try await existing(in: model, .id(id)) != nil else { return false }
        try await links.checkDeletion(of: id, from: model, in: self)
        overlays[model.handle, default: RecordOverlay()].remove(id)
        pending.removeAll { if case .record(let write) = $0 { write.id == id } else { false } }
        if !SettledIDs.isProvisional(id) { stage(.delete(id: id, model: model)) }
        try await links.release(id, of: model, in: self)
        return true
    }

    private func insert(
        _ values: JSONObject, into model: ModelDescriptor, as writer: FieldOwner, _ way: RecordWrite.Way
    ) throws(PlatformFailure) -> Record {
        let admitted = JSONObject(try model.admit(values, from: writer, isNew: true).filter { !$0.value.isNull })
        let now = platform.clock()
        let record = Record(id: provisionalID(), values: admitted, createdAt: now, updatedAt: now)
        var sent = admitted
        if way != .create {
            // Should somebody have created it meanwhile, the other side's values stay; the platform knows their defaults.
            sent = JSONObject(admitted.filter { model.field($0.key)?.owner.admits(writer) ?? false })
        }
        put(record, written: sent, in: model, way)
        return record
    }

    private func update(
        _ current: Record, _ values: JSONObject, in model: ModelDescriptor, as writer: FieldOwner
    ) throws(PlatformFailure) -> Record {
        let admitted = try model.admit(values, from: writer, isNew: false)
        try model.checkIdentity(of: current.values, survives: admitted)
        var all = current.values
        for (field, value) in admitted { all[field] = value.isNull ? nil : value }
        let now = platform.clock()
        let record = Record(
            id: current.id, values: all, createdAt: current.createdAt, updatedAt: now,
            refreshedAt: writer == .workplace ? current.refreshedAt : now)
        put(record, written: admitted, in: model, .update)
        return record
    }

    private func put(_ record: Record, written: JSONObject, in model: ModelDescriptor, _ way: RecordWrite.Way) {
        overlays[model.handle, default: RecordOverlay()].put(record)
        let write = RecordWrite(
            model: model, id: record.id, way: way, values: model.open(written),
            secrets: model.secrets(of: record.values, written: written))
        if !joined(write) { stage(.record(write)) }
    }

    /// Adds an update to the write of the same instance that waits already, if what it refers to is there by then.
    private func joined(_ write: RecordWrite) -> Bool {
        guard write.way == .update,
            !write.values.contains(where: { SettledIDs.isProvisional($0.value.stringValue ?? "") })
        else { return false }
        for index in pending.indices.reversed() {
            guard case .record(var earlier) = pending[index], earlier.id == write.id else { continue }
            for (field, value) in write.values {
                earlier.values[field] = earlier.way == .update || !value.isNull ? value : nil
            }
            earlier.secrets = write.secrets ?? earlier.secrets
            pending[index] = .record(earlier)
            return true
        }
        return false
    }

    /// The one instance that the query finds. What the session wrote while the platform was asked is seen.
    func existing(in model: ModelDescriptor, _ query: RecordQuery) async throws(PlatformFailure) -> Record? {
        if let record = try await records(of: model, matching: query).first { return record }
        return written(in: model, query)
    }

    private func identity(
        of values: JSONObject, in model: ModelDescriptor
    ) throws(PlatformFailure) -> [RecordQuery.Condition] {
        let missing = model.identity.filter { values[$0]?.isNull ?? true }
        guard missing.isEmpty, !model.identity.isEmpty else {
            throw .invalid(InvalidValue(missing.map { ValueProblem(path: $0, message: "is required") }))
        }
        return model.identity.map { RecordQuery.Condition(field: $0, value: values[$0] ?? .null) }
    }
}
