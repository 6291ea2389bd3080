import Foundation
import OutboundHTTP
import Testing

@Suite("Failures", .timeLimit(.minutes(10)))
struct FailureTests {
    func failureOf(_ client: HTTPClient, _ request: HTTPRequest) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await client.execute(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("nobody listens: not sent, may be tried again")
    func refusedConnection() async throws {
        let server = try ScriptedServer { _ in .silence }
        server.stop()
        let failure = await failureOf(client(for: server), HTTPRequest(.post, server.origin, body: [1]))
        #expect(failure?.kind == .cannotConnect)
        #expect(failure?.delivery == .notSent)
        #expect(failure?.isSafeToRetry == true)
    }

    @Test("a name that does not exist: not sent")
    func unknownName() async {
        let client = HTTPClient(HTTPClientConfiguration(hosts: .hosts("name.invalid")))
        let failure = await failureOf(client, HTTPRequest(.get, "https://name.invalid/"))
        #expect(failure?.kind == .cannotResolve)
        #expect(failure?.delivery == .notSent)
    }

    @Test("reset after the request was read: the outcome is unknown, and nothing is sent again")
    func reset() async throws {
        try await withServer({ _ in .reset }) { server in
            let failure = await failureOf(client(for: server), HTTPRequest(.post, server.origin, body: [1]))
            #expect(failure?.kind == .connectionLost)
            #expect(failure?.isOutcomeUnknown == true)
            #expect(failure?.isSafeToRetry == false)
            #expect(server.requests.count == 1)
        }
    }

    @Test("a kept connection that breaks during a POST: the POST is not repeated", arguments: [false, true])
    func resetOnKeptConnection(hangsUp: Bool) async throws {
        try await withServer({ request in
            request.text == "second" ? (hangsUp ? .raw("") : .reset) : .text("ok")
        }) { server in
            let client = client(for: server)
            _ = try await client.execute(HTTPRequest(.post, server.origin, body: Array("first".utf8)))
            let failure = await failureOf(client, HTTPRequest(.post, server.origin, body: Array("second".utf8)))
            #expect(failure?.kind == .connectionLost)
            #expect(failure?.isOutcomeUnknown == true)
            #expect(server.requests.map(\.text) == ["first", "second"])
        }
    }

    @Test("a kept connection that breaks during a GET: the GET is repeated on a new one")
    func getIsRepeated() async throws {
        try await withServer({ request in
            request.path == "/break" && request.connection == 1 ? .reset : .text("ok")
        }) { server in
            let client = client(for: server)
            _ = try await client.execute(HTTPRequest(.get, server.origin))
            let response = try await client.execute(HTTPRequest(.get, "\(server.origin)/break"))
            #expect(response.status == 200)
            #expect(server.requests.map(\.connection) == [1, 1, 2])
        }
    }

    @Test("a connection that the server closed while idle is not used again")
    func idleClose() async throws {
        try await withServer({ _ in .answerAndHangUp(200) }) { server in
            let client = client(for: server)
            for _ in 0..<5 {
                _ = try await client.execute(HTTPRequest(.post, server.origin, body: [1]))
                for await _ in server.closings { break }
            }
            #expect(server.requests.count == 5)
        }
    }

    @Test("the deadline passes before any answer: timed out, outcome unknown, connection closed")
    func deadline() async throws {
        try await withServer({ _ in .silence }) { server in
            let client = client(for: server)
            let clock = ContinuousClock()
            let start = clock.now
            let failure = await failureOf(
                client, HTTPRequest(.post, server.origin, body: [1], deadline: .milliseconds(150)))
            let elapsed = clock.now - start
            #expect(failure?.kind == .timedOut)
            #expect(failure?.delivery == .outcomeUnknown)
            #expect(elapsed >= .milliseconds(150))
            for await _ in server.hangUps { break }
        }
    }

    @Test("the deadline passes in the middle of an answer: timed out, with the status that was answered")
    func stalledBody() async throws {
        try await withServer({ _ in .stall }) { server in
            let failure = await failureOf(
                client(for: server), HTTPRequest(.get, server.origin, deadline: .seconds(2)))
            #expect(failure?.kind == .timedOut)
            #expect(failure?.delivery == .answered(status: 200))
        }
    }

    @Test("the deadline passes while waiting for a connection: timed out, not sent")
    func deadlineInQueue() async throws {
        try await withServer({ _ in .silence }) { server in
            let client = HTTPClient(
                HTTPClientConfiguration(
                    hosts: .none.allowing(loopbackOrigin: server.origin), connectionsPerHost: 1))
            let first = Task { try await client.execute(HTTPRequest(.get, server.origin)) }
            for await _ in server.arrivals { break }
            let failure = await failureOf(client, HTTPRequest(.get, server.origin, deadline: .milliseconds(100)))
            #expect(failure?.kind == .timedOut)
            #expect(failure?.delivery == .notSent)
            #expect(failure?.isSafeToRetry == true)
            first.cancel()
            _ = await first.result
        }
    }

    @Test("cancelling the task aborts the transfer")
    func cancellation() async throws {
        try await withServer({ _ in .silence }) { server in
            let client = client(for: server)
            let task = Task {
                await failureOf(client, HTTPRequest(.post, server.origin, body: [1], deadline: .seconds(50)))
            }
            for await _ in server.arrivals { break }
            task.cancel()
            let failure = await task.value
            #expect(failure?.kind == .cancelled)
            #expect(failure?.isOutcomeUnknown == true)
            for await _ in server.hangUps { break }
        }
    }

    @Test("a task that is cancelled already sends nothing")
    func cancelledBefore() async throws {
        try await withServer({ _ in .text("ok") }) { server in
            let client = client(for: server)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await failureOf(client, HTTPRequest(.post, server.origin, body: [1]))
            }
            let failure = await task.value
            #expect(failure?.kind == .cancelled)
            #expect(failure?.delivery == .notSent)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("cancelling at any moment neither hangs nor resumes twice")
    func cancellationRace() async throws {
        try await withServer({ _ in .text("ok") }) { server in
            let client = client(for: server)
            await withTaskGroup(of: Void.self) { group in
                for round in 0..<300 {
                    group.addTask {
                        let task = Task { await failureOf(client, HTTPRequest(.get, server.origin)) }
                        for _ in 0..<(round % 30) { await Task.yield() }
                        task.cancel()
                        let failure = await task.value
                        #expect(failure == nil || failure?.kind == .cancelled)
                    }
                }
            }
            _ = try await client.execute(HTTPRequest(.get, server.origin))
        }
    }

    @Test("a response over the limit is refused, announced or not, compressed or not")
    func tooLarge() async throws {
        try await withServer({ request in
            request.path == "/raw"
                ? .raw("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 2000))
                : .answer(200, body: [UInt8](repeating: 1, count: 1001))
        }) { server in
            let client = client(for: server)
            for path in ["/raw", "/announced"] {
                let failure = await failureOf(
                    client, HTTPRequest(.get, server.origin + path, responseLimit: 1000))
                #expect(failure?.kind == .responseTooLarge)
                #expect(failure?.delivery == .answered(status: 200))
            }
            let exact = try await client.execute(HTTPRequest(.get, "\(server.origin)/x", responseLimit: 1001))
            #expect(exact.body.count == 1001)
        }
    }

    @Test("an endless header is refused")
    func endlessHeader() async throws {
        let lines = String(repeating: "X-Long: \(String(repeating: "y", count: 1000))\r\n", count: 400)
        try await withServer({ _ in .raw("HTTP/1.1 200 OK\r\n" + lines) }) { server in
            let failure = await failureOf(client(for: server), HTTPRequest(.get, server.origin))
            #expect(failure?.kind == .responseTooLarge)
        }
    }

    @Test(
        "what is not HTTP is said to be", arguments: ["hello\r\n\r\n", "SSH-2.0-OpenSSH_9\r\n", "HTTP/1.1 abc\r\n\r\n"])
    func notHTTP(text: String) async throws {
        try await withServer({ _ in .raw(text) }) { server in
            let failure = await failureOf(client(for: server), HTTPRequest(.get, server.origin))
            #expect(failure?.kind == .malformedResponse)
            #expect(failure?.delivery != .notSent)
        }
    }

    @Test("a cut body is a lost connection with a known status")
    func cutBody() async throws {
        try await withServer({ _ in .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") }) { server in
            let failure = await failureOf(client(for: server), HTTPRequest(.get, server.origin))
            #expect(failure?.kind == .connectionLost)
            #expect(failure?.delivery == .answered(status: 200))
        }
    }

    @Test("after shutdown nothing is sent; what was in flight is ended when its time is up")
    func shutdown() async throws {
        try await withServer({ _ in .silence }) { server in
            let client = client(for: server)
            let inFlight = Task { await failureOf(client, HTTPRequest(.post, server.origin, deadline: .seconds(50))) }
            for await _ in server.arrivals { break }
            await client.shutdown(within: .milliseconds(50))
            #expect(await inFlight.value?.kind == .clientShutDown)
            #expect(await inFlight.value?.isOutcomeUnknown == true)
            let late = await failureOf(client, HTTPRequest(.get, server.origin))
            #expect(late?.kind == .clientShutDown)
            #expect(late?.delivery == .notSent)
            await client.shutdown()
        }
    }

    @Test("shutdown lets what is in flight finish")
    func gracefulShutdown() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        try await withServer({ _ in
            release.wait()
            return .text("done")
        }) { server in
            let client = client(for: server)
            let inFlight = Task { try await client.execute(HTTPRequest(.get, server.origin)) }
            for await _ in server.arrivals { break }
            let shutdown = Task {
                open.yield()
                await client.shutdown(within: .seconds(30))
            }
            for await _ in gate { break }
            release.signal()
            let response = try await inFlight.value
            #expect(response.status == 200)
            await shutdown.value
        }
    }

    @Test("a client that was never used shuts down")
    func unusedShutdown() async {
        let client = HTTPClient(HTTPClientConfiguration(hosts: .none))
        await client.shutdown()
        let failure = await failureOf(client, HTTPRequest(.get, "https://graph.example.com/"))
        #expect(failure != nil)
    }

    #if os(Linux)
        @Test("file descriptors and threads do not pile up")
        func leaks() async throws {
            func count(_ folder: String) throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(folder)").count
            }
            try await withServer({ $0.path == "/reset" ? .reset : .text("ok") }) { server in
                func round() async throws {
                    let client = client(for: server)
                    for path in ["/", "/reset", "/", "/reset"] {
                        _ = await failureOf(client, HTTPRequest(.post, server.origin + path, body: [1]))
                    }
                    await client.shutdown()
                }
                for _ in 0..<5 { try await round() }
                let before = try count("fd")
                for _ in 0..<100 { try await round() }
                // Other tests run beside this one; a leak of one descriptor a round would exceed any of them.
                #expect(try count("fd") < before + 100)
            }
        }
    #endif
}
