import IntegrationKit

extension RemoveWhatsAppNumber: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        if let number = try await context.models.whatsAppPhoneNumber.first(
            where: .equal(.phoneNumberID, input.phoneNumberID))
        {
            try await context.models.whatsAppPhoneNumber.delete(number.id)
        }
        return Output()
    }
}
