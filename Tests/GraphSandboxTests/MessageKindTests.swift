import Foundation
import Testing

@testable import GraphSandbox

@Suite("Kinds of WhatsApp messages", .timeLimit(.minutes(10)))
struct MessageKindTests {
    static let accepted: [(kind: String, json: String)] = [
        ("text", #""type":"text","text":{"body":"https://northwind.example","preview_url":true}"#),
        ("location", #""type":"location","location":{"latitude":51.5,"longitude":"-0.12","name":"Shop"}"#),
        (
            "contacts",
            """
            "type":"contacts","contacts":[{"name":{"formatted_name":"Piotr Wolny","first_name":"Piotr"},\
            "phones":[{"phone":"+447700900552","type":"WORK"}],"birthday":"1990-02-28"}]
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"button","header":{"type":"text","text":"Slot"},\
            "body":{"text":"Nine or ten?"},"footer":{"text":"Northwind"},"action":{"buttons":[\
            {"type":"reply","reply":{"id":"9","title":"Nine"}},{"type":"reply","reply":{"id":"10","title":"Ten"}}]}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"list","body":{"text":"Pick"},"action":{"button":"Times",\
            "sections":[{"title":"Friday","rows":[{"id":"a","title":"09:00","description":"Sam"}]},\
            {"title":"Monday","rows":[{"id":"b","title":"10:00"}]}]}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"cta_url","body":{"text":"Look"},"action":{"name":"cta_url",\
            "parameters":{"display_text":"Open","url":"https://northwind.example"}}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"flow","body":{"text":"Book"},"action":{"name":"flow",\
            "parameters":{"flow_message_version":"3","flow_id":"77","flow_cta":"Book now"}}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"location_request_message","body":{"text":"Where?"},\
            "action":{"name":"send_location"}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"product_list","header":{"type":"text","text":"Kettles"},\
            "body":{"text":"Ours"},"action":{"catalog_id":"88","sections":[{"title":"All","product_items":[\
            {"product_retailer_id":"kettle-17"}]}]}}
            """
        ),
        (
            "template",
            #""type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}"#
        ),
        (
            "template",
            """
            "type":"template","template":{"name":"order_update","language":{"code":"en_GB"},"components":[\
            {"type":"header","parameters":[{"type":"text","text":"K-17"}]},\
            {"type":"body","parameters":[{"type":"text","text":"Imogen"},{"type":"text","text":"kettle"}]},\
            {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"OMW"}]},\
            {"type":"button","sub_type":"url","index":1,"parameters":[{"type":"text","text":"17"}]}]}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"call_permission_request","body":{"text":"May we call?"},\
            "action":{"name":"call_permission_request"}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"address_message","body":{"text":"Where to?"},"action":{\
            "name":"address_message","parameters":{"country":"IN","values":{"city":"Pune"},\
            "saved_addresses":[{"id":"home","value":{"city":"Pune"}}]}}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"request_contact_info","body":{"text":"Your number?"},\
            "action":{"name":"request_contact_info"}}
            """
        ),
        (
            "interactive",
            """
            "type":"interactive","interactive":{"type":"voice_call","body":{"text":"Talk?"},"action":{"name":"voice_call",\
            "parameters":{"display_text":"Call us","ttl_minutes":60}}}
            """
        ),
    ]

    @Test("every kind is accepted and shown", arguments: Self.accepted.indices)
    func kinds(index: Int) async throws {
        let (kind, json) = Self.accepted[index]
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.write("Hello?")
            let answer = try await sandbox.sendKind(json, token: token)
            #expect(answer.status == 200, "\(answer.text)")
            #expect((answer.string("messages", 0, "message_status") != nil) == (kind == "template"))
            #expect(try await sandbox.get("/sandbox/messages").rows.last?["type"] as? String == kind)
        }
    }

    static let refused: [(code: Int, json: String)] = [
        (100, #""type":"text","text":{"body":"x","colour":"red"}"#),
        (131008, #""type":"location","location":{"latitude":51.5}"#),
        (131009, #""type":"location","location":{"latitude":91,"longitude":0}"#),
        (131009, #""type":"contacts","contacts":[]"#),
        (131009, #""type":"contacts","contacts":[{"name":{"formatted_name":"P"}}]"#),
        (131008, #""type":"image","image":{}"#),
        (131009, #""type":"image","image":{"id":"1","link":"https://x.example/a.png"}"#),
        (131009, #""type":"image","image":{"id":"12345"}"#),
        (131009, #""type":"image","image":{"link":"ftp://x.example/a.png"}"#),
        (100, #""type":"audio","audio":{"link":"https://x.example/a.ogg","caption":"no"}"#),
        (131009, #""type":"reaction","reaction":{"message_id":"wamid.none","emoji":"👍"}"#),
        (131009, #""type":"reaction","reaction":{"message_id":"wamid.none","emoji":"ab"}"#),
        (100, #""type":"interactive","interactive":{"type":"poem","body":{"text":"x"},"action":{}}"#),
        (131008, #""type":"interactive","interactive":{"type":"button","action":{"buttons":[]}}"#),
        (
            100,
            #""type":"interactive","interactive":{"type":"address_message","body":{"text":"x"},"action":{"name":"address_message","parameters":{"country":"GB"}}}"#
        ),
        (
            131009,
            #""type":"interactive","interactive":{"type":"voice_call","body":{"text":"x"},"action":{"name":"voice_call","parameters":{"ttl_minutes":43201}}}"#
        ),
        (131009, #""type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[]}}"#),
        (
            131009,
            """
            "type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[\
            {"type":"reply","reply":{"id":"1","title":"Same"}},{"type":"reply","reply":{"id":"2","title":"Same"}}]}}
            """
        ),
        (
            100,
            """
            "type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[\
            {"type":"reply","reply":{"id":"1","title":"A title of twenty-one"}}]}}
            """
        ),
        (
            100,
            """
            "type":"interactive","interactive":{"type":"list","header":{"type":"image","image":{"id":"1"}},\
            "body":{"text":"x"},"action":{"button":"b","sections":[{"rows":[{"id":"1","title":"t"}]}]}}
            """
        ),
        (
            131008,
            """
            "type":"interactive","interactive":{"type":"list","body":{"text":"x"},"action":{"button":"b","sections":[\
            {"rows":[{"id":"1","title":"t"}]},{"title":"second","rows":[{"id":"2","title":"t"}]}]}}
            """
        ),
        (132001, #""type":"template","template":{"name":"hello_world","language":{"code":"de"}}"#),
        (132015, #""type":"template","template":{"name":"autumn_news","language":{"code":"en_GB"}}"#),
        (132016, #""type":"template","template":{"name":"old_offer","language":{"code":"en_GB"}}"#),
        (132000, #""type":"template","template":{"name":"order_update","language":{"code":"sv"}}"#),
        (
            132012,
            """
            "type":"template","template":{"name":"order_update","language":{"code":"sv"},"components":[\
            {"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]}]}
            """
        ),
        (
            132012,
            """
            "type":"template","template":{"name":"winter_sale","language":{"code":"en_GB"},"components":[\
            {"type":"header","parameters":[{"type":"text","text":"x"}]}]}
            """
        ),
        (131041, #""recipient_type":"group","type":"text","text":{"body":"x"}"#),
        (131051, #""type":"pin","pin":{"type":"pin","message_id":"wamid.x"}"#),
    ]

    @Test("what breaks a rule is refused with Meta's code", arguments: Self.refused.indices)
    func refusals(index: Int) async throws {
        let (code, json) = Self.refused[index]
        try await SandboxHarness.run { sandbox in
            let answer = try await sandbox.sendKind(json, token: try await sandbox.login())
            #expect(answer.code == code, "\(answer.text)")
            #expect(answer.status == (code == 132001 ? 404 : 400))
            #expect(answer.string("error", "fbtrace_id") != nil)
            #expect((answer["error", "error_data", "details"] != nil) == (code > 100_000))
        }
    }

    @Test("buttons, lists and templates can be pressed, and the app hears what was pressed on which message")
    func presses() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                try await sandbox.write("Hello?")
                func press(_ json: String, _ control: String) async throws -> [String: Any]? {
                    let sent = try await sandbox.sendKind(json, token: token).string("messages", 0, "id")
                    _ = try await sandbox.deliveries()
                    let before = receiver.events.filter { $0.message != nil }.count
                    let pressed = try await sandbox.control(
                        "messages",
                        #"{"person":"\#(SandboxHarness.imogen)","number":"\#(SandboxHarness.number)","press":\#(control)}"#
                    )
                    #expect(pressed.status == 200, "\(pressed.text)")
                    _ = try await sandbox.deliveries()
                    let messages = receiver.events.compactMap(\.message)
                    #expect(messages.count == before + 1)
                    let context = messages.last?["context"] as? [String: Any]
                    #expect(context?["id"] as? String == sent)
                    return messages.last
                }
                let button = try await press(Self.accepted[3].json, #"{"title":"Ten"}"#)
                let reply = (button?["interactive"] as? [String: Any])?["button_reply"] as? [String: Any]
                #expect(reply?["id"] as? String == "10" && reply?["title"] as? String == "Ten")
                let row = try await press(Self.accepted[4].json, #"{"payload":"a"}"#)
                let choice = (row?["interactive"] as? [String: Any])?["list_reply"] as? [String: Any]
                #expect(choice?["description"] as? String == "Sam")
                let quick = try await press(Self.accepted[10].json, #"{"title":"On my way"}"#)
                #expect(quick?["type"] as? String == "button")
                #expect((quick?["button"] as? [String: Any])?["payload"] as? String == "OMW")
                let form = try await press(Self.accepted[6].json, #"{"title":"Sent"}"#)
                #expect((form?["interactive"] as? [String: Any])?["type"] as? String == "nfm_reply")
                let last = Self.accepted.count - 4
                let permission = try await press(Self.accepted[last].json, #"{"title":"Allow calls"}"#)
                let answer = (permission?["interactive"] as? [String: Any])?["call_permission_reply"] as? [String: Any]
                #expect(answer?["response"] as? String == "accept" && answer?["expiration_timestamp"] is Int)
                let address = try await press(Self.accepted[last + 1].json, #"{"title":"Provide address"}"#)
                let filled = (address?["interactive"] as? [String: Any])?["nfm_reply"] as? [String: Any]
                #expect(filled?["name"] as? String == "address_message")
                let card = try await press(Self.accepted[last + 2].json, #"{"title":"Share contact info"}"#)
                let shared = (card?["contacts"] as? [[String: Any]])?.first
                #expect(card?["type"] as? String == "contacts" && shared?["origin"] as? String == "contact_request")
            }
        }
    }

    @Test("outside the window a template arrives, with its price, and marketing that was stopped does not")
    func templatesOutsideTheWindow() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribeAll("whatsapp_business_account", receiver)
                let sent = try await sandbox.sendKind(Self.accepted[9].json, token: token)
                #expect(sent.status == 200)
                try await receiver.wait(for: 2)
                #expect(receiver.events.map(\.statusName) == ["sent", "delivered"])
                let pricing = receiver.events[0].status?["pricing"] as? [String: Any]
                #expect(pricing?["category"] as? String == "utility" && pricing?["billable"] as? Bool == true)
                try await sandbox.control(
                    "marketing", #"{"person":"\#(SandboxHarness.imogen)","number":"\#(SandboxHarness.number)"}"#)
                try await receiver.wait(for: 3)
                #expect(receiver.events[2].field == "user_preferences")
                _ = try await sandbox.sendKind(
                    """
                    "type":"template","template":{"name":"summer","language":{"code":"en_GB"}}
                    """, token: token)
                try await sandbox.control("templates", #"{"name":"autumn_news","status":"APPROVED"}"#)
                _ = try await sandbox.sendKind(
                    #""type":"template","template":{"name":"autumn_news","language":{"code":"en_GB"}}"#, token: token)
                try await receiver.wait(for: 5)
                let error = (receiver.events[4].status?["errors"] as? [[String: Any]])?.first
                #expect(error?["code"] as? Int == 131050)
            }
        }
    }

    @Test("a reaction reports only that it was sent, and is shown on its message; an empty one takes it back")
    func reactions() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribe(receiver, token: token)
                let id = try await sandbox.write("Hello?")
                func react(_ emoji: String) async throws {
                    let answer = try await sandbox.sendKind(
                        #""type":"reaction","reaction":{"message_id":"\#(id)","emoji":"\#(emoji)"}"#, token: token)
                    #expect(answer.status == 200, "\(answer.text)")
                }
                let path = "/phone/\(SandboxHarness.imogen)/\(SandboxHarness.number)"
                try await react("👍")
                try await receiver.wait(for: 2)
                #expect(receiver.events.last?.statusName == "sent")
                #expect(try await sandbox.get(path).text.contains(#"data-testid="reactions""#))
                try await react("")
                try await receiver.wait(for: 3)
                #expect(try await sandbox.get(path).text.contains(#"data-testid="reactions""#) == false)
                #expect(receiver.events.compactMap(\.statusName) == ["sent", "sent"])
            }
        }
    }

    @Test("a business-scoped user id is a recipient, but not of a sign-in code")
    func businessScopedIDs() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            func send(_ rest: String) async throws -> SandboxHarness.Answer {
                try await sandbox.postJSON(
                    "/v25.0/\(SandboxHarness.number)/messages",
                    #"{"messaging_product":"whatsapp","recipient":"GB.73201984410275566",\#(rest)}"#, token: token)
            }
            let sent = try await send(#""text":{"body":"hi"}"#)
            #expect(sent.string("contacts", 0, "wa_id")?.isEmpty == true)
            #expect(sent.string("contacts", 0, "user_id") == "GB.73201984410275566")
            let code = try await send(
                #""type":"template","template":{"name":"sign_in_code","language":{"code":"en_GB"}}"#)
            #expect(code.code == 131062)
            #expect(try await send(#""to":"447700900417","text":{"body":"hi"}"#).code == 131009)
        }
    }
}
