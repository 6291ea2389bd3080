internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// HTTP/1.1 connections whose requests are handled on the connection's own event loop, where their bytes arrive and leave.
/// On the shared pool each part of a request and each answer would change threads, which costs more than most requests do.
///
/// Nothing that a request does may block its thread: stores, outgoing calls and whatever else waits have threads of their
/// own.
struct LoopBoundConnections: ServerChildChannel {
    let base: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(EventLoopExecutor(loop: value.channel.eventLoop)) {
            await base.handle(value: value, logger: logger)
        }
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
