import GraphAPI
import IntegrationKit

extension ReceiveInstagram: WebhookHandler {
    static func handle(_ event: Event, in context: Context) async throws {
        try await IncomingEvent(event, context).handle()
    }
}
