import GraphAPI
import IntegrationKit

/// One event of Meta's webhooks, whichever of the three addresses it came to.
struct IncomingEvent {
    private let event: WebhookEvent
    private let context: WebhookContext<Meta>

    init(_ event: WebhookEvent, _ context: WebhookContext<Meta>) {
        self.event = event
        self.context = context
    }

    func handle() async throws {
        switch event {
        case .message(let message):
            guard let groupID = message.groupID else { return try await context.record(WebhookPayload.messages(in: event)) }
            try await GroupNews(context).write(message, in: groupID)
        case .group(let event): try await GroupNews(context).write(event)
        case .status, .call, .handover, .other: try await context.record(WebhookPayload.messages(in: event))
        case .page(let page):
            try await context.record(await named(page))
            try await note(page)
        case .accountChange(let change): try await AccountNews(change, context).write()
        case .conversion(let conversion):
            // Meta counts it for the business's ads by itself; nobody is named.
            context.log.notice(
                "WhatsApp counted something for an ad",
                metadata: [
                    "event": "\(conversion.name)", "click": "\(conversion.clickID ?? "")",
                    "value": "\(conversion.value?.serialized() ?? "")", "currency": "\(conversion.currency ?? "")",
                ])
        case .problem(let error, let origin):
            context.log.warning("WhatsApp reports a problem", metadata: ["code": "\(error.code)"])
            try await AccountNews.note(error.action, on: origin.phoneNumber, context.models)
        }
    }

    /// Messenger and Instagram give names only to who asks. Asked once a person; a conversation without a name works as
    /// well.
    private func named(_ event: PageEvent) async throws -> [ChannelEvent] {
        let events = event.channelEvents
        if case .comment = event.content { return events }
        guard !event.isEcho, let personID = event.personID, let channel = context.channel,
            events.contains(where: { if case .received = $0 { true } else { false } }),
            try await context.session.conversation(with: personID, on: channel.id)?.contactName == nil,
            let token = try await PageAccess(context.models).token(for: channel)
        else { return events }
        let graph = context.services.graph(context.environment.provision)
        do {
            guard let name = try await graph.name(of: personID, on: event.product, with: token) else { return events }
            return events.map { $0.named(name) }
        } catch {
            context.log.info("Meta gives no name for somebody who wrote", metadata: ["reason": "\(error.kind)"])
            return events
        }
    }

    private func note(_ event: PageEvent) async throws {
        if case .comment(let comment) = event.content, event.personID != nil {
            return try await Comments(context.models).note(comment, on: event.accountID)
        }
        guard case .policy(let action, let reason) = event.content,
            let page = try await context.models.facebookPage.first(where: .equal(.pageID, event.accountID))
        else { return }
        try await context.models.facebookPage.update(page.id) { fields in
            fields.notice = action == "unblock" ? nil : "Meta: \(action). \(reason ?? "")"
        }
    }
}

extension ChannelEvent {
    /// The same with a name for the counterpart.
    func named(_ name: String) -> ChannelEvent {
        guard case .received(let message) = self else { return self }
        return .received(
            InboundMessage(
                remoteID: message.remoteID, direction: message.direction, address: message.address, contactName: name,
                author: message.author, kind: message.kind, text: message.text, parts: message.parts, content: message.content,
                replyTo: message.replyTo, opensWindow: message.opensWindow, sentAt: message.sentAt))
    }
}
