internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import ModelContextProtocol

/// `POST /mcp` in linked mode. Two kinds of callers share it:
///
/// - MCP clients, known by the header `MCP-Protocol-Version` or by methods that the platform has no use for, are served by
///   the same ``MCPServer`` as in embedded mode;
/// - the platform, which asks for `tools/list`, `tools/call` and `webhooks/list` in its own form.
struct MCPDoor<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>
    let tools: PlatformTools<I>
    private let plain: MCPRoute<I>
    private let toolList: JSON
    private let webhookList: JSON

    /// - Throws: ``InvalidToolListing`` for a tool that agents could not use.
    init(linked: LinkedRuntime<I>, tools: PlatformTools<I>) throws {
        self.linked = linked
        self.tools = tools
        plain = try MCPRoute(runtime: linked.runtime)
        toolList = ["tools": .array(try tools.all.map(PlatformAnswer.listing))]
        webhookList = ["webhooks": .array(I.webhooks.map { PlatformAnswer.listing(of: $0) })]
    }

    func add(to router: Router<AppRequestContext>) {
        for method: HTTPRequest.Method in [.get, .post, .delete] {
            router.on("/mcp", method: method) { request, context in try await answer(request, context) }
        }
    }

    private func answer(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard request.method == .post else { return await asClient(request, body: []) }
        let body = try await DoorBody.bytes(of: request, linked.runtime.settings)
        guard let json = try? JSON.parse(body) else {
            return DoorResponse.rpc(DoorResponse.parseError, "Parse error", status: 400)
        }
        guard case .object(let message) = json, message["id"] != nil, request.headers[.mcpProtocolVersion] == nil,
            let method = message["method"]?.stringValue, ["tools/list", "tools/call", "webhooks/list"].contains(method)
        else { return await asClient(request, body: body) }
        let id = message["id"] ?? .null
        guard message["jsonrpc"] == "2.0" else {
            return DoorResponse.rpc(DoorResponse.invalidRequest, "Invalid Request", id: id, status: 400)
        }
        switch method {
        case "tools/list": return DoorResponse.rpc(result: toolList, id: id)
        case "webhooks/list": return DoorResponse.rpc(result: webhookList, id: id)
        default: return await callTool(message["params"], id: id)
        }
    }

    // MARK: The platform

    private func callTool(_ params: JSON?, id: JSON) async -> Response {
        guard let name = params?["name"]?.stringValue else {
            return DoorResponse.rpc(DoorResponse.invalidParams, "params.name must be a text", id: id)
        }
        guard let tool = tools.tool(name) else {
            return DoorResponse.rpc(DoorResponse.invalidParams, "Tool \"\(name.prefix(100))\" not found", id: id)
        }
        do throws(MalformedCall) {
            let call = try ToolArguments(params?["arguments"], of: tool)
            return DoorResponse.rpc(result: .object(await run(tool, call)), id: id)
        } catch {
            return DoorResponse.rpc(DoorResponse.invalidParams, error.description, id: id)
        }
    }

    private func run(_ tool: ToolDescriptor, _ call: ToolArguments) async -> JSONObject {
        switch await tools.call(tool, inputs: call.inputs, isEstimate: call.isEstimate, call.envelope) {
        case .done(let output): PlatformAnswer.result(of: output, for: tool)
        case .estimated(let credits): PlatformAnswer.result(estimated: credits)
        case .failed(let failure): PlatformAnswer.result(of: failure, for: tool)
        }
    }

    // MARK: MCP clients

    private func asClient(_ request: Request, body: [UInt8]) async -> Response {
        await plain.answer(request, body: body) { call in
            guard let tool = tools.tool(call.name) else { return call.reply(failure: "There is no tool '\(call.name.prefix(100))'.") }
            let arguments: ToolArguments
            do throws(MalformedCall) {
                arguments = try ToolArguments(.object(call.arguments), of: tool)
            } catch {
                return call.reply(failure: error.description)
            }
            switch await tools.call(tool, inputs: arguments.inputs, isEstimate: arguments.isEstimate, arguments.envelope) {
            case .done(let output): return call.reply(success: output.map(JSON.object))
            case .estimated(let credits): return call.reply(success: ["billing": PlatformAnswer.billing(credits: credits)])
            case .failed(let failure):
                return call.reply(failure: failure.text, structuredContent: ["error": .object(failure.members)])
            }
        }
    }
}

/// `arguments` of a `tools/call`, in the platform's form or as a tool's own.
struct ToolArguments: Sendable {
    /// nil when the platform's form has none.
    let inputs: JSON?
    let isEstimate: Bool
    let envelope: Envelope

    private static let words = ["inputs", "env", "context", "invocation", "estimate"]

    /// - Throws: ``MalformedCall`` when they are in neither form.
    init(_ arguments: JSON?, of tool: ToolDescriptor) throws(MalformedCall) {
        let object: JSONObject
        switch arguments {
        case nil, .null?: object = [:]
        case .object(let members)?: object = members
        default: throw MalformedCall("params.arguments must be an object")
        }
        guard Self.isPlatformForm(object, of: tool) else {
            inputs = .object(object)
            isEstimate = false
            envelope = try Envelope([:])
            return
        }
        inputs = try object.object("inputs").map(JSON.object)
        switch object["estimate"] {
        case nil, .null?: isEstimate = false
        case .bool(let value)?: isEstimate = value
        default: throw MalformedCall("estimate must be true or false")
        }
        envelope = try Envelope(object)
    }

    /// One of the platform's words makes it the platform's form. Of a tool that has an input of such a name more is asked:
    /// the platform always says in `context` which app it means, or in `invocation` what calls.
    private static func isPlatformForm(_ arguments: JSONObject, of tool: ToolDescriptor) -> Bool {
        guard words.contains(where: { arguments[$0] != nil }) else { return false }
        let own = (try? JSON.parse(tool.inputSchema))?["properties"]?.objectValue ?? [:]
        guard words.contains(where: { own[$0] != nil }) else { return true }
        return arguments["context"]?["app"]?["id"] != nil || arguments["invocation"]?["invocationType"] != nil
    }
}

extension HTTPField.Name {
    /// Unwrapped without harm: a token as RFC 9110 section 5.1 wants it.
    static let mcpProtocolVersion = HTTPField.Name("MCP-Protocol-Version")!
}

/// Bodies of the platform's calls.
enum DoorBody {
    /// Texts of ten thousand recipients fit, and so does any webhook's body as text in JSON.
    static let limit = 16 * 1024 * 1024

    static func bytes(of request: Request, _ settings: ServerSettings) async throws -> [UInt8] {
        Array(try await buffer(of: request, settings).readableBytesView)
    }

    static func buffer(of request: Request, _ settings: ServerSettings) async throws -> ByteBuffer {
        try await BodyReader.buffer(of: request, limit: limit, timeout: settings.limits.bodyTimeout)
    }
}
