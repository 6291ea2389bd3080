#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import IntegrationKit

/// Splits one entry of a WhatsApp webhook.
///
/// Identities (Meta, "Webhooks"): a message by its id; a status by message, status and group member; anything else by a
/// hash of what it says. Order: by number and counterpart, so that conversations go in parallel.
struct WhatsAppDelivery {
    let object: String
    let entry: JSON

    func events() -> [SplitEvent] {
        guard let changes = entry["changes"]?.arrayValue, !changes.isEmpty else {
            return [WhatsAppChange(object: object, entry: entry, field: "entry", value: entry).other(entry)]
        }
        return changes.flatMap { change in
            let field = change["field"]?.stringValue ?? "unknown"
            // A change that has no value is kept whole.
            return WhatsAppChange(object: object, entry: entry, field: field, value: change["value"] ?? change).events()
        }
    }
}

/// One change of an entry.
struct WhatsAppChange {
    let object: String
    let entry: JSON
    let field: String
    let value: JSON

    private var metadata: JSON? { value["metadata"] }
    private var phoneNumberID: String? { metadata?["phone_number_id"]?.idText }
    private var channel: String? {
        EventContext.phoneNumber(
            metadata?["display_phone_number"] ?? value["display_phone_number"]
                // Of handovers.
                ?? value["recipient"]?["display_phone_number"])
    }

    /// The account itself, for what is about no number. Events of partners have the business where others have the
    /// account.
    private var account: String? { value["waba_info"]?["waba_id"]?.idText ?? entry["id"]?.idText }

    func events() -> [SplitEvent] {
        switch field {
        // Media of synchronised history comes as messages, under the field `history`.
        case "messages", "history", "smb_message_echoes", "message_echoes", "standby": conversationEvents()
        case "calls": callEvents()
        case "messaging_handovers": [handover()]
        case "automatic_events": conversions("automatic_events")
        case "tracking_events": conversions("events")
        case _ where WhatsAppGroupEvent.fields.contains(field): groupEvents()
        case _ where WhatsAppAccountChange.fields.contains(field): [accountChange()]
        default: [other(value)]
        }
    }

    /// The members of a value that become events one by one, or belong to all of them.
    private static let knownKeys: Set<String> = [
        "messaging_product", "metadata", "contacts", "messages", "statuses", "errors", "message_echoes", "history",
    ]

    private func conversationEvents() -> [SplitEvent] {
        var events: [SplitEvent] = []
        for item in list("messages") { events.append(message(item, .message)) }
        for item in list("message_echoes") { events.append(message(item, .echo)) }
        for item in list("statuses") { events.append(status(item)) }
        for item in list("errors") { events.append(make(.error, item, kind: "error", counterpart: nil)) }
        for chunk in list("history") { events += history(chunk) }
        // What else the value says is one more event; and so is a value that says nothing we know.
        let rest = (value.objectValue ?? [:]).filter { !Self.knownKeys.contains($0.key) }
        if !rest.isEmpty || events.isEmpty {
            events.append(other(events.isEmpty ? value : .object(JSONObject(rest))))
        }
        return events
    }

    private func list(_ key: String) -> [JSON] { value[key]?.arrayValue ?? [] }

    // MARK: Items

    private func message(_ item: JSON, _ part: EventContent.Part, thread: String? = nil) -> SplitEvent {
        guard item.objectValue != nil else { return other(item) }
        let type = item["type"]?.filledText ?? "untyped"
        let prefix = part == .message ? "message" : part == .echo ? "echo" : "history"
        let person = part == .message ? item["from"]?.idText : item["to"]?.idText
        let personID = part == .message ? item["from_user_id"]?.idText : item["to_user_id"]?.idText
        let contact = contact(waID: person, userID: personID)
        let counterpart =
            item["group_id"]?.idText ?? thread ?? person ?? contact?["wa_id"]?.idText ?? personID
        let key = item["id"]?.filledText.map { "whatsapp.\(prefix):\($0)" }
        return make(part, item, kind: "\(prefix).\(type)", key: key, counterpart: counterpart, contact: contact)
    }

    private func status(_ item: JSON) -> SplitEvent {
        guard item.objectValue != nil else { return other(item) }
        let status = item["status"]?.filledText ?? "unknown"
        let recipient = item["recipient_id"]?.idText
        let userID = item["recipient_user_id"]?.idText
        let contact = contact(
            waID: item["recipient_participant_id"]?.idText ?? recipient,
            userID: item["recipient_participant_user_id"]?.idText ?? userID)
        let member = item["recipient_participant_id"]?.idText ?? item["recipient_participant_user_id"]?.idText
        // Statuses of payments share the message's id and may repeat a word; their type keeps them apart.
        let type = item["type"]?.filledText
        let key = item["id"]?.filledText.map { id in
            (["whatsapp.status:\(id)", status] + [type, member].compactMap { $0 }).joined(separator: ":")
        }
        return make(
            .status, item, kind: "status.\(status)", key: type == nil ? key : nil,
            counterpart: recipient ?? contact?["wa_id"]?.idText ?? userID, contact: contact)
    }

    /// Old messages, by thread, and the progress of the synchronisation.
    private func history(_ chunk: JSON) -> [SplitEvent] {
        guard var rest = chunk.objectValue else { return [other(chunk)] }
        var events: [SplitEvent] = []
        if let threads = chunk["threads"]?.arrayValue {
            rest["threads"] = nil
            for thread in threads {
                let messages = thread["messages"]?.arrayValue ?? []
                for item in messages { events.append(message(item, .historyMessage, thread: thread["id"]?.idText)) }
                if messages.isEmpty { events.append(other(thread)) }
            }
        }
        if let errors = chunk["errors"]?.arrayValue {
            rest["errors"] = nil
            for error in errors { events.append(make(.error, error, kind: "error", counterpart: nil)) }
        }
        return rest.isEmpty ? events : events + [other(.object(rest))]
    }

    private func callEvents() -> [SplitEvent] {
        var events = (list("calls") + list("statuses")).map { item in
            let isTheirs = item["direction"]?.stringValue != "BUSINESS_INITIATED"
            let isStatus = item["event"] == nil
            let person = isStatus ? item["recipient_id"]?.idText : item[isTheirs ? "from" : "to"]?.idText
            let contact = contact(waID: person, userID: item[isTheirs ? "from_user_id" : "to_user_id"]?.idText)
            let step = (item["event"] ?? item["status"])?.filledText ?? "unknown"
            return make(
                .call, item, kind: "call.\(step.lowercased())", key: item["id"]?.filledText.map { "whatsapp.call:\($0):\(step)" },
                counterpart: person ?? contact?["wa_id"]?.idText ?? contact?["user_id"]?.idText, contact: contact)
        }
        events += list("errors").map { make(.error, $0, kind: "error", counterpart: nil) }
        return events.isEmpty ? [other(value)] : events
    }

    private func handover() -> SplitEvent {
        make(.handover, value, kind: field, counterpart: value["sender"]?["phone_number"]?.idText?.filter(\.isASCIIDigit))
    }

    private func conversions(_ key: String) -> [SplitEvent] {
        let items = list(key)
        if items.isEmpty { return [other(value)] }
        return items.map { item in
            let name = item["event_name"]?.filledText.map { ".\($0)" } ?? ""
            return make(.conversion, item, kind: field + name, counterpart: nil)
        }
    }

    /// Events of groups; one of Meta's references has a single one in place of the list.
    private func groupEvents() -> [SplitEvent] {
        let groups = value["groups"]?.arrayValue ?? (value["groups"]?.objectValue == nil ? [] : [value["groups"] ?? .null])
        guard !groups.isEmpty else { return [other(value)] }
        return groups.map { item in
            guard item.objectValue != nil else { return other(item) }
            // In one line with the messages of the group.
            return make(
                .group, item, kind: item["type"]?.filledText ?? field,
                counterpart: item["group_id"]?.idText ?? item["request_id"]?.idText)
        }
    }

    private func accountChange() -> SplitEvent {
        let event = value["event"]?.filledText.map { ".\($0.lowercased())" } ?? ""
        return make(.accountChange, value, kind: field + event, counterpart: nil)
    }

    func other(_ item: JSON) -> SplitEvent { make(.other, item, kind: field, counterpart: nil) }

    // MARK: Putting together

    private func make(
        _ part: EventContent.Part, _ item: JSON, kind: String, key: String? = nil, counterpart: String?,
        contact: JSON? = nil
    ) -> SplitEvent {
        // Fields of the account name their number in the value, without an id.
        let metadata =
            metadata ?? value["display_phone_number"].map { .object(["display_phone_number": $0]) }
        let lane = phoneNumberID ?? channel ?? entry["id"]?.idText ?? ""
        return SplitEvent(
            deduplicationKey: key
                ?? EventContent.fingerprint(
                    "whatsapp.\(field).\(part.rawValue)", entry: entry, field: field, value: item),
            orderingKey: "whatsapp:\(lane):\(counterpart ?? "")", channelIdentifier: channel ?? account,
            channel: channel == nil ? "whatsapp_account" : "whatsapp", kind: kind,
            occurredAt: item["timestamp"]?.unixTime ?? entry["time"]?.unixTime,
            content: EventContent.make(
                part, object: object, entry: entry, field: field, metadata: metadata, contact: contact, item: item))
    }

    /// The profile that belongs to a person: profiles are matched by id and not by place; a lone one that has no id
    /// fits.
    private func contact(waID: String?, userID: String?) -> JSON? {
        let contacts = list("contacts")
        let match = contacts.first { contact in
            if let waID, contact["wa_id"]?.idText == waID { return true }
            if let userID, contact["user_id"]?.idText == userID { return true }
            return false
        }
        if let match { return match }
        // Some countries' numbers are written differently in the two places: a lone profile is then the one meant.
        return contacts.count == 1 && list("messages").count + list("statuses").count == 1 ? contacts[0] : nil
    }
}
