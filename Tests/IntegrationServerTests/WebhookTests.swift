import Hummingbird
import Cryptography
import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("The provider's door", .timeLimit(.minutes(10)))
struct WebhookTests {
    private func text(_ id: String, from: String = "+15550001", then: String? = nil, text: String = "hello") -> String {
        var event: JSONObject = ["id": .string(id), "to": "+1800", "from": .string(from), "text": .string(text)]
        event["then"] = then.map(JSON.string)
        return JSON.object(["events": .array([.object(event)])]).serialized()
    }

    @Test("a signed delivery becomes a message of the channel's installation")
    func signedDelivery() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let answer = try await server.deliver(text("m1"))
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
            try await server.eventually("the message") {
                try await server.messages(installation, channel, with: "+15550001").map(\.text) == ["hello"]
            }
        }
    }

    @Test("an installation's own address stays what it is, and leads to nobody else's channels")
    func ownAddress() async throws {
        try await withServer { server in
            let (north, channel) = try await server.workplace("north", channel: "+1800")
            let (south, other) = try await server.workplace("south", channel: "+1900")
            let registration = try await server.store.register("receive_text", for: north.id, now: Date())
            #expect(try await server.store.register("receive_text", for: north.id, now: Date()).id == registration.id)
            #expect(try await server.store.register("receive_text", for: south.id, now: Date()).id != registration.id)
            let path = "/api/webhooks/\(registration.id)"
            #expect(try await server.deliver(text("m1"), to: path).status == 200)
            let stray = #"{"events":[{"id":"m2","to":"+1900","from":"+15550001","text":"stray"}]}"#
            #expect(try await server.deliver(stray, to: path).status == 200)
            try await server.eventually("the message") {
                try await server.messages(north, channel, with: "+15550001").map(\.text) == ["hello"]
            }
            try await server.eventually("the stray one is split") { try await server.store.inboxCounts().unsplit == 0 }
            #expect(try await server.messages(south, other, with: "+15550001").isEmpty)
        }
    }

    @Test("an event that names no channel is the only open one's; where there are two it is not lost")
    func onlyChannel() async throws {
        try await withServer { server in
            let (north, channel) = try await server.workplace("north", channel: "+1800")
            let registration = try await server.store.register("receive_text", for: north.id, now: Date())
            let path = "/api/webhooks/\(registration.id)"
            try await server.deliver(#"{"events":[{"id":"m1","from":"+15550001","text":"one"}]}"#, to: path)
            try await server.eventually("the message") {
                try await server.messages(north, channel, with: "+15550001").map(\.text) == ["one"]
            }
            let (_, other) = try await server.workplace("north", channel: "+1801")
            try await server.deliver(#"{"events":[{"id":"m2","from":"+15550001","text":"two"}]}"#, to: path)
            try await server.eventually("the failure") { server.runtime.core.counters[.eventsRetried] == 1 }
            // It is counted before it is given back.
            try await server.eventually("it waits") { try await server.store.inboxCounts().waiting == 1 }
            #expect(try await server.messages(north, other, with: "+15550001").isEmpty)
        }
    }

    @Test("the same delivery twice, and the same event in another delivery, are one message")
    func duplicates() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            #expect(try await server.deliver(text("m1")).status == 200)
            #expect(try await server.deliver(text("m1")).status == 200)
            let both = #"{"events":[{"id":"m1","to":"+1800","from":"+15550001","text":"hello"},{"id":"m2","to":"+1800","from":"+15550001","text":"two"}]}"#
            #expect(try await server.deliver(both).status == 200)
            try await server.eventually("both messages") {
                try await server.messages(installation, channel, with: "+15550001").count == 2
            }
            try await server.eventually("an empty inbox") {
                let counts = try await server.store.inboxCounts()
                return counts.unsplit == 0 && counts.waiting == 0 && counts.running == 0
            }
            #expect(try await server.messages(installation, channel, with: "+15550001").map(\.text) == ["hello", "two"])
            #expect(server.carrier.handled.withLock { $0 } == ["m1", "m2"])
        }
    }

    @Test("a signature is checked over the received bytes, whatever escapes and spaces are in them")
    func rawBytes() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let body = #"{ "events" : [ {"id":"m\u00e9\/1", "to":"+1800","from":"+15550001","text":"Zo\u00eb \ud83d\ude00 1.0","n":12345678901234567890, "text":"Zo\u00eb \ud83d\ude00"} ] }"# + "\n"
            #expect(try await server.deliver(body).status == 200)
            try await server.eventually("the message") {
                try await server.messages(installation, channel, with: "+15550001").map(\.text) == ["Zoë 😀"]
            }
        }
    }

    @Test("the test vectors of the provider's documentation verify")
    func vectors() {
        let check = SignatureCheck(signature: ReceiveText.descriptor.signature)
        let vectors = [
            (#"{"object":"page","entry":[]}"#, "8d55f6f9eab7c06d94b3142a053d586100c7fba65ad79bc0241c7bd9147a18d6"),
            (#"{"t":"Zoë/é"}"#, "961c947b877d3e62cdffb662fd02e55dcf2c2982df3b3314329c64f18874f293"),
            (#"{"t":"Zo\u00eb\/\u00e9"}"#, "97f9e52f299152e530a482ddee40bff61ae2eb0458b212bed1015f4793d14e03"),
        ]
        for (body, code) in vectors {
            let secret = Array("sandbox-app-secret".utf8)
            let headers = ["X-Hub-Signature-256": "sha256=\(code)"]
            #expect(check.admits(.post(headers, body), secrets: [secret]))
            #expect(check.admits(.post(headers, body), secrets: [Array("new".utf8), secret]))
            #expect(!check.admits(.post(headers, body + " "), secrets: [secret]))
            #expect(!check.admits(.post(headers, body), secrets: [[]]))
        }
    }

    @Test("a bad, missing or doubled signature, and that of a re-serialised body, are refused and nothing is stored")
    func badSignatures() async throws {
        try await withServer { server in
            try await server.workplace("clinic", channel: "+1800")
            let path = try await server.webhookPath()
            let body = Array(text("m1").utf8)
            let spaced = Array((text("m1") + " ").utf8)
            let right = TestServer.signature(body)
            let wrong: [[String: String]] = [
                [:], ["X-Hub-Signature-256": "sha256="], ["X-Hub-Signature-256": String(right.dropFirst(7))],
                ["X-Hub-Signature-256": right.replacingOccurrences(of: "sha256", with: "sha1")],
                ["X-Hub-Signature-256": TestServer.signature(spaced)],
                ["X-Hub-Signature-256": TestServer.signature(body, secret: "other")],
                ["X-Hub-Signature-256": right + "00"], ["X-Hub-Signature-256": "\(right), \(right)"],
                ["X-Hub-Signature": right],
            ]
            for headers in wrong {
                #expect(try await server.http.send("POST", path, headers: headers, body: body).status == 403)
            }
            #expect(try await server.http.send("POST", path, headers: ["X-Hub-Signature-256": right], body: spaced).status == 403)
            #expect(server.runtime.core.counters[.badSignatures] == wrong.count + 1)
            let counts = try await server.store.inboxCounts()
            #expect(counts == InboxCounts(unsplit: 0, waiting: 0, running: 0, dead: 0))
        }
    }

    @Test("10 MB are refused with 413 before they are read")
    func tooLarge() async throws {
        try await withServer { server in
            let path = try await server.webhookPath()
            let body = [UInt8](repeating: 0x20, count: 10 * 1024 * 1024)
            let signature = TestServer.signature(body)
            #expect(try await server.http.send("POST", path, headers: ["X-Hub-Signature-256": signature], body: body).status == 413)
            let chunk = "100000\r\n" + String(repeating: " ", count: 0x100000) + "\r\n"
            let chunked = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                + String(repeating: chunk, count: 10) + "0\r\n\r\n"
            #expect(try await server.http.exchange(Array(chunked.utf8)).status == 413)
        }
    }

    @Test("a signed body that is no JSON, or no delivery, is kept as a dead letter and acknowledged")
    func unreadable() async throws {
        try await withServer { server in
            for body in [#"{"events":[{"id":"m1""#, "", "[]", #"{"other":1}"#, #"{"events":["# + "\u{1}]}"] {
                #expect(try await server.deliver(body).status == 200)
            }
            try await server.eventually("five dead letters") { server.runtime.core.counters[.deliveriesSetAside] == 5 }
        }
    }

    @Test("an event for a channel that nobody has is kept, counted and acknowledged")
    func unrouted() async throws {
        try await withServer { server in
            #expect(try await server.deliver(text("m1")).status == 200)
            try await server.eventually("it is kept") { try await server.store.inboxCounts().unrouted == 1 }
            #expect(try await server.store.inboxCounts().dead == 0)
            #expect(server.runtime.core.counters[.eventsUnrouted] == 1)
        }
    }

    @Test("two workplaces with the same number each get the message")
    func sharedNumber() async throws {
        try await withServer { server in
            let (one, oneChannel) = try await server.workplace("one", channel: "+1800")
            let (two, twoChannel) = try await server.workplace("two", channel: "+1800")
            try await server.deliver(text("m1"))
            try await server.eventually("both messages") {
                let first = try await server.messages(one, oneChannel, with: "+15550001").count
                let second = try await server.messages(two, twoChannel, with: "+15550001").count
                return first == 1 && second == 1
            }
        }
    }

    @Test("a handler that fails leaves nothing, and the event is tried again")
    func retry() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            try await server.deliver(text("m1", then: "fail once"))
            try await server.deliver(text("m2"))
            try await server.eventually("both, in order") {
                try await server.messages(installation, channel, with: "+15550001").map(\.text).count == 2
            }
            #expect(server.carrier.handled.withLock { $0 } == ["m1", "m1", "m2"])
            #expect(server.runtime.core.counters[.eventsRetried] == 1)
        }
    }

    @Test("a poison event is a dead letter and holds up no other")
    func poison() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            try await server.deliver(text("m1", then: "poison"))
            try await server.deliver(text("m2"))
            try await server.eventually("the second message") {
                try await server.messages(installation, channel, with: "+15550001").count == 1
            }
            #expect(try await server.store.inboxCounts().dead == 1)
        }
    }

    @Test("an unknown registration is 404 and does not say more, and other methods are 405")
    func unknownRegistration() async throws {
        try await withServer { server in
            let path = try await server.webhookPath()
            for id in ["whkr_unknown", "", "..%2f", String(repeating: "a", count: 4000)] {
                #expect(try await server.http.send("POST", "/api/webhooks/\(id)", body: [0x7B]).status == 404)
            }
            #expect(try await server.http.send("GET", "/api/webhooks/whkr_unknown?hub.mode=subscribe").status == 404)
            for method in ["PUT", "DELETE", "PATCH"] {
                let answer = try await server.http.send(method, path)
                #expect(answer.status == 405)
                #expect(answer["Allow"] == "GET, POST")
            }
        }
    }

    @Test("the challenge is answered for the right token only, as plain text, and only harmless challenges are")
    func challenge() async throws {
        try await withServer { server in
            let path = try await server.webhookPath()
            let right = "hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1158201444"
            let answer = try await server.http.send("GET", "\(path)?\(right)")
            #expect(answer.status == 200)
            #expect(answer.text == "1158201444")
            #expect(answer["Content-Type"]?.hasPrefix("text/plain") == true)
            for query in [
                "", "hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1", "hub.verify_token=verify-me&hub.challenge=1",
                "hub.mode=unsubscribe&hub.verify_token=verify-me&hub.challenge=1",
                "hub.mode=subscribe&hub.verify_token=verify-me", "hub.mode=subscribe&hub.challenge=1",
                "hub_mode=subscribe&hub_verify_token=verify-me&hub_challenge=1",
                "hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=%3Cscript%3E",
                "hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=" + String(repeating: "1", count: 257),
            ] {
                #expect(try await server.http.send("GET", "\(path)?\(query)").status == 403, "\(query)")
            }
        }
    }

    @Test("three hundred deliveries at once are each acknowledged and each handled once")
    func concurrent() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let path = try await server.webhookPath()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        try await server.deliver(text("m\(number)", from: "+1555\(number % 10)"), to: path).status
                    }
                }
                for try await status in group { #expect(status == 200) }
            }
            try await server.eventually("300 messages") {
                var total = 0
                for number in 0..<10 { total += try await server.messages(installation, channel, with: "+1555\(number)").count }
                return total == 300
            }
            #expect(server.runtime.core.counters[.deliveriesStored] == 300)
        }
    }

    @Test("a store that cannot take it is answered 503 with Retry-After")
    func storeFails() async throws {
        try await withServer { server in
            let path = try await server.webhookPath()
            #expect(try await server.deliver(text("m0"), to: path).status == 200)
            await server.store.close()
            let answer = try await server.deliver(text("m1"), to: path)
            #expect(answer.status == 503)
            #expect(answer["Retry-After"] != nil)
            #expect(try await server.http.send("GET", "/ready").status == 503)
            #expect(try await server.http.send("GET", "/health").status == 200)
        }
    }

    @Test("a full queue is answered 503 at once")
    func fullQueue() async throws {
        try await withServer(settings: { $0.limits.waitingDeliveries = 0 }) { server in
            let answer = try await server.deliver(text("m1"))
            #expect(answer.status == 503)
            #expect(answer["Retry-After"] != nil)
        }
    }

    @Test("a status moves our message along and never back")
    func statuses() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let sent = try await server.runtime.messages.send(
                text: "hi", to: "+15550001", on: channel.id, installation: installation, idempotencyKey: "k1").get()
            func status(_ status: String) -> String {
                #"{"events":[{"id":"remote-1","to":"+1800","from":"+15550001","status":"\#(status)"}]}"#
            }
            try await server.deliver(status("read"))
            try await server.eventually("read") {
                try await server.store.message(sent, in: installation.id)?.status == .read
            }
            try await server.deliver(status("delivered"))
            try await server.eventually("the event's end") { server.runtime.core.counters[.eventsHandled] == 2 }
            #expect(try await server.store.message(sent, in: installation.id)?.status == .read)
        }
    }

    @Test("what handlers remember of an installation ends with each change of its variables")
    func rememberedVariables() async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("clinic", channel: "+1800")
            let (rival, _) = try await server.workplace("rival", channel: "+1900")
            let core = server.runtime.core
            let cache = TenantCache(core: core)
            func token(_ id: InstallationID) async throws -> String? {
                try await cache.tenant(id)?.environment.install.accessToken?.expose()
            }
            func set(_ token: String) async throws {
                let sealed = try core.sealer.seal(token, variable: "ACCESS_TOKEN", of: installation.id)
                try await core.session(for: installation).finish(with: [.setEnvironment(["ACCESS_TOKEN": sealed])])
            }
            #expect(try await token(installation.id) == nil)
            for number in 0..<5 {
                try await set("t\(number)")
                #expect(try await token(installation.id) == "t\(number)")
                #expect(try await token(rival.id) == nil)
            }
            #expect(try await cache.channel(channel.id, of: installation.id) == channel)
            #expect(try await cache.channel(channel.id, of: rival.id) == nil)
            #expect(try await cache.tenant(InstallationID("inst_none")) == nil)
        }
    }
}
