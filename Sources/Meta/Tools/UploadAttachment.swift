import GraphAPI
import IntegrationKit

extension UploadAttachment: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        _ = try await context.connection
        let file = try await input.file.open(in: context.session)
        guard let product = PageProduct.allCases.first(where: { $0.channel == input.channel.handle }) else {
            let number = try await context.whatsAppNumber(of: input.channel)
            try file.check(by: .whatsApp(file.mimeType), of: "WhatsApp")
            let id = try await context.graph.call { client, token throws(GraphFailure) in
                try await client.upload(file, to: number.phoneNumberID, with: token, deadline: .seconds(280))
            }
            return Output(reference: id)
        }
        guard product == .messenger else {
            throw ToolFailure.invalid("channel", "\(product.name) takes no files ahead of their messages.")
        }
        let rule = GraphAPI.FileRule.page(product, file.mimeType)
        try file.check(by: rule, of: product.name)
        let page = try await PageAccess(context.models).page(
            handle: input.channel.handle, identifier: input.channel.identifierValue)
        let id = try await context.graph.call(as: page) { client, token throws(GraphFailure) in
            try await client.uploadAttachment(
                rule?.kind ?? .document, file, for: page.id, with: token, deadline: .seconds(280))
        }
        return Output(reference: id)
    }
}

extension FileStream {
    /// - Throws: ``ToolFailure`` when the product does not take it.
    func check(by rule: GraphAPI.FileRule?, of product: String) throws {
        guard let rule else {
            throw ToolFailure.invalid("file", "\(product) does not take files of the type \(mimeType).")
        }
        guard size <= rule.maximumSize else {
            throw ToolFailure.invalid(
                "file", "\(product) takes \(mimeType) of at most \(rule.maximumSize) bytes; this has \(size).")
        }
    }
}

extension ToolContext<Meta> {
    /// The number that speaks on a channel.
    func whatsAppNumber(of channel: MessageChannel) async throws -> WhatsAppPhoneNumber {
        let phone = channel.identifierValue
        guard let number = try await models.whatsAppPhoneNumber.first(where: .equal(.phone, phone)) else {
            throw ToolFailure.notFound("WhatsApp number", phone, field: "channel.identifierValue")
        }
        return number
    }
}
