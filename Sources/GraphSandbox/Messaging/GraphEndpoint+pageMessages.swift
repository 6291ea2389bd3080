#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEndpoint {
    /// `POST /{page}/messages` and `/me/messages` with the Page's token: Messenger or Instagram, as the recipient's id
    /// decides.
    func postPageMessage(
        _ request: GraphRequest, from page: Page, caller: GraphCaller
    ) async throws(GraphError) -> GraphReply {
        guard let recipient = request.json("recipient"), recipient.members != nil else {
            throw .missingParameter("recipient")
        }
        let to = try pageRecipient(recipient, page)
        var scopes: [Scope] = [to.endpoint.product == .instagram ? .instagramManageMessages : .pagesMessaging]
        if to.commentID != nil, to.endpoint.product == .instagram { scopes.append(.instagramManageComments) }
        for scope in scopes where caller.user?.grant.scopes.contains(scope) != true {
            throw GraphError(
                status: 403, message: "(#230) Requires \(scope.rawValue) permission to manage the object", code: 230)
        }
        let chat = ChatID(person: to.person.waID, number: to.endpoint.id)
        if let action = request.text("sender_action") {
            guard request.parameters["message"] == nil else {
                throw .invalidParameter("message and sender_action cannot be in the same request.")
            }
            guard to.commentID == nil else {
                throw .invalidParameter("A private reply must have a message.")
            }
            return try perform(action, request, in: chat, personID: to.personID)
        }
        guard request.parameters["message"] != nil else { throw .missingParameter("message") }
        return try await sendPageMessage(request, to, in: chat)
    }

    /// Somebody whom a Page, or its Instagram account, can write to.
    private struct PageRecipient {
        let endpoint: Endpoint
        let person: Person
        /// PSID or IGSID.
        let personID: String
        /// The comment that is answered in private.
        var commentID: String?
    }

    private func pageRecipient(_ recipient: WireJSON, _ page: Page) throws(GraphError) -> PageRecipient {
        let kinds = ["id", "user_ref", "post_id", "comment_id", "notification_messages_token"]
        guard (recipient.members ?? []).count(where: { kinds.contains($0.key) }) == 1 else {
            throw .invalidParameter("Param recipient must have exactly one of \(kinds.joined(separator: ", ")).")
        }
        if let commentID = recipient["comment_id"]?.scalarText { return try writer(ofComment: commentID, page) }
        guard let id = recipient["id"]?.scalarText else {
            // Nobody has written on a Page's wall, opted in or ticked a box in the sandbox.
            throw recipient["post_id"] == nil
                ? .noMatchingUser(.messenger) : sandbox.errors.error(code: 10_900, subcode: nil)
        }
        if let person = directory.person(scopedID: id, at: page.id) {
            return PageRecipient(endpoint: .page(page), person: person, personID: id)
        }
        if let account = page.instagram {
            if let person = directory.person(scopedID: id, at: account.id) {
                return PageRecipient(endpoint: .instagram(account, page: page), person: person, personID: id)
            }
        }
        let isOfInstagram = directory.pages.compactMap(\.instagram).contains {
            directory.person(scopedID: id, at: $0.id) != nil
        }
        throw .noMatchingUser(isOfInstagram ? .instagram : .messenger)
    }

    private func writer(ofComment id: String, _ page: Page) throws(GraphError) -> PageRecipient {
        switch sandbox.read({ world, now in world.answerability(ofComment: id, at: now) }) {
        case .gone: throw sandbox.errors.error(code: 10_900, subcode: nil)
        case .answered: throw sandbox.errors.error(code: 10_903, subcode: nil)
        case .open(let chat):
            let endpoints = [Endpoint.page(page)] + (page.instagram.map { [.instagram($0, page: page)] } ?? [])
            guard let endpoint = endpoints.first(where: { $0.id == chat.number }),
                let person = directory.person(chat.person), let personID = person.scopedIDs[endpoint.id]
            else { throw sandbox.errors.error(code: 10_900, subcode: nil) }
            return PageRecipient(endpoint: endpoint, person: person, personID: personID, commentID: id)
        }
    }

    private func perform(
        _ action: String, _ request: GraphRequest, in chat: ChatID, personID: String
    ) throws(GraphError) -> GraphReply {
        switch action.lowercased() {
        case "typing_on":
            sandbox.write { world, now in
                world.conversations[chat, default: Conversation()].typingUntil = now.addingTimeInterval(20)
            }
        case "typing_off":
            sandbox.write { world, _ in world.conversations[chat]?.typingUntil = nil }
        case "mark_seen":
            sandbox.write { world, _ in
                guard let last = world.conversations[chat]?.messages.last(where: { $0.direction == .fromPerson })
                else { return }
                world.businessReads(last.id, in: chat)
            }
        case "react", "unreact":
            let payload = Param("payload", request.json("payload"))
            let id = try payload["message_id"].text(max: 512)
            let isRemoval = action.lowercased() == "unreact"
            let emoji = isRemoval ? "" : Self.emoji(try payload["reaction"].text(max: 32))
            guard sandbox.read({ world, _ in world.message(id)?.chat == chat }) else {
                throw .invalidParameter("Param payload['message_id'] is not the id of a message of this thread.")
            }
            let reactionID = Sandbox.newMessageID(.messenger)
            sandbox.write { world, now in
                world.businessSends(
                    Message(
                        id: reactionID, direction: .fromBusiness, sentAt: now,
                        content: .reaction(Reaction(messageID: id, emoji: emoji)), status: .accepted),
                    to: sandbox.rules.directory.person(chat.person), in: chat, at: now, rules: sandbox.rules)
            }
        default:
            throw .invalidParameter(
                "Param sender_action must be one of {TYPING_ON, TYPING_OFF, MARK_SEEN, REACT, UNREACT}"
                    + " - got \"\(action)\".")
        }
        return GraphReply(["recipient_id": .string(personID)])
    }

    private static func emoji(_ name: String) -> String {
        switch name {
        case "love": "❤️"
        case "smile", "laugh": "😆"
        case "wow": "😮"
        case "sad": "😢"
        case "angry": "😠"
        case "like": "👍"
        case "dislike": "👎"
        default: name
        }
    }

    private func sendPageMessage(
        _ request: GraphRequest, _ to: PageRecipient, in chat: ChatID
    ) async throws(GraphError) -> GraphReply {
        let endpoint = to.endpoint
        let world = sandbox.read { world, _ in copy world }
        var message = try PageMessageReader(endpoint: endpoint, world: world, file: request.files["filedata"])
            .read(Param("message", request.json("message")))
        try checkPolicy(
            request, message, endpoint, isPrivateReply: to.commentID != nil, conversation: world.conversations[chat])
        if world.conversations[chat]?.isBlocked == true { throw .personUnavailable }
        let now = sandbox.read { _, now in now }
        try sandbox.sendLimits.countPage(endpoint.id, isHeavy: message.content.isSoundOrFilm, at: now)
        message.content = try await kept(message.content, file: request.files["filedata"], endpoint)
        let attachmentID: String? =
            if message.isReusable, case .media(let media) = message.content { media.mediaID } else { nil }
        if let attachmentID { keepAttachment(attachmentID) }
        let id = Sandbox.newMessageID(endpoint.product)
        let quoted = request.json("reply_to")?["mid"]?.string
        let sent = message
        sandbox.write { world, now in
            let isThere = quoted.flatMap { world.message($0) }?.chat == chat
            world.businessSends(
                Message(
                    id: id, direction: .fromBusiness, sentAt: now, content: sent.content, status: .accepted,
                    replyTo: isThere ? quoted : nil, answersComment: to.commentID, metadata: sent.metadata,
                    quickReplies: sent.quickReplies.isEmpty ? nil : sent.quickReplies),
                to: to.person, in: chat, at: now, rules: sandbox.rules)
        }
        return GraphReply(
            .object(dropping: [
                "recipient_id": .string(to.personID), "message_id": .string(id),
                "attachment_id": attachmentID.map { .string($0) },
            ]))
    }

    /// Whether the message may be sent now: its type and tag, and the window that they need.
    private func checkPolicy(
        _ request: GraphRequest, _ message: PageMessage, _ endpoint: Endpoint, isPrivateReply: Bool,
        conversation: Conversation?
    ) throws(GraphError) {
        let product = endpoint.product
        let type = request.text("messaging_type")?.uppercased()
        let tag = request.text("tag")?.uppercased()
        if let type, !["RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"].contains(type) {
            throw .invalidParameter(
                "Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG, UTILITY} - got \"\(type)\".")
        }
        if type == "MESSAGE_TAG", tag == nil { throw .missingParameter("tag") }
        if let tag {
            switch tag {
            case "HUMAN_AGENT": break
            case "CUSTOMER_FEEDBACK" where product == .messenger:
                guard message.isFeedbackRequest else {
                    throw .invalidParameter("The tag CUSTOMER_FEEDBACK is for feedback templates only.")
                }
            case "CONFIRMED_EVENT_UPDATE", "ACCOUNT_UPDATE", "POST_PURCHASE_UPDATE": throw .deprecatedTag(tag)
            default: throw .invalidParameter("Param tag must be one of {HUMAN_AGENT, CUSTOMER_FEEDBACK}.")
            }
            guard type == "MESSAGE_TAG" || type == nil else {
                throw .invalidParameter("Param tag is allowed with messaging_type MESSAGE_TAG only.")
            }
        }
        if let notification = request.text("notification_type"),
            !["REGULAR", "SILENT_PUSH", "NO_PUSH"].contains(notification.uppercased())
        {
            throw .invalidParameter("Param notification_type must be one of {REGULAR, SILENT_PUSH, NO_PUSH}.")
        }
        if let owner = conversation?.threadOwnerAppID, owner != configuration.appID { throw .threadOfAnotherApp }
        // Of a comment its age counts, not the window.
        if isPrivateReply { return }
        let length = tag == nil ? Conversation.windowLength : Conversation.humanAgentLength
        let isOpen = sandbox.read { _, now in conversation?.isWindowOpen(at: now, length: length) ?? false }
        guard isOpen else { throw .outsideWindow(product) }
    }

    /// The content with its file kept: one that was uploaded with it, or one behind a link.
    private func kept(
        _ content: MessageContent, file: MultipartForm.File?, _ endpoint: Endpoint
    ) async throws(GraphError) -> MessageContent {
        guard case .media(var media) = content, media.mediaID == nil else { return content }
        if let file, media.link == nil {
            do throws(SandboxError) {
                media.mediaID = try sandbox.keepMedia(
                    file.bytes, mimeType: media.mimeType, filename: file.filename, endpointID: endpoint.id,
                    origin: .link
                ).id
            } catch {
                throw .serviceUnavailable
            }
            return .media(media)
        }
        let type = media.kind == .document ? "file" : media.kind.rawValue
        let rules = MediaRules.attachment(type, endpoint.product)
        do throws(LinkFetcher.Problem) {
            return try await fetchLinks(of: content, endpointID: endpoint.id) { _ in
                rules ?? MediaRules(mimeTypes: ["*/*"], sizeLimit: 0)
            }
        } catch {
            throw error.reason.hasPrefix("Media of type")
                ? .attachmentTypeMismatch
                : error.reason.hasPrefix("The media has") ? .attachmentTooLarge : .attachmentFetchFailed
        }
    }

    /// Keeps an attachment for 90 days, to be sent again by its id.
    private func keepAttachment(_ id: String) {
        sandbox.write { world, now in
            world.media[id]?.origin = .upload
            world.media[id]?.expiresAt = now.addingTimeInterval(MediaItem.attachmentLifetime)
        }
    }

    /// `POST /{page}/message_attachments`: a file ahead of its messages.
    func postAttachment(_ request: GraphRequest, to page: Page) async throws(GraphError) -> GraphReply {
        var endpoint = Endpoint.page(page)
        if request.text("platform")?.lowercased() == "instagram" {
            guard let account = page.instagram else {
                throw .invalidParameter("The Page has no Instagram account.")
            }
            endpoint = .instagram(account, page: page)
        }
        let world = sandbox.read { world, _ in copy world }
        let message = try PageMessageReader(endpoint: endpoint, world: world, file: request.files["filedata"])
            .read(Param("message", request.json("message")))
        guard case .media = message.content,
            case .media(let media) = try await kept(message.content, file: request.files["filedata"], endpoint),
            let id = media.mediaID
        else { throw .invalidParameter("Param message must have an attachment.") }
        keepAttachment(id)
        return GraphReply(["attachment_id": .string(id)])
    }
}

extension MessageContent {
    /// Whether it counts against the smaller budget of sounds and films.
    var isSoundOrFilm: Bool {
        guard case .media(let media) = self else { return false }
        return media.kind == .audio || media.kind == .video
    }
}

extension SendLimits {
    /// Sends a second of a Page or Instagram account: 300, and 10 of sounds and films.
    func countPage(_ id: String, isHeavy: Bool, at now: Date) throws(GraphError) {
        let key = isHeavy ? "\(id) heavy" : id
        guard count(inSecond: key, limit: isHeavy ? 10 : 300, at: now) else {
            throw .send(613, nil, "Calls to this api have exceeded the rate limit.")
        }
    }
}
