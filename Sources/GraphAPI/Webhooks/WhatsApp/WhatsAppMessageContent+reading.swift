import IntegrationKit

extension WhatsAppMessageContent {
    /// - Parameter json: The message: its content stands under the name of its type.
    init(type: String, _ json: JSON) {
        self = Self.read(type, json[type], json) ?? .unknown(type, json[type] ?? .null)
    }

    private static func read(_ type: String, _ content: JSON?, _ message: JSON) -> WhatsAppMessageContent? {
        if let kind = WhatsAppMedia.Kind(rawValue: type) {
            return content?.objectValue.map { .media(WhatsAppMedia(kind, .object($0))) }
        }
        switch type {
        case "text": return content?["body"]?.stringValue.map { .text($0) }
        case "location": return content.flatMap(WhatsAppLocation.init).map { .location($0) }
        case "contacts": return content?.arrayValue.map { .contacts($0.map(WhatsAppSharedContact.init)) }
        case "interactive": return content.flatMap(interactive)
        case "button":
            return content?["text"]?.stringValue.map { .templateButton(text: $0, payload: content?["payload"]?.idText) }
        case "reaction":
            return content?["message_id"]?.idText.map { .reaction(to: $0, emoji: content?["emoji"]?.filledText) }
        case "order": return content?.objectValue.map { .order(WhatsAppOrder(.object($0))) }
        case "system": return content?.objectValue.map { .system(WhatsAppSystemNote(.object($0))) }
        case "edit":
            guard let original = content?["original_message_id"]?.idText, let new = content?["message"],
                let type = new["type"]?.filledText, type != "edit"
            else { return nil }
            return .edit(of: original, WhatsAppMessageContent(type: type, new))
        case "revoke": return content?["original_message_id"]?.idText.map { .revoke(of: $0) }
        case "request_welcome": return .welcomeRequest
        case "media_placeholder": return .mediaPlaceholder
        case "unsupported", "unknown": return .unsupported(content?["type"]?.filledText)
        default: return nil
        }
    }

    private static func interactive(_ json: JSON) -> WhatsAppMessageContent? {
        guard let type = json["type"]?.stringValue, let reply = json[type] else { return nil }
        let id = reply["id"]?.idText
        let title = reply["title"]?.stringValue
        switch type {
        case "button_reply":
            guard let id, let title else { return nil }
            return .buttonReply(id: id, title: title)
        case "list_reply":
            guard let id, let title else { return nil }
            return .listReply(id: id, title: title, description: reply["description"]?.filledText)
        case "nfm_reply":
            guard let answers = reply["response_json"]?.stringValue else { return nil }
            return .formReply(name: reply["name"]?.filledText, body: reply["body"]?.filledText, answers: answers)
        case "call_permission_reply":
            guard let response = reply["response"]?.stringValue else { return nil }
            return .callPermission(
                WhatsAppCallPermission(
                    isGranted: response == "accept", isPermanent: reply["is_permanent"]?.boolValue ?? false,
                    expiresAt: reply["expiration_timestamp"]?.unixTime,
                    isAutomatic: reply["response_source"]?.stringValue == "automatic"))
        default:
            return nil
        }
    }
}

extension WhatsAppMedia {
    init(_ kind: Kind, _ json: JSON) {
        self.kind = kind
        id = json["id"]?.idText
        mimeType = json["mime_type"]?.filledText
        sha256 = json["sha256"]?.filledText
        caption = json["caption"]?.filledText
        filename = json["filename"]?.filledText
        isVoice = json["voice"]?.boolValue ?? false
        isAnimated = json["animated"]?.boolValue ?? false
        url = json["url"]?.filledText
    }
}

extension WhatsAppLocation {
    init?(_ json: JSON) {
        guard let latitude = json["latitude"]?.doubleValue, let longitude = json["longitude"]?.doubleValue
        else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        name = json["name"]?.filledText
        address = json["address"]?.filledText
        url = json["url"]?.filledText
    }
}

extension WhatsAppSharedContact {
    init(_ json: JSON) {
        let phones = (json["phones"]?.arrayValue ?? []).compactMap { $0["phone"]?.filledText ?? $0["wa_id"]?.idText }
        name = json["name"]?["formatted_name"]?.filledText ?? phones.first ?? "without a name"
        self.phones = phones
        ownWaID =
            json["origin"]?.stringValue == "contact_request"
            ? (json["phones"]?.arrayValue ?? []).lazy.compactMap { $0["wa_id"]?.idText }.first : nil
        raw = json
    }
}

extension WhatsAppOrder {
    init(_ json: JSON) {
        catalogID = json["catalog_id"]?.idText
        text = json["text"]?.filledText
        items = (json["product_items"]?.arrayValue ?? []).compactMap { item in
            guard let product = item["product_retailer_id"]?.idText else { return nil }
            return Item(
                productID: product, quantity: item["quantity"]?.amount ?? 1, price: item["item_price"]?.amount,
                currency: item["currency"]?.filledText)
        }
    }
}

extension WhatsAppSystemNote {
    init(_ json: JSON) {
        type = json["type"]?.filledText ?? "unknown"
        body = json["body"]?.filledText ?? "WhatsApp reports a change of this contact"
        newWaID = json["wa_id"]?.idText ?? json["new_wa_id"]?.idText
        newUserID = json["user_id"]?.idText
    }
}

extension JSON {
    /// A number, also one that is written as text.
    fileprivate var amount: Double? { doubleValue ?? stringValue.flatMap(Double.init) }
}
