import IntegrationKit
import ModelContextProtocol
import Testing

@Suite("Batches")
struct BatchTests {
    private let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    private let note = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#

    private func action(_ body: String, version: String? = nil) throws -> MCPAction {
        let headers = version.map { [("MCP-Protocol-Version", $0)] } ?? []
        return try Exchange.server().action(verb: "POST", head: Exchange.head(headers), body: Array(body.utf8))
    }

    @Test(
        "clients of 2025-03-26, and those that do not say, may send several messages at once",
        arguments: [nil, "2025-03-26"])
    func batch(version: String?) throws {
        let call = #"{"jsonrpc":"2.0","id":"c","method":"tools/call","params":{"name":"echo"}}"#
        let action = try action(
            "[\(ping),\(note),\(call),{},{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"none\"}]", version: version)
        guard case .batch(let batch) = action else {
            Issue.record("not a batch: \(action)")
            return
        }
        #expect(batch.actions.count == 5)
        let reply = batch.reply(
            batch.actions.map { action in
                switch action {
                case .respond(let reply): reply
                case .callTool(let call): call.reply(success: ["text": "x"])
                case .batch: MCPReply.refusal(status: 500, message: "nested")
                }
            })
        #expect(reply.status == 200)
        let answers = try #require(try reply.json.arrayValue)
        #expect(answers.compactMap { $0["id"] } == [1, "c", nil, 2] as [JSON])
        #expect(answers[0]["result"] == [:])
        #expect(answers[1]["result"]?["isError"] == false)
        #expect(answers[2]["error"]?["code"]?.int64Value == -32600)
        #expect(answers[3]["error"]?["code"]?.int64Value == -32601)
    }

    @Test("a batch that nobody waits for is accepted without a body")
    func notifications() throws {
        guard case .batch(let batch) = try action("[\(note),\(note)]") else { throw Exchange.Unexpected() }
        let reply = batch.reply(try batch.actions.map(Exchange.reply))
        #expect(reply.status == 202)
        #expect(reply.body.isEmpty)
    }

    @Test(
        "clients of other revisions may not",
        arguments: ["2024-11-05", "2025-06-18", "2025-11-25", "2026-07-28", "2099-01-01"])
    func otherRevisions(version: String) throws {
        let reply = try Exchange.reply(action("[\(ping)]", version: version))
        #expect(reply.status == 400)
        #expect(try reply.errorCode == -32600)
    }

    @Test("a batch that is empty, too long, or holds what must come alone is refused as a whole")
    func refused() throws {
        let modern = JSON.object([
            "jsonrpc": "2.0", "id": 1, "method": "ping", "params": ["_meta": Exchange.modernMeta],
        ])
        let initialize = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26"}}"#
        let long = "[" + Array(repeating: ping, count: 51).joined(separator: ",") + "]"
        for body in ["[]", long, "[\(ping),\(modern)]", "[\(initialize)]"] {
            let reply = try Exchange.reply(action(body))
            #expect(reply.status == 400)
            #expect(try reply.errorCode == -32600)
        }
        guard case .batch(let nested) = try action("[[\(ping)]]") else { throw Exchange.Unexpected() }
        #expect(try Exchange.reply(nested.actions[0]).errorCode == -32600)
    }
}
