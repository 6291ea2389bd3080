import Dispatch
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif
import Synchronization

/// One request and its answer over a `URLSession`, ended early when the task is cancelled.
///
/// `URLSession.data(for:)` is not used: on Linux it cancels its request while the runtime holds the Swift task's lock
/// and then waits for the session's queue, which may at that moment be waiting for the same lock to hand over the
/// answer. Both wait for ever. Here a request is cancelled from another thread.
final class HTTPExchange: Sendable {
    private enum State {
        case notStarted
        case running(URLSessionDataTask)
        case cancelled
    }

    private let state = Mutex(State.notStarted)

    /// Sends `request`; returns the answer's status and body.
    ///
    /// - Throws: `URLError`.
    func perform(_ request: URLRequest, session: URLSession) async throws -> (status: Int, body: Data) {
        let answer = try await file(request, session: session)
        return (answer.status, answer.body)
    }

    /// Sends `request`; returns the answer's status, type and body.
    ///
    /// - Throws: `URLError`.
    func file(
        _ request: URLRequest, session: URLSession
    ) async throws -> (status: Int, contentType: String?, body: Data) {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let task = session.dataTask(with: request) { body, response, error in
                    if let error {
                        continuation.resume(throwing: error)
                    } else {
                        let http = response as? HTTPURLResponse
                        continuation.resume(
                            returning: (
                                http?.statusCode ?? 0, http?.value(forHTTPHeaderField: "Content-Type"),
                                body ?? Data()
                            ))
                    }
                }
                let isCancelled = state.withLock { state in
                    if case .cancelled = state { return true }
                    state = .running(task)
                    return false
                }
                // A task that is resumed after being cancelled still calls its handler.
                if isCancelled { task.cancel() }
                task.resume()
            }
        } onCancel: {
            let running: URLSessionDataTask? = state.withLock { state in
                defer { state = .cancelled }
                if case .running(let task) = state { return task }
                return nil
            }
            if let running { DispatchQueue.global().async { running.cancel() } }
        }
    }
}
