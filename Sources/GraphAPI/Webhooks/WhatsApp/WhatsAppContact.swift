import IntegrationKit

/// A person as WhatsApp knows them. Since 2026 a person may be known by a business-scoped id alone, without a number.
public struct WhatsAppContact: Hashable, Sendable {
    /// The number, digits without `+`.
    public let waID: String?
    /// The business-scoped user id: `GB.73201984410275566`.
    public let userID: String?
    /// As the person set it.
    public let name: String?
    public let username: String?

    init(_ json: JSON) {
        waID = json["wa_id"]?.idText
        userID = json["user_id"]?.idText
        name = json["profile"]?["name"]?.filledText
        username = json["profile"]?["username"]?.filledText
    }
}

/// The address of a counterpart in a conversation: `+` and digits for a number; a group's or a business-scoped id as it
/// is.
enum WhatsAppAddress {
    static func make(groupID: String?, waID: String?, userID: String?) -> String? {
        if let groupID { return groupID }
        if let waID { return waID.allSatisfy(\.isASCIIDigit) ? "+" + waID : waID }
        return userID
    }
}
