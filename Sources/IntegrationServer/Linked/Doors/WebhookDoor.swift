internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Storage

/// `/webhooks/{handle}`: what providers sent to the platform. What becomes of it is the same as in embedded mode: the
/// signature is verified over the text that was received, the delivery is durable before it is answered, and each event is
/// handled once.
struct WebhookDoor<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>

    /// Requests that come here are of no registration of ours.
    private static var registration: String { "platform" }

    func add(to router: Router<AppRequestContext>) {
        for method: HTTPRequest.Method in [.get, .post, .put, .patch, .delete] {
            router.on("/webhooks/:handle", method: method) { request, context in
                do {
                    return try await answer(request, context.parameters.get("handle") ?? "")
                } catch let malformed as MalformedCall {
                    return Self.refused(malformed.description, status: 400)
                } catch let problem as HTTPProblem {
                    return Self.refused(
                        problem.detail.isEmpty ? problem.title : problem.detail, status: problem.status.code,
                        headers: problem.headers)
                } catch {
                    context.logger.error("a webhook failed", metadata: ["error": "\(error)"])
                    return Self.refused("Webhook handler error", status: 500)
                }
            }
        }
    }

    private static func refused(_ message: String, status: Int, headers: HTTPFields = [:]) -> Response {
        DoorResponse.json(["error": .string(message)], status: status, headers: headers)
    }

    private func answer(_ request: Request, _ handle: String) async throws -> Response {
        guard let entry = linked.intake.entry(handle) else {
            return Self.refused("Webhook '\(handle.prefix(100))' not found", status: 404)
        }
        let body = try await DoorBody.buffer(of: request, linked.runtime.settings)
        linked.requestAnswered()
        let descriptor = entry.descriptor
        guard let envelope = Self.envelope(body) else {
            return try await direct(request, body, entry)
        }
        let given = try ForwardedRequest(envelope.object("request") ?? [:])
        let received = ReceivedRequest(
            method: given.method, url: given.url, path: given.path, query: given.query, headers: given.headers,
            body: given.body, kind: descriptor.body)
        return try await take(received, entry, try Envelope(envelope))
    }

    /// A body that has `env`, `request` and `context`.
    private static func envelope(_ body: ByteBuffer) -> JSONObject? {
        guard case .object(let object)? = try? JSON.parse(Array(body.readableBytesView)), object["env"] != nil,
            object["request"] != nil, object["context"] != nil
        else { return nil }
        return object
    }

    /// The provider's request as it is, with the platform's word for which app it is.
    private func direct(_ request: Request, _ body: ByteBuffer, _ entry: WebhookEntry<I>) async throws -> Response {
        guard let app = request.headers[.skedyulAppID], !app.isEmpty,
            let version = request.headers[.skedyulAppVersionID], !version.isEmpty
        else { return Self.refused("Missing app info: x-skedyul-app-id and x-skedyul-app-version-id are required", status: 400) }
        let received = ReceivedRequest(
            request, body: body, kind: entry.descriptor.body, publicURL: linked.runtime.publicURL)
        let context: JSONObject = ["app": ["id": .string(app), "versionId": .string(version)]]
        return try await take(received, entry, try Envelope(["context": .object(context)]))
    }

    private func take(
        _ received: ReceivedRequest, _ entry: WebhookEntry<I>, _ envelope: Envelope
    ) async throws -> Response {
        let descriptor = entry.descriptor
        guard let method = HTTPRequest.Method(rawValue: received.method) else {
            throw MalformedCall("request.method is no method of HTTP")
        }
        do {
            try linked.intake.admit(method, to: descriptor)
        } catch {
            return Self.refused("Method \(method.rawValue) not allowed", status: 405, headers: error.headers)
        }
        guard received.body.readableBytes <= descriptor.maximumBodySize else {
            return Self.refused("The body may have at most \(descriptor.maximumBodySize) bytes", status: 413)
        }
        var intake = linked.intake
        intake.core = try await linked.core(for: envelope, endpoint: descriptor.handle, .some)
        let registration = WebhookRegistration(
            id: Self.registration, webhook: descriptor.handle,
            // Of a webhook of the whole app, the payload says whose an event is.
            installation: descriptor.level == .app || envelope.context.workplace == nil
                ? nil : envelope.context.installationID,
            createdAt: linked.runtime.now)
        return try await intake.answer(received, registration, entry, linked.log(for: envelope))
    }
}

extension HTTPField.Name {
    /// Unwrapped without harm: tokens as RFC 9110 section 5.1 wants them.
    fileprivate static let skedyulAppID = HTTPField.Name("x-skedyul-app-id")!
    fileprivate static let skedyulAppVersionID = HTTPField.Name("x-skedyul-app-version-id")!
}
