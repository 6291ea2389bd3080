import Cryptography
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WebhookPayload {
    /// `type` and the object of that name, for what a person can send on WhatsApp.
    static func members(of content: MessageContent, media: MediaItem?, at now: Date) -> [WireJSON.Member] {
        func members(_ type: String, _ value: WireJSON) -> [WireJSON.Member] {
            [.init(key: "type", value: .string(type)), .init(key: type, value: value)]
        }
        switch content {
        case .text(let body): return members("text", ["body": .string(body)])
        case .media(let content): return members(content.kind.rawValue, object(of: content, media: media))
        case .location(let place):
            return members(
                "location",
                .object(dropping: [
                    "latitude": .double(place.latitude), "longitude": .double(place.longitude),
                    "name": place.name.map { .string($0) }, "address": place.address.map { .string($0) },
                ]))
        case .contacts(let cards): return members("contacts", .array(cards.map(\.wire)))
        case .press(let press): return Self.members(of: press, at: now)
        case .reaction(let reaction):
            // Taking a reaction back leaves the emoji out.
            return members(
                "reaction",
                .object(dropping: [
                    "message_id": .string(reaction.messageID),
                    "emoji": reaction.emoji.isEmpty ? nil : .string(reaction.emoji),
                ]))
        case .order(let order):
            return members(
                "order",
                .object(dropping: [
                    "catalog_id": .string(order.catalogID), "text": order.note.map { .string($0) },
                    "product_items": .array(
                        order.items.map { item in
                            [
                                "product_retailer_id": .string(item.productID),
                                "quantity": .integer(Int64(item.quantity)), "item_price": .double(item.price),
                                "currency": .string(item.currency),
                            ]
                        }),
                ]))
        case .unsupported(let kind):
            let error: WireJSON = [
                "code": 131_051, "title": "Message type unknown", "message": "Message type unknown",
                "error_data": ["details": "Message type is currently not supported."],
            ]
            return [
                .init(key: "type", value: "unsupported"),
                .init(key: "errors", value: [error]),
                .init(key: "unsupported", value: ["type": .string(kind)]),
            ]
        case .cards, .comment:
            // People do not send cards; what a business sent is never repeated in an inbound webhook.
            return [.init(key: "type", value: "unsupported")]
        }
    }

    private static func object(of content: MediaContent, media: MediaItem?) -> WireJSON {
        let sum = media.flatMap { Hex.decode($0.sha256) }.map { Data($0).base64EncodedString() }
        return .object(dropping: [
            "caption": content.caption.map { .string($0) },
            "filename": content.filename.map { .string($0) },
            "mime_type": .string(content.isVoice ? "audio/ogg; codecs=opus" : content.mimeType),
            "sha256": sum.map { .string($0) },
            "id": content.mediaID.map { .string($0) },
            "voice": content.kind == .audio ? .bool(content.isVoice) : nil,
            "animated": content.kind == .sticker ? false : nil,
        ])
    }

    private static func members(of press: Press, at now: Date) -> [WireJSON.Member] {
        let value: WireJSON
        switch press.source {
        case .templateButton:
            return [
                .init(key: "type", value: "button"),
                .init(key: "button", value: ["payload": .string(press.payload), "text": .string(press.title)]),
            ]
        case .form:
            value = ["name": "flow", "body": .string(press.title), "response_json": .string(press.payload)]
        case .address:
            value = ["name": "address_message", "body": .string(press.title), "response_json": .string(press.payload)]
        case .callPermission:
            let isAccepted = press.payload == "accept"
            value = .object(dropping: [
                "response": .string(press.payload), "is_permanent": isAccepted ? false : nil,
                "expiration_timestamp": isAccepted ? .integer(Int64(now.timeIntervalSince1970) + 7 * 86_400) : nil,
                "response_source": "user_action",
            ])
        default:
            value = .object(dropping: [
                "id": .string(press.payload), "title": .string(press.title),
                "description": press.description.map { .string($0) },
            ])
        }
        let kind: Press.Source =
            switch press.source {
            case .form, .address: .form
            case .listReply, .callPermission: press.source
            default: .buttonReply
            }
        return [
            .init(key: "type", value: "interactive"),
            .init(
                key: "interactive",
                value: .object([
                    .init(key: "type", value: .string(kind.rawValue)), .init(key: kind.rawValue, value: value),
                ])),
        ]
    }
}
