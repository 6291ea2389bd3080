internal import HTTPTypes
internal import Hummingbird

/// Behind proxies: takes the client's address from where a trusted one says that it is.
struct ForwardedClient: RouterMiddleware {
    typealias Context = AppRequestContext

    let proxies: TrustedProxies

    func handle(
        _ request: Request, context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.peer = proxies.client(peer: context.peer, forwarded: request.headers[values: .xForwardedFor])
        return try await next(request, context)
    }
}

/// Unwrapped without harm: a token as RFC 9110 section 5.1 wants it, and every test would fail at once otherwise.
extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
