import Foundation
import IntegrationKit
import Testing

@testable import IntegrationServer

@Suite("Signing in")
struct SignInTests {
    private static func post(_ server: TestServer, token: String) async throws -> RawHTTP.Answer {
        try await server.http.send(
            "POST", "/login", headers: ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"],
            body: Array("token=\(PageAddress.encode(token))".utf8))
    }

    @Test("a link says where it signs in, and signs in once", .timeLimit(.minutes(1)))
    func once() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let link = try await server.runtime.access.makeLoginLink(workplace: "north")
            let token = try #require(link.split(separator: "=").last.map { String($0) })
            for _ in 0..<3 {
                let page = try await server.http.send("GET", "/login?token=\(token)")
                #expect(page.status == 200 && page.text.contains("Sign in to The north"), "looking does not use it up")
                #expect(page["Set-Cookie"] == nil)
            }
            let signedIn = try await Self.post(server, token: token)
            #expect(signedIn.status == 303 && signedIn["Location"] == "/app/north")
            let cookie = try #require(signedIn["Set-Cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let again = try await Self.post(server, token: token)
            #expect(again.status == 410 && again.text.contains("This link does not work any more"))
            #expect(try await server.http.send("GET", "/login?token=\(token)").status == 410)
        }
    }

    @Test("a link that is too old or was never made does not open", .timeLimit(.minutes(1)))
    func expired() async throws {
        let clock = TestClock()
        try await withServer(clock: clock) { server in
            try await server.workplace("north")
            let link = try await server.runtime.access.makeLoginLink(workplace: "north")
            clock.advance(3700)
            let token = try #require(link.split(separator: "=").last.map { String($0) })
            #expect(try await Self.post(server, token: token).status == 410)
            #expect(try await Self.post(server, token: "<script>").status == 410)
            #expect(try await server.http.send("GET", "/login").text.contains("Please sign in"))
        }
    }

    @Test("whoever signs out is out", .timeLimit(.minutes(1)))
    func signOut() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            #expect(try await browser.post("/logout", [], csrf: "wrong").status == 403)
            #expect(try await browser.get("/app/north").status == 200)
            #expect(try await browser.post("/logout", []).status == 303)
            #expect(try await browser.get("/app/north").status == 401)
        }
    }
}
