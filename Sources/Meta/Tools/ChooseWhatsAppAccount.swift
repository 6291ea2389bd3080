import GraphAPI
import IntegrationKit

extension ChooseWhatsAppAccount: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let connection = try await context.connection
        let accounts = try await context.graph.call { client, token throws(GraphFailure) in
            try await AccountDirectory(client, token).accounts()
        }
        guard let account = accounts.first(where: { $0.waba.id == input.wabaID }) else {
            throw ToolFailure(
                .notFound, "The connected person has no WhatsApp account '\(input.wabaID)'.", field: "waba_id",
                advice: "Fetch the WhatsApp accounts and use the id of one of them.")
        }
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.subscribe(toWhatsAppAccount: account.waba.id, with: token)
        }
        try await context.models.metaConnection.update(connection.id) { fields in
            fields.wabaID = account.waba.id
            fields.businessID = account.business?.id
            fields.businessName = account.business?.name ?? account.waba.name
            fields.accountNotice = nil
            fields.reviewStatus = nil
            fields.messagingLimit = nil
        }
        try await context.channels.whatsAppAccount.open(
            identifier: account.waba.id, name: account.waba.name ?? account.waba.id)
        return Output()
    }
}
