#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// WhatsApp's word on one of our messages. Statuses may come twice, out of order, and `read` without `delivered`.
public struct WhatsAppStatus: Hashable, Sendable {
    /// The `wamid` of our message; empty if Meta left it out.
    public let messageID: String
    /// `sent`, `delivered`, `read`, `played`, `failed`; another word is kept as it came.
    public let word: String
    public let occurredAt: Date?
    /// The recipient's number, digits, or the group's id.
    public let recipientID: String?
    public let recipientUserID: String?
    /// Which member, for a message to a group.
    public let participantID: String?
    /// The same, by business-scoped id.
    public let participantUserID: String?
    /// What was given with the send: our own id of the message.
    public let callbackData: String?
    /// Why it failed.
    public let errors: [GraphError]
    /// Category, model and whether it is billed, as it came.
    public let pricing: JSON?
    public let context: EventContext
    /// All of it, as it came.
    public let raw: JSON

    init(_ json: JSON, _ context: EventContext) {
        messageID = json["id"]?.idText ?? ""
        word = json["status"]?.filledText ?? "unknown"
        occurredAt = json["timestamp"]?.unixTime ?? context.entryTime
        recipientID = json["recipient_id"]?.idText
        recipientUserID = json["recipient_user_id"]?.idText
        participantID = json["recipient_participant_id"]?.idText
        participantUserID = json["recipient_participant_user_id"]?.idText
        callbackData = json["biz_opaque_callback_data"]?.filledText
        errors = (json["errors"]?.arrayValue ?? []).map { GraphError($0) }
        pricing = json["pricing"]
        self.context = context
        raw = json
    }

    /// The status in the words of every channel; nil for a word that is not about delivery.
    public var status: Message.Status? {
        switch word {
        case "sent": .sent
        case "delivered": .delivered
        case "read": .read
        case "played": .played
        case "failed": .failed
        default: nil
        }
    }

    /// Why it failed, for people: Meta's cause and what to do.
    public var failure: String? {
        guard status == .failed else { return nil }
        guard let error = errors.first else { return "WhatsApp gave no reason." }
        let cause = error.details ?? error.message
        return "\(cause.hasSuffix(".") ? cause : cause + ".") \(error.action)"
    }

    /// With whom it has moved on, in a group.
    private var participant: MessageStatusUpdate.Recipient? {
        WhatsAppAddress.make(groupID: nil, waID: participantID, userID: participantUserID).map {
            MessageStatusUpdate.Recipient(address: $0, name: context.contact?.name)
        }
    }

    var channelEvent: ChannelEvent? {
        guard let status, !messageID.isEmpty else { return nil }
        return .status(
            MessageStatusUpdate(
                remoteID: messageID, messageID: callbackData.map { MessageID($0) }, status: status, failure: failure,
                recipient: participant, occurredAt: occurredAt ?? Date(timeIntervalSince1970: 0)))
    }
}
