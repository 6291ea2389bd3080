import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Closing of channels", .timeLimit(.minutes(10)))
struct ChannelTests {
    private static let address = "+15550001"
    private static let reason = "The number was removed."

    private func withChannel(
        _ test: @escaping @Sendable (TestServer, Installation, ChannelRecord) async throws -> Void
    ) async throws {
        try await withServer(settings: { $0.limits.pollInterval = .milliseconds(50) }) { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            try await server.deliver(#"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"ping"}]}"#)
            try await server.eventually("received") {
                try await server.messages(installation, channel, with: Self.address).count == 1
            }
            try await test(server, installation, channel)
        }
    }

    private func close(_ server: TestServer, _ installation: Installation) async throws {
        let session = server.runtime.session(for: installation)
        #expect(try await CourierChannels(session: session).sms.close(identifier: "+1800", because: Self.reason))
        try await session.finish()
    }

    @discardableResult
    private func open(_ server: TestServer, _ installation: Installation) async throws -> ChannelRecord {
        let session = server.runtime.session(for: installation)
        let record = try await CourierChannels(session: session).sms.open(identifier: "+1800", name: "Another name")
        try await session.finish()
        return record
    }

    @Test("a unit of work sees what it has opened and closed")
    func ownWrites() async throws {
        try await withChannel { server, installation, channel in
            let session = server.runtime.session(for: installation)
            let sms = CourierChannels(session: session).sms
            #expect(try await sms.close(identifier: "+1800", because: Self.reason))
            #expect(try await !sms.close(identifier: "+1800", because: Self.reason))
            #expect(try await sms.all().isEmpty)
            await #expect(throws: PlatformFailure.closed(channel: "+1800", reason: Self.reason)) {
                try await sms.send("hi", to: Self.address, from: channel)
            }
            #expect(try await sms.open(identifier: "+1800", name: "Another name") == channel)
            #expect(try await sms.all() == [channel])
            #expect(try await sms.close(identifier: "+1800", because: Self.reason))
            #expect(try await server.store.channels(of: installation.id, handle: nil) == [channel], "not committed yet")
            try await session.finish()
            #expect(try await server.store.channels(of: installation.id, handle: nil).isEmpty)
            #expect(try await open(server, installation) == channel)
        }
    }

    @Test("a send to it is refused with the reason, from every door, and nothing leaves")
    func refused() async throws {
        try await withChannel { server, installation, channel in
            try await close(server, installation)
            let result = await server.runtime.messages.send(
                text: "hi", to: Self.address, on: channel.id, installation: installation, idempotencyKey: "k")
            guard case .failure(let failure) = result else { throw Unexpected("sent") }
            #expect(failure.code == .channelClosed && failure.message.contains(Self.reason))
            let (status, body) = try await server.post(
                "/api/clinic/tools/send_text",
                [
                    "channel": SendRequest.json(of: channel), "recipient": ["address": .string(Self.address)],
                    "message": ["id": "m2", "content": "hi"],
                ], try await server.bearer("clinic"))
            #expect(status == 409 && body["code"] == "CHANNEL_CLOSED")
            #expect(server.carrier.sent.withLock { $0.isEmpty })
            // The same call, once it is open again, is made.
            try await open(server, installation)
            let again = await server.runtime.messages.send(
                text: "hi", to: Self.address, on: channel.id, installation: installation, idempotencyKey: "k")
            #expect((try? again.get()) != nil)
            #expect(server.carrier.sent.withLock { $0.map(\.text) } == ["hi"])
        }
    }

    @Test("messages that wait in the outbox fail with the reason, and can be sent once it is open again")
    func waiting() async throws {
        try await withChannel { server, installation, channel in
            server.carrier.behaviour.withLock { $0 = .offline }
            try await server.deliver(#"{"events":[{"id":"m2","to":"+1800","from":"+15550001","text":"x","reply":"pong"}]}"#)
            try await server.eventually("postponed") {
                try await server.store.outbox(OutboxFilter(state: .ready), after: nil, limit: 9).first?.failures ?? 0 > 0
            }
            server.clock.advance(1)
            try await close(server, installation)
            try await server.eventually("failed") {
                try await server.store.outbox(OutboxFilter(state: .failed), after: nil, limit: 9).count == 1
            }
            let failed = try #require(
                try await server.messages(installation, channel, with: Self.address).first { $0.direction == .outbound })
            #expect(failed.status == .failed && failed.failure?.contains(Self.reason) == true)
            server.carrier.behaviour.withLock { $0 = .accept }
            try await open(server, installation)
            let desk = OutboxDesk(store: server.store, actor: "operator ana", now: { server.clock.now })
            #expect(try await server.runtime.settle(.these([failed.id]), by: .resend, at: desk) == 1)
            try await server.eventually("sent") { server.carrier.sent.withLock { $0.last?.text } == "pong" }
        }
    }

    @Test("what comes for it meanwhile is unrouted, and stands in the same conversation when it is open again")
    func meanwhile() async throws {
        try await withChannel { server, installation, channel in
            try await close(server, installation)
            try await server.deliver(#"{"events":[{"id":"m2","to":"+1800","from":"+15550001","text":"are you there?"}]}"#)
            try await server.eventually("unrouted") { try await server.store.inboxCounts().unrouted == 1 }
            #expect(try await server.messages(installation, channel, with: Self.address).map(\.text) == ["ping"])
            #expect(try await open(server, installation) == channel)
            try await server.eventually("taken over") {
                try await server.messages(installation, channel, with: Self.address).map(\.text) == ["ping", "are you there?"]
            }
        }
    }

    @Test("its conversations can be read, say why nothing can be written, and are listed apart")
    func pages() async throws {
        try await withChannel { server, installation, channel in
            let browser = try await Browser(server, "clinic")
            let conversation = try #require(
                try await server.store.conversation(channel: channel.id, address: Self.address, of: installation.id))
            let list = "/app/clinic/conversations"
            #expect(try await !browser.get(list).text.contains("Closed channels"))
            try await close(server, installation)
            let page = try await browser.get("\(list)/\(conversation.id)").text
            #expect(page.contains("ping") && page.contains(Self.reason) && !page.contains("data-testid=\"composer\""))
            let all = try await browser.get(list).text
            #expect(all.contains("Closed channels") && all.contains("thread-closed"))
            #expect(try await browser.get("\(list)?channels=closed").text.contains(conversation.id.rawValue))
            #expect(try await !browser.get("\(list)?channels=open").text.contains(conversation.id.rawValue))
            #expect(try await browser.get("\(list)/new").text.contains("no number to send from"))
        }
    }
}
