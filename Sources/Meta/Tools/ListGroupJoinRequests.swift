import GraphAPI
import IntegrationKit

extension ListGroupJoinRequests: ToolHandler {
    /// A group that lets everybody in, or that cannot be joined now, has none, and Meta is not asked.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        guard let record = try await context.models.whatsAppGroup.find(input.id) else {
            throw ToolFailure.notFound("WhatsApp group", input.id.rawValue, field: "id")
        }
        guard record.status == .active, record.joinApproval != .automatic, let groupID = record.groupID else { return [] }
        let requests = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.joinRequests(ofGroup: groupID, with: token)
        }
        var names: [String: String] = [:]
        for participant in try await context.groups.participants(of: record) { names[participant.address] = participant.name }
        return requests.compactMap { request in
            guard let address = request.waID.map(GroupBook.address) else { return nil }
            return GroupJoinRequest(
                requestID: request.id, address: address, name: names[address], askedAt: request.createdAt)
        }
    }
}
