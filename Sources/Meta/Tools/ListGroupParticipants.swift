import IntegrationKit

extension ListGroupParticipants: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        guard let group = try await context.models.whatsAppGroup.find(input.id) else {
            throw ToolFailure.notFound("WhatsApp group", input.id.rawValue, field: "id")
        }
        return try await context.groups.participants(of: group).filter(\.isMember)
            .map { GroupParticipant(address: $0.address, name: $0.name) }
    }
}
