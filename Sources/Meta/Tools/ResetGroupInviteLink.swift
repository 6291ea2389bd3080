import GraphAPI
import IntegrationKit

extension ResetGroupInviteLink: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let group = try await context.ownGroup(input.id)
        let link = try await context.call(about: group, isSend: true) { client, token throws(GraphFailure) in
            try await client.resetInviteLink(ofGroup: group.id, with: token)
        }
        try await context.models.whatsAppGroup.update(input.id) { $0.inviteLink = link }
        return Output(inviteLink: link)
    }
}
