import Storage
import StorageSQL
import Synchronization

/// Something to do on a connection.
protocol Work: Sendable {
    /// It is not begun later.
    var deadline: ContinuousClock.Instant { get }
    /// May be called more than once: what counts is the last run.
    func run(on connection: Connection) throws
    func mayRunAgain(after error: any Error, tries: Int, onFresh isFresh: Bool) -> Bool
    /// Answers the caller with what the last run gave. One of these two is called, once.
    func finish()
    func fail(_ error: StorageError)
}

/// A body that reads, or a transaction.
final class Body<T: Sendable>: Work {
    private struct State {
        var caller: CheckedContinuation<Result<T, StorageError>, Never>?
        var value: T?
        var isCancelled = false
        /// Whether the server was asked to commit: from then on only it knows.
        var isCommitting = false
    }

    let deadline: ContinuousClock.Instant
    private let isTransaction: Bool
    private let body: @Sendable (any SQLSession) throws -> T
    private let state = Mutex(State())

    init(
        isTransaction: Bool, deadline: ContinuousClock.Instant, body: @escaping @Sendable (any SQLSession) throws -> T
    ) {
        self.isTransaction = isTransaction
        self.deadline = deadline
        self.body = body
    }

    /// The body's value, when it has been carried out.
    func result(in pool: WorkPool) async -> Result<T, StorageError> {
        await withCheckedContinuation { caller in
            let isCancelled = state.withLock { state in
                if !state.isCancelled { state.caller = caller }
                return state.isCancelled
            }
            if isCancelled { return caller.resume(returning: .failure(.cancelled)) }
            pool.enqueue(self)
        }
    }

    /// Answers the caller; what a thread is doing for it meanwhile is not looked at any more.
    func cancel() {
        state.withLock { $0.isCancelled = true }
        answer(.failure(.cancelled))
    }

    func run(on connection: Connection) throws {
        if state.withLock(\.isCancelled) { return }
        state.withLock { $0.isCommitting = false }
        let session = PostgresSession(connection, isTransaction: isTransaction)
        guard isTransaction else {
            let value = try body(session)
            return state.withLock { $0.value = value }
        }
        try connection.send("BEGIN")
        let value = try body(session)
        try connection.send("COMMIT")
        state.withLock { state in
            state.value = value
            state.isCommitting = true
        }
        try connection.synchronize()
    }

    /// A transaction that was rolled back for others' sake is run again, and so is anything that failed because the
    /// connection had died while nobody looked. Not one whose commit may have been carried out.
    func mayRunAgain(after error: any Error, tries: Int, onFresh isFresh: Bool) -> Bool {
        guard let failure = error as? PostgresFailure, deadline > .now else { return false }
        if failure.isConnection {
            return tries == 1 && !isFresh && !(isTransaction && state.withLock(\.isCommitting))
        }
        return isTransaction && (failure.isCollision ? tries < 6 : failure.mayBeRace && tries == 1)
    }

    func finish() {
        guard let value = state.withLock(\.value) else { return fail(.cancelled) }
        answer(.success(value))
    }

    func fail(_ error: StorageError) { answer(.failure(error)) }

    private func answer(_ result: Result<T, StorageError>) {
        let caller = state.withLock { state in
            defer { state.caller = nil }
            return state.caller
        }
        caller?.resume(returning: result)
    }
}
