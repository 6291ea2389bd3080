#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A group of WhatsApp that a business number has made.
struct Group: Codable, Identifiable, Sendable {
    enum JoinApproval: String, Codable, Sendable, CaseIterable {
        case automatic = "auto_approve"
        case required = "approval_required"
    }

    /// Somebody who opened the link of a group that asks for approval.
    struct JoinRequest: Codable, Identifiable, Sendable {
        let id: String
        let waID: String
        let createdAt: Date
    }

    let id: String
    /// Phone number id of the number that made it.
    let number: String
    var subject: String
    var description: String?
    let joinApproval: JoinApproval
    let createdAt: Date
    /// The end of its invite link; `nil` when the link was deleted.
    var inviteCode: String?
    /// Who is in it besides the business, in the order in which they came.
    var participants: [String] = []
    var joinRequests: [JoinRequest] = []
    var isSuspended = false
    /// Oldest first; the oldest are dropped beyond ``World/messagesKeptPerChat``.
    var messages: [GroupMessage] = []
    /// When somebody last wrote: the business may write freely for 24 hours.
    var lastInboundAt: Date?

    var inviteLink: String? { inviteCode.map { "https://chat.whatsapp.com/\($0)" } }

    /// People who may be in a group besides the business.
    static let participantLimit = 8
    static let subjectLimit = 128
    static let descriptionLimit = 2048
    /// Groups that a number may have.
    static let perNumber = 10_000
}

/// A message in a group: one text for all, and how far it has come with each.
struct GroupMessage: Codable, Identifiable, Sendable {
    /// The `wamid.…`.
    let id: String
    /// `wa_id` of who wrote it; `nil` for the business.
    let author: String?
    let sentAt: Date
    var content: MessageContent
    /// Of one of the business, as a whole: accepted, sent or failed.
    var status: MessageStatus
    var failure: DeliveryFailure?
    /// By `wa_id`, of those who were in the group when it was sent.
    var recipients: [String: MessageStatus] = [:]
    /// `biz_opaque_callback_data` of the send.
    var opaqueCallbackData: String?
    var replyTo: String?
}

/// A step that a message of a business will take on its own in a group.
struct PendingGroupStatus: Codable, Sendable {
    var group: String
    var messageID: String
    /// With whom; `nil` for the message as a whole.
    var participant: String?
    var status: MessageStatus
    var failure: DeliveryFailure?
    var dueAt: Date
}
