internal import Cryptography
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Storage

/// What becomes of a provider's request, by whichever door it came: the challenge is answered, the signature verified over
/// the received bytes, then a delivery is stored durably or a callback answered. It does nothing else with a delivery.
struct WebhookIntake<I: Integration>: Sendable {
    /// In linked mode that of the call.
    var core: RuntimeCore<I>
    private let inbox: GroupCommit
    private let compliance: ComplianceDesk<I>
    private let entries: [String: WebhookEntry<I>]
    private let publicKeys = PublicKeyCache<I>()
    private let loggedRefusals = RateLimiter(limit: 5, per: .seconds(60))

    init(core: RuntimeCore<I>, inbox: GroupCommit, compliance: ComplianceDesk<I>) {
        self.core = core
        self.inbox = inbox
        self.compliance = compliance
        entries = Dictionary(I.webhooks.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The webhook of this handle; nil when there is none.
    func entry(_ handle: String) -> WebhookEntry<I>? { entries[handle] }

    /// - Throws: ``HTTPProblem`` 405.
    func admit(_ method: HTTPRequest.Method, to webhook: WebhookDescriptor) throws(HTTPProblem) {
        if method == .get, case .hub? = webhook.challenge { return }
        guard webhook.methods.contains(method.rawValue) else {
            let challenge = webhook.challenge != nil && !webhook.methods.contains("GET") ? ["GET"] : []
            let allowed = (challenge + webhook.methods).joined(separator: ", ")
            throw HTTPProblem(.methodNotAllowed, headers: [.allow: allowed])
        }
    }

    /// - Throws: ``HTTPProblem``: 403 for a bad signature, 503 when the store does not take it.
    func answer(
        _ request: ReceivedRequest, _ registration: WebhookRegistration, _ entry: WebhookEntry<I>, _ log: Logger
    ) async throws -> Response {
        if request.method == "GET", case .hub(let token)? = entry.descriptor.challenge {
            return try await challenge(request, token, registration)
        }
        return try await take(request, registration, entry, log)
    }

    // MARK: The challenge

    private func challenge(
        _ request: ReceivedRequest, _ token: WebhookSignature.SecretName, _ registration: WebhookRegistration
    ) async throws -> Response {
        let query = request.query
        let expected = try await secrets([token], registration).first ?? []
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
        _ received: ReceivedRequest, _ registration: WebhookRegistration, _ entry: WebhookEntry<I>, _ log: Logger
    ) async throws -> Response {
        let start = ContinuousClock.now
        let descriptor = entry.descriptor
        if case .unsigned(let answer)? = descriptor.challenge, isUnsigned(received, descriptor.signature) {
            return Self.response(answer)
        }
        let check = SignatureCheck(signature: descriptor.signature)
        guard case .admitted(let nonce) = try await verdict(received, check, registration, entry) else {
            measure("refused", descriptor, since: start)
            return try refuse(received, registration, descriptor, log)
        }
        if try isIgnored(received, descriptor, check) { return Self.response(descriptor.answer) }
        do {
            switch entry.work {
            case .callback(let answer):
                let kept = received.kept(secretHeader: check.secretHeader)
                let made = try await call(answer, kept, registration, descriptor, log)
                measure("answered", descriptor, since: start)
                return Self.response(made, descriptor.answer)
            case .compliance(let duty, let subject, _):
                let kept = received.kept(secretHeader: check.secretHeader)
                let made = try await comply(duty, try subject(kept), descriptor, log)
                measure("answered", descriptor, since: start)
                return made.map { Self.response($0, descriptor.answer) } ?? Self.response(descriptor.answer)
            case .events:
                let bytes = descriptor.keepsRequest
                    ? received.kept(secretHeader: check.secretHeader).json.bytes() : Array(received.body.readableBytesView)
                try await store(bytes, registration, descriptor, log)
                measure("stored", descriptor, since: start)
                return Self.response(descriptor.answer)
            }
        } catch {
            measure("failed", descriptor, since: start)
            // Nothing came of it: the provider may send the same once more.
            if let nonce { try? await core.store.releaseNonce(nonce) }
            if error is InvalidValue { throw HTTPProblem(.badRequest, "The request does not say whom it is about.") }
            guard error is CallbackFailed else { throw error }
            return Self.response(descriptor.answerOnFailure)
        }
    }

    private func measure(_ outcome: String, _ descriptor: WebhookDescriptor, since start: ContinuousClock.Instant) {
        core.metrics.acceptance.add(Timings.Labels(descriptor.handle, outcome), .now - start)
    }

    private struct CallbackFailed: Error {}

    private func store(
        _ body: [UInt8], _ registration: WebhookRegistration, _ descriptor: WebhookDescriptor,
        _ log: Logger
    ) async throws {
        let now = core.now
        let delivery = Delivery(
            id: DeliveryID(core.ids.make("dlv", at: now)), registration: registration.id,
            webhook: descriptor.handle, installation: registration.installation, receivedAt: now, body: body)
        do {
            try await inbox.append(delivery)
        } catch {
            core.counters.add(.deliveriesRefused)
            if loggedRefusals.admits("store") {
                log.error("a delivery could not be stored; the provider was asked to come again",
                    metadata: ["reason": "\(error)"])
            }
            throw HTTPProblem.comeAgain
        }
        core.counters.add(.deliveriesStored)
    }

    /// A callback's answer is its handler's, within its time; what it wrote is kept only then.
    ///
    /// - Throws: ``CallbackFailed`` when there is none.
    private func call(
        _ answer: @escaping @Sendable (CallbackContext<I>) async throws -> WebhookResponse, _ request: WebhookRequest,
        _ registration: WebhookRegistration, _ descriptor: WebhookDescriptor, _ log: Logger
    ) async throws -> WebhookResponse {
        do {
            let provision = try core.provision()
            @Sendable func made(
                _ environment: I.Environment?, _ session: (any UnitOfWork)?
            ) async throws -> WebhookResponse {
                let context = CallbackContext<I>(
                    request: request, provision: provision, environment: environment, services: core.services, log: log,
                    session: session)
                return try await withDeadline(descriptor.timeout) { try await answer(context) }
            }
            guard let id = registration.installation, let installation = try await core.store.installation(id) else {
                return try await made(nil, nil)
            }
            let environment = try await core.environment(of: installation)
            return try await core.unit(of: installation) { try await made(environment, $0) }.value
        } catch {
            log.error("a callback failed",
                metadata: ["webhook": "\(descriptor.handle)", "reason": "\(error)"])
            throw CallbackFailed()
        }
    }

    private func comply(
        _ duty: ComplianceDuty, _ subject: ComplianceSubject, _ descriptor: WebhookDescriptor,
        _ log: Logger
    ) async throws -> WebhookResponse? {
        do throws(StorageError) {
            return try await compliance.take(duty, of: subject, by: descriptor.handle)
        } catch {
            log.error(
                "a person's request could not be noted; the provider was asked to come again",
                metadata: ["webhook": "\(descriptor.handle)", "reason": "\(error)"])
            throw HTTPProblem.comeAgain
        }
    }

    // MARK: Whose it is

    private enum Admission {
        case refused
        /// The nonce is used up.
        case admitted(nonce: [UInt8]?)
    }

    private func verdict(
        _ request: ReceivedRequest, _ check: SignatureCheck, _ registration: WebhookRegistration, _ entry: WebhookEntry<I>
    ) async throws -> Admission {
        let secrets = try await self.secrets(check.signature.secrets, registration)
        let keys = await publicKeys.keys(for: entry, id: check.keyID(in: request), in: core)
        guard case .admitted(let nonce) = check.verdict(request, secrets: secrets, keys: keys, now: core.now) else {
            return .refused
        }
        guard let nonce else { return .admitted(nonce: nil) }
        // Two registrations may be sent the same one.
        let name = SHA256.hash(Array("webhook \(registration.id) ".utf8) + nonce.bytes)
        do {
            let isNew = try await core.store.useOnce(name, expiresAt: nonce.until, now: core.now)
            return isNew ? .admitted(nonce: name) : .refused
        } catch {
            throw HTTPProblem.comeAgain
        }
    }

    private func refuse(
        _ request: ReceivedRequest, _ registration: WebhookRegistration, _ descriptor: WebhookDescriptor,
        _ log: Logger
    ) throws -> Response {
        core.counters.add(.badSignatures)
        if loggedRefusals.admits(registration.id) {
            log.warning("a delivery with a bad or missing signature was refused",
                metadata: ["webhook": "\(descriptor.handle)", "bytes": "\(request.body.readableBytes)"])
        }
        if let answer = descriptor.answerOnRefusal { return Self.response(answer) }
        throw HTTPProblem(.forbidden, "The signature is missing or wrong.")
    }

    /// Whether nothing stands where the signature would be.
    private func isUnsigned(_ request: ReceivedRequest, _ signature: WebhookSignature) -> Bool {
        let place: RequestValue? =
            switch signature.style {
            case .hmac, .publicKey, .token: signature.source
            case .bearer, .basic: .header("Authorization")
            case .standardWebhooks: .header("webhook-signature")
            case .twilio: .header("X-Twilio-Signature")
            case .signedRequest: .form("signed_request")
            case .none: nil
            }
        return place.map { request.value(at: $0) == nil } ?? false
    }

    private func isIgnored(
        _ request: ReceivedRequest, _ descriptor: WebhookDescriptor, _ check: SignatureCheck
    ) throws -> Bool {
        guard !descriptor.ignored.isEmpty else { return false }
        let kept = request.kept(secretHeader: check.secretHeader)
        return descriptor.ignored.contains { ignored in
            ignored.conditions.allSatisfy { kept.value(at: $0.source) == $0.value }
        }
    }

    private func secrets(
        _ names: [WebhookSignature.SecretName], _ registration: WebhookRegistration
    ) async throws -> [[UInt8]] {
        let variables = names.compactMap { if case .variable(let name) = $0 { name } else { nil } }
        // Of a call of the platform all of them come with it.
        let declared = I.Environment.Provision.variables + (core.tenancy.call == nil ? [] : I.Environment.Install.variables)
        let provision = variables.compactMap { name in
            declared.first { $0.name == name }?.text(in: core.variables).map { Array($0.utf8) }
        }
        guard core.tenancy.call == nil else { return provision }
        guard provision.count < variables.count, let installation = registration.installation else { return provision }
        do {
            let sealed = try await core.store.environment(of: installation)
            return try provision + variables.compactMap { name in
                try sealed[name].map { Array(try core.sealer.open($0, variable: name, of: installation).utf8) }
            }
        } catch {
            throw HTTPProblem.comeAgain
        }
    }

    // MARK: Answers

    private static func response(_ answer: WebhookDescriptor.FixedAnswer) -> Response {
        var headers = HTTPFields()
        if let type = answer.contentType { headers[.contentType] = type }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: answer.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(string: answer.body)))
    }

    private static func response(
        _ made: WebhookResponse, _ usual: WebhookDescriptor.FixedAnswer
    ) -> Response {
        var headers = HTTPFields()
        for field in made.headers {
            // A name or value that HTTP cannot carry is left out rather than sent as something else.
            guard let name = HTTPField.Name(field.name), HTTPField.isValidValue(field.value) else { continue }
            headers.append(HTTPField(name: name, value: field.value))
        }
        if headers[.contentType] == nil, let type = usual.contentType { headers[.contentType] = type }
        return Response(
            status: .init(code: made.status ?? usual.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: made.body)))
    }
}
