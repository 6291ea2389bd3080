/// The message types of `POST /{phone}/messages`.
enum WhatsAppMessage {
    static let types = [
        "audio", "contacts", "document", "image", "interactive", "location", "pin", "reaction", "sticker", "template",
        "text", "video",
    ]
}

/// Reads messages of one number.
struct WhatsAppMessageReader {
    let number: BusinessNumber
    /// The world at this moment: what templates and media there are.
    let world: World

    /// Longest text message, in characters.
    static let textLimit = 4096
    static let captionLimit = 1024

    func read(_ type: String, from request: GraphRequest) throws(GraphError) -> MessageContent {
        let param = Param(type, request.json(type))
        switch type {
        case "text": return try text(param)
        case "image", "audio", "video", "document", "sticker":
            guard let kind = MediaContent.Kind(rawValue: type) else { throw .typeNotSupported(type) }
            return .media(try media(param, kind: kind))
        case "location": return try location(param)
        case "contacts": return try contacts(param)
        case "reaction": return try reaction(param)
        case "interactive": return .cards(try interactive(param))
        case "template": return .cards(try template(param))
        default: throw .typeNotSupported(type)
        }
    }

    private func text(_ text: Param) throws(GraphError) -> MessageContent {
        try text.object(["body", "preview_url"])
        let body = try text["body"].text(max: Self.textLimit)
        _ = try text["preview_url"].bool()
        return .text(body)
    }

    /// A file by id or by link: exactly one of them.
    func media(_ media: Param, kind: MediaContent.Kind) throws(GraphError) -> MediaContent {
        var keys = ["id", "link"]
        switch kind {
        case .image, .video: keys.append("caption")
        case .document: keys += ["caption", "filename"]
        case .audio: keys.append("voice")
        case .sticker: break
        }
        try media.object(keys + ["provider"])
        let caption = try media["caption"].optionalText(max: Self.captionLimit)
        let filename = try media["filename"].optionalText(max: 240)
        let isVoice = try media["voice"].bool() ?? false
        switch (media["id"].ifThere, media["link"].ifThere) {
        case (let id?, nil):
            guard let text = id.value?.scalarText, !text.isEmpty else { throw id.isMissing }
            guard let item = world.media[text], item.endpointID == number.id, item.origin != .link else {
                throw id.wrong("is not the id of media of this number.")
            }
            guard MediaRules.whatsApp(kind).allows(item.mimeType) else {
                throw .mediaRejected("Media of type \(item.mimeType) cannot be sent as \(kind.rawValue).")
            }
            return MediaContent(
                kind: kind, mediaID: text, mimeType: item.mimeType, caption: caption,
                filename: kind == .document ? filename ?? item.filename : nil, isVoice: isVoice)
        case (nil, let link?):
            let address = try link.text(max: 2048)
            guard let parsed = WebAddress(address), parsed.scheme == "https" || parsed.isLoopback else {
                throw link.wrong("is not a valid https URL.")
            }
            return MediaContent(
                kind: kind, mediaID: nil, mimeType: MediaRules.whatsApp(kind).mimeTypes[0], caption: caption,
                filename: filename, isVoice: isVoice, link: address)
        case (nil, nil): throw .requiredMissing("\(media.path)['id'] or \(media.path)['link']")
        case (_?, _?): throw media.wrong("must have either id or link, not both.")
        }
    }

    private func location(_ location: Param) throws(GraphError) -> MessageContent {
        try location.object(["latitude", "longitude", "name", "address"])
        return .location(
            Place(
                latitude: try location["latitude"].number(-90...90),
                longitude: try location["longitude"].number(-180...180),
                name: try location["name"].optionalText(max: 1000),
                address: try location["address"].optionalText(max: 1000)))
    }

    private func contacts(_ contacts: Param) throws(GraphError) -> MessageContent {
        var cards: [ContactCard] = []
        for contact in try contacts.array(1...257) {
            try contact.object(["name", "phones", "emails", "addresses", "org", "urls", "birthday"])
            let name = try contact["name"].object([
                "formatted_name", "first_name", "last_name", "middle_name", "prefix", "suffix",
            ])
            let formatted = try name["formatted_name"].text(max: 1000)
            let parts = ["first_name", "last_name", "middle_name", "prefix", "suffix"]
            guard parts.contains(where: { name[$0].isThere }) else {
                throw name.wrong("must have one of \(parts.joined(separator: ", ")) beside formatted_name.")
            }
            for list in ["phones", "emails", "addresses", "urls"] where contact[list].isThere {
                for entry in try contact[list].array(0...100) { try entry.object() }
            }
            if let birthday = try contact["birthday"].optionalText(max: 10), birthday.wholeMatch(of: Self.date) == nil {
                throw contact["birthday"].wrong("must be a date of the form YYYY-MM-DD.")
            }
            cards.append(ContactCard(name: formatted, wire: contact.value ?? .null))
        }
        return .contacts(cards)
    }

    private static var date: Regex<Substring> { /\d{4}-\d{2}-\d{2}/ }

    private func reaction(_ reaction: Param) throws(GraphError) -> MessageContent {
        try reaction.object(["message_id", "emoji"])
        let id = try reaction["message_id"].text(max: 256)
        let emoji = try reaction["emoji"].text(max: 64, allowsEmpty: true)
        guard emoji.count <= 1 else { throw reaction["emoji"].wrong("must be a single emoji, or empty.") }
        if let character = emoji.first, !Self.isEmoji(character) {
            throw reaction["emoji"].wrong("must be a single emoji, or empty.")
        }
        return .reaction(Reaction(messageID: id, emoji: emoji))
    }

    private static func isEmoji(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            scalar.properties.isEmojiPresentation || (scalar.properties.isEmoji && scalar.value > 0x238C)
                || scalar.value == 0xFE0F
        }
    }
}
