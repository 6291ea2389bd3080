#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
package import IntegrationKit

/// A list of conversations.
struct ThreadsView: Sendable {
    struct Item: Sendable {
        let href: String
        let name: String
        let avatar: Avatar
        let preview: String
        let channel: String
        let time: ValueView.Time
        let unread: String?
    }

    let title: String?
    let items: [Item]
    let isEmpty: Bool
    /// The whole list, with "new message" in its empty state.
    let isComplete: Bool
    let newHref: String
    let nextHref: String?
    let emptyIcon = Icons.svg("message-square")
    let plusIcon = Icons.svg("plus")

    init(_ conversations: [Conversation], title: String?, frame: PageFrame, nextHref: String?, isComplete: Bool) {
        let clock = frame.clock
        self.title = title
        items = conversations.map { conversation in
            let name = conversation.displayName
            return Item(
                href: frame.href("/conversations/" + PageAddress.encode(conversation.id.rawValue)), name: name,
                avatar: Avatar(conversation),
                preview: conversation.preview, channel: conversation.channel.name,
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

/// The conversations page.
///
/// - Parameter next: The last conversation of this part, when there are more.
package func renderConversations(
    _ conversations: [Conversation], frame: PageFrame, next: ConversationID?
) -> String {
    let view = threadsView(conversations, frame: frame, next: next)
    let actions =
        conversations.isEmpty
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
package func renderConversationsFragment(
    _ conversations: [Conversation], frame: PageFrame, next: ConversationID?
) -> String {
    Templates.render("threads", threadsView(conversations, frame: frame, next: next)).html
}

private func threadsView(_ conversations: [Conversation], frame: PageFrame, next: ConversationID?) -> ThreadsView {
    ThreadsView(
        conversations, title: nil, frame: frame,
        nextHref: next.map { frame.href("/conversations?after=" + PageAddress.encode($0.rawValue)) }, isComplete: true)
}
