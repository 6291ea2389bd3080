public import IntegrationKit

/// A page that the person manages, with the token by which it is spoken for.
public struct FacebookPageNode: Sendable {
    public let id: String
    public let name: String?
    public let category: String?
    /// Without expiry when it was asked for with a long-lived token.
    public let token: GraphToken?
    /// What the person may do: `MESSAGING`, `MODERATE`, …
    public let tasks: [String]

    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        name = json["name"]?.filledText
        category = json["category"]?.filledText
        token = json["access_token"]?.filledText.map { GraphToken($0) }
        tasks = (json["tasks"]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    /// Whether messages can be sent as this page.
    public var canSend: Bool { token != nil && (tasks.isEmpty || tasks.contains("MESSAGING")) }
}

/// The professional Instagram account of a page.
public struct InstagramAccountNode: Hashable, Sendable {
    public let id: String
    public let username: String?
    public let name: String?
    public let pictureURL: String?

    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        username = json["username"]?.filledText
        name = json["name"]?.filledText
        pictureURL = json["profile_picture_url"]?.filledText
    }
}

extension GraphClient {
    /// The pages that the person manages; all of them. Needs `pages_show_list`.
    public func pages(with token: GraphToken) async throws(GraphFailure) -> [FacebookPageNode] {
        try await all(
            "me/accounts", [(name: "fields", value: "id,name,category,access_token,tasks")], with: token,
            FacebookPageNode.init)
    }

    /// The professional Instagram account of a page; nil when none is linked. With the page's token.
    public func instagramAccount(
        ofPage pageID: String, with token: GraphToken
    ) async throws(GraphFailure) -> InstagramAccountNode? {
        let fields = "instagram_business_account{id,username,name,profile_picture_url}"
        let answer = try await get(node(pageID), [(name: "fields", value: fields)], with: token)
        guard let account = answer["instagram_business_account"], !account.isNull else { return nil }
        return try decode(account, InstagramAccountNode.init)
    }

    /// What this app wants to know of a page's conversations and comments.
    public static let pageFields = [
        "messages", "message_echoes", "message_edits", "message_deliveries", "message_reads", "message_reactions",
        "messaging_postbacks", "messaging_referrals", "messaging_optins", "messaging_handovers",
        "messaging_account_linking", "messaging_policy_enforcement", "messaging_feedback", "response_feedback",
        "send_cart", "standby", "feed",
    ]

    /// What this app wants to know of an Instagram account's conversations and comments.
    public static let instagramFields = [
        "messages", "message_reactions", "messaging_postbacks", "messaging_seen", "messaging_referral", "standby",
        "comments",
    ]

    /// Has Meta send the webhooks of a page, and of its Instagram account, to this app. May be repeated. With the page's
    /// token; needs `pages_manage_metadata`.
    public func subscribe(toPage pageID: String, with token: GraphToken) async throws(GraphFailure) {
        let form: Parameters = [(name: "subscribed_fields", value: Self.pageFields.joined(separator: ","))]
        try confirm(await post("\(node(pageID))/subscribed_apps", form: form, with: token))
    }

    /// Ends the webhooks of a page to this app.
    public func unsubscribe(fromPage pageID: String, with token: GraphToken) async throws(GraphFailure) {
        try confirm(await delete("\(node(pageID))/subscribed_apps", with: token))
    }

    /// The name of a person who wrote. Meta gives it only when they did, and not always.
    public func name(
        of personID: String, on product: PageProduct, with token: GraphToken
    ) async throws(GraphFailure) -> String? {
        let fields = product == .messenger ? "first_name,last_name" : "name,username"
        let answer = try await get(node(personID), [(name: "fields", value: fields)], with: token)
        let full = ["first_name", "last_name"].compactMap { answer[$0]?.filledText }.joined(separator: " ")
        return full.isEmpty ? answer["name"]?.filledText ?? answer["username"]?.filledText : full
    }
}
