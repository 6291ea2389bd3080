import GraphAPI
import IntegrationKit

extension SendWhatsApp: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        guard let address = input.recipient?.address ?? input.subscription?.identifierValue else {
            throw ToolFailure.invalid("recipient.address", "The message has no recipient.")
        }
        let text = input.message.content
        guard !text.isEmpty else { throw ToolFailure.invalid("message.content", "The message is empty.") }
        guard text.unicodeScalars.count <= WhatsAppText.maximumLength else {
            throw ToolFailure.invalid(
                "message.content", "WhatsApp takes at most \(WhatsAppText.maximumLength) characters.",
                advice: "Shorten the text, or send it as several messages.")
        }
        guard input.message.attachments?.isEmpty ?? true else {
            throw ToolFailure.invalid("message.attachments", "This version sends texts only; nothing was sent.")
        }

        _ = try await context.connection
        let phone = input.channel.identifierValue
        guard let number = try await context.models.whatsAppPhoneNumber.first(where: .equal(.phone, phone)) else {
            throw ToolFailure.notFound("WhatsApp number", phone, field: "channel.identifierValue")
        }
        let accepted = try await context.graph.send(
            WhatsAppText(to: address, body: text, showsPreview: true, callbackData: input.message.id),
            from: number.phoneNumberID)
        return Output(status: .sent, remoteID: accepted.id)
    }
}
