import IntegrationKit

extension PageSend {
    /// As `POST /{page}/messages` wants it.
    var json: JSON {
        var request: JSONObject = [:]
        switch to {
        case .person(let id): request["recipient"] = ["id": .string(id)]
        case .comment(let id): request["recipient"] = ["comment_id": .string(id)]
        case .notificationToken(let token): request["recipient"] = ["notification_messages_token": .string(token)]
        }
        if case .reaction(let target, let emoji) = content {
            request["sender_action"] = emoji == nil ? "unreact" : "react"
            var payload: JSONObject = ["message_id": .string(target)]
            payload["reaction"] = emoji?.json
            request["payload"] = .object(payload)
            return .object(request)
        }
        request["messaging_type"] = .string(reason == .humanAgent ? "MESSAGE_TAG" : reason.rawValue)
        if reason == .humanAgent { request["tag"] = "HUMAN_AGENT" }
        if let replyTo { request["reply_to"] = ["mid": .string(replyTo)] }
        var message = content.message(on: product)
        if product == .messenger { message["metadata"] = metadata?.json }
        request["message"] = .object(message)
        return .object(request)
    }

    /// Meta's word for a kind of file.
    static func word(for kind: MessageFile.Kind) -> String { kind == .document ? "file" : kind.rawValue }
}

extension PageSendContent {
    fileprivate func message(on product: PageProduct) -> JSONObject {
        switch self {
        case .text(let text, let replies):
            var message: JSONObject = ["text": .string(text)]
            if !replies.isEmpty { message["quick_replies"] = .array(replies.map(\.json)) }
            return message
        case .file(let kind, let source):
            let payload: JSON =
                switch source {
                case .id(let id): ["attachment_id": .string(id)]
                case .link(let url): ["url": .string(url)]
                }
            return attachment(PageSend.word(for: kind), payload)
        case .sticker(let id):
            return product == .messenger ? ["sticker_id": .string(id)] : ["attachment": ["type": "like_heart"]]
        case .post(let id): return attachment("MEDIA_SHARE", ["id": .string(id)])
        case .cards(let cards):
            return attachment(
                "template", ["template_type": "generic", "elements": .array(cards.map(\.json))])
        case .buttons(let text, let buttons):
            return attachment(
                "template",
                ["template_type": "button", "text": .string(text), "buttons": .array(buttons.map(\.json))])
        case .reaction: return [:]
        }
    }

    private func attachment(_ type: String, _ payload: JSON) -> JSONObject {
        ["attachment": ["type": .string(type), "payload": payload]]
    }
}

extension PageQuickReply {
    fileprivate var json: JSON {
        var object: JSONObject = ["content_type": .string(kind.rawValue)]
        object["title"] = title?.json
        object["payload"] = payload?.json
        object["image_url"] = imageURL?.json
        return .object(object)
    }
}

extension PageButton {
    fileprivate var json: JSON {
        switch action {
        case .postback(let payload): ["type": "postback", "title": .string(title), "payload": .string(payload)]
        case .link(let url): ["type": "web_url", "title": .string(title), "url": .string(url)]
        case .call(let number): ["type": "phone_number", "title": .string(title), "payload": .string(number)]
        }
    }
}

extension PageCard {
    fileprivate var json: JSON {
        var object: JSONObject = ["title": .string(title)]
        object["subtitle"] = subtitle?.json
        object["image_url"] = imageURL?.json
        object["default_action"] = url.map { ["type": "web_url", "url": .string($0)] }
        object["buttons"] = buttons.isEmpty ? nil : .array(buttons.map(\.json))
        return .object(object)
    }
}
