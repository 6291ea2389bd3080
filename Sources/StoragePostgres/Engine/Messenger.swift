import Foundation
import Storage
import StorageSQL
import Synchronization

/// Tells the other processes on this database what they may want to look at, and hears it from them: `NOTIFY` and
/// `LISTEN`, on a connection and a thread of its own.
///
/// What is told goes out after its transaction, many in one: a `NOTIFY` inside would have all commits of the database
/// wait in line. So a hint can be lost; whoever needs to know looks by itself now and then.
final class Messenger: Sendable {
    private static let channel = "ik_hints"
    /// How often the server is asked for a sign of life.
    private static let interval: Duration = .seconds(30)

    private struct State {
        var outgoing: Set<StoreHint> = []
        var isStopped = false
        var isRunning = false
        var stopped: CheckedContinuation<Void, Never>?
    }

    let hints: AsyncStream<StoreHint>
    private let hear: AsyncStream<StoreHint>.Continuation
    private let url: String
    private let options: PostgresStore.Options
    private let state = Mutex(State())
    private let pipe = WakePipe()

    init(url: String, options: PostgresStore.Options) {
        self.url = url
        self.options = options
        (hints, hear) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1024))
    }

    func start() {
        state.withLock { $0.isRunning = true }
        Thread.detachNewThread { [self] in run() }
    }

    func tell(_ hint: StoreHint) {
        let mustWake = state.withLock { state in
            defer { state.outgoing.insert(hint) }
            return state.outgoing.isEmpty
        }
        if mustWake { pipe.wake() }
    }

    func stop() async {
        await withCheckedContinuation { continuation in
            let isRunning = state.withLock { state in
                state.isStopped = true
                if state.isRunning { state.stopped = continuation }
                return state.isRunning
            }
            if isRunning { pipe.wake() } else { continuation.resume() }
        }
        hear.finish()
    }

    // MARK: The thread

    private func run() {
        var pause: Duration = .milliseconds(50)
        while !state.withLock(\.isStopped) {
            do {
                let connection = try Connection(url: url, options: options)
                defer { connection.close() }
                try connection.send("LISTEN \(Self.channel)")
                try connection.synchronize()
                pause = .milliseconds(50)
                // Something may have been told while nobody listened.
                hear.yield(.work)
                while !state.withLock(\.isStopped) { try exchange(connection) }
            } catch {
                // The pool speaks of a server that cannot be reached; here it is tried again.
                _ = Socket.wait(for: [(pipe.reading, 1)], until: .now + pause)
                pipe.drain()
                pause = min(pause * 2, .seconds(2))
            }
        }
        let stopped = state.withLock { state in
            state.isRunning = false
            return state.stopped
        }
        stopped?.resume()
    }

    private func exchange(_ connection: Connection) throws {
        let outgoing = state.withLock { state in
            defer { state.outgoing = [] }
            return state.outgoing
        }
        for hint in outgoing { try connection.send("SELECT pg_notify(?, ?)", [Self.channel, hint.text]) }
        if !outgoing.isEmpty { try connection.synchronize() }
        for notification in try connection.notifications() where notification.process != connection.serverProcess {
            if let hint = StoreHint(text: notification.payload) { hear.yield(hint) }
        }
        let ready = Socket.wait(for: [(connection.socket, 1), (pipe.reading, 1)], until: .now + Self.interval)
        if ready == [0, 0] {
            try connection.send("SELECT 1")
            try connection.synchronize()
        }
        pipe.drain()
    }
}
