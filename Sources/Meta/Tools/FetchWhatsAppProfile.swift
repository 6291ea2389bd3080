import GraphAPI
import IntegrationKit

extension FetchWhatsAppProfile: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let number = try await context.number(record: input.id)
        let profile = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.profile(of: number, with: token)
        }
        return Output(
            about: profile.about, description: profile.description, address: profile.address, email: profile.email,
            websites: profile.websites ?? [], vertical: .graphWord(profile.vertical), pictureURL: profile.pictureURL)
    }
}

extension ToolContext<Meta> {
    /// Meta's id of a number of this workplace.
    func number(record id: String) async throws -> String {
        _ = try await connection
        guard let number = try await models.whatsAppPhoneNumber.find(.init(id)) else {
            throw ToolFailure.notFound("WhatsApp number", id, field: "id")
        }
        return number.phoneNumberID
    }
}
