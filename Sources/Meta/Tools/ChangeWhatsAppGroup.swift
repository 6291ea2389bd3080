import GraphAPI
import IntegrationKit

extension ChangeWhatsAppGroup: ToolHandler {
    /// Only what differs is asked for: everybody in the group is told of each change. The record follows when WhatsApp
    /// says that it is done.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        var change = WhatsAppGroupChange(subject: input.subject, description: input.description)
        try change.checkLimits()
        let group = try await context.ownGroup(input.id)
        if change.subject == group.record.subject { change.subject = nil }
        if change.description == group.record.description ?? "" { change.description = nil }
        guard change != WhatsAppGroupChange() else { return Output() }
        let asked = change
        try await context.call(about: group) { client, token throws(GraphFailure) in
            try await client.change(group: group.id, to: asked, with: token)
        }
        try await context.clearNotice(of: group)
        return Output()
    }
}
