import GraphAPI
import IntegrationKit

extension WhatsAppSendContent {
    /// How the message stands in our own conversation; nil for a plain text, which stands there already.
    ///
    /// - Parameter text: Of the message, caption or body.
    func description(_ text: String, replyTo: String?) -> MessageDescription? {
        switch self {
        case .text: replyTo == nil ? nil : MessageDescription(kind: "text", text: text, replyTo: replyTo)
        case .reaction(let target, let emoji):
            MessageDescription(
                kind: "reaction", text: emoji.map { "Reacted \($0)" } ?? "Took a reaction back", replyTo: target)
        default:
            MessageDescription(kind: type, text: text.isEmpty ? summary : text, parts: parts, replyTo: replyTo)
        }
    }

    private var summary: String {
        switch self {
        case .document(_, let filename, _): filename ?? "Document"
        case .contacts(let cards): "Contact: " + cards.map(\.name).joined(separator: ", ")
        case .template(let template): "Template \(template.name) (\(template.language))"
        case .location(let place): place.name ?? "Location"
        default: type.prefix(1).uppercased() + type.dropFirst()
        }
    }

    private var parts: [MessagePart] {
        switch self {
        case .image(let source, _): [source.part(.image)]
        case .video(let source, _): [source.part(.video)]
        case .audio(let source, _): [source.part(.audio)]
        case .document(let source, let filename, _): [source.part(.document, name: filename)]
        case .sticker(let source): [source.part(.sticker)]
        case .location(let place): [.place(place)]
        case .interactive(let interactive): interactive.action.parts
        default: []
        }
    }
}

extension WhatsAppMediaSource {
    /// A file of another host than Meta's is a link: the server fetches from Meta only.
    fileprivate func part(_ kind: MessageFile.Kind, name: String? = nil) -> MessagePart {
        switch self {
        case .id(let id): .file(MessageFile(kind: kind, id: id, name: name))
        case .link(let url): .link(MessageLink(url: url, title: name))
        }
    }
}

extension WhatsAppInteractive.Card {
    fileprivate var part: MessagePart {
        switch picture {
        case .image(let url): .link(MessageLink(url: url, title: body ?? "Picture"))
        case .video(let url): .link(MessageLink(url: url, title: body ?? "Film"))
        }
    }
}

extension WhatsAppInteractive.Action {
    fileprivate var parts: [MessagePart] {
        switch self {
        case .buttons(let buttons): [.choices(buttons.map(\.title))]
        case .list(_, let sections): [.choices(sections.flatMap { $0.rows.map(\.title) })]
        case .link(let title, let url): [.link(MessageLink(url: url, title: title))]
        case .flow(let flow): [.choices([flow.button])]
        case .locationRequest: [.choices(["Send location"])]
        case .carousel(let cards): cards.flatMap { [$0.part, .link(MessageLink(url: $0.url, title: $0.title))] }
        case .addressRequest: [.choices(["Provide address"])]
        case .callPermissionRequest: [.choices(["Allow calls", "Decline"])]
        case .call(let button): [.choices([button.title ?? "Call on WhatsApp"])]
        case .contactRequest: [.choices(["Share contact info"])]
        case .product, .products, .catalog: []
        }
    }
}
