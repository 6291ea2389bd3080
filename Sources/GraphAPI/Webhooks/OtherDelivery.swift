import IntegrationKit

/// One entry of a webhook of another object than a WhatsApp account, a page or an Instagram account: users,
/// permissions, and what may come. Each of its changes is an event of its own, kept as it came.
struct OtherDelivery {
    let object: String
    let entry: JSON

    func events() -> [SplitEvent] {
        let changes = entry["changes"]?.arrayValue ?? []
        // An entry without changes is an event as a whole.
        return changes.isEmpty ? [event("entry", entry)] : changes.map { event($0["field"]?.stringValue ?? "changes", $0) }
    }

    private func event(_ field: String, _ item: JSON) -> SplitEvent {
        SplitEvent(
            deduplicationKey: EventContent.fingerprint("\(object).\(field)", entry: entry, field: field, value: item),
            orderingKey: "\(object):\(entry["id"]?.idText ?? "")", channelIdentifier: entry["id"]?.idText,
            kind: "\(object).\(field)", occurredAt: entry["time"]?.unixTime,
            content: EventContent.make(
                .other, object: object, entry: entry, field: field, metadata: nil, contact: nil, item: item))
    }
}
