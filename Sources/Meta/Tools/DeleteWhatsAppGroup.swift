import GraphAPI
import IntegrationKit

extension DeleteWhatsAppGroup: ToolHandler {
    /// A group that is gone already is deleted as well.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        if try await context.models.whatsAppGroup.find(input.id)?.status == .deleted { return Output() }
        let group = try await context.ownGroup(input.id)
        try await context.call(about: group) { client, token throws(GraphFailure) in
            try await client.deleteGroup(group.id, with: token)
        }
        try await context.clearNotice(of: group)
        try await context.groups.end(group.record)
        return Output()
    }
}
