import IntegrationKit

extension FetchMessageBatch: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let progress = try await BatchProgress(of: context.batch(input.batchID, field: "batch_id"), in: context)
        return Output(
            what: progress.batch.what, total: progress.states.count, queued: progress.count(.pending),
            sent: progress.count(.sent), delivered: progress.count(.delivered), read: progress.count(.read, .played),
            failed: progress.count(.failed), unknown: progress.count(.unknown))
    }
}
