import OutboundHTTP
import Synchronization
import Testing

/// A client that may reach the server.
func client(for server: ScriptedServer) -> HTTPClient {
    HTTPClient(HTTPClientConfiguration(hosts: .none.allowing(loopbackOrigin: server.origin)))
}

@Suite("Exchanges", .timeLimit(.minutes(10)))
struct ExchangeTests {
    @Test("a POST arrives as it was given, and the answer comes back as it was sent")
    func post() async throws {
        try await withServer({ request in
            .answer(
                201, headers: ["X-One: 1", "x-two:  spaced  ", "Set-Cookie: a=1", "Set-Cookie: b=2"], body: request.body
            )
        }) { server in
            let body: [UInt8] = Array("{\"a\":\"é\"}".utf8) + [0, 255]
            let response = try await client(for: server).execute(
                HTTPRequest(
                    .post, "\(server.origin)/v25.0/1/messages?x=1%202",
                    headers: [HTTPHeader("Content-Type", "application/json"), HTTPHeader("X-Empty", "")], body: body))
            #expect(response.status == 201)
            #expect(response.isSuccess)
            #expect(response.body == body)
            #expect(response.version == .http1_1)
            #expect(response.headers["x-ONE"] == "1")
            #expect(response.headers["X-Two"] == "spaced")
            #expect(response.headers.values(of: "set-cookie") == ["a=1", "b=2"])
            #expect(response.headers["absent"] == nil)

            let request = try #require(server.requests.first)
            #expect(request.method == "POST")
            #expect(request.target == "/v25.0/1/messages?x=1%202")
            #expect(request.header("content-type") == "application/json")
            #expect(request.header("x-empty") == "")
            #expect(request.header("user-agent") == "IntegrationKit")
            #expect(request.header("expect") == nil)
            #expect(request.body == body)
        }
    }

    @Test("a large body in parts arrives as one, whole", arguments: [64 * 1024 - 1, 64 * 1024 + 1, 3_000_001])
    func parts(size: Int) async throws {
        let file = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let content = HTTPContent([Array("head".utf8), [], file, Array("tail".utf8)])
        let whole = Array("head".utf8) + file + Array("tail".utf8)
        try await withServer({ _ in .text("") }) { server in
            let client = client(for: server)
            for _ in 0..<2 {
                _ = try await client.execute(HTTPRequest(.post, server.origin, content: content))
            }
            #expect(server.requests.map(\.body) == [whole, whole])
            #expect(server.requests.first?.header("content-length") == String(content.count))
        }
    }

    /// Gives pieces of 100,000 bytes, after a while each.
    private final class Source: Sendable {
        let left: Mutex<Int>

        init(_ count: Int) { left = Mutex(count) }

        func next() async throws -> [UInt8]? {
            try await Task.sleep(for: .milliseconds(1))
            return left.withLock { left in
                guard left > 0 else { return nil }
                let count = min(left, 100_000)
                left -= count
                return [UInt8](repeating: UInt8(truncatingIfNeeded: left), count: count)
            }
        }
    }

    @Test("a body that comes while it is sent arrives whole", arguments: [0, 1, 250_000, 3_000_000])
    func streamed(size: Int) async throws {
        let copy = Source(size)
        var whole = Array("head".utf8)
        while let piece = try await copy.next() { whole += piece }
        whole += Array("tail".utf8)
        try await withServer({ _ in .text("") }) { server in
            let source = Source(size)
            let content = HTTPContent(Array("head".utf8)) + HTTPContent(count: size) { try await source.next() }
                + HTTPContent(Array("tail".utf8))
            _ = try await client(for: server).execute(HTTPRequest(.post, server.origin, content: content))
            #expect(server.requests.map(\.body) == [whole])
        }
    }

    @Test("a body that breaks off, ends early or goes on too long fails the request", arguments: [-1, 99_999, 300_001])
    func brokenStream(announced: Int) async throws {
        struct Broken: Error {}
        try await withServer({ _ in .text("") }) { server in
            let source = Source(announced == 300_001 ? 300_000 : 300_000)
            let content = HTTPContent(count: announced < 0 ? 300_000 : announced) {
                let piece = try await source.next()
                if announced < 0, source.left.withLock({ $0 }) < 150_000 { throw Broken() }
                return piece
            }
            await #expect(throws: HTTPFailure.self) {
                _ = try await client(for: server).execute(
                    HTTPRequest(.post, server.origin, content: content, deadline: .seconds(5)))
            }
        }
    }

    @Test("a body adds no content type of its own")
    func contentType() async throws {
        try await withServer({ _ in .text("") }) { server in
            _ = try await client(for: server).execute(HTTPRequest(.post, server.origin, body: [1]))
            #expect(server.requests.first?.header("content-type") == nil)
        }
    }

    @Test(
        "every method goes out under its name", arguments: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
    func methods(name: String) async throws {
        try await withServer({ _ in .text("hello") }) { server in
            let response = try await client(for: server).execute(
                HTTPRequest(HTTPMethod(rawValue: name), "\(server.origin)/x"))
            #expect(server.requests.map(\.method) == [name])
            #expect(response.body == (name == "HEAD" ? [] : Array("hello".utf8)))
        }
    }

    @Test("bodies go with PUT, PATCH and DELETE as well, and an empty one is sent as one")
    func bodies() async throws {
        try await withServer({ _ in .text("") }) { server in
            let client = client(for: server)
            for method in [HTTPMethod.put, .patch, .delete] {
                _ = try await client.execute(HTTPRequest(method, server.origin, body: Array("abc".utf8)))
            }
            _ = try await client.execute(HTTPRequest(.post, server.origin, body: []))
            #expect(server.requests.map(\.text) == ["abc", "abc", "abc", ""])
            #expect(server.requests.last?.header("content-length") == "0")
        }
    }

    @Test("a large body arrives whole in both directions")
    func large() async throws {
        try await withServer({ .answer(200, body: $0.body) }) { server in
            let body = [UInt8](repeating: 0x5A, count: 5_000_000)
            let response = try await client(for: server).execute(HTTPRequest(.post, server.origin, body: body))
            #expect(response.body == body)
        }
    }

    @Test("an error status is an answer", arguments: [400, 401, 404, 429, 500, 503])
    func errorStatus(status: Int) async throws {
        try await withServer({ _ in .text("{\"error\":{}}", status: status, headers: ["Retry-After: 3"]) }) { server in
            let response = try await client(for: server).execute(HTTPRequest(.get, server.origin))
            #expect(response.status == status)
            #expect(!response.isSuccess)
            #expect(response.headers["Retry-After"] == "3")
        }
    }

    @Test("an interim answer is skipped")
    func interim() async throws {
        let text = "HTTP/1.1 103 Early\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        try await withServer({ _ in .raw(text) }) { server in
            let response = try await client(for: server).execute(HTTPRequest(.get, server.origin))
            #expect(response.status == 200)
            #expect(response.headers["X-Early"] == nil)
            #expect(response.body == Array("ok".utf8))
        }
    }

    @Test("connections are kept and used again")
    func keepAlive() async throws {
        try await withServer({ _ in .text("ok") }) { server in
            let client = client(for: server)
            var kept: [Bool] = []
            for _ in 0..<5 {
                kept.append(try await client.execute(HTTPRequest(.get, server.origin)).usedKeptConnection)
            }
            #expect(kept == [false, true, true, true, true])
            #expect(server.connections == 1)
        }
    }

    @Test("64 requests at a time all get their own answer")
    func concurrency() async throws {
        try await withServer({ .answer(200, body: $0.body) }) { server in
            let client = client(for: server)
            let matching = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<640 {
                    if number >= 64 { _ = try await group.next() }
                    group.addTask {
                        let body = Array("number \(number)".utf8)
                        return try await client.execute(HTTPRequest(.post, server.origin, body: body)).body == body
                    }
                }
                return try await group.allSatisfy { $0 }
            }
            #expect(matching)
            #expect(server.requests.count == 640)
            #expect(Set(server.requests.map(\.text)).count == 640)
            #expect(server.connections <= 64)
        }
    }

    @Test("more requests than connections wait for a turn")
    func connectionLimit() async throws {
        try await withServer({ _ in .text("ok") }) { server in
            let client = HTTPClient(
                HTTPClientConfiguration(
                    hosts: .none.allowing(loopbackOrigin: server.origin), connectionsPerHost: 2))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask { _ = try await client.execute(HTTPRequest(.get, server.origin)) }
                }
                try await group.waitForAll()
            }
            #expect(server.connections <= 2)
            #expect(server.requests.count == 40)
        }
    }

    @Test("redirects are returned unless they are asked to be followed")
    func redirects() async throws {
        try await withServer({ request in
            switch request.path {
            case "/start": .text("", status: 302, headers: ["Location: /next?x=1"])
            case "/next": .text("arrived")
            default: .text("", status: 307, headers: ["Location: /loop"])
            }
        }) { server in
            let client = client(for: server)
            let returned = try await client.execute(HTTPRequest(.get, "\(server.origin)/start"))
            #expect(returned.status == 302)
            #expect(returned.headers["Location"] == "/next?x=1")

            let followed = try await client.execute(
                HTTPRequest(.get, "\(server.origin)/start", redirects: .followed(maximum: 1)))
            #expect(followed.body == Array("arrived".utf8))
            #expect(server.requests.last?.target == "/next?x=1")

            let posted = try await client.execute(
                HTTPRequest(.post, "\(server.origin)/start", body: [1], redirects: .followed(maximum: 1)))
            #expect(posted.status == 302)

            let endless = HTTPRequest(.get, "\(server.origin)/loop", redirects: .followed(maximum: 3))
            let failure = await #expect(throws: HTTPFailure.self) { try await client.execute(endless) }
            #expect(failure?.kind == .malformedResponse)
            #expect(server.requests.count { $0.path == "/loop" } == 4)
        }
    }

    @Test("a redirect to another origin leaves secrets behind, one to a forbidden origin is refused")
    func redirectElsewhere() async throws {
        try await withServer({ _ in .text("elsewhere") }) { other in
            let target = "\(other.origin)/x"
            try await withServer({ _ in .text("", status: 302, headers: ["Location: \(target)"]) }) { server in
                let request = HTTPRequest(
                    .get, server.origin,
                    headers: [HTTPHeader("Authorization", "Bearer secret"), HTTPHeader("X-Plain", "kept")],
                    redirects: .followed(maximum: 2))
                let both = HTTPClient(
                    HTTPClientConfiguration(
                        hosts: .none.allowing(loopbackOrigin: server.origin).allowing(loopbackOrigin: other.origin)))
                let arrived = try await both.execute(request)
                #expect(arrived.body == Array("elsewhere".utf8))
                #expect(server.requests.first?.header("authorization") == "Bearer secret")
                #expect(other.requests.first?.header("authorization") == nil)
                #expect(other.requests.first?.header("x-plain") == "kept")

                let one = client(for: server)
                let failure = await #expect(throws: HTTPFailure.self) { try await one.execute(request) }
                #expect(failure?.kind == .refusedByPolicy)
                #expect(other.requests.count == 1)
            }
        }
    }
}
