import GraphAPI
import IntegrationKit

extension FetchRegisteredWABusinessNumbers: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let wabaID = try await context.wabaID
        let registered = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.phoneNumbers(of: wabaID, with: token)
        }
        let open = try await context.channels.whatsApp.all()
        return registered.map { number in
            RegisteredNumber(
                id: number.id, displayPhoneNumber: number.phoneNumber, verifiedName: number.verifiedName,
                qualityRating: WhatsAppPhoneNumber.QualityRating(graphValue: number.qualityRating),
                channelID: open.first { $0.identifier == number.phoneNumber }?.id.rawValue)
        }
    }
}

extension ToolFailure {
    static let noWhatsAppAccount = ToolFailure(
        .rejected, "The connected Meta account has no WhatsApp Business Account.",
        advice: "Create one in Meta Business Suite, or connect again and choose a business that has one.")
}
