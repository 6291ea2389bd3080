#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Waits of the threads that belong to connections; never called on a thread of Swift's cooperative pool.
enum Socket {
    /// Returns when one of the descriptors is ready, or the deadline has passed.
    ///
    /// - Parameter events: `POLLIN`, `POLLOUT`.
    /// - Returns: what each is ready for; all 0 at the deadline.
    static func wait(
        for descriptors: [(descriptor: Int32, events: Int32)], until deadline: ContinuousClock.Instant
    ) -> [Int32] {
        var polled = descriptors.map { pollfd(fd: $0.descriptor, events: Int16($0.events), revents: 0) }
        while true {
            let left = max(0, (deadline - .now).milliseconds)
            let count = poll(&polled, nfds_t(polled.count), Int32(clamping: left))
            if count < 0, errno == EINTR { continue }
            return polled.map { Int32($0.revents) }
        }
    }
}

/// Ends the wait of another thread.
final class WakePipe: Sendable {
    let reading: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (reading, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// A full pipe wakes as well as any.
    func wake() { _ = write(writing, [1], 1) }

    func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(reading, &bytes, bytes.count) == bytes.count {}
    }
}
