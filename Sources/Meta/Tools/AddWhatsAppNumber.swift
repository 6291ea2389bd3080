import GraphAPI
import IntegrationKit

extension AddWhatsAppNumber: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let wabaID = try await context.wabaID
        let registered = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.phoneNumbers(of: wabaID, with: token)
        }
        guard let number = registered.first(where: { $0.id == input.phoneNumberID }) else {
            throw ToolFailure(
                .notFound, "The connected WhatsApp Business Account has no number '\(input.phoneNumberID)'.",
                field: "phone_number_id", advice: "Fetch the registered numbers and use the id of one of them.")
        }
        let record = try await context.models.whatsAppPhoneNumber.upsert(number.fields(of: wabaID))
        if let name = input.name {
            // The friendly name is the workplace's: only a form of theirs may write it.
            try await context.workplaceWriter?.write(.init(name: name), to: record.id, of: WhatsAppPhoneNumber.self)
        }
        try await context.channels.whatsApp.open(
            identifier: record.phone, name: input.name ?? number.verifiedName ?? record.phone)
        return Output(id: record.id, phone: record.phone)
    }
}

extension WhatsAppPhoneNumberNode {
    /// What is kept of a number: also its health, as Meta rates it.
    ///
    /// - Parameter wabaID: The account that has it, if that is known.
    func fields(of wabaID: String?) -> WhatsAppPhoneNumber.AppFields {
        .init(
            phone: phoneNumber, phoneNumberID: id, wabaID: wabaID, displayName: verifiedName,
            qualityRating: .init(graphValue: qualityRating), status: .graphWord(status),
            nameStatus: .graphWord(nameStatus), verification: .graphWord(codeVerificationStatus),
            throughput: .graphWord(throughputLevel), messagingLimit: .init(graphValue: messagingLimit))
    }
}
