internal import Hummingbird
internal import HTTPTypes
internal import IntegrationKit
internal import Storage

/// `GET /deletion?code=…`: says, to whoever has the code, how far a deletion is. It needs no session and tells nothing of
/// the person. What is no code of ours, or was one long ago, gets one and the same answer.
struct DeletionRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>

    private let wrongCodes = RateLimiter(limit: 20, per: .seconds(60))

    init(runtime: Runtime<I>) { self.runtime = runtime }

    func add(to router: Router<AppRequestContext>) {
        router.get(RouterPath(ComplianceDesk<I>.deletionPath)) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard !wrongCodes.isExhausted(context.peer) else {
            throw HTTPProblem(
                .tooManyRequests, title: "Too many tries", "Wait a minute, then open your link again.",
                headers: [.retryAfter: "60"])
        }
        let code = RawQuery(request.uri.query ?? "")["code"] ?? ""
        guard let duty = try await duty(code) else {
            wrongCodes.admits(context.peer)
            throw HTTPProblem(
                .notFound, title: "There is no such request",
                "The code may be mistyped: open the link as it was given to you. Requests that were fulfilled more than a "
                    + "year ago are no longer listed.")
        }
        return .html(
            renderDeletion(duty, product: I.descriptor.name, clock: WorkplaceClock(timeZone: "UTC", now: runtime.now)))
    }

    private func duty(_ code: String) async throws(HTTPProblem) -> Duty? {
        guard code.utf8.count <= 64 else { return nil }
        do throws(StorageError) {
            return try await runtime.store.duty(code).flatMap { $0.duty == .dataDeletion ? $0 : nil }
        } catch {
            throw HTTPProblem(
                .serviceUnavailable, title: "It cannot be looked up just now", "Your request is not lost. Try again in a moment.",
                headers: [.retryAfter: "2"])
        }
    }
}
