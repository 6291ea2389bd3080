#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
package import IntegrationKit
package import Storage

/// A list of conversations.
struct ThreadsView: Sendable {
    struct Item: Sendable {
        let href: String
        let name: String
        let avatar: Avatar
        let preview: String
        let channel: String
        let isClosed: Bool
        let time: ValueView.Time
        let unread: String?
    }

    /// A choice of what is listed.
    struct Choice: Sendable {
        let href: String
        let label: String
        let isCurrent: Bool
    }

    let title: String?
    let choices: [Choice]
    let hasChoices: Bool
    let items: [Item]
    let isEmpty: Bool
    /// The whole list, with "new message" in its empty state.
    let isComplete: Bool
    let newHref: String
    let nextHref: String?
    let emptyIcon = Icons.svg("message-square")
    let plusIcon = Icons.svg("plus")

    init(
        _ conversations: [Conversation], title: String?, frame: PageFrame, nextHref: String?, isComplete: Bool,
        choices: [Choice] = []
    ) {
        let clock = frame.clock
        self.title = title
        self.choices = choices
        hasChoices = !choices.isEmpty
        items = conversations.map { conversation in
            let name = conversation.displayName
            return Item(
                href: frame.href("/conversations/" + PageAddress.encode(conversation.id.rawValue)), name: name,
                avatar: Avatar(conversation),
                preview: conversation.preview, channel: conversation.channel.name,
                isClosed: conversation.channel.closure != nil,
                time: ValueView.Time(
                    iso: Timestamp.text(conversation.lastMessageAt), text: clock.short(conversation.lastMessageAt),
                    hint: clock.dateAndTime(conversation.lastMessageAt)),
                unread: NavigationView.unread(conversation.unreadCount))
        }
        isEmpty = items.isEmpty
        self.isComplete = isComplete
        newHref = frame.href("/conversations/new")
        self.nextHref = nextHref
    }
}

extension Conversation {
    /// The counterpart's name, else its address.
    var displayName: String {
        if let contactName, !contactName.isEmpty { contactName } else { address }
    }
}

/// A round sign for a counterpart: the first letter of the name, a person's outline without one.
struct Avatar: Sendable {
    let initial: String?
    let icon: Markup?
    /// 0 to 5.
    let hue: Int

    init(_ conversation: Conversation) {
        initial = conversation.contactName?.first(where: \.isLetter).map { String($0).uppercased() }
        icon = initial == nil ? Icons.svg("user") : nil
        hue = Int(conversation.address.utf8.reduce(UInt32(5381)) { ($0 &* 33) ^ UInt32($1) } % 6)
    }
}

/// A part of the list of conversations.
package struct ConversationsPage: Sendable {
    package let conversations: [Conversation]
    /// The last conversation of this part, when there are more.
    package let next: ConversationID?
    /// Those whose channel is open, or closed; nil for all.
    package let channels: ChannelState?
    /// There are conversations of closed channels.
    package let hasClosed: Bool

    package init(
        conversations: [Conversation], next: ConversationID?, channels: ChannelState? = nil, hasClosed: Bool = false
    ) {
        self.conversations = conversations
        self.next = next
        self.channels = channels
        self.hasClosed = hasClosed
    }

    fileprivate func view(_ frame: PageFrame) -> ThreadsView {
        ThreadsView(
            conversations, title: nil, frame: frame, nextHref: next.map { href(frame, channels, after: $0) },
            isComplete: channels == nil, choices: hasClosed || channels != nil ? choices(frame) : [])
    }

    private func choices(_ frame: PageFrame) -> [ThreadsView.Choice] {
        [(nil, "All"), (.open, "Open channels"), (.closed, "Closed channels")].map { state, label in
            ThreadsView.Choice(href: href(frame, state), label: label, isCurrent: state == channels)
        }
    }

    private func href(_ frame: PageFrame, _ channels: ChannelState?, after: ConversationID? = nil) -> String {
        let query = [channels.map { "channels=\($0.rawValue)" }, after.map { "after=" + PageAddress.encode($0.rawValue) }]
        let text = query.compactMap { $0 }.joined(separator: "&")
        return frame.href("/conversations" + (text.isEmpty ? "" : "?" + text))
    }
}

/// The conversations page.
package func renderConversations(_ page: ConversationsPage, frame: PageFrame) -> String {
    let view = page.view(frame)
    let actions =
        page.conversations.isEmpty
        ? []
        : [
            ActionView(
                link: view.newHref, label: "New message", icon: "plus", style: "primary", testID: "new-conversation")
        ]
    let shell = ShellView(
        frame, title: "Conversations", place: .conversations(isList: true), actions: actions,
        live: "conversations", content: Templates.render("conversations", view))
    return Templates.render("shell", shell).html
}

/// Only the list, for the page's script.
package func renderConversationsFragment(_ page: ConversationsPage, frame: PageFrame) -> String {
    Templates.render("threads", page.view(frame)).html
}
