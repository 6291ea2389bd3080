import HTTPTypes
import Hummingbird
import IntegrationKit
import Storage

// What people do in a conversation.
extension ConversationRoutes {
    /// What was written in the composer is sent. A script gets the composer back, a browser without one the page.
    func send(_ visit: Visit, _ sent: SentForm, id: ConversationID) async throws -> Response {
        let conversation = try await find(id, visit)
        if let template = sent["template"] { return try await send(template: template, visit, sent, conversation) }
        try sent.requireOnly(["text", "reply_to", "file"])
        let messaging = Self.messaging(of: conversation)
        let text = (sent["text"] ?? "").replacing("\r\n", with: "\n")
        let files = sent.files(of: "file")
        let reply = try await answerable(sent["reply_to"], in: conversation, visit)
        var input: FormInput? = FormInput(values: ["text": [text], "file": files.map(\.file.id.rawValue)])
        for file in files { input?.files[file.file.id.rawValue] = KeptFileView(file.file) }
        var key = sent.key
        if let problem = sent.refusals["file"] ?? Self.problem(of: files, messaging?.attachments) {
            input?.errors["file"] = problem
        } else if text.trimmingWhitespace.isEmpty, files.isEmpty {
            input?.errors["text"] = "Write something first."
        } else if text.unicodeScalars.count > maximumTextLength {
            input?.errors["text"] =
                "A message has at most \(maximumTextLength) characters; this one has \(text.unicodeScalars.count)."
        } else {
            let composition = Composition(
                text: text.trimmingWhitespace.isEmpty ? "" : text, files: files.map(\.file), replyTo: reply?.remoteID)
            (input, key) = await outcome(of: composition, conversation, visit, sent, input)
        }
        return try await answer(visit, conversation.id, reply: input == nil ? nil : reply, input: input, key: key)
    }

    /// - Returns: what to show again, and under which key; nil when it was sent.
    private func outcome(
        of composition: Composition, _ conversation: Conversation, _ visit: Visit, _ sent: SentForm, _ input: FormInput?
    ) async -> (FormInput?, key: String?) {
        let result = await callOnce {
            await runtime.messages.send(
                composition, in: conversation, installation: visit.installation,
                idempotencyKey: sent.idempotencyKey(for: "message") ?? visit.context.requestID)
        }
        guard case .failure(let failure) = result else { return (nil, sent.key) }
        var input = input
        input?.failure = failure
        // It may have arrived, and stands above as not confirmed: the text must not lie there ready to be sent again.
        // What is written next is another message. In all other cases the form keeps its key.
        guard failure.code == .unknownOutcome || failure.code == .timedOut else { return (input, sent.key) }
        input?.values = [:]
        return (input, nil)
    }

    private func answer(
        _ visit: Visit, _ id: ConversationID, reply: Message? = nil, template: TemplateChoice? = nil, input: FormInput?,
        key: String?, status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let isScript = visit.request.headers[.fragmentWish] == "composer"
        let isDone = input == nil && template == nil
        if isDone, !isScript { return .seeOther(visit.base + "/conversations/" + PageAddress.encode(id.rawValue)) }
        let page = try await page(
            try await find(id, visit), visit, before: nil, reply: reply, template: template, input: input)
        let status = status ?? (isDone ? .ok : .unprocessableContent)
        let frame = try await pages.frame(visit, formKey: isDone ? nil : key)
        if isScript { return .html(renderComposerFragment(page, frame: frame), status: status) }
        return pages.page(renderConversation(page, frame: frame), visit, status: status)
    }

    private static func problem(
        of files: [SentFile], _ attachments: ChannelDescriptor.Messaging.Attachments?
    ) -> String? {
        for file in files {
            guard let attachments else { return "Files cannot be sent here." }
            guard let kind = attachments.kind(named: file.file.name, mimeType: file.file.mimeType) else {
                return "\(file.file.name) is of a kind that cannot be sent here."
            }
            if let problem = file.problem(by: kind.rule) { return problem }
        }
        return nil
    }

    // MARK: Templates

    /// What there is to choose from; nil when nobody asks, or the channel has none.
    func templates(_ id: String?, of conversation: Conversation, _ visit: Visit) async -> TemplateChoice? {
        guard let id,
            let listed = await runtime.messages.templates(for: conversation, installation: visit.installation)
        else { return nil }
        switch listed {
        case .success(let offers): return TemplateChoice(offers: offers, chosen: offers.first { $0.id == id })
        case .failure(let failure): return TemplateChoice(offers: [], failure: failure)
        }
    }

    private func send(
        template id: String, _ visit: Visit, _ sent: SentForm, _ conversation: Conversation
    ) async throws -> Response {
        guard var choice = await templates(id, of: conversation, visit) else {
            throw HTTPProblem(.notFound, title: "There are no templates here", "Go back to the conversation.")
        }
        guard let offer = choice.chosen else {
            choice.failure = choice.failure ?? ToolFailure(
                .conflict, "This template is no longer among those that can be sent.", advice: "Choose another one.")
            return try await answer(visit, conversation.id, template: choice, input: nil, key: sent.key, status: .conflict)
        }
        let names = offer.variables.map { TemplateChoice.field($0.name) }
        try sent.requireOnly(["template"] + names)
        for variable in offer.variables {
            let name = TemplateChoice.field(variable.name)
            choice.input.values[name] = [(sent[name] ?? "").trimmingWhitespace]
            guard sent["_draw"] == nil, choice.value(of: variable).isEmpty else { continue }
            choice.input.errors[name] = "\(variable.label) must be filled in."
        }
        if sent["_draw"] != nil {
            return try await answer(visit, conversation.id, template: choice, input: nil, key: sent.key, status: .ok)
        }
        guard choice.input.errors.isEmpty else {
            return try await answer(visit, conversation.id, template: choice, input: nil, key: sent.key)
        }
        let values = Dictionary(
            offer.variables.map { ($0.name, choice.value(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let composition = Composition(template: TemplateUse(offer, values: values))
        let (input, key) = await outcome(of: composition, conversation, visit, sent, FormInput())
        guard let failure = input?.failure else { return try await answer(visit, conversation.id, input: nil, key: key) }
        // Whether it has left is said at the message.
        if key == nil { return try await answer(visit, conversation.id, input: input, key: nil) }
        choice.failure = failure
        return try await answer(visit, conversation.id, template: choice, input: nil, key: key)
    }

    // MARK: Reactions, and once more

    /// `reaction` is the message's id and the emoji, or the id alone to take the reaction back.
    func react(_ visit: Visit, _ sent: SentForm, id: ConversationID) async throws -> Response {
        try sent.requireOnly(["reaction"])
        let conversation = try await find(id, visit)
        let parts = (sent["reaction"] ?? "").split(separator: " ", maxSplits: 1)
        guard let first = parts.first,
            let message = try await runtime.store.message(MessageID(String(first)), in: visit.installation.id),
            message.conversation == conversation.id, parts.count < 2 || Reactions.offered.contains(String(parts[1]))
        else { throw HTTPProblem(.notFound, title: "There is no such message", "It may have been deleted.") }
        let result = await callOnce {
            await runtime.messages.react(
                with: parts.count == 2 ? String(parts[1]) : nil, to: message, in: conversation,
                installation: visit.installation)
        }
        return done(result, visit, conversation, at: message)
    }

    /// A message that has failed is sent again.
    func again(_ visit: Visit, _ sent: SentForm, id: ConversationID) async throws -> Response {
        try sent.requireOnly(["message"])
        let conversation = try await find(id, visit)
        guard let message = try await runtime.store.message(MessageID(sent["message"] ?? ""), in: visit.installation.id),
            message.conversation == conversation.id
        else { throw HTTPProblem(.notFound, title: "There is no such message", "It may have been deleted.") }
        let result = await callOnce {
            await runtime.messages.sendAgain(
                message, in: conversation, installation: visit.installation, by: "workplace \(visit.workplace.handle)")
        }
        return done(result, visit, conversation, at: message)
    }

    private func done(
        _ result: Result<Void, ToolFailure>, _ visit: Visit, _ conversation: Conversation, at message: Message
    ) -> Response {
        let address = visit.base + "/conversations/" + PageAddress.encode(conversation.id.rawValue)
        let place = "#message-" + message.id.rawValue
        let isScript = visit.request.headers[.fragmentWish] != nil
        switch result {
        case .success: return isScript ? Response(status: .noContent) : .seeOther(address + place)
        case .failure(let failure):
            if isScript {
                let text = [failure.message, failure.advice].compactMap { $0 }.joined(separator: " ")
                return Response(
                    status: .unprocessableContent, headers: [.contentType: "text/plain; charset=utf-8"],
                    body: .init(byteBuffer: .init(string: text)))
            }
            return pages.redirect(address, Flash(.error, title: failure.message, text: failure.advice ?? ""))
        }
    }
}
