import Foundation
import Testing

@testable import GraphSandbox

@Suite("Templates", .timeLimit(.minutes(10)))
struct TemplateTests {
    private static let path = "/v25.0/\(SandboxHarness.account)/message_templates"

    private func create(
        _ sandbox: SandboxHarness, name: String = "opening_hours", category: String = "UTILITY",
        components: String = #"[{"type":"BODY","text":"We open at nine on weekdays."}]"#, rest: String = "",
        token: String
    ) async throws -> SandboxHarness.Answer {
        try await sandbox.postJSON(
            Self.path,
            #"{"name":"\#(name)","language":"en_GB","category":"\#(category)","components":\#(components)\#(rest)}"#,
            token: token)
    }

    @Test("templates are listed in pages, by filters, with a summary")
    func listing() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let all = try await sandbox.get(Self.path + "?summary=total_count&limit=3", token: token)
            #expect(all.rows.count == 3)
            #expect(all.int("summary", "total_count") == MessageTemplate.northwind.count)
            let next = try #require(all.string("paging", "next"))
            #expect(try await sandbox.get(next, token: token).rows.count == 3)
            let paused = try await sandbox.get(Self.path + "?status=PAUSED&fields=name,status", token: token)
            #expect(paused.rows.map { $0["name"] as? String } == ["autumn_news"])
            #expect(paused.rows.first?["components"] == nil)
            let swedish = try await sandbox.get(Self.path + "?name=order&language=sv", token: token)
            #expect(swedish.rows.count == 1)
            #expect(try await sandbox.get(Self.path + "?after=broken", token: token).code == 131059)
            #expect(try await sandbox.get(Self.path + "?fields=colour", token: token).code == 100)
        }
    }

    @Test("a new template is pending, is decided on, told of, and can then be sent")
    func approval() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribeAll("whatsapp_business_account", receiver)
                let made = try await create(sandbox, token: token)
                #expect(made.string("status") == "PENDING", "\(made.text)")
                let id = try #require(made.string("id"))
                try await receiver.wait(for: 1)
                #expect(receiver.events[0].field == "message_template_status_update")
                #expect(receiver.events[0].changeValue["event"] as? String == "APPROVED")
                #expect("\(receiver.events[0].changeValue["message_template_id"] ?? "")" == id)
                #expect(receiver.events[0].entries.first?["time"] != nil)
                let sent = try await sandbox.sendKind(
                    #""type":"template","template":{"name":"opening_hours","language":{"code":"en_GB"}}"#, token: token)
                #expect(sent.status == 200)
                #expect(try await create(sandbox, token: token).subcode == 2_388_024)
            }
        }
    }

    @Test("the reviewer does what a test says, and quality and category change with their webhooks")
    func scriptedReview() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribeAll("whatsapp_business_account", receiver)
                try await sandbox.control("templates", #"{"review":"hold"}"#)
                let id = try #require(try await create(sandbox, token: token).string("id"))
                try await sandbox.control(
                    "templates", #"{"id":"\#(id)","status":"REJECTED","reason":"INVALID_FORMAT"}"#)
                try await sandbox.control("templates", #"{"id":"\#(id)","quality":"RED"}"#)
                try await sandbox.control("templates", #"{"id":"\#(id)","category":"MARKETING"}"#)
                try await receiver.wait(for: 3)
                #expect(receiver.events[0].changeValue["event"] as? String == "REJECTED")
                #expect(receiver.events[0].changeValue["rejection_info"] != nil)
                #expect(
                    receiver.events.map(\.field) == [
                        "message_template_status_update", "message_template_quality_update",
                        "template_category_update",
                    ])
                let facts = try await sandbox.get(
                    "/v25.0/\(id)?fields=status,rejected_reason,quality_score,category", token: token)
                #expect(facts.string("rejected_reason") == "INVALID_FORMAT")
                #expect(facts.string("quality_score", "score") == "RED")
                #expect(facts.string("category") == "MARKETING")
            }
        }
    }

    @Test(
        "what breaks a rule of templates is refused",
        arguments: [
            (2_388_299, #"[{"type":"BODY","text":"{{1}}, we are open.","example":{"body_text":[["Hi"]]}}]"#),
            (2_388_293, #"[{"type":"BODY","text":"a {{1}} {{2}} b","example":{"body_text":[["x","y"]]}}]"#),
            (2_388_040, #"[{"type":"HEADER","format":"TEXT","text":"LONG"},{"type":"BODY","text":"We are open."}]"#),
            (2_388_047, #"[{"type":"HEADER","format":"TEXT","text":"*bold*"},{"type":"BODY","text":"We are open."}]"#),
            (2_388_073, #"[{"type":"BODY","text":"We are open."},{"type":"FOOTER","text":"a\nb"}]"#),
            (2_388_072, #"[{"type":"BODY","text":"We\n\n\nare open."}]"#),
            (131_008, #"[{"type":"BODY","text":"We are open from {{1}} on every day."}]"#),
            (100, #"[{"type":"FOOTER","text":"x"}]"#),
            (100, #"[{"type":"POEM","text":"x"}]"#),
            (131_009, #"[{"type":"BODY","text":"Open."},{"type":"BUTTONS","buttons":[]}]"#),
            (
                131_009,
                """
                [{"type":"BODY","text":"Open."},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"a"},\
                {"type":"PHONE_NUMBER","text":"b","phone_number":"+4420"},{"type":"QUICK_REPLY","text":"c"}]}]
                """
            ),
        ])
    func refusals(code: Int, components: String) async throws {
        try await SandboxHarness.run { sandbox in
            let components = components.replacing("LONG", with: String(repeating: "x", count: 61))
            let answer = try await create(sandbox, components: components, token: try await sandbox.login())
            #expect(answer.code == code, "\(answer.text)")
        }
    }

    @Test("names, languages and categories are checked")
    func naming() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            #expect(try await create(sandbox, name: "Opening Hours", token: token).code == 100)
            #expect(try await create(sandbox, category: "NEWS", token: token).code == 100)
            #expect(try await create(sandbox, rest: #","parameter_format":"ROMAN""#, token: token).code == 100)
        }
    }

    @Test("an approved template is edited once a day, reviewed again, and deleted by name or by language")
    func editing() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let id = MessageTemplate.northwind[0].id
            try await sandbox.control("templates", #"{"review":"hold"}"#)
            let body = #"{"components":[{"type":"BODY","text":"We are open again."}]}"#
            #expect(try await sandbox.postJSON("/v25.0/\(id)", body, token: token)["success"] as? Bool == true)
            #expect(try await sandbox.get("/v25.0/\(id)?fields=status", token: token).string("status") == "PENDING")
            #expect(try await sandbox.postJSON("/v25.0/\(id)", body, token: token).code == 100)
            try await sandbox.control("templates", #"{"id":"\#(id)","status":"APPROVED"}"#)
            #expect(try await sandbox.postJSON("/v25.0/\(id)", body, token: token).subcode == 2_593_003)

            let swedish = MessageTemplate.northwind[2].id
            func names() async throws -> [String] {
                try await sandbox.get("/sandbox/templates").rows.compactMap { $0["name"] as? String }
            }
            _ = try await sandbox.send("DELETE", Self.path + "?name=order_update&hsm_id=\(swedish)", token: token)
            #expect(try await names().count { $0 == "order_update" } == 1)
            _ = try await sandbox.send("DELETE", Self.path + "?name=order_update", token: token)
            #expect(try await names().contains("order_update") == false)
            #expect(try await sandbox.send("DELETE", Self.path + "?name=nothing", token: token).code == 100)
        }
    }

    @Test("named and positional variables are found and filled")
    func texts() {
        #expect(TemplateText.variables(in: "a {{1}} b {{ 2 }} {{1}}") == ["1", "2"])
        #expect(TemplateText.filled("a {{1}}{{x}}", with: ["1": "one"]) == "a one{{x}}")
        #expect(TemplateText.hasVariableAtAnEnd("ends with {{1}}"))
        #expect(!TemplateText.hasVariableAtAnEnd("ends with {{1}}."))
        #expect(TemplateText.variables(in: "{{open").isEmpty)
    }
}
