import IntegrationKit

extension WhatsAppSend {
    /// As `POST /{phone}/messages` wants it (Meta, "Messages").
    var json: JSON {
        var message: JSONObject = ["messaging_product": "whatsapp", "recipient_type": "individual"]
        switch to {
        case .number(let number): message["to"] = .string(number)
        case .user(let id): message["recipient"] = .string(id)
        case .group(let id):
            message["recipient_type"] = "group"
            message["to"] = .string(id)
        }
        message["type"] = .string(content.type)
        message[content.type] = content.json
        if let replyTo { message["context"] = ["message_id": .string(replyTo)] }
        if let callbackData { message["biz_opaque_callback_data"] = .string(callbackData) }
        return .object(message)
    }
}

extension WhatsAppSendContent {
    /// Meta's word, which is also the key of the content.
    public var type: String {
        switch self {
        case .text: "text"
        case .image: "image"
        case .audio: "audio"
        case .video: "video"
        case .document: "document"
        case .sticker: "sticker"
        case .location: "location"
        case .contacts: "contacts"
        case .reaction: "reaction"
        case .interactive: "interactive"
        case .template: "template"
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .text(let body, let showsPreview): ["body": .string(body), "preview_url": .bool(showsPreview)]
        case .image(let source, let caption), .video(let source, let caption): source.json(["caption": caption?.json])
        case .audio(let source, let isVoice): source.json(["voice": isVoice ? true : nil])
        case .document(let source, let filename, let caption):
            source.json(["filename": filename?.json, "caption": caption?.json])
        case .sticker(let source): source.json()
        case .location(let place): place.json
        case .contacts(let cards): .array(cards.map(\.json))
        case .reaction(let target, let emoji): ["message_id": .string(target), "emoji": .string(emoji ?? "")]
        case .interactive(let interactive): interactive.json
        case .template(let template): template.json
        }
    }
}

extension WhatsAppMediaSource {
    /// - Parameter others: Members that go with the source; those without a value are left out.
    func json(_ others: [(String, JSON?)] = []) -> JSON {
        var object: JSONObject
        switch self {
        case .id(let id): object = ["id": .string(id)]
        case .link(let address): object = ["link": .string(address)]
        }
        for (key, value) in others { object[key] = value }
        return .object(object)
    }

    fileprivate func json(_ others: KeyValuePairs<String, JSON?>) -> JSON { json(others.map { ($0.key, $0.value) }) }
}

extension WhatsAppContactCard {
    fileprivate var json: JSON {
        // A formatted name alone is refused: one of its parts must go with it.
        var card: JSONObject = ["name": ["formatted_name": .string(name), "first_name": .string(name)]]
        card["phones"] = phones.isEmpty ? nil : .array(phones.map { ["phone": .string($0)] })
        card["emails"] = emails.isEmpty ? nil : .array(emails.map { ["email": .string($0)] })
        card["org"] = company.map { ["company": .string($0)] }
        return .object(card)
    }
}

extension WhatsAppInteractive {
    fileprivate var json: JSON {
        var message: JSONObject = ["type": .string(type)]
        message["header"] = header?.json
        message["body"] = ["text": .string(body)]
        message["footer"] = footer.map { ["text": .string($0)] }
        message["action"] = action.json
        return .object(message)
    }

    private var type: String {
        switch action {
        case .buttons: "button"
        case .list: "list"
        case .link: "cta_url"
        case .locationRequest: "location_request_message"
        case .flow: "flow"
        case .product: "product"
        case .products: "product_list"
        case .catalog: "catalog_message"
        case .carousel: "carousel"
        case .addressRequest: "address_message"
        case .callPermissionRequest: "call_permission_request"
        case .call: "voice_call"
        case .contactRequest: "request_contact_info"
        }
    }
}

extension WhatsAppInteractive.Header {
    fileprivate var json: JSON {
        switch self {
        case .text(let text): ["type": "text", "text": .string(text)]
        case .image(let source): ["type": "image", "image": source.json()]
        case .video(let source): ["type": "video", "video": source.json()]
        case .document(let source, let filename):
            ["type": "document", "document": source.json([("filename", filename?.json)])]
        }
    }
}

extension WhatsAppInteractive.Action {
    fileprivate var json: JSON {
        switch self {
        case .buttons(let buttons):
            return ["buttons": .array(buttons.map { ["type": "reply", "reply": $0.json] })]
        case .list(let button, let sections):
            return [
                "button": .string(button),
                "sections": .array(
                    sections.map { section in
                        var object: JSONObject = [:]
                        object["title"] = section.title?.json
                        object["rows"] = .array(section.rows.map(\.json))
                        return .object(object)
                    }),
            ]
        case .link(let title, let url):
            return ["name": "cta_url", "parameters": ["display_text": .string(title), "url": .string(url)]]
        case .locationRequest: return ["name": "send_location"]
        case .flow(let flow): return ["name": "flow", "parameters": flow.json]
        case .product(let catalog, let product):
            return ["catalog_id": .string(catalog), "product_retailer_id": .string(product)]
        case .products(let catalog, let sections):
            let lists: [JSON] = sections.map { section in
                let items: [JSON] = section.products.map { ["product_retailer_id": .string($0)] }
                return ["title": .string(section.title), "product_items": .array(items)]
            }
            return ["catalog_id": .string(catalog), "sections": .array(lists)]
        case .catalog(let thumbnail):
            guard let thumbnail else { return ["name": "catalog_message"] }
            return ["name": "catalog_message", "parameters": ["thumbnail_product_retailer_id": .string(thumbnail)]]
        case .carousel(let cards):
            return ["cards": .array(cards.enumerated().map { index, card in card.json(at: index) })]
        case .addressRequest(let request): return ["name": "address_message", "parameters": request.json]
        case .callPermissionRequest: return ["name": "call_permission_request"]
        case .call(let button): return ["name": "voice_call", "parameters": button.json]
        case .contactRequest: return ["name": "request_contact_info"]
        }
    }
}

extension WhatsAppInteractive.Choice {
    fileprivate var json: JSON {
        var object: JSONObject = ["id": .string(id), "title": .string(title)]
        object["description"] = description?.json
        return .object(object)
    }
}

extension WhatsAppInteractive.Flow {
    fileprivate var json: JSON {
        var parameters: JSONObject = ["flow_message_version": "3", "flow_id": .string(id), "flow_cta": .string(button)]
        parameters["flow_token"] = token?.json
        parameters["flow_action"] = screen == nil ? nil : "navigate"
        if let screen {
            var payload: JSONObject = ["screen": .string(screen)]
            payload["data"] = data.map(JSON.object)
            parameters["flow_action_payload"] = .object(payload)
        }
        return .object(parameters)
    }
}

extension WhatsAppInteractive.Card {
    fileprivate func json(at index: Int) -> JSON {
        var card: JSONObject = ["card_index": .number(JSONNumber(Int64(index))), "type": "cta_url"]
        switch picture {
        case .image(let address): card["header"] = ["type": "image", "image": ["link": .string(address)]]
        case .video(let address): card["header"] = ["type": "video", "video": ["link": .string(address)]]
        }
        card["body"] = body.map { ["text": .string($0)] }
        card["action"] = ["name": "cta_url", "parameters": ["display_text": .string(title), "url": .string(url)]]
        return .object(card)
    }
}

extension WhatsAppInteractive.AddressRequest {
    fileprivate var json: JSON {
        var parameters: JSONObject = ["country": .string(country)]
        parameters["values"] = values.map(JSON.object)
        if !saved.isEmpty {
            parameters["saved_addresses"] = .array(
                saved.sorted { $0.key < $1.key }.map { ["id": .string($0.key), "value": .object($0.value)] })
        }
        parameters["validation_errors"] = problems.map(JSON.object)
        return .object(parameters)
    }
}

extension WhatsAppInteractive.CallButton {
    fileprivate var json: JSON {
        var parameters: JSONObject = [:]
        parameters["display_text"] = title?.json
        parameters["ttl_minutes"] = minutes.map { .number(JSONNumber(Int64($0))) }
        parameters["payload"] = payload?.json
        return .object(parameters)
    }
}
