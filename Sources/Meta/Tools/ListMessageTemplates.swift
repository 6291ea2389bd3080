import GraphAPI
import IntegrationKit

extension ListMessageTemplates: ToolHandler {
    /// Fetches all templates and keeps what Meta says of each; what is gone there goes here.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let templates = try await context.templates()
        var records: [MessageTemplate] = []
        for template in templates { records.append(try await context.models.messageTemplate.upsert(template.fields)) }
        let ids = Set(templates.map(\.id))
        for record in try await context.models.messageTemplate.all() where !ids.contains(record.templateID) {
            try await context.models.messageTemplate.delete(record.id)
        }
        return records.map(Output.Element.init)
    }
}

extension ToolContext<Meta> {
    func templates() async throws -> [MessageTemplateNode] {
        let wabaID = try await wabaID
        return try await graph.call { client, token throws(GraphFailure) in
            try await client.templates(of: wabaID, with: token)
        }
    }
}

extension MessageTemplateNode {
    var fields: MessageTemplate.AppFields {
        .init(
            templateID: id, name: name, language: language, status: .init(graphValue: status),
            category: .graphWord(category), quality: quality.map { .init(graphValue: $0) }, text: preview, reason: rejectionReason)
    }
}
