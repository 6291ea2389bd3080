import GraphAPI
import IntegrationKit

extension PreviewMessageTemplate: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let template = try await context.templates().first { $0.name == input.name && $0.language == input.language }
        guard let template else {
            throw ToolFailure(
                .notFound, "There is no template '\(input.name)' in \(input.language).", field: "name",
                advice: "List the templates and use the name and language of one of them.")
        }
        let values = Dictionary(zip(template.variables, input.texts)) { first, _ in first }
        return TemplatePreview(text: template.preview(with: values), variables: template.variables)
    }
}
