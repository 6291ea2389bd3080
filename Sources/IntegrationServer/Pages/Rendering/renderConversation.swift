package import IntegrationKit

/// What can be written, and what is true about writing now.
struct ComposerView: Sendable {
    struct Window: Sendable {
        let icon: Markup
        let text: String
        /// When it ends, for the script that counts down.
        let until: String?
        let left: String?
        let hasCountdown: Bool
    }

    let action: String
    let csrf: String
    let formKey: String
    let text: String
    let error: String?
    let hasError: Bool
    let advice: String?
    let errorIcon = Icons.svg("alert-circle")
    let sendIcon = Icons.svg("send")
    let placeholder: String
    let window: Window
    /// The window has closed: the input is folded away behind "Write anyway".
    let isClosed: Bool
    /// … but stands open, since something was typed.
    let isUnfolded: Bool

    init(
        _ conversation: Conversation, action: String, input: FormInput?, frame: PageFrame, window: ServiceWindow
    ) {
        let clock = frame.clock
        self.action = action
        csrf = frame.csrfToken
        formKey = frame.formKey
        text = input?.values["text"]?.first ?? ""
        error = input?.errors["text"] ?? input?.failure?.message
        hasError = error != nil
        advice = input?.failure?.advice
        placeholder = "Write to \(conversation.displayName)"
        switch window {
        case .neverOpened:
            isClosed = false
            self.window = Window(
                icon: Icons.svg("info"),
                text: "They have not written yet. Until they do, the provider may accept only approved templates.",
                until: nil, left: nil, hasCountdown: false)
        case .open(let end):
            isClosed = false
            self.window = Window(
                icon: Icons.svg("clock"),
                text: "Free to reply until \(clock.time(end))\(clock.day(of: end) == clock.day(of: frame.now) ? "" : " tomorrow")",
                until: Timestamp.text(end), left: ServiceWindow.remaining(until: end, now: frame.now),
                hasCountdown: true)
        case .closed(let end):
            isClosed = true
            self.window = Window(
                icon: Icons.svg("clock"),
                text: "The 24 hours for free replies ended \(clock.dateAndTime(end)). "
                    + "Approved templates can still be sent; everything else when they write again.",
                until: nil, left: nil, hasCountdown: false)
        }
        isUnfolded = input != nil
    }
}

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
    let backIcon = Icons.svg("chevron-left")
}

/// One conversation: its messages and the composer.
package struct ConversationPage: Sendable {
    package let conversation: Conversation
    /// Oldest first.
    package let messages: [Message]
    /// There are messages before the first of these.
    package let hasOlder: Bool
    /// An older part was asked for: there are messages after the last of these.
    package let isOlderPart: Bool
    /// What was typed when a send failed.
    package let input: FormInput?

    package init(
        conversation: Conversation, messages: [Message], hasOlder: Bool, isOlderPart: Bool = false,
        input: FormInput? = nil
    ) {
        self.conversation = conversation
        self.messages = messages
        self.hasOlder = hasOlder
        self.isOlderPart = isOlderPart
        self.input = input
    }

    fileprivate func view(_ frame: PageFrame) -> ConversationView {
        let href = self.href(frame)
        let name = conversation.displayName
        return ConversationView(
            id: conversation.id.rawValue, name: name, address: name == conversation.address ? nil : conversation.address,
            channel: conversation.channel.name, avatar: Avatar(conversation),
            backHref: frame.href("/conversations"),
            fragmentHref: href + "?fragment=messages", messages: messagesView(frame),
            composer: ComposerView(
                conversation, action: href, input: input, frame: frame,
                window: ServiceWindow(lastInboundAt: conversation.lastInboundAt, now: frame.now)))
    }

    fileprivate func messagesView(_ frame: PageFrame) -> MessagesView {
        let href = self.href(frame)
        return MessagesView(
            messages,
            olderHref: hasOlder
                ? messages.first.map { "\(href)?before=\(PageAddress.encode($0.id.rawValue))" } : nil,
            newerHref: isOlderPart ? href : nil, clock: frame.clock)
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

/// The form with which a first message is written.
///
/// - Parameter channels: Those through which messages can be sent.
package func renderNewConversation(_ form: FormBlock?, frame: PageFrame, address: PageAddress, input: FormInput?) -> String {
    var blocks: [PageView.Block] = []
    if let form {
        let state = input.map { PageState.form(id: form.id, $0) } ?? .plain
        blocks = [PageView.Block(form: FormView(form, frame: frame, address: address, state: state))]
    } else {
        let alert = AlertBlock(
            title: "There is no number to send from yet",
            description: "Add one on its page in the menu; then a message can be written from it.")
        blocks = [PageView.Block(alert: AlertView(alert))]
    }
    let shell = ShellView(
        frame, title: "New message", place: .conversations(isList: false),
        crumb: ShellView.Crumb(label: "Conversations", href: frame.href("/conversations")),
        content: Templates.render("page", PageView(blocks: blocks, isEmpty: false)))
    return Templates.render("shell", shell).html
}

/// What a first message needs: from which channel, to whom, what.
package func newMessageForm(channels: [ChannelRecord]) -> FormBlock {
    let choices = channels.map { channel in
        FormField.Choice(
            value: channel.id.rawValue,
            label: channel.name == channel.identifier ? channel.name : "\(channel.name) (\(channel.identifier))")
    }
    return FormBlock(
        id: "new_message", title: nil, tool: "", submitLabel: "Send message",
        fields: [
            FormField(
                name: "channel", label: "From", isRequired: true, component: .select(choices),
                initial: channels.first.map { [$0.id.rawValue] } ?? []),
            FormField(
                name: "to", label: "To", help: "Phone number with country code, for example +447700900123.",
                isRequired: true, component: .input(.phone)),
            FormField(
                name: "text", label: "Message", isRequired: true, component: .textarea,
                checks: [.maximumLength(maximumTextLength)]),
        ])
}

/// Characters of one text message; WhatsApp takes 4096:
/// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#text-object
package let maximumTextLength = 4096
