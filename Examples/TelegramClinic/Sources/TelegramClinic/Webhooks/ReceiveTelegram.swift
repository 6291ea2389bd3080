import IntegrationKit

extension ReceiveTelegram: WebhookHandler {
    /// Whoever writes to the bot becomes a patient, and the message appears in their conversation.
    static func handle(_ event: Event, in context: Context) async throws {
        guard case .message(let message) = event else { return }
        _ = try await context.models.patient.upsert(
            .init(chatID: message.chatID, name: message.name, language: message.language))
        try await context.record(Payload.messages(in: event))
    }
}
