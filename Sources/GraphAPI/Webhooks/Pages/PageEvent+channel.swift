#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
public import IntegrationKit

extension PageEvent {
    /// What the event means for the conversation with the person. Empty for events about the account.
    public var channelEvents: [ChannelEvent] {
        guard let personID else { return [] }
        let at = occurredAt ?? Date(timeIntervalSince1970: 0)
        switch content {
        case .message(let message):
            let shown = ChannelEvent.received(received(message.kind, message.summary(product), person: personID))
            // The echo of a send of ours settles it, should its answer have been lost.
            guard isEcho, let id = message.id, let ours = message.metadata else { return [shown] }
            let settled = MessageStatusUpdate(remoteID: id, messageID: MessageID(ours), status: .sent, occurredAt: at)
            return [.status(settled), shown]
        case .edit(let id, let text, _):
            return [amended(id, .edit(text: text, parts: []), at, "edit", "Changed a message: \(text)", personID)]
        case .unsend(let id):
            return [amended(id, .deletion, at, "revoke", "Deleted a message", personID)]
        case .reaction(let id, let emoji):
            let line = emoji.map { "Reacted \($0)" } ?? "Took a reaction back"
            let change = MessageAmendment.Change.reaction(by: personID, emoji: emoji)
            return [amended(id, change, at, "reaction", line, personID, opensWindow: true)]
        case .delivered(let ids, let moment):
            return ids.map { .status(MessageStatusUpdate(remoteID: $0, messageID: nil, status: .delivered, occurredAt: at)) }
                + receipt(.delivered, moment, personID)
        case .read(let id, let moment):
            let status = id.map { MessageStatusUpdate(remoteID: $0, messageID: nil, status: .read, occurredAt: at) }
            return (status.map { [.status($0)] } ?? []) + receipt(.read, moment, personID)
        case .postback(let postback):
            return [.received(received("postback", postback.title ?? postback.payload ?? "Pressed a button", person: personID))]
        case .referral(let referral):
            return [.received(received("referral", referral.summary, person: personID))]
        case .optIn(let title, let payload, _):
            let topic = (title ?? payload).map { " about \($0)" } ?? ""
            return [.received(received("opt_in", "Agreed to get messages\(topic)", person: personID))]
        case .cart(let products, let note):
            let list = products.isEmpty ? "Sent a cart" : "Sent a cart: \(products.joined(separator: ", "))"
            return [.received(received("order", note.map { "\(list) (\($0))" } ?? list, person: personID))]
        case .form: return [.received(received("form_reply", "Filled in a feedback form", person: personID))]
        case .feedback(let word, _): return [note("feedback", "Said of an answer: \(word)", personID)]
        case .accountLinking(let isLinked):
            return [note("account_linking", isLinked ? "Linked an account" : "Unlinked an account", personID)]
        case .threadControl(let control): return [note("thread_control", control.summary, personID)]
        case .comment(let comment): return [shown(comment, at, personID)]
        case .policy: return []
        case .unknown(let key, _): return [note(key, "An event of an unknown kind (\(key))", personID)]
        }
    }

    /// A comment stands in the conversation with its writer: there it is answered in private.
    private func shown(_ comment: PageComment, _ at: Date, _ person: String) -> ChannelEvent {
        switch comment.change {
        case .added:
            .received(
                InboundMessage(
                    remoteID: comment.id, address: person, contactName: comment.personName, kind: "comment",
                    text: comment.text, content: raw, opensWindow: false, sentAt: at))
        case .edited:
            amended(comment.id, .edit(text: comment.text, parts: []), at, "comment", comment.text, person)
        case .removed: amended(comment.id, .deletion, at, "revoke", "Removed a comment", person)
        }
    }

    // MARK: Making

    private func received(
        _ kind: String, _ text: String, person: String, opensWindow: Bool = true
    ) -> InboundMessage {
        var parts: [MessagePart] = []
        var remoteID: String?
        var replyTo: String?
        switch content {
        case .message(let message):
            (remoteID, replyTo, parts) = (message.id, message.replyTo, message.parts)
        case .postback(let postback):
            remoteID = postback.id
            parts = postback.referral.flatMap(\.part).map { [$0] } ?? []
        case .referral(let referral): parts = referral.part.map { [$0] } ?? []
        default: break
        }
        return InboundMessage(
            remoteID: remoteID ?? eventID, direction: isEcho ? .outbound : .inbound, address: person, contactName: nil,
            kind: kind, text: text, parts: parts, content: raw, replyTo: replyTo, opensWindow: opensWindow,
            sentAt: occurredAt ?? Date(timeIntervalSince1970: 0))
    }

    private func note(_ kind: String, _ text: String, _ person: String) -> ChannelEvent {
        .received(received(kind, text, person: person, opensWindow: false))
    }

    private func amended(
        _ id: String, _ change: MessageAmendment.Change, _ at: Date, _ kind: String, _ text: String, _ person: String,
        opensWindow: Bool = false
    ) -> ChannelEvent {
        let line = InboundMessage(
            remoteID: eventID, address: person, contactName: nil, kind: kind, text: text, content: raw, replyTo: id,
            opensWindow: opensWindow, sentAt: at)
        return .amended(MessageAmendment(remoteID: id, change: change, occurredAt: at, otherwise: line))
    }

    private func receipt(_ status: Message.Status, _ moment: Date?, _ person: String) -> [ChannelEvent] {
        moment.map { [.receipt(ReadReceipt(address: person, status: status, until: $0))] } ?? []
    }

    /// An id for events that Meta gives none.
    private var eventID: String {
        EventContent.fingerprint(product.rawValue, entry: ["id": .string(accountID)], field: "messaging", value: raw)
    }
}

extension PageEventContent.ThreadControl {
    fileprivate var summary: String {
        switch self {
        case .passed(let app): "The conversation was handed to \(Self.name(app))"
        case .taken(let app): "\(Self.name(app)) took the conversation over"
        case .requested(let app): "\(Self.name(app)) asks for the conversation"
        }
    }

    /// The page's own inbox is an app too (Meta, "Conversation routing").
    private static func name(_ app: String?) -> String {
        app == "26390203743090" ? "the page's inbox" : app.map { "the app \($0)" } ?? "another app"
    }
}

extension PageReferral {
    fileprivate var summary: String {
        if let adTitle { return "Came from the ad \(adTitle)" }
        let through = source == "ADS" ? "Came from an ad" : "Came through a link"
        return ref.map { "\(through) (\($0))" } ?? through
    }

    fileprivate var part: MessagePart? { url.map { .link(MessageLink(url: $0, title: summary)) } }
}

extension PageMessage {
    /// The word by which a conversation knows the kind of message.
    var kind: String {
        if isUnsupported { return "unsupported" }
        if quickReply != nil { return "quick_reply" }
        if couponCode != nil { return "coupon" }
        if text != nil { return isStoryReply ? "story_reply" : "text" }
        return attachments.first?.kind ?? (command == nil ? "untyped" : "command")
    }

    /// The person's own words where there are any, else what it truly is.
    func summary(_ product: PageProduct) -> String {
        if let text { return text }
        if isUnsupported { return "A message that \(product.name) does not pass on" }
        if let couponCode { return "Used the coupon \(couponCode)" }
        if !attachments.isEmpty { return attachments.map(\.summary).joined(separator: ", ") }
        return command.map { "Used the command \($0)" } ?? "A message without content"
    }

    var parts: [MessagePart] {
        var parts = attachments.compactMap(\.part)
        if let storyURL { parts.insert(.link(MessageLink(url: storyURL, title: "The story")), at: 0) }
        if let link = referral.flatMap(\.part) { parts.append(link) }
        return parts
    }
}

extension PageAttachment {
    private var fileKind: MessageFile.Kind? {
        switch type {
        case "image": .image
        case "audio": .audio
        case "video": .video
        case "file": .document
        case "sticker": .sticker
        default: nil
        }
    }

    fileprivate var kind: String { fileKind?.rawValue ?? type }

    fileprivate var summary: String {
        let noun =
            switch type {
            case "image": "Image"
            case "audio": "Audio"
            case "video": "Video"
            case "file": "Document"
            case "sticker": "Sticker"
            case "fallback", "share": "Shared link"
            case "story_mention": "Mentioned you in a story"
            case "ig_story": "Story"
            case "reel", "ig_reel": "Reel"
            case "post", "ig_post": "Post"
            case "ephemeral": "A picture to be seen once, which cannot be shown here"
            case "location": "Location"
            case "appointment_booking": "Booked an appointment"
            case "template" where !products.isEmpty: "Product \(products.joined(separator: ", "))"
            case "template": "Template"
            default: "An attachment of an unknown kind (\(type))"
            }
        return title.map { "\(noun): \($0)" } ?? noun
    }

    fileprivate var part: MessagePart? {
        if let place { return .place(place) }
        guard let url else { return nil }
        if let fileKind { return .file(MessageFile(kind: fileKind, url: url, name: title)) }
        // Stories and posts stay where they are: their owners may take them away.
        return .link(MessageLink(url: url, title: title ?? summary))
    }
}
