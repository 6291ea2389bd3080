import GraphAPI
import IntegrationKit

extension ApproveGroupJoinRequests: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let group = try await context.ownGroup(input.id)
        let decision = try await context.call(about: group) { client, token throws(GraphFailure) in
            try await client.approve(joinRequests: input.requestIDs, ofGroup: group.id, with: token)
        }
        return Output(decided: decision.decided, failed: try decision.failures())
    }
}

extension GroupJoinDecision {
    /// - Throws: ``ToolFailure`` when none of the requests could be decided on: in Meta's words for the first.
    func failures() throws -> [GroupDecisionFailure] {
        if decided.isEmpty, let error = failed.first?.error { throw ToolFailure(.refused(error)) }
        return failed.map { failure in
            GroupDecisionFailure(
                requestID: failure.id, reason: GroupBook.problem([failure.error].compactMap { $0 }) ?? "WhatsApp gave no reason.")
        }
    }
}
