#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A permission that a person can grant: the scopes of Meta's login.
enum Scope: String, Codable, Sendable, CaseIterable {
    case publicProfile = "public_profile"
    case email
    case businessManagement = "business_management"
    case whatsAppBusinessManagement = "whatsapp_business_management"
    case whatsAppBusinessMessaging = "whatsapp_business_messaging"
    case whatsAppBusinessManageEvents = "whatsapp_business_manage_events"
    case pagesShowList = "pages_show_list"
    case pagesMessaging = "pages_messaging"
    case pagesManageMetadata = "pages_manage_metadata"
    case pagesReadEngagement = "pages_read_engagement"
    case instagramBasic = "instagram_basic"
    case instagramManageMessages = "instagram_manage_messages"
    case instagramManageComments = "instagram_manage_comments"
    case pagesUtilityMessaging = "pages_utility_messaging"

    /// What it lets the app do, as the consent page says it.
    var explanation: String {
        switch self {
        case .publicProfile: "Your name"
        case .email: "Your email address"
        case .businessManagement: "See your businesses and what belongs to them"
        case .whatsAppBusinessManagement: "Manage your WhatsApp accounts, numbers and subscriptions"
        case .whatsAppBusinessMessaging: "Send and receive WhatsApp messages for your businesses"
        case .whatsAppBusinessManageEvents: "Log events for your WhatsApp accounts"
        case .pagesShowList: "See the list of your Pages"
        case .pagesMessaging: "Manage conversations of your Pages in Messenger"
        case .pagesManageMetadata: "Manage settings and webhooks of your Pages"
        case .pagesReadEngagement: "Read the content of your Pages"
        case .instagramBasic: "See your professional Instagram accounts"
        case .instagramManageMessages: "Manage messages of your Instagram accounts"
        case .instagramManageComments: "Manage comments on your Instagram accounts"
        case .pagesUtilityMessaging: "Send utility templates from your Pages"
        }
    }
}

/// What a person granted to the app in the consent page.
struct Grant: Hashable, Codable, Sendable {
    var userID: String
    var scopes: [Scope]
    /// Asked for and unticked.
    var declined: [Scope]
    /// The WABAs that the person picked; `nil` means all that the person can see, now and later.
    var accountIDs: [String]?
    /// The Pages that the person picked, with their Instagram accounts; `nil` means all.
    var pageIDs: [String]?
}

/// A single-use code on its way from the consent page to the token exchange.
struct AuthorizationCode: Codable, Sendable {
    var code: String
    var grant: Grant
    /// Must be repeated exactly at the exchange.
    var redirectURI: String
    var expiresAt: Date
    var isUsed = false
    /// From Embedded Signup or a login configuration: becomes a business token that never expires. The JavaScript
    /// SDK's codes have no redirect URI, so one that was left out counts as right.
    var isForBusiness: Bool?

    /// Codes of the redirect dialog live for minutes; the sandbox gives them ten.
    static let lifetime: TimeInterval = 10 * 60
    /// Codes of Embedded Signup live for thirty seconds.
    static let businessLifetime: TimeInterval = 30
}

/// An access token of a person, of one of their Pages, or of a business's system user.
struct AccessToken: Codable, Sendable {
    /// Why a token no longer works; raw values are Meta's subcodes of error 190.
    enum Revocation: Int, Codable, Sendable {
        case appRemoved = 458
        case checkpointed = 459
        case passwordChanged = 460
        case unconfirmed = 464
        case revoked = 467
        case pageRoleLost = 492
    }

    var value: String
    var grant: Grant
    var issuedAt: Date
    var expiresAt: Date
    /// Reads of user data fail after this date although the token is valid.
    var dataAccessExpiresAt: Date
    /// From `fb_exchange_token`; only these report `issued_at`.
    var isLongLived: Bool
    var revocation: Revocation?
    /// The Page whose token it is; `nil` for everybody else's.
    var pageID: String?
    /// Of a business integration's system user.
    var isSystemUser: Bool?

    /// Whether it ends only by being revoked.
    var isEverlasting: Bool { expiresAt == .distantFuture }

    /// `USER`, `PAGE` or `SYSTEM_USER`.
    var type: String {
        if pageID != nil { return "PAGE" }
        return isSystemUser == true ? "SYSTEM_USER" : "USER"
    }

    /// One and a half hours: short-lived web tokens live one to two.
    static let shortLifetime: TimeInterval = 90 * 60
    /// Sixty days.
    static let longLifetime: TimeInterval = 60 * 24 * 60 * 60
    /// Ninety days.
    static let dataAccessLifetime: TimeInterval = 90 * 24 * 60 * 60
}
