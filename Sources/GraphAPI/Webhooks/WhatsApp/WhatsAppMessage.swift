#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// One message of a WhatsApp conversation.
public struct WhatsAppMessage: Hashable, Sendable {
    /// How it came to us.
    public enum Source: Hashable, Sendable {
        /// A person wrote it just now.
        case received
        /// The business wrote it in the phone app.
        case echo
        /// From before the business joined: written by either side.
        case history
    }

    /// What it refers to.
    public struct Reference: Hashable, Sendable {
        /// The `wamid` of the message that it quotes or answers.
        public let messageID: String?
        public let isForwarded: Bool
        public let isForwardedOften: Bool
        /// The product that it asks about.
        public let productID: String?
        public let catalogID: String?
    }

    /// The `wamid`; nil if Meta left it out.
    public let id: String?
    public let source: Source
    /// The sender's number, digits; nil for a person who is known by ``fromUserID`` alone.
    public let from: String?
    public let fromUserID: String?
    /// The recipient, for what the business wrote.
    public let to: String?
    public let toUserID: String?
    /// The group that it was written in.
    public let groupID: String?
    public let sentAt: Date?
    /// Meta's word: `text`, `image`, `interactive`.
    public let type: String
    public let content: WhatsAppMessageContent
    public let reference: Reference?
    /// The ad or post through which the person came, as it came; only with the first message.
    public let referral: JSON?
    /// Problems with the message itself, such as a file that WhatsApp could not fetch.
    public let errors: [GraphError]
    public let context: EventContext
    /// All of it, as it came.
    public let raw: JSON

    init(_ json: JSON, source: Source, _ context: EventContext) {
        id = json["id"]?.idText
        self.source = source
        from = json["from"]?.idText
        fromUserID = json["from_user_id"]?.idText
        to = json["to"]?.idText
        toUserID = json["to_user_id"]?.idText
        groupID = json["group_id"]?.idText
        sentAt = json["timestamp"]?.unixTime ?? context.entryTime
        type = json["type"]?.filledText ?? "untyped"
        content = WhatsAppMessageContent(type: type, json)
        reference = json["context"].flatMap(Reference.init)
        referral = json["referral"]
        errors = (json["errors"]?.arrayValue ?? []).map { GraphError($0) }
        self.context = context
        raw = json
    }

    /// Who wrote it: what the business wrote elsewhere is outbound.
    public var direction: Message.Direction {
        switch source {
        case .received: .inbound
        case .echo: .outbound
        case .history: isFromBusiness ? .outbound : .inbound
        }
    }

    private var isFromBusiness: Bool {
        guard let number = context.phoneNumber, let from else { return to != nil }
        return "+" + from.filter(\.isASCIIDigit) == number
    }

    /// The counterpart: `+` and digits, a group's id, or a business-scoped id.
    public var address: String? {
        direction == .inbound
            ? WhatsAppAddress.make(
                groupID: groupID, waID: from ?? context.contact?.waID, userID: fromUserID ?? context.contact?.userID)
            : WhatsAppAddress.make(
                groupID: groupID, waID: to ?? context.contact?.waID, userID: toUserID ?? context.contact?.userID)
    }

    /// What people read in the conversation: the text, or a truthful line about what it is.
    public var text: String {
        let body = content.summary
        guard let problem = errors.first, content.isUnreadable || type != "unsupported" else { return body }
        return "\(body) (\(problem.details ?? problem.message))"
    }

    /// The counterpart's business-scoped id, which stays when they hide their number. A group has none, and of a note that
    /// somebody is known otherwise from now on it would not be certain whether it is the old or the new one.
    public var personID: String? {
        if groupID != nil { return nil }
        if case .system = content, move != nil { return nil }
        return (direction == .inbound ? fromUserID : toUserID) ?? context.contact?.userID
    }

    /// The message, or what it does to another one; behind a note that the person's number or id has changed, that.
    var channelEvents: [ChannelEvent] { [channelEvent, move].compactMap { $0 } }

    private var move: ChannelEvent? {
        guard groupID == nil, let address, let sentAt else { return nil }
        switch content {
        case .system(let note): return note.change(of: address, at: sentAt).map { .moved($0) }
        case .contacts(let contacts):
            // Somebody who was known by an id alone has shown their number.
            guard address == fromUserID, let waID = contacts.lazy.compactMap(\.ownWaID).first,
                let number = WhatsAppAddress.make(groupID: nil, waID: waID, userID: nil)
            else { return nil }
            return .moved(AddressChange(from: address, address: number, personID: nil, occurredAt: sentAt))
        default: return nil
        }
    }

    private var channelEvent: ChannelEvent? {
        guard let id, let address else { return nil }
        let at = sentAt ?? Date(timeIntervalSince1970: 0)
        let message = InboundMessage(
            remoteID: id, direction: direction, address: address, personID: groupID == nil ? personID : nil,
            contactName: groupID == nil ? context.contact?.name : nil, author: groupID == nil ? nil : memberName,
            kind: content.kind, text: text, parts: parts, content: raw,
            replyTo: content.target ?? reference?.messageID,
            opensWindow: source == .received && content.opensWindow, sentAt: at)
        guard let target = content.target, let change = content.change(by: author(address)) else {
            return .received(message)
        }
        return .amended(MessageAmendment(remoteID: target, change: change, occurredAt: at, otherwise: message))
    }

    /// Who wrote in a group: their name, else how they are reached.
    private var memberName: String? {
        guard direction == .inbound else { return nil }
        return context.contact?.name
            ?? WhatsAppAddress.make(
                groupID: nil, waID: from ?? context.contact?.waID, userID: fromUserID ?? context.contact?.userID)
    }

    private func author(_ address: String) -> String {
        guard direction == .inbound else { return MessageAmendment.ours }
        // In a group, the member.
        return groupID == nil ? address : from ?? fromUserID ?? address
    }

    private var parts: [MessagePart] {
        guard let url = referral?["source_url"]?.filledText else { return content.parts }
        let headline = referral?["headline"]?.filledText
        return content.parts + [.link(MessageLink(url: url, title: headline.map { "From the ad: \($0)" } ?? "From an ad"))]
    }
}

extension WhatsAppMessage.Reference {
    init?(_ json: JSON) {
        guard json.objectValue?.isEmpty == false else { return nil }
        messageID = json["id"]?.idText
        isForwarded = json["forwarded"]?.boolValue ?? false
        isForwardedOften = json["frequently_forwarded"]?.boolValue ?? false
        productID = json["referred_product"]?["product_retailer_id"]?.idText
        catalogID = json["referred_product"]?["catalog_id"]?.idText
    }
}
