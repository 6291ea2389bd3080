import GRDB
import Storage
import Synchronization

/// The writes of this process, in the order in which they were asked for.
///
/// Whoever asks while a transaction is being written to disk waits for the next one, and shares it with all others who
/// asked meanwhile: a sync to disk costs milliseconds, the writes microseconds. Inside the shared transaction each
/// write has a savepoint of its own, so that one which fails takes nothing with it.
final class WriteQueue: Sendable {
    /// Writes that share one transaction at most: more would only delay the first of them.
    static let maximumBatch = 128

    private struct State {
        var waiting: [any PendingWrite] = []
        /// Whether a run of the queue is scheduled on the writing thread.
        var isScheduled = false
        var isClosed = false
    }

    private let connection: any DatabaseWriter
    private let patience: Duration
    private let state = Mutex(State())

    init(connection: any DatabaseWriter, patience: Duration) {
        self.connection = connection
        self.patience = patience
    }

    var isClosed: Bool { state.withLock(\.isClosed) }

    /// Runs `body` in a transaction; returns when it is durable.
    func perform<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(StorageError) -> T {
        let deadline = ContinuousClock.now + patience
        let result: Result<T, StorageError> = await withCheckedContinuation { continuation in
            let write = Write(deadline: deadline, body: body, continuation: continuation)
            if !enqueue(write) { continuation.resume(returning: .failure(.closed)) }
        }
        return try result.get()
    }

    /// Refuses further writes, and returns when those that were accepted are done.
    ///
    /// - Returns: false when that had been done before.
    func finish() async -> Bool {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard wasOpen else { return false }
        let _: Result<Void, StorageError> = await withCheckedContinuation { continuation in
            let last = Write(deadline: .now + patience, body: { _ in }, continuation: continuation)
            _ = enqueue(last, isLast: true)
        }
        return true
    }

    private func enqueue(_ write: any PendingWrite, isLast: Bool = false) -> Bool {
        let (isAccepted, mustSchedule) = state.withLock { state in
            guard !state.isClosed || isLast else { return (false, false) }
            state.waiting.append(write)
            defer { state.isScheduled = true }
            return (true, !state.isScheduled)
        }
        if mustSchedule { schedule() }
        return isAccepted
    }

    private func schedule() {
        connection.asyncWriteWithoutTransaction { [self] db in
            let batch = state.withLock { state in
                let batch = Array(state.waiting.prefix(Self.maximumBatch))
                state.waiting.removeFirst(batch.count)
                return batch
            }
            WriteTransaction(db: db).run(batch)
            let isMore = state.withLock { state in
                state.isScheduled = !state.waiting.isEmpty
                return state.isScheduled
            }
            if isMore { schedule() }
        }
    }
}

/// One write that waits for its turn.
protocol PendingWrite: Sendable {
    var deadline: ContinuousClock.Instant { get }
    /// May be called more than once: what counts is the last run before ``finish(_:)``.
    func run(_ db: Database) throws
    /// Answers the caller: with what the last run gave, unless there is a failure. Called once.
    func finish(_ failure: StorageError?)
}

private final class Write<T: Sendable>: PendingWrite {
    let deadline: ContinuousClock.Instant
    private let body: @Sendable (Database) throws -> T
    private let continuation: CheckedContinuation<Result<T, StorageError>, Never>
    private let outcome = Mutex<Result<T, StorageError>>(.failure(.unavailable("the write was not carried out")))

    init(
        deadline: ContinuousClock.Instant, body: @escaping @Sendable (Database) throws -> T,
        continuation: CheckedContinuation<Result<T, StorageError>, Never>
    ) {
        self.deadline = deadline
        self.body = body
        self.continuation = continuation
    }

    func run(_ db: Database) throws {
        let value = try body(db)
        outcome.withLock { $0 = .success(value) }
    }

    func finish(_ failure: StorageError?) {
        continuation.resume(returning: failure.map { .failure($0) } ?? outcome.withLock { $0 })
    }
}
