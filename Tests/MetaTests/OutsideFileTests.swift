import IntegrationKit
import OutboundHTTP
import Testing

@testable import Meta

@Suite("Files of other people's servers", .timeLimit(.minutes(10)))
struct OutsideFileTests {
    private func open(_ address: String, allowing origin: String = "https://nowhere.invalid") async throws -> FileContent {
        let client = HTTPClient(HTTPClientConfiguration(hosts: HostPolicy.anyPublicHost.allowing(loopbackOrigin: origin)))
        do {
            let file = try await OutsideFiles(http: client).open(address, field: "file").collected()
            await client.shutdown()
            return file
        } catch {
            await client.shutdown()
            throw error
        }
    }

    @Test("a file comes as it is, with its name and type, also by a redirect")
    func fetched() async throws {
        try await withServer({ request in
            request.path.hasPrefix("/old")
                ? .text("", status: 302, headers: ["Location: /new/lid.png?x=1"]) : .text("the lid", headers: ["Content-Type: image/PNG; q=1"])
        }) { server in
            let file = try await open("\(server.origin)/old/photo.png?x=1", allowing: server.origin)
            #expect(file == FileContent(name: "photo.png", mimeType: "image/png", bytes: Array("the lid".utf8)))
        }
    }

    @Test("nothing leads to a private address, and circles end")
    func refused() async throws {
        for address in ["http://example.com/a.png", "https://127.0.0.1/a.png", "https://169.254.169.254/latest", "https://10.0.0.1/", "https://[::1]/"] {
            let failure = await #expect(throws: ToolFailure.self) { try await open(address) }
            #expect(failure?.code == .invalidInput && failure?.field == "file", "\(address)")
        }
        try await withServer({ _ in .text("", status: 302, headers: ["Location: https://10.0.0.1/secret"]) }) { server in
            let failure = await #expect(throws: ToolFailure.self) { try await open("\(server.origin)/a", allowing: server.origin) }
            #expect(failure?.code == .invalidInput)
        }
        try await withServer({ _ in .text("", status: 302, headers: ["Location: /again"]) }) { server in
            let failure = await #expect(throws: ToolFailure.self) { try await open("\(server.origin)/a", allowing: server.origin) }
            #expect(failure?.message.contains("more than 3 times") == true)
        }
    }

    @Test("an answer that is no file is said so")
    func missing() async throws {
        try await withServer({ _ in .text("gone", status: 404) }) { server in
            let failure = await #expect(throws: ToolFailure.self) { try await open("\(server.origin)/a", allowing: server.origin) }
            #expect(failure?.message.contains("404") == true)
        }
    }
}
