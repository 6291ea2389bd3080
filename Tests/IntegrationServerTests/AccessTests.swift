import Foundation
import Hummingbird
import IntegrationKit
import Storage
import Testing

@testable import IntegrationServer

@Suite("Who may come in", .timeLimit(.minutes(10)))
struct AccessTests {
    @Test("a login link signs in once, within the hour")
    func loginOnce() async throws {
        let clock = TestClock()
        try await withServer(clock: clock) { server in
            try await server.workplace("clinic")
            let access = server.runtime.access
            func token() async throws -> String {
                try await access.makeLoginLink(workplace: "clinic").components(separatedBy: "token=")[1]
            }
            let first = try await token()
            let signIn = try await access.signIn(token: first, peer: "a")
            #expect(signIn.workplace == "clinic")
            for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(signIn.cookie.contains(part)) }
            await #expect(throws: Access.LoginRefusal.notValid) { try await access.signIn(token: first, peer: "a") }
            let late = try await token()
            clock.advance(3601)
            await #expect(throws: Access.LoginRefusal.notValid) { try await access.signIn(token: late, peer: "a") }
        }
    }

    @Test("logins that succeed are not limited: behind a proxy all people have one address")
    func loginsBehindProxy() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let access = server.runtime.access
            for _ in 0..<30 {
                let token = try await access.makeLoginLink(workplace: "clinic").components(separatedBy: "token=")[1]
                #expect(try await access.workplace(ofLoginToken: token, peer: "proxy") == "clinic")
                #expect(try await access.signIn(token: token, peer: "proxy").workplace == "clinic")
            }
        }
    }

    @Test("tries of logins are limited by address")
    func loginLimit() async throws {
        try await withServer { server in
            var refusals: [Access.LoginRefusal] = []
            // Some tries come back while others are made, so the limit is not met at an exact one.
            while refusals.last != .tooManyAttempts, refusals.count < 1000 {
                do throws(Access.LoginRefusal) {
                    _ = try await server.runtime.access.signIn(token: "guess", peer: "a")
                } catch {
                    refusals.append(error)
                }
            }
            #expect(refusals.filter { $0 == .notValid }.count >= 20)
            #expect(refusals.last == .tooManyAttempts)
            await #expect(throws: Access.LoginRefusal.notValid) {
                try await server.runtime.access.signIn(token: "guess", peer: "b")
            }
        }
    }

    @Test("with https the cookie is of the host alone and travels over TLS alone")
    func secureCookie() async throws {
        try await withServer(settings: { $0.publicURL = "https://meta.example.com" }) { server in
            try await server.workplace("clinic")
            let link = try await server.runtime.access.makeLoginLink(workplace: "clinic")
            #expect(link.hasPrefix("https://meta.example.com/login?token="))
            let signIn = try await server.runtime.access.signIn(
                token: link.components(separatedBy: "token=")[1], peer: "a")
            #expect(signIn.cookie.hasPrefix("__Host-session="))
            #expect(signIn.cookie.contains("; Secure"))
        }
    }

    @Test("on loopback the cookies carry the port, so that two servers of one machine do not disturb each other")
    func loopbackCookie() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let (cookie, _) = try await server.browser("clinic")
            let own = "session-\(server.http.port)="
            #expect(cookie.hasPrefix(own))
            let value = cookie.dropFirst(own.count)
            for (cookie, status) in [
                (cookie, 200), ("session-1=other; \(cookie)", 200), ("session=\(value)", 401), ("session-1=\(value)", 401),
            ] {
                let answer = try await server.http.send("GET", "/api/clinic/tools", headers: ["Cookie": cookie])
                #expect(answer.status == status, "\(cookie)")
            }
            var response = Response(status: .ok)
            Flash(.info, title: "x").set(on: &response, access: server.runtime.access)
            #expect(response.headers[.setCookie]?.hasPrefix("flash-\(server.http.port)=") == true)
        }
    }

    @Test("a Host from elsewhere is 421 at every door, ours are not")
    func hosts() async throws {
        try await withServer(settings: {
            $0.publicURL = "https://meta.example.com"
            $0.allowedHosts = ["lb.internal"]
        }) { server in
            let path = try await server.webhookPath()
            for host in ["evil.example.com", "127.0.0.1.evil.com", "localhost.evil.com", "meta.example.com.evil.com", "evil@127.0.0.1", "0x7f.1"] {
                for door in ["/app/clinic", "/api/clinic/tools", "/mcp", "/login", path] {
                    #expect(try await server.http.send("GET", door, host: host).status == 421, "\(host) \(door)")
                }
            }
            for host in ["localhost:99", "127.0.0.1", "[::1]:80", "meta.example.com", "META.example.com:443", "lb.internal"] {
                #expect(try await server.http.send("GET", "/api/clinic/tools", host: host).status == 401, "\(host)")
            }
            let nameless = try await server.http.exchange(Array("GET /login HTTP/1.0\r\n\r\n".utf8))
            #expect(nameless.status == 421)
        }
    }

    @Test("requests that change something are not taken from other origins")
    func origins() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let (cookie, csrf) = try await server.browser("clinic")
            func status(_ origin: String?, site: String? = nil) async throws -> Int {
                var headers = ["Cookie": cookie, "X-CSRF-Token": csrf, "Content-Type": "application/json"]
                headers["Origin"] = origin
                headers["Sec-Fetch-Site"] = site
                return try await server.http.send(
                    "POST", "/api/clinic/tools/echo", headers: headers, body: Array(#"{"text":"x"}"#.utf8)).status
            }
            #expect(try await status(nil) == 200)
            #expect(try await status(server.runtime.publicURL) == 200)
            for origin in ["https://evil.example.com", "null", "http://127.0.0.1:1", "http://localhost.evil.com"] {
                #expect(try await status(origin) == 403, "\(origin)")
            }
            #expect(try await status(nil, site: "cross-site") == 403)
        }
    }

    @Test("without the browser's CSRF token nothing is changed")
    func csrf() async throws {
        try await withServer { server in
            try await server.workplace("clinic")
            let (cookie, csrf) = try await server.browser("clinic")
            let (_, other) = try await server.browser("clinic")
            for token in [nil, "", other, String(csrf.dropLast()), csrf + "A"] as [String?] {
                var headers = ["Cookie": cookie, "Content-Type": "application/json"]
                headers["X-CSRF-Token"] = token
                let answer = try await server.http.send(
                    "POST", "/api/clinic/tools/echo", headers: headers, body: Array(#"{"text":"x"}"#.utf8))
                #expect(answer.status == 403)
            }
            #expect(server.runtime.core.counters[.refusedForms] == 5)
        }
    }

    @Test("a flash that was not written by this server, or is old, is not shown")
    func flash() async throws {
        let clock = TestClock()
        try await withServer(clock: clock) { server in
            let access = server.runtime.access
            var response = Response(status: .ok)
            Flash(.success, title: "Done", text: "ü").set(on: &response, access: access)
            let cookie = try #require(response.headers[.setCookie]?.components(separatedBy: ";").first)
            func request(_ cookie: String) -> Request {
                Request(
                    head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/", headerFields: [.cookie: cookie]),
                    body: .init(buffer: .init()))
            }
            #expect(Flash.take(from: request(cookie), access: access) == Flash(.success, title: "Done", text: "ü"))
            #expect(Flash.take(from: request(cookie + "A"), access: access) == nil)
            let name = try #require(cookie.split(separator: "=").first)
            #expect(Flash.take(from: request("\(name)=e30.e30"), access: access) == nil)
            clock.advance(61)
            #expect(Flash.take(from: request(cookie), access: access) == nil)
        }
    }

    @Test("a flash of any text fits into a cookie, cut between characters", arguments: [
        "x", "é", "👩🏽‍⚕️", "\"", "\\", "\u{1}", "\n",
    ])
    func longFlash(_ part: String) async throws {
        try await withServer(settings: { $0.publicURL = "https://meta.example.com" }) { server in
            let access = server.runtime.access
            let long = String(repeating: part, count: 5000)
            let flash = Flash(.error, title: long, text: long)
            var response = Response(status: .ok)
            flash.set(on: &response, access: access)
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.utf8.count < 4096)
            let request = Request(
                head: HTTPRequest(
                    method: .get, scheme: nil, authority: nil, path: "/",
                    headerFields: [.cookie: cookie.components(separatedBy: ";")[0]]),
                body: .init(buffer: .init()))
            let taken = try #require(Flash.take(from: request, access: access))
            #expect(taken == flash && taken.text.hasSuffix("…"))
            #expect(long.unicodeScalars.starts(with: taken.text.unicodeScalars.dropLast()))
            #expect(taken.text.unicodeScalars.count > 300)
        }
    }

    @Test("answers carry the headers that protect browsers")
    func headers() async throws {
        try await withServer { server in
            let page = try await server.http.send("GET", "/nothing", headers: ["Accept": "text/html"])
            #expect(page.status == 404)
            #expect(page["Content-Security-Policy"]?.contains("default-src 'none'") == true)
            #expect(page["Content-Security-Policy"]?.contains("img-src 'self' data:;") == true)
            #expect(page["X-Content-Type-Options"] == "nosniff")
            #expect(page["Cache-Control"] == "no-store")
            let problem = try await server.http.send("GET", "/nothing")
            #expect(problem["Content-Type"] == "application/problem+json")
            #expect(try JSON.parse(problem.body)["status"] == 404)
        }
    }
}
