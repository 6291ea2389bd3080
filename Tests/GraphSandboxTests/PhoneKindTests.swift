import Foundation
import Testing

@testable import GraphSandbox

@Suite("Kinds on the phone", .timeLimit(.minutes(10)))
struct PhoneKindTests {
    private static func path(_ endpoint: String = SandboxHarness.number) -> String {
        "/phone/\(SandboxHarness.imogen)/\(endpoint)"
    }

    /// Waits until the last message has reached the phone, and gives the page.
    private func page(_ sandbox: SandboxHarness, _ endpoint: String = SandboxHarness.number) async throws -> String {
        let path = "/sandbox/messages?person=\(SandboxHarness.imogen)&number=\(endpoint)"
        while true {
            let status = try await sandbox.get(path).rows.last?["status"] as? String
            if status != "accepted", status != "sent" { break }
            try Task.checkCancellation()
        }
        return try await sandbox.get(Self.path(endpoint)).text
    }

    @Test("every number, Page and Instagram account can be talked to, each with its product's name")
    func endpoints() async throws {
        try await SandboxHarness.run { sandbox in
            let page = try await sandbox.get(Self.path(SandboxHarness.instagram)).text
            for endpoint in Directory.northwind.endpoints {
                #expect(page.contains(#"data-testid="number-\#(endpoint.id)""#))
            }
            #expect(page.contains("@northwind.kettles") && page.contains(">Instagram<"))
            #expect(
                try await sandbox.get("/phone/447700900999/\(SandboxHarness.page)").text.contains("has no Messenger"))
        }
    }

    @Test("buttons and lists of a message are pressed by a form")
    func presses() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.write("Hello?")
            let sent = try await sandbox.sendKind(MessageKindTests.accepted[4].json, token: token)
            let id = try #require(sent.string("messages", 0, "id"))
            let html = try await page(sandbox)
            #expect(html.contains(#"data-testid="list""#) && html.contains("09:00"))
            let pressed = try await sandbox.postForm(Self.path() + "/press", [("message", id), ("payload", "a")])
            #expect(pressed.headers["location"] == Self.path())
            let last = try await sandbox.get("/sandbox/messages").rows.last
            #expect(last?["type"] as? String == "list_reply" && last?["reply_to"] as? String == id)
            let nothing = try await sandbox.postForm(Self.path() + "/press", [("message", id), ("payload", "none")])
            #expect(nothing.status == 404)
        }
    }

    @Test("a file, a place, a contact, a reaction, a change and a deletion are sent by forms")
    func sending() async throws {
        try await SandboxHarness.run { sandbox in
            let sent = try await sandbox.upload(
                Self.path() + "/messages", fields: [("text", "The lid")],
                file: ("file", "lid.png", "image/png", MediaTests.png), token: nil)
            #expect(sent.status == 303, "\(sent.text)")
            for edge in ["location", "contact"] {
                #expect(try await sandbox.postForm(Self.path() + "/\(edge)", []).status == 303)
            }
            let id = try await sandbox.write("blue")
            _ = try await sandbox.postForm(Self.path() + "/react", [("message", id), ("emoji", "❤️")])
            _ = try await sandbox.postForm(Self.path() + "/edit", [("message", id), ("text", "green <b>")])
            let html = try await sandbox.get(Self.path()).text
            #expect(
                html.contains(#"alt="The lid""#) && html.contains("Trafalgar Square") && html.contains("Piotr Wolny"))
            #expect(html.contains("green &lt;b&gt;") && html.contains("<span>❤️</span>"))
            _ = try await sandbox.postForm(Self.path() + "/delete", [("message", id)])
            #expect(try await sandbox.get(Self.path()).text.contains("This message was taken back."))
            let kinds = try await sandbox.get("/sandbox/messages").rows.compactMap { $0["type"] as? String }
            #expect(kinds == ["image", "location", "contacts", "text", "reaction"])
        }
    }

    @Test("an answer quotes what it answers")
    func replies() async throws {
        try await SandboxHarness.run { sandbox in
            let id = try await sandbox.write("Which one?")
            let page = try await sandbox.get(
                Self.path() + "?reply=" + SandboxHarness.encode([("x", id)]).dropFirst(2)
            ).text
            #expect(page.contains(#"name="reply_to" value="\#(id)""#))
            _ = try await sandbox.postForm(Self.path() + "/messages", [("text", "This one"), ("reply_to", id)])
            #expect(try await sandbox.get(Self.path()).text.contains("<blockquote"))
        }
    }

    @Test("documents are saved, never run")
    func documents() async throws {
        try await SandboxHarness.run { sandbox in
            for (type, name) in [("text/html", "a.html"), ("image/svg+xml", "a.svg"), ("application/pdf", "ö.pdf")] {
                _ = try await sandbox.upload(
                    Self.path() + "/messages", fields: [("text", "")],
                    file: ("file", name, type, Array("<script>alert(1)</script>".utf8)), token: nil)
            }
            let rows = try await sandbox.get("/sandbox/messages").rows
            #expect(rows.count == 3)
            for row in rows {
                let id = try #require((row["content"] as? [String: Any])?["id"] as? String)
                let file = try await sandbox.get("/phone/media/\(id)")
                #expect(file.headers["content-type"] == "application/octet-stream")
                #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
            }
            #expect(try await sandbox.get("/phone/media/1").status == 404)
        }
    }

    @Test("quick replies of Messenger are below the last message only, and cards stand in a row")
    func messenger() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.pageToken()
            let ends = #""person":"\#(SandboxHarness.imogen)","number":"\#(SandboxHarness.page)""#
            try await sandbox.control("messages", "{\(ends),\"text\":\"Hello?\"}")
            func send(_ rest: String) async throws {
                let answer = try await sandbox.postJSON(
                    "/v25.0/me/messages", #"{"recipient":{"id":"\#(SandboxHarness.imogenPSID)"},\#(rest)}"#,
                    token: token)
                #expect(answer.status == 200, "\(answer.text)")
            }
            try await send(PageTests.accepted[0].json)
            #expect(try await page(sandbox, SandboxHarness.page).contains(#"data-testid="quick-replies""#))
            try await send(PageTests.accepted[1].json)
            let html = try await page(sandbox, SandboxHarness.page)
            #expect(!html.contains(#"data-testid="quick-replies""#))
            #expect(html.contains("carousel") && html.contains("card-item"))
        }
    }
}
