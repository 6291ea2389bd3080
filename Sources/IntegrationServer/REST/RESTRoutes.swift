internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Storage

/// `/api/{workplace}/…`: tools and instances for scripts (bearer token) and for the workplace's own pages (session and
/// CSRF token). Only WORKPLACE fields can be written here.
struct RESTRoutes<I: Integration>: Sendable {
    let runtime: Runtime<I>

    func add(to router: Router<AppRequestContext>) {
        router.get("/api/openapi.json") { request, context in try await document(request, context) }
        let api = router.group("/api/:workplace")
        api.get("/tools") { request, context in
            _ = try await installation(request, context)
            return Self.json(["items": .array(listedTools)])
        }
        api.post("/tools/:tool") { request, context in try await callTool(request, context) }
        api.post("/tools/:tool/estimate") { request, context in try await estimate(request, context) }
        api.delete("/installation") { request, context in try await remove(request, context) }
        api.get("/models/:model") { request, context in
            try await InstanceRoutes(runtime: runtime).list(request, try await place(request, context))
        }
        api.get("/models/:model/:id") { request, context in
            try await InstanceRoutes(runtime: runtime).get(try await place(request, context), id: context.parameters.get("id") ?? "")
        }
        api.patch("/models/:model/:id") { request, context in
            try await InstanceRoutes(runtime: runtime)
                .patch(request, try await place(request, context), id: context.parameters.get("id") ?? "")
        }
    }

    /// The whole workplace, with everything that is kept for it. The name again, as `confirm`: what is removed does not
    /// come back.
    private func remove(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (installation, _) = try await installation(request, context)
        let handle = installation.workplace.handle
        guard RawQuery(request.uri.query ?? "")["confirm"] == handle else {
            throw HTTPProblem(.unprocessableContent, "Add ?confirm= with the name of the workplace: this cannot be undone.")
        }
        let left = try await Uninstaller(runtime: runtime).remove(installation, actor: "workplace \(handle)")
        return Self.json(["removed": .string(handle), "left_at_provider": left.map(JSON.string) ?? .null])
    }

    // MARK: Who asks

    /// The installation that the path names, if the request may act for it. What may not be is not there: 404.
    private func installation(
        _ request: Request, _ context: AppRequestContext
    ) async throws -> (Installation, Trigger) {
        let workplace = context.parameters.get("workplace") ?? ""
        if let installation = try await installation(ofBearer: request, context) {
            guard installation.workplace.handle == workplace else { throw HTTPProblem(.notFound) }
            return (installation, .workflow)
        }
        let identity = try await identity(of: request)
        guard identity.installation.workplace.handle == workplace else { throw HTTPProblem(.notFound) }
        if request.method != .get,
            !runtime.access.isValid(csrfToken: request.headers[.csrfToken], for: identity)
        {
            throw HTTPProblem(.forbidden, title: "The CSRF token is missing or wrong", "Load the page again.")
        }
        return (identity.installation, .form)
    }

    /// The installation whose bearer token a request has; nil for a request without one.
    private func installation(ofBearer request: Request, _ context: AppRequestContext) async throws -> Installation? {
        guard request.headers[.authorization] != nil else { return nil }
        if let installation = try await runtime.access.bearer(of: request) { return installation }
        guard runtime.access.refusedTokens.admits(context.peer) else {
            throw HTTPProblem(.tooManyRequests, headers: [.retryAfter: "10"])
        }
        throw Self.unauthorized("error=\"invalid_token\"", "The bearer token is not valid.")
    }

    private func identity(of request: Request) async throws -> WorkplaceIdentity {
        guard let identity = try await runtime.access.identity(of: request) else {
            throw Self.unauthorized(nil, "Send a bearer token; 'token create' makes one.")
        }
        return identity
    }

    private static func unauthorized(_ challenge: String?, _ detail: String) -> HTTPProblem {
        HTTPProblem(.unauthorized, detail,
            headers: [.wwwAuthenticate: "Bearer realm=\"api\"" + (challenge.map { ", \($0)" } ?? "")])
    }

    private func place(_ request: Request, _ context: AppRequestContext) async throws -> InstanceRoutes<I>.Place {
        let (installation, _) = try await installation(request, context)
        guard let model = I.models.first(where: { $0.handle == context.parameters.get("model") }) else {
            throw HTTPProblem(.notFound)
        }
        return InstanceRoutes<I>.Place(installation: installation, model: model)
    }

    // MARK: The document

    /// The same for every workplace, but not for everybody: it is a list of what there is to attack.
    private func document(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        if try await installation(ofBearer: request, context) == nil { _ = try await identity(of: request) }
        guard let document = I.openAPIDocument else { throw HTTPProblem(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: document)))
    }

    // MARK: Tools

    private var listedTools: [JSON] {
        I.tools.map(\.descriptor).map { tool in
            [
                "name": .string(tool.handle), "label": .string(tool.label), "description": .string(tool.description),
                "inputSchema": (try? JSON.parse(tool.inputSchema)) ?? .null,
                "outputSchema": tool.outputSchema.flatMap { try? JSON.parse($0) } ?? .null,
                "readOnly": .bool(tool.annotations.isReadOnly),
            ]
        }
    }

    private func callTool(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (installation, trigger) = try await installation(request, context)
        let arguments = try await Self.body(request, runtime.settings.limits)
        guard arguments.objectValue != nil else {
            throw HTTPProblem(.unprocessableContent, "The body must be an object with the tool's arguments.")
        }
        let invocation = Invocation(
            id: runtime.core.ids.make("inv", at: runtime.now), trigger: trigger,
            idempotencyKey: request.headers[.idempotencyKey])
        let output = try await runtime.tools.call(
            context.parameters.get("tool") ?? "", arguments: arguments, in: installation, invocation: invocation).get()
        return Self.json(["output": output.map(JSON.object) ?? .null])
    }

    private func estimate(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        _ = try await installation(request, context)
        let arguments = try await Self.body(request, runtime.settings.limits)
        let estimate = try await runtime.tools.estimate(context.parameters.get("tool") ?? "", arguments: arguments).get()
        return Self.json(["billing": ["credits": estimate.credits.json]])
    }

    // MARK: JSON

    static func body(_ request: Request, _ limits: Limits) async throws -> JSON {
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.trimmed.lowercased() }
        guard type == "application/json" else {
            throw HTTPProblem(.unsupportedMediaType, "Send application/json.", headers: [.accept: "application/json"])
        }
        let bytes = try await BodyReader.bytes(of: request, limit: limits.bodySize, timeout: limits.bodyTimeout)
        do {
            return try JSON.parse(bytes)
        } catch {
            throw HTTPProblem(.badRequest, title: "The body is not JSON", "\(error)")
        }
    }

    static func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: value.bytes())))
    }
}
