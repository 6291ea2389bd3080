public import IntegrationKit

extension NewMessageTemplate {
    /// - Throws: every field that is beyond one of Meta's limits ("Template components"), by its name in the input of a
    ///   tool that makes templates.
    public func checkLimits() throws(InvalidValue) {
        var limits = MessageLimits()
        limits.length(of: name, "name", atMost: 512)
        if !name.allSatisfy({ $0.isASCIIDigit || ("a"..."z").contains($0) || $0 == "_" }) {
            limits.add("name", "may have small letters, digits and _ only")
        }
        limits.length(of: header, "header", atMost: 60, required: false)
        if header != nil, headerSample != nil { limits.add("header", "must be left out beside a file") }
        limits.length(of: body, "body", atMost: 1024)
        limits.length(of: footer, "footer", atMost: 60, required: false)
        limits.count(quickReplies.count, "quick_replies", 0...10, "buttons")
        for (index, title) in quickReplies.enumerated() {
            limits.length(of: title, "quick_replies[\(index)]", atMost: 25)
        }
        if body.hasPrefix("{{") || body.hasSuffix("}}") { limits.add("body", "must not begin or end with a variable") }
        try limits.check()
    }

    var json: JSON {
        var components: [JSON] = []
        if let header { components.append(["type": "HEADER", "format": "TEXT", "text": .string(header)]) }
        if let headerSample {
            let format = headerSample.kind.rawValue.uppercased()
            components.append(
                ["type": "HEADER", "format": .string(format), "example": ["header_handle": [.string(headerSample.handle)]]])
        }
        var body: JSONObject = ["type": "BODY", "text": .string(self.body)]
        let isNumbered = examples.allSatisfy { $0.variable.allSatisfy(\.isASCIIDigit) }
        if !examples.isEmpty {
            let texts: [JSON] = examples.map { .string($0.text) }
            let named: [JSON] = examples.map { ["param_name": .string($0.variable), "example": .string($0.text)] }
            body["example"] = isNumbered ? ["body_text": [.array(texts)]] : ["body_text_named_params": .array(named)]
        }
        components.append(.object(body))
        if let footer { components.append(["type": "FOOTER", "text": .string(footer)]) }
        if !quickReplies.isEmpty {
            let buttons: [JSON] = quickReplies.map { ["type": "QUICK_REPLY", "text": .string($0)] }
            components.append(["type": "BUTTONS", "buttons": .array(buttons)])
        }
        return [
            "name": .string(name), "language": .string(language), "category": .string(category.rawValue),
            "parameter_format": isNumbered ? "positional" : "named", "components": .array(components),
        ]
    }
}

extension GraphClient {
    /// The templates of a WhatsApp account; all of them. Needs `whatsapp_business_management`.
    public func templates(
        of wabaID: String, with token: GraphToken
    ) async throws(GraphFailure) -> [MessageTemplateNode] {
        try await all(
            "\(node(wabaID))/message_templates", [(name: "fields", value: MessageTemplateNode.fields)], with: token,
            MessageTemplateNode.init)
    }

    /// Hands a template in for approval. A hundred an hour at most.
    ///
    /// - Returns: its id, and the status and category that Meta gave it: it may have been approved at once.
    public func create(
        _ template: NewMessageTemplate, in wabaID: String, with token: GraphToken
    ) async throws(GraphFailure) -> CreatedTemplate {
        let answer = try await post("\(node(wabaID))/message_templates", json: template.json, with: token)
        return try decode(answer, CreatedTemplate.init)
    }

    /// Deletes a template in all of its languages. The name of an approved one is blocked for 30 days.
    public func deleteTemplate(
        named name: String, from wabaID: String, with token: GraphToken
    ) async throws(GraphFailure) {
        try confirm(await delete("\(node(wabaID))/message_templates", [(name: "name", value: name)], with: token))
    }
}

public struct CreatedTemplate: Hashable, Sendable {
    public let id: String
    public let status: String
    public let category: String?

    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        status = json["status"]?.filledText ?? "PENDING"
        category = json["category"]?.filledText
    }
}
