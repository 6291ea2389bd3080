import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Outbox", .timeLimit(.minutes(10)))
struct OutboxTests {
    private let address = "+15550001"

    private func withOutbox(
        attempts: Int = 8, _ test: @escaping @Sendable (TestServer, Installation, ChannelRecord) async throws -> Void
    ) async throws {
        try await withServer(settings: {
            $0.limits.pollInterval = .milliseconds(50)
            $0.limits.sendAttempts = attempts
        }) { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            try await test(server, installation, channel)
        }
    }

    private func send(
        _ server: TestServer, _ id: String, to address: String = "+15550001", on channel: ChannelRecord,
        in installation: Installation
    ) async -> Result<JSONObject?, ToolFailure> {
        let arguments: JSON = [
            "channel": SendRequest.json(of: channel), "recipient": ["address": .string(address)],
            "message": ["id": .string(id), "content": .string(id)],
        ]
        return await server.runtime.tools.call(
            "send_text", arguments: arguments, in: installation, invocation: Invocation(id: "i", trigger: .agent))
    }

    /// The oldest first.
    private func outbox(_ server: TestServer, _ state: OutboxState? = nil) async throws -> [OutboxEntry] {
        try await server.store.outbox(OutboxFilter(state: state), after: nil, limit: 50).reversed()
    }

    private func act(_ server: TestServer, _ action: OutboxAction, _ id: MessageID) async throws -> Bool {
        let desk = OutboxDesk(store: server.store, actor: "operator ana", now: { server.clock.now })
        return try await server.runtime.settle(.these([id]), by: action, at: desk) == 1
    }

    private func sent(_ server: TestServer) -> [String] { server.carrier.sent.withLock { $0.map(\.text) } }

    private func until(
        _ server: TestServer, _ installation: Installation, _ channel: ChannelRecord, _ statuses: [Message.Status]
    ) async throws -> [Message] {
        var found: [Message] = []
        try await server.eventually("\(statuses)") {
            found = try await server.messages(installation, channel, with: address).filter { $0.direction == .outbound }
            return found.map(\.status) == statuses
        }
        return found
    }

    // MARK: Handlers

    @Test("what a handler sends leaves once, with its unit of work, however often the event is tried")
    func reply() async throws {
        try await withOutbox { server, installation, channel in
            try await server.deliver(
                #"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"ping","reply":"pong","then":"fail once"}]}"#)
            let messages = try await until(server, installation, channel, [.sent])
            #expect(messages.map(\.text) == ["pong"])
            #expect(server.carrier.sent.withLock { $0 } == [
                Carrier.Sent(id: messages[0].id.rawValue, address: address, text: "pong")
            ])
            #expect(server.carrier.handled.withLock { $0 } == ["m1", "m1"])
            #expect(try await outbox(server).isEmpty)
        }
    }

    @Test("a handler that fails for good has sent nothing")
    func poison() async throws {
        try await withOutbox { server, installation, channel in
            try await server.deliver(
                #"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"ping","reply":"pong","then":"poison"}]}"#)
            try await server.eventually("dead") { try await server.store.inboxCounts().dead == 1 }
            #expect(try await server.messages(installation, channel, with: address).isEmpty)
            #expect(sent(server).isEmpty)
        }
    }

    @Test("a handler sends through its own channels only, and to somebody")
    func refusals() async throws {
        try await withOutbox { server, installation, channel in
            let (_, foreign) = try await server.workplace("rival", channel: "+1900")
            let session = server.runtime.session(for: installation)
            let sms = CourierChannels(session: session).sms
            await #expect(throws: PlatformFailure.notFound(what: "channel", id: foreign.id.rawValue)) {
                try await sms.send("hi", to: "+15550001", from: foreign)
            }
            await #expect(throws: PlatformFailure.self) { try await sms.send("hi", to: "", from: channel) }
            try await session.finish()
            #expect(try await outbox(server).isEmpty)
        }
    }

    // MARK: Failures that surely did not leave

    @Test("a message that cannot leave waits and is tried again, and those behind it keep their order")
    func offline() async throws {
        try await withOutbox { server, installation, channel in
            server.carrier.behaviour.withLock { $0 = .offline }
            for reply in ["one", "two"] {
                try await server.deliver(
                    #"{"events":[{"id":"\#(reply)","to":"+1800","from":"+15550001","text":"x","reply":"\#(reply)"}]}"#)
            }
            var waiting: [OutboxEntry] = []
            try await server.eventually("failed") {
                waiting = try await outbox(server)
                return waiting.count == 2 && waiting[0].failures > 0
            }
            #expect(waiting[0].reason == "The carrier cannot be reached.")
            #expect(waiting[1].state == .queued)
            #expect(sent(server).isEmpty)
            server.carrier.behaviour.withLock { $0 = .accept }
            server.clock.advance(60)
            _ = try await until(server, installation, channel, [.sent, .sent])
            #expect(sent(server) == ["one", "two"])
        }
    }

    @Test("after its tries it is a dead letter, which an operator sends again")
    func deadLetter() async throws {
        try await withOutbox(attempts: 1) { server, installation, channel in
            server.carrier.behaviour.withLock { $0 = .offline }
            try await server.deliver(#"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"x","reply":"pong"}]}"#)
            let message = try #require(try await until(server, installation, channel, [.failed]).first)
            #expect(message.failure == "The carrier cannot be reached.")
            #expect(try await server.store.outboxCounts().failed == 1)
            #expect(server.runtime.core.counters[.messagesFailed] == 1)
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await act(server, .resend, message.id))
            _ = try await until(server, installation, channel, [.sent])
            #expect(try await !act(server, .resend, message.id))
        }
    }

    @Test("a caller who waits is told of a failure, and nothing is tried behind its back")
    func toldFailure() async throws {
        try await withOutbox { server, installation, channel in
            server.carrier.behaviour.withLock { $0 = .offline }
            let failed = await send(server, "m1", on: channel, in: installation)
            guard case .failure(let failure) = failed else { throw Unexpected("sent") }
            #expect(failure.code == .unavailable)
            let left = try await outbox(server)
            #expect(left.isEmpty)
            #expect(try await server.messages(installation, channel, with: address).map(\.status) == [.failed])
        }
    }

    // MARK: Limits

    @Test("when the provider asks to be slower the message waits, its key rests, and other keys go on")
    func slowDown() async throws {
        try await withOutbox { server, installation, channel in
            server.carrier.behaviour.withLock { $0 = .slowDown }
            let slowed = try await send(server, "m1", on: channel, in: installation).get()
            #expect(slowed == ["status": "queued"])
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await send(server, "m2", on: channel, in: installation).get() == ["status": "queued"])
            #expect(try await send(server, "o1", to: "+15550002", on: channel, in: installation).get()?["status"] == "sent")
            #expect(sent(server) == ["o1"])
            #expect(server.runtime.core.counters[.slowDowns] == 1)
            #expect(try await server.messages(installation, channel, with: address).map(\.status) == [.pending, .pending])
        }
    }

    @Test("what a limit does not admit in time is queued, and the same call asks how it fares")
    func postponed() async throws {
        try await withOutbox { server, installation, channel in
            for number in 0..<20 {
                #expect(try await send(server, "m\(number)", on: channel, in: installation).get()?["status"] == "sent")
            }
            for _ in 0..<2 {
                #expect(try await send(server, "m20", on: channel, in: installation).get() == ["status": "queued"])
            }
            #expect(sent(server).count == 20)
            let entry = try #require(try await outbox(server).first)
            #expect(entry.failures == 0)
            #expect(entry.dueAt > server.clock.now.addingTimeInterval(60))
        }
    }

    @Test("one that is asked for while another of its conversation is under way comes after it")
    func behind() async throws {
        try await withOutbox { server, installation, channel in
            server.carrier.behaviour.withLock { $0 = .hold }
            async let first = send(server, "m1", on: channel, in: installation)
            try await server.eventually("under way") { sent(server) == ["m1"] }
            async let second = send(server, "m2", on: channel, in: installation)
            try await server.eventually("queued") { try await outbox(server, .queued).count == 1 }
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await first.get()?["status"] == "sent")
            #expect(try await second.get() == ["status": "sent", "remoteId": "remote-2"])
            #expect(sent(server) == ["m1", "m2"])
        }
    }

    // MARK: Callers who come again

    @Test("a call whose process died before its message was written down is made by the next one with its key")
    func diedEarly() async throws {
        try await withOutbox { server, installation, channel in
            let tool = try #require(Courier.tools.first { $0.descriptor.handle == "send_text" }).descriptor
            let arguments: JSON = [
                "channel": SendRequest.json(of: channel), "recipient": ["address": .string(address)],
                "message": ["id": "m1", "content": "m1"],
            ]
            let once = OnceOnly(core: server.runtime.core, tool: tool, key: "message:m1", installation: installation.id)
            #expect(try await once.beginKeepingAnswer(arguments, at: server.clock.now, isSend: true) == nil)
            guard case .failure(let failure) = await send(server, "m1", on: channel, in: installation) else {
                throw Unexpected("sent")
            }
            #expect(failure.code == .inProgress)
            server.clock.advance(tool.timeout.timeInterval + 31)
            #expect(try await send(server, "m1", on: channel, in: installation).get()?["status"] == "sent")
            #expect(try await send(server, "m1", on: channel, in: installation).get()?["status"] == "sent")
            #expect(sent(server) == ["m1"])
        }
    }

    // MARK: Unknown outcomes

    @Test("what a process that died was sending is unknown, lets the next go, and its status settles it")
    func died() async throws {
        try await withOutbox { server, installation, channel in
            let id = MessageID("msg_cut")
            let arguments: JSON = [
                "channel": SendRequest.json(of: channel), "recipient": ["address": .string(address)],
                "message": ["id": "msg_cut", "content": "cut"],
            ]
            let entry = NewOutboxEntry(
                message: NewMessage(
                    sending: try SendRequest(arguments), as: id, on: channel, by: nil, at: server.clock.now),
                tool: "send_text", arguments: arguments, hold: .sending(until: server.clock.now.addingTimeInterval(30)))
            try await server.store.commit([.queueMessage(entry)], in: installation.id)
            try await server.deliver(#"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"x","reply":"next"}]}"#)
            try await server.eventually("waits") { try await outbox(server).count == 2 }
            server.clock.advance(31)
            _ = try await until(server, installation, channel, [.unknown, .sent])
            #expect(sent(server) == ["next"])
            try await server.deliver(
                #"{"events":[{"id":"remote-9","ours":"msg_cut","to":"+1800","from":"+15550001","status":"delivered"}]}"#)
            _ = try await until(server, installation, channel, [.delivered, .sent])
            #expect(try await outbox(server).isEmpty)
            #expect(sent(server) == ["next"])
        }
    }

    @Test("an operator settles an unknown outcome; what was not sent can be sent again", arguments: [true, false])
    func operators(wasSent: Bool) async throws {
        try await withOutbox { server, installation, channel in
            server.carrier.behaviour.withLock { $0 = .lose }
            try await server.deliver(#"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"x","reply":"pong"}]}"#)
            let message = try #require(try await until(server, installation, channel, [.unknown]).first)
            #expect(try await outbox(server, .unknown).map(\.id) == [message.id])
            #expect(try await act(server, wasSent ? .markSent : .markNotSent, message.id))
            _ = try await until(server, installation, channel, [wasSent ? .sent : .failed])
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await act(server, .resend, message.id) == !wasSent)
            _ = try await until(server, installation, channel, [.sent])
            #expect(sent(server).count == (wasSent ? 1 : 2))
        }
    }
}
