import IntegrationKit

extension ProvisionHook: ProvisionHandler {
    /// The bot's name goes into the address, for updates do not say which bot they are for.
    static func provision(in context: Context) async throws {
        guard let address = context.webhookURLs[ReceiveTelegram.descriptor.handle] else { return }
        let bot = context.services.bot(context.environment)
        let username = try await bot.me().username
        try await bot.setWebhook("\(address)?bot=\(username)", secret: context.environment.telegramWebhookToken)
    }
}
