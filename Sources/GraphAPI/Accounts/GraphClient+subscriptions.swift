public import IntegrationKit

/// One kind of object that the app gets webhooks for.
public struct AppSubscription: Hashable, Sendable {
    /// `whatsapp_business_account`, `page`, `instagram`, `user` or `permissions`.
    public let object: String
    public let callbackURL: String?
    public let isActive: Bool
    public let fields: [String]

    init(_ json: JSON) throws(InvalidValue) {
        object = try json.requiredID("object")
        callbackURL = json["callback_url"]?.filledText
        isActive = json["active"]?.boolValue ?? false
        // Objects with a name and a version today, plain names in older versions.
        fields = (json["fields"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue ?? $0.stringValue }
    }
}

extension GraphClient {
    /// What the app gets webhooks for.
    public func appSubscriptions() async throws(GraphFailure) -> [AppSubscription] {
        try await all("\(node(appID))/subscriptions", with: appToken, AppSubscription.init)
    }

    /// Has Meta send the webhooks of one kind of object to an address. During the call Meta asks that address for the
    /// verify token, so it must be reachable already.
    ///
    /// - Parameters:
    ///   - callbackURL: Public and `https`.
    ///   - fields: All of them: Meta replaces the list it had. WhatsApp's statuses come with `messages`;
    ///     `message_deliveries` and `message_reads` are fields of pages, and refused for WhatsApp.
    public func subscribeApp(
        to object: String, fields: [String], callbackURL: String, verifyToken: Secret<String>
    ) async throws(GraphFailure) {
        let form: Parameters = [
            (name: "object", value: object), (name: "callback_url", value: callbackURL),
            (name: "verify_token", value: verifyToken.expose()), (name: "fields", value: fields.joined(separator: ",")),
            (name: "include_values", value: "true"),
        ]
        try confirm(await post("\(node(appID))/subscriptions", form: form, with: appToken))
    }

    /// Has Meta send the webhooks of a WhatsApp account to this app. May be repeated.
    public func subscribe(toWhatsAppAccount wabaID: String, with token: GraphToken) async throws(GraphFailure) {
        try confirm(await post("\(node(wabaID))/subscribed_apps", form: [], with: token))
    }

    /// The ids of the apps that get the webhooks of a WhatsApp account.
    public func subscribedApps(
        ofWhatsAppAccount wabaID: String, with token: GraphToken
    ) async throws(GraphFailure) -> [String] {
        try await all("\(node(wabaID))/subscribed_apps", with: token) { json throws(InvalidValue) in
            try (json["whatsapp_business_api_data"] ?? json).requiredID("id")
        }
    }

    /// Ends the webhooks of a WhatsApp account to this app.
    public func unsubscribe(fromWhatsAppAccount wabaID: String, with token: GraphToken) async throws(GraphFailure) {
        try confirm(await delete("\(node(wabaID))/subscribed_apps", with: token))
    }
}

extension GraphClient {
    /// What this app wants to know of WhatsApp accounts: conversations, the life of groups, and what
    /// changes about account, numbers and templates.
    public static let whatsAppFields = [
        "messages", "account_update", "account_alerts", "account_review_update", "business_capability_update",
        "message_template_status_update", "message_template_quality_update", "message_template_components_update",
        "template_category_update", "phone_number_name_update", "phone_number_quality_update", "security",
        "user_preferences", "smb_message_echoes", "smb_app_state_sync", "history", "calls",
        "group_lifecycle_update", "group_participants_update", "group_settings_update", "group_status_update",
    ]
}
