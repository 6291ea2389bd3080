import GraphAPI
import IntegrationKit

extension RejectGroupJoinRequests: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let group = try await context.ownGroup(input.id)
        let decision = try await context.call(about: group) { client, token throws(GraphFailure) in
            try await client.reject(joinRequests: input.requestIDs, ofGroup: group.id, with: token)
        }
        return Output(decided: decision.decided, failed: try decision.failures())
    }
}
