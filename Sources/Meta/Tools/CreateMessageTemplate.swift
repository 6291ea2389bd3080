import GraphAPI
import IntegrationKit

extension CreateMessageTemplate: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        var template = NewMessageTemplate(
            name: input.name, language: input.language,
            category: NewMessageTemplate.Category(rawValue: input.category.rawValue) ?? .utility, header: input.header,
            body: input.body, footer: input.footer, quickReplies: input.quickReplies,
            examples: input.examples.enumerated().map { .init(variable: String($0 + 1), text: $1) })
        try template.checkLimits()
        let wabaID = try await context.wabaID
        if let given = input.headerSample {
            let sample = try await context.open(given, field: "header_sample")
            template.headerSample = try await upload(sample, in: context)
            try template.checkLimits()
        }
        let submitted = template
        let created = try await context.graph.call(isSend: true) { client, token throws(GraphFailure) in
            try await client.create(submitted, in: wabaID, with: token)
        }
        let record = try await context.models.messageTemplate.upsert(.init(
            templateID: created.id, name: input.name, language: input.language, status: .init(graphValue: created.status),
            category: .graphWord(created.category ?? input.category.rawValue),
            text: [input.header, input.body, input.footer].compactMap { $0 }.joined(separator: "\n")))
        return Output(id: record.id, status: created.status)
    }

    private static func upload(_ file: FileStream, in context: Context) async throws -> NewMessageTemplate.HeaderSample {
        let rule = GraphAPI.FileRule.whatsApp(file.mimeType)
        guard GraphClient.sampleTypes.contains(file.mimeType) else {
            throw ToolFailure.invalid(
                "header_sample", "A header is one of \(GraphClient.sampleTypes.joined(separator: ", ")), not \(file.mimeType).")
        }
        guard file.size <= rule.maximumSize else {
            throw ToolFailure.invalid(
                "header_sample", "WhatsApp takes \(file.mimeType) of at most \(rule.maximumSize) bytes; this has \(file.size).")
        }
        let handle = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.uploadSample(file, with: token)
        }
        return .init(kind: rule.kind, handle: handle)
    }
}
