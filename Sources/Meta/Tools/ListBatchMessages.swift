import IntegrationKit

extension ListBatchMessages: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let batch = try await context.batch(input.batchID, field: "batch_id")
        return try await BatchProgress(of: batch, in: context).states.map { state in
            BatchMessage(address: state.address, status: .init(state.status), reason: state.failure)
        }
    }
}
