import IntegrationKit
import ModelContextProtocol
import Testing

/// Nothing that is sent may crash the server or leave a request without an answer.
@Suite("MCP on random input", .timeLimit(.minutes(10)))
struct HostileInputTests {
    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            return mixed ^ (mixed >> 31)
        }
    }

    private static let bodies = [
        #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"in-region","arguments":{"region":"eu"},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{},"progressToken":"t"}}}"#,
        #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"after-2"}}"#,
        #"{"jsonrpc":"2.0","id":"x","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}"#,
        #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
        #"{"jsonrpc":"2.0","id":2,"method":"server/discover","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}"#,
    ]

    @Test("damaged messages always get a reply that is JSON-RPC", arguments: 0..<8)
    func mutations(seed: UInt64) throws {
        var random = Random(state: seed)
        let server = try Exchange.server()
        let splices = Self.bodies + ["{}", "[]", "null", "\"", "}", ",", "\u{0}", "\\ud800", "1e999", "é", ":"]
        let headerNames = ["MCP-Protocol-Version", "Mcp-Method", "Mcp-Name", "Mcp-Param-Region", "Content-Type", "X"]
        let headerValues = [
            "2026-07-28", "2025-11-25", "tools/call", "tools/list", "in-region", "eu", "=?base64??=", "", "é",
        ]
        for _ in 0..<1500 {
            var body = Array(Self.bodies[Int.random(in: 0..<Self.bodies.count, using: &random)].utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0...body.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0:
                    body.insert(contentsOf: splices[Int.random(in: 0..<splices.count, using: &random)].utf8, at: place)
                case 1: body.removeSubrange(place..<min(body.count, place + Int.random(in: 0...12, using: &random)))
                case 2 where place < body.count: body[place] = UInt8.random(in: 0...255, using: &random)
                default: body.removeSubrange(place...)
                }
            }
            let headers = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                (
                    headerNames[Int.random(in: 0..<headerNames.count, using: &random)],
                    headerValues[Int.random(in: 0..<headerValues.count, using: &random)]
                )
            }
            try check(server.action(verb: "POST", head: Exchange.head(headers), body: body))
        }
    }

    @Test(
        "values of every kind in every place get a reply",
        arguments: ["id", "method", "params", "jsonrpc", "name", "arguments", "_meta", "cursor", "protocolVersion"])
    func kinds(key: String) throws {
        let values: [JSON] = [nil, true, 0, -1, 1.5, "", "tools/call", [], [[]], [:], ["name": "echo"], ["_meta": [:]]]
        for value in values {
            for method in ["tools/call", "tools/list", "initialize", "server/discover"] {
                var params: JSONObject = ["name": "echo", "_meta": Exchange.modernMeta]
                var message: JSONObject = ["jsonrpc": "2.0", "id": 1, "method": .string(method)]
                if ["id", "method", "params", "jsonrpc"].contains(key) {
                    message["params"] = .object(params)
                    message[key] = value
                } else {
                    params[key] = value
                    message["params"] = .object(params)
                }
                for version in ["2025-11-25", "2026-07-28"] {
                    let headers = [("MCP-Protocol-Version", version), ("Mcp-Method", method), ("Mcp-Name", "echo")]
                    try check(
                        Exchange.server().action(
                            verb: "POST", head: Exchange.head(headers), body: JSON.object(message).bytes()))
                }
            }
        }
    }

    private func check(_ action: MCPAction) throws {
        switch action {
        case .callTool(let call): #expect(try call.reply(success: [:]).json["result"] != nil)
        case .batch(let batch):
            #expect((1...50).contains(batch.actions.count))
            for action in batch.actions { try check(action) }
        case .respond(let reply):
            #expect([200, 202, 400, 404, 406, 415].contains(reply.status))
            #expect(reply.body.isEmpty == (reply.status == 202))
            guard !reply.body.isEmpty else { return }
            let json = try reply.json
            #expect(json["jsonrpc"] == "2.0")
            #expect(json["id"] != nil)
            #expect((json["result"] != nil) != (json["error"] != nil))
        }
    }
}
