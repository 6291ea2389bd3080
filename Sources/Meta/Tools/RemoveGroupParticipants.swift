import GraphAPI
import IntegrationKit

extension RemoveGroupParticipants: ToolHandler {
    /// Who is in the group follows when WhatsApp says that it is done.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let removal = GroupRemoval(participants: input.participants)
        try removal.checkLimits()
        let group = try await context.ownGroup(input.id)
        try await context.call(about: group) { client, token throws(GraphFailure) in
            try await client.remove(removal, fromGroup: group.id, with: token)
        }
        try await context.clearNotice(of: group)
        return Output()
    }
}
