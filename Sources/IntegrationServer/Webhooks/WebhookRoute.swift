internal import Cryptography
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Storage

/// `GET` and `POST /api/webhooks/{registration_id}`: the provider's door. It answers 200 when the delivery is durable and
/// does nothing else with it.
struct WebhookRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>
    let registry: WebhookRegistry<I>

    private let entries: [String: WebhookEntry<I>]
    /// Values of the provision variables that hold secrets, by name.
    private let secrets: [String: Secret<[UInt8]>]
    private let loggedRefusals = RateLimiter(limit: 5, per: .seconds(60))

    init(runtime: Runtime<I>, registry: WebhookRegistry<I>) {
        self.runtime = runtime
        self.registry = registry
        entries = Dictionary(I.webhooks.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
        var secrets: [String: Secret<[UInt8]>] = [:]
        for variable in I.Environment.Provision.variables {
            secrets[variable.name] = variable.text(in: runtime.settings.environment).map { Secret(Array($0.utf8)) }
        }
        self.secrets = secrets
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
            throw Self.unavailable
        }
        guard let registration, let entry = entries[registration.webhook] else { throw HTTPProblem(.notFound) }
        let descriptor = entry.descriptor
        switch request.method {
        case .get where descriptor.challenge != nil: return try challenge(request, descriptor)
        case .post where descriptor.methods.contains("POST"):
            return try await take(request, registration, descriptor, context)
        default:
            let allowed = (descriptor.challenge == nil ? [] : ["GET"]) + descriptor.methods.filter { $0 == "POST" }
            throw HTTPProblem(.methodNotAllowed, headers: [.allow: allowed.joined(separator: ", ")])
        }
    }

    // MARK: The challenge

    private func challenge(_ request: Request, _ descriptor: WebhookDescriptor) throws -> Response {
        guard case .hub(let variable) = descriptor.challenge else { throw HTTPProblem(.methodNotAllowed) }
        let query = RawQuery(request.uri.query ?? "")
        let expected = secrets[variable]?.expose() ?? []
        let given = Array((query["hub.verify_token"] ?? "").utf8)
        guard query["hub.mode"] == "subscribe", !expected.isEmpty, ConstantTime.equals(given, expected),
            let challenge = query["hub.challenge"], Self.isHarmless(challenge)
        else { throw HTTPProblem(.forbidden) }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: challenge)))
    }

    /// What is echoed comes from outside: letters, digits and a little more, not long.
    private static func isHarmless(_ text: String) -> Bool {
        (1...256).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    // MARK: A delivery

    private func take(
        _ request: Request, _ registration: WebhookRegistration, _ descriptor: WebhookDescriptor,
        _ context: AppRequestContext
    ) async throws -> Response {
        if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw HTTPProblem(.unsupportedMediaType, "Bodies must not be compressed.")
        }
        let body = try await BodyReader.buffer(
            of: request, limit: descriptor.maximumBodySize, timeout: runtime.settings.limits.bodyTimeout)
        let check = SignatureCheck(signature: descriptor.signature)
        let secrets = try await self.secrets(check.secretNames, registration)
        guard check.admits(body, headers: request.headers, secrets: secrets) else {
            runtime.core.counters.add(.badSignatures)
            if loggedRefusals.admits(registration.id) {
                context.logger.warning("a delivery with a bad or missing signature was refused",
                    metadata: ["webhook": "\(descriptor.handle)", "bytes": "\(body.readableBytes)"])
            }
            throw HTTPProblem(.forbidden, "The signature is missing or wrong.")
        }
        let now = runtime.now
        let delivery = Delivery(
            id: DeliveryID(runtime.core.ids.make("dlv", at: now)), registration: registration.id,
            webhook: descriptor.handle, installation: registration.installation, receivedAt: now,
            body: Array(body.readableBytesView))
        do {
            try await runtime.inbox.append(delivery)
        } catch {
            runtime.core.counters.add(.deliveriesRefused)
            if loggedRefusals.admits("store") {
                context.logger.error("a delivery could not be stored; the provider was asked to come again",
                    metadata: ["reason": "\(error)"])
            }
            throw Self.unavailable
        }
        runtime.core.counters.add(.deliveriesStored)
        return Response(status: .ok)
    }

    private func secrets(
        _ names: [String], _ registration: WebhookRegistration
    ) async throws -> [[UInt8]] {
        let provision = names.compactMap { secrets[$0]?.expose() }
        guard provision.count < names.count, let installation = registration.installation else { return provision }
        do {
            let sealed = try await runtime.store.environment(of: installation)
            return try provision + names.compactMap { name in
                try sealed[name].map { Array(try runtime.core.sealer.open($0, variable: name, of: installation).utf8) }
            }
        } catch {
            throw Self.unavailable
        }
    }

    private static var unavailable: HTTPProblem {
        HTTPProblem(.serviceUnavailable, "Nothing was taken. Try again in a moment.", headers: [.retryAfter: "2"])
    }
}
