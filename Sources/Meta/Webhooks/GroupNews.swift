import GraphAPI
import IntegrationKit

/// What happens in groups: kept true in the models, and told in the group's conversation.
struct GroupNews {
    private let context: WebhookContext<Meta>
    private let groups: GroupBook

    init(_ context: WebhookContext<Meta>) {
        self.context = context
        groups = GroupBook(models: context.models)
    }

    /// Something in a group's life.
    func write(_ event: WhatsAppGroupEvent) async throws {
        guard var group = try await groups.write(event, phone: context.channel?.identifier) else { return }
        if group.subject == nil { group = try await named(group) }
        var names: [String: String] = [:]
        for participant in try await groups.participants(of: group) { names[participant.address] = participant.name }
        if let note = event.note(subject: group.subject, name: { names[GroupBook.address($0)] }) {
            try await context.record([.received(note)])
        }
    }

    /// A message in a group: the conversation has the group's name, and who wrote is known to be in it.
    func write(_ message: WhatsAppMessage, in groupID: String) async throws {
        let group = try await known(groupID, number: message.context.phoneNumberID)
        let events = WebhookPayload.messages(in: .message(message))
        try await context.record(events.map { event in group?.subject.map(event.named) ?? event })
        guard let group, message.direction == .inbound,
            let id = message.from ?? message.context.contact?.waID ?? message.fromUserID ?? message.context.contact?.userID
        else { return }
        try await groups.note(GroupBook.address(id), name: message.context.contact?.name, in: group, at: message.sentAt)
    }

    /// The group; one that is not known here yet was made elsewhere, and Meta is asked about it.
    private func known(_ groupID: String, number: String?) async throws -> WhatsAppGroup? {
        if let group = try await groups.group(groupID) { return group.subject == nil ? try await named(group) : group }
        guard let number = try await self.number(number), let node = await ask(about: groupID) else { return nil }
        return try await groups.write(node, of: number)
    }

    private func named(_ group: WhatsAppGroup) async throws -> WhatsAppGroup {
        guard group.status == .active, let groupID = group.groupID, let number = try await number(group.phoneNumberID),
            let node = await ask(about: groupID)
        else { return group }
        return try await groups.write(node, of: number)
    }

    private func number(_ phoneNumberID: String?) async throws -> WhatsAppPhoneNumber? {
        guard let phoneNumberID else { return nil }
        return try await context.models.whatsAppPhoneNumber.first(where: .equal(.phoneNumberID, phoneNumberID))
    }

    /// - Returns: nil when Meta says nothing now: the event counts all the same.
    private func ask(about groupID: String) async -> WhatsAppGroupNode? {
        guard let token = context.environment.install.metaAccessToken else { return nil }
        let graph = context.services.graph(context.environment.provision)
        do {
            return try await graph.group(groupID, with: GraphToken(token))
        } catch {
            context.log.info("Meta says nothing of a group", metadata: ["reason": "\(error.kind)"])
            return nil
        }
    }
}
