extension PlatformSession {
    /// Every instance that matches, however many pages they are.
    ///
    /// Pages begin after the last id of the one before, not at a number of instances: what is deleted meanwhile makes
    /// none be left out.
    package func everyRecord(
        of model: ModelDescriptor, matching conditions: [RecordQuery.Condition], order: [RecordQuery.Order] = []
    ) async throws(PlatformFailure) -> [Record] {
        var records: [Record] = []
        var page = RecordQuery(conditions: conditions, order: [.init(field: "id")], limit: RecordQuery.maximumLimit)
        while true {
            let part = try await self.records(of: model, matching: page)
            records += part
            guard part.count == page.limit, let last = part.last else { break }
            page.conditions = conditions + [.init(field: "id", operator: .greater, value: .string(last.id))]
        }
        guard !order.isEmpty else { return records }
        let wanted = RecordQuery(order: order)
        return records.sorted { wanted.places($0, before: $1, of: model) }
    }
}
