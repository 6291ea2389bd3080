#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The conversation between one person and one business number.
struct ChatID: Hashable, Codable, Sendable, CodingKeyRepresentable {
    /// `wa_id` of the person.
    var person: String
    /// Phone number id of the business number.
    var number: String

    init(person: String, number: String) {
        self.person = person
        self.number = number
    }

    var codingKey: any CodingKey { Key(stringValue: "\(person)/\(number)") }

    init?(codingKey: some CodingKey) {
        let parts = codingKey.stringValue.split(separator: "/")
        guard parts.count == 2 else { return nil }
        self.init(person: String(parts[0]), number: String(parts[1]))
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// How far a message has come. Cases are in the order in which they happen; a message never goes back.
enum MessageStatus: String, Codable, Sendable, CaseIterable, Comparable {
    /// The sandbox has it.
    case accepted
    /// From a business: on its way. From a person: on Meta's servers.
    case sent
    /// From a business: on the person's phone. From a person: the app answered the webhook with 2xx.
    case delivered
    /// The other side has seen it.
    case read
    /// It will never arrive; ``Message/failure`` says why.
    case failed

    static func < (a: MessageStatus, b: MessageStatus) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}

/// Why a message failed after it had been accepted: one entry of a status webhook's `errors`.
struct DeliveryFailure: Hashable, Codable, Sendable {
    var code: Int
    var title: String
    var details: String

    /// Code 131026: the recipient's number has no WhatsApp.
    static let undeliverable = DeliveryFailure(
        code: 131026, title: "Message undeliverable", details: "Recipient cannot receive this message.")
    /// Code 131047: 24 hours have passed since the person last wrote.
    static let windowClosed = DeliveryFailure(
        code: 131047, title: "Re-engagement message", details: "The customer last replied more than 24 hours ago.")
    /// Code 131050: the person wants no marketing from this business.
    static let stoppedMarketing = DeliveryFailure(
        code: 131050, title: "User stopped marketing messages",
        details: "The recipient has asked to receive no marketing messages from this business.")

    /// Code 131053: the file behind a link could not be fetched or is not allowed.
    static func mediaRejected(_ details: String) -> DeliveryFailure {
        DeliveryFailure(code: 131053, title: "Media upload error", details: details)
    }
}

/// One message of a chat, in either direction.
struct Message: Codable, Identifiable, Sendable {
    /// Who wrote it.
    enum Direction: String, Codable, Sendable {
        case fromPerson, fromBusiness
    }

    /// The `wamid.…`.
    let id: String
    let direction: Direction
    let sentAt: Date
    var content: MessageContent
    var status: MessageStatus
    var failure: DeliveryFailure?
    /// `biz_opaque_callback_data` of the send, returned in every status webhook.
    var opaqueCallbackData: String?
    /// The message that this one answers, by its id.
    var replyTo: String?
    /// The comment that it answers in private, by its id.
    var answersComment: String?
    /// `metadata` of a Messenger send, returned in its echo.
    var metadata: String?
    /// How often its writer has changed it; `nil` when never.
    var editCount: Int?
    /// Its writer took it back: nothing of it may be shown.
    var isDeleted: Bool?
    /// What becomes of it when it should fail on its own: a fault that was asked for.
    var scriptedFailure: DeliveryFailure?
    /// Suggested answers below it (Messenger and Instagram).
    var quickReplies: [Card.Button]?

    var isUnsent: Bool { isDeleted == true }

    /// What a list of chats, or a quotation, shows of it on one line.
    var preview: String { isUnsent ? "Taken back" : content.preview }
}

/// All messages of one chat and what is known of it.
struct Conversation: Codable, Sendable {
    /// Oldest first; the oldest are dropped beyond ``World/messagesKeptPerChat``.
    var messages: [Message] = []
    /// When the person last wrote: opens the 24-hour customer service window.
    var lastInboundAt: Date?
    /// The business is shown as typing until then.
    var typingUntil: Date?
    /// The person wants no marketing from this number: marketing templates fail with 131050.
    var hasStoppedMarketing: Bool?
    /// The person has blocked the business, or the business the person: nothing arrives.
    var isBlocked: Bool?
    /// The app that controls the thread (Messenger, Instagram); `nil` when it is the sandbox's own app.
    var threadOwnerAppID: String?

    /// Messages that have reached the person's phone and were not looked at.
    var unreadCount: Int {
        messages.count { $0.direction == .fromBusiness && $0.status == .delivered && !$0.isUnsent }
    }

    /// Messages that the person's phone shows: what the business sent is there once it was delivered.
    var visibleToPerson: [Message] {
        messages.filter { message in
            if case .reaction = message.content { return false }
            return message.direction == .fromPerson || message.status == .delivered || message.status == .read
        }
    }

    /// The reactions to one message, at most one from each side.
    func reactions(to id: String) -> [(direction: Message.Direction, emoji: String)] {
        var latest: [Message.Direction: String] = [:]
        for message in messages where message.status != .failed {
            guard case .reaction(let reaction) = message.content, reaction.messageID == id else { continue }
            latest[message.direction] = reaction.emoji
        }
        return [Message.Direction.fromPerson, .fromBusiness].compactMap { side in
            latest[side].flatMap { $0.isEmpty ? nil : (side, $0) }
        }
    }

    func isWindowOpen(at now: Date, length: TimeInterval = windowLength) -> Bool {
        guard let lastInboundAt else { return false }
        return now.timeIntervalSince(lastInboundAt) < length
    }

    /// 24 hours, in seconds.
    static let windowLength: TimeInterval = 24 * 60 * 60
    /// How long a person may answer with the tag `HUMAN_AGENT` on Messenger and Instagram: 7 days, in seconds.
    static let humanAgentLength: TimeInterval = 7 * 24 * 60 * 60
}
