public import IntegrationKit

/// A change of an account, a number or a template, which concerns what the integration keeps about them.
public struct WhatsAppAccountChange: Hashable, Sendable {
    /// The webhook field, which says what changed: `phone_number_quality_update`.
    public let field: String
    /// Meta's word for what happened, where the field has one: `ACCOUNT_RESTRICTION`, `APPROVED`.
    public let event: String?
    /// The WhatsApp account; for some events of partners, the business.
    public let accountID: String?
    /// `+` and digits, for changes of a number. Meta gives no id of the number here.
    public let phoneNumber: String?
    /// What Meta sent.
    public let value: JSON
    public let context: EventContext

    init(_ value: JSON, _ context: EventContext) {
        field = context.field
        event = value["event"]?.filledText ?? value["decision"]?.filledText
        accountID = context.entryID
        phoneNumber = context.phoneNumber
        self.value = value
        self.context = context
    }

    /// The webhook fields that are such changes (Meta, "Webhooks reference", WhatsApp).
    static let fields: Set<String> = [
        "account_alerts", "account_review_update", "account_settings_update", "account_update",
        "business_capability_update", "business_status_update", "flows", "message_template_components_update",
        "message_template_quality_update", "message_template_status_update", "partner_solutions",
        "payment_configuration_update", "phone_number_name_update", "phone_number_quality_update",
        "phone_number_username_update", "security", "template_category_update", "template_correct_category_detection",
    ]
}
