#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// Who may come in by a group's invite link.
public enum GroupJoinApproval: String, Hashable, Sendable, CaseIterable {
    /// Whoever has the link.
    case automatic = "auto_approve"
    /// Whom the business lets in, by join requests.
    case required = "approval_required"
}

/// A group of WhatsApp that a business's number has made (Meta, "Groups API").
public struct WhatsAppGroupNode: Hashable, Sendable {
    /// Meta's id; opaque, and case-sensitive.
    public let id: String
    public let subject: String?
    public let description: String?
    /// nil when Meta says nothing, or a word that is not known.
    public let joinApproval: GroupJoinApproval?
    /// Whether WhatsApp has suspended it: nobody can write in it.
    public let isSuspended: Bool?
    public let createdAt: Date?
    /// The people in it, digits without `+`, or business-scoped ids; the business itself is none of them. nil when Meta
    /// does not list them.
    public let participants: [String]?
    /// How many people are in it besides the business.
    public let participantCount: Int?

    /// The fields that this type reads.
    static let fields = [
        "id", "subject", "description", "join_approval_mode", "suspended", "creation_timestamp", "participants",
        "total_participant_count",
    ].joined(separator: ",")

    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        subject = json["subject"]?.filledText
        description = json["description"]?.filledText
        joinApproval = json["join_approval_mode"]?.stringValue.flatMap(GroupJoinApproval.init)
        isSuspended = json["suspended"]?.boolValue
        createdAt = json["creation_timestamp"]?.unixTime ?? json["created_at"]?.unixTime
        let people = json["participants"]?.arrayValue
        participants = people?.compactMap { $0["wa_id"]?.idText ?? $0["user_id"]?.idText }
        participantCount = json["total_participant_count"]?.int64Value.flatMap(Int.init(exactly:)) ?? people?.count
    }
}

/// Somebody's wish to come into a group that asks for approval.
public struct GroupJoinRequest: Hashable, Sendable {
    public let id: String
    /// Digits without `+`, or a business-scoped id.
    public let waID: String?
    public let createdAt: Date?

    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("join_request_id")
        waID = json["wa_id"]?.idText ?? json["user_id"]?.idText
        createdAt = json["creation_timestamp"]?.unixTime
    }
}

/// What became of join requests that were decided on together: each for itself.
public struct GroupJoinDecision: Hashable, Sendable {
    public struct Failure: Hashable, Sendable {
        public let id: String
        /// nil when Meta gives no reason.
        public let error: GraphError?
    }

    /// The requests that were approved, or rejected.
    public let decided: [String]
    public let failed: [Failure]

    init(_ json: JSON, decided key: String) {
        decided = (json[key]?.arrayValue ?? []).compactMap(\.idText)
        let common = json["errors"]?[0].map { GraphError($0) }
        failed = (json["failed_join_requests"]?.arrayValue ?? []).compactMap { element in
            guard let id = element["join_request_id"]?.idText ?? element.idText else { return nil }
            return Failure(id: id, error: element["errors"]?[0].map { GraphError($0) } ?? common)
        }
    }
}
