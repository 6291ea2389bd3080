import IntegrationKit
import ModelContextProtocol
import Testing

@Suite("JSON-RPC over HTTP")
struct EnvelopeTests {
    @Test("only POST is served", arguments: ["GET", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "post"])
    func verbs(verb: String) throws {
        let reply = try Exchange.reply(
            Exchange.server().action(verb: verb, head: Exchange.head([("Mcp-Session-Id", "x")]), body: []))
        #expect(reply.status == 405)
        #expect(reply.headers.contains { $0.name == "Allow" && $0.value == "POST" })
    }

    @Test(
        "the body must be JSON and JSON must be welcome",
        arguments: [
            ([("Content-Type", "application/json")], 200),
            (
                [
                    ("content-type", "Application/JSON; charset=utf-8"),
                    ("Accept", "text/event-stream;q=1 , application/json"),
                ], 200
            ),
            ([("Content-Type", "application/json"), ("Accept", "*/*")], 200),
            (
                [
                    ("Content-Type", "application/json"), ("Accept", "text/event-stream"),
                    ("Accept", "application/json"),
                ], 200
            ),
            ([("Content-Type", "text/plain"), ("Accept", "*/*")], 415), ([("Accept", "*/*")], 415),
            ([("Content-Type", "application/json"), ("Content-Type", "text/plain")], 415),
            ([("Content-Type", "application/json"), ("Accept", "text/html")], 406),
            ([("Content-Type", "application/json"), ("Accept", "text/event-stream")], 406),
        ] as [([(String, String)], Int)])
    func media(headers: [(String, String)], status: Int) throws {
        let head = MCPRequestHead(headers: headers.map { (name: $0.0, value: $0.1) })
        let body = Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8)
        let reply = try Exchange.reply(Exchange.server().action(verb: "POST", head: head, body: body))
        #expect(reply.status == status)
        #expect(try status == 200 || reply.errorCode == -32600)
    }

    @Test(
        "what is no JSON is a parse error in both eras",
        arguments: [
            "", "{", "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", "nope", "{}{}",
            String(repeating: "[", count: 100),
            String(repeating: "{\"a\":", count: 65) + "1" + String(repeating: "}", count: 65),
        ])
    func parseErrors(body: String) throws {
        for headers in [[], [("MCP-Protocol-Version", "2026-07-28")], [("MCP-Protocol-Version", "2025-11-25")]] {
            let reply = try Exchange.raw(body, headers)
            #expect(reply.status == 400)
            #expect(try reply.errorCode == -32700)
            #expect(try reply.json["id"] == JSON.null)
        }
    }

    @Test("bytes that are not UTF-8 are a parse error")
    func notUTF8() throws {
        let body = Array(#"{"jsonrpc":"2.0","id":1,"method":"p"#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let reply = try Exchange.reply(Exchange.server().action(verb: "POST", head: Exchange.head([]), body: body))
        #expect(try reply.errorCode == -32700)
    }

    @Test(
        "what is no message is an invalid request, with its id if that can be read",
        arguments: [
            ("[]", nil), ("1", nil), ("null", nil),
            ("{}", nil), (#"{"jsonrpc":"2.0","id":7}"#, 7), (#"{"jsonrpc":"1.0","id":7,"method":"ping"}"#, 7),
            (#"{"id":7,"method":"ping"}"#, 7), (#"{"jsonrpc":2,"id":"a","method":"ping"}"#, "a"),
            (#"{"jsonrpc":"2.0","id":7,"method":5}"#, 7), (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, nil),
            (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, nil),
            (#"{"jsonrpc":"2.0","id":1.0,"method":"ping"}"#, nil),
            (#"{"jsonrpc":"2.0","id":1e2,"method":"ping"}"#, nil),
            (#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, nil),
            (#"{"jsonrpc":"2.0","id":[1],"method":"ping"}"#, nil), (#"{"jsonrpc":"2.0","id":{},"result":{}}"#, nil),
        ] as [(String, JSON?)])
    func invalidRequests(body: String, id: JSON?) throws {
        for headers in [[], [("MCP-Protocol-Version", "2026-07-28")]] {
            let reply = try Exchange.raw(body, headers)
            #expect(reply.status == 400)
            #expect(try reply.errorCode == -32600)
            #expect(try reply.json["id"] == id ?? .null)
        }
    }

    @Test(
        "ids come back exactly as they went",
        arguments: ["0", "\"\"", "-5", "\"1\"", "1", "123456789012345678901234567890", "\"\\u0000é\""])
    func ids(id: String) throws {
        let expected = try JSON.parse(id)
        let reply = try Exchange.raw("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"ping\"}")
        #expect(try reply.json == ["jsonrpc": "2.0", "id": expected, "result": [:]])
        let failed = try Exchange.raw("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"none\"}")
        #expect(try failed.json["id"] == expected)
    }

    @Test("a very long id comes back too")
    func longID() throws {
        let id = String(repeating: "x", count: 100_000)
        let reply = try Exchange.raw("{\"jsonrpc\":\"2.0\",\"id\":\"\(id)\",\"method\":\"ping\"}")
        #expect(try reply.json["id"]?.stringValue == id)
    }

    @Test(
        "notifications and responses are accepted without a body, whatever they say",
        arguments: [
            #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/unheard-of","params":[1]}"#,
            #"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"echo"}}"#,
            #"{"jsonrpc":"2.0","id":5,"result":{}}"#, #"{"jsonrpc":"2.0","id":5,"error":{"code":1,"message":"x"}}"#,
            #"{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"x"}}"#,
        ])
    func accepted(body: String) throws {
        for version in [nil, "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"] {
            let reply = try Exchange.raw(body, version.map { [("MCP-Protocol-Version", $0)] } ?? [])
            #expect(reply.status == 202)
            #expect(reply.body.isEmpty)
            #expect(reply.contentType == nil)
        }
        let reply = try Exchange.raw(body, [("MCP-Protocol-Version", "2099-01-01")])
        #expect(reply.status == 400)
    }

    @Test("every body is one line")
    func oneLine() throws {
        let replies = [
            try Exchange.reply(Exchange.modern("tools/list")), try Exchange.reply(Exchange.modern("server/discover")),
            try Exchange.raw("{\n"),
            try Exchange.call(Exchange.modern("tools/call", ["name": "echo"])).reply(failure: "a\nb"),
        ]
        for reply in replies { #expect(!reply.body.contains(UInt8(ascii: "\n"))) }
    }
}
