import Foundation
import IntegrationKit
import Storage
import Testing

@testable import IntegrationServer

@Suite("MCP over HTTP", .timeLimit(.minutes(10)))
struct MCPTests {
    private func headers(_ server: TestServer, _ workplace: String, _ more: [String: String] = [:]) async throws -> [String: String] {
        [
            "Authorization": "Bearer \(try await server.token(workplace))", "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
        ].merging(more) { $1 }
    }

    private func modern(_ method: String, _ params: JSONObject = [:], id: Int = 1) -> JSON {
        var params = params
        var meta = params["_meta"]?.objectValue ?? [:]
        meta["io.modelcontextprotocol/protocolVersion"] = "2026-07-28"
        meta["io.modelcontextprotocol/clientCapabilities"] = [:]
        params["_meta"] = .object(meta)
        return ["jsonrpc": "2.0", "id": .number(JSONNumber(id)), "method": .string(method), "params": .object(params)]
    }

    private func legacy(_ method: String, _ params: JSON = [:]) -> JSON {
        ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": params]
    }

    @Test("the era of initialize: handshake, ping, list, call with structured output")
    func legacyEra() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let headers = try await headers(server, "clinic")
            let hello = try await server.post("/mcp", legacy("initialize", [
                "protocolVersion": "2025-11-25", "capabilities": [:], "clientInfo": ["name": "t", "version": "1"],
            ]), headers)
            #expect(hello.0 == 200)
            #expect(hello.1["result"]?["protocolVersion"] == "2025-11-25")
            #expect(hello.1["result"]?["serverInfo"]?["name"] == "courier")
            let versioned = try await self.headers(server, "clinic", ["MCP-Protocol-Version": "2025-11-25"])
            let note: JSON = ["jsonrpc": "2.0", "method": "notifications/initialized"]
            #expect(try await server.post("/mcp", note, versioned).0 == 202)
            #expect(try await server.post("/mcp", legacy("ping"), versioned).1["result"] == [:])
            let list = try await server.post("/mcp", legacy("tools/list"), versioned).1["result"]?["tools"]?.arrayValue
            #expect(list?.compactMap { $0["name"]?.stringValue } == ["echo", "save_contact", "send_text", "slow"])
            #expect(list?.first?["annotations"]?["readOnlyHint"] == true)
            let call = try await server.post(
                "/mcp", legacy("tools/call", ["name": "echo", "arguments": ["text": "hi"]]), versioned).1["result"]
            #expect(call?["structuredContent"]?["said"] == "hi")
            #expect(call?["isError"] == false)
            #expect(call?["content"]?[0]?["text"]?.stringValue?.contains("hi") == true)
        }
    }

    @Test("the era without sessions: discover and call")
    func modernEra() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            func post(_ method: String, _ params: JSONObject = [:], name: String? = nil) async throws -> (Int, JSON) {
                var more = ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": method]
                more["Mcp-Name"] = name
                return try await server.post("/mcp", modern(method, params), try await headers(server, "clinic", more))
            }
            let discovered = try await post("server/discover")
            #expect(discovered.1["result"]?["supportedVersions"]?.arrayValue?.contains("2026-07-28") == true)
            let call = try await post("tools/call", ["name": "echo", "arguments": ["text": "hi"]], name: "echo")
            #expect(call.0 == 200)
            #expect(call.1["result"]?["structuredContent"]?["said"] == "hi")
            #expect(try await post("initialize").0 == 404)
        }
    }

    @Test("a bad input is a result that says what to do, with a code for programs")
    func failure() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let headers = try await headers(server, "clinic")
            func call(_ name: String, _ arguments: JSON) async throws -> JSON {
                try await server.post("/mcp", legacy("tools/call", ["name": .string(name), "arguments": arguments]), headers).1
            }
            let headersNow = try await self.headers(server, "clinic", ["MCP-Protocol-Version": "2025-11-25"])
            let bad = try await server.post(
                "/mcp", legacy("tools/call", ["name": "echo", "arguments": ["count": "x"]]), headersNow).1["result"]
            #expect(bad?["isError"] == true)
            #expect(bad?["content"]?[0]?["text"]?.stringValue?.contains("text is required") == true)
            #expect(bad?["structuredContent"]?["error"]?["code"] == "INVALID_INPUT")
            let refused = try await server.post("/mcp", legacy("tools/call", [
                "name": "save_contact", "arguments": ["fields": ["number": "+1"], "then": "refuse"],
            ]), headersNow).1["result"]
            #expect(refused?["structuredContent"]?["error"]?["retryAfterMs"] == 3000)
            #expect(try await call("nope", [:])["error"]?["code"] == -32602)
        }
    }

    @Test("an idempotency key in _meta makes a call once")
    func idempotency() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let headers = try await headers(server, "clinic", ["MCP-Protocol-Version": "2025-11-25"])
            let request = legacy("tools/call", [
                "name": "save_contact", "arguments": ["fields": ["number": "+1"]], "_meta": ["idempotencyKey": "k"],
            ])
            let first = try await server.post("/mcp", request, headers).1
            #expect(first["result"]?["isError"] == false)
            #expect(try await server.post("/mcp", request, headers).1 == first)
            #expect(server.carrier.handledCount == 1)
        }
    }

    @Test("without a token, and with a wrong one, the answer is a 401 that clients can show")
    func unauthorized() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let bare = try await server.http.send("POST", "/mcp", headers: ["Content-Type": "application/json"], body: Array("{}".utf8))
            #expect(bare.status == 401)
            #expect(bare["WWW-Authenticate"] == "Bearer realm=\"mcp\"")
            #expect(try JSON.parse(bare.body)["error"]?["message"] != nil)
            let wrong = try await server.http.send(
                "POST", "/mcp", headers: ["Authorization": "Bearer ik_wrong", "Content-Type": "application/json"], body: Array("{}".utf8))
            #expect(wrong.status == 401)
            #expect(wrong["WWW-Authenticate"]?.contains("error=\"invalid_token\"") == true)
            let (cookie, _) = try await server.browser("clinic")
            #expect(try await server.http.send("POST", "/mcp", headers: ["Cookie": cookie], body: Array("{}".utf8)).status == 401)
            for path in ["/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-authorization-server", "/register"] {
                #expect(try await server.http.send("GET", path).status == 404)
            }
        }
    }

    @Test("origins from elsewhere are refused, local ones and none are taken; streams are not offered")
    func origins() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            for (origin, status) in [("https://evil.example.com", 403), ("null", 403), ("http://localhost.evil.com", 403), ("http://localhost:3000", 200)] {
                let headers = try await headers(server, "clinic", ["Origin": origin])
                #expect(try await server.post("/mcp", legacy("ping"), headers).0 == status, "\(origin)")
            }
            let headers = try await headers(server, "clinic")
            #expect(try await server.http.send("GET", "/mcp", headers: headers).status == 405)
            #expect(try await server.http.send("DELETE", "/mcp", headers: headers).status == 405)
        }
    }

    @Test("two workplaces' agents call at the same time and each gets its own")
    func isolation() async throws {
        try await withServer { server in
            for handle in ["clinic", "rival"] { try await server.workplace(handle) }
            let all = ["clinic": try await headers(server, "clinic"), "rival": try await headers(server, "rival")]
            try await withThrowingTaskGroup(of: (String, JSON).self) { group in
                for number in 0..<40 {
                    let handle = number % 2 == 0 ? "clinic" : "rival"
                    group.addTask {
                        let answer = try await server.post(
                            "/mcp", legacy("tools/call", ["name": "echo", "arguments": ["text": "x"]]), all[handle] ?? [:])
                        return (handle, answer.1)
                    }
                }
                for try await (handle, answer) in group {
                    #expect(answer["result"]?["content"]?[0]?["text"]?.stringValue?.contains(handle) == true)
                }
            }
        }
    }
}
