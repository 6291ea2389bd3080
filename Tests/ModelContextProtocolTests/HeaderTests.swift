import IntegrationKit
import ModelContextProtocol
import Testing

@Suite("Headers that repeat the body")
struct HeaderTests {
    private func code(_ body: JSON, _ headers: [(String, String)]) throws -> Int64? {
        let action = try Exchange.server().action(verb: "POST", head: Exchange.head(headers), body: body.bytes())
        guard case .respond(let reply) = action else { return nil }
        #expect(try reply.errorCode != -32020 || reply.status == 400)
        return try reply.errorCode
    }

    private let version = ("MCP-Protocol-Version", "2026-07-28")

    @Test(
        "the method's header must be there once, exactly",
        arguments: [
            ([("Mcp-Method", "tools/list")], nil), ([("mcp-method", " \ttools/list\t ")], nil),
            ([("MCP-METHOD", "tools/list")], nil), ([], -32020), ([("Mcp-Method", "tools/call")], -32020),
            ([("Mcp-Method", "TOOLS/LIST")], -32020), ([("Mcp-Method", "")], -32020),
            ([("Mcp-Method", "tools/list"), ("Mcp-Method", "tools/list")], -32020),
            ([("Mcp-Method", "=?base64?dG9vbHMvbGlzdA==?=")], -32020),
        ] as [([(String, String)], Int64?)])
    func method(headers: [(String, String)], expected: Int64?) throws {
        let body: JSON = ["jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": ["_meta": Exchange.modernMeta]]
        #expect(try code(body, [version] + headers) == expected)
    }

    @Test(
        "the name's header must spell the name",
        arguments: [
            ("echo", ["echo"], nil), ("echo", [" echo\t"], nil), ("echo", ["=?base64?ZWNobw==?="], nil),
            ("echo", [], -32020),
            ("echo", ["other"], -32020), ("echo", ["Echo"], -32020), ("echo", ["echo", "echo"], -32020),
            ("echo", ["=?base64?ZWNobw=?="], -32020), ("echo", ["=?base64?ZWNobw?="], -32020),
            ("echo", ["=?base64?ZWNo*w==?="], -32020), ("echo", ["=?base64?ZWNobx==?="], -32020),
            ("echo", ["=?BASE64?ZWNobw==?="], -32020), ("é", ["=?base64?w6k=?="], -32602),
            ("é", ["=?base64?/w==?="], -32020),
            ("é", ["=?base64?ZcyB?="], -32020), ("=?base64?x", ["=?base64?x"], -32602), ("x?=", ["x?="], -32602),
            ("=?base64?=", ["=?base64?="], -32602), ("", ["=?base64??="], -32602), ("", [""], -32602),
            ("a\r\nb", ["=?base64?YQ0KYg==?="], -32602),
        ] as [(String, [String], Int64?)])
    func name(name: String, values: [String], expected: Int64?) throws {
        let body: JSON = [
            "jsonrpc": "2.0", "id": 1, "method": "tools/call",
            "params": ["name": .string(name), "_meta": Exchange.modernMeta],
        ]
        let headers = [version, ("Mcp-Method", "tools/call")] + values.map { ("Mcp-Name", $0) }
        #expect(try code(body, headers) == expected)
    }

    @Test(
        "other methods with names are held to the same, before they are not found",
        arguments: [
            ("prompts/get", "name", "p", -32601), ("prompts/get", "name", "q", -32020),
            ("resources/read", "uri", "p", -32601), ("resources/read", "uri", "q", -32020),
        ])
    func otherMethods(method: String, key: String, header: String, expected: Int64) throws {
        var params: JSONObject = ["_meta": Exchange.modernMeta]
        params[key] = "p"
        let body: JSON = ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .object(params)]
        #expect(try code(body, [version, ("Mcp-Method", method), ("Mcp-Name", header)]) == expected)
    }

    @Test("a call without a name is told so, not that its header is missing")
    func noName() throws {
        #expect(try Exchange.reply(Exchange.modern("tools/call")).errorCode == -32602)
    }

    @Test(
        "arguments that are marked must be repeated in their headers",
        arguments: [
            ([:], [], nil), (["region": "eu"], [("Mcp-Param-Region", "eu")], nil),
            (["region": "eu"], [("mcp-param-region", "=?base64?ZXU=?=")], nil), (["region": "eu"], [], -32020),
            (["region": "eu"], [("Mcp-Param-Region", "us")], -32020), ([:], [("Mcp-Param-Region", "eu")], -32020),
            (["region": nil], [], nil),
            (["region": "eu"], [("Mcp-Param-Region", "eu"), ("Mcp-Param-Region", "eu")], -32020),
            (["region": "eu"], [("Mcp-Param-Region", "=?base64?ZXU?=")], -32020),
            (["deep": ["count": 42]], [("Mcp-Param-Count", "42.0")], nil),
            (["deep": ["count": 42]], [("Mcp-Param-Count", "43")], -32020),
            (["deep": ["count": 42]], [("Mcp-Param-Count", "x")], -32020),
            (["dry": true], [("Mcp-Param-Dry", "true")], nil), (["dry": true], [("Mcp-Param-Dry", "True")], -32020),
            (["region": ["eu"]], [("Mcp-Param-Region", "eu")], -32020), ([:], [("Mcp-Param-Other", "x")], nil),
        ] as [(JSON, [(String, String)], Int64?)])
    func parameters(arguments: JSON, headers: [(String, String)], expected: Int64?) throws {
        let action = try Exchange.modern("tools/call", ["name": "in-region", "arguments": arguments], headers: headers)
        if let expected {
            #expect(try Exchange.reply(action).errorCode == expected)
        } else {
            #expect(try Exchange.call(action).arguments == arguments.objectValue)
        }
        #expect(throws: Never.self) {
            try Exchange.call(Exchange.legacy("tools/call", ["name": "in-region", "arguments": arguments]))
        }
    }

    @Test(
        "tools that clients would drop or could not call are refused at start",
        arguments: [
            ("a b", ["type": "object"], "name"), ("", ["type": "object"], "name"), ("é", ["type": "object"], "name"),
            (String(repeating: "a", count: 65), ["type": "object"], "name"), ("echo", ["type": "object"], "twice"),
            ("t", ["type": "array"], "type object"), ("t", [:], "type object"), ("t", true, "type object"),
            ("t", ["type": "object", "x-mcp-header": "A"], "properties"),
            ("t", ["type": "object", "properties": ["a": ["type": "string", "x-mcp-header": ""]]], "token"),
            ("t", ["type": "object", "properties": ["a": ["type": "string", "x-mcp-header": "a b"]]], "token"),
            ("t", ["type": "object", "properties": ["a": ["type": "number", "x-mcp-header": "A"]]], "integers"),
            (
                "t", ["type": "object", "properties": ["a": ["items": ["type": "string", "x-mcp-header": "A"]]]],
                "properties"
            ),
            (
                "t", ["type": "object", "allOf": [["properties": ["a": ["type": "string", "x-mcp-header": "A"]]]]],
                "properties"
            ),
            ("t", ["type": "object", "$defs": ["d": ["type": "string", "x-mcp-header": "A"]]], "properties"),
            (
                "t",
                [
                    "type": "object",
                    "properties": [
                        "a": ["type": "string", "x-mcp-header": "A"], "b": ["type": "string", "x-mcp-header": "a"],
                    ],
                ], "twice"
            ),
        ] as [(String, JSON, String)])
    func invalidTools(name: String, schema: JSON, expected: String) {
        let tool = ToolListing(name: name, description: "x", inputSchema: schema)
        let error = #expect(throws: InvalidToolListing.self) {
            try MCPServer(info: Exchange.info, tools: [Exchange.echoTool, tool])
        }
        #expect(error?.description.contains(expected) == true)
    }

    @Test("a property may be called like a keyword, and data may hold the mark")
    func notMarks() throws {
        let schema: JSON = [
            "type": "object",
            "properties": [
                "properties": ["type": "object", "default": ["x-mcp-header": 5]],
                "x-mcp-header": ["type": "string"],
            ],
        ]
        let tool = ToolListing(name: "t", description: "x", inputSchema: schema)
        #expect(throws: Never.self) { try MCPServer(info: Exchange.info, tools: [tool]) }
    }
}
