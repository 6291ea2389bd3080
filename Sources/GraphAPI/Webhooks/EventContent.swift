#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
import Cryptography
import IntegrationKit

/// Where an event came from within its delivery.
public struct EventContext: Hashable, Sendable {
    /// `whatsapp_business_account`, `page`, `instagram`.
    public let object: String
    /// The WhatsApp account (for some partner events the business), page or Instagram account.
    public let entryID: String?
    /// When Meta made the entry; missing for messages.
    public let entryTime: Date?
    /// The webhook field: `messages`, `account_update`.
    public let field: String
    /// The business's number by its id.
    public let phoneNumberID: String?
    /// `+` and digits: the identifier of the channel.
    public let phoneNumber: String?
    /// The person's profile, if it came with the event.
    public let contact: WhatsAppContact?

    init(_ content: JSON) {
        object = content["object"]?.stringValue ?? ""
        entryID = content["entry_id"]?.idText
        entryTime = content["entry_time"]?.unixTime
        field = content["field"]?.stringValue ?? ""
        phoneNumberID = content["metadata"]?["phone_number_id"]?.idText
        phoneNumber = Self.phoneNumber(content["metadata"]?["display_phone_number"])
        contact = content["contact"].map(WhatsAppContact.init)
    }

    /// `+` and the digits of a number in whatever form Meta writes it; nil without any digit.
    static func phoneNumber(_ display: JSON?) -> String? {
        let digits = (display?.idText ?? "").filter(\.isASCIIDigit)
        return digits.isEmpty ? nil : "+" + digits
    }
}

/// The stored form of an event: the one item that it is about, with what it needs of its surroundings.
///
/// This is what lies in the inbox, possibly for days and across updates of the program: only add to it.
enum EventContent {
    /// What the item is, and so which type reads it.
    enum Part: String {
        case message, echo, status, error, page, group, other
        case historyMessage = "history_message"
        case accountChange = "account_change"
        case call, handover, conversion
    }

    static let partKey = "part"
    static let itemKey = "item"

    static func make(
        _ part: Part, object: String, entry: JSON, field: String, metadata: JSON?, contact: JSON?, item: JSON
    ) -> JSON {
        var content: JSONObject = [partKey: .string(part.rawValue), "object": .string(object), "field": .string(field)]
        content["entry_id"] = entry["id"]
        content["entry_time"] = entry["time"]
        content["metadata"] = metadata
        content["contact"] = contact
        content[itemKey] = item
        return .object(content)
    }

    /// An identity for an event to which the provider gave none: a hash of where and what it is. Members are put in
    /// order first, since a second delivery may be serialised anew.
    static func fingerprint(_ kind: String, entry: JSON, field: String, value: JSON) -> String {
        let parts: JSON = [entry["id"] ?? .null, .string(field), value.canonical, entry["time"] ?? .null]
        return "\(kind):\(Hex.encode(SHA256.hash(parts.bytes())))"
    }
}

extension JSON {
    /// The same value with the members of all objects sorted by key.
    fileprivate var canonical: JSON {
        switch self {
        case .object(let object):
            let sorted = object.map { (key: $0.key, value: $0.value.canonical) }.sorted { $0.key < $1.key }
            return .object(JSONObject(sorted))
        case .array(let elements):
            return .array(elements.map(\.canonical))
        default:
            return self
        }
    }
}
