#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import IntegrationKit

/// A call over WhatsApp that has ended (Meta, "Calling API", webhook field `calls`). Calls are neither made nor taken here;
/// people see that there was one.
struct WhatsAppCall {
    private let json: JSON
    private let contactName: String?

    /// - Returns: nil while it rings or goes on.
    init?(_ json: JSON, in value: JSON) {
        guard json["event"]?.stringValue == "terminate" else { return nil }
        self.json = json
        contactName = (value["contacts"]?.arrayValue ?? []).map(WhatsAppContact.init).first(where: { contact in
            contact.waID != nil && [json["from"]?.idText, json["to"]?.idText].contains(contact.waID)
        })?.name
    }

    private var isTheirs: Bool { json["direction"]?.stringValue != "BUSINESS_INITIATED" }

    private var text: String {
        let seconds = json["duration"]?.int64Value ?? 0
        guard seconds > 0 else { return isTheirs ? "Missed call" : "Called them, no answer" }
        let length = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
        return (isTheirs ? "Called, " : "Called them, ") + length
    }

    /// A person who calls may be answered freely, like one who writes.
    func message(otherwiseAt time: Date?) -> InboundMessage? {
        guard let id = json["id"]?.filledText,
            let address = WhatsAppAddress.make(
                groupID: nil, waID: json[isTheirs ? "from" : "to"]?.idText,
                userID: json[isTheirs ? "from_user_id" : "to_user_id"]?.idText)
        else { return nil }
        return InboundMessage(
            remoteID: id, direction: isTheirs ? .inbound : .outbound, address: address, contactName: contactName, kind: "call",
            text: text, content: json, sentAt: json["timestamp"]?.unixTime ?? time ?? Date(timeIntervalSince1970: 0))
    }
}
