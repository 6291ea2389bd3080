import IntegrationKit

extension MCPServer {
    /// A request of 2026-07-28.
    func modernAction(_ request: RPCMessage.Request, _ head: MCPRequestHead) throws(RPCError) -> MCPAction {
        let envelope = try ModernEnvelope(request, head)
        switch request.method {
        case "server/discover":
            try envelope.checkOptionalMembers()
            return discover(request.id)
        case "tools/list":
            try envelope.checkOptionalMembers()
            return try listTools(request, envelope.version)
        case "tools/call":
            if case .string(let name)? = request.params["name"],
                let mismatch = catalog.headerMismatch(name, head, request.params["arguments"]?.objectValue ?? [:])
            {
                throw RPCError(.headerMismatch, mismatch)
            }
            try envelope.checkOptionalMembers()
            return try callTool(request, envelope.version, head)
        default: throw RPCError.methodNotFound(request.method)
        }
    }

    /// A request of a revision with a handshake, which is remembered nowhere: every request stands alone.
    func legacyAction(
        _ request: RPCMessage.Request, _ version: ProtocolVersion, _ head: MCPRequestHead
    ) throws(RPCError) -> MCPAction {
        switch request.method {
        case "initialize": return try initialize(request)
        case "ping": return .respond(.result(request.id, [:]))
        case "tools/list": return try listTools(request, version)
        case "tools/call": return try callTool(request, version, head)
        default: throw RPCError.methodNotFound(request.method)
        }
    }

    /// Answers with the requested version or, if that is not one with a handshake, with the newest that is.
    private func initialize(_ request: RPCMessage.Request) throws(RPCError) -> MCPAction {
        try checkParams(request)
        guard case .string(let requested)? = request.params["protocolVersion"] else {
            throw RPCError(.invalidParams, "params.protocolVersion must be a string")
        }
        let known = ProtocolVersion(rawValue: requested)
        let version = known.flatMap { $0.isModern ? nil : $0 } ?? .newestLegacy
        var result: JSONObject = [
            "protocolVersion": .string(version.rawValue),
            "capabilities": Self.capabilities,
            "serverInfo": info.json(for: version),
        ]
        result["instructions"] = instructions.map(JSON.string)
        return .respond(.result(request.id, result))
    }

    private func listTools(_ request: RPCMessage.Request, _ version: ProtocolVersion) throws(RPCError) -> MCPAction {
        try checkParams(request)
        let cursor = request.params["cursor"]
        guard cursor == nil || cursor?.stringValue != nil else {
            throw RPCError(.invalidParams, "params.cursor must be a string")
        }
        guard let page = catalog.page(version, cursor: cursor?.stringValue) else {
            throw RPCError(.invalidParams, "params.cursor is none that this server gave out")
        }
        return .respond(.result(request.id, written: page))
    }

    private func callTool(
        _ request: RPCMessage.Request, _ version: ProtocolVersion, _ head: MCPRequestHead
    ) throws(RPCError) -> MCPAction {
        try checkParams(request)
        guard case .string(let name)? = request.params["name"] else {
            throw RPCError(.invalidParams, "params.name must be a string")
        }
        let arguments = request.params["arguments"]
        guard arguments == nil || arguments?.objectValue != nil else {
            throw RPCError(.invalidParams, "params.arguments must be an object")
        }
        guard catalog.contains(name) else {
            throw RPCError(.invalidParams, "Unknown tool: \(name.prefix(100))")
        }
        let progressToken = request.meta?["progressToken"]
        guard progressToken == nil || progressToken.flatMap(RequestID.init) != nil else {
            throw RPCError(.invalidParams, "params._meta.progressToken must be a string or an integer")
        }
        return .callTool(
            ToolCall(
                name: name, arguments: arguments?.objectValue ?? [:], version: version, requestID: request.id,
                progressToken: progressToken, idempotencyKey: try idempotencyKey(request, head), resultMeta: resultMeta)
        )
    }

    private func checkParams(_ request: RPCMessage.Request) throws(RPCError) {
        guard !request.hasMalformedParams else { throw RPCError(.invalidParams, "params must be an object") }
        guard request.meta == nil || request.meta?.objectValue != nil else {
            throw RPCError(.invalidParams, "params._meta must be an object")
        }
    }

    /// Two different keys for one call would make one of its repetitions a second call, so they are refused.
    private func idempotencyKey(
        _ request: RPCMessage.Request, _ head: MCPRequestHead
    ) throws(RPCError) -> String? {
        var keys = head.values(of: MCPRequestHead.Name.idempotencyKey).map(String.init)
        switch request.meta?["idempotencyKey"] {
        case nil: break
        case .string(let key)?: keys.append(key)
        default: throw RPCError(.invalidParams, "params._meta.idempotencyKey must be a string")
        }
        guard let key = keys.first else { return nil }
        guard keys.allSatisfy({ $0 == key }) else {
            throw RPCError(.invalidParams, "The call has two different idempotency keys")
        }
        guard (1...255).contains(key.utf8.count) else {
            throw RPCError(.invalidParams, "An idempotency key must have 1 to 255 bytes")
        }
        return key
    }
}
