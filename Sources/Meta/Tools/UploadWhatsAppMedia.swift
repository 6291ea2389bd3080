import GraphAPI
import IntegrationKit

extension UploadWhatsAppMedia: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let id = try await context.ownNumber(input.phoneNumberID)
        let file = try await input.file.open(in: context.session)
        let rule = GraphAPI.FileRule.whatsApp(file.mimeType)
        guard file.size <= rule.maximumSize else {
            throw ToolFailure.invalid(
                "file", "WhatsApp takes \(file.mimeType) of at most \(rule.maximumSize) bytes; this has \(file.size).")
        }
        let mediaID = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.upload(file, to: id, with: token)
        }
        return Output(mediaID: mediaID)
    }
}
