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

/// What a message says. Further kinds (media, buttons, templates, reactions) become further cases.
enum MessageContent: Hashable, Codable, Sendable {
    case text(String)

    /// What a list of chats shows of it, on one line.
    var preview: String {
        switch self {
        case .text(let body): body.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
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
    let content: MessageContent
    var status: MessageStatus
    var failure: DeliveryFailure?
    /// `biz_opaque_callback_data` of the send, returned in every status webhook.
    var opaqueCallbackData: String?
    /// The message that this one answers, by its id.
    var replyTo: String?
}

/// All messages of one chat and what is known of it.
struct Conversation: Codable, Sendable {
    /// Oldest first; the oldest are dropped beyond ``World/messagesKeptPerChat``.
    var messages: [Message] = []
    /// When the person last wrote: opens the 24-hour customer service window.
    var lastInboundAt: Date?
    /// The business is shown as typing until then.
    var typingUntil: Date?

    /// Messages that have reached the person's phone and were not looked at.
    var unreadCount: Int {
        messages.count { $0.direction == .fromBusiness && $0.status == .delivered }
    }

    /// Messages that the person's phone shows: what the business sent is there once it was delivered.
    var visibleToPerson: [Message] {
        messages.filter { $0.direction == .fromPerson || $0.status == .delivered || $0.status == .read }
    }

    func isWindowOpen(at now: Date) -> Bool {
        guard let lastInboundAt else { return false }
        return now.timeIntervalSince(lastInboundAt) < Self.windowLength
    }

    /// 24 hours, in seconds.
    static let windowLength: TimeInterval = 24 * 60 * 60
}
