#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Testing

@testable import IntegrationServer

@Suite("Conversations as they are drawn")
struct ConversationRenderingTests {
    private static let day = ChannelDescriptor.Messaging.Window(length: .seconds(86_400))
    private static let full = ChannelDescriptor.Messaging(
        sendTool: "send", receiveWebhook: nil,
        attachments: .init(kinds: [
            .init(.image, FileRule(accepted: ["image/png", "jpg"], maximumSize: 5 << 20), maximumText: 100),
            .init(.document, FileRule(maximumSize: 100 << 20)),
        ]), replyInput: "reply_to", reactTool: "react", templates: .init(listTool: "list", input: "template"), window: day)

    private func draw(
        _ messages: [Message], conversation: Conversation = Sample.conversation(), zone: String = "Europe/London",
        now: Date = Sample.now, messaging: ChannelDescriptor.Messaging = Self.full, reply: Message? = nil,
        template: TemplateChoice? = nil, input: FormInput? = nil, isOlder: Bool = false
    ) -> String {
        renderConversation(
            ConversationPage(
                conversation: conversation, messaging: messaging, messages: messages, hasOlder: isOlder, reply: reply,
                template: template, input: input),
            frame: Sample.frame(workplace: Workplace(handle: "w", name: "W", timeZone: zone), now: now))
    }

    @Test(
        "each status has its tick, and says it in words",
        arguments: [
            (Message.Status.pending, "Waiting to be sent"), (.sent, "Sent"), (.delivered, "Delivered"), (.read, "Read"),
            (.played, "Played"), (.failed, "Not sent"), (.unknown, "Not confirmed"),
        ])
    func ticks(status: Message.Status, words: String) {
        let html = draw([Sample.message("1", .outbound, status: status)])
        #expect(html.contains("data-direction=\"out\" data-status=\"\(status.rawValue)\""))
        #expect(html.contains("<span class=\"sr\">\(words)</span>"))
    }

    @Test("what came in has no tick")
    func inbound() {
        #expect(!draw([Sample.message("1")]).contains("class=\"tick\""))
    }

    @Test("a failed message says why")
    func failure() {
        let html = draw([Sample.message("1", .outbound, status: .failed, failure: "The number is not on WhatsApp.")])
        #expect(html.contains("Not sent. The number is not on WhatsApp."))
        #expect(draw([Sample.message("1", .outbound, status: .failed)]).contains("The provider gave no reason."))
    }

    @Test("a message that is not text says what it is")
    func kinds() {
        let html = draw([
            Sample.message("1", .inbound, "The letter", kind: "image"),
            Sample.message("2", .inbound, "x", kind: "brand_new"),
        ])
        #expect(html.contains("<span>Picture</span>") && html.contains("<span>brand new</span>"))
    }

    @Test("days are those of the workplace's zone")
    func days() {
        let messages = [
            Sample.message("1", at: "2025-12-31T12:00:00Z"), Sample.message("2", at: "2026-11-20T08:00:00Z"),
            Sample.message("3", at: "2026-11-22T22:30:00Z"), Sample.message("4", at: "2026-11-22T23:30:00Z"),
        ]
        let berlin = draw(messages, zone: "Europe/Berlin")
        for title in ["Wednesday, 31 December 2025", "Friday, 20 November", "Yesterday", "Today"] {
            #expect(berlin.contains("<span>\(title)</span>"), "\(title)")
        }
        #expect(!draw(messages, zone: "Europe/London").contains("<span>Today</span>"))
    }

    @Test("a zone that nobody knows is UTC")
    func unknownZone() {
        #expect(WorkplaceClock(timeZone: "Mars/Olympus", now: Sample.now).zoneName == "UTC")
    }

    @Test("clocks that are put forward and back are followed")
    func daylightSaving() throws {
        let clock = WorkplaceClock(timeZone: "Europe/Berlin", now: Sample.now)
        func instant(_ text: String) throws -> Date { try #require(Timestamp.parse(text)) }
        #expect(clock.time(try instant("2026-03-29T00:59:00Z")) == "01:59")
        #expect(clock.time(try instant("2026-03-29T01:00:00Z")) == "03:00")
        #expect(clock.time(try instant("2026-10-25T00:59:00Z")) == "02:59")
        #expect(clock.time(try instant("2026-10-25T01:00:00Z")) == "02:00")
        #expect(clock.instant(local: "2026-03-29T03:30") == Timestamp.parse("2026-03-29T01:30:00Z"))
        #expect(
            clock.instant(local: "2026-03-29T02:30") == Timestamp.parse("2026-03-29T01:30:00Z"),
            "a time that does not exist")
        #expect(
            clock.instant(local: "2026-10-25T02:30") == Timestamp.parse("2026-10-25T00:30:00Z"),
            "a time that exists twice")
        #expect(clock.instant(local: "2026-12-24T18:00") == Timestamp.parse("2026-12-24T17:00:00Z"))
        #expect(clock.localText(try instant("2026-07-01T10:00:00Z")) == "2026-07-01T12:00")
        #expect(clock.instant(local: "2026-13-01T10:00") == nil)
    }

    @Test("lists tell the time as people do")
    func shortTimes() throws {
        let clock = WorkplaceClock(timeZone: "UTC", now: Sample.now)
        func short(_ text: String) throws -> String { clock.short(try #require(Timestamp.parse(text))) }
        #expect(try short("2026-11-23T09:05:00Z") == "09:05")
        #expect(try short("2026-11-22T23:59:00Z") == "Yesterday")
        #expect(try short("2026-11-18T10:00:00Z") == "Wed")
        #expect(try short("2026-10-01T10:00:00Z") == "1 Oct 2026")
    }

    @Test("the window for free replies is counted down, and its end is told with what can still be sent")
    func window() {
        let open = draw([], conversation: Sample.conversation(lastInboundAt: Sample.now.addingTimeInterval(-3600)))
        #expect(open.contains("Free to reply until 12:40 tomorrow") && open.contains(">23 h 0 min left<"))
        let closed = draw([], conversation: Sample.conversation(lastInboundAt: Sample.now.addingTimeInterval(-90_000)))
        #expect(
            closed.contains("Approved templates can still be sent")
                && closed.contains("<summary>Write anyway</summary>"))
        let never = draw([], conversation: Sample.conversation(lastInboundAt: nil))
        #expect(never.contains("They have not written yet.") && !never.contains("Write anyway"))
        #expect(
            ServiceWindow(lastInboundAt: Sample.now.addingTimeInterval(-86_400), Self.day, now: Sample.now)
                == .closed(since: Sample.now))
    }

    @Test("after the window what the manifest allows is offered, until that ends as well")
    func late() {
        let messaging = ChannelDescriptor.Messaging(
            sendTool: "send", receiveWebhook: nil,
            window: .init(
                length: .seconds(86_400),
                late: .init(length: .seconds(7 * 86_400), arguments: ["reason": "HUMAN_AGENT"], label: "Answer as a person")))
        func page(_ seconds: Double) -> String {
            draw([], conversation: Sample.conversation(lastInboundAt: Sample.now.addingTimeInterval(-seconds)), messaging: messaging)
        }
        #expect(page(90_000).contains("Answer as a person until") && !page(90_000).contains("Write anyway"))
        #expect(page(8 * 86_400).contains("Nothing can be sent until they write again") && page(8 * 86_400).contains("Write anyway"))
        let free = draw(
            [], conversation: Sample.conversation(lastInboundAt: nil),
            messaging: .init(sendTool: "send", receiveWebhook: nil))
        #expect(!free.contains("data-testid=\"window\"") && !free.contains("data-testid=\"attach\"") && !free.contains("data-testid=\"templates\""))
        let mute = draw([], messaging: .init(sendTool: nil, receiveWebhook: "receive"))
        #expect(mute.contains("Nothing can be written over this channel.") && !mute.contains("data-testid=\"composer\""))
    }

    @Test("what may be attached is said before, with sizes")
    func attachments() {
        let html = draw([])
        #expect(html.contains("Pictures up to 5 MB, other files up to 100 MB."))
        #expect(html.contains("enctype=\"multipart/form-data\"") && html.contains("type=\"file\" name=\"file\" multiple"))
        #expect(!html.contains(" accept="), "one kind takes everything")
    }

    @Test("a message can be answered and reacted to when the provider knows it, and not before")
    func actions() {
        let sent = Message(
            id: MessageID("m<1>"), conversation: ConversationID("cnv_1"), direction: .inbound, kind: "text", text: "<b>Hi</b>", status: .delivered,
            failure: nil, remoteID: "r1", reactions: [.init(by: MessageAmendment.ours, emoji: "👍")], sentAt: Sample.now)
        let html = draw([sent])
        #expect(html.contains("?reply=m%3C1%3E#composer") && html.contains("value=\"m&lt;1&gt; 😂\""))
        #expect(html.contains("value=\"m&lt;1&gt;\" aria-pressed=\"true\" title=\"Take back: Thumbs up\""))
        let answer = draw([sent], reply: sent)
        #expect(answer.contains("name=\"reply_to\" value=\"m&lt;1&gt;\"") && answer.contains("<bdi>&lt;b&gt;Hi&lt;/b&gt;</bdi>"))
        let pending = draw([Sample.message("1", .outbound, status: .pending)])
        #expect(!pending.contains("data-testid=\"reply\"") && !pending.contains("data-testid=\"react\""))
        #expect(draw([Sample.message("1", .outbound, status: .failed)]).contains("data-testid=\"send-again\""))
    }

    @Test("a template is chosen, filled in and looked at before it is sent")
    func templates() throws {
        let offer = try #require(TemplateOffer([
            "id": "en/hi", "name": "hi", "language": "en", "text": "Dear {{1}}, <b>{{2}}</b>",
            "variables": [["name": "1"], ["name": "2", "label": "What", "example": "tea"]],
        ]))
        var choice = TemplateChoice(offers: [offer], chosen: offer)
        choice.input.values = ["value.1": ["Zoë & co"], "value.2": [""]]
        let html = draw([], template: choice)
        #expect(html.contains("data-testid=\"template-preview\">Dear Zoë &amp; co, &lt;b&gt;{{2}}&lt;/b&gt;<"))
        #expect(html.contains("placeholder=\"For example tea\"") && html.contains("<option value=\"en/hi\" selected>hi (en)"))
        #expect(!html.contains("data-testid=\"composer\""))
        #expect(draw([], template: TemplateChoice(offers: [])).contains("There are no approved templates"))
        #expect(TemplateUse(offer, values: ["1": "a", "2": "b"]).text == "Dear a, <b>b</b>")
    }

    @Test("what was typed is kept when a send fails, with the reason")
    func keepsText() {
        let html = draw(
            [],
            input: FormInput(
                values: ["text": ["My text"]],
                failure: ToolFailure(.notConnected, "Not connected.", advice: "Connect first.")))
        #expect(html.contains(">\nMy text</textarea>") && html.contains("Not connected. Connect first."))
    }

    @Test("older messages are asked for by the first one that is there")
    func older() {
        let html = draw([Sample.message("msg 1")], isOlder: true)
        #expect(html.contains("href=\"/app/w/conversations/cnv_1?before=msg%201\" data-older"))
    }

    @Test("the sidebar counts what is unread and marks where one is")
    func sidebar() {
        let html = renderConversations(
            ConversationsPage(conversations: [Sample.conversation(unread: 3)], next: nil), frame: Sample.frame(unread: 120))
        #expect(html.contains("<span data-unread-count>99+</span>"))
        #expect(html.contains("data-testid=\"nav-conversations\" aria-current=\"page\""))
        #expect(html.contains("data-testid=\"menu-nav-conversations\""))
        let none = renderConversations(ConversationsPage(conversations: [], next: nil), frame: Sample.frame())
        #expect(none.contains("data-unread hidden") && none.contains("No conversations yet"))
    }
}
