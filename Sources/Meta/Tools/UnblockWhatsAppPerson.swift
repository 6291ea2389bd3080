import GraphAPI
import IntegrationKit

extension UnblockWhatsAppPerson: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let number = try await context.number(record: input.id)
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.unblock([input.address], on: number, with: token)
        }.check()
        return Output()
    }
}
