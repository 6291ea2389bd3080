import GraphAPI
import IntegrationKit

extension AddWhatsAppNumber: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let connection = try await context.connection
        guard let wabaID = connection.wabaID else { throw ToolFailure.noWhatsAppAccount }
        let registered = try await context.graph.phoneNumbers(of: wabaID)
        guard let number = registered.first(where: { $0.id == input.phoneNumberID }) else {
            throw ToolFailure(
                .notFound, "The connected WhatsApp Business Account has no number '\(input.phoneNumberID)'.",
                field: "phone_number_id", advice: "Fetch the registered numbers and use the id of one of them.")
        }
        let record = try await context.models.whatsAppPhoneNumber.upsert(.init(
            phone: number.phoneNumber, phoneNumberID: number.id, displayName: number.verifiedName,
            qualityRating: WhatsAppPhoneNumber.QualityRating(graphValue: number.qualityRating)))
        if let name = input.name {
            // The friendly name is the workplace's: only a form of theirs may write it.
            try await context.workplaceWriter?.write(.init(name: name), to: record.id, of: WhatsAppPhoneNumber.self)
        }
        try await context.channels.whatsApp.open(
            identifier: record.phone, name: input.name ?? number.verifiedName ?? record.phone)
        return Output(id: record.id, phone: record.phone)
    }
}
