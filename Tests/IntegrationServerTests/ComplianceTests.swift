import Cryptography
import Foundation
import IntegrationKit
import Storage
import StorageSQL
import StorageSQLite
import Testing

@testable import IntegrationServer

@Suite("What people ask of the provider", .timeLimit(.minutes(10)))
struct ComplianceTests {
    /// Three workplaces, two of them connected by the person 777.
    private func withWorkplaces(
        clock: TestClock = TestClock(),
        _ test: @escaping @Sendable (TestServer, [(Installation, ChannelRecord)]) async throws -> Void
    ) async throws {
        try await withServer(clock: clock) { server in
            var places: [(Installation, ChannelRecord)] = []
            for (name, account) in [("north", "777"), ("south", "777"), ("other", "888")] {
                let place = try await server.workplace(name, channel: "+1800")
                places.append(place)
                let session = server.runtime.session(for: place.0)
                _ = try await session.write(
                    .create(["number": "+1555", "score": 0, "pin": "4711"]), to: Courier.contact, as: .app)
                let token = try server.runtime.core.sealer.seal("tok-\(name)", variable: "ACCESS_TOKEN", of: place.0.id)
                try await session.finish(with: [
                    .setEnvironment(["ACCESS_TOKEN": token]),
                    .putConnection(StoredConnection(handle: "carrier", account: account, connectedAt: server.runtime.now)),
                ])
            }
            try await server.deliver(#"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"hello"}]}"#)
            for (installation, channel) in places {
                try await server.eventually("the message") {
                    try await server.messages(installation, channel, with: "+15550001").count == 1
                }
            }
            try await test(server, places)
        }
    }

    private func ask(
        _ webhook: String, _ server: TestServer, account: String = "777", issuedAt: Date? = nil
    ) async throws -> RawHTTP.Answer {
        let url = try #require(try await server.process.webhooks.registerApp()[webhook])
        let issued = Int((issuedAt ?? server.runtime.now).timeIntervalSince1970)
        let payload = #"{"algorithm":"HMAC-SHA256","issued_at":\#(issued),"user_id":"\#(account)"}"#
        let encoded = Base64URL.encode(Array(payload.utf8))
        let code = Base64URL.encode(HMAC.sha256(Array(encoded.utf8), key: Array(TestServer.secret.utf8)))
        return try await server.http.send(
            "POST", String(url.dropFirst(server.runtime.publicURL.count)),
            headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array("signed_request=\(code).\(encoded)".utf8))
    }

    private func score(_ server: TestServer, _ place: Installation) async throws -> JSON? {
        try await server.store.records(of: Courier.contact, in: place.id, matching: RecordQuery()).first?.values["score"]
    }

    private func duties(_ server: TestServer, _ code: String) async throws -> Duty? { try await server.store.duty(code) }

    @Test("who removes the app is forgotten in all of their workplaces, what they wrote stays")
    func deauthorize() async throws {
        try await withWorkplaces { server, places in
            let answer = try await ask("removed", server)
            #expect(answer.status == 200 && answer.body.isEmpty)
            for (place, channel) in places.prefix(2) {
                try await server.eventually("the token is gone") { try await server.store.environment(of: place.id).isEmpty }
                #expect(try await score(server, place) == 1, "the handler had its session")
                #expect(try await server.messages(place, channel, with: "+15550001").count == 1)
                #expect(try await server.store.connection("carrier", of: place.id)?.endedAt != nil)
            }
            #expect(try await server.store.environment(of: places[2].0.id).count == 1)
            #expect(try await score(server, places[2].0) == 0)
        }
    }

    @Test("deletion is confirmed at once, done in all workplaces, and shown to whoever has the code")
    func deletion() async throws {
        try await withWorkplaces { server, places in
            let answer = try JSON.parse(try await ask("forgotten", server).body)
            let code = try #require(answer["confirmation_code"]?.stringValue)
            #expect(answer["url"]?.stringValue == "\(server.runtime.publicURL)/deletion?code=\(code)")
            #expect(code.count == 24 && code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) })
            try await server.eventually("it is done") { try await duties(server, code)?.finishedAt != nil }
            for (place, channel) in places.prefix(2) {
                #expect(try await server.store.environment(of: place.id).isEmpty)
                #expect(try await server.messages(place, channel, with: "+15550001").isEmpty)
                #expect(try await server.store.channels(of: place.id, handle: nil).isEmpty)
                let contact = try #require(
                    try await server.store.records(of: Courier.contact, in: place.id, matching: RecordQuery()).first)
                #expect(contact.values["score"] == 2 && contact.values["pin"] == nil)
            }
            let (other, channel) = places[2]
            #expect(try await server.messages(other, channel, with: "+15550001").count == 1)
            let page = try await server.http.send("GET", "/deletion?code=\(code)", headers: ["Accept": "text/html"])
            #expect(page.status == 200 && page.text.contains("Your data is deleted") && page.text.contains(code))
            #expect(!page.text.contains("777") && !page.text.contains("north"))
            // Every other code is answered alike, and too many of them are not answered.
            var wrong: Set<String> = []
            for index in 0..<20 {
                let guess = try await server.http.send("GET", "/deletion?code=\(code.dropLast())0\(index)", headers: ["Accept": "text/html"])
                #expect(guess.status == 404)
                wrong.insert(guess.text.replacing(#/Reference [^ ]+/#, with: ""))
            }
            #expect(wrong.count == 1)
            #expect(try await server.http.send("GET", "/deletion?code=x", headers: [:]).status == 429)
        }
    }

    @Test("a deletion waits for what came before it and is not taken apart yet, and takes it along")
    func waits() async throws {
        let clock = TestClock()
        try await withWorkplaces(clock: clock) { server, places in
            let (place, channel) = places[0]
            // One that could not be stored as events when it came, and is tried again in an hour.
            let body = #"{"events":[{"id":"late","to":"+1800","from":"+15550009","text":"late words"}]}"#
            let later = server.runtime.now.addingTimeInterval(3600)
            try await server.storeUnsplit(body, id: "dlv_late", dueAt: later)
            let answer = try JSON.parse(try await ask("forgotten", server).body)
            let code = try #require(answer["confirmation_code"]?.stringValue)
            try await server.eventually("it waits") { server.lines.text.contains("a deletion waits for deliveries") }
            #expect(try await duties(server, code)?.finishedAt == nil)
            #expect(try await server.messages(place, channel, with: "+15550001").count == 1)

            clock.advance(3601)
            try await server.eventually("the deletion") {
                server.runtime.compliance.wake()
                return try await duties(server, code)?.finishedAt != nil
            }
            #expect(try await server.messages(place, channel, with: "+15550009").isEmpty)
            #expect(try await server.store.inbox(InboxFilter(.events, installation: place.id), after: nil, limit: 9).isEmpty)
            #expect(try await server.store.inboxItem("dlv_late")?.content == [])
            // What is another's of the same delivery is handled.
            try await server.eventually("the other's message") {
                try await server.messages(places[2].0, places[2].1, with: "+15550009").count == 1
            }
        }
    }

    @Test("the second delivery is the first, a person nobody knows is told that it is done")
    func again() async throws {
        try await withWorkplaces { server, _ in
            let issued = server.runtime.now
            let first = try await ask("forgotten", server, issuedAt: issued)
            let second = try await ask("forgotten", server, issuedAt: issued)
            #expect(first.body == second.body)
            let unknown = try JSON.parse(try await ask("forgotten", server, account: "999").body)
            let code = try #require(unknown["confirmation_code"]?.stringValue)
            #expect(try await duties(server, code)?.finishedAt != nil)
            let page = try await server.http.send("GET", "/deletion?code=\(code)", headers: ["Accept": "text/html"])
            #expect(page.text.contains("nothing to delete"))
        }
    }

    @Test("an old request that comes again harms no connection that was made since")
    func replayed() async throws {
        let clock = TestClock()
        try await withWorkplaces(clock: clock) { server, places in
            let place = places[0].0
            let old = server.runtime.now.addingTimeInterval(-3600)
            #expect(try await ask("removed", server, issuedAt: old).status == 200)
            #expect(try await ask("removed", server, account: "", issuedAt: old).status == 400)
            try await server.eventually("the worker has looked") {
                try await server.store.claimDutyParts(limit: 1, now: server.runtime.now, leaseUntil: server.runtime.now).isEmpty
            }
            #expect(try await server.store.environment(of: place.id).count == 1)
        }
    }

    @Test("a handler that keeps failing does not keep the data")
    func failing() async throws {
        let clock = TestClock()
        try await withWorkplaces(clock: clock) { server, places in
            let place = places[0].0
            let session = server.runtime.session(for: place)
            _ = try await session.write(
                .upsert(["number": "+1555", "score": 13]), to: Courier.contact, as: .app)
            try await session.finish()
            let answer = try JSON.parse(try await ask("forgotten", server).body)
            let code = try #require(answer["confirmation_code"]?.stringValue)
            try await server.eventually("the others are done, this one is tried again") {
                clock.advance(601)
                server.runtime.compliance.wake()
                return try await duties(server, code)?.finishedAt != nil
            }
            #expect(try await score(server, place) == 13, "what the handler wrote was dropped")
            #expect(try await server.store.environment(of: place.id).isEmpty)
            #expect(server.lines.text.contains("it is fulfilled without it"))
        }
    }
}

extension TestServer {
    /// Puts a delivery into the store as one that could not be split when it came.
    fileprivate func storeUnsplit(_ body: String, id: String, dueAt: Date) async throws {
        let url = try #require(try await process.webhooks.registerApp()["receive_text"])
        let registration = try #require(url.split(separator: "/").last.map(String.init))
        let now = runtime.now.microseconds
        let store = try #require(store as? SQLiteStore)
        try await store.write { db in
            try db.run(
                """
                INSERT INTO ik_delivery (id, registration, webhook, received_at, settled_at, body, state, failures, due_at)
                VALUES (?, ?, 'receive_text', ?, ?, ?, 0, 1, ?)
                """, [id, registration, now, now, Array(body.utf8), dueAt.microseconds])
        }
    }
}
