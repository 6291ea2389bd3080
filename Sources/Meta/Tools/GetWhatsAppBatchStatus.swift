import IntegrationKit

extension GetWhatsAppBatchStatus: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let batch = try await context.batch(input.externalChunkID, field: "external_chunk_id")
        // Its channel may be closed by now: how the messages fared is told all the same.
        guard batch.channelID == input.channel.id else {
            throw ToolFailure.notFound("batch of this channel", input.externalChunkID, field: "external_chunk_id")
        }
        let progress = try await BatchProgress(of: batch, in: context)
        let start = min(input.offset ?? 0, progress.states.count)
        let end = min(start + (input.limit ?? progress.states.count), progress.states.count)
        return Output(
            externalChunkID: batch.id.rawValue, status: progress.word, complete: progress.isComplete, mock: false,
            stats: progress.stats,
            messages: progress.states[start..<end].map { state in
                MessageBulkMessage(
                    address: state.address, status: state.status == .pending ? "queued" : state.status.rawValue,
                    messageID: state.id.rawValue, errorMessage: state.failure)
            },
            nextOffset: end < progress.states.count ? end : nil)
    }
}
