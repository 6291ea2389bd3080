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
            "pages": .array(
                configuration.directory.pages.map { page in
                    [
                        "id": .string(page.id), "name": .string(page.name),
                        "subscribed": .bool(world.pageSubscriptions[page.id] != nil),
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
                        "scoped_ids": .object(
                            person.scopedIDs.sorted { $0.key < $1.key }.map {
                                .init(key: $0.key, value: .string($0.value))
                            }),
                    ]
                })
        ]
    }

    func numbers(_ world: World) -> WireJSON {
        [
            "data": .array(
                world.current(configuration.directory).numbers.map { number in
                    .object(dropping: [
                        "id": .string(number.id), "account": .string(number.accountID),
                        "display_phone_number": .string(number.displayPhoneNumber),
                        "verified_name": .string(number.verifiedName), "status": .string(number.status),
                        "quality_rating": .string(number.qualityRating),
                        "verification_code": world.numbers[number.id]?.verificationCode.map { .string($0) },
                    ])
                })
        ]
    }

    func pages() -> WireJSON {
        [
            "data": .array(
                configuration.directory.pages.map { page in
                    .object(dropping: [
                        "id": .string(page.id), "name": .string(page.name),
                        "instagram": page.instagram.map {
                            ["id": .string($0.id), "username": .string($0.username)]
                        },
                        "people": .object(
                            configuration.directory.people.compactMap { person in
                                person.scopedIDs[page.id].map { .init(key: person.waID, value: .string($0)) }
                            }),
                        "instagram_people": page.instagram.map { account in
                            .object(
                                configuration.directory.people.compactMap { person in
                                    person.scopedIDs[account.id].map { .init(key: person.waID, value: .string($0)) }
                                })
                        },
                    ])
                })
        ]
    }

    func templates(_ world: World) -> WireJSON {
        [
            "data": .array(
                world.templates.map { template in
                    [
                        "id": .string(template.id), "account": .string(template.accountID),
                        "name": .string(template.name), "language": .string(template.language),
                        "category": .string(template.category.rawValue), "status": .string(template.status.rawValue),
                    ]
                }),
            "review": .string(world.reviewMode.rawValue),
        ]
    }

    func habits(_ habits: WebhookHabits) -> WireJSON {
        [
            "batch": .integer(Int64(habits.batch)), "duplicate": .bool(habits.duplicates),
            "reorder": .bool(habits.reorders), "delay": .double(habits.delay),
            "signature": .string(habits.signature.rawValue), "unescaped": .bool(habits.isUnescaped),
            "unknown_keys": .bool(habits.addsUnknownKeys), "paused": .bool(habits.isPaused),
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
        let text: String? =
            switch message.content {
            case .text(let body): body
            case .media(let media): media.caption
            case .cards(let cards): cards.first?.body
            case .press(let press): press.title
            case .comment(let comment): comment.text
            default: nil
            }
        var facts: WireJSON?
        switch message.content {
        case .media(let media):
            facts = .object(dropping: [
                "id": media.mediaID.map { .string($0) }, "mime_type": .string(media.mimeType),
                "filename": media.filename.map { .string($0) }, "voice": .bool(media.isVoice),
            ])
        case .cards(let cards): facts = .array(cards.map(card))
        case .press(let press): facts = ["payload": .string(press.payload), "title": .string(press.title)]
        case .reaction(let reaction):
            facts = ["message_id": .string(reaction.messageID), "emoji": .string(reaction.emoji)]
        case .location(let place): facts = ["latitude": .double(place.latitude), "longitude": .double(place.longitude)]
        case .contacts(let cards): facts = .array(cards.map(\.wire))
        case .comment(let comment): facts = ["post": .string(comment.postID)]
        case .text, .order, .unsupported: break
        }
        return .object(dropping: [
            "id": .string(message.id),
            "person": .string(chat.person),
            "number": .string(chat.number),
            "direction": message.direction == .fromPerson ? "from_person" : "from_business",
            "type": .string(message.content.kind),
            "text": text.map { .string($0) },
            "content": facts,
            "quick_replies": message.quickReplies.map { .array($0.map { .string($0.title) }) },
            "status": .string(message.status.rawValue),
            "error_code": message.failure.map { .integer(Int64($0.code)) },
            "reply_to": message.replyTo.map { .string($0) },
            "edited": message.editCount.map { .integer(Int64($0)) },
            "deleted": message.isDeleted.map { .bool($0) },
            "biz_opaque_callback_data": message.opaqueCallbackData.map { .string($0) },
            "metadata": message.metadata.map { .string($0) },
            "sent_at": .string(time(message.sentAt)),
        ])
    }

    private static func card(_ card: Card) -> WireJSON {
        .object(dropping: [
            "title": card.title.map { .string($0) }, "body": card.body.map { .string($0) },
            "footer": card.footer.map { .string($0) }, "media": card.media?.mediaID.map { .string($0) },
            "buttons": card.buttons.isEmpty ? nil : .array(card.buttons.map { .string($0.title) }),
            "rows": card.list.map { .array($0.sections.flatMap(\.rows).map { .string($0.title) }) },
            "template": card.templateName.map { .string($0) },
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
                world.tokens.values.sorted {
                    ($0.issuedAt, $0.pageID ?? "", $0.value) < ($1.issuedAt, $1.pageID ?? "", $1.value)
                }.map { token in
                    .object(dropping: [
                        "token": .string(token.value), "type": .string(token.type),
                        "user_id": .string(token.grant.userID),
                        "scopes": .array(token.grant.scopes.map { .string($0.rawValue) }),
                        "long_lived": .bool(token.isLongLived),
                        "expires_at": token.isEverlasting ? nil : .string(Self.time(token.expiresAt)),
                        "page": token.pageID.map { .string($0) },
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
