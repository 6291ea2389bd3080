import Foundation
import IntegrationKit
import ModelContextProtocol
import Testing

/// Checks every kind of answer against the JSON schema that its revision of the specification publishes.
///
/// Runs where `INTEGRATIONKIT_MCP_SCHEMAS` names a folder with `<revision>.schema.json` files, and a Python with the
/// package `jsonschema` is there (`INTEGRATIONKIT_PYTHON`, else `python3`).
@Suite("Answers by the specification's schemas", .timeLimit(.minutes(10)))
struct SchemaConformanceTests {
    private static let folder = ProcessInfo.processInfo.environment["INTEGRATIONKIT_MCP_SCHEMAS"]
    private static let python = ProcessInfo.processInfo.environment["INTEGRATIONKIT_PYTHON"] ?? "python3"

    /// Reads lines of `[revision, definition, value]`, prints what does not fit, and ends with how many fit.
    private static let script = """
        import json, sys
        from jsonschema.validators import validator_for
        schemas, checked = {}, 0
        for line in open(sys.argv[2], encoding="utf-8"):
            revision, definition, value = json.loads(line)
            if revision not in schemas:
                schemas[revision] = json.load(open(f"{sys.argv[1]}/{revision}.schema.json", encoding="utf-8"))
            schema = schemas[revision]
            pool = "$defs" if "$defs" in schema else "definitions"
            root = {"$schema": schema["$schema"], "$ref": f"#/{pool}/{definition}", pool: schema[pool]}
            errors = list(validator_for(root)(root).iter_errors(value))
            for error in errors:
                print(revision, definition, error.json_path, error.message[:300])
            checked += not errors
        print("fit:", checked)
        """

    private struct Sample {
        let revision: ProtocolVersion
        let definition: String
        let value: JSON
    }

    @Test("every kind of answer fits", .enabled(if: folder != nil, "INTEGRATIONKIT_MCP_SCHEMAS is not set"))
    func answers() throws {
        let folder = try #require(Self.folder)
        let samples = try [ProtocolVersion.june2025, .november2025].flatMap(legacySamples) + modernSamples()
        let file = FileManager.default.temporaryDirectory.appending(path: "mcp-answers-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let lines = samples.map { sample -> String in
            let line: JSON = [.string(sample.revision.rawValue), .string(sample.definition), sample.value]
            return line.serialized()
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let output = try run(Self.python, ["-c", Self.script, folder, file.path])
        #expect(output == "fit: \(samples.count)\n")
    }

    private func legacySamples(_ version: ProtocolVersion) throws -> [Sample] {
        let text = version.rawValue
        let errorName = version == .june2025 ? "JSONRPCError" : "JSONRPCErrorResponse"
        let initialize = try Exchange.legacy("initialize", ["protocolVersion": .string(text)], version: nil)
        return try answers(
            version, initialize: initialize, list: Exchange.legacy("tools/list", version: text),
            call: Exchange.call(Exchange.legacy("tools/call", ["name": "echo"], version: text)),
            unknown: Exchange.legacy("none", version: text), errorName: errorName)
    }

    private func modernSamples() throws -> [Sample] {
        let version = ProtocolVersion.july2026
        let meta: JSON = [
            "io.modelcontextprotocol/protocolVersion": "2031-01-01", "io.modelcontextprotocol/clientCapabilities": [:],
        ]
        let body: JSON = ["jsonrpc": "2.0", "id": 1, "method": "server/discover", "params": ["_meta": meta]]
        let unsupported = try Exchange.raw(
            body.serialized(), [("MCP-Protocol-Version", "2031-01-01"), ("Mcp-Method", "server/discover")])
        let mismatch = try Exchange.reply(Exchange.modern("tools/list", headers: [("Mcp-Method", "twice")]))
        return try answers(
            version, initialize: nil, list: Exchange.modern("tools/list"),
            call: Exchange.call(Exchange.modern("tools/call", ["name": "echo"])), unknown: Exchange.modern("none"),
            errorName: "JSONRPCErrorResponse") + [
                Sample(
                    revision: version, definition: "DiscoverResult", value: Exchange.modern("server/discover").result),
                Sample(revision: version, definition: "UnsupportedProtocolVersionError", value: unsupported.json),
                Sample(revision: version, definition: "HeaderMismatchError", value: mismatch.json),
            ]
    }

    private func answers(
        _ version: ProtocolVersion, initialize: MCPAction?, list: MCPAction, call: ToolCall, unknown: MCPAction,
        errorName: String
    ) throws -> [Sample] {
        let blocks: [ContentBlock] = [
            .text("t"), .image(data: "AA==", mimeType: "image/png"), .audio(data: "AA==", mimeType: "audio/wav"),
            .resourceLink(
                uri: "https://example.com/a", name: "a", title: "A", description: "d", mimeType: "text/plain"),
            .resource(uri: "app://x", mimeType: "text/plain", text: "x"),
        ]
        let calls = [
            call.reply(success: ["text": "x"]), call.reply(success: nil), call.reply(success: [1]),
            call.reply(failure: "no", structuredContent: ["code": "X"]), call.reply(success: nil, content: blocks),
        ]
        var samples = try [
            Sample(revision: version, definition: "ListToolsResult", value: list.result),
            Sample(revision: version, definition: "JSONRPCResponse", value: Exchange.reply(list).json),
            Sample(revision: version, definition: errorName, value: Exchange.reply(unknown).json),
            Sample(
                revision: version, definition: errorName, value: call.reply(error: RPCError(.internalError, "x")).json),
        ]
        if let initialize {
            samples.append(Sample(revision: version, definition: "InitializeResult", value: try initialize.result))
        }
        for reply in calls {
            let value = try #require(try reply.json["result"])
            samples.append(Sample(revision: version, definition: "CallToolResult", value: value))
        }
        return samples
    }

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
