public import IntegrationKit

extension WhatsAppSend {
    /// Whether WhatsApp takes the message as far as its form goes, before it is asked.
    ///
    /// - Throws: every field that is beyond a limit, by the path that it has in the input of a send tool: `message.content`
    ///   for text, caption and body, `rich.…` for the rest.
    public func checkLimits() throws(InvalidValue) {
        var limits = MessageLimits()
        switch to {
        case .number(let number):
            let digits = number.filter(\.isASCIIDigit).count
            if !(5...15).contains(digits) { limits.add("recipient.address", "must be a number in E.164, like +447700900417") }
        case .user, .group: break
        }
        if let callbackData, callbackData.unicodeScalars.count > Self.maximumCallbackDataLength {
            limits.add("message.id", "must have at most \(Self.maximumCallbackDataLength) characters")
        }
        content.check(&limits)
        if case .group = to { checkGroup(&limits) }
        try limits.check()
    }

    /// Groups take texts, files and templates (Meta, "Groups messaging").
    private func checkGroup(_ limits: inout MessageLimits) {
        switch content {
        case .interactive, .location, .contacts: limits.add("rich.type", "cannot be sent to a group")
        default: break
        }
    }
}

/// What WhatsApp allows (Meta, "Messages"). Lengths are in characters.
public enum WhatsAppLimits {
    public static let text = 4096
    public static let caption = 1024
    public static let body = 1024
    /// Of messages with a list.
    public static let listBody = 4096
    public static let header = 60
    public static let footer = 60
    public static let buttonTitle = 20
    public static let buttonID = 256
    public static let rowID = 200
    public static let rowTitle = 24
    public static let rowDescription = 72
    public static let rows = 10
    public static let cardBody = 160
    /// How long a call button can be pressed.
    public static let callMinutes = 1...43_200
    /// Where WhatsApp has a form for addresses.
    public static let addressCountries = ["IN", "SG"]
    /// Meta's references disagree; this is what all of them take.
    public static let contacts = 5
}

extension WhatsAppSendContent {
    fileprivate func check(_ limits: inout MessageLimits) {
        switch self {
        case .text(let body, _): limits.length(of: body, "message.content", atMost: WhatsAppLimits.text)
        case .image(let source, let caption), .video(let source, let caption), .document(let source, _, let caption):
            source.check(&limits)
            limits.length(of: caption, "message.content", atMost: WhatsAppLimits.caption, required: false)
        case .audio(let source, _), .sticker(let source): source.check(&limits)
        case .location(let place):
            if !(-90...90).contains(place.latitude) { limits.add("rich.latitude", "must be from -90 to 90") }
            if !(-180...180).contains(place.longitude) { limits.add("rich.longitude", "must be from -180 to 180") }
        case .contacts(let cards):
            limits.count(cards.count, "rich.contacts", 1...WhatsAppLimits.contacts, "contacts")
            for (index, card) in cards.enumerated() where card.name.isEmpty {
                limits.add("rich.contacts[\(index)].name", "is required")
            }
        case .reaction(let target, let emoji):
            if target.isEmpty { limits.add("rich.message_id", "is required") }
            if let emoji, emoji.count != 1 { limits.add("rich.emoji", "must be one emoji") }
        case .interactive(let interactive): interactive.check(&limits)
        case .template(let template): template.check(&limits)
        }
    }
}

extension WhatsAppMediaSource {
    fileprivate func check(_ limits: inout MessageLimits) {
        switch self {
        case .id(let id): if id.isEmpty { limits.add("rich.media_id", "is required") }
        case .link(let url): if !url.hasPrefix("https://") { limits.add("rich.url", "must begin with https://") }
        }
    }
}

extension WhatsAppInteractive {
    fileprivate func check(_ limits: inout MessageLimits) {
        let isList = if case .list = action { true } else { false }
        limits.length(
            of: body, "message.content", atMost: isList ? WhatsAppLimits.listBody : WhatsAppLimits.body,
            required: !isProduct)
        limits.length(of: footer, "rich.footer", atMost: WhatsAppLimits.footer, required: false)
        if case .text(let text) = header { limits.length(of: text, "rich.header", atMost: WhatsAppLimits.header) }
        checkHeader(&limits)
        action.check(&limits)
    }

    private var isProduct: Bool { if case .product = action { true } else { false } }

    private func checkHeader(_ limits: inout MessageLimits) {
        switch (action, header) {
        case (.list, .image), (.list, .video), (.list, .document): limits.add("rich.header", "of a list must be a text")
        case (.product, .some): limits.add("rich.header", "cannot stand over a product")
        case (.products, .text): break
        case (.products, _): limits.add("rich.header", "is required over products, as a text")
        default: break
        }
    }
}

extension WhatsAppInteractive.Action {
    fileprivate func check(_ limits: inout MessageLimits) {
        switch self {
        case .buttons(let buttons):
            limits.count(buttons.count, "rich.buttons", 1...3, "buttons")
            limits.distinct(buttons.map(\.id), "rich.buttons", "id")
            limits.distinct(buttons.map(\.title), "rich.buttons", "title")
            for (index, button) in buttons.enumerated() {
                let field = "rich.buttons[\(index)]"
                limits.length(of: button.title, "\(field).title", atMost: WhatsAppLimits.buttonTitle)
                limits.length(of: button.id, "\(field).id", atMost: WhatsAppLimits.buttonID)
            }
        case .list(let button, let sections): checkList(button, sections, &limits)
        case .link(let title, let url):
            limits.length(of: title, "rich.title", atMost: WhatsAppLimits.buttonTitle)
            limits.webAddress(url, "rich.url")
        case .flow(let flow):
            limits.length(of: flow.button, "rich.button", atMost: WhatsAppLimits.buttonTitle)
            if flow.id.isEmpty { limits.add("rich.flow_id", "is required") }
        case .products(_, let sections):
            limits.count(sections.count, "rich.sections", 1...10, "sections")
            limits.count(sections.reduce(0) { $0 + $1.products.count }, "rich.sections", 1...30, "products")
            for (index, section) in sections.enumerated() {
                limits.length(of: section.title, "rich.sections[\(index)].title", atMost: WhatsAppLimits.rowTitle)
            }
        case .carousel(let cards): checkCarousel(cards, &limits)
        case .addressRequest(let request):
            if !WhatsAppLimits.addressCountries.contains(request.country) {
                limits.add("rich.country", "must be one of \(WhatsAppLimits.addressCountries.joined(separator: ", "))")
            }
        case .call(let button):
            limits.length(of: button.title, "rich.title", atMost: WhatsAppLimits.buttonTitle, required: false)
            if let minutes = button.minutes, !WhatsAppLimits.callMinutes.contains(minutes) {
                limits.add(
                    "rich.minutes",
                    "must be \(WhatsAppLimits.callMinutes.lowerBound) to \(WhatsAppLimits.callMinutes.upperBound); it is \(minutes)")
            }
        case .locationRequest, .product, .catalog, .callPermissionRequest, .contactRequest: break
        }
    }

    /// All cards have the same kind of picture, and an address that WhatsApp can fetch.
    private func checkCarousel(_ cards: [WhatsAppInteractive.Card], _ limits: inout MessageLimits) {
        limits.count(cards.count, "rich.cards", 2...10, "cards")
        var kinds: Set<Bool> = []
        for (index, card) in cards.enumerated() {
            let field = "rich.cards[\(index)]"
            let (address, isImage) =
                switch card.picture {
                case .image(let url): (url, true)
                case .video(let url): (url, false)
                }
            kinds.insert(isImage)
            if !address.hasPrefix("https://") { limits.add("\(field).media_url", "must begin with https://") }
            limits.length(of: card.body, "\(field).text", atMost: WhatsAppLimits.cardBody, required: false)
            if let body = card.body, body.count(where: \.isNewline) > 2 {
                limits.add("\(field).text", "must have at most 2 line breaks")
            }
            limits.length(of: card.title, "\(field).title", atMost: WhatsAppLimits.buttonTitle)
            limits.webAddress(card.url, "\(field).url")
        }
        if kinds.count > 1 { limits.add("rich.cards", "must all have pictures, or all have films") }
    }

    private func checkList(
        _ button: String, _ sections: [WhatsAppInteractive.Section], _ limits: inout MessageLimits
    ) {
        limits.length(of: button, "rich.button", atMost: WhatsAppLimits.buttonTitle)
        limits.count(sections.count, "rich.sections", 1...10, "sections")
        limits.count(sections.reduce(0) { $0 + $1.rows.count }, "rich.sections", 1...WhatsAppLimits.rows, "rows together")
        limits.distinct(sections.flatMap { $0.rows.map(\.id) }, "rich.sections", "id")
        for (index, section) in sections.enumerated() {
            let field = "rich.sections[\(index)]"
            limits.length(
                of: section.title, "\(field).title", atMost: WhatsAppLimits.rowTitle, required: sections.count > 1)
            for (index, row) in section.rows.enumerated() {
                limits.length(of: row.id, "\(field).rows[\(index)].id", atMost: WhatsAppLimits.rowID)
                limits.length(of: row.title, "\(field).rows[\(index)].title", atMost: WhatsAppLimits.rowTitle)
                limits.length(
                    of: row.description, "\(field).rows[\(index)].description", atMost: WhatsAppLimits.rowDescription,
                    required: false)
            }
        }
    }
}

extension WhatsAppTemplateUse {
    fileprivate func check(_ limits: inout MessageLimits) {
        limits.length(of: name, "rich.name", atMost: 512)
        if !name.allSatisfy({ $0.isASCIIDigit || ("a"..."z").contains($0) || $0 == "_" }) {
            limits.add("rich.name", "may have small letters, digits and _ only")
        }
        limits.length(of: language, "rich.language", atMost: 16)
        if buttons.count > 10 { limits.add("rich.buttons", "must have at most 10 buttons; it has \(buttons.count)") }
        limits.distinct(buttons.map { String($0.index) }, "rich.buttons", "index")
        if !cards.isEmpty { limits.count(cards.count, "rich.cards", 2...10, "cards") }
        for (index, button) in buttons.enumerated() {
            guard case .products(_, let sections) = button.value else { continue }
            limits.count(sections.count, "rich.buttons[\(index)].sections", 1...10, "sections")
            limits.count(
                sections.reduce(0) { $0 + $1.products.count }, "rich.buttons[\(index)].sections", 1...30, "products")
        }
        let named = (header + body).filter { $0.name != nil }.count
        if named > 0, named < (header + body).filter({ $0.isText }).count {
            limits.add("rich.body", "must name all of its variables, or none")
        }
    }
}

extension WhatsAppTemplateUse.Parameter {
    fileprivate var isText: Bool { if case .text = value { true } else { false } }
}
