import Foundation
import IntegrationKit
import Storage
import StorageSQL
import Synchronization
import Testing

@testable import IntegrationServer
@testable import StorageSQLite

@Suite("Bad times", .timeLimit(.minutes(10)))
struct BadTimesTests {
    private func text(_ id: String, from: String = "+15550001") -> String {
        #"{"events":[{"id":"\#(id)","to":"+1800","from":"\#(from)","text":"\#(id)"}]}"#
    }

    private func sql(_ statement: String, on server: TestServer) async throws {
        let store = try #require(server.store as? SQLiteStore)
        try await store.write { db in try db.run(statement) }
    }

    @Test("messages that come before their channel is opened are handled when it is, at once and in order")
    func lateChannel() async throws {
        // Woken, not found by the poll.
        try await withServer(settings: { $0.limits.pollInterval = .seconds(3600) }) { server in
            for id in ["m1", "m2", "m3"] { try await server.deliver(text(id)) }
            try await server.eventually("three that nobody asked for") { try await server.store.inboxCounts().unrouted == 3 }
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            try await server.eventually("the messages") {
                try await server.messages(installation, channel, with: "+15550001").map(\.text) == ["m1", "m2", "m3"]
            }
            #expect(server.carrier.handled.withLock { $0 } == ["m1", "m2", "m3"])
            #expect(try await server.store.inboxCounts().unrouted == 0)
            try await server.deliver(text("m1"))
            try await server.eventually("an empty inbox") { try await server.store.inboxCounts().unsplit == 0 }
            #expect(try await server.messages(installation, channel, with: "+15550001").count == 3)
        }
    }

    @Test("one delivery that the store cannot split holds up no other, and is set aside after some tries")
    func poisonDelivery() async throws {
        let clock = TestClock()
        try await withServer(clock: clock) { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            try await sql(
                """
                CREATE TRIGGER poison BEFORE INSERT ON ik_event WHEN NEW.deduplication_key LIKE 'poison%'
                BEGIN SELECT RAISE(ABORT, 'poison'); END
                """, on: server)
            try await server.deliver(text("poison"))
            for id in ["m1", "m2"] { try await server.deliver(text(id, from: "+15550002")) }
            try await server.eventually("the others") {
                try await server.messages(installation, channel, with: "+15550002").map(\.text) == ["m1", "m2"]
            }
            #expect(try await server.store.inboxCounts().unsplit == 1)
            let splitter = DeliverySplitter(core: server.runtime.core)
            for _ in 0..<server.runtime.settings.limits.eventAttempts {
                clock.advance(600)
                _ = try await splitter.splitSome()
            }
            #expect(server.runtime.core.counters[.deliveriesSetAside] == 1)
            #expect(try await server.store.inboxCounts() == InboxCounts(unsplit: 0, waiting: 0, running: 0, dead: 1))
            let store = try #require(server.store as? SQLiteStore)
            let reason = try await store.read { db in
                try db.first("SELECT reason FROM ik_delivery WHERE state = 2") { try $0.text(0) }
            }
            #expect(reason?.contains("poison") == true)
        }
    }

    @Test("a send that was cut off is unknown when it is asked for again, is not sent again, and pages are told")
    func interruptedSend() async throws {
        let clock = TestClock()
        try await withServer(clock: clock) { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            func send() async -> Result<MessageID, ToolFailure> {
                await server.runtime.messages.send(
                    text: "hi", to: "+15550001", on: channel.id, installation: installation, idempotencyKey: "k")
            }
            let id = try await send().get()
            // As if the process had died before the carrier's answer.
            try await sql("UPDATE ik_message SET status = 'pending', remote_id = NULL", on: server)
            try await sql("UPDATE ik_call SET answer = '{\"message\": \"\(id)\"}'", on: server)
            try await sql(
                """
                INSERT INTO ik_outgoing (installation_id, message_id, conversation_id, tool, arguments, state, claims,
                    queued_at, due_at)
                SELECT installation_id, id, conversation_id, 'send_text', '{}', 3, 1, recorded_at, recorded_at + 20000000
                FROM ik_message
                """, on: server)

            clock.advance(3600)
            var updates = server.runtime.changes.updates(for: installation.id).makeAsyncIterator()
            guard case .failure(let failure) = await send() else { throw Unexpected("sent again") }
            #expect(failure.code == .unknownOutcome)
            let message = try #require(try await server.store.message(id, in: installation.id))
            #expect(message.status == .unknown)
            #expect(await updates.next() == .conversation(message.conversation))
            #expect(server.carrier.sent.withLock { $0.count } == 1)
        }
    }

    @Test("housekeeping removes calls, credentials and events that are old, and nothing that is younger")
    func purge() async throws {
        let clock = TestClock()
        try await withServer(clock: clock) { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            _ = try await server.runtime.messages.send(
                text: "hi", to: "+15550001", on: channel.id, installation: installation, idempotencyKey: "k").get()
            _ = try await server.runtime.access.makeLoginLink(workplace: "clinic")
            _ = try await server.store.useOnce([1, 2, 3], expiresAt: clock.now, now: clock.now)
            try await server.deliver(text("m1").replacingOccurrences(of: "+1800", with: "+1900"))
            try await server.eventually("it is kept") { try await server.store.inboxCounts().unrouted == 1 }
            func rows() async throws -> [Int64] {
                let store = try #require(server.store as? SQLiteStore)
                return try await store.read { db in
                    try ["ik_call", "ik_credential", "ik_nonce", "ik_event"].map { table in
                        try db.first("SELECT count(*) FROM \(table)") { try $0.integer(0) } ?? -1
                    }
                }
            }
            let before = try await rows()
            #expect(before.allSatisfy { $0 > 0 })
            clock.advance(9 * 86_400)
            await Housekeeping(core: server.runtime.core).purge()
            #expect(try await rows() == before)
            clock.advance(23 * 86_400)
            await Housekeeping(core: server.runtime.core).purge()
            #expect(try await rows() == [0, 0, 0, 0])
        }
    }
}
