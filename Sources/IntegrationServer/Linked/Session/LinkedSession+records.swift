package import IntegrationKit
internal import SkedyulAPI

// Reading.
extension LinkedSession {
    package func records(
        of model: ModelDescriptor, matching query: RecordQuery
    ) async throws(PlatformFailure) -> [Record] {
        try model.check(query)
        let query = ids.apply(to: query, of: model)
        let rows = try await matching(query, of: model)
        // The overlay may have grown while the platform answered.
        let overlay = overlays[model.handle] ?? RecordOverlay()
        let page = overlay.merged(with: rows, query: query, model: model)
        guard model.hasSecrets else { return page }
        let stored = page.filter { overlay.written[$0.id] == nil }.map(\.id)
        let whole = try await recordsWithSecrets(stored, of: model)
        return page.compactMap { overlay.written[$0.id] ?? whole[$0.id] }
    }

    package func count(of model: ModelDescriptor, matching query: RecordQuery) async throws(PlatformFailure) -> Int {
        try model.check(query)
        let query = ids.apply(to: query, of: model)
        if query.conditions.isEmpty, overlays[model.handle] == nil {
            let page = try await asking(about: model.label, .reading) { access throws(CoreFailure) in
                try await access.instances(of: model.handle, limit: 1)
            }
            if let total = page.total, overlays[model.handle] == nil { return total }
        }
        let stored = try await matching(query, of: model)
        guard let overlay = overlays[model.handle] else { return stored.count }
        return stored.count { overlay.written[$0.id] == nil } + overlay.matching(query, of: model)
    }

    /// All that the platform has and that matches, without secrets, in no order.
    private func matching(_ query: RecordQuery, of model: ModelDescriptor) async throws(PlatformFailure) -> [Record] {
        guard !query.isImpossible else { return [] }
        let instances: [CoreInstance]
        if let id = query.wantedID {
            guard !SettledIDs.isProvisional(id) else { return [] }
            instances = try await asking(about: model.label, id: id, .reading) { access throws(CoreFailure) in
                try await access.instance(id, of: model.handle).map { [$0] } ?? []
            }
        } else {
            let filter = CoreFilter(query, of: model)
            instances = try await asking(about: model.label, .reading) { access throws(CoreFailure) in
                try await access.allInstances(of: model.handle, matching: filter)
            }
        }
        return try instances.map { instance throws(PlatformFailure) in try record(instance, of: model) }
            .filter { query.matches($0, of: model) }
    }

    /// - Throws: when the instance is another tenant's. That cannot be, for the token is one of this installation; should
    ///   it be nevertheless, nobody gets to see it.
    func record(_ instance: CoreInstance, of model: ModelDescriptor) throws(PlatformFailure) -> Record {
        if let owner = instance.appInstallationID, owner != installation.id.rawValue {
            log.critical("the platform gave an instance of another installation; it was not used")
            throw .unavailable(reason: "the platform gave an instance that is not this installation's")
        }
        return Record(instance, of: model)
    }

    /// `instance.list` keeps secrets back, so they are asked for one by one, several at a time.
    func recordsWithSecrets(
        _ ids: [String], of model: ModelDescriptor
    ) async throws(PlatformFailure) -> [String: Record] {
        typealias Answer = Result<CoreInstance?, PlatformFailure>
        let answers = await withTaskGroup(of: Answer.self) { group in
            var rest = ids[...]
            var answers: [Answer] = []
            func ask() {
                guard let id = rest.popFirst() else { return }
                group.addTask {
                    do throws(PlatformFailure) {
                        return .success(
                            try await self.asking(about: model.label, id: id, .reading) { access throws(CoreFailure) in
                                try await access.instance(id, of: model.handle, withSecrets: true)
                            })
                    } catch {
                        return .failure(error)
                    }
                }
            }
            for _ in 0..<8 { ask() }
            for await answer in group {
                answers.append(answer)
                ask()
            }
            return answers
        }
        var records: [String: Record] = [:]
        for answer in answers {
            // One that was deleted meanwhile is not there.
            guard let instance = try answer.get() else { continue }
            records[instance.id] = try record(instance, of: model)
        }
        return records
    }
}
