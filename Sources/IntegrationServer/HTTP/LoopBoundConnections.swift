internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import Synchronization

/// HTTP/1.1 connections whose requests are handled on the connection's own event loop, where their bytes arrive and leave.
/// On the shared pool each part of a request and each answer would change threads, which costs more than most requests do.
///
/// Nothing that a request does may block its thread: stores, outgoing calls and whatever else waits have threads of their
/// own.
struct LoopBoundConnections: ServerChildChannel {
    let base: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedConnection> {
        base.setup(channel: channel, logger: logger).map(AcceptedConnection.init)
    }

    func handle(value: AcceptedConnection, logger: Logger) async {
        guard let connection = value.take() else { return }
        await withTaskExecutorPreference(EventLoopExecutor(loop: connection.channel.eventLoop)) {
            await base.handle(value: connection, logger: logger)
        }
    }
}

/// A connection until somebody handles it. A server that stops lets go of those that came at that moment: they are closed.
/// NIO ends the process when one is let go of open.
final class AcceptedConnection: ServerChildChannelValue {
    let channel: any Channel
    private let connection: Mutex<HTTP1Channel.Value?>

    init(_ connection: HTTP1Channel.Value) {
        channel = connection.channel
        self.connection = Mutex(connection)
    }

    /// - Returns: nil the second time.
    func take() -> HTTP1Channel.Value? {
        connection.withLock { connection in
            defer { connection = nil }
            return connection
        }
    }

    deinit {
        guard let connection = take() else { return }
        // Whether the other side hears why it is closed is of no consequence.
        Task { try? await connection.executeThenClose { _, _ in } }
    }
}

/// Runs tasks on an event loop. One of the process's shared loops, which never end.
private final class EventLoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
