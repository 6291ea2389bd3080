import Foundation
import Testing

@testable import GraphSandbox

@Suite("Business numbers", .timeLimit(.minutes(10)))
struct NumberTests {
    private func verificationCode(_ sandbox: SandboxHarness, _ id: String) async throws -> String? {
        try await sandbox.get("/sandbox/numbers").rows.first { $0["id"] as? String == id }?["verification_code"]
            as? String
    }

    @Test("a number is added, verified, registered with a PIN, and can then send")
    func life() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let added = try await sandbox.postJSON(
                "/v25.0/\(SandboxHarness.account)/phone_numbers",
                #"{"cc":"44","phone_number":"2079460222","verified_name":"Northwind Returns"}"#, token: token)
            let id = try #require(added.string("id"), "\(added.text)")
            let again = try await sandbox.postJSON(
                "/v25.0/\(SandboxHarness.account)/phone_numbers",
                #"{"cc":"44","phone_number":"2079460222","verified_name":"Twice"}"#, token: token)
            #expect(again.code == 2_388_012)
            let listed = try await sandbox.get(
                "/v25.0/\(SandboxHarness.account)/phone_numbers?fields=id,code_verification_status", token: token)
            #expect(listed.rows.contains { $0["id"] as? String == id })

            func post(_ edge: String, _ json: String) async throws -> SandboxHarness.Answer {
                try await sandbox.postJSON("/v25.0/\(id)\(edge)", json, token: token)
            }
            let message = #"{"messaging_product":"whatsapp","to":"447700900417","text":{"body":"x"}}"#
            #expect(try await post("/messages", message).code == 133010)
            #expect(try await post("/register", #"{"messaging_product":"whatsapp","pin":"123456"}"#).code == 133006)
            #expect(try await post("/request_code", #"{"code_method":"PIGEON","language":"en_GB"}"#).code == 100)
            #expect(try await post("/request_code", #"{"code_method":"SMS","language":"en_GB"}"#).status == 200)
            #expect(try await post("/verify_code", #"{"code":"000000"}"#).code == 136025)
            let code = try #require(try await verificationCode(sandbox, id))
            #expect(try await post("/verify_code", #"{"code":"\#(code)"}"#).status == 200)
            #expect(try await post("/register", #"{"messaging_product":"whatsapp","pin":"12345"}"#).code == 100)
            #expect(try await post("/register", #"{"messaging_product":"whatsapp","pin":"123456"}"#).status == 200)
            #expect(try await post("/messages", message).status == 200)
            let node = try await sandbox.get("/v25.0/\(id)?fields=status,is_pin_enabled", token: token)
            #expect(node.string("status") == "CONNECTED" && node["is_pin_enabled"] as? Bool == true)

            #expect(try await post("/deregister", #"{"messaging_product":"whatsapp"}"#).status == 200)
            #expect(try await post("/messages", message).code == 133010)
            #expect(try await post("/register", #"{"messaging_product":"whatsapp","pin":"654321"}"#).code == 133005)
            #expect(try await post("/register", #"{"messaging_product":"whatsapp","pin":"123456"}"#).status == 200)
            for _ in 0..<6 { _ = try await post("/deregister", #"{"messaging_product":"whatsapp"}"#) }
            #expect(try await post("/deregister", #"{"messaging_product":"whatsapp"}"#).code == 133016)
        }
    }

    @Test("a PIN that is guessed too often locks the number")
    func guesses() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let path = "/v25.0/\(SandboxHarness.number)"
            #expect(try await sandbox.postJSON(path, #"{"pin":"111111"}"#, token: token).status == 200)
            var codes: [Int?] = []
            for _ in 0..<6 {
                codes.append(
                    try await sandbox.postJSON(
                        path + "/register", #"{"messaging_product":"whatsapp","pin":"222222"}"#, token: token
                    ).code)
            }
            #expect(codes == [133005, 133005, 133005, 133005, 133005, 133008])
        }
    }

    @Test("the profile is kept and its limits are checked")
    func profile() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let path = "/v25.0/\(SandboxHarness.number)/whatsapp_business_profile"
            let set = try await sandbox.postJSON(
                path,
                """
                {"messaging_product":"whatsapp","about":"Kettles","vertical":"RETAIL",\
                "websites":["https://northwind.example"]}
                """, token: token)
            #expect(set.status == 200, "\(set.text)")
            let read = try await sandbox.get(path + "?fields=about,vertical,websites,email", token: token)
            #expect(read.string("data", 0, "about") == "Kettles")
            #expect(read["data", 0, "email"] == nil)
            func refused(_ rest: String) async throws -> Int? {
                try await sandbox.postJSON(path, #"{"messaging_product":"whatsapp",\#(rest)}"#, token: token).code
            }
            #expect(try await refused(#""about":"\#(String(repeating: "x", count: 140))""#) == 100)
            #expect(try await refused(#""vertical":"KETTLES""#) == 100)
            #expect(try await refused(#""websites":["northwind.example"]"#) == 100)
            #expect(try await refused(#""websites":["https://a.b","https://c.d","https://e.f"]"#) == 100)
            #expect(try await refused(#""email":"nobody""#) == 100)
        }
    }

    @Test("a number's own callback comes before the account's and the app's")
    func ownCallback() async throws {
        try await Receiver.run { app in
            try await Receiver.run { own in
                try await SandboxHarness.run { sandbox in
                    let token = try await sandbox.login()
                    try await sandbox.subscribe(app, token: token)
                    let set = try await sandbox.postJSON(
                        "/v25.0/\(SandboxHarness.number)",
                        """
                        {"webhook_configuration":{"override_callback_uri":"\(own.url)",\
                        "verify_token":"\(Receiver.verifyToken)"}}
                        """, token: token)
                    #expect(set.status == 200, "\(set.text)")
                    let node = try await sandbox.get(
                        "/v25.0/\(SandboxHarness.number)?fields=webhook_configuration", token: token)
                    #expect(node.string("webhook_configuration", "phone_number") == own.url)
                    try await sandbox.write("to the number's own")
                    try await own.wait(for: 1)
                    #expect(app.events.isEmpty)
                }
            }
        }
    }

    @Test("limits, throughput and names change with their webhooks; a restricted number cannot send")
    func changes() async throws {
        try await Receiver.run { receiver in
            try await SandboxHarness.run { sandbox in
                let token = try await sandbox.login()
                try await sandbox.subscribeAll("whatsapp_business_account", receiver)
                let path = "/v25.0/\(SandboxHarness.number)"
                _ = try await sandbox.postJSON(path, #"{"new_display_name":"Northwind & Co"}"#, token: token)
                #expect(
                    try await sandbox.get(path + "?fields=new_name_status", token: token).string("new_name_status")
                        == "PENDING_REVIEW")
                func change(_ rest: String) async throws {
                    try await sandbox.control("numbers", #"{"number":"\#(SandboxHarness.number)",\#(rest)}"#)
                }
                try await change(#""name_decision":"APPROVED""#)
                try await change(#""limit":"TIER_10K""#)
                try await change(#""throughput":"HIGH""#)
                try await change(#""quality":"RED""#)
                try await change(#""status":"RESTRICTED""#)
                try await receiver.wait(for: 4)
                #expect(
                    receiver.events.map(\.field) == [
                        "phone_number_name_update", "phone_number_quality_update", "phone_number_quality_update",
                        "account_update",
                    ])
                #expect(receiver.events[1].changeValue["display_phone_number"] as? String == "442079460155")
                let node = try await sandbox.get(
                    path + "?fields=verified_name,quality_rating,throughput,whatsapp_business_manager_messaging_limit",
                    token: token)
                #expect(node.string("verified_name") == "Northwind & Co")
                #expect(node.string("quality_rating") == "RED")
                #expect(node.string("throughput", "level") == "HIGH")
                #expect(node.string("whatsapp_business_manager_messaging_limit") == "TIER_10K")
                let sent = try await sandbox.answer("x", token: token)
                #expect((sent.status, sent.code) == (403, 131031))
            }
        }
    }

    @Test("people who wrote lately can be blocked, others cannot")
    func blocking() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            try await sandbox.write("Hello?")
            let path = "/v25.0/\(SandboxHarness.number)/block_users"
            let both = try await sandbox.postJSON(
                path,
                """
                {"messaging_product":"whatsapp","block_users":[{"user":"\(SandboxHarness.imogen)"},\
                {"user":"46700000917"}]}
                """, token: token)
            #expect((both.status, both.code) == (400, 139100))
            #expect(both.string("block_users", "added_users", 0, "wa_id") == SandboxHarness.imogen)
            #expect(both.string("block_users", "failed_users", 0, "wa_id") == "46700000917")
            #expect(try await sandbox.get(path, token: token).rows.count == 1)
            let freed = try await sandbox.send(
                "DELETE", path, token: token, headers: ["Content-Type": "application/json"],
                body: #"{"messaging_product":"whatsapp","block_users":[{"user":"\#(SandboxHarness.imogen)"}]}"#)
            #expect(freed.string("block_users", "removed_users", 0, "wa_id") == SandboxHarness.imogen)
            #expect(try await sandbox.get(path, token: token).rows.isEmpty)
        }
    }
}
