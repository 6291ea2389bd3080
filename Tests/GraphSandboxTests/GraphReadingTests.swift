import Foundation
import Testing

@testable import GraphSandbox

@Suite("Reading the graph", .timeLimit(.minutes(10)))
struct GraphReadingTests {
    @Test("businesses, accounts and numbers are found from the user on")
    func discovery() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let businesses = try await sandbox.get("/v25.0/me/businesses?fields=id,name", token: token)
            #expect(businesses.rows.first?["name"] as? String == "Northwind Kettles")
            #expect(businesses.rows.count == 2)
            let owned = try await sandbox.get(
                "/v25.0/550028117364209/owned_whatsapp_business_accounts", token: token)
            #expect(owned.rows.compactMap { $0["id"] as? String } == [SandboxHarness.account])
            #expect(owned.rows.first?["message_template_namespace"] != nil)
            let shared = try await sandbox.get(
                "/v25.0/550028117364209/client_whatsapp_business_accounts", token: token)
            #expect(shared.rows.compactMap { $0["id"] as? String } == ["730119284455047"])
            let numbers = try await sandbox.get(
                "/v25.0/\(SandboxHarness.account)/phone_numbers?fields=display_phone_number,quality_rating",
                token: token)
            #expect(numbers.rows.compactMap { $0["quality_rating"] as? String } == ["GREEN", "YELLOW", "RED"])
            #expect(numbers.rows.allSatisfy { $0["id"] != nil && $0.count == 3 })
        }
    }

    @Test("paging by cursor visits everything once and ends without a next link")
    func paging() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            var seen: [String] = []
            var next: String? = "/v25.0/\(SandboxHarness.account)/phone_numbers?limit=1&fields=id"
            var pages = 0
            while let url = next, pages < 10 {
                let page = try await sandbox.get(url, token: token)
                seen += page.rows.compactMap { $0["id"] as? String }
                #expect(page.string("paging", "cursors", "after") != nil)
                next = page.string("paging", "next")
                pages += 1
            }
            #expect(seen == ["615520938471206", "615520938471333", "615520938471478"])
            #expect(pages == 3)
            let bad = try await sandbox.get("/v25.0/\(SandboxHarness.account)/phone_numbers?after=QVFIxx", token: token)
            #expect(bad.code == 131059)
            #expect(
                try await sandbox.get("/v25.0/\(SandboxHarness.account)/phone_numbers?limit=0", token: token).code
                    == 100)
        }
    }

    @Test("a paging link repeats the token only when it came in the query")
    func pagingLinks() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let path = "/v25.0/\(SandboxHarness.account)/phone_numbers?limit=1"
            let header = try await sandbox.get(path, token: token)
            #expect(header.string("paging", "next")?.contains("access_token") == false)
            let query = try await sandbox.get(path + "&access_token=\(token)")
            #expect(query.string("paging", "next")?.contains("access_token=\(token)") == true)
        }
    }

    @Test("fields select, expand and are checked")
    func fields() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let nested = try await sandbox.get(
                "/v25.0/me?fields=name,businesses.limit(1)%7Bid,owned_whatsapp_business_accounts%7Bphone_numbers%7Bverified_name%7D%7D%7D",
                token: token)
            #expect(nested.string("name") == "Robin Ashworth")
            let accounts = "owned_whatsapp_business_accounts"
            #expect(
                nested.string(
                    "businesses", "data", 0, accounts, "data", 0, "phone_numbers", "data", 1, "verified_name")
                    == "Northwind Workshop")
            let unknown = try await sandbox.get("/v25.0/\(SandboxHarness.number)?fields=colour", token: token)
            #expect((unknown.status, unknown.code) == (400, 100))
            #expect(
                unknown.string("error", "message")
                    == "(#100) Tried accessing nonexisting field (colour) on node type (WhatsAppBusinessPhoneNumber)")
            #expect(try await sandbox.get("/v25.0/me?fields=a%7B", token: token).code == 2500)
        }
    }

    @Test("every error is JSON in Meta's envelope, also for paths that do not exist")
    func errorEnvelope() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let unknown = try await sandbox.get("/v25.0/999999999999999", token: token)
            #expect((unknown.status, unknown.code, unknown.subcode) == (400, 100, 33))
            #expect(unknown.string("error", "type") == "GraphMethodException")
            #expect(
                unknown.string("error", "message")?.hasPrefix("Unsupported get request. Object with ID '99") == true)
            let deleted = try await sandbox.send("DELETE", "/v25.0/999999999999999", token: token)
            #expect(deleted.string("error", "message")?.hasPrefix("Unsupported delete request.") == true)
            #expect(try await sandbox.get("/v25.0/me/nothing", token: token).code == 2500)
            let alias = try await sandbox.get("/v25.0/no-such-name", token: token)
            #expect((alias.status, alias.code) == (404, 803))
            #expect(try await sandbox.get("/completely/elsewhere").string("error", "fbtrace_id") != nil)
            let malformed = try await sandbox.postJSON("/v25.0/\(SandboxHarness.number)/messages", "{", token: token)
            #expect((malformed.status, malformed.code) == (400, 100))
        }
    }

    @Test("calls without a version and with the token as a parameter work, and answers say the version")
    func versions() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login()
            let plain = try await sandbox.get("/me?access_token=\(token)")
            #expect(plain.status == 200)
            #expect(plain.headers["facebook-api-version"] == "v25.0")
            let old = try await sandbox.get("/v21.0/\(SandboxHarness.account)", token: token)
            #expect(old.headers["facebook-api-version"] == "v21.0")
            #expect(old.headers["x-fb-trace-id"] != nil)
            #expect(old.headers["x-app-usage"]?.contains("call_count") == true)
            #expect(old.headers["x-business-use-case-usage"]?.contains(SandboxHarness.account) == true)
            #expect(old.headers["content-type"]?.hasPrefix("application/json") == true)
        }
    }

    @Test("a scope that was not granted is named")
    func missingScope() async throws {
        try await SandboxHarness.run { sandbox in
            let token = try await sandbox.login(scopes: "whatsapp_business_messaging")
            let answer = try await sandbox.get("/v25.0/me/businesses", token: token)
            #expect((answer.status, answer.code) == (403, 200))
            #expect(answer.string("error", "message")?.contains("business_management") == true)
        }
    }

    @Test("a foreign Host and a foreign Origin are turned away")
    func foreignPages() async throws {
        try await SandboxHarness.run { sandbox in
            let host = try await sandbox.get("/", headers: ["Host": "evil.example"])
            #expect(host.status == 403)
            let form = [("text", "hi")]
            let path = "/phone/\(SandboxHarness.imogen)/\(SandboxHarness.number)/messages"
            let origin = try await sandbox.postForm(path, form, headers: ["Origin": "https://evil.example"])
            #expect(origin.status == 403)
            let site = try await sandbox.postForm(path, form, headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(site.status == 403)
            let own = try await sandbox.postForm(path, form, headers: ["Origin": sandbox.server.url])
            #expect(own.status == 303)
        }
    }
}
