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
    private func draw(
        _ messages: [Message], conversation: Conversation = Sample.conversation(), zone: String = "Europe/London",
        now: Date = Sample.now, input: FormInput? = nil, isOlder: Bool = false
    ) -> String {
        renderConversation(
            ConversationPage(conversation: conversation, messages: messages, hasOlder: isOlder, input: input),
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
            ServiceWindow(lastInboundAt: Sample.now.addingTimeInterval(-86_400), now: Sample.now)
                == .closed(since: Sample.now))
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
