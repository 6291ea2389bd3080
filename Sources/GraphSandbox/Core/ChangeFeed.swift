import Synchronization

/// Tells open pages that something changed. A listener that is slow misses intermediate changes, never the last.
final class ChangeFeed: Sendable {
    private struct State {
        var nextID = 0
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// Wakes every listener.
    func announce() {
        state.withLock { state in
            for listener in state.listeners.values { listener.yield() }
        }
    }

    /// Changes from now on, until `end` is called or the listening task ends.
    func changes() -> (stream: AsyncStream<Void>, end: @Sendable () -> Void) {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextID += 1
            state.listeners[state.nextID] = continuation
            return state.nextID
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in _ = state.listeners.removeValue(forKey: id) }
        }
        return (stream, { continuation.finish() })
    }
}
