internal import Cryptography
internal import IntegrationKit
package import Storage

/// What somebody has written in a conversation's composer. It becomes one message, or several: one for each file.
package struct Composition: Sendable {
    package var text: String
    package var files: [StoredFile]
    /// The provider's id of the message that is answered.
    package var replyTo: String?
    package var template: TemplateUse?

    package init(
        text: String = "", files: [StoredFile] = [], replyTo: String? = nil, template: TemplateUse? = nil
    ) {
        self.text = text
        self.files = files
        self.replyTo = replyTo
        self.template = template
    }

    /// What two compositions under the same key must have in common.
    var identity: JSON {
        [
            "text": .string(text), "files": .array(files.map { .string(Hex.encode($0.digest)) }),
            "replyTo": replyTo.map(JSON.string) ?? .null,
        ]
    }

    /// The messages that it becomes, as the send tool's arguments without channel, recipient and id. A text goes with the
    /// first file where it may, else before all files as a message of its own.
    ///
    /// - Parameters:
    ///   - isLate: Whether the provider must be told why the answer comes after its window.
    ///   - link: Gives the address of a file.
    func drafts(
        by messaging: ChannelDescriptor.Messaging, isLate: Bool, link: (StoredFile) -> String
    ) throws(ToolFailure) -> [JSONObject] {
        if let template {
            guard let input = messaging.templates?.input else {
                throw ToolFailure(.rejected, "This channel has no templates.")
            }
            return [["message": ["content": .string(template.text)], input: template.json]]
        }
        var contents: [JSONObject] = []
        var rest = text
        for file in files {
            guard let kind = messaging.attachments?.kind(named: file.name, mimeType: file.mimeType) else {
                throw .invalid("message.attachments", "\(file.name) is of a kind that cannot be sent here.")
            }
            let goesAlong = rest.unicodeScalars.count <= kind.maximumText
            if !rest.isEmpty, !goesAlong { contents.append(["content": .string(rest)]) }
            contents.append([
                "content": .string(goesAlong ? rest : ""),
                "attachments": [
                    [
                        "filename": .string(file.name), "url": .string(link(file)), "mimeType": .string(file.mimeType),
                        "size": .number(JSONNumber(file.size)), "fileId": .string(file.id.rawValue),
                    ]
                ],
            ])
            rest = ""
        }
        if files.isEmpty {
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw .invalid("message.content", "The message is empty.", advice: "Write something first.")
            }
            contents.append(["content": .string(text)])
        }
        return contents.enumerated().map { index, content in
            var draft: JSONObject = ["message": .object(content)]
            if index == 0, let replyTo, let input = messaging.replyInput { draft[input] = .string(replyTo) }
            for (name, value) in (isLate ? messaging.window?.late?.arguments : nil) ?? [:] { draft[name] = value }
            return draft
        }
    }
}

/// A text that the provider has approved, as the channel's tool lists it (`message.template_offer`).
package struct TemplateOffer: Hashable, Sendable, Identifiable {
    package struct Variable: Hashable, Sendable {
        package let name: String
        package let label: String
        package let example: String?
    }

    package let id: String
    package let name: String
    package let language: String?
    /// A variable stands in it as `{{name}}`.
    package let text: String
    package let variables: [Variable]

    /// - Returns: nil for what does not keep to the contract.
    init?(_ json: JSON) {
        guard let id = json["id"]?.stringValue, let name = json["name"]?.stringValue,
            let text = json["text"]?.stringValue
        else { return nil }
        self.id = id
        self.name = name
        self.text = text
        language = json["language"]?.stringValue
        variables = (json["variables"]?.arrayValue ?? []).compactMap { variable in
            guard let name = variable["name"]?.stringValue else { return nil }
            return Variable(
                name: name, label: variable["label"]?.stringValue ?? name, example: variable["example"]?.stringValue)
        }
    }

    /// The text with what is filled in; what is not, stands there as its variable.
    package func text(filledWith values: [String: String]) -> String {
        variables.reduce(text) { text, variable in
            guard let value = values[variable.name], !value.isEmpty else { return text }
            return text.replacing("{{\(variable.name)}}", with: value)
        }
    }
}

/// An approved text with its variables filled in (`message.template_use`).
package struct TemplateUse: Hashable, Sendable {
    package let id: String
    /// By the variables' names, in their order.
    package let values: [(name: String, text: String)]
    /// As its reader sees it.
    package let text: String

    package init(_ offer: TemplateOffer, values: [String: String]) {
        id = offer.id
        self.values = offer.variables.map { ($0.name, values[$0.name] ?? "") }
        text = offer.text(filledWith: values)
    }

    var json: JSON {
        ["id": .string(id), "texts": .array(values.map { ["name": .string($0.name), "text": .string($0.text)] })]
    }

    package static func == (left: Self, right: Self) -> Bool { left.json == right.json && left.text == right.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(json) }
}
