/// A message of `POST /{page}/messages`, read and found in order.
struct PageMessage: Sendable {
    var content: MessageContent
    var quickReplies: [Card.Button] = []
    var metadata: String?
    /// An attachment that was uploaded with the message, or named by link, and shall be used again.
    var isReusable = false
    /// Templates of these kinds may be sent with a tag only.
    var isFeedbackRequest = false
}

/// Reads the `message` of a send to Messenger or Instagram.
struct PageMessageReader {
    let endpoint: Endpoint
    let world: World
    /// A file that came with the request, in `filedata`.
    let file: MultipartForm.File?

    private var product: Product { endpoint.product }

    func read(_ message: Param) throws(GraphError) -> PageMessage {
        try message.object()
        let hasText = message["text"].isThere
        let hasAttachment = message["attachment"].isThere
        guard hasText || hasAttachment || message["sticker_id"].isThere || message["attachments"].isThere else {
            if message["template"].isThere { throw .typeNotSupported("utility template") }
            throw .messageEmpty
        }
        guard !(hasText && hasAttachment) else {
            throw .invalidParameter("A message has either text or an attachment, not both.")
        }
        var result: PageMessage
        if hasText {
            result = PageMessage(content: .text(try text(message["text"])))
        } else if message["sticker_id"].isThere {
            result = PageMessage(content: .text("👍"))
        } else if message["attachments"].isThere {
            let images = try message["attachments"].array(1...30)
            for image in images where try image["type"].text(max: 32) != "image" {
                throw image["type"].invalid("must be image in a list of attachments.")
            }
            result = try attachment(images[0])
        } else {
            result = try attachment(message["attachment"])
        }
        result.metadata = try message["metadata"].optionalText(max: 1000)
        if message["quick_replies"].isThere { result.quickReplies = try quickReplies(message["quick_replies"]) }
        return result
    }

    private func text(_ text: Param) throws(GraphError) -> String {
        let body = try text.text(max: 32_768)
        // Instagram counts bytes.
        let (length, limit) = product == .instagram ? (body.utf8.count, 1000) : (body.unicodeScalars.count, 2000)
        guard length <= limit else {
            throw .invalidParameter("Length of param message[text] must be less than or equal to \(limit)")
        }
        return body
    }

    private func quickReplies(_ list: Param) throws(GraphError) -> [Card.Button] {
        var replies: [Card.Button] = []
        for reply in try list.array(1...13) {
            let types = ["text", "user_phone_number", "user_email"]
            switch try reply["content_type"].word(of: types) {
            case "text":
                let title = try reply["title"].text(max: 20)
                replies.append(
                    .init(title: title, action: .reply(try reply["payload"].optionalText(max: 1000) ?? title)))
            case "user_phone_number": replies.append(.init(title: "My number", action: .reply("phone")))
            default: replies.append(.init(title: "My email", action: .reply("email")))
            }
        }
        return replies
    }

    // MARK: Attachments

    private func attachment(_ attachment: Param) throws(GraphError) -> PageMessage {
        try attachment.object()
        var types = ["image", "audio", "video", "file", "template"]
        if product == .instagram { types += ["like_heart", "MEDIA_SHARE"] }
        let type = try attachment["type"].word(of: types)
        switch type {
        case "template": return try template(attachment["payload"])
        case "like_heart": return PageMessage(content: .text("❤️"))
        case "MEDIA_SHARE":
            let id = try attachment["payload"]["id"].text(max: 64)
            return PageMessage(content: .cards([Card(title: "Post \(id)")]))
        default: break
        }
        let media = try media(type, attachment["payload"])
        return PageMessage(
            content: .media(media), isReusable: try attachment["payload"]["is_reusable"].bool() ?? false)
    }

    /// A file by id, by link, or (with `filedata`) of the request itself.
    private func media(_ type: String, _ payload: Param) throws(GraphError) -> MediaContent {
        guard let rules = MediaRules.attachment(type, product) else { throw .typeNotSupported(type) }
        let kind: MediaContent.Kind = type == "file" ? .document : MediaContent.Kind(rawValue: type) ?? .document
        if let id = payload["attachment_id"].ifThere {
            guard let text = id.value?.scalarText, let item = world.media[text], item.endpointID == endpoint.id else {
                throw .attachmentNotOwned
            }
            guard rules.allows(item.mimeType) else { throw .attachmentTypeMismatch }
            return MediaContent(kind: kind, mediaID: text, mimeType: item.mimeType, filename: item.filename)
        }
        if let file {
            guard rules.allows(file.contentType ?? rules.mimeTypes[0]) else { throw .attachmentTypeMismatch }
            guard file.bytes.count <= rules.sizeLimit else { throw .attachmentTooLarge }
            return MediaContent(
                kind: kind, mediaID: nil, mimeType: MediaRules.bare(file.contentType ?? rules.mimeTypes[0]),
                filename: file.filename)
        }
        let url = try payload["url"].text(max: 4096)
        guard let address = WebAddress(url), address.scheme == "https" || address.isLoopback else {
            throw payload["url"].invalid("should represent a valid URL")
        }
        return MediaContent(kind: kind, mediaID: nil, mimeType: rules.mimeTypes[0], link: url)
    }

    // MARK: Templates

    private func template(_ payload: Param) throws(GraphError) -> PageMessage {
        let types = [
            "generic", "button", "media", "receipt", "product", "coupon", "customer_feedback", "image_grid",
        ]
        let type = try payload["template_type"].word(of: types)
        switch type {
        case "generic":
            var cards: [Card] = []
            for element in try payload["elements"].array(1...10) { cards.append(try genericElement(element)) }
            return PageMessage(content: .cards(cards))
        case "button":
            let text = try payload["text"].text(max: 640)
            return PageMessage(
                content: .cards([Card(body: text, buttons: try buttons(payload["buttons"], 1...3))]))
        case "media": return PageMessage(content: .cards([try mediaElement(payload["elements"])]))
        case "customer_feedback":
            let title = try payload["title"].text(max: 65)
            let button = try payload["button_title"].optionalText(max: 20)
            return PageMessage(
                content: .cards([Card(title: title, buttons: [.init(title: button ?? "Give feedback", action: .flow)])]
                ),
                isFeedbackRequest: true)
        case "coupon":
            let title = try payload["title"].text(max: 80)
            return PageMessage(
                content: .cards([
                    Card(
                        title: title, body: try payload["subtitle"].optionalText(max: 80),
                        buttons: [.init(title: "View code", action: .reply("coupon"))])
                ]))
        case "product":
            var cards: [Card] = []
            for element in try payload["elements"].array(1...10) {
                cards.append(Card(title: "Product \(try element["id"].text(max: 64))"))
            }
            return PageMessage(content: .cards(cards))
        default: throw .typeNotSupported("template \(type)")
        }
    }

    private func genericElement(_ element: Param) throws(GraphError) -> Card {
        try element.object(["title", "subtitle", "image_url", "default_action", "buttons"])
        var card = Card(title: try element["title"].text(max: 80))
        card.body = try element["subtitle"].optionalText(max: 80)
        if element["buttons"].isThere { card.buttons = try buttons(element["buttons"], 1...3) }
        if let image = try element["image_url"].optionalText(max: 4096) {
            card.media = MediaContent(kind: .image, mediaID: nil, mimeType: "image/jpeg", link: image)
        }
        if element["default_action"].isThere {
            _ = try element["default_action"]["type"].word(of: ["web_url"])
            _ = try element["default_action"]["url"].text(max: 4096)
        }
        guard card.body != nil || card.media != nil || !card.buttons.isEmpty || element["default_action"].isThere
        else { throw .invalidParameter("Element must have at least one property beside title.") }
        return card
    }

    private func mediaElement(_ elements: Param) throws(GraphError) -> Card {
        let element = try elements.array(1...1)[0]
        let kind = try element["media_type"].word(of: ["image", "video"])
        guard element["url"].isThere != element["attachment_id"].isThere else {
            throw element.invalid("must have either url or attachment_id.")
        }
        var card = Card()
        if element["attachment_id"].isThere {
            card.media = try media(
                kind, Param(element.path, ["attachment_id": element["attachment_id"].value ?? .null]))
        } else {
            let url = try element["url"].text(max: 4096)
            guard url.contains("facebook.com/") else { throw element["url"].wrong("must be a Facebook URL.") }
            card.title = url
        }
        if element["buttons"].isThere { card.buttons = try buttons(element["buttons"], 1...3) }
        return card
    }

    private func buttons(_ list: Param, _ count: ClosedRange<Int>) throws(GraphError) -> [Card.Button] {
        var buttons: [Card.Button] = []
        for button in try list.array(count) {
            let types = ["postback", "web_url", "phone_number", "account_link", "account_unlink", "game_play"]
            switch try button["type"].word(of: types) {
            case "postback":
                let title = try button["title"].text(max: 20)
                buttons.append(.init(title: title, action: .reply(try button["payload"].text(max: 1000))))
            case "web_url":
                let url = try button["url"].text(max: 4096)
                guard WebAddress(url) != nil else { throw button["url"].invalid("should represent a valid URL") }
                buttons.append(.init(title: try button["title"].text(max: 20), action: .url(url)))
            case "phone_number":
                let number = try button["payload"].text(max: 32)
                guard number.hasPrefix("+") else { throw button["payload"].wrong("must begin with + and a country.") }
                buttons.append(.init(title: try button["title"].text(max: 20), action: .call(number)))
            case "account_link":
                buttons.append(.init(title: "Log in", action: .url(try button["url"].text(max: 4096))))
            case "account_unlink": buttons.append(.init(title: "Log out", action: .reply("unlink")))
            default: buttons.append(.init(title: try button["title"].text(max: 20), action: .catalog))
            }
        }
        return buttons
    }
}
