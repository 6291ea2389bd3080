import IntegrationKit
import ModelContextProtocol
import Testing

/// A server with a few tools, and requests to it, for tests.
enum Exchange {
    static let echoTool = ToolListing(
        name: "echo", title: "Echo", description: "Says it again.",
        inputSchema: ["type": "object", "properties": ["text": ["type": "string"]], "additionalProperties": false],
        outputSchema: ["type": "object", "properties": ["text": ["type": "string"]], "required": ["text"]],
        annotations: .init(isReadOnly: true, isDestructive: false, isIdempotent: true, isOpenWorld: false))
    static let listTool = ToolListing(
        name: "numbers.list", description: "Counts.", inputSchema: ["type": "object"],
        outputSchema: ["type": "array", "items": ["type": "integer"]])
    static let regionTool = ToolListing(
        name: "in-region", description: "Asks a region.",
        inputSchema: [
            "type": "object",
            "properties": [
                "region": ["type": "string", "x-mcp-header": "Region"],
                "deep": [
                    "type": "object",
                    "properties": ["count": ["type": "integer", "x-mcp-header": "Count"]],
                ],
                "dry": ["type": "boolean", "x-mcp-header": "Dry"],
            ],
        ])

    static let info = ServerInfo(
        name: "s", version: "1", title: "Server", description: "For tests", websiteURL: "https://example.com")

    static func server(pageSize: Int = 200) throws -> MCPServer {
        try MCPServer(
            info: info, instructions: "Be kind.", tools: [echoTool, listTool, regionTool], pageSize: pageSize)
    }

    static let modernMeta: JSON = [
        "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": [:],
    ]

    /// The head that every client sends.
    static let media = [
        (name: "Content-Type", value: "application/json"),
        (name: "Accept", value: "application/json, text/event-stream"),
    ]

    static func head(_ headers: [(String, String)]) -> MCPRequestHead {
        MCPRequestHead(headers: media + headers.map { (name: $0.0, value: $0.1) })
    }

    /// A request of 2026-07-28 whose headers agree with its body.
    static func modern(
        _ method: String, _ params: JSONObject = [:], id: JSON = 1, headers: [(String, String)] = [],
        server: MCPServer? = nil
    ) throws -> MCPAction {
        var params = params
        if params["_meta"] == nil { params["_meta"] = modernMeta }
        var all = [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", method)]
        if let name = params["name"]?.stringValue { all.append(("Mcp-Name", name)) }
        let body: JSON = ["jsonrpc": "2.0", "id": id, "method": .string(method), "params": .object(params)]
        return try (server ?? self.server()).action(verb: "POST", head: head(all + headers), body: body.bytes())
    }

    /// A request of a revision before 2026-07-28; without a version, without the header.
    static func legacy(
        _ method: String, _ params: JSONObject? = nil, id: JSON = 1, version: String? = "2025-11-25",
        server: MCPServer? = nil
    ) throws -> MCPAction {
        var body: JSONObject = ["jsonrpc": "2.0", "id": id, "method": .string(method)]
        body["params"] = params.map(JSON.object)
        return try (server ?? self.server()).action(
            verb: "POST", head: head(version.map { [("MCP-Protocol-Version", $0)] } ?? []),
            body: JSON.object(body).bytes())
    }

    /// The text as a body, with only these headers beside the media types.
    static func raw(_ body: String, _ headers: [(String, String)] = []) throws -> MCPReply {
        try reply(server().action(verb: "POST", head: head(headers), body: Array(body.utf8)))
    }

    static func reply(_ action: MCPAction) throws -> MCPReply {
        guard case .respond(let reply) = action else {
            Issue.record("a reply was expected, not a call")
            throw Unexpected()
        }
        return reply
    }

    static func call(_ action: MCPAction) throws -> ToolCall {
        guard case .callTool(let call) = action else {
            Issue.record("a call was expected, not \(action)")
            throw Unexpected()
        }
        return call
    }

    struct Unexpected: Error {}
}

extension MCPReply {
    /// The body as JSON; a reply without a body is `null`.
    var json: JSON {
        get throws { body.isEmpty ? .null : try JSON.parse(body) }
    }

    var errorCode: Int64? {
        get throws { try json["error"]?["code"]?.int64Value }
    }
}

extension MCPAction {
    /// The result of a reply.
    var result: JSON {
        get throws { try #require(try Exchange.reply(self).json["result"]) }
    }
}
