#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import IntegrationKit

/// Splits one entry of a webhook of a page or an Instagram account.
///
/// Identities (Meta, "Webhooks"): a message by its `mid`; changes of a message share that and are told apart by what
/// they do; anything else by a hash of what it says. Order: by account and person.
struct PageDelivery {
    let product: PageProduct
    let entry: JSON

    private var object: String { product.rawValue }
    private var account: String { entry["id"]?.idText ?? "" }

    func events() -> [SplitEvent] {
        let conversation = ["messaging", "standby"].flatMap { list in
            (entry[list]?.arrayValue ?? []).map { item in
                item.objectValue == nil ? other(list, item) : messaging(item, isStandby: list == "standby")
            }
        }
        let changes = (entry["changes"]?.arrayValue ?? []).map { change in
            let field = change["field"]?.stringValue ?? "changes"
            let comment = change["value"].flatMap { PageComment(field, $0) }
            return comment.map { self.comment($0, field, change["value"] ?? .null) } ?? other(field, change)
        }
        let events = conversation + changes
        // An entry without any of the lists is an event as a whole.
        return events.isEmpty ? [other("entry", entry)] : events
    }

    private func messaging(_ item: JSON, isStandby: Bool) -> SplitEvent {
        let key = PageEventContent.key(of: item)
        let isEcho = item["message"]?["is_echo"]?.boolValue ?? false
        let kind = isEcho ? "echo" : item["message"]?["is_deleted"]?.boolValue == true ? "unsend" : key
        let field = isStandby ? "standby" : "messaging"
        return SplitEvent(
            deduplicationKey: identity(kind, item[key] ?? .null, item)
                ?? EventContent.fingerprint("\(object).\(kind)", entry: entry, field: field, value: item),
            orderingKey: "\(object):\(account):\(PageEvent.person(item, account: account) ?? "")",
            channelIdentifier: entry["id"]?.idText, channel: product.channel, kind: "\(object).\(kind)",
            occurredAt: item["timestamp"]?.millisecondTime ?? entry["time"]?.millisecondTime,
            content: EventContent.make(
                .page, object: object, entry: entry, field: field, metadata: nil, contact: nil, item: item))
    }

    /// - Returns: nil for kinds that Meta gives no identity.
    private func identity(_ kind: String, _ json: JSON, _ item: JSON) -> String? {
        guard ["message", "echo", "unsend", "message_edit", "postback"].contains(kind), let id = json["mid"]?.idText
        else { return nil }
        let count = kind == "message_edit" ? json["num_edit"]?.idText : nil
        return (["\(object).\(kind)", account, id] + [count].compactMap { $0 }).joined(separator: ":")
    }

    private func comment(_ comment: PageComment, _ field: String, _ value: JSON) -> SplitEvent {
        let kind = "\(object).comment"
        return SplitEvent(
            deduplicationKey: comment.change == .edited
                ? EventContent.fingerprint(kind, entry: entry, field: field, value: value)
                : "\(kind):\(account):\(comment.id):\(comment.change.rawValue)",
            orderingKey: "\(object):\(account):\(comment.personID)", channelIdentifier: entry["id"]?.idText,
            channel: product.channel, kind: kind, occurredAt: comment.createdAt ?? entryTime,
            content: EventContent.make(
                .page, object: object, entry: entry, field: field, metadata: nil, contact: nil, item: value))
    }

    /// Seconds in entries with changes, milliseconds in those with messages.
    private var entryTime: Date? { entry["time"]?.entryTime }

    private func other(_ field: String, _ item: JSON) -> SplitEvent {
        SplitEvent(
            deduplicationKey: EventContent.fingerprint("\(object).\(field)", entry: entry, field: field, value: item),
            orderingKey: "\(object):\(account):", channelIdentifier: entry["id"]?.idText, channel: product.channel,
            kind: "\(object).\(field)", occurredAt: entryTime,
            content: EventContent.make(
                .other, object: object, entry: entry, field: field, metadata: nil, contact: nil, item: item))
    }
}
