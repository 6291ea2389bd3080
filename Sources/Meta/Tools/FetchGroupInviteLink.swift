import GraphAPI
import IntegrationKit

extension FetchGroupInviteLink: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let group = try await context.ownGroup(input.id)
        let link = try await context.call(about: group) { client, token throws(GraphFailure) in
            try await client.inviteLink(ofGroup: group.id, with: token)
        }
        try await context.models.whatsAppGroup.update(input.id) { $0.inviteLink = link }
        return Output(inviteLink: link)
    }
}
