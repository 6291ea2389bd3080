internal import IntegrationKit
internal import Storage

/// An instance that a unit of work inserted because there was none to update, as the handler asked for it.
struct Insertion: Sendable {
    let model: ModelDescriptor
    let values: JSONObject
    let writer: FieldOwner
}

extension EmbeddedSession {
    /// The same changes with every insertion made an update whose instance another unit of work has inserted meanwhile,
    /// so that two who upsert the same at the same time both succeed: the later one updates.
    ///
    /// - Returns: nil when there is no such instance, and committing again would fail again.
    func resolvingInsertions(in changes: [StoreChange]) async throws(PlatformFailure) -> [StoreChange]? {
        var updates: [String: (id: String, values: JSONObject)] = [:]
        for (id, insertion) in insertions {
            let model = insertion.model
            var query = RecordQuery(limit: 1)
            if !model.isSingleton { query.conditions = try identity(of: insertion.values, in: model) }
            guard let present = try await stored(model, query).first else { continue }
            // Defaults are for new instances only: what is there keeps its values.
            let admitted = try model.admit(insertion.values, from: insertion.writer, isNew: false)
            updates[id] = (present.id, try sealed(admitted, of: model, record: present.id))
        }
        guard !updates.isEmpty else { return nil }
        for (id, update) in updates { replacedIDs[id] = update.id }
        var resolved: [StoreChange] = []
        for change in changes { resolved.append(try self.resolved(change, by: updates)) }
        return resolved
    }

    /// The query with the ids that instances have now, for handlers that know them under the ids of their insertion.
    func withPresentIDs(_ query: RecordQuery, of model: ModelDescriptor) -> RecordQuery {
        guard !replacedIDs.isEmpty else { return query }
        var query = query
        query.conditions = query.conditions.map { condition in
            let isID = condition.field == "id" || model.field(condition.field)?.reference != nil
            guard isID, let text = condition.value.stringValue, let id = replacedIDs[text] else { return condition }
            return .init(field: condition.field, operator: condition.operator, value: .string(id))
        }
        return query
    }

    /// The change with references to the ids that instances have now.
    func withPresentReferences(_ change: RecordChange, of model: ModelDescriptor) -> RecordChange {
        guard !replacedIDs.isEmpty else { return change }
        var values = change.values
        for field in model.fields where field.reference != nil {
            guard let text = values[field.handle]?.stringValue, let id = replacedIDs[text] else { continue }
            values[field.handle] = .string(id)
        }
        return change.with(values)
    }

    private func resolved(
        _ change: StoreChange, by updates: [String: (id: String, values: JSONObject)]
    ) throws(PlatformFailure) -> StoreChange {
        switch change {
        case .putInstance(let write):
            var values = write.values
            if let update = updates[write.id] {
                values = write.isNew ? update.values : try resealed(write, as: update.id)
            }
            // Other instances may have noted the id.
            for (field, value) in values {
                if let text = value.stringValue, let update = updates[text] { values[field] = .string(update.id) }
            }
            let known = updates[write.id]
            return .putInstance(InstanceWrite(
                model: write.model, id: known?.id ?? write.id, isNew: write.isNew && known == nil, values: values,
                writer: write.writer, now: write.now))
        case .deleteInstance(let model, let id):
            return .deleteInstance(model: model, id: updates[id]?.id ?? id)
        default: return change
        }
    }

    /// Sealed values are bound to their instance.
    private func resealed(_ write: InstanceWrite, as id: String) throws(PlatformFailure) -> JSONObject {
        guard let model = insertions[write.id]?.model else { return write.values }
        let row = Record(id: write.id, values: write.values, createdAt: write.now, updatedAt: write.now)
        let clear = try opened([row], of: model).first?.values ?? write.values
        return try sealed(clear, of: model, record: id)
    }
}
