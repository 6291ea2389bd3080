#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
@testable import IntegrationServer

/// Values that every rendering test draws.
enum Sample {
    static let now = Timestamp.parse("2026-11-23T13:40:00Z") ?? .distantPast
    static let workplace = Workplace(handle: "my-test-clinic", name: "My Test Clinic", timeZone: "Europe/London")

    static func frame(
        workplace: Workplace = workplace, navigation: [NavigationSection] = navigation, unread: Int = 0,
        notice: Notice? = nil, now: Date = now
    ) -> PageFrame {
        PageFrame(
            product: "Meta", workplace: workplace, navigation: navigation, unread: unread, csrfToken: "csrf-token",
            formKey: "0123456789abcdef", notice: notice, now: now)
    }

    static let navigation = [
        NavigationSection(
            title: nil,
            items: [
                .init(label: "Account", icon: "settings", link: PageLink(segments: ["account"]), page: "account"),
                .init(label: "Numbers", icon: "no-such-icon", link: PageLink(segments: ["numbers"]), page: "numbers"),
            ])
    ]

    static func address(_ path: String = "/account", _ query: [(name: String, value: String)] = []) -> PageAddress {
        PageAddress(path: "/app/my-test-clinic" + path, query: query)
    }

    static func page(_ blocks: [PageBlock], state: PageState = .plain, address: PageAddress = address()) -> String {
        renderPage(
            PageContent(title: "Title", blocks: blocks), handle: "account", frame: frame(), address: address,
            state: state)
    }

    static func card(_ value: DisplayValue, empty: String? = nil) -> String {
        page([
            .card(
                CardBlock(
                    title: nil, description: nil, fields: [DisplayField(label: "Field", value: value, empty: empty)],
                    actions: []))
        ])
    }

    static let channel = ChannelRecord(
        id: ChannelID("chn_1"), handle: "whatsapp", identifier: "+442079460018", name: "Front desk")

    static func conversation(name: String? = "Ada", lastInboundAt: Date? = now, unread: Int = 0) -> Conversation {
        Conversation(
            id: ConversationID("cnv_1"), channel: channel, address: "+447700900123", contactName: name,
            lastMessageAt: now,
            lastInboundAt: lastInboundAt, unreadCount: unread, preview: "Hello")
    }

    static func message(
        _ id: String, _ direction: Message.Direction = .inbound, _ text: String = "Hello",
        status: Message.Status = .delivered, failure: String? = nil, kind: String = "text",
        at time: String = "2026-11-23T13:00:00Z"
    ) -> Message {
        Message(
            id: MessageID(id), conversation: ConversationID("cnv_1"), direction: direction, kind: kind, text: text,
            status: status,
            failure: failure, remoteID: nil, sentAt: Timestamp.parse(time) ?? now)
    }
}
