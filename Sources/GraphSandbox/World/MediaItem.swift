#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is known of a file that was uploaded or sent; its bytes are in the ``MediaStore`` under ``sha256``.
struct MediaItem: Codable, Sendable {
    /// Who may read it and how it came.
    enum Origin: String, Codable, Sendable {
        /// A business uploaded it: readable for 30 days.
        case upload
        /// A person sent it: readable for 7 days.
        case inbound
        /// Meta fetched it from a link that a business sent; the business gets no id of it.
        case link
    }

    var id: String
    /// Phone number id, Page id or Instagram account id; `nil` for what a resumable upload brought.
    var endpointID: String?
    var mimeType: String
    /// Lowercase hex.
    var sha256: String
    /// In bytes.
    var size: Int
    var filename: String?
    var origin: Origin
    var createdAt: Date
    var expiresAt: Date

    /// How long an uploaded file stays: 30 days, in seconds.
    static let uploadLifetime: TimeInterval = 30 * 24 * 60 * 60
    /// How long a file that a person sent stays: 7 days, in seconds.
    static let inboundLifetime: TimeInterval = 7 * 24 * 60 * 60
    /// How long a reusable attachment of Messenger stays: 90 days, in seconds.
    static let attachmentLifetime: TimeInterval = 90 * 24 * 60 * 60
    /// How long the address of a download works: 5 minutes, in seconds.
    static let addressLifetime: TimeInterval = 5 * 60
}
