import IntegrationKit

/// The person or system user that a token belongs to.
public struct GraphUser: Hashable, Sendable {
    /// As this app knows them.
    public let id: String
    public let name: String?
}

/// A permission and what the person decided about it.
public struct GrantedPermission: Hashable, Sendable {
    /// Such as `whatsapp_business_messaging`.
    public let name: String
    /// `granted`, `declined` or `expired`.
    public let status: String

    public var isGranted: Bool { status == "granted" }
}

/// A business portfolio.
public struct Business: Hashable, Sendable {
    public let id: String
    public let name: String
}

/// A WhatsApp Business Account (WABA).
public struct WhatsAppBusinessAccount: Hashable, Sendable {
    /// How the business that was asked has it.
    public enum Ownership: String, Hashable, Sendable {
        case owned
        /// Shared with it by the business that owns it.
        case client
    }

    public let id: String
    public let name: String?
    /// ISO 4217.
    public let currency: String?
    public let timezoneID: String?
    public let templateNamespace: String?
    public let ownership: Ownership
}

/// A phone number of a WhatsApp Business Account. Words of Meta are kept as they come: their sets grow.
public struct WhatsAppPhoneNumberNode: Hashable, Sendable {
    /// The id by which the API knows it; not the number.
    public let id: String
    /// As Meta writes it for people: `+44 20 7946 0155`.
    public let displayPhoneNumber: String
    /// The name that people see.
    public let verifiedName: String?
    /// `GREEN`, `YELLOW`, `RED` or `NA`.
    public let qualityRating: String?
    /// `CONNECTED`, `PENDING`, `FLAGGED`, `RESTRICTED`, `BANNED`, …
    public let status: String?
    /// `APPROVED`, `PENDING_REVIEW`, `DECLINED`, …
    public let nameStatus: String?
    /// `VERIFIED`, `NOT_VERIFIED`, `EXPIRED`.
    public let codeVerificationStatus: String?
    /// `LIVE` or `SANDBOX`.
    public let accountMode: String?
    /// `CLOUD_API`, `ON_PREMISE`, `NOT_APPLICABLE`.
    public let platformType: String?
    /// `STANDARD`, `HIGH`, `NOT_APPLICABLE`.
    public let throughputLevel: String?
    /// `TIER_250`, `TIER_1K`, …; of the portfolio since v24, of the number before.
    public let messagingLimit: String?
    public let isOfficialBusinessAccount: Bool?

    /// `+` and the digits of ``displayPhoneNumber``: E.164.
    public var phoneNumber: String { "+" + displayPhoneNumber.filter(\.isASCIIDigit) }

    /// The fields that this type reads.
    static let fields = [
        "id", "display_phone_number", "verified_name", "quality_rating", "status", "name_status",
        "code_verification_status", "account_mode", "platform_type", "throughput", "is_official_business_account",
        "whatsapp_business_manager_messaging_limit",
    ].joined(separator: ",")
}

extension Character {
    /// `0` to `9` and no other script's digits.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

// MARK: Reading

extension GraphUser {
    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        name = json["name"]?.filledText
    }
}

extension GrantedPermission {
    init(_ json: JSON) throws(InvalidValue) {
        name = try json.requiredID("permission")
        status = try json.requiredID("status")
    }
}

extension Business {
    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        name = json["name"]?.filledText ?? id
    }
}

extension WhatsAppBusinessAccount {
    init(_ json: JSON, _ ownership: Ownership) throws(InvalidValue) {
        id = try json.requiredID("id")
        name = json["name"]?.filledText
        currency = json["currency"]?.filledText
        timezoneID = json["timezone_id"]?.idText
        templateNamespace = json["message_template_namespace"]?.filledText
        self.ownership = ownership
    }
}

extension WhatsAppPhoneNumberNode {
    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        displayPhoneNumber = try json.requiredID("display_phone_number")
        verifiedName = json["verified_name"]?.filledText
        qualityRating = json["quality_rating"]?.filledText ?? json["quality_score"]?["score"]?.filledText
        status = json["status"]?.filledText
        nameStatus = json["name_status"]?.filledText
        codeVerificationStatus = json["code_verification_status"]?.filledText
        accountMode = json["account_mode"]?.filledText
        platformType = json["platform_type"]?.filledText
        throughputLevel = json["throughput"]?["level"]?.filledText
        messagingLimit =
            json["whatsapp_business_manager_messaging_limit"]?.filledText ?? json["messaging_limit_tier"]?.filledText
        isOfficialBusinessAccount = json["is_official_business_account"]?.boolValue
    }
}

extension JSON {
    /// A text (or an id that came as a number) without which the object makes no sense.
    func requiredID(_ key: String) throws(InvalidValue) -> String {
        guard let text = self[key]?.idText else { throw InvalidValue(at: key, "is required") }
        return text
    }
}
