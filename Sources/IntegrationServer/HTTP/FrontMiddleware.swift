internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Storage

/// What holds for every request: whose host it names, where it comes from, how its failure is said and which headers the
/// answer has.
struct FrontMiddleware: RouterMiddleware {
    typealias Context = AppRequestContext

    let hosts: HostRules
    let headers: SecurityHeaders
    let metrics: Metrics

    func handle(
        _ request: Request, context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            try admit(request)
            response = try await next(request, context)
        } catch {
            response = ProblemAnswer(error, request, context).response
        }
        headers.apply(to: &response)
        // The route as it was declared, never what was asked for: that has ids in it, and whatever strangers send.
        metrics.requests.add(
            Timings.Labels(
                Self.method(request.method), context.endpointPath ?? "none", String(response.status.code)),
            .now - start)
        return response
    }

    static func method(_ method: HTTPRequest.Method) -> String {
        let known: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .head, .options]
        return known.contains(method) ? method.rawValue : "other"
    }

    private func admit(_ request: Request) throws(HTTPProblem) {
        let path = request.uri.path
        // Health checks name whatever address they found.
        if request.method == .get, path == "/health" || path == "/ready" { return }
        let authority = request.head.authority
        guard hosts.admits(host: authority) else {
            metrics.counters.add(.refusedHosts)
            throw HTTPProblem(.misdirectedRequest, title: "This server has another name",
                "Use its public address, or add the host to ALLOWED_HOSTS.")
        }
        let origin = request.headers[.origin]
        let isAgent = path == "/mcp"
        if isAgent, !hosts.admitsAgent(origin: origin, host: authority) {
            throw HTTPProblem(.forbidden, "Requests from this origin are not taken.")
        }
        guard request.method != .get, request.method != .head, !isAgent else { return }
        let isCrossSite = request.headers[.secFetchSite] == "cross-site"
        guard hosts.admits(origin: origin, host: authority), !isCrossSite else {
            throw HTTPProblem(.forbidden, "Requests from other sites are not taken.")
        }
    }
}

/// Unwrapped without harm: each is a token as RFC 9110 section 5.1 wants it, and every test would fail at once otherwise.
extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let csrfToken = HTTPField.Name("X-CSRF-Token")!
}

/// An error as an answer: a page for browsers, problem details for programs. What is not meant for them stays in the log.
struct ProblemAnswer {
    let response: Response

    init(_ error: any Error, _ request: Request, _ context: AppRequestContext) {
        let problem = Self.problem(error, context)
        let reference = context.requestID
        var headers = problem.headers
        if problem.closesConnection { headers[.connection] = "close" }
        headers[.cacheControl] = "no-store"
        let body: String
        if request.headers[values: .accept].contains(where: { $0.contains("text/html") }) {
            headers[.contentType] = "text/html; charset=utf-8"
            body = renderErrorPage(
                status: problem.status.code, title: problem.title, message: problem.detail, reference: reference)
        } else {
            headers[.contentType] = "application/problem+json"
            body = problem.json(reference: reference)
        }
        var response = Response(
            status: problem.status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
        if request.method == .head { response = response.createHeadResponse() }
        self.response = response
    }

    private static func problem(_ error: any Error, _ context: AppRequestContext) -> HTTPProblem {
        switch error {
        case let problem as HTTPProblem: return problem
        case let error as HTTPError: return HTTPProblem(error.status, error.body ?? "", headers: error.headers)
        case let failure as ToolFailure: return HTTPProblem(failure)
        case let failure as PlatformFailure: return HTTPProblem(ToolFailure(failure))
        case let error as StorageError:
            context.logger.error("the store failed a request", metadata: ["error": "\(error)"])
            return HTTPProblem(
                .serviceUnavailable, title: "The store cannot be reached", "Nothing was changed. Try again in a moment.",
                headers: [.retryAfter: "2"])
        default:
            context.logger.error("a request failed", metadata: ["error": "\(error)"])
            return HTTPProblem(
                .internalServerError, title: "Something went wrong",
                "It is in the log under this reference: \(context.requestID)")
        }
    }
}
