import IntegrationKit
import ModelContextProtocol
import Testing

@Suite("Methods")
struct MethodTests {
    @Test(
        "initialize answers with the asked version, or with the newest that has a handshake",
        arguments: [
            ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
            ("2025-11-25", "2025-11-25"), ("1999-01-01", "2025-11-25"), ("2026-07-28", "2025-11-25"),
            ("", "2025-11-25"),
        ])
    func initialize(asked: String, answered: String) throws {
        for header in [nil, "2025-11-25"] {
            let params: JSONObject = [
                "protocolVersion": .string(asked), "capabilities": [:], "clientInfo": ["name": "c", "version": "1"],
            ]
            let reply = try Exchange.reply(Exchange.legacy("initialize", params, version: header))
            #expect(reply.status == 200)
            #expect(!reply.headers.contains { equals($0.name, "mcp-session-id") })
            let result = try #require(try reply.json["result"])
            #expect(result["protocolVersion"]?.stringValue == answered)
            #expect(result["capabilities"] == ["tools": [:]])
            #expect(result["instructions"] == "Be kind.")
            #expect(result["serverInfo"]?["name"] == "s")
            #expect((result["serverInfo"]?["title"] != nil) == (answered >= "2025-06-18"))
            #expect((result["serverInfo"]?["websiteUrl"] != nil) == (answered >= "2025-11-25"))
        }
    }

    private func equals(_ left: String, _ right: String) -> Bool { left.lowercased() == right }

    @Test("initialize without a version is told so", arguments: [nil, [:], ["protocolVersion": 5]] as [JSONObject?])
    func initializeWithoutVersion(params: JSONObject?) throws {
        let reply = try Exchange.reply(Exchange.legacy("initialize", params, version: nil))
        #expect(reply.status == 200)
        #expect(try reply.errorCode == -32602)
    }

    @Test("ping is answered with an empty object")
    func ping() throws {
        #expect(try Exchange.legacy("ping").result == [:])
    }

    @Test("discovery tells versions, capabilities and who we are")
    func discover() throws {
        let expected: JSON = [
            "resultType": "complete", "supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]],
            "instructions": "Be kind.", "ttlMs": 0, "cacheScope": "private",
            "_meta": [
                "io.modelcontextprotocol/serverInfo": [
                    "name": "s", "version": "1", "title": "Server", "description": "For tests",
                    "websiteUrl": "https://example.com",
                ]
            ],
        ]
        #expect(try Exchange.modern("server/discover").result == expected)
    }

    @Test(
        "the list leaves out what a revision does not know",
        arguments: [
            ("2024-11-05", ["description", "inputSchema", "name"]),
            ("2025-03-26", ["annotations", "description", "inputSchema", "name"]),
            ("2025-06-18", ["annotations", "description", "inputSchema", "name", "outputSchema", "title"]),
            ("2025-11-25", ["annotations", "description", "inputSchema", "name", "outputSchema", "title"]),
            ("2026-07-28", ["annotations", "description", "inputSchema", "name", "outputSchema", "title"]),
        ])
    func list(version: String, members: [String]) throws {
        let isModern = version == "2026-07-28"
        let result = try (isModern ? Exchange.modern("tools/list") : Exchange.legacy("tools/list", version: version))
            .result
        #expect(
            result["tools"]?.arrayValue?.compactMap { $0["name"]?.stringValue } == [
                "echo", "numbers.list", "in-region",
            ])
        #expect(result["tools"]?[0]?.objectValue?.keys.sorted() == members)
        #expect(result["tools"]?[0]?["inputSchema"] == Exchange.echoTool.inputSchema)
        #expect((result["tools"]?[1]?["outputSchema"] != nil) == isModern)
        #expect(result["nextCursor"] == nil)
        #expect((result["resultType"] == "complete") == isModern)
        #expect((result["ttlMs"] == 0) == isModern)
        #expect((result["cacheScope"] == "private") == isModern)
        #expect((result["_meta"] != nil) == isModern)
    }

    @Test("pages join to the whole list, and only cursors that were given out are taken")
    func pages() throws {
        let server = try Exchange.server(pageSize: 2)
        for isModern in [true, false] {
            func page(_ params: JSONObject) throws -> MCPAction {
                try isModern
                    ? Exchange.modern("tools/list", params, server: server)
                    : Exchange.legacy("tools/list", params, server: server)
            }
            let first = try page([:]).result
            let cursor = try #require(first["nextCursor"])
            let second = try page(["cursor": cursor]).result
            #expect(second["nextCursor"] == nil)
            let names = [first, second].flatMap { $0["tools"]?.arrayValue ?? [] }.map { $0["name"] }
            #expect(names == ["echo", "numbers.list", "in-region"])
            for bad in ["", "x", "after-0", 5, nil] as [JSON] {
                let reply = try Exchange.reply(page(["cursor": bad]))
                #expect(try reply.errorCode == -32602)
                #expect(reply.status == (isModern ? 400 : 200))
            }
        }
    }

    @Test("a server without tools lists none")
    func noTools() throws {
        let server = try MCPServer(info: Exchange.info, tools: [])
        #expect(try Exchange.legacy("tools/list", server: server).result == ["tools": []])
    }

    @Test("a call carries everything that the tool needs")
    func call() throws {
        let arguments: JSON = ["text": "hi", "n": .number(try #require(JSONNumber(text: "1e400")))]
        guard case .object(var meta) = Exchange.modernMeta else { return }
        meta["progressToken"] = 7
        meta["idempotencyKey"] = "k-1"
        meta["traceparent"] = "00-0-0-00"
        let modern = try Exchange.call(
            Exchange.modern("tools/call", ["name": "echo", "arguments": arguments, "_meta": .object(meta)], id: "a"))
        #expect(modern.name == "echo")
        #expect(modern.arguments == arguments.objectValue)
        #expect(modern.version == .july2026)
        #expect(modern.requestID.json == "a")
        #expect(modern.progressToken == 7)
        #expect(modern.idempotencyKey == "k-1")
        let legacy = try Exchange.call(
            Exchange.legacy("tools/call", ["name": "echo", "task": ["ttl": 5]], version: "2025-06-18"))
        #expect(legacy.arguments == [:])
        #expect(legacy.version == .june2025)
        #expect(legacy.progressToken == nil)
        #expect(legacy.idempotencyKey == nil)
    }

    @Test(
        "a call that is none is a protocol error",
        arguments: [
            [:], ["name": 5], ["name": "nope"], ["name": "Echo"], ["name": "echo", "arguments": []],
            ["name": "echo", "arguments": nil], ["name": "echo", "arguments": "{}"],
        ] as [JSONObject])
    func invalidCalls(params: JSONObject) throws {
        let modern = try Exchange.reply(Exchange.modern("tools/call", params))
        #expect(modern.status == 400)
        #expect(try modern.errorCode == -32602)
        let legacy = try Exchange.reply(Exchange.legacy("tools/call", params))
        #expect(legacy.status == 200)
        #expect(try legacy.errorCode == -32602)
    }

    @Test(
        "members of _meta that cannot be meant are refused",
        arguments: [
            ("progressToken", 1.5), ("progressToken", []), ("idempotencyKey", 5), ("idempotencyKey", ""),
            ("idempotencyKey", .string(String(repeating: "k", count: 256))),
            ("io.modelcontextprotocol/logLevel", "loud"),
        ] as [(String, JSON)])
    func invalidMeta(key: String, value: JSON) throws {
        guard case .object(var meta) = Exchange.modernMeta else { return }
        meta[key] = value
        let reply = try Exchange.reply(Exchange.modern("tools/call", ["name": "echo", "_meta": .object(meta)]))
        #expect(try reply.errorCode == -32602)
    }

    @Test("the idempotency key may come in a header, but not another one than in the body")
    func idempotencyHeader() throws {
        let call = try Exchange.call(
            Exchange.modern("tools/call", ["name": "echo"], headers: [("Idempotency-Key", "k")]))
        #expect(call.idempotencyKey == "k")
        guard case .object(var meta) = Exchange.modernMeta else { return }
        meta["idempotencyKey"] = "other"
        let reply = try Exchange.reply(
            Exchange.modern(
                "tools/call", ["name": "echo", "_meta": .object(meta)], headers: [("Idempotency-Key", "k")]))
        #expect(try reply.errorCode == -32602)
    }

    @Test("params that are no object are refused, in both eras")
    func malformedParams() throws {
        let body = #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":[1]}"#
        #expect(try Exchange.raw(body).errorCode == -32602)
        #expect(try Exchange.raw(body, [("MCP-Protocol-Version", "2026-07-28")]).errorCode == -32602)
    }
}
