/// How long the store's transactions take, for metrics.
public struct StoreMeter: Sendable {
    public enum Operation: String, Hashable, Sendable, CaseIterable { case read, write }

    private let record: @Sendable (Operation, Duration, _ isFailure: Bool) -> Void

    /// - Parameter record: Called after each transaction, on any thread.
    public init(_ record: @escaping @Sendable (Operation, Duration, _ isFailure: Bool) -> Void) {
        self.record = record
    }

    /// Measures nothing.
    public static let none = StoreMeter { _, _, _ in }

    /// Runs a transaction and measures it, the wait for its turn included.
    public func measure<Value: Sendable>(
        _ operation: Operation, _ body: () async throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        let start = ContinuousClock.now
        do {
            let value = try await body()
            record(operation, .now - start, false)
            return value
        } catch {
            record(operation, .now - start, true)
            throw error
        }
    }
}
