import Cryptography
import Foundation
import GraphAPI
import IntegrationKit
import OutboundHTTP
import Testing

@Suite("Files", .timeLimit(.minutes(10)))
struct MediaTests {
    static let token = GraphToken("EAAsecret")
    static let bytes = Array("the picture".utf8)

    private func collect(_ download: MediaDownload) async throws -> [UInt8] {
        var all: [UInt8] = []
        for try await piece in download.content { all += piece }
        return all
    }

    @Test("a file comes with the token, as a stream, and is what its digest says", arguments: ["hex", "base64"])
    func download(form: String) async throws {
        let digest = SHA256.hash(Self.bytes)
        let text = form == "hex" ? Hex.encode(digest) : Base64.encode(digest)
        try await withServer({ request in
            if request.path == "/v25.0/m1" {
                return .text(
                    #"{"id":"m1","url":"http://\#(request.header("host") ?? "")/file","mime_type":"image/jpeg","sha256":"\#(text)","file_size":"11"}"#)
            }
            return .answer(200, headers: ["Content-Type: image/jpeg"], body: Self.bytes)
        }) { server in
            let client = graph(at: server)
            let node = try await client.media("m1", of: "615", with: Self.token)
            #expect(node.size == 11 && server.requests.first?.query["phone_number_id"] == "615")
            let download = try await client.download(node, with: Self.token)
            #expect(download.mimeType == "image/jpeg" && download.size == 11)
            #expect(try await collect(download) == Self.bytes)
            #expect(server.requests.last?.header("authorization") == "Bearer EAAsecret")
        }
    }

    @Test("an example for a header is uploaded into a session of its own, and templates name its handle")
    func sample() async throws {
        try await withServer({ request in
            request.path.hasSuffix("/uploads") ? .text(#"{"id":"upload:abc==?sig=x"}"#) : .text(#"{"h":"4::handle"}"#)
        }) { server in
            let file = FileStream(FileContent(name: "lid.png", mimeType: "image/png", bytes: Self.bytes))
            let handle = try await graph(at: server).uploadSample(file, with: Self.token)
            #expect(handle == "4::handle")
            let upload = try #require(server.requests.last)
            #expect(upload.path == "/v25.0/upload:abc==" && upload.query["sig"] == "x" && upload.body == Self.bytes)
            #expect(upload.header("authorization") == "OAuth EAAsecret" && upload.header("file_offset") == "0")
        }
    }

    @Test("a session whose name would lead elsewhere is not used", arguments: ["upload:a/../b", "me", "upload:a b", "upload:#"])
    func strangeSession(name: String) async throws {
        try await withServer({ _ in .text(#"{"id":"\#(name)"}"#) }) { server in
            let file = FileStream(FileContent(name: "lid.png", mimeType: "image/png", bytes: Self.bytes))
            await #expect(throws: GraphFailure.self) { try await graph(at: server).uploadSample(file, with: Self.token) }
            #expect(server.requests.count == 1)
        }
    }

    @Test("a file that is not what was announced never comes to its end")
    func damaged() async throws {
        try await withServer({ _ in .answer(200, headers: [], body: Self.bytes) }) { server in
            let download = try await graph(at: server).download(
                "\(server.origin)/file", digest: Hex.encode(SHA256.hash(Array("another".utf8))), token: Self.token)
            await #expect(throws: DamagedMedia.self) { try await collect(download) }
        }
    }

    @Test(
        "nothing but the provider's own hosts is asked, and no token goes elsewhere",
        arguments: [
            "https://evil.example/file", "http://lookaside.fbsbx.com/file", "http://127.0.0.1:1/file",
            "https://lookaside.fbsbx.com.evil.example/x", "https://lookaside.fbsbx.com@evil.example/x", "file:///etc/passwd",
        ])
    func hosts(url: String) async throws {
        try await withServer({ _ in .text("x") }) { server in
            let failure = await #expect(throws: GraphFailure.self) {
                try await graph(at: server).download(url, token: Self.token)
            }
            guard case .transport(let reason) = failure else { return }
            #expect([.refusedByPolicy, .invalidRequest].contains(reason.kind))
            #expect(server.requests.isEmpty)
        }
    }

    @Test("a file that is gone says so")
    func gone() async throws {
        try await withServer({ _ in .text("no", status: 404) }) { server in
            let failure = await #expect(throws: GraphFailure.self) {
                try await graph(at: server).download("\(server.origin)/file", token: Self.token)
            }
            #expect(failure == .unreadable(status: 404, reason: "the file is not there any more"))
        }
    }

    @Test("an upload is a form whose names cannot break out of it")
    func upload() async throws {
        try await withServer({ _ in .text(#"{"id":"77"}"#) }) { server in
            let file = FileStream(FileContent(name: "a\"\r\nX: y.jpg", mimeType: "image/jpeg", bytes: Self.bytes))
            #expect(try await graph(at: server).upload(file, to: "615", with: Self.token) == "77")
            let request = try #require(server.requests.first)
            #expect(request.path == "/v25.0/615/media")
            #expect(request.header("content-type")?.hasPrefix("multipart/form-data; boundary=ik-") == true)
            #expect(request.text.contains("filename=\"aX: y.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nthe picture\r\n--"))
            #expect(request.text.contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"))
        }
    }
}
