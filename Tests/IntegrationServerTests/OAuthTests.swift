import Cryptography
import Foundation
import Hummingbird
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Connecting by OAuth", .timeLimit(.minutes(10)))
struct OAuthTests {
    /// A server whose provider is `endpoint`, a workplace and a signed-in browser.
    private func scenario(
        clock: TestClock = TestClock(),
        _ test: @escaping @Sendable (TestServer, TokenEndpoint, Installation, String) async throws -> Void
    ) async throws {
        try await TokenEndpoint.run { endpoint, origin in
            try await withServer(environment: ["CARRIER_API_URL": origin], clock: clock) { server in
                let installation = try await server.workplace("clinic")
                let (cookie, _) = try await server.browser("clinic")
                try await test(server, endpoint, installation, cookie)
            }
        }
    }

    private func begin(_ server: TestServer, cookie: String) async throws -> RawQuery {
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/", headerFields: [.cookie: cookie]),
            body: .init(buffer: .init()))
        let identity = try #require(try await server.runtime.access.identity(of: request))
        let url = try server.runtime.connections.authorizeURL(
            connection: "carrier", identity: identity, returnTo: PageLink(segments: ["account"]))
        #expect(url.hasPrefix("https://login.carrier.example.com/v1/dialog?"))
        return RawQuery(url.split(separator: "?")[1])
    }

    private func callback(_ server: TestServer, _ query: String, cookie: String?) async throws -> RawHTTP.Answer {
        var headers = ["Accept": "text/html"]
        headers["Cookie"] = cookie
        return try await server.http.send("GET", "/api/callbacks/oauth/courier/1.2.0?\(query)", headers: headers)
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func grants(_ server: TestServer) -> [String] { server.carrier.grants.withLock { $0 } }

    @Test("the whole way: dialog address, exchange in the body, hook, sealed grant, back with a message")
    func connects() async throws {
        try await scenario { server, endpoint, installation, cookie in
            let dialog = try await begin(server, cookie: cookie)
            #expect(dialog["client_id"] == "4711")
            #expect(dialog["redirect_uri"] == "\(server.runtime.publicURL)/api/callbacks/oauth/courier/1.2.0")
            #expect(dialog["response_type"] == "code")
            #expect(dialog["scope"] == "send read")
            #expect(dialog["display"] == "page")
            let state = try #require(dialog["state"])
            let answer = try await callback(server, "code=abc&state=\(state)", cookie: cookie)
            #expect(answer.status == 303)
            #expect(answer["Location"] == "/app/clinic/account")
            let flash = try #require(answer.values("Set-Cookie").first { $0.hasPrefix("flash-") })
            #expect(flash.contains("HttpOnly"))
            let asked = try #require(endpoint.asked.withLock { $0.first })
            #expect(asked.query.isEmpty)
            #expect(asked.fields["grant_type"] == "authorization_code")
            #expect(asked.fields["code"] == "abc")
            #expect(asked.fields["client_secret"] == TestServer.secret)
            #expect(asked.fields["redirect_uri"] == dialog["redirect_uri"])
            let verifier = try #require(asked.fields["code_verifier"])
            #expect(Base64URL.encode(SHA256.hash(Array(verifier.utf8))) == dialog["code_challenge"])
            #expect(grants(server) == ["granted"])
            let environment = try await server.runtime.core.environment(of: installation)
            #expect(environment.install.accessToken?.expose() == "granted")
            let sealed = try await server.store.environment(of: installation.id)
            #expect(Set(sealed.keys) == ["ACCESS_TOKEN", "TOKEN_EXPIRES_AT"])
            #expect(sealed["ACCESS_TOKEN"].map { !String(decoding: $0, as: UTF8.self).contains("granted") } == true)
            let written = try await server.runtime.session(for: installation).count(of: Courier.contact, matching: RecordQuery())
            #expect(written == 1)
            for secret in ["granted", TestServer.secret, "code=abc"] { #expect(!server.lines.text.contains(secret)) }
        }
    }

    @Test("a forged, cut, foreign-keyed or missing state is refused")
    func forged() async throws {
        try await scenario { server, endpoint, installation, cookie in
            let state = try #require(try await begin(server, cookie: cookie)["state"])
            let unsigned = SignedText.make(["i": .string(installation.id.rawValue)], key: Array("guess".utf8))
            let parts = state.split(separator: ".")
            let stolen = "\(parts[0]).\(unsigned.split(separator: ".")[1])"
            for query in ["", "state=", "state=\(unsigned)", "state=\(stolen)", "state=\(state.dropLast(2))", "state=%7B%7D"] {
                let answer = try await callback(server, "code=abc&\(query)", cookie: cookie)
                #expect(answer.status == 403, "\(query)")
                #expect(answer["Content-Type"]?.hasPrefix("text/html") == true)
            }
            #expect(endpoint.asked.withLock { $0.isEmpty })
            #expect(server.runtime.core.counters[.refusedStates] == 6)
        }
    }

    @Test("a state holds ten minutes and once")
    func expiredAndReused() async throws {
        let clock = TestClock()
        try await scenario(clock: clock) { server, endpoint, _, cookie in
            let old = try #require(try await begin(server, cookie: cookie)["state"])
            clock.advance(601)
            #expect(try await callback(server, "code=abc&state=\(old)", cookie: cookie).status == 403)
            let state = try #require(try await begin(server, cookie: cookie)["state"])
            #expect(try await callback(server, "code=abc&state=\(state)", cookie: cookie).status == 303)
            #expect(try await callback(server, "code=abc&state=\(state)", cookie: cookie).status == 403)
            #expect(endpoint.asked.withLock { $0.count } == 1)
        }
    }

    @Test("a state is refused in another browser, in another workplace's browser and without one, and stays usable")
    func foreignBrowser() async throws {
        try await scenario { server, endpoint, _, cookie in
            try await server.workplace("rival")
            let (colleague, _) = try await server.browser("clinic")
            let (rival, _) = try await server.browser("rival")
            let state = try #require(try await begin(server, cookie: cookie)["state"])
            for other in [colleague, rival, nil] {
                #expect(try await callback(server, "code=abc&state=\(state)", cookie: other).status == 403)
            }
            #expect(endpoint.asked.withLock { $0.isEmpty })
            #expect(try await callback(server, "code=abc&state=\(state)", cookie: cookie).status == 303)
        }
    }

    @Test("a person who says no comes back with an explanation, and so does a provider's fault")
    func denied() async throws {
        try await scenario { server, endpoint, _, cookie in
            for query in [
                "error=access_denied&error_reason=user_denied&error_description=Permissions+error",
                "error_code=1349187&error_message=Misconfigured", "code=",
            ] {
                let state = try #require(try await begin(server, cookie: cookie)["state"])
                let answer = try await callback(server, "\(query)&state=\(state)", cookie: cookie)
                #expect(answer.status == 303)
                #expect(answer.values("Set-Cookie").contains { $0.hasPrefix("flash-") })
            }
            #expect(endpoint.asked.withLock { $0.isEmpty })
            #expect(grants(server).isEmpty)
        }
    }

    @Test("a refused code, an answer that is no token and a hook that refuses store nothing", arguments: [
        (400, #"{"error":{"message":"This authorization code has been used.","code":100,"fbtrace_id":"A"}}"#),
        (400, #"{"error":"invalid_grant","error_description":"gone"}"#), (200, "<html>"), (200, #"{"token_type":"bearer"}"#),
        (200, #"{"access_token":"no-account"}"#), (500, "{}"),
    ])
    func refused(_ status: Int, _ body: String) async throws {
        try await scenario { server, endpoint, installation, cookie in
            endpoint.answer.withLock { $0 = (status, body) }
            let state = try #require(try await begin(server, cookie: cookie)["state"])
            let answer = try await callback(server, "code=abc&state=\(state)", cookie: cookie)
            #expect(answer.status == 303)
            #expect(try await server.store.environment(of: installation.id).isEmpty)
            let written = try await server.runtime.session(for: installation).count(of: Courier.contact, matching: RecordQuery())
            #expect(written == 0)
        }
    }

    @Test("the callback of another integration or version is not here")
    func otherVersion() async throws {
        try await withServer { server in
            for path in ["courier/9.9.9", "other/1.2.0"] {
                let answer = try await server.http.send("GET", "/api/callbacks/oauth/\(path)?state=x")
                #expect(answer.status == 404)
            }
        }
    }
}
