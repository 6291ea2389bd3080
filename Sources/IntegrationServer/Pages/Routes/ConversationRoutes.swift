import HTTPTypes
import Hummingbird
import IntegrationKit
import Storage

/// The built-in conversations: list, one with its composer, first messages.
struct ConversationRoutes<I: Integration>: Sendable {
    let pages: WorkplaceRoutes<I>
    var runtime: Runtime<I> { pages.runtime }

    private static var listSize: Int { 50 }
    private static var messagesSize: Int { 50 }

    // MARK: The list

    func list(_ visit: Visit) async throws -> Response {
        let after = visit.query["after"].map { ConversationID($0) }
        let channels = visit.query["channels"].flatMap(ChannelState.init)
        let found = try await runtime.store.conversations(
            of: visit.installation.id, channels: channels, after: after, limit: Self.listSize + 1)
        let shown = Array(found.prefix(Self.listSize))
        let page = ConversationsPage(
            conversations: shown, next: found.count > shown.count ? shown.last?.id : nil, channels: channels,
            hasClosed: try await runtime.store.hasClosedConversations(of: visit.installation.id))
        let frame = try await pages.frame(visit)
        guard visit.fragment == nil else { return .html(renderConversationsFragment(page, frame: frame)) }
        return pages.page(renderConversations(page, frame: frame), visit)
    }

    // MARK: One conversation

    func show(_ visit: Visit, id: ConversationID) async throws -> Response {
        let conversation = try await find(id, visit)
        // It has become part of another one.
        if conversation.id != id, visit.fragment == nil {
            return .seeOther(visit.base + "/conversations/" + PageAddress.encode(conversation.id.rawValue))
        }
        let before = visit.query["before"].map { MessageID($0) }
        if conversation.unreadCount > 0, before == nil {
            try await runtime.store.commit([.markConversationRead(conversation.id)], in: visit.installation.id)
            runtime.changes.publish(.conversation(conversation.id), installation: visit.installation.id)
        }
        let page = try await page(
            conversation, visit, before: before,
            reply: try await answerable(visit.query["reply"], in: conversation, visit),
            template: await templates(visit.query["template"], of: conversation, visit))
        let frame = try await pages.frame(visit)
        switch visit.fragment {
        case "messages": return .html(renderMessagesFragment(page, frame: frame))
        case "composer": return .html(renderComposerFragment(page, frame: frame))
        default: return pages.page(renderConversation(page, frame: frame), visit)
        }
    }

    func find(_ id: ConversationID, _ visit: Visit) async throws -> Conversation {
        guard let conversation = try await runtime.store.conversation(id, of: visit.installation.id) else {
            throw HTTPProblem(
                .notFound, title: "There is no such conversation", "Go back to the list of conversations.")
        }
        return conversation
    }

    /// - Parameters:
    ///   - reply: The message that is answered.
    ///   - input: What was written when it could not be sent.
    func page(
        _ conversation: Conversation, _ visit: Visit, before: MessageID?, reply: Message? = nil,
        template: TemplateChoice? = nil, input: FormInput? = nil
    ) async throws -> ConversationPage {
        let found = try await runtime.store.messages(
            of: conversation.id, in: visit.installation.id, before: before, limit: Self.messagesSize + 1)
        return ConversationPage(
            conversation: conversation, messaging: Self.messaging(of: conversation),
            messages: found.suffix(Self.messagesSize), hasOlder: found.count > Self.messagesSize,
            isOlderPart: before != nil, reply: reply, template: template, input: input)
    }

    static func messaging(of conversation: Conversation) -> ChannelDescriptor.Messaging? {
        I.channels.first { $0.handle == conversation.channel.handle }?.messaging
    }

    /// A message of the conversation that can be answered; nil for any other.
    func answerable(_ id: String?, in conversation: Conversation, _ visit: Visit) async throws -> Message? {
        guard let id, !id.isEmpty, Self.messaging(of: conversation)?.replyInput != nil,
            let message = try await runtime.store.message(MessageID(id), in: visit.installation.id),
            message.conversation == conversation.id, message.canBeAnswered
        else { return nil }
        return message
    }

    // MARK: A first message

    func new(_ visit: Visit) async throws -> Response {
        try await drawNew(visit, channels: try await channels(visit), input: nil)
    }

    func begin(_ visit: Visit, _ sent: SentForm) async throws -> Response {
        let channels = try await channels(visit)
        guard !channels.isEmpty else { return try await drawNew(visit, channels: [], input: nil) }
        let fields = newMessageForm(channels: channels).fields
        try sent.requireOnly(fields.map(\.name))
        var reading = FormReader(clock: WorkplaceClock(visit.workplace, now: runtime.now)).read(
            fields, sent: sent.values)
        let channel = channels.first { $0.id.rawValue == reading.values["channel"]?.stringValue }
        let descriptor = I.channels.first { $0.handle == channel?.handle }
        let written = reading.values["to"]?.stringValue ?? ""
        let address = descriptor?.prepared(written) ?? written
        if reading.input.errors["to"] == nil, let problem = descriptor?.problem(of: address) {
            reading.input.errors["to"] = "To \(problem)."
        }
        guard reading.isValid, let channel, let text = reading.values["text"]?.stringValue else {
            return try await drawNew(visit, channels: channels, input: reading.input, formKey: sent.key)
        }
        let result = await callOnce {
            await runtime.messages.send(
                text: text, to: address, on: channel.id, installation: visit.installation,
                idempotencyKey: sent.idempotencyKey(for: "new-message") ?? visit.context.requestID)
        }
        let conversation: ConversationID?
        switch result {
        case .success(let id):
            conversation = try await runtime.store.message(id, in: visit.installation.id)?.conversation
        case .failure(let failure):
            guard failure.code == .unknownOutcome || failure.code == .timedOut else {
                reading.input.place(Self.atField(failure), among: fields)
                return try await drawNew(visit, channels: channels, input: reading.input, formKey: sent.key)
            }
            // It stands in the conversation, as not confirmed.
            conversation = try await runtime.store.conversation(
                channel: channel.id, address: address, of: visit.installation.id)?.id
        }
        let path = conversation.map { "/conversations/" + PageAddress.encode($0.rawValue) } ?? "/conversations"
        return .seeOther(visit.base + path)
    }

    private func drawNew(
        _ visit: Visit, channels: [ChannelRecord], input: FormInput?, formKey: String? = nil
    ) async throws -> Response {
        let html = renderNewConversation(
            channels.isEmpty ? nil : newMessageForm(channels: channels),
            frame: try await pages.frame(visit, formKey: formKey), address: visit.address, input: input)
        return pages.page(html, visit, status: input == nil ? .ok : .unprocessableContent)
    }

    /// Open channels through which messages can be sent.
    private func channels(_ visit: Visit) async throws -> [ChannelRecord] {
        let sending = Set(I.channels.filter { $0.messaging?.sendTool != nil }.map(\.handle))
        return try await runtime.store.channels(of: visit.installation.id, handle: nil).filter {
            sending.contains($0.handle)
        }
    }

    /// The contract's names for what stands in the form under shorter ones.
    private static func atField(_ failure: ToolFailure) -> ToolFailure {
        let field: String? =
            switch failure.field {
            case let path? where path.hasPrefix("recipient"): "to"
            case let path? where path.hasPrefix("message"): "text"
            case let path? where path.hasPrefix("channel"): "channel"
            case let path: path
            }
        return ToolFailure(
            failure.code, failure.message, field: field, advice: failure.advice, retry: failure.retry,
            providerReference: failure.providerReference)
    }
}

extension HTTPField.Name {
    /// Says that a script wants a part of the page back, `composer` or `page`. Unwrapped without harm: it is a token
    /// as RFC 9110 section 5.1 wants it.
    static let fragmentWish = HTTPField.Name("X-Fragment")!
}
