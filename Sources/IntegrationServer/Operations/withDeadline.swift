/// The work took longer than it may.
package struct DeadlinePassed: Error, Hashable, Sendable {}

/// Runs the work and cancels it when the time is over. Waits for it to end either way, so that nothing runs on unseen.
///
/// - Throws: what the work throws; ``DeadlinePassed`` when the time was over before it had returned.
package func withDeadline<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        var hasExpired = false
        while true {
            do {
                guard let first = try await group.next() else { throw DeadlinePassed() }
                if let value = first { return value }
                hasExpired = true
                group.cancelAll()
            } catch {
                // A cancelled sleep ends with the caller's cancellation; the work's own error says more.
                throw hasExpired && error is CancellationError ? DeadlinePassed() : error
            }
        }
    }
}
