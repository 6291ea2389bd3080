@testable import OutboundHTTP
import Testing

@Suite("Where requests may go", .timeLimit(.minutes(10)))
struct PolicyTests {
    func failureOf(_ policy: HostPolicy, _ request: HTTPRequest) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await HTTPClient(HTTPClientConfiguration(hosts: policy)).execute(request)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "hosts outside the policy are refused before anything is looked up",
        arguments: [
            "https://example.com/", "https://graph.example.com.evil.test/", "https://evilgraph.example.com/",
            "https://cdn.test/", "https://graph.example.com@evil.test/", "https://127.0.0.1/", "https://localhost/",
            "https://[::1]/", "https://2130706433/", "https://0x7f.1/", "http://graph.example.com/",
            "https://graph.example.com./", "ftp://graph.example.com/", "file:///etc/passwd", "graph.example.com/x",
            "https://", "https:///x", "", "/relative", "https://graph.example.com:99999/", "https://a b.test/",
            "gopher://graph.example.com/", "https://user:pw@graph.example.com/",
        ])
    func refused(url: String) async {
        let failure = await failureOf(.hosts("graph.example.com", "*.cdn.test"), HTTPRequest(.get, url))
        #expect(failure?.kind == .refusedByPolicy || failure?.kind == .invalidRequest)
        #expect(failure?.delivery == .notSent)
        #expect(failure?.isSafeToRetry == false)
        #expect(failure?.message.contains("pw") == false)
    }

    @Test("exact names and suffixes are told apart")
    func patterns() throws {
        let policy = HostPolicy.hosts("Graph.Example.com", "*.cdn.test", "api.example.com:8443")
        func verdict(_ text: String) throws -> HostPolicy.Verdict {
            policy.verdict(on: try OutboundURL.parse(text).get())
        }
        #expect(try verdict("https://graph.example.com/x") == .publicAddresses)
        #expect(try verdict("https://GRAPH.EXAMPLE.COM:443/") == .publicAddresses)
        #expect(try verdict("https://graph.example.com:8443/") != .publicAddresses)
        #expect(try verdict("https://api.example.com:8443/") == .publicAddresses)
        #expect(try verdict("https://api.example.com/") != .publicAddresses)
        #expect(try verdict("https://a.cdn.test:444") != .publicAddresses)
        #expect(try verdict("https://a.cdn.test") == .publicAddresses)
        #expect(try verdict("https://a.b.cdn.test") == .publicAddresses)
        #expect(try verdict("https://cdn.test") != .publicAddresses)
        #expect(try verdict("https://xcdn.test") != .publicAddresses)
        #expect(try verdict("https://x.graph.example.com") != .publicAddresses)
    }

    @Test("a loopback origin is allowed with its port only")
    func loopbackOrigins() throws {
        let policy = HostPolicy.none.allowing(loopbackOrigin: "http://127.0.0.1:8082/ignored?x")
        func verdict(_ text: String) throws -> HostPolicy.Verdict {
            policy.verdict(on: try OutboundURL.parse(text).get())
        }
        #expect(try verdict("http://127.0.0.1:8082/x") == .loopbackAddresses)
        #expect(try verdict("http://127.0.0.1:8083/x") != .loopbackAddresses)
        #expect(try verdict("https://127.0.0.1:8082/x") != .loopbackAddresses)
        #expect(try verdict("http://localhost:8082/x") != .loopbackAddresses)
        #expect(HostPolicy.isLoopbackOrigin("http://localhost:1"))
        #expect(HostPolicy.isLoopbackOrigin("https://[::1]:1"))
        #expect(!HostPolicy.isLoopbackOrigin("http://example.com"))
        #expect(!HostPolicy.isLoopbackOrigin("nonsense"))
        #expect(HostPolicy.none.allowing(loopbackOrigin: "http://10.0.0.1:80") == .none)
    }

    @Test("a public name that leads to a private address is refused at the socket")
    func privateAddress() async {
        // The address stands for what DNS would have said: the socket is asked for in the same way.
        for host in ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]", "[::ffff:10.0.0.1]", "0.0.0.0"] {
            let failure = await failureOf(
                .anyPublicHost, HTTPRequest(.get, "https://\(host)/", connectTimeout: .seconds(2)))
            #expect(failure?.kind == .refusedByPolicy, "\(host)")
            #expect(failure?.delivery == .notSent)
        }
    }

    @Test("a request can narrow the client's policy, and not widen it")
    func narrowing() async throws {
        try await withServer({ _ in .text("ok") }) { server in
            let allowed = HostPolicy.none.allowing(loopbackOrigin: server.origin)
            #expect(await failureOf(allowed, HTTPRequest(.get, server.origin, hosts: allowed)) == nil)
            #expect(
                await failureOf(allowed, HTTPRequest(.get, server.origin, hosts: HostPolicy.none))?.kind
                    == .refusedByPolicy)
            #expect(await failureOf(.none, HTTPRequest(.get, server.origin, hosts: allowed))?.kind == .refusedByPolicy)
            #expect(server.requests.count == 1)
        }
    }

    @Test(
        "addresses of the public internet are told from all others",
        arguments: [
            ("8.8.8.8", true), ("157.240.22.35", true), ("100.63.255.255", true), ("172.32.0.1", true),
            ("10.1.2.3", false), ("100.64.0.1", false), ("127.0.0.1", false), ("169.254.169.254", false),
            ("172.16.0.1", false), ("172.31.255.255", false), ("192.168.0.1", false), ("192.0.0.1", false),
            ("198.18.0.1", false), ("198.19.255.255", false), ("224.0.0.1", false), ("255.255.255.255", false),
            ("0.0.0.0", false),
        ])
    func ipv4(text: String, isPublic: Bool) {
        let bytes = text.split(separator: ".").compactMap { UInt8($0) }
        #expect(NetworkAddress(bytes: bytes).isPublic == isPublic)
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
        #expect(NetworkAddress(bytes: mapped).isPublic == isPublic)
        #expect(NetworkAddress(bytes: mapped).isLoopback == (text == "127.0.0.1"))
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes
        #expect(NetworkAddress(bytes: translated).isPublic == isPublic)
    }

    @Test("IPv6: only global unicast outside the special blocks is public")
    func ipv6() {
        func address(_ start: [UInt8]) -> NetworkAddress {
            NetworkAddress(bytes: start + [UInt8](repeating: 0, count: 15 - start.count) + [1])
        }
        #expect(address([0x2A, 0x03, 0x28, 0x80]).isPublic)
        #expect(address([0x26, 0x06]).isPublic)
        #expect(!address([]).isPublic)
        #expect(address([]).isLoopback)
        for start: [UInt8] in [
            [0xFC], [0xFD], [0xFE, 0x80], [0xFF, 0x02], [0x20, 0x01, 0x0D, 0xB8], [0x20, 0x01, 0], [0x20, 0x02], [0x01],
        ] {
            #expect(!address(start).isPublic)
        }
    }

    @Test(
        "a request that would not be sent as meant is refused",
        arguments: [
            HTTPRequest(.get, "https://graph.example.com/", headers: [HTTPHeader("X", "a\r\nY: b")]),
            HTTPRequest(.get, "https://graph.example.com/", headers: [HTTPHeader("X", "a\0")]),
            HTTPRequest(.get, "https://graph.example.com/", headers: [HTTPHeader("X Y", "a")]),
            HTTPRequest(.get, "https://graph.example.com/", headers: [HTTPHeader("", "a")]),
            HTTPRequest(HTTPMethod(rawValue: "GET /x HTTP/1.1\r\n"), "https://graph.example.com/"),
            HTTPRequest(.get, "https://graph.example.com/", body: [1]),
            HTTPRequest(.get, "https://graph.example.com/", deadline: .zero),
        ])
    func invalid(request: HTTPRequest) async {
        let failure = await failureOf(.hosts("graph.example.com"), request)
        #expect(failure?.kind == .invalidRequest)
        #expect(failure?.delivery == .notSent)
    }

    @Test("descriptions hold no secret")
    func descriptions() {
        let request = HTTPRequest(
            .post, "https://user:hush@graph.example.com/path?access_token=hush#hush",
            headers: [
                HTTPHeader("Authorization", "Bearer hush"), HTTPHeader("X-Proof", "hush", isSensitive: true),
                HTTPHeader("X-Plain", "shown"),
            ], body: Array("hush".utf8))
        var dumped = ""
        dump(request, to: &dumped)
        dump(request.headers, to: &dumped)
        dump(HTTPClientConfiguration.Proxy(url: "http://hush@p.test", user: "hush", password: "hush"), to: &dumped)
        for text in ["\(request)", request.debugDescription, String(reflecting: request), "\(request.headers)", dumped]
        {
            #expect(!text.contains("hush"))
        }
        #expect(request.description == "POST https://graph.example.com/path")
        #expect(request.debugDescription.contains("X-Plain: shown"))
        #expect(request.debugDescription.contains("Authorization: ***"))
    }

    @Test("forms are encoded by bytes")
    func forms() {
        #expect(
            FormURLEncoding.encode([(name: "a b", value: "1&2"), (name: "é", value: "~._-")])
                == "a%20b=1%262&%C3%A9=~._-")
    }
}
