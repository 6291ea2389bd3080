import IntegrationKit

extension SendTelegram: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        guard let chat = input.recipient?.address ?? input.subscription?.identifierValue else {
            throw ToolFailure.invalid("recipient.address", "The message has no recipient.")
        }
        guard input.message.attachments?.isEmpty ?? true else {
            throw ToolFailure.invalid("message.attachments", "This example sends texts only; nothing was sent.")
        }
        let id = try await context.bot.send(checked(input.message.content), to: chat)
        return Output(status: .sent, remoteID: "\(chat)/\(id)")
    }

    private static func checked(_ text: String) throws -> String {
        guard !text.isEmpty else { throw ToolFailure.invalid("message.content", "The message is empty.") }
        guard text.utf16.count <= TelegramBot.longestText else {
            throw ToolFailure.invalid(
                "message.content", "Telegram takes at most \(TelegramBot.longestText) characters.",
                advice: "Send it as several messages.")
        }
        return text
    }
}
