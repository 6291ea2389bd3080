import Foundation
import Testing

@testable import GraphSandbox

@Suite("Messenger and Instagram", .timeLimit(.minutes(10)))
struct PageTests {
    private func send(
        _ sandbox: SandboxHarness, _ rest: String, to id: String = SandboxHarness.imogenPSID, path: String = "me",
        token: String
    ) async throws -> SandboxHarness.Answer {
        try await sandbox.postJSON("/v25.0/\(path)/messages", #"{"recipient":{"id":"\#(id)"},\#(rest)}"#, token: token)
    }

    /// Imogen writes to the Page, or with `at` to its Instagram account.
    private func write(
        _ sandbox: SandboxHarness, _ rest: String = #""text":"Hello?""#, at endpoint: String = SandboxHarness.page
    ) async throws -> String {
        let answer = try await sandbox.control(
            "messages", #"{"person":"\#(SandboxHarness.imogen)","number":"\#(endpoint)",\#(rest)}"#)
        #expect(answer.status == 200, "\(answer.text)")
        return answer.string("id") ?? ""
    }

    @Test("a login lists its Pages with their tokens and their Instagram accounts")
    func accounts() async throws {
        try await SandboxHarness.run { sandbox in
            let user = try await sandbox.login(scopes: SandboxHarness.pageScopes)
            let rows = try await sandbox.get("/v25.0/me/accounts", token: user).rows
            #expect(rows.map { $0["id"] as? String } == [SandboxHarness.page, "104420097715412"])
            #expect((rows[0]["tasks"] as? [String])?.contains("MESSAGING") == true)
            let token = try #require(rows[0]["access_token"] as? String)
            let path = "/v25.0/\(SandboxHarness.page)?fields=instagram_business_account{id,username}"
            let page = try await sandbox.get(path, token: token)
            #expect(page.string("instagram_business_account", "username") == "northwind.kettles")
            let other = try await sandbox.get(
                "/v25.0/104420097715412?fields=instagram_business_account", token: user)
            #expect(other["instagram_business_account"] == nil && other.status == 200)
            #expect(try await sandbox.get("/v25.0/me", token: token).string("id") == SandboxHarness.page)
            #expect(try await sandbox.get("/v25.0/104420097715412", token: token).subcode == 33)
            let facts = try await sandbox.get(
                "/v25.0/debug_token?input_token=\(token)", token: SandboxHarness.appToken)
            #expect(facts.string("data", "type") == "PAGE")
            #expect(facts.string("data", "profile_id") == SandboxHarness.page)
        }
    }

    @Test("only the Pages that were ticked are seen, and say so")
    func granularity() async throws {
        try await SandboxHarness.run { sandbox in
            let code = try await sandbox.consent(scopes: SandboxHarness.pageScopes, pages: [SandboxHarness.page])
            let token = try #require(try await sandbox.exchange(code: code).string("access_token"))
            #expect(try await sandbox.get("/v25.0/me/accounts", token: token).rows.count == 1)
            let facts = try await sandbox.get(
                "/v25.0/debug_token?input_token=\(token)", token: SandboxHarness.appToken)
            let granular = facts["data", "granular_scopes"] as? [[String: Any]] ?? []
            func targets(_ scope: String) -> [String]? {
                granular.first { $0["scope"] as? String == scope }?["target_ids"] as? [String]
            }
            #expect(targets("pages_messaging") == [SandboxHarness.page])
            #expect(targets("instagram_manage_messages") == [SandboxHarness.instagram])
        }
    }

    @Test("Messenger: a message comes back as an echo, is delivered and read")
    func messenger() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.pageToken()
                try await sandbox.subscribeAll("page", receiver, pageToken: token)
                _ = try await write(sandbox)
                try await receiver.wait(for: 1)
                let inbound = try #require(receiver.events[0].messaging)
                #expect((inbound["sender"] as? [String: Any])?["id"] as? String == SandboxHarness.imogenPSID)
                #expect((inbound["message"] as? [String: Any])?["text"] as? String == "Hello?")
                let sent = try await send(
                    sandbox, #""messaging_type":"RESPONSE","message":{"text":"Yes","metadata":"outbox-1"}"#,
                    token: token)
                let id = try #require(sent.string("message_id"), "\(sent.text)")
                #expect(id.hasPrefix("m_") && sent.string("recipient_id") == SandboxHarness.imogenPSID)
                try await receiver.wait(for: 3)
                try await sandbox.control(
                    "read", #"{"person":"\#(SandboxHarness.imogen)","number":"\#(SandboxHarness.page)"}"#)
                try await receiver.wait(for: 4)
                let echo = try #require(receiver.events[1].messaging?["message"] as? [String: Any])
                #expect(echo["mid"] as? String == id && echo["metadata"] as? String == "outbox-1")
                #expect("\(echo["app_id"] ?? "")" == SandboxHarness.appID)
                let delivery = receiver.events[2].messaging?["delivery"] as? [String: Any]
                #expect(delivery?["mids"] as? [String] == [id])
                #expect((receiver.events[3].messaging?["read"] as? [String: Any])?["watermark"] != nil)
                #expect(receiver.events.allSatisfy { $0.isSignatureRight })
            }
        }
    }

    @Test("Instagram: its own object, its own message ids, echoes among messages, and seen")
    func instagram() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.pageToken()
                try await sandbox.subscribeAll("instagram", receiver, pageToken: token)
                let first = try await write(sandbox, at: SandboxHarness.instagram)
                let sent = try await send(
                    sandbox, #""message":{"text":"Yes"}"#, to: SandboxHarness.imogenIGSID,
                    path: SandboxHarness.page, token: token)
                let id = try #require(sent.string("message_id"), "\(sent.text)")
                #expect(id.hasPrefix("aWdf"))
                _ = try await sandbox.deliveries()
                try await sandbox.control(
                    "delete",
                    """
                    {"person":"\(SandboxHarness.imogen)","number":"\(SandboxHarness.instagram)","message":"\(first)"}
                    """)
                try await receiver.wait(for: 3)
                let messages = receiver.events.map { $0.messaging?["message"] as? [String: Any] }
                #expect(messages[1]?["is_echo"] as? Bool == true)
                #expect(messages[1]?["app_id"] == nil)
                #expect(messages[2]?["is_deleted"] as? Bool == true && messages[2]?["mid"] as? String == first)
                #expect(
                    receiver.events.allSatisfy {
                        ($0.json as? [String: Any])?["object"] as? String == "instagram"
                            && $0.entries.first?["id"] as? String == SandboxHarness.instagram
                    })
                let long = String(repeating: "é", count: 501)
                let tooLong = try await send(
                    sandbox, #""message":{"text":"\#(long)"}"#, to: SandboxHarness.imogenIGSID, token: token)
                #expect(tooLong.code == 100)
            }
        }
    }

    static let accepted: [(kind: String, json: String)] = [
        (
            "text",
            #""message":{"text":"Pick","quick_replies":[{"content_type":"text","title":"Red","payload":"R"}]}"#
        ),
        (
            "interactive",
            """
            "message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[\
            {"title":"Kettle","subtitle":"Blue","buttons":[{"type":"postback","title":"Buy","payload":"BUY"},\
            {"type":"web_url","title":"Look","url":"https://northwind.example"}]},{"title":"Pot","subtitle":"Red"}]}}}
            """
        ),
        (
            "interactive",
            """
            "message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"Call us",\
            "buttons":[{"type":"phone_number","title":"Call","payload":"+442079460155"}]}}}
            """
        ),
    ]

    @Test("replies, templates and buttons are accepted, shown, and can be pressed", arguments: Self.accepted.indices)
    func kinds(index: Int) async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.pageToken()
            _ = try await write(sandbox)
            let answer = try await send(sandbox, Self.accepted[index].json, token: token)
            #expect(answer.status == 200, "\(answer.text)")
            #expect(
                try await sandbox.get("/sandbox/messages").rows.last?["type"] as? String == Self.accepted[index].kind)
        }
    }

    @Test("a quick reply is a message with its payload, a template's button a postback")
    func presses() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.pageToken()
                try await sandbox.subscribeAll("page", receiver, pageToken: token)
                _ = try await write(sandbox)
                _ = try await send(sandbox, Self.accepted[0].json, token: token)
                _ = try await write(sandbox, #""press":{"title":"Red"}"#)
                _ = try await send(sandbox, Self.accepted[1].json, token: token)
                _ = try await write(sandbox, #""press":{"payload":"BUY"}"#)
                _ = try await sandbox.deliveries()
                let messages = receiver.events.compactMap { $0.messaging?["message"] as? [String: Any] }
                let reply = messages.compactMap { $0["quick_reply"] as? [String: Any] }.first
                #expect(reply?["payload"] as? String == "R")
                let postback = receiver.events.compactMap { $0.messaging?["postback"] as? [String: Any] }.first
                #expect(postback?["payload"] as? String == "BUY" && postback?["title"] as? String == "Buy")
            }
        }
    }

    static let refused: [(code: Int, subcode: Int?, json: String)] = [
        (100, 2_018_034, #""message":{}"#),
        (100, nil, #""message":{"text":"x","attachment":{"type":"image","payload":{"url":"https://a.b"}}}"#),
        (100, nil, #""messaging_type":"GOSSIP","message":{"text":"x"}"#),
        (100, nil, #""messaging_type":"MESSAGE_TAG","message":{"text":"x"}"#),
        (100, nil, #""messaging_type":"MESSAGE_TAG","tag":"ACCOUNT_UPDATE","message":{"text":"x"}"#),
        (100, nil, #""messaging_type":"MESSAGE_TAG","tag":"CUSTOMER_FEEDBACK","message":{"text":"x"}"#),
        (100, nil, #""sender_action":"typing_on","message":{"text":"x"}"#),
        (100, nil, #""sender_action":"dance""#),
        (100, 2_018_074, #""message":{"attachment":{"type":"image","payload":{"attachment_id":"1"}}}"#),
        (100, 2_018_008, #""message":{"attachment":{"type":"image","payload":{"url":"http://127.0.0.1:9/a.png"}}}"#),
        (
            100, nil,
            #""message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"x"}]}}}"#
        ),
        (
            131_009, nil,
            #""message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"x","buttons":[]}}}"#
        ),
    ]

    @Test("what breaks a rule is refused", arguments: Self.refused.indices)
    func refusals(index: Int) async throws {
        let (code, subcode, json) = Self.refused[index]
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.pageToken()
            _ = try await write(sandbox)
            let answer = try await send(sandbox, json, token: token)
            #expect((answer.code, answer.subcode) == (code, subcode), "\(answer.text)")
        }
    }

    @Test("the window is 24 hours, with a human agent seven days, and closed for people who never wrote")
    func window() async throws {
        try await SandboxHarness.run { sandbox in
            let tag = #""messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","message":{"text":"x"}"#
            var token = try await sandbox.pageToken()
            #expect(try await send(sandbox, #""message":{"text":"x"}"#, token: token).subcode == 2_018_278)
            #expect(try await send(sandbox, #""message":{"text":"x"}"#, to: "1", token: token).subcode == 2_018_001)
            _ = try await write(sandbox)
            _ = try await write(sandbox, at: SandboxHarness.instagram)
            #expect(try await send(sandbox, #""message":{"text":"x"}"#, token: token).status == 200)
            try await sandbox.control("clock", #"{"advance":86401}"#)
            token = try await sandbox.pageToken()
            let late = try await send(sandbox, #""message":{"text":"x"}"#, token: token)
            #expect((late.status, late.code, late.subcode) == (403, 10, 2_018_278))
            let instagram = try await send(
                sandbox, #""message":{"text":"x"}"#, to: SandboxHarness.imogenIGSID, token: token)
            #expect(instagram.subcode == 2_534_022)
            #expect(try await send(sandbox, tag, token: token).status == 200)
            try await sandbox.control("clock", #"{"advance":\#(6 * 86_400)}"#)
            #expect(try await send(sandbox, tag, token: try await sandbox.pageToken()).subcode == 2_018_278)
        }
    }

    @Test("a person's token, a token without the scope, and another Page's token cannot send")
    func tokens() async throws {
        try await SandboxHarness.run { sandbox in
            let user = try await sandbox.login(scopes: SandboxHarness.pageScopes)
            let path = SandboxHarness.page
            #expect(try await send(sandbox, #""message":{"text":"x"}"#, path: path, token: user).code == 190)
            let few = try await sandbox.pageToken(scopes: "pages_show_list,pages_manage_metadata")
            #expect(try await send(sandbox, #""message":{"text":"x"}"#, token: few).code == 230)
            let subscribe = try await sandbox.postForm(
                "/v25.0/\(path)/subscribed_apps", [("subscribed_fields", "smoke")],
                token: try await sandbox.pageToken())
            #expect(subscribe.code == 100)
        }
    }

    @Test("files are sent by upload, by link, and by an id that lives for ninety days")
    func attachments() async throws {
        try await SandboxHarness.run { sandbox in
            var token = try await sandbox.pageToken()
            _ = try await write(sandbox)
            let message = #"{"attachment":{"type":"image","payload":{"is_reusable":true}}}"#
            let sent = try await sandbox.upload(
                "/v25.0/me/messages",
                fields: [("recipient", #"{"id":"\#(SandboxHarness.imogenPSID)"}"#), ("message", message)],
                file: ("filedata", "kettle.png", "image/png", MediaTests.png), token: token)
            let id = try #require(sent.string("attachment_id"), "\(sent.text)")
            #expect(try await sandbox.get("/phone/media/\(id)").bytes == MediaTests.png)
            let again = #""message":{"attachment":{"type":"image","payload":{"attachment_id":"\#(id)"}}}"#
            #expect(try await send(sandbox, again, token: token).status == 200)
            let link = "\(sandbox.server.url)/phone/media/\(id)"
            let ahead = try await sandbox.postJSON(
                "/v25.0/me/message_attachments",
                #"{"message":{"attachment":{"type":"image","payload":{"url":"\#(link)","is_reusable":true}}}}"#,
                token: token)
            #expect(ahead.string("attachment_id") != nil, "\(ahead.text)")
            let wrong = try await send(
                sandbox, #""message":{"attachment":{"type":"video","payload":{"url":"\#(link)"}}}"#, token: token)
            #expect(wrong.subcode == 2_018_047)
            token = try await sandbox.pageToken()
        }
    }

    @Test("a profile is there once the person has written")
    func profiles() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.pageToken()
            let psid = "/v25.0/\(SandboxHarness.imogenPSID)?fields=first_name,last_name"
            let igsid = "/v25.0/\(SandboxHarness.imogenIGSID)?fields=name,username"
            #expect(try await sandbox.get(psid, token: token).subcode == 2_018_218)
            #expect(try await sandbox.get(igsid, token: token).code == 230)
            _ = try await write(sandbox)
            _ = try await write(sandbox, at: SandboxHarness.instagram)
            #expect(try await sandbox.get(psid, token: token).string("last_name") == "Hartley")
            #expect(try await sandbox.get(igsid, token: token).string("username") == "imogen.h")
            let threads = try await sandbox.get(
                "/v25.0/\(SandboxHarness.page)/conversations?platform=instagram&fields=id,messages", token: token)
            #expect(threads.string("data", 0, "messages", "data", 0, "message") == "Hello?")
        }
    }

    @Test("a thread that another app controls is not ours to write in until it is taken back")
    func handover() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.pageToken()
            _ = try await write(sandbox)
            func move(_ edge: String, _ rest: String = "") async throws {
                let answer = try await sandbox.postJSON(
                    "/v25.0/me/\(edge)", #"{"recipient":{"id":"\#(SandboxHarness.imogenPSID)"}\#(rest)}"#, token: token)
                #expect(answer.status == 200, "\(answer.text)")
            }
            try await move("pass_thread_control", #","target_app_id":"263902037430900""#)
            #expect(try await send(sandbox, #""message":{"text":"x"}"#, token: token).code == 2_018_300)
            let owner = try await sandbox.get(
                "/v25.0/me/thread_owner?recipient=\(SandboxHarness.imogenPSID)", token: token)
            #expect(owner.string("data", 0, "thread_owner", "app_id") == "263902037430900")
            try await move("take_thread_control")
            #expect(try await send(sandbox, #""message":{"text":"x"}"#, token: token).status == 200)
        }
    }

    @Test("a Page's subscription ends after an hour of failures")
    func failingPage() async throws {
        let time = HeldTime()
        try await Receiver.run(answers: [500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500]) { receiver in
            try await SandboxHarness.run(speed: 1, time: time) { sandbox in
                let token = try await sandbox.pageToken()
                try await sandbox.subscribeAll("page", receiver, pageToken: token)
                _ = try await write(sandbox)
                try await receiver.wait(for: 1)
                _ = try await sandbox.deliveries { ($0.first?["attempts"] as? [Any])?.count == 1 }
                time.advance(by: 3700)
                let rows = try await sandbox.deliveries { $0.first?["state"] as? String == "dropped" }
                #expect((rows.first?["note"] as? String)?.contains("hour") == true)
                let pages = try await sandbox.get("/sandbox/state")["pages", 0, "subscribed"] as? Bool
                #expect(pages == false)
            }
        }
    }
}
