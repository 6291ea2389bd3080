import IntegrationKit

extension WhatsAppMessageContent {
    /// The word by which a conversation knows the kind of message.
    public var kind: String {
        switch self {
        case .text: "text"
        case .media(let media): media.kind.rawValue
        case .location: "location"
        case .contacts: "contacts"
        case .buttonReply: "button_reply"
        case .listReply: "list_reply"
        case .formReply: "form_reply"
        case .callPermission: "call_permission"
        case .templateButton: "button"
        case .reaction: "reaction"
        case .order: "order"
        case .system: "system"
        case .edit: "edit"
        case .revoke: "revoke"
        case .welcomeRequest: "request_welcome"
        case .mediaPlaceholder: "media_placeholder"
        case .unsupported: "unsupported"
        case .unknown(let type, _): type
        }
    }

    /// The message that this one changes or comments on, by its `wamid`.
    public var target: String? {
        switch self {
        case .reaction(let target, _), .edit(let target, _), .revoke(let target): target
        default: nil
        }
    }

    /// Whether a person cannot see what was sent.
    var isUnreadable: Bool {
        switch self {
        case .unsupported, .unknown: true
        default: false
        }
    }

    /// One line for people: the person's own words where there are any, else what it truly is.
    public var summary: String {
        switch self {
        case .text(let body): body
        case .media(let media): media.summary
        case .location(let location): location.summary
        case .contacts(let contacts):
            contacts.isEmpty
                ? "Contact"
                : (contacts.contains { $0.ownWaID != nil } ? "Shared their number: " : "Contact: ")
                    + contacts.map(\.summary).joined(separator: "; ")
        case .buttonReply(_, let title): title
        case .listReply(_, let title, let description): description.map { "\(title): \($0)" } ?? title
        case .formReply(let name, let body, _):
            name == "address_message" ? "Sent an address" : body ?? "Filled in a form"
        case .callPermission(let permission): permission.summary
        case .templateButton(let text, _): text
        case .reaction(_, let emoji): emoji.map { "Reacted \($0)" } ?? "Took a reaction back"
        case .order(let order): order.summary
        case .system(let note): note.body
        case .edit(_, let content): "Changed a message: \(content.summary)"
        case .revoke: "Deleted a message"
        case .welcomeRequest: "Opened the chat"
        case .mediaPlaceholder: "A file from before the connection"
        case .unsupported(let type):
            type.map { "A message that WhatsApp does not pass on (\($0))" }
                ?? "A message that WhatsApp does not pass on"
        case .unknown(let type, _): "A message of an unknown kind (\(type))"
        }
    }
}

extension WhatsAppMedia {
    fileprivate var summary: String {
        let noun =
            switch kind {
            case .image: "Image"
            case .audio: isVoice ? "Voice message" : "Audio"
            case .video: "Video"
            case .document: "Document"
            case .sticker: "Sticker"
            }
        let named = filename.map { "\(noun) \($0)" } ?? noun
        return caption.map { "\(named): \($0)" } ?? named
    }
}

extension WhatsAppLocation {
    fileprivate var summary: String {
        let place = [name, address].compactMap { $0 }.joined(separator: ", ")
        return place.isEmpty ? "Location: \(latitude), \(longitude)" : "Location: \(place)"
    }
}

extension WhatsAppSharedContact {
    fileprivate var summary: String {
        guard let phone = phones.first, phone != name else { return name }
        return "\(name), \(phone)"
    }
}

extension WhatsAppCallPermission {
    /// Days are those of UTC: the permission lasts for days, and a line of a conversation is the same for everybody.
    fileprivate var summary: String {
        guard isGranted else { return "Declined calls" }
        let start = isAutomatic ? "Calls are allowed, because they called" : "Allowed calls"
        if isPermanent { return start + ", until they say otherwise" }
        guard let expiresAt else { return start }
        return start + " until " + String(Timestamp.text(expiresAt).prefix(10))
    }
}

extension WhatsAppOrder {
    fileprivate var summary: String {
        let count = items.count == 1 ? "1 product" : "\(items.count) products"
        return text.map { "Order of \(count): \($0)" } ?? "Order of \(count)"
    }
}
