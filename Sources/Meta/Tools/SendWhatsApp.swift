import GraphAPI
import IntegrationKit

extension SendWhatsApp: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let address = try Recipient.address(input.recipient, input.subscription)
        let message = WhatsAppSend(
            to: .init(address: address), try input.content(), replyTo: input.replyTo, callbackData: input.message.id)
        try message.checkLimits()
        _ = try await context.connection
        let number = try await context.whatsAppNumber(of: input.channel)
        if !message.content.isTemplate,
            try await context.serviceWindow(with: address, on: input.channel.id, lasting: .seconds(24 * 3600)) == false
        {
            throw ToolFailure.windowClosed("WhatsApp", advice: "Send an approved template instead.")
        }
        // A file that is kept here stands in the conversation already.
        let isKept = input.message.attachments?.first?.fileID != nil
        if !isKept, let description = message.content.description(input.message.content, replyTo: input.replyTo) {
            try await context.session.describe(MessageID(input.message.id), as: description)
        }
        let accepted = try await context.graph.call(isSend: true) { client, token throws(GraphFailure) in
            try await client.send(message, from: number.phoneNumberID, with: token)
        }
        if case .reaction(let target, let emoji) = message.content {
            try await OwnReaction(target: target, emoji: emoji, id: accepted.id).note(
                from: input.channel, to: address, in: context)
        }
        return Output(status: .sent, remoteID: accepted.id)
    }
}

extension SendWhatsApp.Input {
    /// What is sent: the typed content if there is one, else the file that goes with the message, else its text.
    fileprivate func content() throws -> WhatsAppSendContent {
        let files = message.attachments ?? []
        if let template {
            guard rich == nil, files.isEmpty else {
                throw ToolFailure.invalid("template", "A template takes neither `rich` nor attachments.")
            }
            return .template(try WhatsAppTemplateOffer.use(of: template))
        }
        if let rich {
            guard files.isEmpty else { throw ToolFailure.invalid("message.attachments", "A message with `rich` takes no attachments.") }
            return try rich.content(text: message.content)
        }
        guard let file = files.first else { return .text(message.content, showsPreview: linkPreviews) }
        guard files.count == 1 else {
            throw ToolFailure.invalid(
                "message.attachments", "WhatsApp takes one file a message; there are \(files.count).",
                advice: "Send them one by one.")
        }
        let rule = GraphAPI.FileRule.whatsApp(file.mimeType)
        guard file.size <= rule.maximumSize else {
            throw ToolFailure.invalid(
                "message.attachments[0].size",
                "WhatsApp takes \(file.mimeType) of at most \(rule.maximumSize) bytes; this has \(file.size).")
        }
        let source: WhatsAppMediaSource = file.reference.map { .id($0) } ?? .link(file.url)
        let caption = message.content.isEmpty ? nil : message.content
        switch rule.kind {
        case .image: return .image(source, caption: caption)
        case .video: return .video(source, caption: caption)
        case .document: return .document(source, filename: file.filename, caption: caption)
        case .audio, .sticker:
            guard caption == nil else {
                throw ToolFailure.invalid("message.content", "WhatsApp shows no text with a \(rule.kind.rawValue).",
                    advice: "Send the text as a message of its own.")
            }
            return rule.kind == .audio ? .audio(source, isVoice: false) : .sticker(source)
        }
    }
}

/// Who a message of the platform's contract goes to.
enum Recipient {
    static func address(_ recipient: MessageRecipient?, _ subscription: MessageSubscription?) throws -> String {
        guard let address = recipient?.address ?? subscription?.identifierValue else {
            throw ToolFailure.invalid("recipient.address", "The message has no recipient.")
        }
        return address
    }
}

extension WhatsAppSendContent {
    fileprivate var isTemplate: Bool { if case .template = self { true } else { false } }
}
