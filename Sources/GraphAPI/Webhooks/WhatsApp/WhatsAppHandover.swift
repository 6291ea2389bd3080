#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// Another app of the business has given a conversation to this one (webhook field `messaging_handovers`).
public struct WhatsAppHandover: Hashable, Sendable {
    /// Whose conversation: `+` and digits.
    public let address: String?
    /// What the other app says about it.
    public let metadata: String?
    public let occurredAt: Date?
    /// As it came: Meta documents little of it.
    public let raw: JSON

    init(_ json: JSON, _ context: EventContext) {
        let sender = json["sender"]
        address = WhatsAppAddress.make(
            groupID: nil, waID: (sender?["phone_number"] ?? sender?["wa_id"])?.idText?.filter(\.isASCIIDigit),
            userID: sender?["user_id"]?.idText)
        metadata = json["control_passed"]?["metadata"]?.filledText
        occurredAt = json["timestamp"]?.unixTime ?? context.entryTime
        raw = json
    }

    var channelEvents: [ChannelEvent] {
        guard let address, !address.isEmpty else { return [] }
        let start = "Another app has passed the conversation on"
        return [
            .received(
                InboundMessage(
                    remoteID: EventContent.fingerprint("handover", entry: [:], field: "messaging_handovers", value: raw),
                    address: address, contactName: nil, kind: "system", text: metadata.map { "\(start): \($0)" } ?? start,
                    content: raw, opensWindow: false, sentAt: occurredAt ?? Date(timeIntervalSince1970: 0)))
        ]
    }
}

/// Something that WhatsApp counts for the business's advertisements (webhook fields `automatic_events` and
/// `tracking_events`).
public struct WhatsAppConversion: Hashable, Sendable {
    /// Meta's word: `LeadSubmitted`, `Purchase`.
    public let name: String
    /// The click on the ad that it goes back to.
    public let clickID: String?
    public let value: JSON?
    public let currency: String?
    public let occurredAt: Date?
    /// As it came.
    public let raw: JSON

    init(_ json: JSON, _ context: EventContext) {
        name = json["event_name"]?.filledText ?? "unknown"
        clickID = (json["ctwa_clid"] ?? json["tracking_data"]?["click_id"])?.idText
        value = json["custom_data"]?["value"]
        currency = json["custom_data"]?["currency"]?.filledText
        occurredAt = json["timestamp"]?.unixTime ?? context.entryTime
        raw = json
    }
}
