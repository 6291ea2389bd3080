import GraphAPI
import IntegrationKit

extension RequestNumberCode: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let id = try await context.ownNumber(input.phoneNumberID)
        let method: CodeMethod = input.method == .voice ? .voice : .sms
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.requestCode(for: id, by: method, language: input.language, with: token)
        }
        return Output()
    }
}

extension ToolContext<Meta> {
    /// The id, if this workplace has added the number: ids come from callers.
    func ownNumber(_ phoneNumberID: String) async throws -> String {
        _ = try await connection
        guard let number = try await models.whatsAppPhoneNumber.first(where: .equal(.phoneNumberID, phoneNumberID)) else {
            throw ToolFailure.notFound("WhatsApp number", phoneNumberID, field: "phone_number_id")
        }
        return number.phoneNumberID
    }

    /// Asks Meta for the number's state and keeps it.
    func refreshNumber(_ phoneNumberID: String) async throws {
        let number = try await graph.call { client, token throws(GraphFailure) in
            try await client.phoneNumber(phoneNumberID, with: token)
        }
        let known = try await models.whatsAppPhoneNumber.first(where: .equal(.phoneNumberID, phoneNumberID))
        try await models.whatsAppPhoneNumber.upsert(number.fields(of: known?.wabaID))
    }
}
