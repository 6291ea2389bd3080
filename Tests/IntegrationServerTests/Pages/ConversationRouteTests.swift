import Foundation
import HTTPTypes
import Hummingbird
import IntegrationKit
import NIOCore
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Conversations over HTTP")
struct ConversationRouteTests {
    private static let number = "+15551110000"
    private static let other = "+15552220000"

    private static func withConversation(
        _ test:
            @escaping @Sendable (TestServer, Browser, Installation, ChannelRecord, Conversation) async throws -> Void
    ) async throws {
        try await withServer { server in
            let (installation, channel) = try await server.workplace("north", channel: number)
            try await receive(server, installation, channel, ids: ["in-1"])
            let conversation = try #require(
                try await server.store.conversation(channel: channel.id, address: other, of: installation.id))
            try await test(server, try await Browser(server, "north"), installation, channel, conversation)
        }
    }

    private static func receive(
        _ server: TestServer, _ installation: Installation, _ channel: ChannelRecord, ids: [String]
    ) async throws {
        let session = server.runtime.session(for: installation)
        for (index, id) in ids.enumerated() {
            _ = try await session.receive(
                InboundMessage(
                    remoteID: id, address: other, contactName: "Zoë <Z>", kind: "text", text: "Text of \(id)",
                    content: .null,
                    sentAt: Date().addingTimeInterval(Double(index - ids.count))), on: channel.id)
        }
        try await session.finish()
    }

    @Test("the list counts what is unread, and opening a conversation marks it as read", .timeLimit(.minutes(10)))
    func unread() async throws {
        try await Self.withConversation { server, browser, installation, _, conversation in
            let list = try await browser.get("/app/north/conversations")
            #expect(list.status == 200 && list.text.contains("Zoë &lt;Z&gt;"))
            #expect(list.text.contains("<span data-unread-count>1</span>"))
            let page = try await browser.get("/app/north/conversations/\(conversation.id)")
            #expect(page.text.contains("Text of in-1") && page.text.contains("Free to reply until"))
            #expect(try await server.store.conversation(conversation.id, of: installation.id)?.unreadCount == 0)
            #expect(
                try await browser.get("/app/north/conversations?fragment=conversations").text.contains(
                    "<ul class=\"rows\">"))
        }
    }

    @Test("what is written is sent once, however often the form comes", .timeLimit(.minutes(10)))
    func sending() async throws {
        try await Self.withConversation { server, browser, installation, channel, conversation in
            let path = "/app/north/conversations/\(conversation.id)"
            for _ in 0..<2 {
                let answer = try await browser.post(path, [("text", "Hello\r\n<b>you</b>")], key: "abcdef0123456789")
                #expect(answer.status == 303 && answer["Location"] == path)
            }
            #expect(server.carrier.sent.withLock { $0.map(\.text) } == ["Hello\n<b>you</b>"])
            let page = try await browser.get(path)
            #expect(page.text.contains("data-direction=\"out\" data-status=\"sent\""))
            #expect(page.text.contains("Hello\n&lt;b&gt;you&lt;/b&gt;"))
            #expect(try await server.messages(installation, channel, with: Self.other).count == 2)
        }
    }

    @Test("sent twice at once it is one message, and so it is whatever form comes back", .timeLimit(.minutes(10)))
    func doubled() async throws {
        try await Self.withConversation { server, browser, installation, channel, conversation in
            let texts = [(name: "text", value: "Once")]
            let first = [
                (name: "channel", value: channel.id.rawValue), (name: "to", value: "+15553330000"),
                (name: "text", value: "Once"),
            ]
            for (number, path, fields) in [
                (1, "/app/north/conversations/\(conversation.id)", texts), (2, "/app/north/conversations/new", first),
            ] {
                server.carrier.behaviour.withLock { $0 = .hold }
                async let original = browser.post(path, fields, key: "abcdef0123456789")
                try await server.eventually("the first send") { server.carrier.sent.withLock { $0.count == number } }
                let doubled = try await browser.post(path, fields, key: "abcdef0123456789")
                #expect(doubled.status == 422 && doubled.text.contains("still under way"), "\(path)")
                let form = try Browser.form(in: doubled, fields: fields.map(\.name))
                #expect(form.fields.map(\.value) == fields.map(\.value))
                server.carrier.behaviour.withLock { $0 = .accept }
                _ = try await original
                _ = try await browser.post(path, form.fields, key: form.key)
                #expect(server.carrier.sent.withLock { $0.count } == number, "\(path)")
            }
            let messages = try await server.messages(installation, channel, with: Self.other).map(\.text)
            #expect(messages == ["Text of in-1", "Once"])
        }
    }

    @Test("a form that was sent twice waits for the first one's answer", .timeLimit(.minutes(10)))
    func waiting() async throws {
        try await Self.withConversation { server, browser, _, _, conversation in
            let path = "/app/north/conversations/\(conversation.id)"
            server.carrier.behaviour.withLock { $0 = .hold }
            async let original = browser.post(path, [("text", "Once")], key: "abcdef0123456789")
            try await server.eventually("the first send") { server.carrier.sent.withLock { $0.count == 1 } }
            async let doubled = browser.post(path, [("text", "Once")], key: "abcdef0123456789")
            try await server.eventually("the second call") { server.runtime.core.counters[.toolCalls] >= 2 }
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await original.status == 303)
            #expect(try await doubled.status == 303)
            #expect(server.carrier.sent.withLock { $0.count } == 1)
        }
    }

    @Test("after a send of which nothing is known, something else can be written", .timeLimit(.minutes(10)))
    func afterUnknown() async throws {
        try await Self.withConversation { server, browser, _, _, conversation in
            let path = "/app/north/conversations/\(conversation.id)"
            server.carrier.behaviour.withLock { $0 = .lose }
            let lost = try await browser.post(path, [("text", "Maybe sent")], key: "abcdef0123456789")
            let form = try Browser.form(in: lost, fields: ["text"])
            #expect(form.fields.map(\.value) == [""] && form.key != "abcdef0123456789")
            server.carrier.behaviour.withLock { $0 = .accept }
            let next = try await browser.post(path, [("text", "Something else")], key: form.key)
            #expect(next.status == 303)
            #expect(server.carrier.sent.withLock { $0.map(\.text) } == ["Maybe sent", "Something else"])
        }
    }

    @Test("a message that was refused can be sent again, changed or not", .timeLimit(.minutes(10)))
    func again() async throws {
        try await Self.withConversation { server, browser, _, _, conversation in
            let path = "/app/north/conversations/\(conversation.id)"
            server.carrier.behaviour.withLock { $0 = .refuse }
            let refused = try await browser.post(path, [("text", "Hello")], key: "abcdef0123456789")
            let form = try Browser.form(in: refused, fields: ["text"])
            #expect(form.key == "abcdef0123456789" && form.fields.map(\.value) == ["Hello"])
            server.carrier.behaviour.withLock { $0 = .accept }
            #expect(try await browser.post(path, form.fields, key: form.key).status == 303)
            #expect(try await browser.post(path, [("text", "Hello!")], key: form.key).status == 303)
            #expect(server.carrier.sent.withLock { $0.map(\.text) } == ["Hello", "Hello", "Hello!"])
        }
    }

    @Test("a field that the composer or the form does not have is refused by name", .timeLimit(.minutes(10)))
    func foreignFields() async throws {
        try await Self.withConversation { server, browser, _, channel, conversation in
            let fields = [
                (name: "channel", value: channel.id.rawValue), (name: "to", value: "+15553330000"),
                (name: "text", value: "Hi"), (name: "from", value: "x"),
            ]
            for (path, fields) in [
                ("/app/north/conversations/\(conversation.id)", [(name: "text", value: "Hi"), (name: "from", value: "x")]),
                ("/app/north/conversations/new", fields),
            ] {
                let answer = try await browser.post(path, fields)
                #expect(answer.status == 403 && answer.text.contains("&#39;from&#39;"), "\(path)")
            }
            #expect(server.carrier.sent.withLock { $0.isEmpty })
        }
    }

    @Test("what cannot be sent stays in the composer, with the reason", .timeLimit(.minutes(10)))
    func failure() async throws {
        try await Self.withConversation { server, browser, _, _, conversation in
            let path = "/app/north/conversations/\(conversation.id)"
            let empty = try await browser.post(path, [("text", "  \n ")])
            #expect(empty.status == 422 && empty.text.contains("Write something first."))
            let long = try await browser.post(path, [("text", String(repeating: "é", count: 4097))])
            #expect(long.status == 422 && long.text.contains("at most 4096 characters"))
            #expect(server.carrier.sent.withLock { $0.isEmpty })
            server.carrier.behaviour.withLock { $0 = .refuse }
            let refused = try await browser.post(path, [("text", "My text")], headers: ["X-Fragment": "composer"])
            #expect(refused.status == 422 && refused.text.contains(">\nMy text</textarea>"))
            #expect(refused.text.contains("The number does not exist.") && !refused.text.contains("<html"))
            server.carrier.behaviour.withLock { $0 = .lose }
            let lost = try await browser.post(path, [("text", "Maybe sent")])
            #expect(
                lost.status == 422 && !lost.text.contains(">\nMaybe sent</textarea>"),
                "it must not lie there to be sent again")
            #expect(lost.text.contains("data-status=\"unknown\""))
            #expect(try await browser.post(path, [("text", "x")], csrf: "wrong").status == 403)
        }
    }

    @Test("a first message can be written to a number that has not written", .timeLimit(.minutes(10)))
    func first() async throws {
        try await Self.withConversation { server, browser, installation, channel, _ in
            let form = try await browser.get("/app/north/conversations/new")
            #expect(form.text.contains("value=\"\(channel.id)\" selected"))
            let fields = [
                (name: "channel", value: channel.id.rawValue), (name: "to", value: "+1 (555) 333-0000"),
                (name: "text", value: "Hi"),
            ]
            let forged = try await browser.post(
                "/app/north/conversations/new", [("channel", "chn_other")] + fields.dropFirst())
            #expect(forged.status == 422 && server.carrier.sent.withLock { $0.isEmpty })
            let answer = try await browser.post("/app/north/conversations/new", fields)
            let conversation = try #require(
                try await server.store.conversation(channel: channel.id, address: "+15553330000", of: installation.id))
            #expect(answer.status == 303 && answer["Location"] == "/app/north/conversations/\(conversation.id)")
        }
    }

    @Test("older messages come in parts", .timeLimit(.minutes(10)))
    func older() async throws {
        try await Self.withConversation { server, browser, installation, channel, conversation in
            try await Self.receive(server, installation, channel, ids: (2...60).map { "in-\($0)" })
            let path = "/app/north/conversations/\(conversation.id)"
            let page = try await browser.get(path)
            #expect(page.text.contains("data-testid=\"older-messages\"") && page.text.contains("Text of in-60"))
            let href = try #require(page.text.firstMatch(of: /href="([^"]*before=[^"]*)" data-older/)?.1)
            let older = try await browser.get("\(href)&fragment=messages")
            #expect(!older.text.contains("<html") && older.text.matches(of: /data-testid="message"/).count == 10)
            #expect(!older.text.contains("data-older"))
        }
    }

    @Test("an open page is told of records, but not of those that drawing it wrote", .timeLimit(.minutes(10)))
    func liveRecords() async throws {
        try await Self.withConversation { server, browser, installation, _, _ in
            var updates = server.runtime.changes.updates(for: installation.id).makeAsyncIterator()
            @Sendable func write(_ number: String) async throws {
                let session = server.runtime.session(for: installation)
                _ = try await session.write(.upsert(["number": .string(number)]), to: Courier.contact, as: .app)
                try await session.finish()
            }
            try await ChangeFeed.$isDrawing.withValue(true) { try await write("+1") }
            server.runtime.changes.publish(.connection, installation: installation.id)
            #expect(await updates.next() == .connection)
            #expect(try await browser.post("/app/north/contacts", [("_form", "save")]).status == 303)
            #expect(await updates.next() == .records)
        }
    }

    @Test("an open page is told what changed", .timeLimit(.minutes(10)))
    func live() async throws {
        try await Self.withConversation { server, _, installation, _, conversation in
            let answer = LiveRoute(runtime: server.runtime).answer(for: installation.id, since: nil)
            #expect(answer.headers[.contentType] == "text/event-stream")
            server.runtime.changes.publish(.conversation(conversation.id), installation: installation.id)
            server.runtime.changes.publish(.conversation(conversation.id), installation: InstallationID("inst_other"))
            server.runtime.changes.publish(.connection, installation: installation.id)
            server.runtime.changes.publish(.records, installation: installation.id)
            server.runtime.changes.close()
            let text = Collected()
            try await answer.body.write(text)
            #expect(
                text.lines == [
                    "retry: 2000", "", "event: change",
                    "data: {\"kind\":\"conversation\",\"conversation\":\"\(conversation.id)\",\"unread\":1}",
                    "", "event: change", "data: {\"kind\":\"connection\"}", "", "event: change",
                    "data: {\"kind\":\"records\"}", "", "",
                ])
        }
    }
}

/// A response's body as text.
private final class Collected: ResponseBodyWriter, Sendable {
    private let text = Mutex("")
    var lines: [String] {
        text.withLock { $0.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) } }
    }
    func write(_ buffer: ByteBuffer) async throws { text.withLock { $0 += String(buffer: buffer) } }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension ConversationRouteTests {
    // MARK: Files

    /// A message with one file a name, and the path of its files.
    private static func withFiles(
        _ names: [String], _ test: @escaping @Sendable (TestServer, Browser, String) async throws -> Void
    ) async throws {
        try await withConversation { server, browser, installation, channel, conversation in
            let session = server.runtime.session(for: installation)
            let id = try await session.receive(
                InboundMessage(
                    remoteID: "in-files", address: other, contactName: nil, kind: "image", text: "Look",
                    parts: names.map { .file(MessageFile(kind: .image, id: $0, name: "a\"b.jpg")) }, content: .null,
                    sentAt: Date()), on: channel.id)
            try await session.finish()
            let message = try #require(id)
            try await test(server, browser, "/app/north/conversations/\(conversation.id)/files/\(message)")
        }
    }

    @Test("a file of a message is given on whole, and shown only when nothing in it can run", .timeLimit(.minutes(10)))
    func files() async throws {
        try await Self.withFiles(["big", "page"]) { _, browser, path in
            let picture = try await browser.get("\(path)/0")
            #expect(picture.status == 200 && picture["Content-Type"] == "image/jpeg")
            #expect(picture.body == Array(repeating: 7, count: 100_000))
            #expect(picture["Content-Security-Policy"] == "default-src 'none'; sandbox")
            #expect(picture["Cache-Control"] == "private, max-age=3600" && picture["Content-Disposition"] == nil)
            let page = try await browser.get("\(path)/1")
            #expect(page.status == 200 && page["Content-Type"] == "application/octet-stream")
            #expect(page["Content-Disposition"] == "attachment; filename*=UTF-8''a%22b.jpg")
            #expect(page["X-Content-Type-Options"] == "nosniff")
        }
    }

    @Test("files that are gone, that are none, or that are another workplace's do not exist", .timeLimit(.minutes(10)))
    func foreignFiles() async throws {
        try await Self.withFiles(["gone"]) { server, browser, path in
            for wrong in ["\(path)/0", "\(path)/1", "\(path)/x", path.replacing("msg_", with: "msg_0") + "/0"] {
                #expect(try await browser.get(wrong).status == 404, "\(wrong)")
            }
            _ = try await server.workplace("south", channel: "+15559990000")
            let stranger = try await Browser(server, "south")
            #expect(try await stranger.get("\(path)/0").status == 404)
            #expect(try await stranger.get(path.replacing("/north/", with: "/south/") + "/0").status == 404)
        }
    }

    @Test("an amended message is shown as it is now", .timeLimit(.minutes(10)))
    func amended() async throws {
        try await Self.withConversation { server, browser, installation, channel, conversation in
            func amend(_ change: MessageAmendment.Change, _ seconds: Double) async throws -> String {
                let session = server.runtime.session(for: installation)
                try await session.amend(
                    MessageAmendment(
                        remoteID: "in-1", change: change, occurredAt: Date().addingTimeInterval(seconds),
                        otherwise: InboundMessage(
                            remoteID: "x", address: Self.other, contactName: nil, kind: "edit", text: "y", content: .null,
                            sentAt: Date())), on: channel.id)
                try await session.finish()
                return try await browser.get("/app/north/conversations/\(conversation.id)").text
            }
            #expect(try await amend(.reaction(by: Self.other, emoji: "👍"), 1).contains(">👍</span>"))
            let edited = try await amend(.edit(text: "<b>new</b>", parts: [.link(MessageLink(url: "javascript:x"))]), 2)
            #expect(edited.contains("&lt;b&gt;new&lt;/b&gt;") && edited.contains(">edited</span>"))
            #expect(!edited.contains("Text of in-1") && !edited.contains("javascript:"))
            let deleted = try await amend(.deletion, 3)
            #expect(deleted.contains("This message was deleted.") && !deleted.contains("new&lt;"))
        }
    }
}
