internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Storage

/// `GET` and `POST /api/webhooks/{registration_id}`: the provider's door.
struct WebhookRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>
    let registry: WebhookRegistry<I>

    private let intake: WebhookIntake<I>

    init(runtime: Runtime<I>, registry: WebhookRegistry<I>) {
        self.runtime = runtime
        self.registry = registry
        intake = WebhookIntake(core: runtime.core, inbox: runtime.inbox, compliance: runtime.compliance)
    }

    func add(to router: Router<AppRequestContext>) {
        for method: HTTPRequest.Method in [.get, .post, .put, .patch, .delete, .head, .options] {
            router.on("/api/webhooks/:registration", method: method) { request, context in
                try await answer(request, context)
            }
        }
    }

    private func answer(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let registration: WebhookRegistration?
        do {
            registration = try await registry.registration(context.parameters.get("registration") ?? "")
        } catch {
            throw HTTPProblem.comeAgain
        }
        guard let registration, let entry = intake.entry(registration.webhook) else { throw HTTPProblem(.notFound) }
        try intake.admit(request.method, to: entry.descriptor)
        if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw HTTPProblem(.unsupportedMediaType, "Bodies must not be compressed.")
        }
        let body = try await BodyReader.buffer(
            of: request, limit: entry.descriptor.maximumBodySize, timeout: runtime.settings.limits.bodyTimeout)
        let received = ReceivedRequest(
            request, body: body, kind: entry.descriptor.body, publicURL: runtime.publicURL)
        return try await intake.answer(received, registration, entry, context.logger)
    }
}

extension HTTPProblem {
    /// The store could not take what a provider sent: it is to keep it.
    static var comeAgain: HTTPProblem {
        HTTPProblem(.serviceUnavailable, "Nothing was taken. Try again in a moment.", headers: [.retryAfter: "2"])
    }
}
