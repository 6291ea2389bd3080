import IntegrationKit
import ModelContextProtocol
import Testing

/// The table of the ways in which a request can open, and what it is then taken for.
@Suite("Telling the eras apart")
struct EraTests {
    private static let claim =
        #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
        + #""io.modelcontextprotocol/clientCapabilities":{}}"#
    private static let version = "MCP-Protocol-Version"

    private func request(_ method: String, params: String?) -> String {
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"\(method)\"" + (params.map { ",\"params\":{\($0)}" } ?? "") + "}"
    }

    @Test(
        "methods that 2026-07-28 removed, or nobody knows, are not found there",
        arguments: [
            "initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe", "unknown/method",
            "subscriptions/listen", "resources/list", "prompts/list", "completion/complete",
            "notifications/initialized",
        ])
    func removedMethods(method: String) throws {
        let reply = try Exchange.reply(Exchange.modern(method, id: 101))
        #expect(reply.status == 404)
        #expect(try reply.errorCode == -32601)
        #expect(try reply.json["id"] == 101)
    }

    @Test(
        "methods that this server does not offer are answered with 200 to legacy clients, for 404 ends sessions there",
        arguments: ["logging/setLevel", "resources/list", "prompts/list", "server/discover", "unknown", ""])
    func legacyUnknown(method: String) throws {
        for version in [nil, "2025-03-26", "2025-11-25"] {
            let reply = try Exchange.reply(Exchange.legacy(method, version: version))
            #expect(reply.status == 200)
            #expect(try reply.errorCode == -32601)
        }
    }

    @Test(
        "a claim in the body without its header, or with another one, contradicts itself",
        arguments: [nil, "2025-11-25", "2099-01-01", ""])
    func claimWithoutHeader(header: String?) throws {
        for method in ["server/discover", "initialize", "tools/list"] {
            let headers = [("Mcp-Method", method)] + (header.map { [(Self.version, $0)] } ?? [])
            let reply = try Exchange.raw(request(method, params: Self.claim), headers)
            #expect(reply.status == 400)
            #expect(try reply.errorCode == -32020)
            #expect(try reply.json["id"] == 9)
        }
    }

    @Test(
        "a version that is not served is told with those that are",
        arguments: ["v999.0.0", "2031-01-01", "2025-11-25", ""])
    func unsupportedClaim(version: String) throws {
        let params =
            #""_meta":{"io.modelcontextprotocol/protocolVersion":"\#(version)","#
            + #""io.modelcontextprotocol/clientCapabilities":{}}"#
        let reply = try Exchange.raw(
            request("server/discover", params: params), [(Self.version, version), ("Mcp-Method", "server/discover")])
        #expect(reply.status == 400)
        #expect(try reply.errorCode == -32022)
        #expect(try reply.json["error"]?["data"] == ["supported": ["2026-07-28"], "requested": .string(version)])
        let mismatch = try Exchange.raw(
            request("server/discover", params: params),
            [(Self.version, "2026-07-28"), ("Mcp-Method", "server/discover")])
        #expect(try mismatch.errorCode == -32020)
    }

    @Test(
        "the modern header without the claim is told what is missing",
        arguments: [
            (nil, ["_meta", "protocolVersion", "clientCapabilities"]), ("", ["_meta"]),
            (#""_meta":{}"#, ["protocolVersion", "clientCapabilities"]), (#""_meta":5"#, ["_meta"]),
            (#""_meta":{"io.modelcontextprotocol/clientCapabilities":{}}"#, ["protocolVersion"]),
            (#""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}"#, ["clientCapabilities"]),
            (
                #""_meta":{"io.modelcontextprotocol/protocolVersion":7,"io.modelcontextprotocol/clientCapabilities":{}}"#,
                ["protocolVersion"]
            ),
            (
                #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":[]}"#,
                ["clientCapabilities"]
            ),
        ] as [(String?, [String])])
    func incompleteEnvelope(params: String?, named: [String]) throws {
        for method in ["server/discover", "tools/list", "initialize", "unknown/method"] {
            let reply = try Exchange.raw(
                request(method, params: params), [(Self.version, "2026-07-28"), ("Mcp-Method", method)])
            #expect(reply.status == 400)
            #expect(try reply.errorCode == -32602)
            #expect(try reply.json["id"] == 9)
            let message = try #require(try reply.json["error"]?["message"]?.stringValue)
            for name in named { #expect(message.contains(name)) }
        }
    }

    @Test("who the client is need not be said, and is not looked at")
    func clientInfo() throws {
        for info in [nil, "x", ["name": 5]] as [JSON?] {
            guard case .object(var meta) = Exchange.modernMeta else { return }
            meta["io.modelcontextprotocol/clientInfo"] = info
            #expect(try Exchange.reply(Exchange.modern("server/discover", ["_meta": .object(meta)])).status == 200)
        }
    }

    @Test(
        "a version header that nobody knows is refused, for every method", arguments: ["2099-01-01", "v999.0.0", "x"])
    func unknownHeader(version: String) throws {
        for method in ["initialize", "ping", "tools/list"] {
            let reply = try Exchange.raw(request(method, params: nil), [(Self.version, version)])
            #expect(reply.status == 400)
            #expect(try reply.errorCode == -32022)
            #expect(try reply.json["error"]?["data"]?["requested"]?.stringValue == version)
        }
    }

    @Test("a request without any version is a legacy one")
    func noVersion() throws {
        #expect(try Exchange.raw(request("ping", params: nil)).json == ["jsonrpc": "2.0", "id": 9, "result": [:]])
        let call = try Exchange.call(Exchange.legacy("tools/call", ["name": "echo"], version: nil))
        #expect(call.version == .march2025)
    }

    @Test("a version header that is sent twice is refused unless both say the same")
    func twice() throws {
        let different = try Exchange.raw(
            request("ping", params: nil), [(Self.version, "2025-11-25"), (Self.version, "2025-06-18")])
        #expect(different.status == 400)
        let same = try Exchange.raw(
            request("ping", params: nil), [(Self.version, "2025-11-25"), (Self.version, "2025-11-25")])
        #expect(same.status == 200)
        let modern = try Exchange.modern("tools/list", headers: [(Self.version, "2026-07-28")])
        #expect(try Exchange.reply(modern).errorCode == -32020)
    }

    @Test("session and resumption headers mean nothing")
    func sessions() throws {
        let headers = [("Mcp-Session-Id", "abc"), ("Last-Event-ID", "1")]
        #expect(try Exchange.reply(Exchange.modern("tools/list", headers: headers)).status == 200)
        #expect(try Exchange.raw(request("ping", params: nil), headers).status == 200)
    }
}
