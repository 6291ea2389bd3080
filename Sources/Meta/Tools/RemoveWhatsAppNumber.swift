import IntegrationKit

extension RemoveWhatsAppNumber: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        if let number = try await context.models.whatsAppPhoneNumber.first(
            where: .equal(.phoneNumberID, input.phoneNumberID))
        {
            try await context.groups.forget(of: number.phoneNumberID)
            try await context.models.whatsAppPhoneNumber.delete(number.id)
            try await context.channels.whatsApp.close(
                identifier: number.phone, because: "The number was removed from this workplace.")
        }
        return Output()
    }
}
