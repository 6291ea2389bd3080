/// What an app wants to hear of one kind of object: a row of `/{app}/subscriptions`.
struct AppSubscription: Codable, Sendable {
    var object: String
    var callbackURL: String
    /// In Meta's order of the field list, not the caller's.
    var fields: [String]
    /// Graph version under which the fields were subscribed, for example `v25.0`.
    var version: String
}

/// That an app hears of one WABA: a row of `/{waba}/subscribed_apps`.
struct AccountSubscription: Codable, Sendable {
    /// Takes the place of the app's callback for this WABA.
    var overrideCallbackURI: String?
}

/// That an app hears of one Page: a row of `/{page}/subscribed_apps`. Instagram accounts follow their Page's.
struct PageSubscription: Codable, Sendable {
    var fields: [String]
}

/// The kinds of object that webhooks speak of, and the fields that each has.
enum WebhookObject {
    static let fields: [(object: String, fields: [String])] = [
        (
            "whatsapp_business_account",
            [
                "account_alerts", "account_review_update", "account_settings_update", "account_update",
                "automatic_events", "business_capability_update", "business_status_update", "calls", "flows",
                "group_lifecycle_update", "group_participants_update", "group_settings_update",
                "group_status_update", "history", "message_echoes", "message_template_components_update",
                "message_template_quality_update", "message_template_status_update", "messages",
                "messaging_handovers", "partner_solutions", "payment_configuration_update",
                "phone_number_name_update", "phone_number_quality_update", "phone_number_username_update",
                "security", "smb_app_state_sync", "smb_message_echoes", "standby", "template_category_update",
                "template_correct_category_detection", "tracking_events", "user_preferences",
            ]
        ),
        (
            "page",
            [
                "feed", "messages", "message_deliveries", "message_echoes", "message_edits", "message_reactions",
                "message_reads", "messaging_account_linking", "messaging_handovers", "messaging_optins",
                "messaging_feedback", "messaging_policy_enforcement", "messaging_postbacks", "messaging_referrals",
                "response_feedback", "send_cart", "standby",
            ]
        ),
        (
            "instagram",
            [
                "comments", "live_comments", "message_edit", "message_reactions", "messages", "messaging_handover",
                "messaging_optins", "messaging_postbacks", "messaging_referral", "messaging_seen", "standby",
            ]
        ),
        ("permissions", Scope.allCases.map(\.rawValue)),
        ("user", ["about", "birthday", "email", "first_name", "last_name", "name", "picture"]),
    ]

    static func fields(of object: String) -> [String]? {
        fields.first { $0.object == object }?.fields
    }
}
