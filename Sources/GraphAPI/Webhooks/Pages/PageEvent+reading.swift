#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import IntegrationKit

extension PageEventContent {
    /// The keys under which events stand. The first that is there says what it is.
    static let keys = [
        "message", "message_edit", "reaction", "postback", "delivery", "read", "referral", "optin", "account_linking",
        "pass_thread_control", "take_thread_control", "request_thread_control", "app_roles", "policy_enforcement",
        "response_feedback", "messaging_feedback", "order", "template",
    ]

    /// The key that an event stands under; for a kind that is not known, the first one that is not about its sender.
    static func key(of json: JSON) -> String {
        if let known = keys.first(where: { json[$0]?.objectValue != nil }) { return known }
        let frame: Set = ["sender", "recipient", "timestamp"]
        return (json.objectValue ?? [:]).first { !frame.contains($0.key) }?.key ?? "messaging"
    }

    /// - Parameter json: An element of `messaging` or `standby`.
    init(_ json: JSON) {
        let key = Self.key(of: json)
        self = Self.read(key, json[key] ?? .null) ?? .unknown(key, json)
    }

    private static func read(_ key: String, _ json: JSON) -> PageEventContent? {
        func text(_ key: String) -> String? { json[key]?.idText }
        switch key {
        case "message":
            guard json["is_deleted"]?.boolValue == true else { return .message(PageMessage(json)) }
            return text("mid").map { .unsend(of: $0) }
        case "message_edit":
            guard let id = text("mid"), let new = json["text"]?.stringValue else { return nil }
            return .edit(of: id, text: new, count: json["num_edit"]?.int64Value ?? 1)
        case "reaction":
            guard let id = text("mid") else { return nil }
            let isGone = json["action"]?.stringValue == "unreact"
            return .reaction(to: id, emoji: isGone ? nil : text("emoji") ?? text("reaction") ?? "👍")
        case "postback":
            return .postback(
                PagePostback(
                    id: text("mid"), title: text("title"), payload: text("payload"),
                    referral: json["referral"].map(PageReferral.init)))
        case "delivery":
            return .delivered(
                (json["mids"]?.arrayValue ?? []).compactMap(\.idText), before: json["watermark"]?.millisecondTime)
        case "read": return .read(text("mid"), before: json["watermark"]?.millisecondTime)
        case "referral": return .referral(PageReferral(json))
        case "optin":
            return .optIn(
                title: text("title"), payload: text("payload") ?? text("ref"), token: text("notification_messages_token"))
        case "account_linking": return .accountLinking(isLinked: json["status"]?.stringValue == "linked")
        case "pass_thread_control": return .threadControl(.passed(to: text("new_owner_app_id")))
        case "take_thread_control": return .threadControl(.taken(by: text("new_owner_app_id")))
        case "request_thread_control": return .threadControl(.requested(by: text("requested_owner_app_id")))
        case "policy_enforcement": return text("action").map { .policy(action: $0, reason: text("reason")) }
        case "response_feedback": return text("feedback").map { .feedback($0, to: text("mid")) }
        case "messaging_feedback": return .form(json)
        case "order":
            let products = (json["products"]?.arrayValue ?? []).compactMap { $0["name"]?.filledText }
            return .cart(products: products, note: json["note"]?.filledText)
        case "template":
            return json["coupon_code"]?.filledText.map { _ in .message(PageMessage(json)) }
        default: return nil
        }
    }
}

extension PageReferral {
    init(_ json: JSON) {
        ref = json["ref"]?.filledText
        source = json["source"]?.filledText
        adID = json["ad_id"]?.idText
        let ad = json["ads_context_data"]
        adTitle = ad?["ad_title"]?.filledText
        url = json["referer_uri"]?.filledText ?? ad?["photo_url"]?.filledText ?? ad?["video_url"]?.filledText
    }
}

extension PageMessage {
    init(_ json: JSON) {
        id = json["mid"]?.idText
        text = json["text"]?.filledText
        quickReply = json["quick_reply"]?["payload"]?.idText
        replyTo = json["reply_to"]?["mid"]?.idText
        isStoryReply = json["reply_to"]?["story"] != nil
        storyURL = json["reply_to"]?["story"]?["url"]?.filledText
        attachments = (json["attachments"]?.arrayValue ?? []).map(PageAttachment.init)
        referral = json["referral"].map(PageReferral.init)
        isUnsupported = json["is_unsupported"]?.boolValue ?? false
        appID = json["app_id"]?.idText
        metadata = json["metadata"]?.filledText
        command = json["commands"]?[0]?["name"]?.filledText
        couponCode = json["coupon_code"]?.filledText
    }
}

extension PageAttachment {
    init(_ json: JSON) {
        raw = json
        type = json["type"]?.filledText ?? "attachment"
        let payload = json["payload"]
        url = payload?["url"]?.filledText ?? json["url"]?.filledText
        title = payload?["title"]?.filledText ?? json["title"]?.filledText
        products = (payload?["product"]?["elements"]?.arrayValue ?? []).compactMap { $0["title"]?.filledText }
        place = payload?["coordinates"].flatMap { coordinates in
            guard let latitude = coordinates["lat"]?.doubleValue, let longitude = coordinates["long"]?.doubleValue
            else { return nil }
            return MessagePlace(latitude: latitude, longitude: longitude)
        }
    }
}

extension JSON {
    /// A time in seconds or, being too large for that, in milliseconds.
    var entryTime: Date? {
        guard let number = int64Value ?? stringValue.flatMap(Int64.init) else { return nil }
        return number > 100_000_000_000 ? millisecondTime : unixTime
    }

    /// Milliseconds since 1970, as Messenger and Instagram write times; nil for anything that is no time.
    var millisecondTime: Date? {
        let milliseconds = int64Value ?? stringValue.flatMap(Int64.init)
        guard let milliseconds, milliseconds > 0, milliseconds < 253_402_300_800_000 else { return nil }
        return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
