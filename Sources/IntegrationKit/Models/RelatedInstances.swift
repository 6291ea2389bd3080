/// The instances of one model that refer to one instance of another: a to-many side of a relationship, read when it is
/// asked.
public struct RelatedInstances<M: Model>: Sendable {
    private let session: any PlatformSession
    private let reference: FieldCondition<M>

    init(session: any PlatformSession, reference: FieldCondition<M>) {
        self.session = session
        self.reference = reference
    }

    /// Those of them that match.
    ///
    /// - Parameter limit: 1 to ``RecordQuery/maximumLimit``.
    public func all(
        where conditions: FieldCondition<M>..., order: FieldOrder<M>..., limit: Int = 100, offset: Int = 0
    ) async throws -> [M] {
        let query = RecordQuery(
            conditions: [reference.condition] + conditions.map(\.condition), order: order.map(\.order), limit: limit,
            offset: offset)
        return try await session.records(of: M.descriptor, matching: query).map(M.init(record:))
    }

    /// The first of them that matches.
    public func first(where conditions: FieldCondition<M>..., order: FieldOrder<M>...) async throws -> M? {
        let query = RecordQuery(
            conditions: [reference.condition] + conditions.map(\.condition), order: order.map(\.order), limit: 1)
        return try await session.records(of: M.descriptor, matching: query).first.map(M.init(record:))
    }

    public func count(where conditions: FieldCondition<M>...) async throws -> Int {
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

    /// The instances of another model whose `field` refers to `id`.
    public func related<Other: Model>(
        _ model: Other.Type, by field: Other.Field, to id: M.ID
    ) -> RelatedInstances<Other> {
        RelatedInstances(session: session, reference: .equal(field, id))
    }
}
