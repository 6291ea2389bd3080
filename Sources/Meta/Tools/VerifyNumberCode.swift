import GraphAPI
import IntegrationKit

extension VerifyNumberCode: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let id = try await context.ownNumber(input.phoneNumberID)
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.verify(code: input.code, for: id, with: token)
        }
        try await context.refreshNumber(id)
        return Output()
    }
}
