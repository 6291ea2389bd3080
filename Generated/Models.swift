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
    let reviewStatus: ReviewStatus?

    /// How many people may be written to first, without an open conversation
    ///
    /// Manifest: `models.meta_connection.fields.messaging_limit`. Owner: APP.
    let messagingLimit: WhatsAppPhoneNumber.MessagingLimit?

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
        indirect case unknown(String)

        static let allCases: [Status] = [.pending, .connected, .error]

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

    /// Meta's review of the WhatsApp account
    ///
    /// Manifest: `models.meta_connection.fields.review_status.options`
    enum ReviewStatus: OptionValue {
        case approved
        case pending
        case rejected
        case deferred
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [ReviewStatus] = [.approved, .pending, .rejected, .deferred, .other]

        var rawValue: String {
            switch self {
            case .approved: "APPROVED"
            case .pending: "PENDING"
            case .rejected: "REJECTED"
            case .deferred: "DEFERRED"
            case .other: "OTHER"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .approved: "Passed"
            case .pending: "Under way"
            case .rejected: "Not passed"
            case .deferred: "Put off"
            case .other: "Other"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .approved: .green
            case .pending: .yellow
            case .rejected: .red
            case .deferred: .yellow
            case .other: .gray
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
        var reviewStatus: ReviewStatus?
        var messagingLimit: WhatsAppPhoneNumber.MessagingLimit?

        var values: JSONObject {
            MetaConnection.values(
                of: .app,
                wabaID,
                businessName,
                status,
                businessID,
                error,
                connectedAt,
                userID,
                missingScopes,
                tokenExpiresAt,
                dataAccessExpiresAt,
                accountNotice,
                reviewStatus,
                messagingLimit)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case wabaID
        case businessName
        case status
        case businessID
        case error
        case connectedAt
        case userID
        case missingScopes
        case tokenExpiresAt
        case dataAccessExpiresAt
        case accountNotice
        case reviewStatus
        case messagingLimit
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .wabaID: "waba_id"
            case .businessName: "business_name"
            case .status: "status"
            case .businessID: "business_id"
            case .error: "error"
            case .connectedAt: "connected_at"
            case .userID: "user_id"
            case .missingScopes: "missing_scopes"
            case .tokenExpiresAt: "token_expires_at"
            case .dataAccessExpiresAt: "data_access_expires_at"
            case .accountNotice: "account_notice"
            case .reviewStatus: "review_status"
            case .messagingLimit: "messaging_limit"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
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
            FieldDescriptor(
                handle: "waba_id",
                label: "WABA ID",
                description: "WhatsApp Business Account ID",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "business_name",
                label: "Business name",
                description: "Business name from Meta",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "status",
                label: "Status",
                description: "Connection status",
                scalar: .string,
                owner: .app,
                options: Status.descriptors,
                defaultValue: "PENDING"),
            FieldDescriptor(
                handle: "business_id",
                label: "Business ID",
                description: "Meta Business Portfolio ID",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "error",
                label: "Error",
                description: "The last problem with the connection in plain words",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "connected_at",
                label: "Connected at",
                description: "When the account was last connected",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "user_id",
                label: "User ID",
                description: "The person who connected, as this app knows them",
                scalar: .string,
                owner: .app,
                personalData: .identifier),
            FieldDescriptor(
                handle: "missing_scopes",
                label: "Missing scopes",
                description: "Permissions that were not granted",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "token_expires_at",
                label: "Token expires at",
                description: "When Meta stops to accept the connection; empty if never",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "data_access_expires_at",
                label: "Data access expires at",
                description: "When Meta stops to give the person's data",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "account_notice",
                label: "Account notice",
                description: "The last thing that Meta told about the WhatsApp account",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "review_status",
                label: "Review status",
                description: "Meta's review of the WhatsApp account",
                scalar: .string,
                owner: .app,
                options: ReviewStatus.descriptors),
            FieldDescriptor(
                handle: "messaging_limit",
                label: "Messaging limit",
                description: "How many people may be written to first, without an open conversation",
                scalar: .string,
                owner: .app,
                options: WhatsAppPhoneNumber.MessagingLimit.descriptors),
        ])

    init(record: Record) throws(InvalidValue) {
        (
            self.wabaID,
            self.businessName,
            self.status,
            self.businessID,
            self.error,
            self.connectedAt,
            self.userID,
            self.missingScopes,
            self.tokenExpiresAt,
            self.dataAccessExpiresAt,
            self.accountNotice,
            self.reviewStatus,
            self.messagingLimit) = try record.fields(of: Self.self)
        self.id = ID(record.id)
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

    /// Meta Graph API ID of the WhatsApp Business Account that it belongs to
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.waba_id`. Owner: APP.
    let wabaID: String?

    /// Display name from Meta
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.display_name`. Owner: APP.
    let displayName: String?

    /// How people took to its messages in the last seven days
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.quality_rating`. Owner: APP.
    let qualityRating: QualityRating?

    /// Whether Meta lets the number send
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.status`. Owner: APP.
    let status: Status?

    /// Meta's decision on the display name
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.name_status`. Owner: APP.
    let nameStatus: NameStatus?

    /// Whether the number was confirmed by code
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.verification`. Owner: APP.
    let verification: Verification?

    /// How many messages it may send
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.throughput`. Owner: APP.
    let throughput: Throughput?

    /// How many people it may write to first, without an open conversation
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.messaging_limit`. Owner: APP.
    let messagingLimit: MessagingLimit?

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

    /// How people took to its messages in the last seven days
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.quality_rating.options`
    enum QualityRating: OptionValue {
        case green
        case yellow
        case red
        case unknown_

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [QualityRating] = [.green, .yellow, .red, .unknown_]

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
            case .green: "High"
            case .yellow: "Medium"
            case .red: "Low"
            case .unknown_: "Not rated yet"
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

    /// Whether Meta lets the number send
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.status.options`
    enum Status: OptionValue {
        case connected
        case pending
        case unverified
        case flagged
        case rateLimited
        case restricted
        case banned
        case disconnected
        case migrated
        case deleted
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Status] = [
            .connected,
            .pending,
            .unverified,
            .flagged,
            .rateLimited,
            .restricted,
            .banned,
            .disconnected,
            .migrated,
            .deleted,
            .other,
        ]

        var rawValue: String {
            switch self {
            case .connected: "CONNECTED"
            case .pending: "PENDING"
            case .unverified: "UNVERIFIED"
            case .flagged: "FLAGGED"
            case .rateLimited: "RATE_LIMITED"
            case .restricted: "RESTRICTED"
            case .banned: "BANNED"
            case .disconnected: "DISCONNECTED"
            case .migrated: "MIGRATED"
            case .deleted: "DELETED"
            case .other: "OTHER"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .connected: "Connected"
            case .pending: "Not registered"
            case .unverified: "Not confirmed"
            case .flagged: "Flagged for low quality"
            case .rateLimited: "Slowed down by Meta"
            case .restricted: "Restricted by Meta"
            case .banned: "Banned by Meta"
            case .disconnected: "Disconnected"
            case .migrated: "Moved to another account"
            case .deleted: "Deleted at Meta"
            case .other: "Other"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .connected: .green
            case .pending: .yellow
            case .unverified: .yellow
            case .flagged: .orange
            case .rateLimited: .orange
            case .restricted: .red
            case .banned: .red
            case .disconnected: .red
            case .migrated: .gray
            case .deleted: .gray
            case .other: .gray
            default: nil
            }
        }
    }

    /// Meta's decision on the display name
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.name_status.options`
    enum NameStatus: OptionValue {
        case approved
        case availableWithoutReview
        case pendingReview
        case deferred
        case declined
        case rejected
        case expired
        case none_
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [NameStatus] = [
            .approved,
            .availableWithoutReview,
            .pendingReview,
            .deferred,
            .declined,
            .rejected,
            .expired,
            .none_,
            .other,
        ]

        var rawValue: String {
            switch self {
            case .approved: "APPROVED"
            case .availableWithoutReview: "AVAILABLE_WITHOUT_REVIEW"
            case .pendingReview: "PENDING_REVIEW"
            case .deferred: "DEFERRED"
            case .declined: "DECLINED"
            case .rejected: "REJECTED"
            case .expired: "EXPIRED"
            case .none_: "NONE"
            case .other: "OTHER"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .approved: "Approved"
            case .availableWithoutReview: "Usable without a review"
            case .pendingReview: "In review"
            case .deferred: "Review put off"
            case .declined: "Declined"
            case .rejected: "Declined"
            case .expired: "Expired"
            case .none_: "No name yet"
            case .other: "Other"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .approved: .green
            case .availableWithoutReview: .green
            case .pendingReview: .yellow
            case .deferred: .yellow
            case .declined: .red
            case .rejected: .red
            case .expired: .red
            case .none_: .gray
            case .other: .gray
            default: nil
            }
        }
    }

    /// Whether the number was confirmed by code
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.verification.options`
    enum Verification: OptionValue {
        case verified
        case notVerified
        case unverified
        case expired
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Verification] = [.verified, .notVerified, .unverified, .expired, .other]

        var rawValue: String {
            switch self {
            case .verified: "VERIFIED"
            case .notVerified: "NOT_VERIFIED"
            case .unverified: "UNVERIFIED"
            case .expired: "EXPIRED"
            case .other: "OTHER"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .verified: "Confirmed"
            case .notVerified: "Not confirmed"
            case .unverified: "Not confirmed"
            case .expired: "Confirmed long ago"
            case .other: "Other"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .verified: .green
            case .notVerified: .yellow
            case .unverified: .yellow
            case .expired: .gray
            case .other: .gray
            default: nil
            }
        }
    }

    /// How many messages it may send
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.throughput.options`
    enum Throughput: OptionValue {
        case standard
        case high
        case notApplicable
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Throughput] = [.standard, .high, .notApplicable, .other]

        var rawValue: String {
            switch self {
            case .standard: "STANDARD"
            case .high: "HIGH"
            case .notApplicable: "NOT_APPLICABLE"
            case .other: "OTHER"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .standard: "Up to 80 a second"
            case .high: "Up to 1,000 a second"
            case .notApplicable: "None until it is registered"
            case .other: "Other"
            case .unknown(let value): value
            }
        }
    }

    /// How many people it may write to first, without an open conversation
    ///
    /// Manifest: `models.whatsapp_phone_number.fields.messaging_limit.options`
    enum MessagingLimit: OptionValue {
        case tier50
        case tier250
        case tier1K
        case tier2K
        case tier10K
        case tier100K
        case tierUnlimited
        case tierNotSet
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [MessagingLimit] = [
            .tier50, .tier250, .tier1K, .tier2K, .tier10K, .tier100K, .tierUnlimited, .tierNotSet, .other,
        ]

        var rawValue: String {
            switch self {
            case .tier50: "TIER_50"
            case .tier250: "TIER_250"
            case .tier1K: "TIER_1K"
            case .tier2K: "TIER_2K"
            case .tier10K: "TIER_10K"
            case .tier100K: "TIER_100K"
            case .tierUnlimited: "TIER_UNLIMITED"
            case .tierNotSet: "TIER_NOT_SET"
            case .other: "OTHER"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .tier50: "50 people a day"
            case .tier250: "250 people a day"
            case .tier1K: "1,000 people a day"
            case .tier2K: "2,000 people a day"
            case .tier10K: "10,000 people a day"
            case .tier100K: "100,000 people a day"
            case .tierUnlimited: "No limit"
            case .tierNotSet: "Not set yet"
            case .other: "Other"
            case .unknown(let value): value
            }
        }
    }

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var phone: String
        var phoneNumberID: String
        var wabaID: String?
        var displayName: String?
        var qualityRating: QualityRating?
        var status: Status?
        var nameStatus: NameStatus?
        var verification: Verification?
        var throughput: Throughput?
        var messagingLimit: MessagingLimit?
        var notice: String?

        var values: JSONObject {
            WhatsAppPhoneNumber.values(
                of: .app,
                phone,
                phoneNumberID,
                wabaID,
                displayName,
                qualityRating,
                status,
                nameStatus,
                verification,
                throughput,
                messagingLimit,
                notice)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var name: String?

        var values: JSONObject {
            WhatsAppPhoneNumber.values(of: .workplace, name)
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case phone
        case phoneNumberID
        case wabaID
        case displayName
        case qualityRating
        case status
        case nameStatus
        case verification
        case throughput
        case messagingLimit
        case notice
        case name
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .phone: "phone"
            case .phoneNumberID: "phone_number_id"
            case .wabaID: "waba_id"
            case .displayName: "display_name"
            case .qualityRating: "quality_rating"
            case .status: "status"
            case .nameStatus: "name_status"
            case .verification: "verification"
            case .throughput: "throughput"
            case .messagingLimit: "messaging_limit"
            case .notice: "notice"
            case .name: "name"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
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
            FieldDescriptor(
                handle: "phone",
                label: "Phone",
                description: "Phone number (E.164 format)",
                scalar: .string,
                owner: .app,
                isRequired: true,
                isUnique: true,
                personalData: .contact,
                checks: [.format(.phone)]),
            FieldDescriptor(
                handle: "phone_number_id",
                label: "Phone number ID",
                description: "Meta Graph API phone number ID",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "waba_id",
                label: "WABA ID",
                description: "Meta Graph API ID of the WhatsApp Business Account that it belongs to",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "display_name",
                label: "Display name",
                description: "Display name from Meta",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "quality_rating",
                label: "Quality rating",
                description: "How people took to its messages in the last seven days",
                scalar: .string,
                owner: .app,
                options: QualityRating.descriptors),
            FieldDescriptor(
                handle: "status",
                label: "Status",
                description: "Whether Meta lets the number send",
                scalar: .string,
                owner: .app,
                options: Status.descriptors),
            FieldDescriptor(
                handle: "name_status",
                label: "Display name review",
                description: "Meta's decision on the display name",
                scalar: .string,
                owner: .app,
                options: NameStatus.descriptors),
            FieldDescriptor(
                handle: "verification",
                label: "Verification",
                description: "Whether the number was confirmed by code",
                scalar: .string,
                owner: .app,
                options: Verification.descriptors),
            FieldDescriptor(
                handle: "throughput",
                label: "Throughput",
                description: "How many messages it may send",
                scalar: .string,
                owner: .app,
                options: Throughput.descriptors),
            FieldDescriptor(
                handle: "messaging_limit",
                label: "Messaging limit",
                description: "How many people it may write to first, without an open conversation",
                scalar: .string,
                owner: .app,
                options: MessagingLimit.descriptors),
            FieldDescriptor(
                handle: "notice",
                label: "Notice",
                description: "The last thing that Meta told about the number",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "name",
                label: "Friendly name",
                description: "User-provided friendly name",
                scalar: .string,
                owner: .workplace,
                checks: [.maximumLength(80)]),
        ])

    init(record: Record) throws(InvalidValue) {
        (
            self.phone,
            self.phoneNumberID,
            self.wabaID,
            self.displayName,
            self.qualityRating,
            self.status,
            self.nameStatus,
            self.verification,
            self.throughput,
            self.messagingLimit,
            self.notice,
            self.name) = try record.fields(of: Self.self)
        self.id = ID(record.id)
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            phone: phone,
            phoneNumberID: phoneNumberID,
            wabaID: wabaID,
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

/// Groups of WhatsApp that a number of the workplace has made.
///
/// Manifest: `models.whatsapp_group`
struct WhatsAppGroup: IdentifiedModel {
    typealias ID = Identifier<WhatsAppGroup>

    let id: ID

    /// Meta's id of the request that made it; of one that was found at Meta, the group's
    ///
    /// Manifest: `models.whatsapp_group.fields.reference`. Owner: APP. Part of the identity.
    let reference: String

    /// Meta's id of the group; empty until it is made
    ///
    /// Manifest: `models.whatsapp_group.fields.group_id`. Owner: APP. Unique.
    let groupID: String?

    /// Of the number that made it: its id at Meta
    ///
    /// Manifest: `models.whatsapp_group.fields.phone_number_id`. Owner: APP.
    let phoneNumberID: String

    /// The number that made it
    ///
    /// Manifest: `models.whatsapp_group.fields.phone`. Owner: APP.
    let phone: String?

    /// What the group is called in WhatsApp
    ///
    /// Manifest: `models.whatsapp_group.fields.subject`. Owner: APP.
    let subject: String?

    /// What the group is for, as its people read it
    ///
    /// Manifest: `models.whatsapp_group.fields.description`. Owner: APP.
    let description: String?

    /// Whether it can be written in
    ///
    /// Manifest: `models.whatsapp_group.fields.status`. Owner: APP.
    let status: Status

    /// Who may come in by the invite link
    ///
    /// Manifest: `models.whatsapp_group.fields.join_approval`. Owner: APP.
    let joinApproval: JoinApproval?

    /// By which people join
    ///
    /// Manifest: `models.whatsapp_group.fields.invite_link`. Owner: APP.
    let inviteLink: String?

    /// People in the group besides the business
    ///
    /// Manifest: `models.whatsapp_group.fields.participant_count`. Owner: APP.
    let participantCount: Int?

    /// When WhatsApp made it
    ///
    /// Manifest: `models.whatsapp_group.fields.made_at`. Owner: APP.
    let madeAt: Date?

    /// The last wish that was not fulfilled, and why
    ///
    /// Manifest: `models.whatsapp_group.fields.notice`. Owner: APP.
    let notice: String?

    /// When Meta was last asked for all about it
    ///
    /// Manifest: `models.whatsapp_group.fields.read_at`. Owner: APP.
    let readAt: Date?

    /// When the subject was last told to have changed
    ///
    /// Manifest: `models.whatsapp_group.fields.subject_at`. Owner: APP.
    let subjectAt: Date?

    /// When the description was last told to have changed
    ///
    /// Manifest: `models.whatsapp_group.fields.description_at`. Owner: APP.
    let descriptionAt: Date?

    /// When it was last suspended or released
    ///
    /// Manifest: `models.whatsapp_group.fields.status_at`. Owner: APP.
    let statusAt: Date?

    /// What the workplace calls it
    ///
    /// Manifest: `models.whatsapp_group.fields.name`. Owner: WORKPLACE.
    let name: String?

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// Whether it can be written in
    ///
    /// Manifest: `models.whatsapp_group.fields.status.options`
    enum Status: OptionValue {
        case creating
        case active
        case suspended
        case deleted
        case failed

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Status] = [.creating, .active, .suspended, .deleted, .failed]

        var rawValue: String {
            switch self {
            case .creating: "CREATING"
            case .active: "ACTIVE"
            case .suspended: "SUSPENDED"
            case .deleted: "DELETED"
            case .failed: "FAILED"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .creating: "Being made"
            case .active: "Active"
            case .suspended: "Suspended by WhatsApp"
            case .deleted: "Deleted"
            case .failed: "Could not be made"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .creating: .yellow
            case .active: .green
            case .suspended: .red
            case .deleted: .gray
            case .failed: .red
            default: nil
            }
        }
    }

    /// Who may come in by the invite link
    ///
    /// Manifest: `models.whatsapp_group.fields.join_approval.options`
    enum JoinApproval: OptionValue {
        case automatic
        case approval

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [JoinApproval] = [.automatic, .approval]

        var rawValue: String {
            switch self {
            case .automatic: "AUTOMATIC"
            case .approval: "APPROVAL"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .automatic: "Whoever has the link may join"
            case .approval: "Whoever has the link may ask"
            case .unknown(let value): value
            }
        }
    }

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var reference: String
        var groupID: String?
        var phoneNumberID: String
        var phone: String?
        var subject: String?
        var description: String?
        var status: Status = .creating
        var joinApproval: JoinApproval?
        var inviteLink: String?
        var participantCount: Int?
        var madeAt: Date?
        var notice: String?
        var readAt: Date?
        var subjectAt: Date?
        var descriptionAt: Date?
        var statusAt: Date?

        var values: JSONObject {
            WhatsAppGroup.values(
                of: .app,
                reference,
                groupID,
                phoneNumberID,
                phone,
                subject,
                description,
                status,
                joinApproval,
                inviteLink,
                participantCount,
                madeAt,
                notice,
                readAt,
                subjectAt,
                descriptionAt,
                statusAt)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var name: String?

        var values: JSONObject {
            WhatsAppGroup.values(of: .workplace, name)
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case reference
        case groupID
        case phoneNumberID
        case phone
        case subject
        case description
        case status
        case joinApproval
        case inviteLink
        case participantCount
        case madeAt
        case notice
        case readAt
        case subjectAt
        case descriptionAt
        case statusAt
        case name
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .reference: "reference"
            case .groupID: "group_id"
            case .phoneNumberID: "phone_number_id"
            case .phone: "phone"
            case .subject: "subject"
            case .description: "description"
            case .status: "status"
            case .joinApproval: "join_approval"
            case .inviteLink: "invite_link"
            case .participantCount: "participant_count"
            case .madeAt: "made_at"
            case .notice: "notice"
            case .readAt: "read_at"
            case .subjectAt: "subject_at"
            case .descriptionAt: "description_at"
            case .statusAt: "status_at"
            case .name: "name"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
    }
}

extension WhatsAppGroup {
    static let descriptor = ModelDescriptor(
        handle: "whatsapp_group",
        label: "WhatsApp Group",
        labelPlural: "WhatsApp Groups",
        description: "Groups of WhatsApp that a number of the workplace has made.",
        identity: ["reference"],
        fields: [
            FieldDescriptor(
                handle: "reference",
                label: "Reference",
                description: "Meta's id of the request that made it; of one that was found at Meta, the group's",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "group_id",
                label: "Group ID",
                description: "Meta's id of the group; empty until it is made",
                scalar: .string,
                owner: .app,
                isUnique: true),
            FieldDescriptor(
                handle: "phone_number_id",
                label: "Phone number ID",
                description: "Of the number that made it: its id at Meta",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "phone",
                label: "Number",
                description: "The number that made it",
                scalar: .string,
                owner: .app,
                checks: [.format(.phone)]),
            FieldDescriptor(
                handle: "subject",
                label: "Subject",
                description: "What the group is called in WhatsApp",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "description",
                label: "Description",
                description: "What the group is for, as its people read it",
                scalar: .longString,
                owner: .app),
            FieldDescriptor(
                handle: "status",
                label: "Status",
                description: "Whether it can be written in",
                scalar: .string,
                owner: .app,
                options: Status.descriptors,
                defaultValue: "CREATING"),
            FieldDescriptor(
                handle: "join_approval",
                label: "Joining",
                description: "Who may come in by the invite link",
                scalar: .string,
                owner: .app,
                options: JoinApproval.descriptors),
            FieldDescriptor(
                handle: "invite_link",
                label: "Invite link",
                description: "By which people join",
                scalar: .string,
                owner: .app,
                checks: [.format(.httpsURL)]),
            FieldDescriptor(
                handle: "participant_count",
                label: "Participants",
                description: "People in the group besides the business",
                scalar: .integer,
                owner: .app),
            FieldDescriptor(
                handle: "made_at",
                label: "Made on",
                description: "When WhatsApp made it",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "notice",
                label: "Notice",
                description: "The last wish that was not fulfilled, and why",
                scalar: .string,
                owner: .app),
            FieldDescriptor(
                handle: "read_at",
                label: "Read at",
                description: "When Meta was last asked for all about it",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "subject_at",
                label: "Subject at",
                description: "When the subject was last told to have changed",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "description_at",
                label: "Description at",
                description: "When the description was last told to have changed",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "status_at",
                label: "Status at",
                description: "When it was last suspended or released",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "name",
                label: "Friendly name",
                description: "What the workplace calls it",
                scalar: .string,
                owner: .workplace,
                checks: [.maximumLength(80)]),
        ])

    init(record: Record) throws(InvalidValue) {
        (
            self.reference,
            self.groupID,
            self.phoneNumberID,
            self.phone,
            self.subject,
            self.description,
            self.status,
            self.joinApproval,
            self.inviteLink,
            self.participantCount,
            self.madeAt,
            self.notice,
            self.readAt,
            self.subjectAt,
            self.descriptionAt,
            self.statusAt,
            self.name) = try record.fields(of: Self.self)
        self.id = ID(record.id)
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            reference: reference,
            groupID: groupID,
            phoneNumberID: phoneNumberID,
            phone: phone,
            subject: subject,
            description: description,
            status: status,
            joinApproval: joinApproval,
            inviteLink: inviteLink,
            participantCount: participantCount,
            madeAt: madeAt,
            notice: notice,
            readAt: readAt,
            subjectAt: subjectAt,
            descriptionAt: descriptionAt,
            statusAt: statusAt)
    }
}

/// People who are, or were, in a group.
///
/// Manifest: `models.whatsapp_group_participant`
struct WhatsAppGroupParticipant: IdentifiedModel {
    typealias ID = Identifier<WhatsAppGroupParticipant>

    let id: ID

    /// Phone number, or how WhatsApp knows them
    ///
    /// Manifest: `models.whatsapp_group_participant.fields.address`. Owner: APP. Part of the identity.
    let address: String

    /// As they call themselves
    ///
    /// Manifest: `models.whatsapp_group_participant.fields.name`. Owner: APP.
    let name: String?

    /// Whether they are in it now
    ///
    /// Manifest: `models.whatsapp_group_participant.fields.is_member`. Owner: APP.
    let isMember: Bool

    /// When they were last told to have come or gone
    ///
    /// Manifest: `models.whatsapp_group_participant.fields.changed_at`. Owner: APP.
    let changedAt: Date?

    /// Manifest: `relationships.group_participants`. Owner: APP. Part of the identity.
    let group: WhatsAppGroup.ID

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var address: String
        var name: String?
        var isMember: Bool
        var changedAt: Date?
        var group: WhatsAppGroup.ID

        var values: JSONObject {
            WhatsAppGroupParticipant.values(of: .app, address, name, isMember, changedAt, group)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case address
        case name
        case isMember
        case changedAt
        case group
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .address: "address"
            case .name: "name"
            case .isMember: "is_member"
            case .changedAt: "changed_at"
            case .group: "group"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
    }
}

extension WhatsAppGroupParticipant {
    static let descriptor = ModelDescriptor(
        handle: "whatsapp_group_participant",
        label: "Group participant",
        labelPlural: "Group participants",
        description: "People who are, or were, in a group.",
        identity: ["group", "address"],
        fields: [
            FieldDescriptor(
                handle: "address",
                label: "Address",
                description: "Phone number, or how WhatsApp knows them",
                scalar: .string,
                owner: .app,
                isRequired: true,
                personalData: .contact),
            FieldDescriptor(
                handle: "name",
                label: "Name",
                description: "As they call themselves",
                scalar: .string,
                owner: .app,
                personalData: .contact),
            FieldDescriptor(
                handle: "is_member",
                label: "Is member",
                description: "Whether they are in it now",
                scalar: .boolean,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "changed_at",
                label: "Changed at",
                description: "When they were last told to have come or gone",
                scalar: .dateTime,
                owner: .app),
            FieldDescriptor(
                handle: "group",
                label: "Group",
                scalar: .string,
                owner: .app,
                isRequired: true,
                reference: ReferenceDescriptor(to: "whatsapp_group", onDelete: .cascade)),
        ])

    init(record: Record) throws(InvalidValue) {
        (self.address, self.name, self.isMember, self.changedAt, self.group) = try record.fields(of: Self.self)
        self.id = ID(record.id)
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(address: address, name: name, isMember: isMember, changedAt: changedAt, group: group)
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
        indirect case unknown(String)

        static let allCases: [Subscription] = [.on, .off]

        var rawValue: String {
            switch self {
            case .on: "ON"
            case .off: "OFF"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .on: "Messages arrive"
            case .off: "No messages arrive"
            case .unknown(let value): value
            }
        }

        var color: OptionDescriptor.Color? {
            switch self {
            case .on: .green
            case .off: .gray
            default: nil
            }
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
            FacebookPage.values(of: .app, pageID, name, accessToken, category, subscription, notice)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case pageID
        case name
        case accessToken
        case category
        case subscription
        case notice
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .pageID: "page_id"
            case .name: "name"
            case .accessToken: "access_token"
            case .category: "category"
            case .subscription: "subscription"
            case .notice: "notice"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
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
            FieldDescriptor(
                handle: "page_id",
                label: "Page ID",
                description: "Meta Graph API Page ID",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(handle: "name", label: "Name", description: "Page name", scalar: .string, owner: .app),
            FieldDescriptor(
                handle: "access_token",
                label: "Access token",
                description: "Page-specific access token",
                scalar: .string,
                owner: .app,
                isEncrypted: true),
            FieldDescriptor(
                handle: "category", label: "Category", description: "Page category", scalar: .string, owner: .app),
            FieldDescriptor(
                handle: "subscription",
                label: "Subscription",
                description: "Whether Meta sends its messages here",
                scalar: .string,
                owner: .app,
                options: Subscription.descriptors,
                defaultValue: "OFF"),
            FieldDescriptor(
                handle: "notice",
                label: "Notice",
                description: "The last thing that Meta told about the page",
                scalar: .string,
                owner: .app),
        ])

    init(record: Record) throws(InvalidValue) {
        (self.pageID, self.name, self.accessToken, self.category, self.subscription, self.notice) = try record.fields(
            of: Self.self)
        self.id = ID(record.id)
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

/// Comments on posts of pages and Instagram accounts that can still be answered in private.
///
/// Manifest: `models.page_comment`
struct PageComment: IdentifiedModel {
    typealias ID = Identifier<PageComment>

    let id: ID

    /// Meta's id of the comment
    ///
    /// Manifest: `models.page_comment.fields.comment_id`. Owner: APP. Part of the identity.
    let commentID: String

    /// The page or Instagram account whose post it is
    ///
    /// Manifest: `models.page_comment.fields.account_id`. Owner: APP.
    let accountID: String

    /// Its writer, as the page or account knows them
    ///
    /// Manifest: `models.page_comment.fields.person_id`. Owner: APP.
    let personID: String

    /// What it says
    ///
    /// Manifest: `models.page_comment.fields.text`. Owner: APP.
    let text: String

    /// When it was written
    ///
    /// Manifest: `models.page_comment.fields.commented_at`. Owner: APP.
    let commentedAt: Date

    /// When it was answered in private
    ///
    /// Manifest: `models.page_comment.fields.answered_at`. Owner: APP.
    let answeredAt: Date?

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var commentID: String
        var accountID: String
        var personID: String
        var text: String
        var commentedAt: Date
        var answeredAt: Date?

        var values: JSONObject {
            PageComment.values(of: .app, commentID, accountID, personID, text, commentedAt, answeredAt)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case commentID
        case accountID
        case personID
        case text
        case commentedAt
        case answeredAt
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .commentID: "comment_id"
            case .accountID: "account_id"
            case .personID: "person_id"
            case .text: "text"
            case .commentedAt: "commented_at"
            case .answeredAt: "answered_at"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
    }
}

extension PageComment {
    static let descriptor = ModelDescriptor(
        handle: "page_comment",
        label: "Comment",
        labelPlural: "Comments",
        description: "Comments on posts of pages and Instagram accounts that can still be answered in private.",
        identity: ["comment_id"],
        fields: [
            FieldDescriptor(
                handle: "comment_id",
                label: "Comment ID",
                description: "Meta's id of the comment",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "account_id",
                label: "Account ID",
                description: "The page or Instagram account whose post it is",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "person_id",
                label: "Person ID",
                description: "Its writer, as the page or account knows them",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "text",
                label: "Text",
                description: "What it says",
                scalar: .longString,
                owner: .app,
                isRequired: true,
                personalData: .content),
            FieldDescriptor(
                handle: "commented_at",
                label: "Commented at",
                description: "When it was written",
                scalar: .dateTime,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "answered_at",
                label: "Answered at",
                description: "When it was answered in private",
                scalar: .dateTime,
                owner: .app),
        ])

    init(record: Record) throws(InvalidValue) {
        (
            self.commentID,
            self.accountID,
            self.personID,
            self.text,
            self.commentedAt,
            self.answeredAt) = try record.fields(of: Self.self)
        self.id = ID(record.id)
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            commentID: commentID,
            accountID: accountID,
            personID: personID,
            text: text,
            commentedAt: commentedAt,
            answeredAt: answeredAt)
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
            InstagramAccount.values(of: .app, instagramAccountID, username, name, profilePictureURL, pageID)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case instagramAccountID
        case username
        case name
        case profilePictureURL
        case pageID
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .instagramAccountID: "instagram_account_id"
            case .username: "username"
            case .name: "name"
            case .profilePictureURL: "profile_picture_url"
            case .pageID: "page_id"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
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
            FieldDescriptor(
                handle: "instagram_account_id",
                label: "Instagram account ID",
                description: "Meta Graph API Instagram Account ID",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "username", label: "Username", description: "Instagram username", scalar: .string, owner: .app),
            FieldDescriptor(handle: "name", label: "Name", description: "Display name", scalar: .string, owner: .app),
            FieldDescriptor(
                handle: "profile_picture_url",
                label: "Profile picture URL",
                description: "Profile picture URL",
                scalar: .string,
                owner: .app,
                checks: [.format(.httpsURL)]),
            FieldDescriptor(
                handle: "page_id",
                label: "Page ID",
                description: "The page that it belongs to",
                scalar: .string,
                owner: .app),
        ])

    init(record: Record) throws(InvalidValue) {
        (self.instagramAccountID, self.username, self.name, self.profilePictureURL, self.pageID) = try record.fields(
            of: Self.self)
        self.id = ID(record.id)
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

/// Messages to many people that were sent at once.
///
/// Manifest: `models.message_batch`
struct MessageBatch: IdentifiedModel {
    typealias ID = Identifier<MessageBatch>

    let id: ID

    /// Under which the batch is taken once
    ///
    /// Manifest: `models.message_batch.fields.reference`. Owner: APP. Part of the identity.
    let reference: String

    /// What is sent
    ///
    /// Manifest: `models.message_batch.fields.what`. Owner: APP.
    let what: String

    /// Channel that it is sent over
    ///
    /// Manifest: `models.message_batch.fields.channel_id`. Owner: APP.
    let channelID: String

    /// How many messages it has
    ///
    /// Manifest: `models.message_batch.fields.total`. Owner: APP.
    let total: Int

    /// SHA-256 of what was asked for
    ///
    /// Manifest: `models.message_batch.fields.digest`. Owner: APP.
    let digest: String

    /// Its messages, in order
    ///
    /// Manifest: `models.message_batch.fields.message_ids`. Owner: APP.
    let messageIDs: [String]

    let createdAt: Date
    let updatedAt: Date
    let refreshedAt: Date

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var reference: String
        var what: String
        var channelID: String
        var total: Int
        var digest: String
        var messageIDs: [String]

        var values: JSONObject {
            MessageBatch.values(of: .app, reference, what, channelID, total, digest, messageIDs)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case reference
        case what
        case channelID
        case total
        case digest
        case messageIDs
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .reference: "reference"
            case .what: "what"
            case .channelID: "channel_id"
            case .total: "total"
            case .digest: "digest"
            case .messageIDs: "message_ids"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
    }
}

extension MessageBatch {
    static let descriptor = ModelDescriptor(
        handle: "message_batch",
        label: "Batch",
        labelPlural: "Batches",
        description: "Messages to many people that were sent at once.",
        identity: ["reference"],
        fields: [
            FieldDescriptor(
                handle: "reference",
                label: "Reference",
                description: "Under which the batch is taken once",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "what",
                label: "What",
                description: "What is sent",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "channel_id",
                label: "Channel ID",
                description: "Channel that it is sent over",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "total",
                label: "Total",
                description: "How many messages it has",
                scalar: .integer,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "digest",
                label: "Digest",
                description: "SHA-256 of what was asked for",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "message_ids",
                label: "Message IDs",
                description: "Its messages, in order",
                scalar: .string,
                isList: true,
                owner: .app,
                isRequired: true),
        ])

    init(record: Record) throws(InvalidValue) {
        (self.reference, self.what, self.channelID, self.total, self.digest, self.messageIDs) = try record.fields(
            of: Self.self)
        self.id = ID(record.id)
        self.createdAt = record.createdAt
        self.updatedAt = record.updatedAt
        self.refreshedAt = record.refreshedAt
    }

    var appFields: AppFields {
        AppFields(
            reference: reference,
            what: what,
            channelID: channelID,
            total: total,
            digest: digest,
            messageIDs: messageIDs)
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

    /// What it is for, which decides on its price and rules
    ///
    /// Manifest: `models.message_template.fields.category`. Owner: APP.
    let category: Category?

    /// How people took to it
    ///
    /// Manifest: `models.message_template.fields.quality`. Owner: APP.
    let quality: WhatsAppPhoneNumber.QualityRating?

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
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Status] = [.approved, .pending, .rejected, .paused, .disabled, .deleted, .other]

        var rawValue: String {
            switch self {
            case .approved: "APPROVED"
            case .pending: "PENDING"
            case .rejected: "REJECTED"
            case .paused: "PAUSED"
            case .disabled: "DISABLED"
            case .deleted: "DELETED"
            case .other: "OTHER"
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
            case .other: "Other"
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
            case .other: .gray
            default: nil
            }
        }
    }

    /// What it is for, which decides on its price and rules
    ///
    /// Manifest: `models.message_template.fields.category.options`
    enum Category: OptionValue {
        case marketing
        case utility
        case authentication
        case other

        /// A value that the manifest does not list.
        indirect case unknown(String)

        static let allCases: [Category] = [.marketing, .utility, .authentication, .other]

        var rawValue: String {
            switch self {
            case .marketing: "MARKETING"
            case .utility: "UTILITY"
            case .authentication: "AUTHENTICATION"
            case .other: "OTHER"
            case .unknown(let value): value
            }
        }

        var label: String {
            switch self {
            case .marketing: "Marketing"
            case .utility: "Utility"
            case .authentication: "Authentication"
            case .other: "Other"
            case .unknown(let value): value
            }
        }
    }

    /// The fields that handlers may write.
    struct AppFields: FieldSet {
        var templateID: String
        var name: String?
        var language: String?
        var status: Status?
        var category: Category?
        var quality: WhatsAppPhoneNumber.QualityRating?
        var text: String?
        var reason: String?

        var values: JSONObject {
            MessageTemplate.values(of: .app, templateID, name, language, status, category, quality, text, reason)
        }
    }

    /// The fields that the workplace may write.
    struct WorkplaceFields: FieldSet {
        var values: JSONObject {
            JSONObject()
        }
    }

    /// The fields, for conditions and orders of queries.
    enum Field: ModelField {
        case id
        case templateID
        case name
        case language
        case status
        case category
        case quality
        case text
        case reason
        case createdAt
        case updatedAt
        case refreshedAt

        var handle: String {
            switch self {
            case .id: "id"
            case .templateID: "template_id"
            case .name: "name"
            case .language: "language"
            case .status: "status"
            case .category: "category"
            case .quality: "quality"
            case .text: "text"
            case .reason: "reason"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .refreshedAt: "refreshed_at"
            }
        }
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
            FieldDescriptor(
                handle: "template_id",
                label: "Template ID",
                description: "Meta Graph API template ID",
                scalar: .string,
                owner: .app,
                isRequired: true),
            FieldDescriptor(
                handle: "name", label: "Name", description: "Name of the template", scalar: .string, owner: .app),
            FieldDescriptor(
                handle: "language", label: "Language", description: "Its language", scalar: .string, owner: .app),
            FieldDescriptor(
                handle: "status",
                label: "Status",
                description: "Whether it can be sent",
                scalar: .string,
                owner: .app,
                options: Status.descriptors),
            FieldDescriptor(
                handle: "category",
                label: "Category",
                description: "What it is for, which decides on its price and rules",
                scalar: .string,
                owner: .app,
                options: Category.descriptors),
            FieldDescriptor(
                handle: "quality",
                label: "Quality",
                description: "How people took to it",
                scalar: .string,
                owner: .app,
                options: WhatsAppPhoneNumber.QualityRating.descriptors),
            FieldDescriptor(
                handle: "text",
                label: "Text",
                description: "How it reads, with its variables",
                scalar: .longString,
                owner: .app),
            FieldDescriptor(
                handle: "reason",
                label: "Reason",
                description: "Why Meta rejected or paused it",
                scalar: .string,
                owner: .app),
        ])

    init(record: Record) throws(InvalidValue) {
        (
            self.templateID,
            self.name,
            self.language,
            self.status,
            self.category,
            self.quality,
            self.text,
            self.reason) = try record.fields(of: Self.self)
        self.id = ID(record.id)
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

extension ModelStore<WhatsAppGroup> {
    /// Manifest: `relationships.group_participants`
    func participants(of id: WhatsAppGroup.ID) -> RelatedInstances<WhatsAppGroupParticipant> {
        related(WhatsAppGroupParticipant.self, by: .group, to: id)
    }
}

extension ModelStore<WhatsAppGroupParticipant> {
    /// Manifest: `relationships.group_participants`
    func group(of instance: WhatsAppGroupParticipant) async throws -> WhatsAppGroup? {
        try await referred(to: instance.group)
    }
}

extension Meta {
    /// The instances of one installation, by model.
    struct Models: SessionView {
        /// Manifest: `models.meta_connection`
        let metaConnection: ModelStore<MetaConnection>

        /// Manifest: `models.whatsapp_phone_number`
        let whatsAppPhoneNumber: ModelStore<WhatsAppPhoneNumber>

        /// Manifest: `models.whatsapp_group`
        let whatsAppGroup: ModelStore<WhatsAppGroup>

        /// Manifest: `models.whatsapp_group_participant`
        let whatsAppGroupParticipant: ModelStore<WhatsAppGroupParticipant>

        /// Manifest: `models.facebook_page`
        let facebookPage: ModelStore<FacebookPage>

        /// Manifest: `models.page_comment`
        let pageComment: ModelStore<PageComment>

        /// Manifest: `models.instagram_account`
        let instagramAccount: ModelStore<InstagramAccount>

        /// Manifest: `models.message_batch`
        let messageBatch: ModelStore<MessageBatch>

        /// Manifest: `models.message_template`
        let messageTemplate: ModelStore<MessageTemplate>

        init(session: any PlatformSession) {
            self.metaConnection = ModelStore(session: session)
            self.whatsAppPhoneNumber = ModelStore(session: session)
            self.whatsAppGroup = ModelStore(session: session)
            self.whatsAppGroupParticipant = ModelStore(session: session)
            self.facebookPage = ModelStore(session: session)
            self.pageComment = ModelStore(session: session)
            self.instagramAccount = ModelStore(session: session)
            self.messageBatch = ModelStore(session: session)
            self.messageTemplate = ModelStore(session: session)
        }
    }
}
