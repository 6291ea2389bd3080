public import IntegrationKit

extension PageSend {
    /// What Meta allows (Meta, "Send API", "Quick replies", "Templates"; Instagram, "Messaging"). In characters.
    public enum Limits {
        public static let text = 2000
        /// Of Instagram, in bytes of UTF-8.
        public static let instagramText = 1000
        public static let quickReplies = 13
        public static let title = 20
        public static let payload = 1000
        public static let cards = 10
        public static let cardTitle = 80
        public static let buttonsText = 640
        public static let metadata = 1000
    }

    /// Whether Meta takes the message as far as its form goes, before it is asked.
    ///
    /// - Throws: every field that is beyond a limit, by the path that it has in the input of a send tool.
    public func checkLimits() throws(InvalidValue) {
        var limits = MessageLimits()
        switch content {
        case .text(let text, let replies): check(text: text, replies, &limits)
        case .file(let kind, let source): check(file: kind, source, &limits)
        case .sticker(let id): if product == .messenger, id.isEmpty { limits.add("rich.sticker_id", "is required") }
        case .post: if product == .messenger { limits.add("rich.type", "is offered on Instagram only") }
        case .cards(let cards): check(cards, &limits)
        case .buttons(let text, let buttons):
            limits.length(of: text, "message.content", atMost: Limits.buttonsText)
            limits.count(buttons.count, "rich.buttons", 1...3, "buttons")
            check(buttons, "rich.buttons", &limits)
        case .reaction(let target, _): if target.isEmpty { limits.add("rich.message_id", "is required") }
        }
        if case .comment = to {
            if case .reaction = content { limits.add("rich.type", "a comment is answered with a message") }
            if replyTo != nil { limits.add("reply_to", "an answer to a comment quotes no message") }
        }
        if let metadata, metadata.unicodeScalars.count > Limits.metadata {
            limits.add("message.id", "must have at most \(Limits.metadata) characters")
        }
        try limits.check()
    }

    private func check(text: String, _ replies: [PageQuickReply], _ limits: inout MessageLimits) {
        if product == .messenger {
            limits.length(of: text, "message.content", atMost: Limits.text)
        } else if text.utf8.count > Limits.instagramText {
            limits.add(
                "message.content", "must have at most \(Limits.instagramText) bytes of UTF-8; it has \(text.utf8.count)")
        } else {
            limits.length(of: text, "message.content", atMost: Limits.instagramText)
        }
        limits.count(replies.count, "rich.quick_replies", 0...Limits.quickReplies, "quick replies")
        for (index, reply) in replies.enumerated() {
            let field = "rich.quick_replies[\(index)]"
            let needsTitle = reply.kind == .text
            limits.length(of: reply.title, "\(field).title", atMost: Limits.title, required: needsTitle)
            limits.length(of: reply.payload, "\(field).payload", atMost: Limits.payload, required: needsTitle)
            if product == .instagram, reply.kind != .text { limits.add("\(field).kind", "is offered on Messenger only") }
        }
    }

    private func check(file kind: MessageFile.Kind, _ source: PageFileSource, _ limits: inout MessageLimits) {
        if kind == .sticker { limits.add("rich.type", "stickers are sent by their id, not as files") }
        if case .link(let url) = source, !url.hasPrefix("https://") { limits.add("rich.url", "must begin with https://") }
    }

    private func check(_ cards: [PageCard], _ limits: inout MessageLimits) {
        limits.count(cards.count, "rich.cards", 1...Limits.cards, "cards")
        for (index, card) in cards.enumerated() {
            let field = "rich.cards[\(index)]"
            limits.length(of: card.title, "\(field).title", atMost: Limits.cardTitle)
            limits.length(of: card.subtitle, "\(field).subtitle", atMost: Limits.cardTitle, required: false)
            if card.subtitle == nil, card.imageURL == nil, card.url == nil, card.buttons.isEmpty {
                limits.add(field, "must have something besides its title")
            }
            limits.count(card.buttons.count, "\(field).buttons", 0...3, "buttons")
            check(card.buttons, "\(field).buttons", &limits)
        }
    }

    private func check(_ buttons: [PageButton], _ field: String, _ limits: inout MessageLimits) {
        for (index, button) in buttons.enumerated() {
            limits.length(of: button.title, "\(field)[\(index)].title", atMost: Limits.title)
            switch button.action {
            case .postback(let payload): limits.length(of: payload, "\(field)[\(index)].payload", atMost: Limits.payload)
            case .link(let url): limits.webAddress(url, "\(field)[\(index)].url")
            case .call(let number):
                if !number.hasPrefix("+") { limits.add("\(field)[\(index)].number", "must begin with + and the country") }
            }
        }
    }
}
