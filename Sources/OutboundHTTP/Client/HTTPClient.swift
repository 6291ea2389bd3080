import Synchronization

/// Sends HTTP requests over pooled, verified connections: HTTP/2 where the peer offers it, kept alive otherwise.
///
/// All transfers of a client run on one thread of its own (libcurl's multi interface); callers only suspend. A client
/// is meant to live as long as its process: connections are shared by what shares a client. Call ``shutdown(within:)``
/// at the end; a client that is merely dropped ends its thread as well.
public final class HTTPClient: Sendable {
    private let engine: Engine
    private let hosts: HostPolicy
    private let observer: (@Sendable (HTTPObservation) -> Void)?
    private let lastID = Atomic<UInt64>(0)

    public init(_ configuration: HTTPClientConfiguration) {
        hosts = configuration.hosts
        observer = configuration.observer
        engine = Engine(configuration: configuration)
    }

    /// A client for all that an integration calls.
    ///
    /// - Parameters:
    ///   - domains: The manifest's `outgoing_domains`.
    ///   - standIns: Servers on this machine that stand in for providers while the integration is being worked on; those
    ///     that are not on loopback change nothing.
    ///   - observer: Told of each request that was made, when it has ended.
    public convenience init(
        allowing domains: [String], standIns: some Sequence<String>,
        observer: (@Sendable (HTTPObservation) -> Void)? = nil
    ) {
        let hosts = standIns.reduce(HostPolicy.hosts(domains)) { $0.allowing(loopbackOrigin: $1) }
        self.init(HTTPClientConfiguration(hosts: hosts, observer: observer))
    }

    deinit { engine.stop(by: .now, onEnd: {}) }

    /// Sends the request and waits for the whole response.
    ///
    /// Cancelling the task aborts the transfer.
    ///
    /// - Throws: ``HTTPFailure``, which tells whether the request may have been carried out. A request that is not
    ///   idempotent is never sent twice, not even when a kept connection turns out to be closed.
    public func execute(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let deadline = ContinuousClock.now + request.deadline
        try request.validate()
        var request = request
        var destination = try OutboundURL.parse(request.url).admitted(by: hosts, request)
        var hops = 0
        while true {
            let response = try await transfer(request, destination, deadline)
            guard let next = try next(
                after: response.status, response.headers, of: request, from: destination, hops: &hops)
            else { return response }
            if next.url.origin != destination.url.origin { request.headers.removeSensitive() }
            destination = next
        }
    }

    /// Sends the request and returns when the head of the answer is there; the body is read as it comes. The request's
    /// deadline covers it to its last byte, redirects included, and its ``HTTPRequest/responseLimit`` what comes in all.
    ///
    /// - Throws: ``HTTPFailure``, as ``execute(_:)``.
    public func download(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPDownload {
        let deadline = ContinuousClock.now + request.deadline
        try request.validate()
        var request = request
        var destination = try OutboundURL.parse(request.url).admitted(by: hosts, request)
        var hops = 0
        while true {
            let download = try await begin(request, destination, deadline)
            guard let next = try next(
                after: download.status, download.headers, of: request, from: destination, hops: &hops)
            else { return download }
            if next.url.origin != destination.url.origin { request.headers.removeSensitive() }
            destination = next
        }
    }

    private func begin(
        _ request: HTTPRequest, _ destination: Destination, _ deadline: ContinuousClock.Instant
    ) async throws(HTTPFailure) -> HTTPDownload {
        let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
        let cancellation = Cancellation()
        let cancel: @Sendable () -> Void = { [engine] in
            cancellation.cancel()
            engine.cancel(id)
        }
        let wake: @Sendable () -> Void = { [engine] in engine.resume(id) }
        let pipe = BodyPipe(resume: wake)
        engine.start(
            Job(
                id: id, request: request, url: destination.url, verdict: destination.verdict, deadline: deadline,
                cancellation: cancellation, wake: wake, pipe: pipe, complete: { pipe.end($0.map { _ in }) }))
        let body = HTTPBody(pipe, cancel: cancel)
        let head = try await withTaskCancellationHandler { await pipe.head() } onCancel: { cancel() }.get()
        return HTTPDownload(status: head.status, headers: head.headers, body: body)
    }

    /// Where a redirect leads that the request lets be followed; nil for every other answer.
    private func next(
        after status: Int, _ headers: HTTPHeaders, of request: HTTPRequest, from destination: Destination, hops: inout Int
    ) throws(HTTPFailure) -> Destination? {
        guard case .followed(let maximum) = request.redirects, [.get, .head].contains(request.method),
            [301, 302, 303, 307, 308].contains(status), let location = headers["Location"]
        else { return nil }
        hops += 1
        guard hops <= maximum else {
            throw HTTPFailure(
                .malformedResponse, .answered(status: status),
                "\(destination.url.host) redirects more than \(maximum) times")
        }
        return try destination.url.resolving(location).admitted(by: hosts, request)
    }

    /// Takes no more requests, gives those in flight until `limit` to finish, ends the others as
    /// ``HTTPFailure/Kind/clientShutDown`` and closes all connections. Returns when that is done; may be called again.
    public func shutdown(within limit: Duration = .seconds(5)) async {
        await withCheckedContinuation { continuation in
            engine.stop(by: .now + limit) { continuation.resume() }
        }
    }

    private func transfer(
        _ request: HTTPRequest, _ destination: Destination, _ deadline: ContinuousClock.Instant
    ) async throws(HTTPFailure) -> HTTPResponse {
        let start = ContinuousClock.now
        let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
        let cancellation = Cancellation()
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation {
                (continuation: CheckedContinuation<Result<HTTPResponse, HTTPFailure>, Never>) in
                engine.start(
                    Job(
                        id: id, request: request, url: destination.url, verdict: destination.verdict,
                        deadline: deadline, cancellation: cancellation, wake: { [engine] in engine.resume(id) },
                        complete: { continuation.resume(returning: $0) }))
            }
        } onCancel: {
            cancellation.cancel()
            engine.cancel(id)
        }
        observer?(HTTPObservation(request, host: destination.url.host, outcome, took: .now - start))
        return try outcome.get()
    }
}

/// A URL that may be asked, and what the addresses behind it must be like.
private struct Destination {
    let url: OutboundURL
    let verdict: HostPolicy.Verdict
}

extension Result<OutboundURL, OutboundURL.Flaw> {
    /// The URL, if it is one and both the client and the request let it be asked.
    fileprivate func admitted(by hosts: HostPolicy, _ request: HTTPRequest) throws(HTTPFailure) -> Destination {
        let url: OutboundURL
        switch self {
        case .success(let parsed): url = parsed
        case .failure(let flaw): throw HTTPFailure(.invalidRequest, .notSent, flaw.message)
        }
        let verdict = hosts.verdict(on: url)
        for verdict in [verdict, request.hosts?.verdict(on: url)] {
            if case .refused(let reason) = verdict { throw HTTPFailure(.refusedByPolicy, .notSent, reason) }
        }
        return Destination(url: url, verdict: verdict)
    }
}

extension OutboundURL.Flaw {
    fileprivate var message: String {
        switch self {
        case .unreadable: "the URL cannot be read; it must be absolute and percent-encoded"
        case .schemeNotHTTP: "the URL must begin with https:// (or http:// for an allowed loopback origin)"
        case .hasCredentials: "the URL must not hold a user name or password; use a header"
        case .noHost: "the URL has no host"
        }
    }
}
