package import IntegrationKit

struct ConversationView: Sendable {
    let id: String
    let name: String
    let address: String?
    let channel: String
    let avatar: Avatar
    let backHref: String
    let fragmentHref: String
    let messages: MessagesView
    let composer: ComposerView
    let action: String
    let csrf: String
    let formKey: String
    let backIcon = Icons.svg("chevron-left")
}

/// One conversation: its messages and the composer.
package struct ConversationPage: Sendable {
    package let conversation: Conversation
    /// What can be said over its channel; nil when the manifest has it no more.
    package let messaging: ChannelDescriptor.Messaging?
    /// Oldest first.
    package let messages: [Message]
    /// There are messages before the first of these.
    package let hasOlder: Bool
    /// An older part was asked for: there are messages after the last of these.
    package let isOlderPart: Bool
    /// The message that is being answered.
    package let reply: Message?
    /// Templates were asked for.
    package let template: TemplateChoice?
    /// What was typed when a send failed.
    package let input: FormInput?

    package init(
        conversation: Conversation, messaging: ChannelDescriptor.Messaging?, messages: [Message], hasOlder: Bool,
        isOlderPart: Bool = false, reply: Message? = nil, template: TemplateChoice? = nil, input: FormInput? = nil
    ) {
        self.conversation = conversation
        self.messaging = messaging
        self.reply = reply
        self.template = template
        self.messages = messages
        self.hasOlder = hasOlder
        self.isOlderPart = isOlderPart
        self.input = input
    }

    fileprivate func view(_ frame: PageFrame) -> ConversationView {
        let href = self.href(frame)
        let name = conversation.displayName
        return ConversationView(
            id: conversation.id.rawValue, name: name,
            address: name == conversation.address ? nil : conversation.address,
            channel: conversation.channel.name, avatar: Avatar(conversation),
            backHref: frame.href("/conversations"),
            fragmentHref: href + "?fragment=messages", messages: messagesView(frame),
            composer: ComposerView(self, action: href, frame: frame), action: href, csrf: frame.csrfToken,
            formKey: frame.formKey)
    }

    fileprivate func messagesView(_ frame: PageFrame) -> MessagesView {
        let href = self.href(frame)
        return MessagesView(
            messages, href: href, messaging: conversation.channel.closure == nil ? messaging : nil,
            olderHref: hasOlder
                ? messages.first.map { "\(href)?before=\(PageAddress.encode($0.id.rawValue))" } : nil,
            newerHref: isOlderPart ? href : nil, composerState: composerState(frame), clock: frame.clock)
    }

    private func composerState(_ frame: PageFrame) -> String {
        ComposerView.state(
            ServiceWindow(of: conversation, messaging?.window, now: frame.now), closure: conversation.channel.closure)
    }

    private func href(_ frame: PageFrame) -> String {
        frame.href("/conversations/" + PageAddress.encode(conversation.id.rawValue))
    }
}

/// The page of one conversation.
package func renderConversation(_ page: ConversationPage, frame: PageFrame) -> String {
    let view = page.view(frame)
    let shell = ShellView(
        frame, title: view.name, place: .conversations(isList: false), isWide: true,
        live: "conversation:\(view.id)", content: Templates.render("conversation", view))
    return Templates.render("shell", shell).html
}

/// Only the messages, for the page's script.
package func renderMessagesFragment(_ page: ConversationPage, frame: PageFrame) -> String {
    Templates.render("messages", page.messagesView(frame)).html
}

/// Only the composer, for the page's script after a send.
package func renderComposerFragment(_ page: ConversationPage, frame: PageFrame) -> String {
    Templates.render("composer", page.view(frame).composer).html
}
