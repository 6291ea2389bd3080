import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Messages out", .timeLimit(.minutes(10)))
struct MessagingTests {
    private func arguments(
        _ channel: ChannelRecord, id: String = "m-1", to address: String = "+15550001", text: String = "hi"
    ) -> JSON {
        [
            "channel": [
                "id": .string(channel.id.rawValue), "handle": .string(channel.handle),
                "identifierValue": .string(channel.identifier),
            ],
            "recipient": ["address": .string(address)], "message": ["id": .string(id), "content": .string(text)],
        ]
    }

    private func send(
        _ server: TestServer, _ arguments: JSON, in installation: Installation, key: String? = nil
    ) async -> Result<JSONObject?, ToolFailure> {
        await server.runtime.tools.call(
            "send_text", arguments: arguments, in: installation,
            invocation: Invocation(id: "i", trigger: .agent, idempotencyKey: key))
    }

    @Test("a message stands in its conversation as sent, under our id, which the provider was given")
    func sent() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let output = try await send(server, arguments(channel), in: installation).get()
            #expect(output?["status"] == "sent")
            let messages = try await server.messages(installation, channel, with: "+15550001")
            #expect(messages.map(\.status) == [.sent])
            #expect(messages.map(\.remoteID) == ["remote-1"])
            #expect(server.carrier.sent.withLock { $0 } == [
                Carrier.Sent(id: messages[0].id.rawValue, address: "+15550001", text: "hi")
            ])
        }
    }

    @Test("the same message.id sends once and gets the first answer; with other arguments it is a conflict")
    func idempotent() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let first = try await send(server, arguments(channel), in: installation).get()
            let second = try await send(server, arguments(channel), in: installation).get()
            #expect(first == second)
            #expect(server.carrier.sent.withLock { $0.count } == 1)
            let other = await send(server, arguments(channel, text: "other"), in: installation)
            #expect(throws: ToolFailure.self) { try other.get() }
            if case .failure(let failure) = other { #expect(failure.code == .conflict) }
            #expect(server.carrier.sent.withLock { $0.count } == 1)
            #expect(try await server.messages(installation, channel, with: "+15550001").count == 1)
        }
    }

    @Test("fifty calls with one id at once send one message")
    func concurrent() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<50 { group.addTask { _ = await send(server, arguments(channel), in: installation) } }
            }
            #expect(server.carrier.sent.withLock { $0.count } == 1)
            #expect(try await send(server, arguments(channel), in: installation).get()?["status"] == "sent")
        }
    }

    @Test("an idempotency key covers calls whose message.id differs")
    func outerKey() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            _ = try await send(server, arguments(channel), in: installation, key: "k").get()
            let other = await send(server, arguments(channel, id: "m-2"), in: installation, key: "k")
            if case .failure(let failure) = other { #expect(failure.code == .conflict) } else { Issue.record("sent") }
            #expect(server.carrier.sent.withLock { $0.count } == 1)
        }
    }

    @Test("a refused message is failed and may be tried again")
    func refused() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            server.carrier.behaviour.withLock { $0 = .refuse }
            let failed = await send(server, arguments(channel), in: installation)
            if case .failure(let failure) = failed { #expect(failure.code == .rejected) } else { Issue.record("sent") }
            let messages = try await server.messages(installation, channel, with: "+15550001")
            #expect(messages.map(\.status) == [.failed])
            #expect(messages.map(\.failure) == ["The number does not exist."])
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await send(server, arguments(channel), in: installation).get()?["status"] == "sent")
        }
    }

    @Test("a message whose answer was lost is unknown, is never sent again, and is settled by its status", arguments: [
        Carrier.Behaviour.lose, .crash,
    ])
    func unknown(_ behaviour: Carrier.Behaviour) async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            server.carrier.behaviour.withLock { $0 = behaviour }
            for _ in 0..<2 {
                let result = await send(server, arguments(channel), in: installation)
                if case .failure(let failure) = result { #expect(failure.code == .unknownOutcome) } else { Issue.record("sent") }
            }
            #expect(server.carrier.sent.withLock { $0.count } == 1)
            let message = try #require(try await server.messages(installation, channel, with: "+15550001").first)
            #expect(message.status == .unknown)
            try await server.deliver(
                #"{"events":[{"id":"remote-9","ours":"\#(message.id)","to":"+1800","from":"+15550001","status":"delivered"}]}"#)
            try await server.eventually("delivered") {
                try await server.store.message(message.id, in: installation.id)?.status == .delivered
            }
        }
    }

    @Test("a channel that is not the workplace's, or whose names do not agree, is refused by field")
    func foreignChannel() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let (_, foreign) = try await server.workplace("rival", channel: "+1900")
            func field(_ change: (inout JSONObject) -> Void) async -> String? {
                var object = arguments(channel).objectValue ?? [:]
                change(&object)
                guard case .failure(let failure) = await send(server, .object(object), in: installation) else { return nil }
                #expect(failure.code == .invalidInput)
                return failure.field
            }
            func channelWith(_ id: String, _ handle: String, _ identifier: String) -> JSON {
                ["id": .string(id), "handle": .string(handle), "identifierValue": .string(identifier)]
            }
            #expect(await field { $0["channel"] = channelWith(foreign.id.rawValue, "sms", "+1900") } == "channel.id")
            #expect(await field { $0["channel"] = channelWith("chn_x", "sms", "+1800") } == "channel.id")
            #expect(await field { $0["channel"] = channelWith(channel.id.rawValue, "fax", "+1800") } == "channel.handle")
            #expect(await field { $0["channel"] = channelWith(channel.id.rawValue, "sms", "+1900") } == "channel.identifierValue")
            #expect(await field { $0["recipient"] = nil } == "recipient.address")
            #expect(await field { $0["message"] = ["content": "hi"] } == "message.id")
            #expect(server.carrier.sent.withLock { $0.isEmpty })
        }
    }

    @Test("people answer in a conversation; the same key is one message, a blank one is refused")
    func sender() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let messages = server.runtime.messages
            let first = try await messages.send(
                text: "hi", to: "+15550001", on: channel.id, installation: installation, idempotencyKey: "k").get()
            let again = try await messages.send(
                text: "hi", to: "+15550001", on: channel.id, installation: installation, idempotencyKey: "k").get()
            #expect(first == again)
            let conversation = try #require(
                try await server.store.conversation(channel: channel.id, address: "+15550001", of: installation.id))
            _ = try await messages.send(
                Composition(text: "more"), in: conversation, installation: installation, idempotencyKey: "k2").get()
            #expect(try await server.messages(installation, channel, with: "+15550001").map(\.text) == ["hi", "more"])
            let blank = await messages.send(
                Composition(text: " \n"), in: conversation, installation: installation, idempotencyKey: "k3")
            if case .failure(let failure) = blank { #expect(failure.code == .invalidInput) } else { Issue.record("sent") }
            let rival = try await server.workplace("rival")
            let foreign = await messages.send(
                Composition(text: "x"), in: conversation, installation: rival, idempotencyKey: "k4")
            if case .failure(let failure) = foreign { #expect(failure.code == .invalidInput) } else { Issue.record("sent") }
        }
    }

    @Test("what was refused at once or failed later is sent again as another message, once, and that one in turn")
    func again() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let messages = server.runtime.messages
            func all() async throws -> [Message] { try await server.messages(installation, channel, with: "+15550001") }
            func sendAgain(_ message: Message) async throws -> Result<Void, ToolFailure> {
                let conversation = try #require(try await server.store.conversation(message.conversation, of: installation.id))
                return await messages.sendAgain(message, in: conversation, installation: installation, by: "a test")
            }
            server.carrier.behaviour.withLock { $0 = .refuse }
            let refused = await messages.send(
                text: "hi", to: "+15550001", on: channel.id, installation: installation, idempotencyKey: "k")
            #expect((try? refused.get()) == nil)
            #expect(try await all().map(\.status) == [.failed])

            server.carrier.behaviour.withLock { $0 = .accept }
            try await sendAgain(try await all()[0]).get()
            try await server.eventually("the second") { try await all().map(\.status) == [.failed, .sent] }
            guard case .failure(let known) = try await sendAgain(try await all()[0]) else { throw Unexpected("sent twice") }
            #expect(known.code == .conflict)
            guard case .failure = try await sendAgain(try await all()[1]) else { throw Unexpected("it has not failed") }

            let second = try await all()[1]
            let remoteID = try #require(second.remoteID)
            try await server.store.commit(
                [.moveMessage(MessageMove(
                    id: second.id, channel: channel.id, remoteID: remoteID, status: .failed, failure: "no such phone",
                    occurredAt: server.runtime.core.now))],
                in: installation.id)
            try await sendAgain(try await all()[1]).get()
            try await server.eventually("the third") { try await all().map(\.status) == [.failed, .failed, .sent] }
            #expect(try await all().map(\.text) == ["hi", "hi", "hi"])
        }
    }

    @Test("open pages are told of a message")
    func changes() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            var updates = server.runtime.changes.updates(for: installation.id).makeAsyncIterator()
            try await server.deliver(#"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"hello"}]}"#)
            let change = await updates.next()
            let conversation = try await server.store.conversation(
                channel: channel.id, address: "+15550001", of: installation.id)
            #expect(change == conversation.map { .conversation($0.id) })
        }
    }
}
