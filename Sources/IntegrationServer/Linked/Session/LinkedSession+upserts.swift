internal import IntegrationKit
internal import SkedyulAPI

/// What a unit of work knows of a model of which it upserts many instances.
enum UpsertedModel: Sendable {
    /// So many were looked for one by one.
    case lookedFor(times: Int)
    /// All that there were, without secrets.
    case known([Record])
    /// They are too many.
    case tooLarge
}

extension LinkedSession {
    /// After so many that were looked for one by one, all are read at once: a handler that brings a hundred instances up to
    /// date asks a few times, not a hundred times.
    private static var patience: Int { 3 }
    /// Above this many, instances are looked for one by one.
    private static var knownLimit: Int { 5_000 }

    /// The instance that an upsert is about. Should it be out of date by the end, nothing is lost by it: what somebody has
    /// created meanwhile is found by the platform, and what somebody has deleted is not there to be changed.
    func existingForUpsert(in model: ModelDescriptor, _ query: RecordQuery) async throws(PlatformFailure) -> Record? {
        try model.check(query)
        if let written = written(in: model, query) { return written }
        switch upserted[model.handle] ?? .lookedFor(times: 0) {
        case .lookedFor(let times) where times < Self.patience:
            upserted[model.handle] = .lookedFor(times: times + 1)
        case .lookedFor: try await learn(model)
        case .known, .tooLarge: break
        }
        guard case .known(let records) = upserted[model.handle] else { return try await existing(in: model, query) }
        let isUntouched = { [overlay = overlays[model.handle]] (record: Record) in overlay?.written[record.id] == nil }
        let found = records.first { isUntouched($0) && query.matches($0, of: model) }
        guard let found, model.hasSecrets else { return written(in: model, query) ?? found }
        let whole = try await recordsWithSecrets([found.id], of: model)[found.id]
        return written(in: model, query) ?? whole
    }

    /// What the session itself has written, if it matches.
    func written(in model: ModelDescriptor, _ query: RecordQuery) -> Record? {
        overlays[model.handle]?.merged(with: [], query: query, model: model).first
    }

    private func learn(_ model: ModelDescriptor) async throws(PlatformFailure) {
        let first = try await asking(about: model.label, .reading) { access throws(CoreFailure) in
            try await access.instances(of: model.handle, limit: 1)
        }
        guard let total = first.total, total <= Self.knownLimit else {
            upserted[model.handle] = .tooLarge
            return
        }
        let instances = try await asking(about: model.label, .reading) { access throws(CoreFailure) in
            try await access.allInstances(of: model.handle)
        }
        upserted[model.handle] = .known(try instances.map { instance throws(PlatformFailure) in try record(instance, of: model) })
    }
}
