import Foundation
import IntegrationKit
import ServiceLifecycle
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Limits and shutdown", .timeLimit(.minutes(10)))
struct LimitTests {
    @Test("a client that stops in the middle of its head or its body is dropped")
    func slowClients() async throws {
        // Long enough for what is not slow, and far below the twenty seconds after which the client itself gives up.
        try await withServer(settings: { $0.limits.idleTimeout = .seconds(2) }) { server in
            let path = try await server.webhookPath()
            let body = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"
            let times = await withTaskGroup(of: Duration.self) { group in
                for text in ["GET /health HTTP/1.1\r\nHost: 127", body] {
                    group.addTask {
                        let start = ContinuousClock.now
                        _ = try? await server.http.exchange(Array(text.utf8))
                        return ContinuousClock.now - start
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(times.allSatisfy { $0 < .seconds(18) })
            let answer = try await server.http.send("GET", "/health")
            #expect(answer.status == 200)
        }
    }

    @Test("heads that are too large or have too many fields are refused")
    func heads() async throws {
        try await withServer { server in
            let long = try? await server.http.send("GET", "/health", headers: ["X-Long": String(repeating: "a", count: 64 * 1024)])
            #expect(long?.status != 200)
            var many: [String: String] = [:]
            for number in 0..<200 { many["X-\(number)"] = "1" }
            let answer = try? await server.http.send("GET", "/health", headers: many)
            #expect(answer?.status != 200)
        }
    }

    @Test("asked to stop, the server answers what is under way, refuses the rest and ends")
    func drain() async throws {
        let directory = NSTemporaryDirectory() + "drain-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let settings = try TestServer.settings(directory: directory)
        let store = try await CommandSession<Courier>.openStore(settings)
        var reader = EnvironmentReader(settings.environment)
        let process = try await ServerProcess<Courier>.prepare(
            settings: settings, provision: try Courier.Environment.Provision(from: &reader), store: store,
            log: LineLogHandler.logger(settings))
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let group = ServiceGroup(configuration: .init(
            services: [.init(service: Running(process: process, port: port), successTerminationBehavior: .gracefullyShutdownGroup)],
            logger: process.runtime.log))
        async let ended: Void = group.run()
        let bound = try #require(await ports.first { _ in true })
        let http = RawHTTP(port: bound)
        #expect(try await http.send("GET", "/ready").status == 200)
        let updates = process.runtime.changes.updates(for: InstallationID("x"))
        await group.triggerGracefulShutdown()
        for await _ in updates {}
        try await ended
        #expect(await process.runtime.health.readiness() == .draining)
        await #expect(throws: (any Error).self) { try await http.send("GET", "/health") }
        await process.close()
    }

    private struct Running: Service {
        let process: ServerProcess<Courier>
        let port: AsyncStream<Int>.Continuation

        func run() async throws {
            try await process.run(handlesSignals: false) { [port] in
                port.yield($0)
                port.finish()
            }
        }
    }
}
