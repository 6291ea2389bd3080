import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Connections are kept up", .timeLimit(.minutes(10)))
struct ConnectionKeeperTests {
    private static let lifetime = 3600.0

    /// A workplace whose token ends in an hour, with something to renew it with unless `refresh` is nil.
    private func scenario(
        refresh: String? = "r1", dueIn: Double = lifetime - 300,
        _ test: @escaping @Sendable (TestServer, TokenEndpoint, TestClock, Installation) async throws -> Void
    ) async throws {
        let clock = TestClock()
        try await TokenEndpoint.run { endpoint, origin in
            try await withServer(environment: ["CARRIER_API_URL": origin], clock: clock) { server in
                let installation = try await server.workplace("clinic")
                func sealed(_ value: String, _ name: String) throws -> [UInt8] {
                    try server.runtime.core.sealer.seal(value, variable: name, of: installation.id)
                }
                var variables: [String: [UInt8]?] = ["ACCESS_TOKEN": try sealed("first", "ACCESS_TOKEN")]
                if let refresh { variables["REFRESH_TOKEN"] = try sealed(refresh, "REFRESH_TOKEN") }
                let now = server.runtime.now
                let connection = StoredConnection(
                    handle: "carrier", account: "777", connectedAt: now, expiresAt: now.addingTimeInterval(Self.lifetime),
                    dueAt: now.addingTimeInterval(dueIn))
                try await server.store.commit([.setEnvironment(variables), .putConnection(connection)], in: installation.id)
                try await test(server, endpoint, clock, installation)
            }
        }
    }

    private func keep(_ server: TestServer) async {
        await ConnectionKeeper(core: server.runtime.core, connections: server.runtime.connections).work()
    }

    private func token(_ server: TestServer, _ installation: Installation) async throws -> String? {
        try await server.runtime.core.storedValues(of: installation)["ACCESS_TOKEN"]
    }

    private func page(_ server: TestServer) async throws -> String {
        let (cookie, _) = try await server.browser("clinic")
        return try await server.http.send("GET", "/app/clinic", headers: ["Cookie": cookie, "Accept": "text/html"]).text
    }

    @Test("a token is renewed before it ends, once, however many look")
    func renews() async throws {
        try await scenario { server, endpoint, clock, installation in
            endpoint.answer.withLock { $0 = (200, #"{"access_token":"second","expires_in":3600}"#) }
            await keep(server)
            #expect(endpoint.asked.withLock { $0.isEmpty }, "it is not due")
            clock.advance(Self.lifetime - 299)
            await withDiscardingTaskGroup { group in
                for _ in 1...5 { group.addTask { await keep(server) } }
            }
            try await server.eventually("it is renewed") { try await token(server, installation) == "second" }
            let asked = endpoint.asked.withLock { $0 }
            #expect(asked.count == 1)
            #expect(asked[0].fields["grant_type"] == "refresh_token" && asked[0].fields["refresh_token"] == "r1")
            #expect(asked[0].fields["client_secret"] == TestServer.secret && asked[0].query.isEmpty)
            #expect(try await server.runtime.core.storedValues(of: installation)["REFRESH_TOKEN"] == "r1")
            let stored = try #require(try await server.store.connection("carrier", of: installation.id))
            #expect(abs(try #require(stored.expiresAt).timeIntervalSince(clock.now) - Self.lifetime) < 60)
            // A provider may give a new refresh token; the old one is used up then.
            endpoint.answer.withLock { $0 = (200, #"{"access_token":"third","refresh_token":"r2","expires_in":3600}"#) }
            clock.advance(Self.lifetime - 200)
            await keep(server)
            try await server.eventually("it is renewed again") { try await token(server, installation) == "third" }
            #expect(try await server.runtime.core.storedValues(of: installation)["REFRESH_TOKEN"] == "r2")
            for secret in ["second", "third", "r1", "r2"] { #expect(!server.lines.text.contains("=\(secret)")) }
        }
    }

    @Test("one that is refused is told to people until somebody connects; an outage passes")
    func refused() async throws {
        try await scenario { server, endpoint, clock, installation in
            #expect(try await !page(server).contains("could not be renewed"))
            endpoint.answer.withLock { $0 = (503, "<html>") }
            clock.advance(Self.lifetime - 299)
            await keep(server)
            try await server.eventually("the failure is noted") {
                try await server.store.connection("carrier", of: installation.id)?.dueAt.map { $0 > clock.now.addingTimeInterval(1) } == true
                    && endpoint.asked.withLock { $0.count } >= 1
            }
            #expect(try await !page(server).contains("could not be renewed"), "it may pass")
            endpoint.answer.withLock { $0 = (400, #"{"error":"invalid_grant","error_description":"revoked by the person"}"#) }
            clock.advance(3600)
            await keep(server)
            try await server.eventually("people are told") {
                let text = try await page(server)
                return text.contains("The connection to Carrier could not be renewed") && text.contains("revoked by the person")
            }
            #expect(try await token(server, installation) == "first")
            let counts = try await server.store.connectionCounts(now: clock.now, soon: clock.now)
            #expect(counts.failing == 1)
        }
    }

    @Test(
        "the end of what cannot be renewed is said two weeks before, in the workplace's time",
        arguments: [(20.0, nil), (13.5, "ends in 13 days"), (6.5, "ends in 6 days"), (1.5, "ends tomorrow"), (0.5, "ends within a day"), (-0.5, "has expired")]
            as [(Double, String?)])
    func expiry(days: Double, words: String?) async throws {
        try await scenario(refresh: nil, dueIn: 0) { server, endpoint, clock, installation in
            let end = clock.now.addingTimeInterval(days * 86_400)
            server.carrier.endsAt.withLock { $0 = end }
            await keep(server)
            try await server.eventually("the carrier was asked") {
                try await server.store.connection("carrier", of: installation.id)?.expiresAt.map { abs($0.timeIntervalSince(end)) < 1 } == true
            }
            let text = try await page(server)
            guard let words else {
                #expect(!text.contains("The connection to Carrier") && !text.contains("has expired"))
                return
            }
            #expect(text.contains("The connection to Carrier \(words)"), "\(words)")
            #expect(text.contains(WorkplaceClock(installation.workplace, now: clock.now).dateAndTime(end)))
            // Asked again in a day, not before.
            let due = try #require(try await server.store.connection("carrier", of: installation.id)?.dueAt)
            #expect((0.89...1.01).contains(due.timeIntervalSince(clock.now) / 86_400))
            #expect(endpoint.asked.withLock { $0.isEmpty })
        }
    }
}
