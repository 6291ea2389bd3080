internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Synchronization

/// What holds at every door of the platform: who may come in, how many at once, what every answer has, and how what went
/// wrong is said.
struct DoorGuard: RouterMiddleware {
    typealias Context = AppRequestContext

    let callers: PlatformCallers
    let metrics: Metrics
    /// Calls that are answered at once, at most; more are told to come again.
    let maximumCalls: Int
    private let calls = Calls()
    private let refused = RateLimiter(limit: 30, per: .seconds(60))

    private final class Calls: Sendable {
        let count = Atomic(0)
    }

    init(callers: PlatformCallers, metrics: Metrics, maximumCalls: Int) {
        self.callers = callers
        self.metrics = metrics
        self.maximumCalls = maximumCalls
    }

    /// Not behind the bearer: whether the process lives, and whether it should be given work.
    private static let open: Set<String> = ["/health", "/ready"]

    func handle(
        _ request: Request, context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = await answer(request, context, next)
        for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
        metrics.requests.add(
            Timings.Labels(
                FrontMiddleware.method(request.method), context.endpointPath ?? "none", String(response.status.code)),
            .now - start)
        return response
    }

    private func answer(
        _ request: Request, _ context: AppRequestContext,
        _ next: (Request, AppRequestContext) async throws -> Response
    ) async -> Response {
        if request.method == .options { return DoorResponse.json(["message": "OK"]) }
        if !Self.open.contains(request.uri.path), let refusal = refusal(of: request, context) { return refusal }
        guard calls.count.add(1, ordering: .relaxed).newValue <= maximumCalls else {
            calls.count.subtract(1, ordering: .relaxed)
            return DoorResponse.rpc(
                DoorResponse.internalError, "Too many calls at once; try again in a moment.", status: 503,
                headers: [.retryAfter: "1"])
        }
        defer { calls.count.subtract(1, ordering: .relaxed) }
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            return DoorResponse.rpc(DoorResponse.methodNotFound, "Not Found", status: 404)
        } catch let problem as HTTPProblem {
            var headers = problem.headers
            if problem.closesConnection { headers[.connection] = "close" }
            let text = problem.detail.isEmpty ? problem.title : problem.detail
            return DoorResponse.rpc(
                DoorResponse.invalidRequest, text, status: problem.status.code, headers: headers)
        } catch {
            context.logger.error("a call of the platform failed", metadata: ["error": "\(error)"])
            return DoorResponse.rpc(
                DoorResponse.internalError, "Something went wrong; it is in the log under \(context.requestID).", status: 500)
        }
    }

    private func refusal(of request: Request, _ context: AppRequestContext) -> Response? {
        let bearer = Access.bearerToken(in: request.headers)
        if callers.admits(bearer: bearer) { return nil }
        guard bearer == nil || refused.admits(context.peer) else {
            return DoorResponse.rpc(
                DoorResponse.invalidRequest, "Too many attempts with a wrong secret.", status: 429, headers: [.retryAfter: "10"])
        }
        return DoorResponse.rpc(
            DoorResponse.invalidRequest,
            bearer == nil ? "Unauthorized: the platform's secret is required as bearer" : "Unauthorized: this secret is not valid",
            status: 401, headers: [.wwwAuthenticate: "Bearer realm=\"platform\""])
    }

    /// As skedyul-node sends them with every answer; what a handler answers comes first.
    private static let headers: [(HTTPField.Name, String)] = [
        (.accessControlAllowOrigin, "*"), (.accessControlAllowMethods, "GET, POST, OPTIONS"),
        (.accessControlAllowHeaders, "Content-Type"), (.contentType, "application/json"),
        (.xContentTypeOptions, "nosniff"),
    ]
}
