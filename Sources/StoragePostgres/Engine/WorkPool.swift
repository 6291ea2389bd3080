import Dispatch
import Foundation
import Storage
import StorageSQL
import Synchronization

/// Connections, each with a thread of its own, and the work that waits for them, first come, first served.
///
/// A thread takes the next piece of work, runs it from the first statement to the last on its connection, and waits for
/// the server in `poll`: nothing here ever blocks a thread of Swift's cooperative pool. Threads and connections are made
/// when there is more to do than those that are there can take.
///
/// While the server cannot be reached, work fails at once and one attempt at a time is made to reach it, with pauses
/// that grow to two seconds: so callers hear it early, and everything goes on by itself when it is back.
final class WorkPool: Sendable {
    private struct State {
        var waiting: [any Work] = []
        var threads = 0
        var idle = 0
        var isClosed = false
        var finished: [CheckedContinuation<Void, Never>] = []
        /// Until when it is not tried to reach the server.
        var pauseUntil: ContinuousClock.Instant?
        var pause: Duration = .milliseconds(50)
        var reason: StorageError = .unavailable("PostgreSQL cannot be reached")
    }

    private let url: String
    private let options: PostgresStore.Options
    private let state = Mutex(State())
    private let isWork = DispatchSemaphore(value: 0)

    init(url: String, options: PostgresStore.Options) {
        self.url = url
        self.options = options
    }

    var isClosed: Bool { state.withLock(\.isClosed) }

    func enqueue(_ work: any Work) {
        let (isAccepted, mustStart) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            state.waiting.append(work)
            let mustStart = state.idle < state.waiting.count && state.threads < min(max(options.connections, 1), 100)
            if mustStart { state.threads += 1 }
            return (true, mustStart)
        }
        guard isAccepted else { return work.fail(.closed) }
        if mustStart { Thread.detachNewThread { [self] in serve() } }
        isWork.signal()
    }

    /// Refuses further work, and returns when what was accepted is done and the connections are closed.
    func close() async {
        await withCheckedContinuation { continuation in
            let threads = state.withLock { state in
                state.isClosed = true
                if state.threads > 0 { state.finished.append(continuation) }
                return state.threads
            }
            if threads == 0 { continuation.resume() }
            for _ in 0..<threads { isWork.signal() }
        }
    }

    // MARK: One thread

    private func serve() {
        var connection: Connection?
        while let work = next() {
            guard work.deadline > .now else {
                work.fail(.unavailable("the store is too slow: this work waited for its turn until its deadline"))
                continue
            }
            run(work, on: &connection)
        }
        connection?.close()
        let finished = state.withLock { state in
            state.threads -= 1
            defer { if state.threads == 0 { state.finished = [] } }
            return state.threads == 0 ? state.finished : []
        }
        for continuation in finished { continuation.resume() }
    }

    /// - Returns: nil when there will be no more.
    private func next() -> (any Work)? {
        while true {
            state.withLock { $0.idle += 1 }
            isWork.wait()
            let (work, isEnd) = state.withLock { state in
                state.idle -= 1
                guard !state.waiting.isEmpty else { return ((any Work)?.none, state.isClosed) }
                return (state.waiting.removeFirst(), false)
            }
            if let work { return work }
            if isEnd { return nil }
        }
    }

    private func run(_ work: any Work, on connection: inout Connection?) {
        var tries = 0
        while true {
            let isFresh = connection == nil
            do {
                let open = try connection ?? connect()
                connection = open
                try work.run(on: open)
                return work.finish()
            } catch {
                if let open = connection, !open.recover() {
                    open.close()
                    connection = nil
                }
                tries += 1
                guard work.mayRunAgain(after: error, tries: tries, onFresh: isFresh) else {
                    return work.fail(StorageError(error))
                }
                // Whoever was in the way gets time to finish; each waits another while.
                if tries > 1 { Thread.sleep(forTimeInterval: Double.random(in: 0.001...0.01) * Double(tries)) }
            }
        }
    }

    private func connect() throws -> Connection {
        let refusal = state.withLock { state -> StorageError? in
            guard let until = state.pauseUntil, until > .now else {
                // Others wait for what comes of this attempt.
                if state.pauseUntil != nil { state.pauseUntil = .now + options.connectTimeout }
                return nil
            }
            return state.reason
        }
        if let refusal { throw refusal }
        do {
            let connection = try Connection(url: url, options: options)
            state.withLock { state in
                state.pauseUntil = nil
                state.pause = .milliseconds(50)
            }
            return connection
        } catch {
            let reason = StorageError(error)
            state.withLock { state in
                state.reason = reason
                state.pauseUntil = .now + state.pause
                state.pause = min(state.pause * 2, .seconds(2))
            }
            throw reason
        }
    }
}
