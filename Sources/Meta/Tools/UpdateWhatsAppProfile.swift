import GraphAPI
import IntegrationKit

extension UpdateWhatsAppProfile: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let sites = [input.website, input.website2].compactMap { $0 }
        let profile = GraphAPI.WhatsAppProfile(
            about: input.about, address: input.address, description: input.description, email: input.email,
            websites: sites.isEmpty ? nil : sites, vertical: input.vertical?.rawValue)
        try profile.checkLimits()
        let number = try await context.number(record: input.id)
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.change(profile, of: number, with: token)
        }
        return Output()
    }
}
