// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Top-level OAuth connection to Meta. One per installation.
///
/// Manifest: `models.meta_connection`
struct MetaConnection: SingletonModel {
    typealias ID = Identifier<MetaConnection>

    let id: ID

    /// WhatsApp Business Account ID
    ///
    /// Manifest: `models.meta_connection.fields.waba_id`. Owner: APP.
    let wabaID: String?

    /// Business name from Meta
    ///
    /// Manifest: `models.meta_connection.fields.business_name`. Owner: APP.
    let businessName: String?

    /// Connection status
    ///
    /// Manifest: `models.meta_connection.fields.status`. Owner: APP.
    let status: Status

    /// Meta Business Portfolio ID
    ///
    /// Manifest: `models.meta_connection.fields.business_id`. Owner: APP.
    let businessID: String?

    /// The last problem with the connection in plain words
    ///
    /// Manifest: `models.meta_connection.fields.error`. Owner: APP.
    let error: String?

    /// When the account was last connected
    ///
    /// Manifest: `models.meta_connection.fields.connected_at`. Owner: APP.
    let connectedAt: Date?

    /// The person who connected, as this app knows them
    ///
    /// Manifest: `models.meta_connection.fields.user_id`. Owner: APP.
    let userID: String?

    /// Permissions that were not granted
    ///
    /// Manifest: `models.meta_connection.fields.missing_scopes`. Owner: APP.
    let missingScopes: String?

    /// When Meta stops to accept the connection; empty if never
    ///
    /// Manifest: `models.meta_connection.fields.token_expires_at`. Owner: APP.
    let tokenExpiresAt: Date?

    /// When Meta stops to give the person's data
    ///
    /// Manifest: `models.meta_connection.fields.data_access_expires_at`. Owner: APP.
    let dataAccessExpiresAt: Date?

    /// The last thing that Meta told about the WhatsApp account
    ///
    /// Manifest: `models.meta_connection.fields.account_notice`. Owner: APP.
    let accountNotice: String?

    /// Meta's review of the WhatsApp account
    ///
    /// Manifest: `models.meta_connection.fields.review_status`. Owner: APP.
    let reviewStatus: String?

    /// How many people may be written to first in a day
    ///
    /// Manifest: `models.meta_connection.fields.messaging_limit`. Owner: APP.
    let messagingLimit: String?

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// Connection status
    ///
    /// Manifest: `models.meta_connection.fields.status.options`
    enum Status: OptionValue {
        case pending
        case connected
        case error

        /// A value that the manifest does not list.
        case unknown(String)

        static let allCases: [Status] = [.pending, .connected, .error]

        init(rawValue: String) {
            switch rawValue {
            case "PENDING": self = .pending
            case "CONNECTED": self = .connected
            case "ERROR": self = .error
            default: self = .unknown(rawValue)
            }
        }

        var rawValue: String {
            switch self {
            case .pending: "PENDING"
            case .connected: "CONNECTED"
            case .error: "ERROR"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .pending: "Pending"
            case .connected: "Connected"
            case .error: "Error"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .pending: .gray
            case .connected: .green
            case .error: .red
            default: nil
            }
        }
    }

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var wabaID: String?
        var businessName: String?
        var status: Status = .pending
        var businessID: String?
        var error: String?
        var connectedAt: Date?
        var userID: String?
        var missingScopes: String?
        var tokenExpiresAt: Date?
        var dataAccessExpiresAt: Date?
        var accountNotice: String?
        var reviewStatus: String?
        var messagingLimit: String?

        var values: JSONObject {
            var values = JSONObject()
            values["waba_id"] = wabaID?.json ?? JSON.null
            values["business_name"] = businessName?.json ?? JSON.null
            values["status"] = status.json
            values["business_id"] = businessID?.json ?? JSON.null
            values["error"] = error?.json ?? JSON.null
            values["connected_at"] = connectedAt?.json ?? JSON.null
            values["user_id"] = userID?.json ?? JSON.null
            values["missing_scopes"] = missingScopes?.json ?? JSON.null
            values["token_expires_at"] = tokenExpiresAt?.json ?? JSON.null
            values["data_access_expires_at"] = dataAccessExpiresAt?.json ?? JSON.null
            values["account_notice"] = accountNotice?.json ?? JSON.null
            values["review_status"] = reviewStatus?.json ?? JSON.null
            values["messaging_limit"] = messagingLimit?.json ?? JSON.null
            return values
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: String, ModelField {
        case id
        case wabaID = "waba_id"
        case businessName = "business_name"
        case status
        case businessID = "business_id"
        case error
        case connectedAt = "connected_at"
        case userID = "user_id"
        case missingScopes = "missing_scopes"
        case tokenExpiresAt = "token_expires_at"
        case dataAccessExpiresAt = "data_access_expires_at"
        case accountNotice = "account_notice"
        case reviewStatus = "review_status"
        case messagingLimit = "messaging_limit"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case refreshedAt = "refreshed_at"
    }
}

extension MetaConnection {
    static let descriptor = ModelDescriptor(
        handle: "meta_connection",
        label: "Meta Connection",
        labelPlural: "Meta Connections",
        description: "Top-level OAuth connection to Meta. One per installation.",
        isSingleton: true,
        fields: [
            Descriptions.wabaID,
            Descriptions.businessName,
            Descriptions.status,
            Descriptions.businessID,
            Descriptions.error,
            Descriptions.connectedAt,
            Descriptions.userID,
            Descriptions.missingScopes,
            Descriptions.tokenExpiresAt,
            Descriptions.dataAccessExpiresAt,
            Descriptions.accountNotice,
            Descriptions.reviewStatus,
            Descriptions.messagingLimit,
        ])

    private enum Descriptions {
        static let wabaID = FieldDescriptor(
            handle: "waba_id",
            label: "WABA ID",
            description: "WhatsApp Business Account ID",
            scalar: .string,
            owner: .app)

        static let businessName = FieldDescriptor(
            handle: "business_name",
            label: "Business name",
            description: "Business name from Meta",
            scalar: .string,
            owner: .app)

        static let status = FieldDescriptor(
            handle: "status",
            label: "Status",
            description: "Connection status",
            scalar: .string,
            owner: .app,
            options: Status.allCases.map { OptionDescriptor($0.rawValue, label: $0.label, color: $0.color) },
            defaultValue: "PENDING")

        static let businessID = FieldDescriptor(
            handle: "business_id",
            label: "Business ID",
            description: "Meta Business Portfolio ID",
            scalar: .string,
            owner: .app)

        static let error = FieldDescriptor(
            handle: "error",
            label: "Error",
            description: "The last problem with the connection in plain words",
            scalar: .string,
            owner: .app)

        static let connectedAt = FieldDescriptor(
            handle: "connected_at",
            label: "Connected at",
            description: "When the account was last connected",
            scalar: .dateTime,
            owner: .app)

        static let userID = FieldDescriptor(
            handle: "user_id",
            label: "User ID",
            description: "The person who connected, as this app knows them",
            scalar: .string,
            owner: .app)

        static let missingScopes = FieldDescriptor(
            handle: "missing_scopes",
            label: "Missing scopes",
            description: "Permissions that were not granted",
            scalar: .string,
            owner: .app)

        static let tokenExpiresAt = FieldDescriptor(
            handle: "token_expires_at",
            label: "Token expires at",
            description: "When Meta stops to accept the connection; empty if never",
            scalar: .dateTime,
            owner: .app)

        static let dataAccessExpiresAt = FieldDescriptor(
            handle: "data_access_expires_at",
            label: "Data access expires at",
            description: "When Meta stops to give the person's data",
            scalar: .dateTime,
            owner: .app)

        static let accountNotice = FieldDescriptor(
            handle: "account_notice",
            label: "Account notice",
            description: "The last thing that Meta told about the WhatsApp account",
            scalar: .string,
            owner: .app)

        static let reviewStatus = FieldDescriptor(
            handle: "review_status",
            label: "Review status",
            description: "Meta's review of the WhatsApp account",
            scalar: .string,
            owner: .app)

        static let messagingLimit = FieldDescriptor(
            handle: "messaging_limit",
            label: "Messaging limit",
            description: "How many people may be written to first in a day",
            scalar: .string,
            owner: .app)
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let wabaID = reader.optional("waba_id", as: String.self)
        let businessName = reader.optional("business_name", as: String.self)
        let status = reader.defaulted("status", as: Status.self, default: .pending)
        let businessID = reader.optional("business_id", as: String.self)
        let error = reader.optional("error", as: String.self)
        let connectedAt = reader.optional("connected_at", as: Date.self)
        let userID = reader.optional("user_id", as: String.self)
        let missingScopes = reader.optional("missing_scopes", as: String.self)
        let tokenExpiresAt = reader.optional("token_expires_at", as: Date.self)
        let dataAccessExpiresAt = reader.optional("data_access_expires_at", as: Date.self)
        let accountNotice = reader.optional("account_notice", as: String.self)
        let reviewStatus = reader.optional("review_status", as: String.self)
        let messagingLimit = reader.optional("messaging_limit", as: String.self)
        guard reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.wabaID = wabaID
        self.businessName = businessName
        self.status = status
        self.businessID = businessID
        self.error = error
        self.connectedAt = connectedAt
        self.userID = userID
        self.missingScopes = missingScopes
        self.tokenExpiresAt = tokenExpiresAt
        self.dataAccessExpiresAt = dataAccessExpiresAt
        self.accountNotice = accountNotice
        self.reviewStatus = reviewStatus
        self.messagingLimit = messagingLimit
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            wabaID: wabaID,
            businessName: businessName,
            status: status,
            businessID: businessID,
            error: error,
            connectedAt: connectedAt,
            userID: userID,
            missingScopes: missingScopes,
            tokenExpiresAt: tokenExpiresAt,
            dataAccessExpiresAt: dataAccessExpiresAt,
            accountNotice: accountNotice,
            reviewStatus: reviewStatus,
            messagingLimit: messagingLimit)
    }
}

/// WhatsApp phone numbers from the connected WABA.
///
/// Manifest: `models.whatsapp_phone_number`
struct WhatsAppPhoneNumber: IdentifiedModel {
    typealias ID = Identifier<WhatsAppPhoneNumber>

    let id: ID

    /// Phone number (E.164 format)
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.phone`. Owner: APP. Unique.
    let phone: String

    /// Meta Graph API phone number ID
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.phone_number_id`. Owner: APP. Part of the identity.
    let phoneNumberID: String

    /// Display name from Meta
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.display_name`. Owner: APP.
    let displayName: String?

    /// Meta quality rating
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.quality_rating`. Owner: APP.
    let qualityRating: QualityRating?

    /// Whether Meta lets the number send
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.status`. Owner: APP.
    let status: String?

    /// Meta's decision on the display name
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.name_status`. Owner: APP.
    let nameStatus: String?

    /// Whether the number was confirmed by code
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.verification`. Owner: APP.
    let verification: String?

    /// How many messages a second it may send
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.throughput`. Owner: APP.
    let throughput: String?

    /// How many people it may write to first in a day
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.messaging_limit`. Owner: APP.
    let messagingLimit: String?

    /// The last thing that Meta told about the number
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.notice`. Owner: APP.
    let notice: String?

    /// User-provided friendly name
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.name`. Owner: WORKPLACE.
    let name: String?

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// Meta quality rating
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.quality_rating.options`
    enum QualityRating: OptionValue {
        case green
        case yellow
        case red
        case unknown_

        /// A value that the manifest does not list.
        case unknown(String)

        static let allCases: [QualityRating] = [.green, .yellow, .red, .unknown_]

        init(rawValue: String) {
            switch rawValue {
            case "GREEN": self = .green
            case "YELLOW": self = .yellow
            case "RED": self = .red
            case "UNKNOWN": self = .unknown_
            default: self = .unknown(rawValue)
            }
        }

        var rawValue: String {
            switch self {
            case .green: "GREEN"
            case .yellow: "YELLOW"
            case .red: "RED"
            case .unknown_: "UNKNOWN"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .green: "Green"
            case .yellow: "Yellow"
            case .red: "Red"
            case .unknown_: "Unknown"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .green: .green
            case .yellow: .yellow
            case .red: .red
            case .unknown_: .gray
            default: nil
            }
        }
    }

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var phone: String
        var phoneNumberID: String
        var displayName: String?
        var qualityRating: QualityRating?
        var status: String?
        var nameStatus: String?
        var verification: String?
        var throughput: String?
        var messagingLimit: String?
        var notice: String?

        var values: JSONObject {
            var values = JSONObject()
            values["phone"] = phone.json
            values["phone_number_id"] = phoneNumberID.json
            values["display_name"] = displayName?.json ?? JSON.null
            values["quality_rating"] = qualityRating?.json ?? JSON.null
            values["status"] = status?.json ?? JSON.null
            values["name_status"] = nameStatus?.json ?? JSON.null
            values["verification"] = verification?.json ?? JSON.null
            values["throughput"] = throughput?.json ?? JSON.null
            values["messaging_limit"] = messagingLimit?.json ?? JSON.null
            values["notice"] = notice?.json ?? JSON.null
            return values
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var name: String?

        var values: JSONObject {
            var values = JSONObject()
            values["name"] = name?.json ?? JSON.null
            return values
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: String, ModelField {
        case id
        case phone
        case phoneNumberID = "phone_number_id"
        case displayName = "display_name"
        case qualityRating = "quality_rating"
        case status
        case nameStatus = "name_status"
        case verification
        case throughput
        case messagingLimit = "messaging_limit"
        case notice
        case name
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case refreshedAt = "refreshed_at"
    }
}

extension WhatsAppPhoneNumber {
    static let descriptor = ModelDescriptor(
        handle: "whatsapp_phone_number",
        label: "WhatsApp Phone Number",
        labelPlural: "WhatsApp Phone Numbers",
        description: "WhatsApp phone numbers from the connected WABA.",
        identity: ["phone_number_id"],
        fields: [
            Descriptions.phone,
            Descriptions.phoneNumberID,
            Descriptions.displayName,
            Descriptions.qualityRating,
            Descriptions.status,
            Descriptions.nameStatus,
            Descriptions.verification,
            Descriptions.throughput,
            Descriptions.messagingLimit,
            Descriptions.notice,
            Descriptions.name,
        ])

    private enum Descriptions {
        static let phone = FieldDescriptor(
            handle: "phone",
            label: "Phone",
            description: "Phone number (E.164 format)",
            scalar: .string,
            owner: .app,
            isRequired: true,
            isUnique: true,
            checks: [.format(.phone)])

        static let phoneNumberID = FieldDescriptor(
            handle: "phone_number_id",
            label: "Phone number ID",
            description: "Meta Graph API phone number ID",
            scalar: .string,
            owner: .app,
            isRequired: true)

        static let displayName = FieldDescriptor(
            handle: "display_name",
            label: "Display name",
            description: "Display name from Meta",
            scalar: .string,
            owner: .app)

        static let qualityRating = FieldDescriptor(
            handle: "quality_rating",
            label: "Quality rating",
            description: "Meta quality rating",
            scalar: .string,
            owner: .app,
            options: QualityRating.allCases.map { OptionDescriptor($0.rawValue, label: $0.label, color: $0.color) })

        static let status = FieldDescriptor(
            handle: "status",
            label: "Status",
            description: "Whether Meta lets the number send",
            scalar: .string,
            owner: .app)

        static let nameStatus = FieldDescriptor(
            handle: "name_status",
            label: "Name status",
            description: "Meta's decision on the display name",
            scalar: .string,
            owner: .app)

        static let verification = FieldDescriptor(
            handle: "verification",
            label: "Verification",
            description: "Whether the number was confirmed by code",
            scalar: .string,
            owner: .app)

        static let throughput = FieldDescriptor(
            handle: "throughput",
            label: "Throughput",
            description: "How many messages a second it may send",
            scalar: .string,
            owner: .app)

        static let messagingLimit = FieldDescriptor(
            handle: "messaging_limit",
            label: "Messaging limit",
            description: "How many people it may write to first in a day",
            scalar: .string,
            owner: .app)

        static let notice = FieldDescriptor(
            handle: "notice",
            label: "Notice",
            description: "The last thing that Meta told about the number",
            scalar: .string,
            owner: .app)

        static let name = FieldDescriptor(
            handle: "name",
            label: "Friendly name",
            description: "User-provided friendly name",
            scalar: .string,
            owner: .workplace,
            checks: [.maximumLength(80)])
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let phone = reader.required("phone", as: String.self)
        let phoneNumberID = reader.required("phone_number_id", as: String.self)
        let displayName = reader.optional("display_name", as: String.self)
        let qualityRating = reader.optional("quality_rating", as: QualityRating.self)
        let status = reader.optional("status", as: String.self)
        let nameStatus = reader.optional("name_status", as: String.self)
        let verification = reader.optional("verification", as: String.self)
        let throughput = reader.optional("throughput", as: String.self)
        let messagingLimit = reader.optional("messaging_limit", as: String.self)
        let notice = reader.optional("notice", as: String.self)
        let name = reader.optional("name", as: String.self)
        guard let phone, let phoneNumberID, reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.phone = phone
        self.phoneNumberID = phoneNumberID
        self.displayName = displayName
        self.qualityRating = qualityRating
        self.status = status
        self.nameStatus = nameStatus
        self.verification = verification
        self.throughput = throughput
        self.messagingLimit = messagingLimit
        self.notice = notice
        self.name = name
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            phone: phone,
            phoneNumberID: phoneNumberID,
            displayName: displayName,
            qualityRating: qualityRating,
            status: status,
            nameStatus: nameStatus,
            verification: verification,
            throughput: throughput,
            messagingLimit: messagingLimit,
            notice: notice)
    }
}

/// Connected Facebook Pages for Messenger.
///
/// Manifest: `models.facebook_page`
struct FacebookPage: IdentifiedModel {
    typealias ID = Identifier<FacebookPage>

    let id: ID

    /// Meta Graph API Page ID
    ///
    /// Manifest: `models.facebook_page.fields.page_id`. Owner: APP. Part of the identity.
    let pageID: String

    /// Page name
    ///
    /// Manifest: `models.facebook_page.fields.name`. Owner: APP.
    let name: String?

    /// Page-specific access token
    ///
    /// Manifest: `models.facebook_page.fields.access_token`. Owner: APP. Encrypted.
    let accessToken: Secret<String>?

    /// Page category
    ///
    /// Manifest: `models.facebook_page.fields.category`. Owner: APP.
    let category: String?

    /// Whether Meta sends its messages here
    ///
    /// Manifest: `models.facebook_page.fields.subscription`. Owner: APP.
    let subscription: Subscription

    /// The last thing that Meta told about the page
    ///
    /// Manifest: `models.facebook_page.fields.notice`. Owner: APP.
    let notice: String?

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// Whether Meta sends its messages here
    ///
    /// Manifest: `models.facebook_page.fields.subscription.options`
    enum Subscription: OptionValue {
        case on
        case off

        /// A value that the manifest does not list.
        case unknown(String)

        static let allCases: [Subscription] = [.on, .off]

        init(rawValue: String) {
            switch rawValue {
            case "ON": self = .on
            case "OFF": self = .off
            default: self = .unknown(rawValue)
            }
        }

        var rawValue: String {
            switch self {
            case .on: "ON"
            case .off: "OFF"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .on: "On"
            case .off: "Off"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            nil
        }
    }

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var pageID: String
        var name: String?
        var accessToken: Secret<String>?
        var category: String?
        var subscription: Subscription = .off
        var notice: String?

        var values: JSONObject {
            var values = JSONObject()
            values["page_id"] = pageID.json
            values["name"] = name?.json ?? JSON.null
            values["access_token"] = accessToken?.expose().json ?? JSON.null
            values["category"] = category?.json ?? JSON.null
            values["subscription"] = subscription.json
            values["notice"] = notice?.json ?? JSON.null
            return values
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: String, ModelField {
        case id
        case pageID = "page_id"
        case name
        case accessToken = "access_token"
        case category
        case subscription
        case notice
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case refreshedAt = "refreshed_at"
    }
}

extension FacebookPage {
    static let descriptor = ModelDescriptor(
        handle: "facebook_page",
        label: "Facebook Page",
        labelPlural: "Facebook Pages",
        description: "Connected Facebook Pages for Messenger.",
        identity: ["page_id"],
        fields: [
            Descriptions.pageID,
            Descriptions.name,
            Descriptions.accessToken,
            Descriptions.category,
            Descriptions.subscription,
            Descriptions.notice,
        ])

    private enum Descriptions {
        static let pageID = FieldDescriptor(
            handle: "page_id",
            label: "Page ID",
            description: "Meta Graph API Page ID",
            scalar: .string,
            owner: .app,
            isRequired: true)

        static let name = FieldDescriptor(
            handle: "name", label: "Name", description: "Page name", scalar: .string, owner: .app)

        static let accessToken = FieldDescriptor(
            handle: "access_token",
            label: "Access token",
            description: "Page-specific access token",
            scalar: .string,
            owner: .app,
            isEncrypted: true)

        static let category = FieldDescriptor(
            handle: "category", label: "Category", description: "Page category", scalar: .string, owner: .app)

        static let subscription = FieldDescriptor(
            handle: "subscription",
            label: "Subscription",
            description: "Whether Meta sends its messages here",
            scalar: .string,
            owner: .app,
            options: Subscription.allCases.map { OptionDescriptor($0.rawValue, label: $0.label, color: $0.color) },
            defaultValue: "OFF")

        static let notice = FieldDescriptor(
            handle: "notice",
            label: "Notice",
            description: "The last thing that Meta told about the page",
            scalar: .string,
            owner: .app)
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let pageID = reader.required("page_id", as: String.self)
        let name = reader.optional("name", as: String.self)
        let accessToken = reader.optional("access_token", as: String.self).map(Secret.init)
        let category = reader.optional("category", as: String.self)
        let subscription = reader.defaulted("subscription", as: Subscription.self, default: .off)
        let notice = reader.optional("notice", as: String.self)
        guard let pageID, reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.pageID = pageID
        self.name = name
        self.accessToken = accessToken
        self.category = category
        self.subscription = subscription
        self.notice = notice
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            pageID: pageID,
            name: name,
            accessToken: accessToken,
            category: category,
            subscription: subscription,
            notice: notice)
    }
}

/// Connected Instagram Business accounts.
///
/// Manifest: `models.instagram_account`
struct InstagramAccount: IdentifiedModel {
    typealias ID = Identifier<InstagramAccount>

    let id: ID

    /// Meta Graph API Instagram Account ID
    ///
    /// Manifest: `models.instagram_account.fields.instagram_account_id`. Owner: APP. Part of the identity.
    let instagramAccountID: String

    /// Instagram username
    ///
    /// Manifest: `models.instagram_account.fields.username`. Owner: APP.
    let username: String?

    /// Display name
    ///
    /// Manifest: `models.instagram_account.fields.name`. Owner: APP.
    let name: String?

    /// Profile picture URL
    ///
    /// Manifest: `models.instagram_account.fields.profile_picture_url`. Owner: APP.
    let profilePictureURL: String?

    /// The page that it belongs to
    ///
    /// Manifest: `models.instagram_account.fields.page_id`. Owner: APP.
    let pageID: String?

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var instagramAccountID: String
        var username: String?
        var name: String?
        var profilePictureURL: String?
        var pageID: String?

        var values: JSONObject {
            var values = JSONObject()
            values["instagram_account_id"] = instagramAccountID.json
            values["username"] = username?.json ?? JSON.null
            values["name"] = name?.json ?? JSON.null
            values["profile_picture_url"] = profilePictureURL?.json ?? JSON.null
            values["page_id"] = pageID?.json ?? JSON.null
            return values
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: String, ModelField {
        case id
        case instagramAccountID = "instagram_account_id"
        case username
        case name
        case profilePictureURL = "profile_picture_url"
        case pageID = "page_id"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case refreshedAt = "refreshed_at"
    }
}

extension InstagramAccount {
    static let descriptor = ModelDescriptor(
        handle: "instagram_account",
        label: "Instagram Account",
        labelPlural: "Instagram Accounts",
        description: "Connected Instagram Business accounts.",
        identity: ["instagram_account_id"],
        fields: [
            Descriptions.instagramAccountID,
            Descriptions.username,
            Descriptions.name,
            Descriptions.profilePictureURL,
            Descriptions.pageID,
        ])

    private enum Descriptions {
        static let instagramAccountID = FieldDescriptor(
            handle: "instagram_account_id",
            label: "Instagram account ID",
            description: "Meta Graph API Instagram Account ID",
            scalar: .string,
            owner: .app,
            isRequired: true)

        static let username = FieldDescriptor(
            handle: "username", label: "Username", description: "Instagram username", scalar: .string, owner: .app)

        static let name = FieldDescriptor(
            handle: "name", label: "Name", description: "Display name", scalar: .string, owner: .app)

        static let profilePictureURL = FieldDescriptor(
            handle: "profile_picture_url",
            label: "Profile picture URL",
            description: "Profile picture URL",
            scalar: .string,
            owner: .app,
            checks: [.format(.httpsURL)])

        static let pageID = FieldDescriptor(
            handle: "page_id",
            label: "Page ID",
            description: "The page that it belongs to",
            scalar: .string,
            owner: .app)
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let instagramAccountID = reader.required("instagram_account_id", as: String.self)
        let username = reader.optional("username", as: String.self)
        let name = reader.optional("name", as: String.self)
        let profilePictureURL = reader.optional("profile_picture_url", as: String.self)
        let pageID = reader.optional("page_id", as: String.self)
        guard let instagramAccountID, reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.instagramAccountID = instagramAccountID
        self.username = username
        self.name = name
        self.profilePictureURL = profilePictureURL
        self.pageID = pageID
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            instagramAccountID: instagramAccountID,
            username: username,
            name: name,
            profilePictureURL: profilePictureURL,
            pageID: pageID)
    }
}

/// WhatsApp templates of the connected account, as Meta last told.
///
/// Manifest: `models.message_template`
struct MessageTemplate: IdentifiedModel {
    typealias ID = Identifier<MessageTemplate>

    let id: ID

    /// Meta Graph API template ID
    ///
    /// Manifest: `models.message_template.fields.template_id`. Owner: APP. Part of the identity.
    let templateID: String

    /// Name of the template
    ///
    /// Manifest: `models.message_template.fields.name`. Owner: APP.
    let name: String?

    /// Its language
    ///
    /// Manifest: `models.message_template.fields.language`. Owner: APP.
    let language: String?

    /// Whether it can be sent
    ///
    /// Manifest: `models.message_template.fields.status`. Owner: APP.
    let status: Status?

    /// MARKETING, UTILITY or AUTHENTICATION
    ///
    /// Manifest: `models.message_template.fields.category`. Owner: APP.
    let category: String?

    /// How it is received
    ///
    /// Manifest: `models.message_template.fields.quality`. Owner: APP.
    let quality: String?

    /// How it reads, with its variables
    ///
    /// Manifest: `models.message_template.fields.text`. Owner: APP.
    let text: String?

    /// Why Meta rejected or paused it
    ///
    /// Manifest: `models.message_template.fields.reason`. Owner: APP.
    let reason: String?

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// Whether it can be sent
    ///
    /// Manifest: `models.message_template.fields.status.options`
    enum Status: OptionValue {
        case approved
        case pending
        case rejected
        case paused
        case disabled
        case deleted

        /// A value that the manifest does not list.
        case unknown(String)

        static let allCases: [Status] = [.approved, .pending, .rejected, .paused, .disabled, .deleted]

        init(rawValue: String) {
            switch rawValue {
            case "APPROVED": self = .approved
            case "PENDING": self = .pending
            case "REJECTED": self = .rejected
            case "PAUSED": self = .paused
            case "DISABLED": self = .disabled
            case "DELETED": self = .deleted
            default: self = .unknown(rawValue)
            }
        }

        var rawValue: String {
            switch self {
            case .approved: "APPROVED"
            case .pending: "PENDING"
            case .rejected: "REJECTED"
            case .paused: "PAUSED"
            case .disabled: "DISABLED"
            case .deleted: "DELETED"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .approved: "Approved"
            case .pending: "In review"
            case .rejected: "Rejected"
            case .paused: "Paused"
            case .disabled: "Disabled"
            case .deleted: "Deleted"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .approved: .green
            case .pending: .yellow
            case .rejected: .red
            case .paused: .orange
            case .disabled: .red
            case .deleted: .gray
            default: nil
            }
        }
    }

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var templateID: String
        var name: String?
        var language: String?
        var status: Status?
        var category: String?
        var quality: String?
        var text: String?
        var reason: String?

        var values: JSONObject {
            var values = JSONObject()
            values["template_id"] = templateID.json
            values["name"] = name?.json ?? JSON.null
            values["language"] = language?.json ?? JSON.null
            values["status"] = status?.json ?? JSON.null
            values["category"] = category?.json ?? JSON.null
            values["quality"] = quality?.json ?? JSON.null
            values["text"] = text?.json ?? JSON.null
            values["reason"] = reason?.json ?? JSON.null
            return values
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: String, ModelField {
        case id
        case templateID = "template_id"
        case name
        case language
        case status
        case category
        case quality
        case text
        case reason
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case refreshedAt = "refreshed_at"
    }
}

extension MessageTemplate {
    static let descriptor = ModelDescriptor(
        handle: "message_template",
        label: "Message Template",
        labelPlural: "Message Templates",
        description: "WhatsApp templates of the connected account, as Meta last told.",
        identity: ["template_id"],
        fields: [
            Descriptions.templateID,
            Descriptions.name,
            Descriptions.language,
            Descriptions.status,
            Descriptions.category,
            Descriptions.quality,
            Descriptions.text,
            Descriptions.reason,
        ])

    private enum Descriptions {
        static let templateID = FieldDescriptor(
            handle: "template_id",
            label: "Template ID",
            description: "Meta Graph API template ID",
            scalar: .string,
            owner: .app,
            isRequired: true)

        static let name = FieldDescriptor(
            handle: "name", label: "Name", description: "Name of the template", scalar: .string, owner: .app)

        static let language = FieldDescriptor(
            handle: "language", label: "Language", description: "Its language", scalar: .string, owner: .app)

        static let status = FieldDescriptor(
            handle: "status",
            label: "Status",
            description: "Whether it can be sent",
            scalar: .string,
            owner: .app,
            options: Status.allCases.map { OptionDescriptor($0.rawValue, label: $0.label, color: $0.color) })

        static let category = FieldDescriptor(
            handle: "category",
            label: "Category",
            description: "MARKETING, UTILITY or AUTHENTICATION",
            scalar: .string,
            owner: .app)

        static let quality = FieldDescriptor(
            handle: "quality", label: "Quality", description: "How it is received", scalar: .string, owner: .app)

        static let text = FieldDescriptor(
            handle: "text",
            label: "Text",
            description: "How it reads, with its variables",
            scalar: .longString,
            owner: .app)

        static let reason = FieldDescriptor(
            handle: "reason",
            label: "Reason",
            description: "Why Meta rejected or paused it",
            scalar: .string,
            owner: .app)
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let templateID = reader.required("template_id", as: String.self)
        let name = reader.optional("name", as: String.self)
        let language = reader.optional("language", as: String.self)
        let status = reader.optional("status", as: Status.self)
        let category = reader.optional("category", as: String.self)
        let quality = reader.optional("quality", as: String.self)
        let text = reader.optional("text", as: String.self)
        let reason = reader.optional("reason", as: String.self)
        guard let templateID, reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.templateID = templateID
        self.name = name
        self.language = language
        self.status = status
        self.category = category
        self.quality = quality
        self.text = text
        self.reason = reason
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            templateID: templateID,
            name: name,
            language: language,
            status: status,
            category: category,
            quality: quality,
            text: text,
            reason: reason)
    }
}

extension Meta {
    /// The instances of one installation, by model.
    struct Models: SessionView {
        /// Manifest: `models.meta_connection`
        let metaConnection: ModelStore<MetaConnection>

        /// Manifest: `models.whatsapp_phone_number`
        let whatsAppPhoneNumber: ModelStore<WhatsAppPhoneNumber>

        /// Manifest: `models.facebook_page`
        let facebookPage: ModelStore<FacebookPage>

        /// Manifest: `models.instagram_account`
        let instagramAccount: ModelStore<InstagramAccount>

        /// Manifest: `models.message_template`
        let messageTemplate: ModelStore<MessageTemplate>

        init(session: any PlatformSession) {
            self.metaConnection = ModelStore(session: session)
            self.whatsAppPhoneNumber = ModelStore(session: session)
            self.facebookPage = ModelStore(session: session)
            self.instagramAccount = ModelStore(session: session)
            self.messageTemplate = ModelStore(session: session)
        }
    }
}
