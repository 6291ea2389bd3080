import GraphAPI
import IntegrationKit

extension ProvisionHook: ProvisionHandler {
    /// Has Meta send this app's WhatsApp webhooks to our address. Statuses come with `messages`: `message_deliveries` and
    /// `message_reads` are fields of pages, which Meta refuses for WhatsApp.
    static func provision(in context: Context) async throws {
        guard let address = context.webhookURLs[ReceiveWhatsApp.descriptor.handle] else { return }
        let graph = context.services.graph(context.environment)
        let object = "whatsapp_business_account"
        let fields = ["messages"]
        do throws(GraphFailure) {
            let isInPlace = try await graph.appSubscriptions().contains {
                $0.object == object && $0.isActive && $0.callbackURL == address && Set($0.fields).isSuperset(of: fields)
            }
            if isInPlace { return }
            try await graph.subscribeApp(
                to: object, fields: fields, callbackURL: address, verifyToken: context.environment.metaWebhookVerifyToken)
        } catch {
            throw ToolFailure(error)
        }
    }
}
