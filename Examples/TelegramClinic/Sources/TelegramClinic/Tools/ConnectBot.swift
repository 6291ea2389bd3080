import IntegrationKit

extension ConnectBot: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let me = try await context.bot.me()
        try await context.models.bot.set(.init(username: me.username, name: me.name))
        try await context.channels.telegram.open(identifier: me.username, name: me.name)
        return Output(username: me.username)
    }
}
