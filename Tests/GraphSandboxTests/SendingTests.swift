import Foundation
import Testing

@testable import GraphSandbox

@Suite("Sending", .timeLimit(.minutes(10)))
struct SendingTests {
    @Test(
        "what is wrong with a send is said in Meta's codes",
        arguments: [
            (#"{}"#, 400, 100),
            (#"{"messaging_product":"sms"}"#, 400, 100),
            (#"{"messaging_product":"whatsapp","text":{"body":"x"}}"#, 400, 131008),
            (#"{"messaging_product":"whatsapp","to":"hello","text":{"body":"x"}}"#, 400, 131009),
            (#"{"messaging_product":"whatsapp","to":"12","text":{"body":"x"}}"#, 400, 131009),
            (#"{"messaging_product":"whatsapp","to":"442079460155","text":{"body":"x"}}"#, 400, 131021),
            (#"{"messaging_product":"whatsapp","to":"447700900417","type":"smoke"}"#, 400, 100),
            (#"{"messaging_product":"whatsapp","to":"447700900417","type":"text"}"#, 400, 131008),
            (#"{"messaging_product":"whatsapp","to":"447700900417","text":{}}"#, 400, 131008),
            (#"{"messaging_product":"whatsapp","to":"447700900417","text":{"body":7}}"#, 400, 100),
            (
                #"{"messaging_product":"whatsapp","to":"447700900417","text":{"body":"x","preview_url":"maybe"}}"#, 400,
                100
            ),
            (
                #"{"messaging_product":"whatsapp","to":"447700900417","recipient_type":"crowd","text":{"body":"x"}}"#,
                400, 100
            ),
            (#"{"messaging_product":"whatsapp","status":"read"}"#, 400, 131008),
            (#"{"messaging_product":"whatsapp","status":"read","message_id":"wamid.none"}"#, 400, 131009),
        ])
    func refusals(body: String, status: Int, code: Int) async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let answer = try await sandbox.postJSON("/v25.0/\(SandboxHarness.number)/messages", body, token: token)
            #expect((answer.status, answer.code) == (status, code), "\(answer.text)")
        }
    }

    @Test("a text may have 4096 characters and not one more")
    func textLimit() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            #expect(try await sandbox.answer(String(repeating: "é", count: 4096), token: token).status == 200)
            let tooLong = try await sandbox.answer(String(repeating: "é", count: 4097), token: token)
            #expect(tooLong.code == 100)
            #expect(
                tooLong.string("error", "message") == "(#100) Param text['body'] must be at most 4096 characters long.")
        }
    }

    @Test("a number that is not registered cannot send")
    func unregistered() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let answer = try await sandbox.postJSON(
                "/v25.0/615520938471640/messages",
                #"{"messaging_product":"whatsapp","to":"447700900417","text":{"body":"x"}}"#, token: token)
            #expect((answer.status, answer.code) == (400, 133010))
        }
    }

    @Test(
        "the answer repeats the recipient as it was spelled, with the wa_id that it leads to",
        arguments: [
            ("+44 (7700) 900-417", "447700900417"), ("07700900417", "447700900417"),
            ("5511955550123", "551155550123"), ("+15005550006", "15005550006"),
        ])
    func recipients(input: String, waID: String) async throws {
        try await SandboxHarness.run { sandbox in
            let answer = try await sandbox.answer("hi", to: input, token: try await sandbox.login())
            #expect(answer.string("contacts", 0, "input") == input)
            #expect(answer.string("contacts", 0, "wa_id") == waID)
            #expect(answer.string("messages", 0, "id")?.hasPrefix("wamid.") == true)
        }
    }

    @Test("query, form and JSON parameters are one")
    func mergedParameters() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let form = try await sandbox.postForm(
                "/v25.0/\(SandboxHarness.number)/messages?messaging_product=whatsapp",
                [("to", SandboxHarness.imogen), ("text", #"{"body":"from a form"}"#)], token: token)
            #expect(form.status == 200)
            let messages = try await sandbox.get("/sandbox/messages")
            #expect(messages.rows.last?["text"] as? String == "from a form")
        }
    }

    @Test("a sent message goes sent, delivered, read, each with its webhook")
    func statuses() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("Hello?")
                try await receiver.wait(for: 1)
                let id = try #require(
                    try await sandbox.answer("Grüße 🫖", token: token).string("messages", 0, "id"))
                try await receiver.wait(for: 3)
                _ = try await sandbox.postJSON(
                    "/sandbox/read", #"{"person":"\#(SandboxHarness.imogen)","number":"\#(SandboxHarness.number)"}"#)
                try await receiver.wait(for: 4)

                let events = receiver.events
                #expect(events.map(\.statusName) == [nil, "sent", "delivered", "read"])
                #expect(events.allSatisfy { $0.isSignatureRight })
                #expect(events.dropFirst().allSatisfy { $0.status?["id"] as? String == id })
                #expect(
                    events.dropFirst().allSatisfy { $0.status?["recipient_id"] as? String == SandboxHarness.imogen })
                #expect(
                    events.dropFirst().allSatisfy {
                        $0.status?["biz_opaque_callback_data"] as? String == "outbox-77120"
                    })
                #expect(events[1].status?["pricing"] != nil && events[2].status?["pricing"] != nil)
                #expect(events[3].status?["pricing"] == nil)
                #expect(events[1].contact?["user_id"] as? String == "GB.73201984410275566")
            }
        }
    }

    @Test("outside the 24-hour window a text is accepted and fails with 131047")
    func closedWindow() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("Hello?")
                try await receiver.wait(for: 1)
                _ = try await sandbox.postJSON("/sandbox/clock", #"{"advance":86390}"#)
                // The first login's token did not live that long.
                let later = try await sandbox.login()
                #expect(try await sandbox.answer("still open", token: later).status == 200)
                try await receiver.wait(for: 3)
                #expect(receiver.events[1].statusName == "sent")
                _ = try await sandbox.postJSON("/sandbox/clock", #"{"advance":60}"#)
                #expect(try await sandbox.answer("too late", token: later).status == 200)
                try await receiver.wait(for: 4)
                let failed = receiver.events[3]
                #expect(failed.statusName == "failed")
                let error = (failed.status?["errors"] as? [[String: Any]])?.first
                #expect(error?["code"] as? Int == 131047)
                #expect((error?["error_data"] as? [String: Any])?["details"] != nil)
                #expect(failed.contact != nil)
            }
        }
    }

    @Test("a number without WhatsApp is accepted and fails with 131026", arguments: ["447700900999", "15005550006"])
    func unreachable(recipient: String) async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                #expect(try await sandbox.answer("hi", to: recipient, token: token).status == 200)
                try await receiver.wait(for: 1)
                let error = (receiver.events[0].status?["errors"] as? [[String: Any]])?.first
                #expect(error?["code"] as? Int == 131026)
                #expect(receiver.events[0].contact == nil)
            }
        }
    }

    @Test("marking as read moves the person's tick, and typing shows on the phone")
    func markAsRead() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let first = try await sandbox.write("one")
            let second = try await sandbox.write("two")
            let body = """
                {"messaging_product":"whatsapp","status":"read","message_id":"\(second)",\
                "typing_indicator":{"type":"text"}}
                """
            let answer = try await sandbox.postJSON("/v25.0/\(SandboxHarness.number)/messages", body, token: token)
            #expect(answer["success"] as? Bool == true)
            let rows = try await sandbox.get("/sandbox/messages").rows
            #expect(rows.compactMap { $0["id"] as? String } == [first, second])
            #expect(rows.allSatisfy { $0["status"] as? String == "read" })
            let page = try await sandbox.get("/phone/\(SandboxHarness.imogen)/\(SandboxHarness.number)")
            #expect(page.text.contains("typing…"))
        }
    }
}
