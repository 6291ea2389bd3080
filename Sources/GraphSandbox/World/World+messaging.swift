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
            let product = directory.endpoint(opening.number)?.product ?? .whatsApp
            let date = now.addingTimeInterval(-60 * TimeInterval(opening.minutesBefore))
            append(
                Message(
                    id: Sandbox.newMessageID(product), direction: .fromPerson, sentAt: date,
                    content: .text(opening.text), status: .sent),
                to: chat)
            conversations[chat, default: Conversation()].lastInboundAt = date
        }
        seedTemplates(of: directory)
    }

    /// Where a chat's business end is now.
    func endpoint(_ chat: ChatID, rules: Rules) -> Endpoint? {
        if let state = numbers[chat.number] { return .number(state.number) }
        return rules.directory.endpoint(chat.number)
    }

    /// A person writes to a business: the message is stored, the 24-hour window opens, and the app is told.
    ///
    /// When the app is not subscribed nothing is sent and nothing will be: Meta keeps no events for later subscribers.
    mutating func personSends(
        _ content: MessageContent, id: String, replyTo: String? = nil, extras: [WireJSON.Member] = [],
        in chat: ChatID, at now: Date, rules: Rules
    ) {
        append(
            Message(id: id, direction: .fromPerson, sentAt: now, content: content, status: .sent, replyTo: replyTo),
            to: chat)
        conversations[chat, default: Conversation()].lastInboundAt = now
        guard let endpoint = endpoint(chat, rules: rules) else { return }
        let quoted = replyTo.flatMap { self.message($0)?.message }
        var item: MediaItem?
        if case .media(let content) = content { item = content.mediaID.flatMap { media[$0] } }
        let inbound = Delivery.InboundReference(chat: chat, messageID: id)
        switch endpoint {
        case .number(let number):
            let payload = WebhookPayload.inboundMessage(
                id: id, content: content, replyTo: quoted, at: now, from: rules.directory.person(chat.person),
                waID: chat.person, to: number, media: item, extras: extras)
            tell(endpoint, payload, "message from +\(chat.person)", inbound: inbound, at: now, rules: rules)
        case .page, .instagram:
            guard let personID = rules.directory.person(chat.person)?.scopedIDs[endpoint.id] else { return }
            let payload = MessagingPayload(endpoint: endpoint, personID: personID, now: now)
                .inbound(
                    id: id, content: content, replyTo: quoted, attachmentURL: item.map(rules.addresses.attachment))
            let field: String
            switch content {
            case .reaction: field = "message_reactions"
            case .press(let press) where press.source == .postback: field = "messaging_postbacks"
            default: field = "messages"
            }
            tell(
                endpoint, payload, "\(content.kind) from \(personID)", field: field, inbound: inbound, at: now,
                rules: rules)
        }
    }

    /// Puts a webhook about a chat's business end into the outbox.
    mutating func tell(
        _ endpoint: Endpoint, _ payload: WireJSON, _ summary: String, field: String = "messages",
        inbound: Delivery.InboundReference? = nil, at now: Date, rules: Rules
    ) {
        var topic: Topic
        switch endpoint {
        case .number(let number):
            topic = Topic(subscriberID: number.accountID, field: field)
            topic.numberID = number.id
        case .page(let page): topic = Topic(object: "page", subscriberID: page.id, field: field)
        case .instagram(_, let page): topic = Topic(object: "instagram", subscriberID: page.id, field: field)
        }
        enqueue(payload, summary: summary, topic: topic, inbound: inbound, at: now, speed: rules.speed)
    }

    /// A business sends to a person: accepted at once; what becomes of it is decided now and happens later.
    ///
    /// - Parameter person: The recipient, or `nil` for a number that nobody of the directory has.
    mutating func businessSends(_ message: Message, to person: Person?, in chat: ChatID, at now: Date, rules: Rules) {
        let failure = failure(of: message, to: person, in: chat, at: now, rules: rules)
        append(message, to: chat)
        conversations[chat, default: Conversation()].typingUntil = nil
        func schedule(_ status: MessageStatus, after seconds: TimeInterval, failure: DeliveryFailure? = nil) {
            pendingStatuses.append(
                PendingStatus(
                    chat: chat, messageID: message.id, status: status, failure: failure,
                    dueAt: now.addingTimeInterval(seconds / rules.speed)))
        }
        if let failure {
            schedule(.failed, after: Rules.untilSent, failure: failure)
            return
        }
        schedule(.sent, after: Rules.untilSent)
        // Reactions report nothing beyond that.
        if case .reaction = message.content { return }
        schedule(.delivered, after: Rules.untilDelivered)
    }

    /// Why a message will not arrive although it was accepted, in the order in which Meta looks.
    private func failure(
        of message: Message, to person: Person?, in chat: ChatID, at now: Date, rules: Rules
    ) -> DeliveryFailure? {
        if let scripted = message.scriptedFailure { return scripted }
        if person?.isReachable != true || conversations[chat]?.isBlocked == true { return .undeliverable }
        var template: TemplateCategory?
        if case .cards(let cards) = message.content { template = cards.first?.templateCategory }
        if template == .marketing, conversations[chat]?.hasStoppedMarketing == true { return .stoppedMarketing }
        let isWindowOpen = conversations[chat]?.isWindowOpen(at: now) ?? false
        // The other two products refuse at once what is outside their window.
        if endpoint(chat, rules: rules)?.product == .whatsApp, template == nil, !isWindowOpen { return .windowClosed }
        return nil
    }

    /// Lets everything happen that is due: statuses, and decisions about templates. Messages that arrive in a chat that
    /// is open on the phone are read at once.
    ///
    /// - Returns: Whether anything changed.
    mutating func advance(to now: Date, openChats: Set<ChatID>, rules: Rules) -> Bool {
        let hasReviewed = review(at: now, rules: rules)
        let hasMovedGroups = advanceGroups(to: now, rules: rules)
        let due = pendingStatuses.filter { $0.dueAt <= now }.sorted { $0.dueAt < $1.dueAt }
        guard !due.isEmpty else { return hasReviewed || hasMovedGroups }
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
        guard let moved, let endpoint = endpoint(chat, rules: rules) else { return }
        if case .number(let number) = endpoint {
            let payload = WebhookPayload.status(
                of: moved, at: now, recipient: rules.directory.person(chat.person), waID: chat.person, number: number,
                isWindowOpen: conversations[chat]?.isWindowOpen(at: now) ?? false)
            tell(endpoint, payload, "status \(status.rawValue) to +\(chat.person)", at: now, rules: rules)
        } else {
            report(moved, of: endpoint, in: chat, at: now, rules: rules)
        }
    }

    /// Messenger and Instagram: the message comes back as an echo, and is then delivered and read.
    private mutating func report(
        _ message: Message, of endpoint: Endpoint, in chat: ChatID, at now: Date, rules: Rules
    ) {
        guard let personID = rules.directory.person(chat.person)?.scopedIDs[endpoint.id] else { return }
        let events = MessagingPayload(endpoint: endpoint, personID: personID, now: now)
        let isInstagram = endpoint.product == .instagram
        switch message.status {
        case .sent:
            if case .reaction = message.content { return }
            var url: String?
            if case .media(let content) = message.content {
                url = content.mediaID.flatMap { media[$0] }.map(rules.addresses.attachment)
            }
            tell(
                endpoint, events.echo(of: message, appID: rules.appID, attachmentURL: url), "echo to \(personID)",
                field: isInstagram ? "messages" : "message_echoes", at: now, rules: rules)
        case .delivered where !isInstagram:
            tell(
                endpoint, events.delivery(of: message), "delivery to \(personID)", field: "message_deliveries",
                at: now, rules: rules)
        case .read:
            tell(
                endpoint, events.read(message), "read by \(personID)",
                field: isInstagram ? "messaging_seen" : "message_reads", at: now, rules: rules)
        case .accepted, .delivered, .failed: break
        }
    }
}
