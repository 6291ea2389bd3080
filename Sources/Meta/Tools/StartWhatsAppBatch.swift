import GraphAPI
import IntegrationKit

extension StartWhatsAppBatch: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let numberID = try await context.ownNumber(input.phoneNumberID)
        let number = try await context.models.whatsAppPhoneNumber.first(where: .equal(.phoneNumberID, numberID))
        let open = try await context.channels.whatsApp.all()
        guard let channel = open.first(where: { $0.identifier == number?.phone }) else {
            throw ToolFailure.notFound("open WhatsApp channel", numberID, field: "phone_number_id")
        }
        guard let template = try await context.templates().first(where: { $0.id == input.templateID }) else {
            throw ToolFailure.notFound("template", input.templateID, field: "template_id")
        }
        guard !template.needsMoreThanBody else {
            throw ToolFailure.invalid(
                "template_id", "This template has more to fill in than its text.",
                advice: "Choose another one, or send it with the tool send_whatsapp_batch.")
        }
        let batch = try await WhatsAppBatch(
            channel: channel, key: nil, what: "\(template.name) (\(template.language))",
            digest: WhatsAppBatch.digest(of: input.json), items: try Self.items(input.recipients, template)
        ).take(in: context)
        return Output(id: batch.id)
    }

    /// A line a person: the number, then the variables, with the first of tab, semicolon and comma that it has between them.
    private static func items(_ lines: [String], _ template: MessageTemplateNode) throws -> [WhatsAppBatch.Item] {
        let names = template.variables
        var problems: [ValueProblem] = []
        let items = lines.enumerated().compactMap { index, line -> WhatsAppBatch.Item? in
            let separator: Character = ["\t", ";", ","].first { line.contains($0) } ?? ";"
            var cells = line.components(separatedBy: separator)
            let address = cells.removeFirst()
            guard cells.count == names.count, cells.allSatisfy({ !$0.isEmpty }) else {
                problems.append(ValueProblem(
                    path: "recipients[\(index)]",
                    message: "has \(cells.count { !$0.isEmpty }) variables, and the template has \(names.count)"))
                return nil
            }
            let isNumbered = names.allSatisfy { $0.allSatisfy(\.isNumber) }
            let body = zip(names, cells).map { name, cell in
                TemplateValue.text(TemplateText(text: cell, name: isNumbered ? nil : name))
            }
            return WhatsAppBatch.Item(
                address: address,
                text: template.preview(with: Dictionary(zip(names, cells)) { first, _ in first }),
                rich: .template(WhatsAppTemplate(name: template.name, language: template.language, body: body)),
                path: "recipients[\(index)]")
        }
        guard problems.isEmpty else { throw InvalidValue(problems) }
        return items
    }
}

extension String {
    /// Without the spaces around each part.
    fileprivate func components(separatedBy separator: Character) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { part in
            let head = part.drop(while: \.isWhitespace)
            return String(head.prefix(head.count - head.reversed().prefix(while: \.isWhitespace).count))
        }
    }
}
