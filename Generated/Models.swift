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

        var values: JSONObject {
            var values = JSONObject()
            values["waba_id"] = wabaID?.json ?? JSON.null
            values["business_name"] = businessName?.json ?? JSON.null
            values["status"] = status.json
            values["business_id"] = businessID?.json ?? JSON.null
            values["error"] = error?.json ?? JSON.null
            values["connected_at"] = connectedAt?.json ?? JSON.null
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
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let wabaID = reader.optional("waba_id", as: String.self)
        let businessName = reader.optional("business_name", as: String.self)
        let status = reader.defaulted("status", as: Status.self, default: .pending)
        let businessID = reader.optional("business_id", as: String.self)
        let error = reader.optional("error", as: String.self)
        let connectedAt = reader.optional("connected_at", as: Date.self)
        guard reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.wabaID = wabaID
        self.businessName = businessName
        self.status = status
        self.businessID = businessID
        self.error = error
        self.connectedAt = connectedAt
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
            connectedAt: connectedAt)
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

        var values: JSONObject {
            var values = JSONObject()
            values["phone"] = phone.json
            values["phone_number_id"] = phoneNumberID.json
            values["display_name"] = displayName?.json ?? JSON.null
            values["quality_rating"] = qualityRating?.json ?? JSON.null
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
        let name = reader.optional("name", as: String.self)
        guard let phone, let phoneNumberID, reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.phone = phone
        self.phoneNumberID = phoneNumberID
        self.displayName = displayName
        self.qualityRating = qualityRating
        self.name = name
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(phone: phone, phoneNumberID: phoneNumberID, displayName: displayName, qualityRating: qualityRating)
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

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var pageID: String
        var name: String?
        var accessToken: Secret<String>?
        var category: String?

        var values: JSONObject {
            var values = JSONObject()
            values["page_id"] = pageID.json
            values["name"] = name?.json ?? JSON.null
            values["access_token"] = accessToken?.expose().json ?? JSON.null
            values["category"] = category?.json ?? JSON.null
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
        fields: [Descriptions.pageID, Descriptions.name, Descriptions.accessToken, Descriptions.category])

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
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let pageID = reader.required("page_id", as: String.self)
        let name = reader.optional("name", as: String.self)
        let accessToken = reader.optional("access_token", as: String.self).map(Secret.init)
        let category = reader.optional("category", as: String.self)
        guard let pageID, reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.pageID = pageID
        self.name = name
        self.accessToken = accessToken
        self.category = category
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(pageID: pageID, name: name, accessToken: accessToken, category: category)
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

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var instagramAccountID: String
        var username: String?
        var name: String?
        var profilePictureURL: String?

        var values: JSONObject {
            var values = JSONObject()
            values["instagram_account_id"] = instagramAccountID.json
            values["username"] = username?.json ?? JSON.null
            values["name"] = name?.json ?? JSON.null
            values["profile_picture_url"] = profilePictureURL?.json ?? JSON.null
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
            Descriptions.instagramAccountID, Descriptions.username, Descriptions.name, Descriptions.profilePictureURL,
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
    }

    init(record: Record) throws(InvalidValue) {
        var reader = ObjectReader(.object(record.values), unknownKeys: .ignore)
        let instagramAccountID = reader.required("instagram_account_id", as: String.self)
        let username = reader.optional("username", as: String.self)
        let name = reader.optional("name", as: String.self)
        let profilePictureURL = reader.optional("profile_picture_url", as: String.self)
        guard let instagramAccountID, reader.isComplete() else { throw reader.failure() }
        self.id = ID(record.id)
        self.instagramAccountID = instagramAccountID
        self.username = username
        self.name = name
        self.profilePictureURL = profilePictureURL
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            instagramAccountID: instagramAccountID,
            username: username,
            name: name,
            profilePictureURL: profilePictureURL)
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

        init(session: any PlatformSession) {
            self.metaConnection = ModelStore(session: session)
            self.whatsAppPhoneNumber = ModelStore(session: session)
            self.facebookPage = ModelStore(session: session)
            self.instagramAccount = ModelStore(session: session)
        }
    }
}
