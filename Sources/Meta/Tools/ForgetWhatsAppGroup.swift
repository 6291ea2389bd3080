import IntegrationKit

extension ForgetWhatsAppGroup: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        guard let group = try await context.models.whatsAppGroup.find(input.id) else { return Output() }
        guard group.status == .deleted || group.status == .failed else {
            throw ToolFailure(
                .rejected, "The group exists at WhatsApp.", field: "id", advice: "Delete it first, if it is to go.")
        }
        try await context.models.whatsAppGroup.delete(group.id)
        return Output()
    }
}
