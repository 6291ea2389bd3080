#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The bodies of WhatsApp webhooks, with keys in the order in which Meta sends them.
enum WebhookPayload {
    /// A person's message: `value.messages[]`.
    ///
    /// - Parameters:
    ///   - replyTo: The quoted message, which becomes `context`.
    ///   - person: The writer's profile; without one only the number is known.
    ///   - media: What is known of the file that it carries.
    static func inboundMessage(
        id: String, content: MessageContent, replyTo: Message?, at now: Date,
        from person: Person?, waID: String, to number: BusinessNumber, media: MediaItem? = nil,
        extras: [WireJSON.Member] = []
    ) -> WireJSON {
        var message: [WireJSON.Member] = [
            .init(key: "from", value: .string(waID)),
            .init(key: "id", value: .string(id)),
            .init(key: "timestamp", value: .string(seconds(now))),
        ]
        message += members(of: content, media: media, at: now)
        if let replyTo {
            let author = replyTo.direction == .fromBusiness ? number.digits : waID
            message.append(.init(key: "context", value: ["from": .string(author), "id": .string(replyTo.id)]))
        }
        message += extras
        return envelope(
            number: number, contacts: person.map { [contact($0)] } ?? [],
            events: .init(key: "messages", value: [.object(message)]))
    }

    /// A person changed an earlier message: type `edit`, with an id of its own.
    static func edit(
        _ original: Message, id: String, at now: Date, from person: Person?, waID: String, to number: BusinessNumber
    ) -> WireJSON {
        let edit: WireJSON = [
            "original_message_id": .string(original.id), "message": .object(members(of: original.content, media: nil, at: now)),
        ]
        return event("edit", edit, id: id, at: now, from: person, waID: waID, to: number)
    }

    /// A person took an earlier message back: type `revoke`.
    static func revoke(
        _ originalID: String, id: String, at now: Date, from person: Person?, waID: String, to number: BusinessNumber
    ) -> WireJSON {
        event(
            "revoke", ["original_message_id": .string(originalID)], id: id, at: now, from: person, waID: waID,
            to: number)
    }

    private static func event(
        _ type: String, _ value: WireJSON, id: String, at now: Date, from person: Person?, waID: String,
        to number: BusinessNumber
    ) -> WireJSON {
        let message = WireJSON.object([
            .init(key: "from", value: .string(waID)), .init(key: "id", value: .string(id)),
            .init(key: "timestamp", value: .string(seconds(now))), .init(key: "type", value: .string(type)),
            .init(key: type, value: value),
        ])
        return envelope(
            number: number, contacts: person.map { [contact($0)] } ?? [],
            events: .init(key: "messages", value: [message]))
    }

    /// The person's number or security code changed: type `system`.
    static func system(
        _ system: WireJSON, identity: WireJSON?, id: String, at now: Date, person: Person?, waID: String,
        to number: BusinessNumber
    ) -> WireJSON {
        let message = WireJSON.object(dropping: [
            "from": .string(waID), "id": .string(id), "timestamp": .string(seconds(now)), "type": "system",
            "system": system, "identity": identity,
        ])
        // A change of number comes without `contacts`, one of the security code with them.
        return envelope(
            number: number, contacts: identity == nil ? [] : person.map { [contact($0)] } ?? [],
            events: .init(key: "messages", value: [message]))
    }

    /// A person stops or resumes marketing: field `user_preferences`.
    static func marketingPreference(
        isStopped: Bool, at now: Date, person: Person, to number: BusinessNumber
    ) -> WireJSON {
        let preference: WireJSON = [
            "wa_id": .string(person.waID), "user_id": .string(person.userID),
            "detail": .string("User requested to \(isStopped ? "stop" : "resume") marketing messages"),
            "category": "marketing_messages", "value": isStopped ? "stop" : "resume",
            "timestamp": .integer(Int64(now.timeIntervalSince1970)),
        ]
        return envelope(
            number: number, contacts: [contact(person)],
            events: .init(key: "user_preferences", value: [preference]), field: "user_preferences")
    }

    /// A step of a message that the business sent: `value.statuses[]`.
    ///
    /// `pricing` comes with `sent` and `delivered`; free-form answers inside the window are service messages, which
    /// cost nothing. `contacts` is there when the recipient is known to WhatsApp.
    static func status(
        of message: Message, at now: Date, recipient: Person?, waID: String, number: BusinessNumber,
        isWindowOpen: Bool = true
    ) -> WireJSON {
        var status: [WireJSON.Member] = [
            .init(key: "id", value: .string(message.id)),
            .init(key: "status", value: .string(message.status.rawValue)),
            .init(key: "timestamp", value: .string(seconds(now))),
            .init(key: "recipient_id", value: .string(waID)),
        ]
        if let data = message.opaqueCallbackData {
            status.append(.init(key: "biz_opaque_callback_data", value: .string(data)))
        }
        if message.status == .sent || message.status == .delivered {
            status.append(.init(key: "pricing", value: pricing(of: message, isWindowOpen: isWindowOpen)))
        }
        if let failure = message.failure {
            status.append(.init(key: "errors", value: [errorObject(failure)]))
        }
        let isKnown = recipient?.isReachable == true
        return envelope(
            number: number, contacts: isKnown ? recipient.map { [contact($0)] } ?? [] : [],
            events: .init(key: "statuses", value: [.object(status)]))
    }

    /// A change of an account, a number or a template: no messages, the WABA's id and a time.
    static func account(_ accountID: String, field: String, value: WireJSON, at now: Date) -> WireJSON {
        [
            "object": "whatsapp_business_account",
            "entry": [
                [
                    "id": .string(accountID), "time": .integer(Int64(now.timeIntervalSince1970)),
                    "changes": [["value": value, "field": .string(field)]],
                ]
            ],
        ]
    }

    private static func pricing(of message: Message, isWindowOpen: Bool) -> WireJSON {
        guard case .cards(let cards) = message.content, let category = cards.first?.templateCategory else {
            return [
                "billable": false, "pricing_model": "PMP", "category": "service", "type": "free_customer_service",
            ]
        }
        let isFree = category == .utility && isWindowOpen
        return [
            "billable": .bool(!isFree), "pricing_model": "PMP", "category": .string(category.rawValue.lowercased()),
            "type": isFree ? "free_customer_service" : "regular",
        ]
    }

    static func errorObject(_ failure: DeliveryFailure) -> WireJSON {
        [
            "code": .integer(Int64(failure.code)), "title": .string(failure.title),
            "message": .string(failure.title), "error_data": ["details": .string(failure.details)],
            "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
        ]
    }

    static func contact(_ person: Person) -> WireJSON {
        [
            "profile": ["name": .string(person.name)], "wa_id": .string(person.waID),
            "user_id": .string(person.userID),
        ]
    }

    static func envelope(
        number: BusinessNumber, contacts: [WireJSON], events: WireJSON.Member, field: String = "messages"
    ) -> WireJSON {
        var value: [WireJSON.Member] = [
            .init(key: "messaging_product", value: "whatsapp"),
            .init(
                key: "metadata",
                value: [
                    "display_phone_number": .string(number.digits), "phone_number_id": .string(number.id),
                ]),
        ]
        if !contacts.isEmpty { value.append(.init(key: "contacts", value: .array(contacts))) }
        value.append(events)
        return [
            "object": "whatsapp_business_account",
            "entry": [
                [
                    "id": .string(number.accountID),
                    "changes": [["value": .object(value), "field": .string(field)]],
                ]
            ],
        ]
    }

    private static func seconds(_ date: Date) -> String {
        String(Int64(date.timeIntervalSince1970))
    }
}
