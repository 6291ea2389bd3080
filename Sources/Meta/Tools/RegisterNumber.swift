import GraphAPI
import IntegrationKit

extension RegisterNumber: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let id = try await context.ownNumber(input.phoneNumberID)
        let pin = Secret(input.pin)
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.register(id, pin: pin, with: token)
        }
        try await context.refreshNumber(id)
        return Output()
    }
}
