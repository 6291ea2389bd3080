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

    @Test("a link says where it signs in, and signs in once", .timeLimit(.minutes(10)))
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

    @Test("a link that is too old or was never made does not open", .timeLimit(.minutes(10)))
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

    @Test("while links are refused for too many wrong ones, looking says so and uses nothing up", .timeLimit(.minutes(10)))
    func limited() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let link = try await server.runtime.access.makeLoginLink(workplace: "north")
            let token = try #require(link.split(separator: "=").last.map { String($0) })
            for _ in 0..<20 { server.runtime.access.refusedLogins.admits("127.0.0.1") }
            for answer in [
                try await server.http.send("GET", "/login?token=\(token)", headers: ["Accept": "text/html"]),
                try await Self.post(server, token: token),
            ] {
                #expect(answer.status == 429 && answer["Retry-After"] == "60")
                #expect(answer.text.contains("has not been used up"))
            }
            #expect(try await server.runtime.access.signIn(token: token, peer: "elsewhere").workplace == "north")
        }
    }

    @Test("the command for a new link has the flags of this process that are not the defaults")
    func command() async throws {
        var settings = try TestServer.settings(directory: NSTemporaryDirectory() + UUID().uuidString)
        func command(_ port: Int, _ workplace: String? = "north") -> String {
            SignInRoutes<Courier>.command(workplace: workplace, settings: settings, url: "http://127.0.0.1:\(port)")
        }
        settings.dataDirectory = ".integration"
        #expect(command(8080).hasSuffix("dev link --workplace north"))
        #expect(command(8080, "<b>").hasSuffix("dev link --workplace WORKPLACE"))
        settings.dataDirectory = "my data's"
        #expect(command(9000).hasSuffix(" dev link --workplace north --port 9000 --data 'my data'\\''s'"))
        settings.publicURL = "https://abc.example.com"
        settings.dataDirectory = ".integration"
        #expect(command(9000).hasSuffix(" dev link --workplace north --tunnel-url https://abc.example.com"))
        settings.mode = .production
        #expect(command(9000) == "\(ProgramName.current) login-link --workplace north")
    }

    @Test("whoever signs out is out", .timeLimit(.minutes(10)))
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
