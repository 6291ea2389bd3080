/// What is in a bubble, and what one can do with it.
extension PhoneView {
    func content(of message: Message, endpoint: Endpoint) -> HTML {
        if message.isUnsent { return "<p class=\"muted small\">This message was taken back.</p>" }
        switch message.content {
        case .text(let body): return text(body)
        case .media(let media): return self.media(media)
        case .location(let place): return location(place)
        case .contacts(let cards): return cards.map(contact).joined()
        case .cards(let cards):
            let drawn = cards.map { card($0, of: message, isAlone: cards.count == 1) }.joined()
            return cards.count == 1 ? drawn : "<div class=\"carousel\" tabindex=\"0\">\(drawn)</div>"
        case .press(let press):
            return press.source == .form || press.source == .address
                ? "<p class=\"bubble-text\">\(Icon.file) Form sent</p>" : text(press.title)
        case .reaction: return .empty
        case .order(let order): return self.order(order)
        case .comment(let comment):
            return "<p class=\"muted small\">Comment on a post, which everybody can read</p>\(text(comment.text))"
        case .unsupported(let kind): return "<p class=\"muted small\">Something that cannot be shown: \(kind)</p>"
        }
    }

    private func text(_ body: String) -> HTML { "<p class=\"bubble-text\" dir=\"auto\">\(body)</p>" }

    private func media(_ media: MediaContent) -> HTML {
        let caption: HTML? = media.caption.map { text($0) }
        guard let id = media.mediaID else {
            return "<p class=\"missing small\">\(Icon.file)\(media.kind.title)</p>\(caption)"
        }
        let path = "/phone/media/\(id)"
        switch media.kind {
        case .image:
            let picture: HTML = "<img src=\"\(path)\" alt=\"\(media.caption ?? "Picture")\">"
            return "<a class=\"picture\" href=\"\(path)\">\(picture)</a>\(caption)"
        case .sticker: return "<img class=\"sticker\" src=\"\(path)\" alt=\"Sticker\">"
        case .audio:
            let label: HTML = media.isVoice ? "<span class=\"muted small\">Voice message</span>" : ""
            return "<audio controls preload=\"none\" src=\"\(path)\"></audio>\(label)"
        case .video: return "<video controls preload=\"none\" src=\"\(path)\"></video>\(caption)"
        case .document:
            return """
                <a class="document" href="\(path)" download>\(Icon.file)<span>
                <b dir="auto">\(media.filename ?? "Document")</b>
                <span class="muted small">\(size(of: id))</span></span></a>\(caption)
                """
        }
    }

    private func size(of id: String) -> String {
        guard let item = world.media[id] else { return "" }
        let kind = item.mimeType.split(separator: "/").last.map { $0.uppercased() } ?? ""
        return item.size < 1024 ? "\(kind) · \(item.size) bytes" : "\(kind) · \(item.size / 1024) KB"
    }

    private func location(_ place: Place) -> HTML {
        let name: HTML = place.name.map { "<b dir=\"auto\">\($0)</b>" } ?? "<b>Location</b>"
        let address: HTML? = place.address.map { "<span class=\"muted small\" dir=\"auto\">\($0)</span>" }
        return """
            <p class="document">\(Icon.place)<span>\(name)\(address)
            <span class="mono muted">\("\(place.latitude), \(place.longitude)")</span></span></p>
            """
    }

    private func contact(_ card: ContactCard) -> HTML {
        let phone = card.wire["phones"]?.array?.first?["phone"]?.string ?? ""
        return """
            <p class="document">\(Avatar.html(card.name, key: card.name))<span><b dir="auto">\(card.name)</b>
            <span class="muted small">\(phone)</span></span></p>
            """
    }

    private func order(_ order: Order) -> HTML {
        let rows: [HTML] = order.items.map { item in
            let price = "\(item.price) \(item.currency)"
            return "<li>\(item.quantity) × \(item.productID) <span class=\"muted\">\(price)</span></li>"
        }
        return "<p><b>Order</b></p><ul class=\"small\">\(rows.joined())</ul>\(order.note.map { text($0) })"
    }

    // MARK: Things to press

    private func card(_ card: Card, of message: Message, isAlone: Bool) -> HTML {
        let title: HTML? = card.title.map { "<p class=\"card-title\" dir=\"auto\">\($0)</p>" }
        let body: HTML? = card.body.map { text($0) }
        let footer: HTML? = card.footer.map { "<p class=\"muted small\" dir=\"auto\">\($0)</p>" }
        let buttons = card.buttons.map { button($0, of: message) }.joined()
        let choices: HTML? = card.list.map { list($0, of: message) }
        let controls: HTML =
            card.buttons.isEmpty && card.list == nil ? "" : "<div class=\"presses\">\(buttons)\(choices)</div>"
        let inner: HTML = "\(card.media.map { media($0) })\(title)\(body)\(footer)\(controls)"
        return isAlone ? inner : "<div class=\"card-item\">\(inner)</div>"
    }

    private func button(_ button: Card.Button, of message: Message) -> HTML {
        switch button.action {
        case .reply(let payload): press(button.title, payload: payload, of: message)
        case .flow:
            press(button.title, payload: #"{"flow_token":"unused","answer":"\#(button.title)"}"#, of: message)
        case .url(let url):
            """
            <a class="press" href="\(WebAddress(url) == nil ? "#" : url)" rel="noreferrer"
              target="_blank">\(Icon.link)\(button.title)</a>
            """
        case .call(let number): "<span class=\"press\" title=\"\(number)\">\(Icon.phone)\(button.title)</span>"
        case .copy(let code): "<span class=\"press\" title=\"\(code)\">\(Icon.copy)\(button.title) · \(code)</span>"
        case .sendLocation:
            "<button class=\"press\" form=\"act-location\">\(Icon.place)\(button.title)</button>"
        case .callPermission(let answer): press(button.title, payload: answer, of: message)
        case .address, .shareContact:
            Presses.options(of: message, product: .whatsApp).first { $0.press.title == button.title }.map {
                press(button.title, payload: $0.press.payload, of: message)
            } ?? .empty
        case .catalog: "<span class=\"press\">\(button.title)</span>"
        }
    }

    private func press(_ title: String, payload: String, of message: Message, note: String? = nil) -> HTML {
        guard let chat else { return .empty }
        let below: HTML? = note.map { "<span class=\"muted small\">\($0)</span>" }
        return """
            <form method="post" action="\(PhonePages.path(chat))/press" data-act>
            <input type="hidden" name="message" value="\(message.id)">
            <button class="press" name="payload" value="\(payload)" data-testid="press">
            <span dir="auto">\(title)</span>\(below)</button>
            </form>
            """
    }

    private func list(_ list: Card.ChoiceList, of message: Message) -> HTML {
        let sections: [HTML] = list.sections.map { section in
            let title: HTML? = section.title.map { "<p class=\"choice-heading\" dir=\"auto\">\($0)</p>" }
            let rows = section.rows.map { press($0.title, payload: $0.id, of: message, note: $0.description) }
            return "\(title)\(rows.joined())"
        }
        return """
            <details class="choices"><summary class="press" data-testid="list">\(Icon.list)\(list.button)</summary>
            \(sections.joined())</details>
            """
    }

    /// Suggested answers, below the last message only: they go away when the talk goes on.
    func quickReplies(below message: Message, isLast: Bool) -> HTML {
        guard isLast, let replies = message.quickReplies else { return .empty }
        let buttons: [HTML] = replies.map { reply in
            guard case .reply(let payload) = reply.action else { return .empty }
            return press(reply.title, payload: payload, of: message)
        }
        return "<li class=\"quick-replies\" data-testid=\"quick-replies\">\(buttons.joined())</li>"
    }

    // MARK: What one can do with a message

    func menu(of message: Message, endpoint: Endpoint) -> HTML {
        guard let chat, !message.isUnsent else { return .empty }
        let path = PhonePages.path(chat)
        let reactions: [HTML] = ["👍", "❤️", "😆", "😮", "😢"].map { emoji in
            "<button name=\"emoji\" value=\"\(emoji)\" aria-label=\"React with \(emoji)\">\(emoji)</button>"
        }
        let reply = FormFields([("reply", message.id)]).encoded
        var own: HTML = .empty
        var comment: Comment?
        if case .comment(let found) = message.content { comment = found }
        let isTold = comment == nil ? endpoint.product != .messenger : endpoint.product == .messenger
        if message.direction == .fromPerson, isTold {
            own = """
                <form method="post" action="\(path)/delete" data-act>
                <input type="hidden" name="message" value="\(message.id)">
                <button data-testid="delete">Take back</button></form>
                """
        }
        var written = comment?.text
        if case .text(let body) = message.content { written = body }
        if message.direction == .fromPerson, endpoint.product != .instagram, let body = written {
            own =
                own + """
                    <form class="edit" method="post" action="\(path)/edit" data-act>
                    <input type="hidden" name="message" value="\(message.id)">
                    <input name="text" value="\(body)" aria-label="New text" dir="auto">
                    <button>Change</button></form>
                    """
        }
        return """
            <details class="menu"><summary aria-label="What to do with this message">\(Icon.more)</summary>
            <div class="menu-body">
            <form class="react" method="post" action="\(path)/react" data-act>
            <input type="hidden" name="message" value="\(message.id)">\(reactions.joined())
            <button name="emoji" value="" aria-label="Take the reaction back">✕</button></form>
            <a href="\(path)?\(reply)">Answer</a>\(own)</div></details>
            """
    }
}
