import CCurl

/// The engine's thread: owns the multi handle, all transfers and all easy handles.
///
/// Each turn applies the new commands, lets libcurl work, hands out what ended, ends what is past its deadline and then
/// sleeps until a socket, a timer, a deadline or ``Engine`` wakes it.
final class TransferLoop {
    private let engine: Engine
    private let configuration: HTTPClientConfiguration
    private let multi: UnsafeMutableRawPointer
    private var active: [UInt64: Transfer] = [:]
    /// Reset handles for reuse: making one costs more than a request on loopback.
    private var spareHandles: [EasyHandle] = []
    /// No deadline of an active transfer is earlier.
    private var nextDeadline: ContinuousClock.Instant?
    /// When set, no more transfers are taken, and those still running then are ended.
    private var stopAt: ContinuousClock.Instant?

    private static let spareHandleLimit = 64

    init?(engine: Engine, configuration: HTTPClientConfiguration) {
        guard let multi = curl_multi_init() else { return nil }
        self.engine = engine
        self.configuration = configuration
        self.multi = multi
        _ = shim_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        _ = shim_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, max(1, configuration.connectionsPerHost))
        _ = shim_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, configuration.keptConnections))
    }

    deinit {
        // Every transfer is out by now: `run()` ends when there are none.
        curl_multi_cleanup(multi)
    }

    /// Wakes ``run()`` from its sleep; the one function of a multi handle that other threads may call.
    static func wake(_ multi: UnsafeMutableRawPointer) { curl_multi_wakeup(multi) }

    /// Returns when the engine was stopped and nothing runs any more.
    func run() {
        engine.loopStarted(multi)
        while true {
            for command in engine.takeCommands() { apply(command) }
            perform()
            let now = ContinuousClock.now
            expire(now)
            if let stopAt {
                if now >= stopAt { endAll(.clientShutDown, "the HTTP client was shut down") }
                if active.isEmpty, engine.loopMayEnd() { return }
            }
            var ready: Int32 = 0
            curl_multi_poll(multi, nil, 0, timeout(now), &ready)
        }
    }

    private func apply(_ command: Engine.Command) {
        switch command {
        case .start(let job): start(job)
        case .resume(let id): if let transfer = active[id] { curl_easy_pause(transfer.handle.raw, 0) }
        case .cancel(let id): end(id, .cancelled, "the request was cancelled")
        case .stop(let deadline): stopAt = stopAt.map { min($0, deadline) } ?? deadline
        }
    }

    private func start(_ job: Job) {
        guard stopAt == nil else {
            return job.complete(.failure(HTTPFailure(.clientShutDown, .notSent, "the HTTP client is shut down")))
        }
        guard !job.cancellation.isCancelled else {
            return job.complete(.failure(HTTPFailure(.cancelled, .notSent, "the request was cancelled")))
        }
        guard let handle = spareHandles.popLast() ?? EasyHandle() else {
            return job.complete(.failure(HTTPFailure(.outOfResources, .notSent, "no memory for a transfer")))
        }
        let transfer = Transfer(job: job, handle: handle)
        do throws(CurlError) {
            try transfer.configure(configuration)
        } catch {
            // libcurl refuses an option for want of memory or for its value; the request is not at fault.
            return job.complete(.failure(HTTPFailure(.outOfResources, .notSent, error.message)))
        }
        guard curl_multi_add_handle(multi, handle.raw) == CURLM_OK else {
            return job.complete(.failure(HTTPFailure(.outOfResources, .notSent, "libcurl takes no more transfers")))
        }
        active[job.id] = transfer
        nextDeadline = nextDeadline.map { min($0, job.deadline) } ?? job.deadline
    }

    private func perform() {
        var running: Int32 = 0
        guard curl_multi_perform(multi, &running) == CURLM_OK else {
            // Only a lack of memory leads here: what runs cannot be trusted to go on.
            return endAll(.outOfResources, "libcurl ran out of memory")
        }
        var code = CURLE_OK
        while let ended = shim_multi_next_ended(multi, &code) {
            guard let context = shim_easy_get_private(ended) else { continue }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            finish(transfer, transfer.outcome(code))
        }
    }

    private func expire(_ now: ContinuousClock.Instant) {
        guard let nextDeadline, now >= nextDeadline else { return }
        for (id, transfer) in active where now >= transfer.job.deadline {
            end(id, .timedOut, "\(transfer.job.url.host) did not answer within \(transfer.job.request.deadline)")
        }
        self.nextDeadline = active.values.lazy.map(\.job.deadline).min()
    }

    private func endAll(_ kind: HTTPFailure.Kind, _ message: String) {
        for id in Array(active.keys) { end(id, kind, message) }
    }

    /// Ends a transfer that still runs; one that has ended already is left alone.
    private func end(_ id: UInt64, _ kind: HTTPFailure.Kind, _ message: String) {
        guard let transfer = active[id] else { return }
        finish(transfer, .failure(HTTPFailure(kind, transfer.delivery, message)))
    }

    private func finish(_ transfer: Transfer, _ outcome: Result<HTTPResponse, HTTPFailure>) {
        // Removing a handle in the middle of a transfer closes its connection (or resets its HTTP/2 stream).
        curl_multi_remove_handle(multi, transfer.handle.raw)
        active[transfer.job.id] = nil
        transfer.handle.reset()
        if spareHandles.count < Self.spareHandleLimit { spareHandles.append(transfer.handle) }
        transfer.job.complete(outcome)
    }

    /// Milliseconds to sleep at most: to the next deadline, rounded up. libcurl adds its own timers.
    private func timeout(_ now: ContinuousClock.Instant) -> Int32 {
        let stop = stopAt.map { now < $0 ? $0 : now }
        guard let next = [nextDeadline, stop].compactMap({ $0 }).min() else { return 3_600_000 }
        return Int32(clamping: min(3_600_000, (next - now).wholeMilliseconds + 1))
    }
}

@available(*, unavailable)
extension TransferLoop: Sendable {}
