import IntegrationKit

/// One entry of a webhook of another object than a WhatsApp account: pages, Instagram accounts, users, and what may
/// come.
///
/// Each element of the entry's lists is an event of its own, kept as it came.
struct OtherDelivery {
    let object: String
    let entry: JSON

    func events() -> [SplitEvent] {
        var events: [SplitEvent] = []
        let lists = ["messaging", "standby", "changes"]
        for list in lists {
            for item in entry[list]?.arrayValue ?? [] { events.append(event(list, item)) }
        }
        // An entry without any of the lists is an event as a whole.
        return events.isEmpty ? [event("entry", entry)] : events
    }

    private func event(_ list: String, _ item: JSON) -> SplitEvent {
        let field = item["field"]?.stringValue ?? list
        let account = entry["id"]?.idText ?? ""
        // Whichever side the business is: the other is the counterpart.
        let people = [item["sender"]?["id"]?.idText, item["recipient"]?["id"]?.idText].compactMap { $0 }
        let counterpart = people.first { $0 != account } ?? ""
        let milliseconds = item["timestamp"]?.int64Value
        return SplitEvent(
            deduplicationKey: EventContent.fingerprint("\(object).\(field)", entry: entry, field: field, value: item),
            orderingKey: "\(object):\(account):\(counterpart)",
            channelIdentifier: entry["id"]?.idText,
            kind: "\(object).\(field)",
            occurredAt: milliseconds.flatMap { JSON.number(JSONNumber($0 / 1000)).unixTime } ?? entry["time"]?.unixTime,
            content: EventContent.make(
                .other, object: object, entry: entry, field: field, metadata: nil, contact: nil, item: item))
    }
}
