package import IntegrationKit

/// The page on which a first message is written.
///
/// - Parameter form: Of ``newMessageForm(channels:)``; nil when there is no channel to send through.
package func renderNewConversation(
    _ form: FormBlock?, frame: PageFrame, address: PageAddress, input: FormInput?
) -> String {
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
