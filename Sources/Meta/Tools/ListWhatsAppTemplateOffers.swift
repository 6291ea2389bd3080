import GraphAPI
import IntegrationKit

extension ListWhatsAppTemplateOffers: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        try await context.templates().compactMap(WhatsAppTemplateOffer.offer).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}
