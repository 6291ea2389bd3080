#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension World {
    /// The world in which a sandbox starts: nothing has happened but what people had written before.
    init(opening directory: Directory, at now: Date) {
        for opening in directory.openings {
            let chat = ChatID(person: opening.person, number: opening.number)
            let date = now.addingTimeInterval(-60 * TimeInterval(opening.minutesBefore))
            append(
                Message(
                    id: Sandbox.newMessageID(), direction: .fromPerson, sentAt: date, content: .text(opening.text),
                    status: .sent),
                to: chat)
            conversations[chat, default: Conversation()].lastInboundAt = date
        }
    }

    /// A person writes to a business number: the message is stored, the 24-hour window opens, and the app is told.
    ///
    /// When the app is not subscribed nothing is sent and nothing will be: Meta keeps no events for later subscribers.
    mutating func personSends(
        _ content: MessageContent, id: String, replyTo: String? = nil, in chat: ChatID,
        at now: Date, rules: Rules
    ) {
        append(
            Message(id: id, direction: .fromPerson, sentAt: now, content: content, status: .sent, replyTo: replyTo),
            to: chat)
        conversations[chat, default: Conversation()].lastInboundAt = now
        guard let number = rules.directory.number(chat.number) else { return }
        let payload = WebhookPayload.inboundMessage(
            id: id, content: content, replyTo: replyTo.flatMap { self.message($0)?.message }, at: now,
            from: rules.directory.person(chat.person), waID: chat.person, to: number)
        enqueue(
            payload, summary: "message from +\(chat.person)", accountID: number.accountID,
            inbound: .init(chat: chat, messageID: id), at: now)
    }

    /// A business sends to a number: accepted at once; what becomes of it is decided now and happens later.
    ///
    /// - Parameter person: The recipient, or `nil` for a number that nobody of the directory has.
    mutating func businessSends(_ message: Message, to person: Person?, in chat: ChatID, at now: Date, rules: Rules) {
        let isWindowOpen = conversations[chat]?.isWindowOpen(at: now) ?? false
        append(message, to: chat)
        conversations[chat, default: Conversation()].typingUntil = nil
        func schedule(_ status: MessageStatus, after seconds: TimeInterval, failure: DeliveryFailure? = nil) {
            pendingStatuses.append(
                PendingStatus(
                    chat: chat, messageID: message.id, status: status, failure: failure,
                    dueAt: now.addingTimeInterval(seconds / rules.speed)))
        }
        if person?.isReachable != true {
            schedule(.failed, after: Rules.untilSent, failure: .undeliverable)
        } else if !isWindowOpen {
            schedule(.failed, after: Rules.untilSent, failure: .windowClosed)
        } else {
            schedule(.sent, after: Rules.untilSent)
            schedule(.delivered, after: Rules.untilDelivered)
        }
    }

    /// Lets every due status happen. Messages that arrive in a chat that is open on the phone are read at once.
    ///
    /// - Returns: Whether anything changed.
    mutating func advance(to now: Date, openChats: Set<ChatID>, rules: Rules) -> Bool {
        let due = pendingStatuses.filter { $0.dueAt <= now }.sorted { $0.dueAt < $1.dueAt }
        guard !due.isEmpty else { return false }
        pendingStatuses.removeAll { $0.dueAt <= now }
        for step in due {
            move(step.messageID, in: step.chat, to: step.status, failure: step.failure, at: now, rules: rules)
        }
        for chat in openChats { personReads(chat, at: now, rules: rules) }
        return true
    }

    /// The person looks at the chat: everything that had been delivered is read, and the app is told of each.
    mutating func personReads(_ chat: ChatID, at now: Date, rules: Rules) {
        let unread = conversations[chat]?.messages.filter { $0.direction == .fromBusiness && $0.status == .delivered }
        for message in unread ?? [] {
            move(message.id, in: chat, to: .read, at: now, rules: rules)
        }
    }

    /// The business marks a person's message as read, and with it the older ones of the chat.
    mutating func businessReads(_ messageID: String, in chat: ChatID) {
        guard let last = conversations[chat]?.messages.lastIndex(where: { $0.id == messageID }) else { return }
        for index in 0...last where conversations[chat]?.messages[index].direction == .fromPerson {
            conversations[chat]?.messages[index].status = .read
        }
    }

    private mutating func move(
        _ messageID: String, in chat: ChatID, to status: MessageStatus,
        failure: DeliveryFailure? = nil, at now: Date, rules: Rules
    ) {
        var moved: Message?
        update(messageID, in: chat) { message in
            guard message.status < status else { return }
            message.status = status
            message.failure = failure
            moved = message
        }
        guard let moved, let number = rules.directory.number(chat.number) else { return }
        let payload = WebhookPayload.status(
            of: moved, at: now, recipient: rules.directory.person(chat.person), waID: chat.person, number: number)
        enqueue(
            payload, summary: "status \(status.rawValue) to +\(chat.person)", accountID: number.accountID,
            inbound: nil, at: now)
    }
}
