import IntegrationKit

extension CoreAccess {
    /// The most instances that are asked for at once.
    public static var instancesPerPage: Int { 100 }

    /// `instance.list`: one page. Secrets are not among what it gives.
    ///
    /// - Parameter page: From 1.
    public func instances(
        of model: String, matching filter: CoreFilter = CoreFilter(), page: Int = 1, limit: Int = instancesPerPage
    ) async throws(CoreFailure) -> CorePage<CoreInstance> {
        var parameters = filter.parameters(limit: limit)
        parameters["modelHandle"] = .string(model)
        parameters["page"] = page.json
        let answer = try await call("instance.list", parameters, .repeatable)
        let instances: [CoreInstance] = try answer.list()
        // Without word of more, a full page may have one behind it; an empty one has not.
        let hasMore = answer.pagination?["hasMore"]?.boolValue ?? (instances.count >= limit)
        return CorePage(
            elements: instances, hasMore: hasMore && !instances.isEmpty,
            total: answer.pagination?["total"]?.int64Value.map { Int($0) })
    }

    /// `instance.list`, page by page to its end.
    ///
    /// - Parameter maximum: A longer list is refused: an answer that never ends is none.
    /// - Throws: ``CoreFailure/unreadable(status:reason:)`` for a list that is too long, or that begins anew.
    public func allInstances(
        of model: String, matching filter: CoreFilter = CoreFilter(), maximum: Int = 100_000
    ) async throws(CoreFailure) -> [CoreInstance] {
        var all: [CoreInstance] = []
        var seen: Set<String> = []
        var page = 1
        while true {
            let part = try await instances(of: model, matching: filter, page: page)
            let new = part.elements.filter { seen.insert($0.id).inserted }
            all += new
            guard part.hasMore else { return all }
            // What was inserted meanwhile can push an instance onto the next page; a page of nothing else begins anew.
            guard !new.isEmpty else {
                throw .unreadable(status: 200, reason: "the pages of \(model) repeat themselves without an end")
            }
            guard max(all.count, part.total ?? 0) <= maximum else {
                throw .unreadable(status: 200, reason: "there are more than \(maximum) instances of \(model)")
            }
            page += 1
        }
    }

    /// `instance.get`.
    ///
    /// - Parameter withSecrets: Whether the instance's own variables are wanted too.
    public func instance(
        _ id: String, of model: String, withSecrets: Bool = false
    ) async throws(CoreFailure) -> CoreInstance? {
        var parameters: JSONObject = ["modelHandle": .string(model), "id": .string(id)]
        if withSecrets { parameters["includeEnv"] = true }
        do throws(CoreFailure) {
            return try await call("instance.get", parameters, .repeatable).optional()
        } catch {
            if case .refused(let refusal) = error, refusal.isNotFound { return nil }
            throw error
        }
    }

    /// `instance.create`. Made twice, there are two.
    public func createInstance(_ draft: CoreDraft, of model: String) async throws(CoreFailure) -> CoreInstance {
        try await call("instance.create", draft.parameters(["modelHandle": .string(model)]), .once).value()
    }

    /// `instance.update`: the named fields, all others stay.
    public func updateInstance(
        _ id: String, _ draft: CoreDraft, of model: String
    ) async throws(CoreFailure) -> CoreInstance {
        let parameters = draft.parameters(["modelHandle": .string(model), "id": .string(id)])
        return try await call("instance.update", parameters, .repeatable).value()
    }

    /// `instance.delete`. - Returns: false when there was none.
    public func deleteInstance(_ id: String, of model: String) async throws(CoreFailure) -> Bool {
        do throws(CoreFailure) {
            return try await call(
                "instance.delete", ["modelHandle": .string(model), "id": .string(id)], .repeatable
            ).member("deleted")
        } catch {
            if case .refused(let refusal) = error, refusal.isNotFound { return false }
            throw error
        }
    }

    // MARK: Many

    /// `instance.createMany`.
    public func createInstances(_ drafts: [CoreDraft], of model: String) async throws(CoreFailure) -> CoreBatch {
        let items = drafts.map { $0.item() }
        return try CoreBatch(
            await call("instance.createMany", ["modelHandle": .string(model), "items": .array(items)], .once),
            key: "created")
    }

    /// `instance.updateMany`.
    public func updateInstances(
        _ drafts: [(id: String, draft: CoreDraft)], of model: String
    ) async throws(CoreFailure) -> CoreBatch {
        let items = drafts.map { $0.draft.item(["id": .string($0.id)]) }
        return try CoreBatch(
            await call("instance.updateMany", ["modelHandle": .string(model), "items": .array(items)], .repeatable),
            key: "updated")
    }

    /// `instance.upsertMany`: creates, or updates the instance that has the same value in one field.
    public func upsertInstances(
        _ drafts: [CoreDraft], of model: String, matching field: String
    ) async throws(CoreFailure) -> CoreBatch {
        let parameters: JSONObject = [
            "modelHandle": .string(model), "items": .array(drafts.map { $0.item() }), "matchField": .string(field),
        ]
        return try CoreBatch(await call("instance.upsertMany", parameters, .repeatable), key: "results")
    }

    /// `instance.deleteMany` by ids.
    ///
    /// - Returns: the ids of those that were there.
    public func deleteInstances(
        _ ids: [String], of model: String
    ) async throws(CoreFailure) -> (deleted: [String], problems: [CoreBatch.Problem]) {
        let answer = try await call(
            "instance.deleteMany", ["modelHandle": .string(model), "ids": ids.json], .repeatable)
        return (try answer.member("deleted"), try answer.list("errors"))
    }

    // MARK: Configuration

    /// `instance.getConfiguredModels`: which models the workplace has set up.
    public func configuredModels(among models: [String]) async throws(CoreFailure) -> Set<String> {
        let answer = try await call("instance.getConfiguredModels", ["modelHandles": models.json], .repeatable)
        return Set(models.filter { answer.data[$0]?.boolValue == true })
    }

    /// `instance.isConfigured`.
    public func isConfigured(_ model: String) async throws(CoreFailure) -> Bool {
        try await call("instance.isConfigured", ["modelHandle": .string(model)], .repeatable).member("configured")
    }
}

extension CoreRefusal {
    /// Whether it says that there is no such thing.
    public var isNotFound: Bool { status == 404 || has("NOT_FOUND") }
    /// Whether it says that there is such a thing already.
    public var isConflict: Bool { status == 409 || has("CONFLICT") || has("ALREADY_EXISTS") || has("DUPLICATE") }
}
