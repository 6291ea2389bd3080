/// The instances of one model that refer to one instance of another: a to-many side of a relationship, read when it is
/// asked.
public struct RelatedInstances<M: Model>: Sendable {
    private let session: any PlatformSession
    /// nil for those of no instance, which are none.
    private let reference: FieldCondition<M>?

    init(session: any PlatformSession, reference: FieldCondition<M>?) {
        self.session = session
        self.reference = reference
    }

    /// Those of them that match, all of them.
    ///
    /// - Parameter order: Without one, by id.
    public func all(where conditions: FieldCondition<M>..., order: FieldOrder<M>...) async throws -> [M] {
        guard let reference else { return [] }
        return try await session.everyRecord(
            of: M.descriptor, matching: [reference.condition] + conditions.map(\.condition), order: order.map(\.order)
        ).map(M.init(record:))
    }

    /// The first of them that matches.
    public func first(where conditions: FieldCondition<M>..., order: FieldOrder<M>...) async throws -> M? {
        guard let reference else { return nil }
        let query = RecordQuery(
            conditions: [reference.condition] + conditions.map(\.condition), order: order.map(\.order), limit: 1)
        return try await session.records(of: M.descriptor, matching: query).first.map(M.init(record:))
    }

    public func count(where conditions: FieldCondition<M>...) async throws -> Int {
        guard let reference else { return 0 }
        let query = RecordQuery(conditions: [reference.condition] + conditions.map(\.condition))
        return try await session.count(of: M.descriptor, matching: query)
    }
}

extension ModelStore {
    /// The instance that a reference leads to; nil without a reference, and where it leads nowhere any more.
    public func referred<Other: Model>(to id: Identifier<Other>?) async throws -> Other? {
        guard let id else { return nil }
        return try await session.records(of: Other.descriptor, matching: .id(id.rawValue)).first.map(Other.init(record:))
    }

    /// The instances that references lead to, each loaded once.
    public func referred<Other: Model>(to ids: [Identifier<Other>?]) async throws -> RelatedLookup<Other> {
        let wanted = Array(Set(ids.compactMap(\.self))).sorted()
        var found: [Other] = []
        for start in stride(from: 0, to: wanted.count, by: RecordQuery.maximumLimit) {
            let part = wanted[start..<min(start + RecordQuery.maximumLimit, wanted.count)]
            let condition = RecordQuery.Condition(field: "id", operator: .isIn, value: .array(part.map(\.json)))
            let query = RecordQuery(conditions: [condition], limit: RecordQuery.maximumLimit)
            found += try await session.records(of: Other.descriptor, matching: query).map(Other.init(record:))
        }
        return RelatedLookup(found)
    }

    /// The instances that references lead to, each loaded once.
    public func referred<Other: Model>(to ids: [Identifier<Other>]) async throws -> RelatedLookup<Other> {
        try await referred(to: ids.map(Optional.some))
    }

    /// The instances of another model whose `field` refers to `id`; none without an id.
    public func related<Other: Model>(
        _ model: Other.Type, by field: Other.Field, to id: M.ID?
    ) -> RelatedInstances<Other> {
        RelatedInstances(session: session, reference: id.map { .equal(field, $0) })
    }
}

/// Instances by their ids: what the references of several instances lead to.
public struct RelatedLookup<M: Model>: Sendable {
    /// Each once, in no order that means something.
    public let instances: [M]
    private let byID: [M.ID: M]

    init(_ instances: [M]) {
        self.instances = instances
        byID = Dictionary(instances.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The instance of that id; nil without an id, and where it leads nowhere any more.
    public subscript(_ id: M.ID?) -> M? { id.flatMap { byID[$0] } }
}
