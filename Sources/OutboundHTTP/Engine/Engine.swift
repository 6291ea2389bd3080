import CCurl
import Synchronization

/// The door to the thread on which libcurl runs: a mailbox that any task may write to, and the thread's life.
///
/// The thread starts with the first job and ends with ``stop(by:)``.
final class Engine: Sendable {
    enum Command: Sendable {
        case start(Job)
        case cancel(UInt64)
        /// There is room for more of its body, or more of the body that it sends.
        case resume(UInt64)
        /// Takes no more jobs; those still running at the instant are ended.
        case stop(ContinuousClock.Instant)
    }

    private enum Phase { case idle, running, ended }

    private struct State {
        var phase = Phase.idle
        var commands: [Command] = []
        /// Set while the loop is known to be on its way to the mailbox, so that many commands cost one wake-up.
        var isAwake = true
        /// The loop's multi handle while it may be woken.
        var wakeable: UInt = 0
        var onEnd: [@Sendable () -> Void] = []
    }

    private let configuration: HTTPClientConfiguration
    private let state = Mutex(State())

    /// Done once in a process, before anything else of libcurl; since 7.84 it is safe among threads
    /// (curl_global_init(3)).
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(configuration: HTTPClientConfiguration) { self.configuration = configuration }

    /// Hands a job to the thread. Whatever happens, the job completes.
    func start(_ job: Job) {
        let refusal: HTTPFailure? = state.withLock { state in
            switch state.phase {
            case .ended:
                return HTTPFailure(.clientShutDown, .notSent, "the HTTP client is shut down")
            case .idle:
                guard Self.isLibraryReady, startThread() else {
                    return HTTPFailure(.outOfResources, .notSent, "the thread for HTTP transfers could not start")
                }
                state.phase = .running
            case .running:
                break
            }
            post(.start(job), &state)
            return nil
        }
        if let refusal { job.complete(.failure(refusal)) }
    }

    /// Ends a job that was handed over. Its ``Cancellation`` must have been set before.
    func cancel(_ id: UInt64) {
        state.withLock { state in
            if state.phase == .running { post(.cancel(id), &state) }
        }
    }

    /// Goes on with a job whose body had no room.
    func resume(_ id: UInt64) {
        state.withLock { state in
            if state.phase == .running { post(.resume(id), &state) }
        }
    }

    /// Takes no more jobs, lets the running ones go on until `deadline`, ends the rest, then the thread.
    ///
    /// - Parameter onEnd: Called when the thread has let go of everything, at once if it already has.
    func stop(by deadline: ContinuousClock.Instant, onEnd: @escaping @Sendable () -> Void) {
        let hasEnded = state.withLock { state in
            switch state.phase {
            case .ended:
                return true
            case .idle:
                state.phase = .ended
                return true
            case .running:
                state.onEnd.append(onEnd)
                post(.stop(deadline), &state)
                return false
            }
        }
        if hasEnded { onEnd() }
    }

    private func post(_ command: Command, _ state: inout State) {
        state.commands.append(command)
        guard !state.isAwake, let multi = UnsafeMutableRawPointer(bitPattern: state.wakeable) else { return }
        state.isAwake = true
        TransferLoop.wake(multi)
    }

    private func startThread() -> Bool {
        BackgroundThread.start { [self] in
            if let loop = TransferLoop(engine: self, configuration: configuration) { loop.run() }
            ended()
        }
    }

    // MARK: For the thread

    /// The loop's handle exists and will be polled.
    func loopStarted(_ multi: UnsafeMutableRawPointer) {
        state.withLock { $0.wakeable = UInt(bitPattern: multi) }
    }

    /// What was posted since the last call. A command that comes later wakes the loop.
    func takeCommands() -> [Command] {
        state.withLock { state in
            state.isAwake = false
            let commands = state.commands
            state.commands.removeAll(keepingCapacity: true)
            return commands
        }
    }

    /// Asked when nothing runs and the engine was stopped: whether no command is left. Then none is taken any more, and
    /// the handle will not be woken again.
    func loopMayEnd() -> Bool {
        state.withLock { state in
            guard state.commands.isEmpty else { return false }
            state.phase = .ended
            state.wakeable = 0
            return true
        }
    }

    /// Nothing of the loop is left; or, when it could not even be made, everything that waits for it is refused.
    private func ended() {
        let (commands, onEnd) = state.withLock { state in
            let left = (state.commands, state.onEnd)
            state.phase = .ended
            state.commands = []
            state.onEnd = []
            return left
        }
        for case .start(let job) in commands {
            job.complete(.failure(HTTPFailure(.outOfResources, .notSent, "no memory for HTTP transfers")))
        }
        for action in onEnd { action() }
    }
}
