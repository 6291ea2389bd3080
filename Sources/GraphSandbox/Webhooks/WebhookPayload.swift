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
    static func inboundMessage(
        id: String, content: MessageContent, replyTo: Message?, at now: Date,
        from person: Person?, waID: String, to number: BusinessNumber
    ) -> WireJSON {
        var message: [WireJSON.Member] = [
            .init(key: "from", value: .string(waID)),
            .init(key: "id", value: .string(id)),
            .init(key: "timestamp", value: .string(seconds(now))),
        ]
        switch content {
        case .text(let body):
            message.append(.init(key: "type", value: "text"))
            message.append(.init(key: "text", value: ["body": .string(body)]))
        }
        if let replyTo {
            let author = replyTo.direction == .fromBusiness ? number.digits : waID
            message.append(.init(key: "context", value: ["from": .string(author), "id": .string(replyTo.id)]))
        }
        return envelope(
            number: number, contacts: person.map { [contact($0)] } ?? [],
            events: .init(key: "messages", value: [.object(message)]))
    }

    /// A step of a message that the business sent: `value.statuses[]`.
    ///
    /// `pricing` comes with `sent` and `delivered`; free-form answers inside the window are service messages, which
    /// cost nothing. `contacts` is there when the recipient is known to WhatsApp.
    static func status(
        of message: Message, at now: Date, recipient: Person?, waID: String, number: BusinessNumber
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
            status.append(
                .init(
                    key: "pricing",
                    value: [
                        "billable": false, "pricing_model": "PMP", "category": "service",
                        "type": "free_customer_service",
                    ]))
        }
        if let failure = message.failure {
            status.append(.init(key: "errors", value: [errorObject(failure)]))
        }
        let isKnown = recipient?.isReachable == true
        return envelope(
            number: number, contacts: isKnown ? recipient.map { [contact($0)] } ?? [] : [],
            events: .init(key: "statuses", value: [.object(status)]))
    }

    private static func errorObject(_ failure: DeliveryFailure) -> WireJSON {
        [
            "code": .integer(Int64(failure.code)), "title": .string(failure.title),
            "message": .string(failure.title), "error_data": ["details": .string(failure.details)],
            "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
        ]
    }

    private static func contact(_ person: Person) -> WireJSON {
        [
            "profile": ["name": .string(person.name)], "wa_id": .string(person.waID),
            "user_id": .string(person.userID),
        ]
    }

    private static func envelope(number: BusinessNumber, contacts: [WireJSON], events: WireJSON.Member) -> WireJSON {
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
                ["id": .string(number.accountID), "changes": [["value": .object(value), "field": "messages"]]]
            ],
        ]
    }

    private static func seconds(_ date: Date) -> String {
        String(Int64(date.timeIntervalSince1970))
    }
}
