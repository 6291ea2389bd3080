internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import ModelContextProtocol
internal import Storage

/// `/mcp`: the tools for agents. A bearer token says whose tools they are; every request stands for itself.
struct MCPRoute<I: Integration>: Sendable {
    private let runtime: Runtime<I>
    private let server: MCPServer

    /// - Throws: ``InvalidToolListing`` for a tool that agents could not use.
    init(runtime: Runtime<I>) throws {
        self.runtime = runtime
        let tools = try I.tools.map(\.descriptor).filter { $0.triggers.contains(.agent) }.map(Self.listing)
        server = try MCPServer(
            info: ServerInfo(
                name: I.descriptor.handle, version: I.descriptor.version, title: I.descriptor.name,
                description: I.descriptor.description.isEmpty ? nil : I.descriptor.description),
            tools: tools)
    }

    func add(to router: Router<AppRequestContext>) {
        for method: HTTPRequest.Method in [.get, .post, .delete] {
            router.on("/mcp", method: method) { request, context in try await answer(request, context) }
        }
    }

    private static func listing(_ tool: ToolDescriptor) throws -> ToolListing {
        ToolListing(
            name: tool.handle, title: tool.label, description: tool.description.isEmpty ? tool.label : tool.description,
            inputSchema: try JSON.parse(tool.inputSchema),
            outputSchema: try tool.outputSchema.map { try JSON.parse($0) },
            annotations: ToolListing.Annotations(
                isReadOnly: tool.annotations.isReadOnly, isDestructive: tool.annotations.isDestructive,
                isIdempotent: tool.annotations.isIdempotent, isOpenWorld: tool.annotations.isOpenWorld))
    }

    private func answer(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let installation = try await runtime.access.bearer(of: request) else {
            return unauthorized(request, context)
        }
        let limits = runtime.settings.limits
        let body = request.method == .post
            ? try await BodyReader.bytes(of: request, limit: limits.bodySize, timeout: limits.bodyTimeout) : []
        return await answer(request, body: body) { await run($0, in: installation) }
    }

    /// Answers whoever has been let in.
    ///
    /// - Parameter run: Runs a tool for them.
    func answer(_ request: Request, body: [UInt8], _ run: (ToolCall) async -> MCPReply) async -> Response {
        let head = MCPRequestHead(headers: request.headers.map { (name: $0.name.rawName, value: $0.value) })
        return Self.response(await reply(to: server.action(verb: request.method.rawValue, head: head, body: body), run))
    }

    private func reply(to action: MCPAction, _ run: (ToolCall) async -> MCPReply) async -> MCPReply {
        switch action {
        case .respond(let reply): return reply
        case .callTool(let call): return await run(call)
        case .batch(let batch):
            var replies: [MCPReply] = []
            for action in batch.actions { replies.append(await reply(to: action, run)) }
            return batch.reply(replies)
        }
    }

    private func run(_ call: ToolCall, in installation: Installation) async -> MCPReply {
        let invocation = Invocation(
            id: runtime.core.ids.make("inv", at: runtime.now), trigger: .agent, idempotencyKey: call.idempotencyKey)
        let result = await runtime.tools.call(
            call.name, arguments: .object(call.arguments), in: installation, invocation: invocation)
        switch result {
        case .success(let output): return call.reply(success: output.map(JSON.object))
        case .failure(let failure):
            let text = failure.text
            return call.reply(failure: text, structuredContent: ["error": .object(failure.members)])
        }
    }

    /// Without `resource_metadata`: there is no authorization server to be found.
    private func unauthorized(_ request: Request, _ context: AppRequestContext) -> Response {
        let hasToken = request.headers[.authorization] != nil
        if hasToken, !runtime.access.refusedTokens.admits(context.peer) {
            return Response(status: .tooManyRequests, headers: [.retryAfter: "10"])
        }
        let error: JSON = [
            "jsonrpc": "2.0", "id": .null,
            "error": [
                "code": -32600,
                "message": .string(hasToken
                    ? "Unauthorized: this bearer token is not valid" : "Unauthorized: a bearer token is required"),
            ],
        ]
        return Response(
            status: .unauthorized,
            headers: [
                .contentType: "application/json",
                .wwwAuthenticate: "Bearer realm=\"mcp\"" + (hasToken ? ", error=\"invalid_token\"" : ""),
            ],
            body: .init(byteBuffer: ByteBuffer(string: error.serialized())))
    }

    private static func response(_ reply: MCPReply) -> Response {
        var headers: HTTPFields = [:]
        for (name, value) in reply.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        headers[.contentType] = reply.contentType
        return Response(
            status: .init(code: reply.status), headers: headers,
            body: reply.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: reply.body)))
    }
}
