import GraphAPI
import IntegrationKit

extension CreateMessageTemplate: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let template = NewMessageTemplate(
            name: input.name, language: input.language,
            category: NewMessageTemplate.Category(rawValue: input.category.rawValue) ?? .utility, header: input.header,
            body: input.body, footer: input.footer, quickReplies: input.quickReplies,
            examples: input.examples.enumerated().map { .init(variable: String($0 + 1), text: $1) })
        try template.checkLimits()
        let wabaID = try await context.wabaID
        let created = try await context.graph.call(isSend: true) { client, token throws(GraphFailure) in
            try await client.create(template, in: wabaID, with: token)
        }
        let record = try await context.models.messageTemplate.upsert(.init(
            templateID: created.id, name: input.name, language: input.language, status: .init(graphValue: created.status),
            category: .graphWord(created.category ?? input.category.rawValue),
            text: [input.header, input.body, input.footer].compactMap { $0 }.joined(separator: "\n")))
        return Output(id: record.id, status: created.status)
    }
}
