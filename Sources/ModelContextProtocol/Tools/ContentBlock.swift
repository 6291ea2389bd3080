import IntegrationKit

/// One piece of what a tool answers, for the model to read.
public enum ContentBlock: Hashable, Sendable {
    case text(String)
    /// `data` is base64 (RFC 4648 section 4).
    case image(data: String, mimeType: String)
    /// `data` is base64 (RFC 4648 section 4).
    case audio(data: String, mimeType: String)
    /// Something that can be read elsewhere. Use `https` only for what the client can fetch itself.
    case resourceLink(
        uri: String, name: String, title: String? = nil, description: String? = nil, mimeType: String? = nil)
    /// A text with its address.
    case resource(uri: String, mimeType: String? = nil, text: String)

    /// As `version` says it. Kinds that the revision does not know become text: clients ignore members they do not
    /// know, but not kinds of content.
    func json(for version: ProtocolVersion) -> JSON {
        switch self {
        case .text(let text): ["type": "text", "text": .string(text)]
        case .image(let data, let mimeType):
            ["type": "image", "data": .string(data), "mimeType": .string(mimeType)]
        case .audio(let data, let mimeType):
            version >= .march2025
                ? ["type": "audio", "data": .string(data), "mimeType": .string(mimeType)]
                : ["type": "text", "text": .string("(audio of type \(mimeType))")]
        case .resourceLink(let uri, let name, let title, let description, let mimeType):
            version >= .june2025
                ? Self.object([
                    ("type", "resource_link"), ("uri", uri), ("name", name), ("title", title),
                    ("description", description), ("mimeType", mimeType),
                ])
                : ["type": "text", "text": .string("\(title ?? name): \(uri)")]
        case .resource(let uri, let mimeType, let text):
            ["type": "resource", "resource": Self.object([("uri", uri), ("mimeType", mimeType), ("text", text)])]
        }
    }

    private static func object(_ members: [(String, String?)]) -> JSON {
        var object = JSONObject()
        for (key, value) in members { object[key] = value.map(JSON.string) }
        return .object(object)
    }
}
