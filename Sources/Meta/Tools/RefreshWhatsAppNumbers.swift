import GraphAPI
import IntegrationKit

extension RefreshWhatsAppNumbers: ToolHandler {
    /// What the workplace owns stays: only Meta's fields are written, of the numbers that were added.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let wabaID = try await context.wabaID
        let registered = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.phoneNumbers(of: wabaID, with: token)
        }
        for known in try await context.models.whatsAppPhoneNumber.all() {
            guard let number = registered.first(where: { $0.id == known.phoneNumberID }) else { continue }
            try await context.models.whatsAppPhoneNumber.upsert(number.fields(of: wabaID))
        }
        return Output()
    }
}
