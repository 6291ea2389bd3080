import Foundation
import Testing

@testable import GraphSandbox

@Suite("The phone", .timeLimit(.minutes(10)))
struct PhoneTests {
    private static let path = "/phone/\(SandboxHarness.imogen)/\(SandboxHarness.number)"

    @Test("everybody can be chosen, and leads to a chat")
    func people() async throws {
        try await SandboxHarness.run { sandbox in
            let page = try await sandbox.get("/")
            for person in Directory.northwind.people {
                #expect(page.text.contains(#"data-testid="person-\#(person.waID)""#))
            }
            #expect(page.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
            let open = try await sandbox.get("/phone/\(SandboxHarness.imogen)")
            #expect(open.headers["location"] == Self.path)
            #expect(try await sandbox.get("/phone/1").status == 404)
            #expect(try await sandbox.get("/phone/1/2").status == 404)
        }
    }

    @Test("a message is written by a plain form and shown escaped")
    func compose() async throws {
        try await SandboxHarness.run { sandbox in
            let sent = try await sandbox.postForm(Self.path + "/messages", [("text", "<b>&\" hello\r\nthere")])
            #expect(sent.headers["location"] == Self.path)
            let page = try await sandbox.get(Self.path)
            #expect(page.text.contains("&lt;b&gt;&amp;&quot; hello\nthere"))
            #expect(page.text.contains(#"data-direction="out""#))
            #expect(page.text.contains(#"data-status="sent""#))
        }
    }

    @Test("a text that is empty or too long comes back with the reason and what was typed")
    func refusedText() async throws {
        try await SandboxHarness.run { sandbox in
            let empty = try await sandbox.postForm(Self.path + "/messages", [("text", "  \n")])
            #expect(empty.status == 422)
            #expect(empty.text.contains("Write something first."))
            let long = String(repeating: "x", count: 4097)
            let tooLong = try await sandbox.postForm(Self.path + "/messages", [("text", long)])
            #expect(tooLong.status == 422)
            #expect(tooLong.text.contains("this one has 4097"))
            #expect(tooLong.text.contains(long))
            #expect(try await sandbox.get("/sandbox/messages").rows.isEmpty)
        }
    }

    @Test("an answer is unread until the chat is opened")
    func unread() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.write("hi")
            _ = try await sandbox.answer("hello", token: token)
            func status() async throws -> String? {
                try await sandbox.get("/sandbox/messages").rows.last?["status"] as? String
            }
            while try await status() != "delivered" { try Task.checkCancellation() }
            #expect(try await sandbox.get("/").text.contains("unread messages: </span>1"))
            let page = try await sandbox.get(Self.path)
            #expect(page.text.contains(#"data-direction="in""#))
            #expect(try await status() == "read")
            #expect(try await sandbox.get("/").text.contains("unread messages") == false)
        }
    }

    @Test("the page says whether the app is subscribed and what it answered")
    func panel() async throws {
        try await Receiver.run(answers: [418]) { receiver in
            try await SandboxHarness.run(speed: 0.001) { sandbox in
                let before = try await sandbox.get(Self.path)
                #expect(before.text.contains(#"data-subscribed="false""#))
                #expect(before.text.contains("Webhooks off"))
                try await sandbox.subscribe(receiver, token: try await sandbox.login())
                try await sandbox.write("hi")
                try await receiver.wait(for: 1)
                _ = try await sandbox.deliveries { ($0.first?["attempts"] as? [Any])?.count == 1 }
                let page = try await sandbox.get(Self.path)
                #expect(page.text.contains("418"))
                #expect(page.text.contains(#"data-subscribed="true""#))
                #expect(page.text.contains("1 attempt"))
            }
        }
    }

    @Test("day separators, times and lengths read naturally")
    func times() throws {
        let utc = try #require(TimeZone(identifier: "UTC"))
        let now = Date(timeIntervalSince1970: 1_795_400_000)  // Monday 23 November 2026, 02:13:20 UTC
        let text = TimeText(now: now, timeZone: utc)
        #expect(text.day(now) == "Today")
        #expect(text.day(now.addingTimeInterval(-3 * 3600)) == "Yesterday")
        #expect(text.day(now.addingTimeInterval(-2 * 86_400)) == "Saturday 21 November")
        #expect(text.day(now.addingTimeInterval(-400 * 86_400)) == "Sunday 19 October 2025")
        #expect(text.short(now.addingTimeInterval(-2 * 86_400)) == "21 Nov")
        #expect(text.clockWithSeconds(now) == "02:13:20")
        #expect(TimeText.length(90_000) == "25 h")
        #expect(TimeText.length(5_430) == "1 h 30 min")
    }

    @Test("people who wrote before the start can be answered at once")
    func openings() async throws {
        try await SandboxHarness.run(hasOpenings: true) { sandbox in
            let page = try await sandbox.get(Self.path)
            #expect(page.text.contains("Hi, do you still have the blue kettle in stock?"))
            _ = try await sandbox.answer("Yes", token: try await sandbox.login())
            func status() async throws -> String? {
                let path = "/sandbox/messages?person=\(SandboxHarness.imogen)&number=\(SandboxHarness.number)"
                return try await sandbox.get(path).rows.last?["status"] as? String
            }
            while try await status() != "delivered" { try Task.checkCancellation() }
        }
    }

    @Test("resetting leaves only the seeded world")
    func reset() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.write("hi")
            #expect(try await sandbox.postJSON("/sandbox/reset", "{}").status == 200)
            #expect(try await sandbox.get("/sandbox/messages").rows.isEmpty)
            #expect(try await sandbox.get("/v25.0/me", token: token).code == 190)
            let form = try await sandbox.postForm("/sandbox/reset", [("x", "y")])
            #expect(form.status == 415)
        }
    }
}
