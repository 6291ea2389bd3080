import GraphAPI
import IntegrationKit

extension ProvisionHook: ProvisionHandler {
    /// Has Meta send this app's webhooks to our addresses, one subscription a product. Statuses of WhatsApp come with
    /// `messages`: `message_deliveries` and `message_reads` are fields of pages, which Meta refuses for WhatsApp.
    static func provision(in context: Context) async throws {
        let graph = context.services.graph(context.environment)
        let inPlace: [AppSubscription]
        do throws(GraphFailure) {
            inPlace = try await graph.appSubscriptions()
        } catch {
            throw ToolFailure(error)
        }
        for wanted in AppWebhook.all {
            guard let address = context.webhookURLs[wanted.webhook] else { continue }
            let isInPlace = inPlace.contains {
                $0.object == wanted.object && $0.isActive && $0.callbackURL == address
                    && Set($0.fields).isSuperset(of: wanted.fields)
            }
            if isInPlace { continue }
            do throws(GraphFailure) {
                try await graph.subscribeApp(
                    to: wanted.object, fields: wanted.fields, callbackURL: address,
                    verifyToken: context.environment.metaWebhookVerifyToken)
            } catch {
                // What can be mended only by hand is no reason to try for ever: WhatsApp works without the others.
                guard wanted.isOptional, error.retry == .never else { throw ToolFailure(error) }
                context.log.warning(
                    """
                    Meta does not let \(wanted.product) be set up from here. In the App Dashboard, open \(wanted.product) > \
                    Webhooks, enter the callback URL and the value of META_WEBHOOK_VERIFY_TOKEN, and subscribe to the fields.
                    """,
                    metadata: [
                        "callback": "\(address)", "fields": "\(wanted.fields.joined(separator: ","))",
                        "reason": "\(error.kind)",
                    ])
            }
        }
    }
}

/// One kind of object of whose webhooks the app wants to know.
private struct AppWebhook {
    let webhook: String
    let object: String
    let product: String
    let fields: [String]
    let isOptional: Bool

    static let all = [
        AppWebhook(
            webhook: ReceiveWhatsApp.descriptor.handle, object: "whatsapp_business_account", product: "WhatsApp",
            fields: GraphClient.whatsAppFields, isOptional: false),
        AppWebhook(
            webhook: ReceiveMessenger.descriptor.handle, object: PageProduct.messenger.rawValue, product: "Messenger",
            fields: GraphClient.pageFields, isOptional: true),
        AppWebhook(
            webhook: ReceiveInstagram.descriptor.handle, object: PageProduct.instagram.rawValue, product: "Instagram",
            fields: GraphClient.instagramFields, isOptional: true),
    ]
}
