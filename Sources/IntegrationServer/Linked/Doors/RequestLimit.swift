internal import ServiceLifecycle
internal import Synchronization

/// Counts the calls that were answered, and says when there were as many as one process may answer (`MCP_MAX_REQUESTS`).
final class RequestCount: Sendable {
    let maximum: Int?
    private let state = Mutex<(count: Int, last: Int64?)>((0, nil))
    /// Ends when the last call is answered.
    fileprivate let left: AsyncStream<Never>
    private let reached: AsyncStream<Never>.Continuation

    init(maximum: Int?) {
        self.maximum = maximum
        (left, reached) = AsyncStream.makeStream()
    }

    /// - Parameter now: Milliseconds since 1970.
    func add(at now: Int64) {
        let count = state.withLock {
            $0.count += 1
            $0.last = now
            return $0.count
        }
        if count == maximum { reached.finish() }
    }

    var figures: (count: Int, last: Int64?) { state.withLock { $0 } }
}

/// Ends the process a second after its last call was answered, as skedyul-node does. The platform starts another one.
struct RequestLimit: Service {
    let requests: RequestCount

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in requests.left {}
            if !Task.isCancelled { try? await Task.sleep(for: .seconds(1)) }
        }
    }
}
