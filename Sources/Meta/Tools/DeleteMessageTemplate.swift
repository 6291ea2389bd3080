import GraphAPI
import IntegrationKit

extension DeleteMessageTemplate: ToolHandler {
    /// One that is gone at Meta already goes here, too.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let wabaID = try await context.wabaID
        let records = try await context.models.messageTemplate.all(where: .equal(.name, input.name))
        if try await context.templates().contains(where: { $0.name == input.name }) {
            try await context.graph.call { client, token throws(GraphFailure) in
                try await client.deleteTemplate(named: input.name, from: wabaID, with: token)
            }
        } else if records.isEmpty {
            throw ToolFailure.notFound("template", input.name, field: "name")
        }
        for record in records { try await context.models.messageTemplate.delete(record.id) }
        return Output()
    }
}
