#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// Something in the life of a group of WhatsApp: what became of a wish of the business, or what people did.
public struct WhatsAppGroupEvent: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
        case created(subject: String?, description: String?, inviteLink: String?, approval: GroupJoinApproval?)
        case deleted
        /// People came in: by the link, or because their request was approved.
        case joined([Participant], reason: String?)
        /// People went.
        case left([Participant], by: Initiator)
        case joinRequested(id: String?, Participant)
        case joinRequestRevoked(id: String?, Participant)
        case settings(subject: Setting?, description: Setting?, picture: Setting?)
        /// WhatsApp has suspended the group: nobody can write in it.
        case suspended
        case suspensionCleared
        /// A type that this version does not know.
        case unknown(String)
    }

    public struct Participant: Hashable, Sendable {
        /// Digits without `+`, or a business-scoped id.
        public let id: String
        /// Why they could not be brought in or removed; nil for those who were.
        public let error: GraphError?
    }

    public enum Initiator: String, Hashable, Sendable { case business, participant }

    /// One setting that was to change.
    public struct Setting: Hashable, Sendable {
        /// As it is now; nil for a picture.
        public let text: String?
        public let isDone: Bool
        public let error: GraphError?
    }

    /// nil for a group that could not be made.
    public let groupID: String?
    /// Of the business's wish, as the answer to the call gave it.
    public let requestID: String?
    public let change: Change
    /// People who came in with the change.
    public let added: [Participant]
    /// People for whom the change did not happen.
    public let failed: [Participant]
    /// Why the change did not happen at all.
    public let errors: [GraphError]
    public let occurredAt: Date?
    public let context: EventContext
    /// All of it, as it came.
    public let raw: JSON

    /// Whether it tells that something did not happen.
    public var isFailure: Bool { !errors.isEmpty }

    /// The webhook fields whose values are such events. Meta's references spell the second in two ways.
    static let fields: Set<String> = [
        "group_lifecycle_update", "group_participants_update", "group_participant_update", "group_settings_update",
        "group_status_update",
    ]
}

// MARK: - Reading

extension WhatsAppGroupEvent {
    init(_ json: JSON, _ context: EventContext) {
        groupID = json["group_id"]?.idText
        requestID = json["request_id"]?.idText
        added = Self.participants(json["added_participants"])
        failed = Self.participants(json["failed_participants"])
        errors = (json["errors"]?.arrayValue ?? []).map { GraphError($0) }
        occurredAt = json["timestamp"]?.unixTime ?? context.entryTime
        self.context = context
        raw = json
        change = Self.change(json, field: context.field)
    }

    /// What people did is read from the lists: Meta's references have several words for the same type.
    private static func change(_ json: JSON, field: String) -> Change {
        let type = json["type"]?.filledText ?? field
        if field.hasPrefix("group_participant") {
            let who = participants(json["removed_participants"])
            if json["removed_participants"] != nil || type.contains("remove") {
                return .left(who, by: json["initiated_by"]?.stringValue.flatMap(Initiator.init) ?? .business)
            }
            if json["added_participants"] != nil || type.contains("add") {
                return .joined(participants(json["added_participants"]), reason: json["reason"]?.filledText)
            }
        }
        switch type {
        case "group_create":
            return .created(
                subject: json["subject"]?.filledText, description: json["description"]?.filledText,
                inviteLink: json["invite_link"]?.filledText,
                approval: json["join_approval_mode"]?.stringValue.flatMap(GroupJoinApproval.init))
        case "group_delete": return .deleted
        case "group_join_request_created", "group_join_request_revoked":
            guard let person = participant(json) else { return .unknown(type) }
            let id = json["join_request_id"]?.idText
            return type == "group_join_request_created" ? .joinRequested(id: id, person) : .joinRequestRevoked(id: id, person)
        case "group_settings_update":
            return .settings(
                subject: json["group_subject"].map(Setting.init) ?? json["subject"].map(Setting.init),
                description: json["group_description"].map(Setting.init) ?? json["description"].map(Setting.init),
                picture: json["profile_picture"].map(Setting.init))
        case "group_suspend": return .suspended
        case "group_suspend_cleared": return .suspensionCleared
        default: return .unknown(type)
        }
    }

    private static func participants(_ json: JSON?) -> [Participant] { (json?.arrayValue ?? []).compactMap(participant) }

    private static func participant(_ json: JSON) -> Participant? {
        let id = json["wa_id"]?.idText ?? json["user_id"]?.idText ?? json["input"]?.idText
        // An input is a number as the business wrote it.
        return id.map { id in
            let digits = id.filter(\.isASCIIDigit)
            let isNumber = id.allSatisfy { $0.isASCIIDigit || "+-() ".contains($0) } && !digits.isEmpty
            return Participant(id: isNumber ? digits : id, error: json["errors"]?[0].map { GraphError($0) })
        }
    }
}

extension WhatsAppGroupEvent.Setting {
    /// Where Meta says nothing of success there was one.
    init(_ json: JSON) {
        text = json.stringValue ?? json["text"]?.stringValue
        error = json["errors"]?[0].map { GraphError($0) }
        isDone = json["update_successful"]?.boolValue ?? (error == nil)
    }
}
