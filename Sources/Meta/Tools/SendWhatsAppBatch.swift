import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SendWhatsAppBatch: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        if let at = input.schedule?.at, at > Date() {
            throw ToolFailure.invalid(
                "schedule.at", "Batches are sent at once.", advice: "Call this tool at that time.")
        }
        let batch = try await WhatsAppBatch(
            channel: try await context.whatsAppChannel(input.channel), key: input.batchKey,
            what: input.template.map { "\($0.name) (\($0.language))" } ?? "Texts",
            digest: WhatsAppBatch.digest(of: input.json), items: try input.items()
        ).take(in: context)
        return Output(status: .accepted, externalChunkID: batch.id.rawValue, acceptedCount: batch.total, rejectedCount: 0)
    }
}

extension SendWhatsAppBatch.Input {
    fileprivate func items() throws -> [WhatsAppBatch.Item] {
        if let variables {
            guard template != nil else {
                throw ToolFailure.invalid("variables", "Variables are for a template, and there is none.")
            }
            guard variables.count == recipients.count else {
                throw ToolFailure.invalid(
                    "variables", "There must be as many as recipients: \(recipients.count), not \(variables.count).")
            }
        }
        return recipients.enumerated().map { index, recipient in
            var own = template
            if let values = variables?[index] {
                own?.header = values.header
                own?.body = values.body
                own?.buttons = values.buttons
            }
            return WhatsAppBatch.Item(
                address: recipient.address, text: recipient.renderedBody, rich: own.map { .template($0) },
                path: "recipients[\(index)]")
        }
    }
}
