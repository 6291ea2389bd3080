#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// A step of a call over WhatsApp (Meta, "Calling API", webhook field `calls`). Calls are neither made nor taken here;
/// people see that there was one.
public struct WhatsAppCall: Hashable, Sendable {
    public let id: String?
    /// Meta's word for the step: `connect` when it rings, `terminate` at its end; `RINGING`, `ACCEPTED` or `REJECTED` of one
    /// that the business makes.
    public let step: String
    /// Whether the person calls.
    public let isTheirs: Bool
    /// How the counterpart is known to conversations.
    public let address: String?
    /// Nil when nobody answered, and before the end.
    public let seconds: Int64?
    public let occurredAt: Date?
    private let contact: WhatsAppContact?
    /// All of it, as it came.
    public let raw: JSON

    init(_ json: JSON, contact: WhatsAppContact?, otherwiseAt time: Date?) {
        id = json["id"]?.filledText
        let isStatus = json["event"] == nil && json["status"] != nil
        step = (isStatus ? json["status"] : json["event"])?.filledText ?? "unknown"
        isTheirs = !isStatus && json["direction"]?.stringValue != "BUSINESS_INITIATED"
        self.contact = contact
        let number = isStatus ? json["recipient_id"] : json[isTheirs ? "from" : "to"]
        let userID = isStatus ? json["recipient_user_id"] : json[isTheirs ? "from_user_id" : "to_user_id"]
        address = WhatsAppAddress.make(
            groupID: nil, waID: number?.idText ?? contact?.waID, userID: userID?.idText ?? contact?.userID)
        seconds = json["duration"]?.int64Value.flatMap { $0 > 0 ? $0 : nil }
        occurredAt = json["timestamp"]?.unixTime ?? time
        raw = json
    }

    /// One line for people about a call that has ended or was declined; nil while it goes on.
    public var text: String? {
        switch (step, seconds) {
        case ("terminate", let seconds?):
            let length = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
            return (isTheirs ? "Called, " : "Called them, ") + length
        case ("terminate", nil): return isTheirs ? "Missed call" : "Called them, no answer"
        case ("REJECTED", _): return "Declined our call"
        default: return nil
        }
    }

    /// A person who calls may be answered freely, like one who writes.
    var channelEvents: [ChannelEvent] {
        guard let id, let address, let text else { return [] }
        let message = InboundMessage(
            remoteID: step == "terminate" ? id : "\(id):\(step)", direction: isTheirs ? .inbound : .outbound,
            address: address, personID: contact?.userID, contactName: contact?.name, kind: "call", text: text,
            content: raw, sentAt: occurredAt ?? Date(timeIntervalSince1970: 0))
        return [.received(message)]
    }
}
