#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The world as the control API shows it.
struct ControlRendering: Sendable {
    let configuration: SandboxConfiguration

    func state(_ world: World, now: Date) -> WireJSON {
        [
            "app_id": .string(configuration.appID), "now": .string(Self.time(now)),
            "clock_offset": .double(world.clockOffset),
            "app_subscriptions": .array(
                WebhookObject.fields.compactMap { world.appSubscriptions[$0.object] }.map { row in
                    [
                        "object": .string(row.object), "callback_url": .string(row.callbackURL),
                        "fields": .array(row.fields.map { .string($0) }),
                    ]
                }),
            "accounts": .array(
                configuration.directory.accounts.map { account in
                    let subscription = world.accountSubscriptions[account.id]
                    var route: WireJSON = .null
                    if case .callback(let url) = world.route(forAccount: account.id) { route = .string(url) }
                    return [
                        "id": .string(account.id), "name": .string(account.name),
                        "subscribed": .bool(subscription != nil), "delivers_to": route,
                    ]
                }),
            "waiting_deliveries": .integer(Int64(world.outbox.count)),
            "messages": .integer(Int64(world.conversations.values.reduce(0) { $0 + $1.messages.count })),
            "tokens": .integer(Int64(world.tokens.count)),
        ]
    }

    func people() -> WireJSON {
        [
            "data": .array(
                configuration.directory.people.map { person in
                    [
                        "wa_id": .string(person.waID), "name": .string(person.name),
                        "user_id": .string(person.userID), "reachable": .bool(person.isReachable),
                    ]
                })
        ]
    }

    func numbers() -> WireJSON {
        [
            "data": .array(
                configuration.directory.numbers.map { number in
                    [
                        "id": .string(number.id), "account": .string(number.accountID),
                        "display_phone_number": .string(number.displayPhoneNumber),
                        "verified_name": .string(number.verifiedName), "status": .string(number.status),
                    ]
                })
        ]
    }

    func messages(_ world: World, person: String?, number: String?) -> WireJSON {
        let rows = world.conversations
            .filter { (person ?? $0.key.person) == $0.key.person && (number ?? $0.key.number) == $0.key.number }
            .flatMap { chat, conversation in conversation.messages.map { (chat, $0) } }
            .sorted { ($0.1.sentAt, $0.1.id) < ($1.1.sentAt, $1.1.id) }
        return ["data": .array(rows.map { Self.message($0.1, in: $0.0) })]
    }

    private static func message(_ message: Message, in chat: ChatID) -> WireJSON {
        let text: WireJSON =
            switch message.content {
            case .text(let body): .string(body)
            }
        return .object(dropping: [
            "id": .string(message.id),
            "person": .string(chat.person),
            "number": .string(chat.number),
            "direction": message.direction == .fromPerson ? "from_person" : "from_business",
            "type": "text",
            "text": text,
            "status": .string(message.status.rawValue),
            "error_code": message.failure.map { .integer(Int64($0.code)) },
            "reply_to": message.replyTo.map { .string($0) },
            "biz_opaque_callback_data": message.opaqueCallbackData.map { .string($0) },
            "sent_at": .string(time(message.sentAt)),
        ])
    }

    func deliveries(_ world: World) -> WireJSON {
        ["data": .array((world.deliveryLog + world.outbox).sorted { $0.id < $1.id }.map(Self.delivery))]
    }

    private static func delivery(_ delivery: Delivery) -> WireJSON {
        .object(dropping: [
            "id": .integer(Int64(delivery.id)),
            "account": .string(delivery.accountID),
            "summary": .string(delivery.summary),
            "state": .string(delivery.state.rawValue),
            "note": delivery.note.map { .string($0) },
            "url": delivery.lastURL.map { .string($0) },
            "created_at": .string(time(delivery.createdAt)),
            "next_attempt_at": delivery.state == .waiting ? .string(time(delivery.nextAttemptAt)) : nil,
            "attempts": .array(
                delivery.attempts.map { attempt in
                    .object(dropping: [
                        "at": .string(time(attempt.at)),
                        "status": attempt.status.map { .integer(Int64($0)) },
                        "problem": attempt.problem.map { .string($0) },
                    ])
                }),
            "body": .string(delivery.body),
        ])
    }

    func tokens(_ world: World, now: Date) -> WireJSON {
        [
            "data": .array(
                world.tokens.values.sorted { $0.issuedAt < $1.issuedAt }.map { token in
                    .object(dropping: [
                        "token": .string(token.value),
                        "user_id": .string(token.grant.userID),
                        "scopes": .array(token.grant.scopes.map { .string($0.rawValue) }),
                        "long_lived": .bool(token.isLongLived),
                        "expires_at": .string(Self.time(token.expiresAt)),
                        "valid": .bool(token.revocation == nil && token.expiresAt > now),
                        "revoked_subcode": token.revocation.map { .integer(Int64($0.rawValue)) },
                    ])
                })
        ]
    }

    private static func time(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}
