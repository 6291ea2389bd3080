#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension World {
    func template(_ id: String) -> MessageTemplate? { templates.first { $0.id == id } }

    func templates(ofAccount id: String) -> [MessageTemplate] { templates.filter { $0.accountID == id } }

    func template(_ name: String, language: String, accountID: String) -> MessageTemplate? {
        templates.first { $0.accountID == accountID && $0.name == name && $0.language == language }
    }

    /// Hands a template in: it is pending until a reviewer has decided.
    mutating func submit(_ template: MessageTemplate, at now: Date, rules: Rules) {
        templates.removeAll { $0.id == template.id }
        templates.append(template)
        guard reviewMode != .hold else { return }
        pendingReviews.removeAll { $0.templateID == template.id }
        pendingReviews.append(
            PendingReview(
                templateID: template.id, dueAt: now.addingTimeInterval(Rules.untilReviewed / rules.speed)))
    }

    /// Lets the reviewer decide on what is due.
    mutating func review(at now: Date, rules: Rules) -> Bool {
        let due = pendingReviews.filter { $0.dueAt <= now }
        guard !due.isEmpty else { return false }
        pendingReviews.removeAll { $0.dueAt <= now }
        for review in due {
            let isRejected = reviewMode == .reject
            decide(
                review.templateID, status: isRejected ? .rejected : .approved,
                reason: isRejected ? "TAG_CONTENT_MISMATCH" : "NONE", at: now, rules: rules)
        }
        return true
    }

    /// Sets a template's status and tells the app.
    ///
    /// - Parameter reason: `NONE`, `INVALID_FORMAT` and so on.
    mutating func decide(
        _ id: String, status: MessageTemplate.Status, reason: String, at now: Date, rules: Rules
    ) {
        guard let index = templates.firstIndex(where: { $0.id == id }) else { return }
        templates[index].status = status
        templates[index].rejectedReason = status == .rejected ? reason : "NONE"
        pendingReviews.removeAll { $0.templateID == id }
        let template = templates[index]
        var value: [WireJSON.Member] =
            [.init(key: "event", value: .string(status.rawValue))] + Self.naming(template) + [
                .init(key: "reason", value: .string(reason)),
                .init(key: "message_template_category", value: .string(template.category.rawValue)),
            ]
        if status == .rejected, reason == "INVALID_FORMAT" {
            value.append(
                .init(
                    key: "rejection_info",
                    value: [
                        "reason": "A placeholder has no sample value.",
                        "recommendation": "Add a sample for every placeholder.",
                    ]))
        }
        if status == .paused {
            value.append(
                .init(
                    key: "other_info",
                    value: ["title": "FIRST_PAUSE", "description": "The template is paused for 3 hours."]))
        }
        announce(
            .object(value), field: "message_template_status_update", accountID: template.accountID,
            summary: "template \(template.name) \(status.rawValue.lowercased())", at: now, rules: rules)
    }

    /// Sets a template's quality and tells the app.
    mutating func setQuality(_ score: String, ofTemplate id: String, at now: Date, rules: Rules) {
        guard let index = templates.firstIndex(where: { $0.id == id }) else { return }
        let previous = templates[index].qualityScore
        templates[index].qualityScore = score
        announce(
            .object(
                [
                    .init(key: "previous_quality_score", value: .string(previous)),
                    .init(key: "new_quality_score", value: .string(score)),
                ] + Self.naming(templates[index])),
            field: "message_template_quality_update", accountID: templates[index].accountID,
            summary: "quality of template \(templates[index].name): \(score)", at: now, rules: rules)
    }

    /// Sets a template's category and tells the app.
    mutating func setCategory(_ category: TemplateCategory, ofTemplate id: String, at now: Date, rules: Rules) {
        guard let index = templates.firstIndex(where: { $0.id == id }) else { return }
        let previous = templates[index].category
        templates[index].category = category
        announce(
            .object(
                Self.naming(templates[index]) + [
                    .init(key: "previous_category", value: .string(previous.rawValue)),
                    .init(key: "new_category", value: .string(category.rawValue)),
                ]),
            field: "template_category_update", accountID: templates[index].accountID,
            summary: "category of template \(templates[index].name): \(category.rawValue)", at: now, rules: rules)
    }

    /// The members that name a template in a webhook. The id is a number there, and nowhere else.
    private static func naming(_ template: MessageTemplate) -> [WireJSON.Member] {
        [
            .init(
                key: "message_template_id",
                value: Int64(template.id).map { .integer($0) } ?? .string(template.id)),
            .init(key: "message_template_name", value: .string(template.name)),
            .init(key: "message_template_language", value: .string(template.language)),
        ]
    }
}
