import GraphAPI
import IntegrationKit

extension DeleteMessageTemplate: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let wabaID = try await context.wabaID
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.deleteTemplate(named: input.name, from: wabaID, with: token)
        }
        for record in try await context.models.messageTemplate.all(where: .equal(.name, input.name)) {
            try await context.models.messageTemplate.delete(record.id)
        }
        return Output()
    }
}
