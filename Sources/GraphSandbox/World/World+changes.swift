#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What people do beside sending: they change and take back what they wrote, and tell the platform what they want.
extension World {
    /// A person changes the text of an earlier message. Instagram knows no edits.
    ///
    /// - Parameter eventID: Id of the event, which WhatsApp gives one of its own.
    mutating func personEdits(
        _ messageID: String, to text: String, eventID: String, in chat: ChatID, at now: Date, rules: Rules
    ) {
        var edited: Message?
        update(messageID, in: chat) { message in
            guard message.direction == .fromPerson, !message.isUnsent else { return }
            if case .comment(var comment) = message.content {
                comment.text = text
                message.content = .comment(comment)
            } else {
                message.content = .text(text)
            }
            message.editCount = (message.editCount ?? 0) + 1
            edited = message
        }
        guard let edited, let endpoint = endpoint(chat, rules: rules) else { return }
        if case .comment(let comment) = edited.content {
            return tellOfComment(messageID, comment, verb: "edited", in: chat, at: now, rules: rules)
        }
        let person = rules.directory.person(chat.person)
        switch endpoint {
        case .number(let number):
            let payload = WebhookPayload.edit(
                edited, id: eventID, at: now, from: person, waID: chat.person, to: number)
            tell(endpoint, payload, "edit by +\(chat.person)", at: now, rules: rules)
        case .page:
            guard let id = person?.scopedIDs[endpoint.id] else { return }
            let events = MessagingPayload(endpoint: endpoint, personID: id, now: now)
            tell(
                endpoint, events.edit(of: edited, text: text), "edit by \(id)", field: "message_edits", at: now,
                rules: rules)
        case .instagram: return
        }
    }

    /// A person takes an earlier message back. Messenger tells nobody of it.
    mutating func personDeletes(
        _ messageID: String, eventID: String, in chat: ChatID, at now: Date, rules: Rules
    ) {
        var deleted: Message?
        update(messageID, in: chat) { message in
            guard message.direction == .fromPerson, !message.isUnsent else { return }
            message.isDeleted = true
            deleted = message
        }
        if case .comment(let comment) = deleted?.content {
            return tellOfComment(messageID, comment, verb: "remove", in: chat, at: now, rules: rules)
        }
        guard deleted != nil, let endpoint = endpoint(chat, rules: rules) else { return }
        let person = rules.directory.person(chat.person)
        switch endpoint {
        case .number(let number):
            let payload = WebhookPayload.revoke(
                messageID, id: eventID, at: now, from: person, waID: chat.person, to: number)
            tell(endpoint, payload, "revoke by +\(chat.person)", at: now, rules: rules)
        case .instagram:
            guard let id = person?.scopedIDs[endpoint.id] else { return }
            let events = MessagingPayload(endpoint: endpoint, personID: id, now: now)
            tell(endpoint, events.unsend(messageID), "unsend by \(id)", at: now, rules: rules)
        case .page: return
        }
    }

    /// A person stops or resumes a business's marketing on WhatsApp.
    mutating func setMarketing(isStopped: Bool, in chat: ChatID, at now: Date, rules: Rules) {
        conversations[chat, default: Conversation()].hasStoppedMarketing = isStopped
        guard case .number(let number)? = endpoint(chat, rules: rules),
            let person = rules.directory.person(chat.person)
        else { return }
        let payload = WebhookPayload.marketingPreference(isStopped: isStopped, at: now, person: person, to: number)
        tell(
            .number(number), payload, "marketing \(isStopped ? "stopped" : "resumed") by +\(chat.person)",
            field: "user_preferences", at: now, rules: rules)
    }

    /// Tells the app of a change of an account, a number or a template.
    mutating func announce(
        _ value: WireJSON, field: String, accountID: String, summary: String, at now: Date, rules: Rules
    ) {
        enqueue(
            WebhookPayload.account(accountID, field: field, value: value, at: now), summary: summary,
            topic: Topic(subscriberID: accountID, field: field), at: now, speed: rules.speed)
    }
}
