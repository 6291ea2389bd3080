import GraphAPI
import IntegrationKit

extension ListBlockedWhatsAppPeople: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let number = try await context.number(record: input.id)
        let people = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.blockedPeople(on: number, atMost: 1000, with: token)
        }
        return people.map { BlockedPerson(address: $0) }
    }
}
