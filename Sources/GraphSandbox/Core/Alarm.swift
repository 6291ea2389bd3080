import Synchronization

/// A bell that one task waits for and anybody may ring. Ringing while nobody waits is remembered once.
final class Alarm: Sendable {
    private enum State {
        case quiet
        case rung
        case waiting(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.quiet)

    /// Wakes the waiting task, or lets the next wait return at once.
    func ring() {
        let waiter: CheckedContinuation<Void, Never>? = state.withLock { state in
            if case .waiting(let continuation) = state {
                state = .quiet
                return continuation
            }
            state = .rung
            return nil
        }
        waiter?.resume()
    }

    /// Returns when the bell rings or the task is cancelled. At most one task may wait at a time; a second one takes
    /// the first one's place, which then returns.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let resumed: [CheckedContinuation<Void, Never>] = state.withLock { state in
                    if case .rung = state {
                        state = .quiet
                        return [continuation]
                    }
                    if Task.isCancelled { return [continuation] }
                    if case .waiting(let earlier) = state {
                        state = .waiting(continuation)
                        return [earlier]
                    }
                    state = .waiting(continuation)
                    return []
                }
                for waiter in resumed { waiter.resume() }
            }
        } onCancel: {
            let waiter: CheckedContinuation<Void, Never>? = state.withLock { state in
                guard case .waiting(let continuation) = state else { return nil }
                state = .quiet
                return continuation
            }
            waiter?.resume()
        }
    }
}
