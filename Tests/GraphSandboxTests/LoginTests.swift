import Foundation
import Testing

@testable import GraphSandbox

@Suite("Login and tokens", .timeLimit(.minutes(10)))
struct LoginTests {
    @Test("a consent leads to a code, a token, and a long-lived token")
    func happyPath() async throws {
        try await SandboxHarness.run { sandbox in
            let page = try await sandbox.get(
                "/v25.0/dialog/oauth?client_id=\(SandboxHarness.appID)&redirect_uri=\(SandboxHarness.redirect)"
                    + "&state=x&scope=\(SandboxHarness.allScopes)")
            #expect(page.status == 200)
            #expect(page.text.contains(#"data-testid="consent-continue""#))
            #expect(page.headers["content-security-policy"]?.contains("form-action 'self' http://127.0.0.1:9;") == true)

            let short = try await sandbox.exchange(code: try await sandbox.consent())
            #expect(short.status == 200)
            #expect(short.string("token_type") == "bearer")
            #expect(short.int("expires_in") == 5400)
            let token = try #require(short.string("access_token"))

            let long = try await sandbox.get(
                "/v25.0/oauth/access_token?grant_type=fb_exchange_token&client_id=\(SandboxHarness.appID)"
                    + "&client_secret=\(SandboxHarness.secret)&fb_exchange_token=\(token)")
            #expect(long.int("expires_in") == 5_184_000)
            let longToken = try #require(long.string("access_token"))
            #expect(longToken != token)

            let facts = try await sandbox.get(
                "/v25.0/debug_token?input_token=\(longToken)", token: SandboxHarness.appToken)
            #expect(facts["data", "is_valid"] as? Bool == true)
            #expect(facts.string("data", "type") == "USER")
            #expect(facts.int("data", "issued_at") != nil)
            #expect((facts["data", "scopes"] as? [String])?.contains("whatsapp_business_messaging") == true)
        }
    }

    @Test("state comes back unchanged, whatever is in it")
    func stateIsUnchanged() async throws {
        try await SandboxHarness.run { sandbox in
            let state = "a b+c/ü&=?#%"
            let answer = try await sandbox.postForm(
                "/v25.0/dialog/oauth",
                [
                    ("client_id", SandboxHarness.appID), ("redirect_uri", SandboxHarness.redirect + "?keep=1"),
                    ("state", state), ("scope", "email"), ("decision", "cancel"),
                ])
            #expect(answer.status == 303)
            let location = try #require(answer.headers["location"])
            #expect(location.contains("error_description=Permissions+error"))
            let query = FormFields(parsing: try #require(location.split(separator: "?").last))
            #expect(query["keep"] == "1")
            #expect(query["state"] == state)
            #expect(query["error"] == "access_denied")
            #expect(query["error_reason"] == "user_denied")
            #expect(query["code"] == nil)
        }
    }

    @Test("a code works once, for its redirect URI, with the right secret, for ten minutes")
    func codeErrors() async throws {
        try await SandboxHarness.run { sandbox in
            let code = try await sandbox.consent()
            let mismatch = try await sandbox.exchange(code: code, redirect: SandboxHarness.redirect + "/")
            #expect((mismatch.status, mismatch.code, mismatch.subcode) == (400, 100, 36008))
            let secret = try await sandbox.exchange(code: code, secret: "wrong")
            #expect((secret.status, secret.code) == (400, 1))
            #expect(try await sandbox.exchange(code: code).status == 200)
            let again = try await sandbox.exchange(code: code)
            #expect((again.status, again.code, again.subcode) == (400, 100, 36009))
            #expect(try await sandbox.exchange(code: "AQnonsense").code == 100)

            let late = try await sandbox.consent()
            _ = try await sandbox.postJSON("/sandbox/clock", #"{"advance":601}"#)
            let expired = try await sandbox.exchange(code: late)
            #expect((expired.code, expired.subcode) == (100, 36007))
        }
    }

    @Test(
        "a dialog for another app or a foreign redirect URI redirects nowhere",
        arguments: [
            "client_id=1&redirect_uri=http://127.0.0.1:9/",
            "client_id=4470019287365510&redirect_uri=https://evil.example/",
            "client_id=4470019287365510&redirect_uri=javascript:alert(1)",
            "client_id=4470019287365510&redirect_uri=http://user@127.0.0.1/",
            "client_id=4470019287365510&redirect_uri=http://127.0.0.1.evil.example/",
            "client_id=4470019287365510",
            "redirect_uri=http://127.0.0.1:9/",
        ])
    func refusedDialogs(query: String) async throws {
        try await SandboxHarness.run { sandbox in
            let answer = try await sandbox.get("/v25.0/dialog/oauth?\(query)")
            #expect(answer.status == 400)
            #expect(answer.headers["location"] == nil)
            #expect(!answer.text.contains("consent-continue"))
        }
    }

    @Test("an unticked scope is declined, and calls that need it say so")
    func declinedScope() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login(ticked: "business_management,whatsapp_business_management")
            let permissions = try await sandbox.get("/v25.0/me/permissions", token: token)
            let declined = permissions.rows.filter { $0["status"] as? String == "declined" }
            #expect(declined.map { $0["permission"] as? String } == ["whatsapp_business_messaging"])
            let send = try await sandbox.answer("hi", token: token)
            #expect((send.status, send.code) == (403, 10))
        }
    }

    @Test("only the accounts that were picked can be seen")
    func pickedAccounts() async throws {
        try await SandboxHarness.run { sandbox in
            let code = try await sandbox.consent(accounts: ["730119284455033"])
            let token = try #require(try await sandbox.exchange(code: code).string("access_token"))
            let businesses = try await sandbox.get("/v25.0/me/businesses", token: token)
            #expect(businesses.rows.compactMap { $0["id"] as? String } == ["550028117364388"])
            let hidden = try await sandbox.get("/v25.0/\(SandboxHarness.account)", token: token)
            #expect((hidden.status, hidden.code, hidden.subcode) == (400, 100, 33))
            let facts = try await sandbox.get("/v25.0/debug_token?input_token=\(token)", token: SandboxHarness.appToken)
            #expect(facts["data", "granular_scopes", 1, "target_ids"] as? [String] == ["730119284455033"])
        }
    }

    @Test("tokens that are missing, made up, expired or revoked are told apart")
    func tokenErrors() async throws {
        try await SandboxHarness.run { sandbox in
            #expect(try await sandbox.get("/v25.0/\(SandboxHarness.account)").code == 104)
            #expect(try await sandbox.get("/v25.0/me").code == 2500)
            let nonsense = try await sandbox.get("/v25.0/me", token: "EAAnonsense")
            #expect((nonsense.status, nonsense.code, nonsense.subcode) == (401, 190, nil))
            #expect(nonsense.headers["www-authenticate"]?.contains("invalid_token") == true)

            let expiring = try await sandbox.login()
            _ = try await sandbox.postJSON("/sandbox/tokens/expire", #"{"token":"\#(expiring)"}"#)
            #expect(try await sandbox.get("/v25.0/me", token: expiring).subcode == 463)

            let revoked = try await sandbox.login()
            _ = try await sandbox.postJSON("/sandbox/tokens/revoke", #"{"token":"\#(revoked)","subcode":460}"#)
            #expect(try await sandbox.get("/v25.0/me", token: revoked).subcode == 460)
            let facts = try await sandbox.get(
                "/v25.0/debug_token?input_token=\(revoked)", token: SandboxHarness.appToken)
            #expect(facts.status == 200)
            #expect(facts["data", "is_valid"] as? Bool == false)
            #expect(facts.int("data", "error", "subcode") == 460)

            let removed = try await sandbox.login()
            #expect(try await sandbox.send("DELETE", "/v25.0/me/permissions", token: removed).status == 200)
            #expect(try await sandbox.get("/v25.0/me", token: removed).subcode == 458)
            #expect(
                try await sandbox.get("/v25.0/debug_token?input_token=x", token: try await sandbox.login()).code == 100)
        }
    }

    @Test("appsecret_proof is checked when given, and demanded when the app demands it")
    func proof() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let wrong = try await sandbox.get("/v25.0/me?appsecret_proof=00", token: token)
            #expect((wrong.status, wrong.code) == (400, 100))
            #expect(wrong.string("error", "message")?.contains("appsecret_proof") == true)
        }
        try await SandboxHarness.run(requiresProof: true) { sandbox in
            let token = try await sandbox.login()
            #expect(try await sandbox.get("/v25.0/me", token: token).code == 100)
            let proof = WebhookSignature(of: Array(token.utf8), appSecret: SandboxHarness.secret).sha256.dropFirst(7)
            #expect(try await sandbox.get("/v25.0/me?appsecret_proof=\(proof)", token: token).status == 200)
        }
    }
}
