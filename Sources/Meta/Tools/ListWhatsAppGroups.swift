import IntegrationKit

extension ListWhatsAppGroups: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        try await context.models.whatsAppGroup.all(order: .descending(.createdAt))
            .map(WhatsAppGroup.Readable.init)
    }
}
