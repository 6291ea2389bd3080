internal import IntegrationKit

/// What a unit of work has written to one model and not yet committed, laid over what the store has. Which instances
/// match and how they are ordered is decided by ``RecordQuery``'s own rules, which are those of the store.
struct RecordOverlay {
    /// By id; nil for an instance that was removed.
    private(set) var written: [String: Record?] = [:]

    mutating func put(_ record: Record) { written[record.id] = .some(record) }
    mutating func remove(_ id: String) { written[id] = .some(nil) }

    /// How many rows more than the query's limit must be read so that enough are left.
    var extraRows: Int { written.count }

    /// - Parameter stored: All rows that match the query in the store, in its order, from the first on: at least
    ///   `offset + limit + extraRows` of them if there are so many.
    func merged(with stored: [Record], query: RecordQuery, model: ModelDescriptor) -> [Record] {
        query.page(of: stored.filter { written[$0.id] == nil } + written.values.compactMap { $0 }, of: model)
    }

    /// How many of the written instances match.
    func matching(_ query: RecordQuery, of model: ModelDescriptor) -> Int {
        written.values.count { record in record.map { query.matches($0, of: model) } ?? false }
    }
}
