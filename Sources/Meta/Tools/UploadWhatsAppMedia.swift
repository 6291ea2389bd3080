import GraphAPI
import IntegrationKit

extension UploadWhatsAppMedia: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let id = try await context.ownNumber(input.phoneNumberID)
        let file = try await context.open(input.file, field: "file")
        try file.check(by: .whatsApp(file.mimeType), of: "WhatsApp")
        let mediaID = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.upload(file, to: id, with: token)
        }
        return Output(mediaID: mediaID)
    }
}
