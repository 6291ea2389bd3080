/// What a message says: one vocabulary for the three products, as far as a phone can show it.
enum MessageContent: Hashable, Codable, Sendable {
    case text(String)
    case media(MediaContent)
    case location(Place)
    case contacts([ContactCard])
    /// One card with buttons or a list, or a row of them: interactive messages and templates.
    case cards([Card])
    /// The person pressed a button, chose from a list, or filled in a form.
    case press(Press)
    /// A reaction to another message; an empty emoji takes it back.
    case reaction(Reaction)
    case order(Order)
    /// What the person has written below a post, in public.
    case comment(Comment)
    /// What the platform hands over without content.
    case unsupported(kind: String)

    /// What a list of chats shows of it, on one line.
    var preview: String {
        switch self {
        case .text(let body): Self.oneLine(body)
        case .media(let media): media.caption.map(Self.oneLine) ?? media.filename ?? media.kind.title
        case .location(let place): place.name ?? "Location"
        case .contacts(let cards): cards.map(\.name).joined(separator: ", ")
        case .cards(let cards): Self.oneLine(cards.first.map { $0.body ?? $0.title ?? "" } ?? "")
        case .press(let press): press.title
        case .reaction(let reaction): reaction.emoji.isEmpty ? "Took a reaction back" : "Reacted \(reaction.emoji)"
        case .comment(let comment): Self.oneLine(comment.text)
        case .order(let order): "Order of \(order.items.count) products"
        case .unsupported(let kind): "Unsupported: \(kind)"
        }
    }

    /// The word that the control API and the platforms have for its kind.
    var kind: String {
        switch self {
        case .text: "text"
        case .media(let media): media.kind.rawValue
        case .location: "location"
        case .contacts: "contacts"
        case .cards(let cards): cards.first?.templateName == nil ? "interactive" : "template"
        case .press(let press): press.source.rawValue
        case .reaction: "reaction"
        case .order: "order"
        case .comment: "comment"
        case .unsupported: "unsupported"
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

/// A picture, sound, film or file; its bytes are in the ``MediaStore``.
struct MediaContent: Hashable, Codable, Sendable {
    enum Kind: String, Codable, Sendable, CaseIterable {
        case image, audio, video, document, sticker

        var title: String {
            switch self {
            case .image: "Picture"
            case .audio: "Sound"
            case .video: "Film"
            case .document: "Document"
            case .sticker: "Sticker"
            }
        }
    }

    var kind: Kind
    /// Key of ``World/media``; `nil` when the platform could not fetch the link.
    var mediaID: String?
    var mimeType: String
    var caption: String?
    var filename: String?
    /// Recorded on the phone or sent as a voice note.
    var isVoice = false
    /// Where Meta was told to fetch it.
    var link: String?
}

/// A place on the map, in degrees.
struct Place: Hashable, Codable, Sendable {
    var latitude: Double
    var longitude: Double
    var name: String?
    var address: String?
}

/// Somebody's details, as the wire spells them.
struct ContactCard: Hashable, Codable, Sendable {
    /// `name.formatted_name`.
    var name: String
    /// The whole contact object.
    var wire: WireJSON
}

/// A reaction to a message.
struct Reaction: Hashable, Codable, Sendable {
    var messageID: String
    var emoji: String
}

/// What a person has written below a post of a Page or an Instagram account.
struct Comment: Hashable, Codable, Sendable {
    var text: String
    var postID: String
}

/// What a person put into the cart and sent.
struct Order: Hashable, Codable, Sendable {
    struct Item: Hashable, Codable, Sendable {
        var productID: String
        var quantity: Int
        var price: Double
        var currency: String
    }

    var catalogID: String
    var note: String?
    var items: [Item]
}

/// A message with things to press: an interactive message, a template, or one card of a carousel.
struct Card: Hashable, Codable, Sendable {
    /// Picture, film or document above the text.
    var media: MediaContent?
    /// Header text, or the title of a generic template's element.
    var title: String?
    var body: String?
    var footer: String?
    var buttons: [Button] = []
    /// What opens the list, and what is in it.
    var list: ChoiceList?
    /// Name of the template that it was made of.
    var templateName: String?
    /// Category of that template: decides the price and what opt-outs mean.
    var templateCategory: TemplateCategory?

    struct Button: Hashable, Codable, Sendable {
        enum Action: Hashable, Codable, Sendable {
            /// Answers with this id or payload.
            case reply(String)
            case url(String)
            case call(String)
            case copy(String)
            /// Opens a flow; pressing it answers with a form.
            case flow
            /// Asks for the person's place.
            case sendLocation
            /// Opens a catalogue; nothing comes back by itself.
            case catalog
            /// Says whether the business may call: `accept` or `reject`.
            case callPermission(String)
            /// Opens a form for an address.
            case address
            /// Sends the person's own card.
            case shareContact
        }

        var title: String
        var action: Action
    }

    struct ChoiceList: Hashable, Codable, Sendable {
        struct Section: Hashable, Codable, Sendable {
            var title: String?
            var rows: [Row]
        }

        struct Row: Hashable, Codable, Sendable {
            var id: String
            var title: String
            var description: String?
        }

        var button: String
        var sections: [Section]
    }
}

/// What a person pressed.
struct Press: Hashable, Codable, Sendable {
    /// Where it was, which decides how the webhook spells it.
    enum Source: String, Codable, Sendable {
        case buttonReply = "button_reply"
        case listReply = "list_reply"
        /// A template's quick reply on WhatsApp.
        case templateButton = "button"
        /// A form that was filled in.
        case form = "nfm_reply"
        /// A form for an address, which is an `nfm_reply` too.
        case address = "address_message"
        case callPermission = "call_permission_reply"
        /// The person's own card, which is a message of its own.
        case contact
        /// A quick reply of Messenger or Instagram.
        case quickReply = "quick_reply"
        /// A button of a Messenger or Instagram template, the menu, or an ice breaker.
        case postback
    }

    var source: Source
    var title: String
    /// Id or payload; for a form its JSON text.
    var payload: String
    var description: String?
}
