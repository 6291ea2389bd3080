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
        for (id, update) in updates { settledIDs.settle(id, as: update.id) }
        var resolved: [StoreChange] = []
        for change in changes { resolved.append(try self.resolved(change, by: updates)) }
        return resolved
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
            values = settledIDs.apply(to: values)
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
