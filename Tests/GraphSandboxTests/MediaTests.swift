import Cryptography
import Foundation
import Testing

@testable import GraphSandbox

@Suite("Media", .timeLimit(.minutes(10)))
struct MediaTests {
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 200)

    private func upload(
        _ sandbox: SandboxHarness, _ bytes: [UInt8] = png, type: String = "image/png", token: String
    ) async throws -> SandboxHarness.Answer {
        try await sandbox.upload(
            "/v25.0/\(SandboxHarness.number)/media", fields: [("messaging_product", "whatsapp"), ("type", type)],
            file: ("file", "kettle.png", type, bytes), token: token)
    }

    @Test("a file is uploaded, found, fetched with the token while its address lives, and deleted")
    func life() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let id = try #require(try await upload(sandbox, token: token).string("id"))
            let facts = try await sandbox.get("/v25.0/\(id)", token: token)
            #expect(facts.string("mime_type") == "image/png")
            #expect(facts.string("file_size") == String(Self.png.count))
            #expect(facts.string("sha256") == Hex.encode(SHA256.hash(Self.png)))
            let url = try #require(facts.string("url"))
            #expect(try await sandbox.get(url).status == 401)
            #expect(try await sandbox.get(url, token: "EAAwrong").status == 401)
            #expect(try await sandbox.get(url.replacing("hash=", with: "hash=x"), token: token).status == 404)
            #expect(try await sandbox.get(url, token: token).bytes == Self.png)
            let elsewhere = try await sandbox.get("/v25.0/\(id)?phone_number_id=615520938471333", token: token)
            #expect((elsewhere.code, elsewhere.subcode) == (100, 33))
            try await sandbox.control("clock", #"{"advance":301}"#)
            #expect(try await sandbox.get(url, token: token).status == 404)
            let fresh = try await sandbox.get("/v25.0/\(id)", token: token).string("url") ?? ""
            #expect(try await sandbox.get(fresh, token: token).status == 200)
            #expect(try await sandbox.send("DELETE", "/v25.0/\(id)", token: token).status == 200)
            #expect(try await sandbox.get("/v25.0/\(id)", token: token).subcode == 33)
        }
    }

    @Test("an upload lives for thirty days")
    func expiry() async throws {
        try await SandboxHarness.run { sandbox in
            let id = try #require(try await upload(sandbox, token: try await sandbox.login()).string("id"))
            try await sandbox.control("clock", #"{"advance":\#(30 * 86_400 - 60)}"#)
            #expect(try await sandbox.get("/v25.0/\(id)", token: try await sandbox.login()).status == 200)
            try await sandbox.control("clock", #"{"advance":120}"#)
            #expect(try await sandbox.get("/v25.0/\(id)", token: try await sandbox.login()).subcode == 33)
        }
    }

    @Test("files of a wrong type or size are refused")
    func refusals() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            #expect(try await upload(sandbox, type: "image/tiff", token: token).code == 100)
            #expect(try await upload(sandbox, type: "image/jpeg", token: token).code == 131053)
            #expect(try await upload(sandbox, [], token: token).code == 131053)
            let large = Self.png + [UInt8](repeating: 0, count: 5 * 1024 * 1024)
            #expect(try await upload(sandbox, large, token: token).code == 131053)
            #expect(try await upload(sandbox, large, type: "application/pdf", token: token).code == 131053)
            let none = try await sandbox.postForm(
                "/v25.0/\(SandboxHarness.number)/media", [("messaging_product", "whatsapp")], token: token)
            #expect(none.code == 100)
        }
    }

    @Test("an upload is sent by its id, as a kind that its type allows, and seen on the phone")
    func sending() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.write("Show me")
            let id = try #require(try await upload(sandbox, token: token).string("id"))
            let wrong = try await sandbox.sendKind(#""type":"video","video":{"id":"\#(id)"}"#, token: token)
            #expect(wrong.code == 131053)
            let sent = try await sandbox.sendKind(
                #""type":"image","image":{"id":"\#(id)","caption":"Blue"}"#, token: token)
            #expect(sent.status == 200, "\(sent.text)")
            func isDelivered() async throws -> Bool {
                try await sandbox.get("/sandbox/messages").rows.last?["status"] as? String != "accepted"
            }
            while try await !isDelivered() { try Task.checkCancellation() }
            #expect(try await sandbox.get("/phone/media/\(id)").bytes == Self.png)
        }
    }

    @Test("a link is fetched; one that gives nothing, or the wrong thing, fails with 131053")
    func links() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("Show me")
                let id = try #require(try await upload(sandbox, token: token).string("id"))
                func send(_ kind: String, _ link: String) async throws {
                    let answer = try await sandbox.sendKind(
                        #""type":"\#(kind)","\#(kind)":{"link":"\#(link)"}"#, token: token)
                    #expect(answer.status == 200, "\(answer.text)")
                }
                try await send("image", "\(sandbox.server.url)/phone/media/\(id)")
                try await receiver.wait(for: 3)
                #expect(receiver.events.compactMap(\.statusName) == ["sent", "delivered"])
                try await send("video", "\(sandbox.server.url)/phone/media/\(id)")
                try await send("image", "http://127.0.0.1:9/nothing.png")
                try await receiver.wait(for: 5)
                for event in receiver.events.suffix(2) {
                    let error = (event.status?["errors"] as? [[String: Any]])?.first
                    #expect(event.statusName == "failed" && error?["code"] as? Int == 131053)
                }
            }
        }
    }

    @Test("a person's picture comes with an id, its sum in Base64, and can be fetched")
    func inbound() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.control(
                    "messages",
                    """
                    {"person":"\(SandboxHarness.imogen)","number":"\(SandboxHarness.number)","media":{"kind":"image",\
                    "mime_type":"image/png","caption":"The lid","data":"\(Data(Self.png).base64EncodedString())"}}
                    """)
                try await receiver.wait(for: 1)
                let image = try #require(receiver.events[0].message?["image"] as? [String: Any])
                #expect(image["sha256"] as? String == Data(SHA256.hash(Self.png)).base64EncodedString())
                #expect(image["caption"] as? String == "The lid")
                let id = try #require(image["id"] as? String)
                let url = try await sandbox.get("/v25.0/\(id)", token: token).string("url") ?? ""
                #expect(try await sandbox.get(url, token: token).bytes == Self.png)
            }
        }
    }

    @Test("a resumable upload gives a handle")
    func resumable() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let begun = try await sandbox.send(
                "POST",
                "/v25.0/\(SandboxHarness.appID)/uploads?file_length=\(Self.png.count)&file_type=image/png&file_name=a.png",
                token: token)
            let session = try #require(begun.string("id"))
            #expect(session.hasPrefix("upload:"))
            let done = try await sandbox.send(
                "POST", "/v25.0/\(session)", token: nil,
                headers: ["Authorization": "OAuth \(token)", "file_offset": "0", "Content-Type": "image/png"],
                data: Data(Self.png))
            #expect(done.string("h")?.hasPrefix("4::") == true, "\(done.text)")
        }
    }
}

@Suite("Multipart forms")
struct MultipartFormTests {
    @Test("fields and files are read; what does not follow its boundary is not")
    func parsing() throws {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"f\"; filename=\"n.bin\"\r\nContent-Type: a/b\r\n\r\n\u{0}--\r\n\r\n--x--\r\n"
        let form = try #require(
            MultipartForm(parsing: Array(body.utf8), contentType: "multipart/form-data; boundary=\"x\""))
        #expect(form.fields.map(\.value) == ["one"])
        #expect(form.files["f"] == .init(filename: "n.bin", contentType: "a/b", bytes: Array("\u{0}--\r\n".utf8)))
        for broken in ["", "--x", "--x\r\n", "--y--", String(body.dropLast(8))] {
            #expect(MultipartForm(parsing: Array(broken.utf8), contentType: "multipart/form-data; boundary=x") == nil)
        }
        #expect(MultipartForm(parsing: Array(body.utf8), contentType: "multipart/form-data") == nil)
    }
}
