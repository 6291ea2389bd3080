/// The instances of one model in one installation, as a handler sees them.
///
/// Reads see the handler's own writes. Nothing is visible to others before the handler has returned.
public struct ModelStore<M: Model>: Sendable {
    let session: any PlatformSession

    public init(session: any PlatformSession) {
        self.session = session
    }

    // MARK: Reading

    /// The instance, or nil when this installation has none with this id.
    public func find(_ id: M.ID) async throws -> M? {
        try await session.records(of: M.descriptor, matching: .id(id.rawValue)).first.map(M.init(record:))
    }

    /// The first instance that matches.
    public func first(where conditions: FieldCondition<M>..., order: FieldOrder<M>...) async throws -> M? {
        let query = RecordQuery(conditions: conditions.map(\.condition), order: order.map(\.order), limit: 1)
        return try await session.records(of: M.descriptor, matching: query).first.map(M.init(record:))
    }

    /// Every instance that matches, however many there are. They are read page by page: one that somebody else adds or
    /// deletes meanwhile may or may not be among them, all others are, each once.
    ///
    /// - Parameter order: Without one, by id.
    public func all(where conditions: FieldCondition<M>..., order: FieldOrder<M>...) async throws -> [M] {
        try await session.everyRecord(
            of: M.descriptor, matching: conditions.map(\.condition), order: order.map(\.order)
        ).map(M.init(record:))
    }

    /// One page of the instances that match.
    ///
    /// - Parameter limit: 1 to ``RecordQuery/maximumLimit``.
    public func page(
        where conditions: FieldCondition<M>..., order: FieldOrder<M>..., limit: Int = 100, offset: Int = 0
    ) async throws -> [M] {
        let query = RecordQuery(
            conditions: conditions.map(\.condition), order: order.map(\.order), limit: limit, offset: offset)
        return try await session.records(of: M.descriptor, matching: query).map(M.init(record:))
    }

    public func count(where conditions: FieldCondition<M>...) async throws -> Int {
        try await session.count(of: M.descriptor, matching: RecordQuery(conditions: conditions.map(\.condition)))
    }

    // MARK: Writing

    /// - Throws: ``PlatformFailure/conflict(what:field:)`` when a unique field has this value already.
    @discardableResult
    public func create(_ fields: M.AppFields) async throws -> M {
        try await write(.create(fields.values.withoutNulls))
    }

    /// Changes the APP fields of one instance. Only what differs afterwards is written, so that two handlers which
    /// change different fields do not lose each other's work.
    @discardableResult
    public func update(_ id: M.ID, _ change: (inout M.AppFields) throws -> Void) async throws -> M {
        guard let current = try await find(id) else {
            throw PlatformFailure.notFound(what: M.descriptor.label, id: id.rawValue)
        }
        var fields = current.appFields
        try change(&fields)
        let difference = fields.values.differences(from: current.appFields.values)
        return difference.isEmpty ? current : try await write(.update(id: id.rawValue, difference))
    }

    /// - Returns: false when there was no such instance.
    @discardableResult
    public func delete(_ id: M.ID) async throws -> Bool {
        try await session.delete(id.rawValue, from: M.descriptor)
    }

    private func write(_ change: RecordChange) async throws -> M {
        try M(record: await session.write(change, to: M.descriptor, as: .app))
    }
}

extension ModelStore where M: IdentifiedModel {
    /// Creates the instance, or updates the one with the same identity. WORKPLACE fields stay as they are.
    @discardableResult
    public func upsert(_ fields: M.AppFields) async throws -> M {
        try await write(.upsert(fields.values))
    }
}

extension ModelStore where M: SingletonModel {
    /// The one instance, or nil before it was first set.
    public func get() async throws -> M? {
        try await first()
    }

    /// Writes all APP fields of the one instance and creates it when there is none.
    @discardableResult
    public func set(_ fields: M.AppFields) async throws -> M {
        try await write(.set(fields.values))
    }
}

/// The right of the workplace's people to write WORKPLACE fields, given to handlers that act for them: those of form
/// submissions. It is a capability that is passed, not a flag that is checked: an agent's or a webhook's context has none.
public struct WorkplaceWriter: Sendable {
    private let session: any PlatformSession

    public init(session: any PlatformSession) {
        self.session = session
    }

    @discardableResult
    public func write<M: Model>(_ fields: M.WorkplaceFields, to id: M.ID, of model: M.Type = M.self) async throws -> M {
        try M(record: await session.write(.update(id: id.rawValue, fields.values), to: M.descriptor, as: .workplace))
    }
}

/// A condition on a field of `M`.
public struct FieldCondition<M: Model>: Sendable {
    let condition: RecordQuery.Condition

    public init(_ field: M.Field, _ operator: RecordQuery.Condition.Operator, _ value: any JSONConvertible) {
        condition = .init(field: field.handle, operator: `operator`, value: value.json)
    }

    public static func equal(_ field: M.Field, _ value: any JSONConvertible) -> Self {
        Self(field, .equal, value)
    }
}

public struct FieldOrder<M: Model>: Sendable {
    let order: RecordQuery.Order

    public static func ascending(_ field: M.Field) -> Self { Self(order: .init(field: field.handle)) }
    public static func descending(_ field: M.Field) -> Self {
        Self(order: .init(field: field.handle, descending: true))
    }
}

extension JSONObject {
    /// The members that have a value.
    var withoutNulls: JSONObject {
        var result = JSONObject()
        for (key, value) in self where !value.isNull { result[key] = value }
        return result
    }

    /// The members of `self` whose value is another one in `old`.
    func differences(from old: JSONObject) -> JSONObject {
        var result = JSONObject()
        for (key, value) in self where old[key] != value { result[key] = value }
        return result
    }
}
