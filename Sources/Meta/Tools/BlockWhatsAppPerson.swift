import GraphAPI
import IntegrationKit

extension BlockWhatsAppPerson: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let number = try await context.number(record: input.id)
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.block([input.address], on: number, with: token)
        }.check()
        return Output()
    }
}

extension WhatsAppBlockOutcome {
    /// - Throws: why a person could not be blocked, or heard again.
    func check() throws {
        guard let refusal = refused.first else { return }
        throw ToolFailure(.rejected, "Meta: \(refusal.reason)", field: "address")
    }
}
