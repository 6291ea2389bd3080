import GraphAPI
import IntegrationKit

/// A message of the platform's contract to Messenger or Instagram: both tools take the same.
struct PageMessageSending {
    let product: PageProduct
    let channel: MessageChannel
    let address: String
    let message: MessageContent
    let rich: PageRich?
    let replyTo: String?
    let reason: PageSend.Reason
    /// The comment that is answered in private; nil for an answer to messages.
    let commentID: String?

    func send(in context: ToolContext<Meta>) async throws -> MessageSent {
        let comments = Comments(context.models)
        var send = PageSend(
            product, to: commentID.map { .comment($0) } ?? .person(address), try content(), reason: reason,
            replyTo: replyTo, metadata: message.id)
        try send.checkLimits()
        _ = try await context.connection
        let page = try await PageAccess(context.models).page(handle: channel.handle, identifier: channel.identifierValue)
        if let commentID {
            try await comments.checkAnswerable(commentID, by: address, on: channel.identifierValue)
        } else if let waiting = try await waitingComment(comments, in: context) {
            send.to = .comment(waiting)
        } else {
            try await checkWindow(in: context)
        }
        if let description {
            try await context.session.describe(MessageID(message.id), as: description)
        }
        let accepted = try await context.graph.call(isSend: true, as: page) { client, token throws(GraphFailure) in
            try await client.send(send, from: page.id, with: token)
        }
        if case .comment(let id) = send.to { try await comments.markAnswered(id) }
        if case .reaction(let reaction)? = rich {
            try await OwnReaction(target: reaction.messageID, emoji: reaction.emoji, id: accepted.id).note(
                from: channel, to: address, in: context)
        }
        return MessageSent(status: .sent, remoteID: accepted.id)
    }

    /// Who has only commented, or wrote long ago, and has commented since, gets the answer to the comment.
    private func waitingComment(_ comments: Comments, in context: ToolContext<Meta>) async throws -> String? {
        if case .reaction? = rich { return nil }
        guard replyTo == nil,
            try await context.serviceWindow(with: address, on: channel.id, lasting: windowLength) != true
        else { return nil }
        return try await comments.waiting(of: address, on: channel.identifierValue)?.commentID
    }

    private var windowLength: Duration { .seconds(reason == .humanAgent ? 7 * 24 * 3600 : 24 * 3600) }

    private func checkWindow(in context: ToolContext<Meta>) async throws {
        guard try await context.serviceWindow(with: address, on: channel.id, lasting: windowLength) == false else { return }
        throw reason == .humanAgent
            ? ToolFailure(
                .rejected, "The person wrote more than seven days ago: nothing can be sent.", field: "reason",
                advice: "Wait until they write again.")
            : ToolFailure.windowClosed(
                product.name, advice: "A person can still answer within seven days with the reason HUMAN_AGENT.")
    }

    private func content() throws -> PageSendContent {
        let files = message.attachments ?? []
        guard let rich else {
            guard let file = files.first else { return .text(message.content, quickReplies: []) }
            guard files.count == 1 else {
                throw ToolFailure.invalid(
                    "message.attachments", "\(product.name) takes one file a message; there are \(files.count).",
                    advice: "Send them one by one.")
            }
            return try content(of: file)
        }
        guard files.isEmpty else {
            throw ToolFailure.invalid("message.attachments", "A message with `rich` takes no attachments.")
        }
        return try rich.content(text: message.content)
    }

    private func content(of file: MessageAttachment) throws -> PageSendContent {
        guard let rule = GraphAPI.FileRule.page(product, file.mimeType) else {
            throw ToolFailure.invalid(
                "message.attachments[0].mimeType", "\(product.name) does not take files of the type \(file.mimeType).")
        }
        guard file.size <= rule.maximumSize else {
            throw ToolFailure.invalid(
                "message.attachments[0].size",
                "\(product.name) takes \(file.mimeType) of at most \(rule.maximumSize) bytes; this has \(file.size).")
        }
        guard message.content.isEmpty else {
            throw ToolFailure.invalid(
                "message.content", "\(product.name) takes no text with a file.",
                advice: "Send the text as a message of its own.")
        }
        return .file(rule.kind, file.reference.map { .id($0) } ?? .link(file.url))
    }

    /// How the message stands in our own conversation; nil for a plain text, which stands there already.
    private var description: MessageDescription? {
        if let rich { return rich.description(text: message.content, replyTo: replyTo) }
        if let file = message.attachments?.first {
            // One that is kept here stands in the conversation already.
            guard file.fileID == nil else { return nil }
            return MessageDescription(
                kind: "document", text: file.filename,
                parts: [.link(MessageLink(url: file.url, title: file.filename))], replyTo: replyTo)
        }
        return replyTo.map { MessageDescription(kind: "text", text: message.content, replyTo: $0) }
    }
}

extension PageRich {
    /// - Parameter text: Of the message.
    fileprivate func content(text: String) throws -> PageSendContent {
        switch self {
        case .image(let file): .file(.image, try file.source())
        case .audio(let file): .file(.audio, try file.source())
        case .video(let file): .file(.video, try file.source())
        case .file(let file): .file(.document, try file.source())
        case .sticker(let sticker): .sticker(sticker.stickerID ?? "")
        case .post(let post): .post(post.postID)
        case .quickReplies(let replies): .text(text, quickReplies: replies.quickReplies.map(\.reply))
        case .buttons(let buttons): .buttons(text, try buttons.buttons.map { try $0.button() })
        case .cards(let cards):
            .cards(
                try cards.cards.map {
                    .init(
                        title: $0.title, subtitle: $0.subtitle, imageURL: $0.imageURL, url: $0.url,
                        buttons: try $0.buttons.map { try $0.button() })
                })
        case .reaction(let reaction): .reaction(to: reaction.messageID, emoji: reaction.emoji)
        case .unknown(let tag, _): throw ToolFailure.unknownKind(tag)
        }
    }

    fileprivate func description(text: String, replyTo: String?) -> MessageDescription {
        func file(_ kind: String, _ file: PageFile) -> MessageDescription {
            let link = file.url.map { [MessagePart.link(MessageLink(url: $0))] } ?? []
            return MessageDescription(kind: kind, text: kind.prefix(1).uppercased() + kind.dropFirst(), parts: link, replyTo: replyTo)
        }
        switch self {
        case .image(let image): return file("image", image)
        case .audio(let audio): return file("audio", audio)
        case .video(let video): return file("video", video)
        case .file(let document): return file("document", document)
        case .sticker: return MessageDescription(kind: "sticker", text: "Sticker", replyTo: replyTo)
        case .post: return MessageDescription(kind: "share", text: "Shared post", replyTo: replyTo)
        case .quickReplies(let replies):
            let titles = replies.quickReplies.map { $0.title ?? $0.kind.rawValue.lowercased() }
            return MessageDescription(kind: "text", text: text, parts: [.choices(titles)], replyTo: replyTo)
        case .buttons(let buttons):
            return MessageDescription(
                kind: "template", text: text, parts: [.choices(buttons.buttons.compactMap { try? $0.button().title })],
                replyTo: replyTo)
        case .cards(let cards):
            return MessageDescription(
                kind: "template", text: cards.cards.map(\.title).joined(separator: "\n"), replyTo: replyTo)
        case .reaction(let reaction):
            return MessageDescription(
                kind: "reaction", text: reaction.emoji.map { "Reacted \($0)" } ?? "Took a reaction back",
                replyTo: reaction.messageID)
        case .unknown(let tag, _): return MessageDescription(kind: tag, text: text, replyTo: replyTo)
        }
    }
}

extension PageFile {
    fileprivate func source() throws -> PageFileSource {
        switch (attachmentID, url) {
        case (let id?, nil): return .id(id)
        case (nil, let url?): return .link(url)
        default: throw ToolFailure.invalid("rich.attachment_id", "Give either the id of an uploaded file or an address.")
        }
    }
}

extension PageQuickReply {
    fileprivate var reply: GraphAPI.PageQuickReply {
        let kind: GraphAPI.PageQuickReply.Kind =
            switch self.kind {
            case .text, .unknown: .text
            case .phoneNumber: .phoneNumber
            case .email: .email
            }
        return .init(kind: kind, title: title, payload: payload, imageURL: imageURL)
    }
}

extension PageButton {
    fileprivate func button() throws -> GraphAPI.PageButton {
        switch self {
        case .postback(let button): .init(title: button.title, .postback(payload: button.payload))
        case .link(let button): .init(title: button.title, .link(url: button.url))
        case .call(let button): .init(title: button.title, .call(number: button.number))
        case .unknown(let tag, _): throw ToolFailure.unknownKind(tag)
        }
    }
}
