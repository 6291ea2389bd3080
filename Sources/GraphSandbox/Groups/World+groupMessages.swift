#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Messages in groups: one for all, with a status for each.
extension World {
    /// Somebody writes in a group that they are in.
    mutating func personSends(
        _ content: MessageContent, id: String, replyTo: String? = nil, extras: [WireJSON.Member] = [], as waID: String,
        inGroup groupID: String, at now: Date, rules: Rules
    ) {
        guard let group = groups[groupID], let number = number(of: group, rules: rules) else { return }
        append(
            GroupMessage(id: id, author: waID, sentAt: now, content: content, status: .sent, replyTo: replyTo), to: groupID)
        groups[groupID]?.lastInboundAt = now
        var context: [WireJSON.Member] = []
        if let quoted = replyTo.flatMap({ id in group.messages.first { $0.id == id } }) {
            context.append(
                .init(
                    key: "context",
                    value: ["from": .string(quoted.author ?? number.digits), "id": .string(quoted.id), "group_id": .string(groupID)]))
        }
        var item: MediaItem?
        if case .media(let content) = content { item = content.mediaID.flatMap { media[$0] } }
        let payload = WebhookPayload.inboundMessage(
            id: id, content: content, replyTo: nil, at: now, from: rules.directory.person(waID), waID: waID, to: number,
            media: item, extras: [.init(key: "group_id", value: .string(groupID))] + context + extras)
        tell(.number(number), payload, "message from +\(waID) in \(group.subject)", at: now, rules: rules)
    }

    /// The business writes to everybody who is in the group at this moment.
    mutating func businessSends(_ message: GroupMessage, toGroup groupID: String, at now: Date, rules: Rules) {
        guard let group = groups[groupID] else { return }
        var message = message
        var failure = message.failure
        message.failure = nil
        var isTemplate = false
        if case .cards(let cards) = message.content { isTemplate = cards.first?.templateCategory != nil }
        let isOpen = group.lastInboundAt.map { now.timeIntervalSince($0) < Conversation.windowLength } ?? false
        if failure == nil, !isTemplate, !isOpen { failure = .windowClosed }
        message.recipients = Dictionary(uniqueKeysWithValues: group.participants.map { ($0, MessageStatus.accepted) })
        append(message, to: groupID)
        func schedule(_ status: MessageStatus, with participant: String?, after seconds: TimeInterval) {
            pendingGroupStatuses.append(
                PendingGroupStatus(
                    group: groupID, messageID: message.id, participant: participant, status: status, failure: failure,
                    dueAt: now.addingTimeInterval(seconds / rules.speed)))
        }
        guard failure == nil else { return schedule(.failed, with: nil, after: Rules.untilSent) }
        schedule(.sent, with: nil, after: Rules.untilSent)
        if case .reaction = message.content { return }
        for participant in group.participants { schedule(.delivered, with: participant, after: Rules.untilDelivered) }
    }

    /// Somebody looks at a group: everything that had been delivered to them is read, and the app is told of each.
    mutating func personReads(_ waID: String, inGroup groupID: String, at now: Date, rules: Rules) {
        for message in groups[groupID]?.messages ?? [] where message.recipients[waID] == .delivered {
            move(message.id, inGroup: groupID, with: waID, to: .read, failure: nil, at: now, rules: rules)
        }
    }

    /// Lets the statuses happen that are due. - Returns: whether there were any.
    mutating func advanceGroups(to now: Date, rules: Rules) -> Bool {
        let due = pendingGroupStatuses.filter { $0.dueAt <= now }.sorted { $0.dueAt < $1.dueAt }
        guard !due.isEmpty else { return false }
        pendingGroupStatuses.removeAll { $0.dueAt <= now }
        for step in due {
            move(
                step.messageID, inGroup: step.group, with: step.participant, to: step.status, failure: step.failure, at: now,
                rules: rules)
        }
        return true
    }

    private mutating func move(
        _ messageID: String, inGroup groupID: String, with participant: String?, to status: MessageStatus,
        failure: DeliveryFailure?, at now: Date, rules: Rules
    ) {
        guard let index = groups[groupID]?.messages.firstIndex(where: { $0.id == messageID }) else { return }
        if let participant {
            guard let known = groups[groupID]?.messages[index].recipients[participant], known < status else { return }
            groups[groupID]?.messages[index].recipients[participant] = status
        } else {
            groups[groupID]?.messages[index].status = status
            groups[groupID]?.messages[index].failure = failure
        }
        guard let group = groups[groupID], let number = number(of: group, rules: rules) else { return }
        let payload = WebhookPayload.groupStatus(
            status, of: group.messages[index], in: group, with: participant.flatMap(rules.directory.person), at: now,
            number: number)
        tell(
            .number(number), payload, "status \(status.rawValue) in \(group.subject)", at: now, rules: rules)
    }

    private mutating func append(_ message: GroupMessage, to groupID: String) {
        groups[groupID]?.messages.append(message)
        let excess = (groups[groupID]?.messages.count ?? 0) - Self.messagesKeptPerChat
        if excess > 0 { groups[groupID]?.messages.removeFirst(excess) }
    }
}
