import Synchronization

/// Carries one response from the engine's thread to its reader.
final class BodyPipe: Sendable {
    typealias Head = (status: Int, headers: HTTPHeaders)

    private struct State {
        var head: Head?
        var pieces: [[UInt8]] = []
        var size = 0
        /// The thread was told to stop, and waits to be told to go on.
        var isFull = false
        var end: Result<Void, HTTPFailure>?
        var headWaiter: CheckedContinuation<Result<Head, HTTPFailure>, Never>?
        var waiter: CheckedContinuation<Result<[UInt8]?, HTTPFailure>, Never>?
    }

    private let state = Mutex(State())
    /// Called when there is room again.
    private let resume: @Sendable () -> Void

    init(resume: @escaping @Sendable () -> Void) { self.resume = resume }

    // MARK: The thread's side

    /// The final answer has begun. May be said again.
    func begin(_ head: Head) {
        let waiter = state.withLock { state -> CheckedContinuation<Result<Head, HTTPFailure>, Never>? in
            guard state.head == nil else { return nil }
            state.head = head
            return state.headWaiter.take()
        }
        waiter?.resume(returning: .success(head))
    }

    /// - Returns: false when there is no room: the same piece is to be offered again after ``resume``.
    func offer(_ piece: UnsafeRawBufferPointer) -> Bool {
        let (isTaken, waiter) = state.withLock { state in
            guard state.size < HTTPBody.capacity else {
                state.isFull = true
                return (false, nil as CheckedContinuation<Result<[UInt8]?, HTTPFailure>, Never>?)
            }
            if let waiter = state.waiter.take() { return (true, waiter) }
            state.pieces.append(Array(piece))
            state.size += piece.count
            return (true, nil)
        }
        waiter?.resume(returning: .success(Array(piece)))
        return isTaken
    }

    func end(_ end: Result<Void, HTTPFailure>) {
        let (headWaiter, waiter) = state.withLock { state in
            if state.end == nil { state.end = end }
            return (state.headWaiter.take(), state.waiter.take())
        }
        switch end {
        case .success:
            // The head came before the end of a whole answer.
            waiter?.resume(returning: .success(nil))
        case .failure(let failure):
            headWaiter?.resume(returning: .failure(failure))
            waiter?.resume(returning: .failure(failure))
        }
    }

    // MARK: The reader's side

    func head() async -> Result<Head, HTTPFailure> {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Result<Head, HTTPFailure>? in
                if let head = state.head { return .success(head) }
                if case .failure(let failure) = state.end { return .failure(failure) }
                state.headWaiter = continuation
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// nil: the body is whole. One reader at a time.
    func next() async -> Result<[UInt8]?, HTTPFailure> {
        await withCheckedContinuation { continuation in
            let (known, isRoom) = state.withLock { state -> (Result<[UInt8]?, HTTPFailure>?, Bool) in
                if !state.pieces.isEmpty {
                    let piece = state.pieces.removeFirst()
                    state.size -= piece.count
                    guard state.isFull, state.size < HTTPBody.capacity / 2 else { return (.success(piece), false) }
                    state.isFull = false
                    return (.success(piece), true)
                }
                if let end = state.end { return (end.map { nil }, false) }
                state.waiter = continuation
                return (nil, false)
            }
            if isRoom { resume() }
            if let known { continuation.resume(returning: known) }
        }
    }
}
