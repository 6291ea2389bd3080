import GraphAPI
import IntegrationKit

extension RefreshWhatsAppGroups: ToolHandler {
    /// What the workplace owns stays. A group that Meta no longer lists is gone.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        _ = try await context.connection
        for number in try await context.models.whatsAppPhoneNumber.all() {
            let listed = try await context.graph.call { client, token throws(GraphFailure) in
                try await client.groups(of: number.phoneNumberID, with: token)
            }
            for group in listed {
                let node = try await context.graph.call { client, token throws(GraphFailure) in
                    try await client.group(group.id, with: token)
                }
                try await context.groups.write(node, of: number)
            }
            let ids = Set(listed.map(\.id))
            let known = try await context.models.whatsAppGroup.all(
                where: .equal(.phoneNumberID, number.phoneNumberID))
            for group in known where group.status != .deleted {
                if let id = group.groupID, !ids.contains(id) { try await context.groups.end(group) }
            }
        }
        return Output()
    }
}
