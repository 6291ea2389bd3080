import Foundation
import Testing

@testable import GraphSandbox

@Suite("Business tokens and older states", .timeLimit(.minutes(10)))
struct BusinessTokenTests {
    @Test("Embedded Signup: a code of thirty seconds becomes a token for one account that never ends")
    func embeddedSignup() async throws {
        try await SandboxHarness.run { sandbox in
            func exchange(_ code: String) async throws -> SandboxHarness.Answer {
                try await sandbox.get(
                    "/v25.0/oauth/access_token?"
                        + SandboxHarness.encode([
                            ("client_id", SandboxHarness.appID), ("client_secret", SandboxHarness.secret),
                            ("code", code),
                        ]))
            }
            let late = try await sandbox.control("tokens/embedded_signup", "{}")
            try await sandbox.control("clock", #"{"advance":31}"#)
            #expect(try await exchange(try #require(late.string("code"))).subcode == 36007)

            let popup = try await sandbox.control("tokens/embedded_signup", #"{"account":"730119284455033"}"#)
            #expect(popup.string("message", "data", "waba_id") == "730119284455033")
            let token = try await exchange(try #require(popup.string("code")))
            #expect(token["expires_in"] == nil)
            let value = try #require(token.string("access_token"))
            let facts = try await sandbox.get(
                "/v25.0/debug_token?input_token=\(value)", token: SandboxHarness.appToken)
            #expect(facts.string("data", "type") == "SYSTEM_USER")
            #expect(facts.int("data", "expires_at") == 0)
            #expect(facts["data", "granular_scopes", 0, "target_ids"] as? [String] == ["730119284455033"])
            try await sandbox.control("clock", #"{"advance":\#(400 * 86_400)}"#)
            #expect(try await sandbox.get("/v25.0/730119284455033", token: value).status == 200)
            #expect(try await sandbox.get("/v25.0/\(SandboxHarness.account)", token: value).subcode == 33)
        }
    }

    @Test("a login configuration decides about scopes and gives a business token")
    func loginConfiguration() async throws {
        try await SandboxHarness.run { sandbox in
            var form = [
                ("client_id", SandboxHarness.appID), ("redirect_uri", SandboxHarness.redirect), ("state", "s"),
                ("config_id", "4411"), ("decision", "continue"), ("account", SandboxHarness.account),
                ("page", SandboxHarness.page),
            ]
            for scope in Scope.allCases { form.append(("grant", scope.rawValue)) }
            let answer = try await sandbox.postForm("/v25.0/dialog/oauth", form)
            let location = URLComponents(string: answer.headers["location"] ?? "")
            let code = try #require(location?.queryItems?.first { $0.name == "code" }?.value)
            let token = try await sandbox.exchange(code: code)
            #expect(token["expires_in"] == nil && token.string("access_token") != nil, "\(token.text)")
        }
    }

    @Test("tokens of Pages outlive the person's when that one lives long, and die with the app's removal")
    func pageTokens() async throws {
        try await SandboxHarness.run { sandbox in
            let short = try await sandbox.login(scopes: SandboxHarness.pageScopes)
            let long =
                try await sandbox.get(
                    "/v25.0/oauth/access_token?"
                        + SandboxHarness.encode([
                            ("grant_type", "fb_exchange_token"), ("client_id", SandboxHarness.appID),
                            ("client_secret", SandboxHarness.secret), ("fb_exchange_token", short),
                        ])
                ).string("access_token") ?? ""
            func pageToken(_ user: String) async throws -> String {
                try await sandbox.get("/v25.0/me/accounts", token: user).rows.first?["access_token"] as? String ?? ""
            }
            let mortal = try await pageToken(short)
            let lasting = try await pageToken(long)
            #expect(mortal != lasting)
            try await sandbox.control("clock", #"{"advance":\#(70 * 86_400)}"#)
            let path = "/v25.0/\(SandboxHarness.page)"
            #expect(try await sandbox.get(path, token: mortal).subcode == 463)
            #expect(try await sandbox.get("/v25.0/me", token: long).subcode == 463)
            #expect(try await sandbox.get(path, token: lasting).status == 200)
            try await sandbox.control("tokens/revoke", #"{"token":"\#(lasting)","subcode":492}"#)
            #expect(try await sandbox.get(path, token: lasting).subcode == 492)
        }
    }

    @Test("a state that an earlier version saved is read, and has the templates")
    func olderState() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("old-\(UUID().uuidString).json").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let old = """
            {"format":1,"world":{"accountSubscriptions":{},"appSubscriptions":{},"clockOffset":0,"codes":[],\
            "conversations":{"447700900417/615520938471206":{"lastInboundAt":800000000,"messages":[{"content":{"text":\
            {"_0":"from before"}},"direction":"fromPerson","id":"wamid.old","sentAt":800000000,"status":"sent"}]}},\
            "deliveryLog":[{"accountID":"730119284455021","attempts":[],"body":"{}","createdAt":800000000,"id":1,\
            "nextAttemptAt":800000000,"state":"dropped","summary":"message"}],"nextDeliveryID":2,"outbox":[],\
            "pendingStatuses":[],"tokens":{"EAAold":{"dataAccessExpiresAt":900000000,"expiresAt":900000000,\
            "grant":{"declined":[],"scopes":["public_profile","whatsapp_business_management"],\
            "userID":"10160222984410277"},"isLongLived":true,"issuedAt":800000000,"value":"EAAold"}}}}
            """
        try Data(old.utf8).write(to: URL(fileURLWithPath: path))
        try await SandboxHarness.run(stateFile: path) { sandbox in
            #expect(try await sandbox.get("/sandbox/messages").rows.first?["text"] as? String == "from before")
            #expect(try await sandbox.get("/v25.0/me", token: "EAAold").status == 200)
            let templates = try await sandbox.get(
                "/v25.0/\(SandboxHarness.account)/message_templates", token: "EAAold")
            #expect(templates.rows.count == MessageTemplate.northwind.count, "\(templates.text)")
            #expect(try await sandbox.get("/sandbox/deliveries").rows.count == 1)
        }
    }
}
