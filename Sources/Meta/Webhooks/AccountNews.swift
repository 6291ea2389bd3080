import GraphAPI
import IntegrationKit

/// What Meta tells about an account, a number or a template, written where people see it.
struct AccountNews {
    private let change: WhatsAppAccountChange
    private let context: WebhookContext<Meta>
    private var models: Meta.Models { context.models }

    init(_ change: WhatsAppAccountChange, _ context: WebhookContext<Meta>) {
        self.change = change
        self.context = context
    }

    private func word(_ key: String) -> String? {
        guard let value = change.value[key] else { return nil }
        return value.stringValue ?? value.int64Value.map { String($0) }
    }

    func write() async throws {
        switch change.field {
        case "phone_number_quality_update", "phone_number_name_update", "phone_number_username_update", "security":
            try await writeNumber()
        case "message_template_status_update", "message_template_quality_update", "message_template_components_update",
            "template_category_update", "template_correct_category_detection":
            try await writeTemplate()
        default: try await writeAccount()
        }
    }

    // MARK: Numbers

    private func writeNumber() async throws {
        try await Self.update(change.phoneNumber, models) { fields in
            switch (change.field, change.event) {
            case ("phone_number_name_update", let decision):
                fields.nameStatus = .graphWord(decision)
                if decision == "APPROVED" { fields.displayName = word("requested_verified_name") ?? fields.displayName }
                fields.notice = word("rejection_reason").flatMap { $0 == "NONE" ? nil : "The name was refused: \($0)" }
            case ("phone_number_username_update", _): fields.notice = usernameNotice
            case ("security", let event): fields.notice = event.map { "Security: \(Self.sentence($0))" }
            case (_, "THROUGHPUT_UPGRADE"): fields.throughput = .high
            case (_, "FLAGGED"): fields.status = .flagged
            case (_, "UNFLAGGED"): fields.status = .connected
            default: break
            }
            let limit = word("max_daily_conversations_per_business") ?? word("current_limit")
            if change.field == "phone_number_quality_update", let limit {
                fields.messagingLimit = .init(graphValue: limit)
            }
        }
    }

    private var usernameNotice: String {
        let name = word("requested_username").map { " \($0)" } ?? ""
        let reasons = (change.value["rejection_reasons"]?.arrayValue ?? []).compactMap(\.stringValue).map(Self.sentence)
        let decision = change.event.map(Self.sentence) ?? "changed"
        return "The username\(name): \(([decision] + reasons).joined(separator: ", "))"
    }

    static func note(_ text: String, on phoneNumber: String?, _ models: Meta.Models) async throws {
        try await update(phoneNumber, models) { $0.notice = text }
    }

    private static func update(
        _ phoneNumber: String?, _ models: Meta.Models, _ write: (inout WhatsAppPhoneNumber.AppFields) -> Void
    ) async throws {
        guard let phoneNumber,
            let number = try await models.whatsAppPhoneNumber.first(where: .equal(.phone, phoneNumber))
        else { return }
        try await models.whatsAppPhoneNumber.update(number.id, write)
    }

    // MARK: Templates

    private func writeTemplate() async throws {
        // A number in JSON, of more digits than most.
        guard let id = change.value["message_template_id"].flatMap(Self.id) else { return }
        let known = try await models.messageTemplate.first(where: .equal(.templateID, id))
        var fields = known?.appFields ?? .init(templateID: id)
        fields.name = word("message_template_name") ?? fields.name
        fields.language = word("message_template_language") ?? fields.language
        switch change.field {
        case "message_template_status_update":
            fields.status = change.event.map(MessageTemplate.Status.init(graphValue:))
            let reason = word("reason").flatMap { $0 == "NONE" ? nil : Self.sentence($0) }
            fields.reason = change.value["rejection_info"]?["reason"]?.stringValue ?? reason
            fields.category = .graphWord(word("message_template_category")) ?? fields.category
        case "message_template_quality_update": fields.quality = .init(graphValue: word("new_quality_score"))
        case "message_template_components_update":
            let lines = ["message_template_title", "message_template_element", "message_template_footer"].compactMap(word)
            fields.text = lines.joined(separator: "\n")
        default:
            // A change that is announced has the category that is meant to be right; one that is done the new one.
            if let meant = word("correct_category"), word("previous_category") == nil {
                fields.reason = "Meta takes its category to be \(Self.sentence(meant))"
            }
            fields.category = .graphWord(word("new_category")) ?? fields.category
        }
        try await models.messageTemplate.upsert(fields)
    }

    private static func id(_ json: JSON) -> String? {
        if case .number(let number) = json { return number.text }
        return json.stringValue
    }

    // MARK: The account

    /// Another account that was chosen once may still tell of itself: the connection is about the chosen one.
    private func writeAccount() async throws {
        let accountID = context.channel.flatMap {
            $0.handle == context.channels.whatsAppAccount.descriptor.handle ? $0.identifier : nil
        }
        if change.takesAccountAway { try await closeNumbers(of: accountID) }
        guard let connection = try await models.metaConnection.get(), accountID == nil || accountID == connection.wabaID
        else { return }
        try await models.metaConnection.update(connection.id) { fields in
            switch change.field {
            case "account_review_update": fields.reviewStatus = .graphWord(change.event)
            case "business_capability_update":
                fields.messagingLimit = .init(
                    graphValue: word("max_daily_conversations_per_business") ?? word("max_daily_conversation_per_phone"))
            case "account_alerts":
                let alert = change.value["alert_info"] ?? change.value
                fields.accountNotice =
                    alert["alert_description"]?.stringValue ?? alert["alert_type"]?.stringValue.map(Self.sentence)
            case "account_update": write(accountUpdate: &fields)
            case "flows", "payment_configuration_update", "partner_solutions": fields.accountNotice = report
            default: fields.accountNotice = Self.sentence(change.event ?? change.field)
            }
        }
    }

    /// Connecting again opens those that the connection then still has.
    private func closeNumbers(of accountID: String?) async throws {
        for number in try await models.whatsAppPhoneNumber.all() where number.wabaID == nil || number.wabaID == accountID {
            try await context.channels.whatsApp.close(
                identifier: number.phone,
                because: change.event == "ACCOUNT_DELETED"
                    ? "Its WhatsApp account was deleted at Meta." : "Its WhatsApp account no longer belongs to this connection.")
        }
    }

    /// What Meta tells of a flow, a way to be paid, or a partner, on one line.
    private var report: String {
        func facts(_ keys: String...) -> String { keys.compactMap(word).map(Self.sentence).joined(separator: ", ") }
        switch change.field {
        case "flows":
            let name = word("flow_id").map { "Flow \($0)" } ?? "A flow"
            if let message = word("message") { return "\(name): \(message)" }
            return "\(name): \(facts("event", "new_status", "alert_state"))"
        case "payment_configuration_update":
            return "Payments by \(word("configuration_name") ?? "a configuration without a name"): \(facts("status", "provider_name"))"
        default: return "Partner solution \(word("solution_id") ?? ""): \(facts("event", "solution_status"))"
        }
    }

    private func write(accountUpdate fields: inout MetaConnection.AppFields) {
        switch change.event {
        case _ where change.takesAccountAway:
            fields.status = .error
            fields.error = "The WhatsApp account no longer belongs to this connection. Connect Meta again."
        case "DISABLED_UPDATE":
            let state = change.value["ban_info"]?["waba_ban_state"]?.stringValue
            fields.accountNotice =
                state == "REINSTATE" ? nil : "Meta has disabled the account, or will: \(Self.sentence(state ?? "disable"))"
        case "ACCOUNT_RESTRICTION":
            let kinds = (change.value["restriction_info"]?.arrayValue ?? []).compactMap { $0["restriction_type"]?.stringValue }
            fields.accountNotice = "Meta restricts the account: \(kinds.map(Self.sentence).joined(separator: ", "))"
        case "ACCOUNT_VIOLATION":
            let kind = change.value["violation_info"]?["violation_type"]?.stringValue
            fields.accountNotice = "Meta sees a violation of its policy: \(kind.map(Self.sentence) ?? "not named")"
        default: fields.accountNotice = change.event.map(Self.sentence)
        }
    }

    /// `RESTRICTED_ADD_PHONE_NUMBER_ACTION` as people read it.
    private static func sentence(_ word: String) -> String { word.replacing("_", with: " ").lowercased() }
}

extension WhatsAppAccountChange {
    /// Whether nothing can be sent through the account's numbers from now on.
    fileprivate var takesAccountAway: Bool {
        field == "account_update"
            && ["PARTNER_REMOVED", "PARTNER_APP_UNINSTALLED", "ACCOUNT_DELETED"].contains(event)
    }
}

extension MessageTemplate.Status {
    /// Meta has more words than there are things to do about them.
    init(graphValue: String) {
        switch graphValue {
        case "APPROVED", "REINSTATED", "UNPAUSED": self = .approved
        case "PENDING", "IN_APPEAL", "PENDING_REVIEW": self = .pending
        case "PAUSED", "FLAGGED": self = .paused
        case "REJECTED", "LIMIT_EXCEEDED": self = .rejected
        case "DISABLED", "LOCKED", "ARCHIVED": self = .disabled
        case "DELETED", "PENDING_DELETION": self = .deleted
        default: self = .other
        }
    }
}
