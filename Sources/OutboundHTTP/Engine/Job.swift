import Synchronization

/// One transfer as it is handed to the engine: everything about it is decided.
struct Job: Sendable {
    let id: UInt64
    let request: HTTPRequest
    let url: OutboundURL
    /// What the sockets may connect to; never ``HostPolicy/Verdict/refused(_:)``.
    let verdict: HostPolicy.Verdict
    let deadline: ContinuousClock.Instant
    let cancellation: Cancellation
    /// Called when there is more of a body that is streamed, or room for more of the answer's.
    let wake: @Sendable () -> Void
    /// Takes the body while it comes; without one, it is collected.
    var pipe: BodyPipe?
    /// Called exactly once, from the engine's thread or from where the job was handed over.
    let complete: @Sendable (Result<HTTPResponse, HTTPFailure>) -> Void
}

/// Whether the waiting task was cancelled.
///
/// It is set before the engine is told to cancel. So whichever of *start* and *cancel* reaches the engine first, one of
/// the two finds the other.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .acquiring) }

    func cancel() { flag.store(true, ordering: .releasing) }
}
