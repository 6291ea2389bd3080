import IntegrationKit
import ModelContextProtocol
import Testing

@Suite("Answers of tools")
struct ToolReplyTests {
    private func call(_ version: String) throws -> ToolCall {
        try Exchange.call(
            version == "2026-07-28"
                ? Exchange.modern("tools/call", ["name": "echo"])
                : Exchange.legacy("tools/call", ["name": "echo"], version: version))
    }

    @Test(
        "structured content comes as such where the revision knows it, and always as text",
        arguments: ProtocolVersion.allCases)
    func success(version: ProtocolVersion) throws {
        let reply = try call(version.rawValue).reply(success: ["text": "h\"i"])
        #expect(reply.status == 200)
        let result = try #require(try reply.json["result"])
        #expect(result["content"] == [["type": "text", "text": #"{"text":"h\"i"}"#]])
        #expect(result["isError"] == false)
        #expect((result["structuredContent"] == ["text": "h\"i"]) == (version >= .june2025))
        #expect((result["resultType"] == "complete") == version.isModern)
        #expect((result["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"] == "s") == version.isModern)
    }

    @Test("structured content that is no object is only for the modern era", arguments: ProtocolVersion.allCases)
    func list(version: ProtocolVersion) throws {
        let result = try #require(try call(version.rawValue).reply(success: [1, 2]).json["result"])
        #expect((result["structuredContent"] != nil) == version.isModern)
        #expect(result["content"]?[0]?["text"] == "[1,2]")
    }

    @Test("a failure is a result that the model can read", arguments: ProtocolVersion.allCases)
    func failure(version: ProtocolVersion) throws {
        let reply = try call(version.rawValue).reply(
            failure: "to is required", structuredContent: ["code": "INVALID_INPUT"])
        #expect(reply.status == 200)
        let result = try #require(try reply.json["result"])
        #expect(result["isError"] == true)
        #expect(result["content"] == [["type": "text", "text": "to is required"]])
    }

    @Test("a failure inside is an error with status 200", arguments: ProtocolVersion.allCases)
    func internalError(version: ProtocolVersion) throws {
        let reply = try call(version.rawValue).reply(error: RPCError(.internalError, "Internal error"))
        #expect(reply.status == 200)
        #expect(try reply.errorCode == -32603)
        #expect(try reply.json["id"] == 1)
    }

    @Test("a tool that returns nothing has no content")
    func nothing() throws {
        let result = try #require(try call("2025-11-25").reply(success: nil).json["result"])
        #expect(result == ["content": [], "isError": false])
    }

    @Test("kinds of content that a revision does not know become text", arguments: ProtocolVersion.allCases)
    func content(version: ProtocolVersion) throws {
        let blocks: [ContentBlock] = [
            .text("t"), .image(data: "AA==", mimeType: "image/png"), .audio(data: "AA==", mimeType: "audio/wav"),
            .resourceLink(uri: "https://example.com/a", name: "a", title: "A"),
            .resource(uri: "app://x", mimeType: "text/plain", text: "x"),
        ]
        let result = try #require(try call(version.rawValue).reply(success: nil, content: blocks).json["result"])
        let types = result["content"]?.arrayValue?.compactMap { $0["type"]?.stringValue }
        // Clients of 2024-11-05 that send the header are rare, but then it counts.
        let audio = version >= .march2025 ? "audio" : "text"
        let link = version >= .june2025 ? "resource_link" : "text"
        #expect(types == ["text", "image", audio, link, "resource"])
        if version < .june2025 { #expect(result["content"]?[3]?["text"] == "A: https://example.com/a") }
        #expect(result["content"]?[4]?["resource"] == ["uri": "app://x", "mimeType": "text/plain", "text": "x"])
    }
}
