import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One update of the Bot API, https://core.telegram.org/bots/api#update. Which bot it is for is not in it.
struct TelegramUpdate: WebhookPayload, ProducesMessages {
    enum Event: Sendable {
        case message(TelegramMessage)
        /// Kept, and of no consequence here: an edited message, a poll, …
        case other
    }

    static func split(_ body: JSON) throws(InvalidValue) -> [SplitEvent] {
        guard let update = body["update_id"]?.int64Value else { throw InvalidValue(at: "update_id", "is required") }
        let message = body["message"]
        let chat = message?["chat"]?["id"]?.int64Value.map(String.init) ?? ""
        return [
            SplitEvent(
                deduplicationKey: String(update), orderingKey: chat, channelIdentifier: nil,
                kind: message == nil ? "other" : "message",
                occurredAt: message?["date"]?.int64Value.map { Date(timeIntervalSince1970: Double($0)) },
                content: body)
        ]
    }

    static func event(from content: JSON) throws(InvalidValue) -> Event {
        guard let message = content["message"] else { return .other }
        return .message(try TelegramMessage(message))
    }

    static func messages(in event: Event) -> [ChannelEvent] {
        guard case .message(let message) = event else { return [] }
        return [
            .received(
                InboundMessage(
                    remoteID: "\(message.chatID)/\(message.id)", address: message.chatID, contactName: message.name,
                    kind: message.text == nil ? "unsupported" : "text",
                    text: message.text ?? "Something that is not text", content: message.content,
                    sentAt: message.sentAt))
        ]
    }
}

struct TelegramMessage: Sendable {
    let id: Int64
    let chatID: String
    let name: String
    let language: String?
    /// nil for pictures, stickers and the like.
    let text: String?
    let sentAt: Date
    /// As it came.
    let content: JSON

    init(_ json: JSON) throws(InvalidValue) {
        guard let id = json["message_id"]?.int64Value else { throw InvalidValue(at: "message.message_id", "is required") }
        guard let chat = json["chat"]?["id"]?.int64Value else { throw InvalidValue(at: "message.chat.id", "is required") }
        let names = ["first_name", "last_name"].compactMap { json["from"]?[$0]?.stringValue }
        self.id = id
        chatID = String(chat)
        name = names.isEmpty ? json["chat"]?["title"]?.stringValue ?? chatID : names.joined(separator: " ")
        language = json["from"]?["language_code"]?.stringValue
        text = json["text"]?.stringValue ?? json["caption"]?.stringValue
        sentAt = Date(timeIntervalSince1970: Double(json["date"]?.int64Value ?? 0))
        content = json
    }
}
