#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The bodies of Messenger and Instagram webhooks: one event an entry, times in milliseconds.
struct MessagingPayload {
    let endpoint: Endpoint
    /// PSID or IGSID.
    let personID: String
    let now: Date

    /// An event from the person, or (`isEcho`) from the Page itself.
    func event(_ members: [WireJSON.Member], isEcho: Bool = false, hasTimestamp: Bool = true) -> WireJSON {
        let ends: [WireJSON.Member] = [
            .init(key: "sender", value: ["id": .string(isEcho ? endpoint.entryID : personID)]),
            .init(key: "recipient", value: ["id": .string(isEcho ? personID : endpoint.entryID)]),
        ]
        let time: [WireJSON.Member] =
            hasTimestamp ? [.init(key: "timestamp", value: .integer(Self.milliseconds(now)))] : []
        return envelope([.object(ends + time + members)])
    }

    func envelope(_ events: [WireJSON], key: String = "messaging") -> WireJSON {
        [
            "object": .string(endpoint.product.object),
            "entry": [
                .object([
                    .init(key: "id", value: .string(endpoint.entryID)),
                    .init(key: "time", value: .integer(Self.milliseconds(now) + 180)),
                    .init(key: key, value: .array(events)),
                ])
            ],
        ]
    }

    /// A message of the person, as the value of `message`; a postback or reaction has a key of its own.
    func inbound(id: String, content: MessageContent, replyTo: Message?, attachmentURL: String?) -> WireJSON {
        switch content {
        case .press(let press) where press.source == .postback:
            return event([
                .init(
                    key: "postback",
                    value: ["mid": .string(id), "title": .string(press.title), "payload": .string(press.payload)])
            ])
        case .reaction(let reaction): return event([.init(key: "reaction", value: value(of: reaction))])
        default:
            return event([
                .init(
                    key: "message",
                    value: .object(
                        [.init(key: "mid", value: .string(id))] + members(of: content, attachmentURL: attachmentURL)
                            + (replyTo.map { [.init(key: "reply_to", value: ["mid": .string($0.id)])] } ?? [])))
            ])
        }
    }

    private func value(of reaction: Reaction) -> WireJSON {
        let isRemoved = reaction.emoji.isEmpty
        return .object(dropping: [
            "mid": .string(reaction.messageID), "action": isRemoved ? "unreact" : "react",
            "reaction": isRemoved ? nil : .string(Self.name(ofReaction: reaction.emoji, endpoint.product)),
            "emoji": isRemoved ? nil : .string(reaction.emoji),
        ])
    }

    private func members(of content: MessageContent, attachmentURL: String?) -> [WireJSON.Member] {
        switch content {
        case .text(let body): return [.init(key: "text", value: .string(body))]
        case .press(let press):
            return [
                .init(key: "text", value: .string(press.title)),
                .init(key: "quick_reply", value: ["payload": .string(press.payload)]),
            ]
        case .media(let media):
            // Instagram hands nothing over for stickers; Messenger has a type for them.
            let type =
                switch media.kind {
                case .document: "file"
                default: media.kind.rawValue
                }
            let attachment: WireJSON = [
                "type": .string(type), "payload": ["url": .string(attachmentURL ?? media.link ?? "")],
            ]
            let caption: [WireJSON.Member] = media.caption.map { [.init(key: "text", value: .string($0))] } ?? []
            return caption + [.init(key: "attachments", value: [attachment])]
        case .unsupported(let kind):
            return kind == "ephemeral"
                ? [.init(key: "attachments", value: [["type": "ephemeral"]])]
                : [.init(key: "is_unsupported", value: true)]
        case .location(let place):
            return [
                .init(
                    key: "attachments",
                    value: [
                        [
                            "type": "location",
                            "payload": [
                                "coordinates": ["lat": .double(place.latitude), "long": .double(place.longitude)]
                            ],
                        ]
                    ])
            ]
        case .contacts, .cards, .reaction, .order, .comment: return [.init(key: "is_unsupported", value: true)]
        }
    }

    /// What the Page itself sent, coming back: Messenger says which app it was, Instagram does not.
    func echo(of message: Message, appID: String, attachmentURL: String?) -> WireJSON {
        var members: [WireJSON.Member] = [
            .init(key: "mid", value: .string(message.id)), .init(key: "is_echo", value: true),
        ]
        if endpoint.product == .messenger {
            members.append(.init(key: "app_id", value: Int64(appID).map { .integer($0) } ?? .string(appID)))
            if let metadata = message.metadata { members.append(.init(key: "metadata", value: .string(metadata))) }
        }
        if case .cards(let cards) = message.content {
            let payload: WireJSON = [
                "template_type": .string(cards.count > 1 ? "generic" : "button"),
                "text": .string(cards.first?.body ?? ""),
            ]
            members.append(
                .init(
                    key: "attachments",
                    value: [["type": "template", "title": .string(cards.first?.title ?? ""), "payload": payload]]))
        } else {
            members += self.members(of: message.content, attachmentURL: attachmentURL)
        }
        return event([.init(key: "message", value: .object(members))], isEcho: true)
    }

    /// The person's phone has it (Messenger only).
    func delivery(of message: Message) -> WireJSON {
        event(
            [
                .init(
                    key: "delivery",
                    value: [
                        "mids": [.string(message.id)], "watermark": .integer(Self.milliseconds(message.sentAt)),
                    ])
            ], hasTimestamp: false)
    }

    /// The person has seen everything up to a message.
    func read(_ message: Message) -> WireJSON {
        let value: WireJSON =
            endpoint.product == .instagram
            ? ["mid": .string(message.id)] : ["watermark": .integer(Self.milliseconds(message.sentAt))]
        return event([.init(key: "read", value: value)])
    }

    /// A message was changed (Messenger) or taken back (Instagram); both keep its `mid`.
    func edit(of message: Message, text: String) -> WireJSON {
        event([
            .init(
                key: "message_edit",
                value: [
                    "mid": .string(message.id), "text": .string(text),
                    "num_edit": .integer(Int64(message.editCount ?? 1)),
                ])
        ])
    }

    func unsend(_ id: String) -> WireJSON {
        event([.init(key: "message", value: ["mid": .string(id), "is_deleted": true])])
    }

    private static func name(ofReaction emoji: String, _ product: Product) -> String {
        switch emoji {
        case "❤️", "❤", "😍": "love"
        case "😆", "😂": product == .instagram ? "laugh" : "smile"
        case "😊", "🙂": product == .instagram ? "other" : "smile"
        case "😮": "wow"
        case "😢": "sad"
        case "😠", "😡": "angry"
        case "👍": "like"
        case "👎": product == .instagram ? "other" : "dislike"
        default: "other"
        }
    }

    static func milliseconds(_ date: Date) -> Int64 { Int64(date.timeIntervalSince1970 * 1000) }
}
