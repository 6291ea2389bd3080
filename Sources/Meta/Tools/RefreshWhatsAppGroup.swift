import GraphAPI
import IntegrationKit

extension RefreshWhatsAppGroup: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let group = try await context.ownGroup(input.id)
        let numberID = try await context.ownNumber(group.record.phoneNumberID)
        let node = try await context.call(about: group) { client, token throws(GraphFailure) in
            try await client.group(group.id, with: token)
        }
        if let number = try await context.models.whatsAppPhoneNumber.first(where: .equal(.phoneNumberID, numberID)) {
            try await context.groups.write(node, of: number)
        }
        try await context.clearNotice(of: group)
        return Output()
    }
}
