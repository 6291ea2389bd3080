public import IntegrationKit

/// A message to send over Messenger or Instagram (Meta, "Send API").
public struct PageSend: Hashable, Sendable {
    public enum Recipient: Hashable, Sendable {
        /// As the page or the Instagram account knows them.
        case person(String)
        /// A private answer to a comment: one a comment, within seven days of it.
        case comment(String)
        /// Who agreed to get messages about a topic.
        case notificationToken(String)
    }

    /// Why it may be sent.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// An answer within 24 hours of the person's last message.
        case response = "RESPONSE"
        /// A person of the business answers, within seven days. Meta must have approved the feature.
        case humanAgent = "HUMAN_AGENT"
        /// A message that is no answer, within the 24 hours.
        case update = "UPDATE"
    }

    public var product: PageProduct
    public var to: Recipient
    public var content: PageSendContent
    public var reason: Reason
    /// The `mid` of a message that this one quotes.
    public var replyTo: String?
    /// Comes back with the echo, at most 1000 characters: how a send whose answer was lost is settled. Of Messenger.
    public var metadata: String?

    public init(
        _ product: PageProduct, to: Recipient, _ content: PageSendContent, reason: Reason = .response,
        replyTo: String? = nil, metadata: String? = nil
    ) {
        self.product = product
        self.to = to
        self.content = content
        self.reason = reason
        self.replyTo = replyTo
        self.metadata = metadata
    }
}

public enum PageSendContent: Hashable, Sendable {
    case text(String, quickReplies: [PageQuickReply])
    case file(MessageFile.Kind, PageFileSource)
    /// A sticker of Messenger's catalogue by its id, or, on Instagram, the heart.
    case sticker(String)
    /// A post of the Instagram account itself.
    case post(String)
    /// Cards beside each other.
    case cards([PageCard])
    /// A text with one to three buttons.
    case buttons(String, [PageButton])
    /// nil takes the business's reaction away.
    case reaction(to: String, emoji: String?)
}

/// Where Meta gets a file from.
public enum PageFileSource: Hashable, Sendable {
    /// One that was uploaded for reuse; good for 90 days.
    case id(String)
    case link(String)
}

/// An answer to be pressed, which goes away with the next message.
public struct PageQuickReply: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case text
        /// Offers the person's own number, or address, for the answer.
        case phoneNumber = "user_phone_number"
        case email = "user_email"
    }

    public var kind: Kind
    public var title: String?
    /// Comes back with the answer.
    public var payload: String?
    public var imageURL: String?

    public init(kind: Kind = .text, title: String? = nil, payload: String? = nil, imageURL: String? = nil) {
        self.kind = kind
        self.title = title
        self.payload = payload
        self.imageURL = imageURL
    }
}

public struct PageButton: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
        case postback(payload: String)
        case link(url: String)
        case call(number: String)
    }

    public var title: String
    public var action: Action

    public init(title: String, _ action: Action) {
        self.title = title
        self.action = action
    }
}

public struct PageCard: Hashable, Sendable {
    public var title: String
    public var subtitle: String?
    public var imageURL: String?
    /// What a press on the card itself opens.
    public var url: String?
    public var buttons: [PageButton]

    public init(
        title: String, subtitle: String? = nil, imageURL: String? = nil, url: String? = nil, buttons: [PageButton] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.imageURL = imageURL
        self.url = url
        self.buttons = buttons
    }
}

/// A message that Meta took: accepted, not yet delivered.
public struct AcceptedPageMessage: Hashable, Sendable {
    /// The `mid`; nil for reactions.
    public let id: String?
    public let personID: String?

    init(_ json: JSON) throws(InvalidValue) {
        id = json["message_id"]?.filledText
        personID = json["recipient_id"]?.idText
        if id == nil, personID == nil { throw InvalidValue(at: "message_id", "is required") }
    }
}

/// What the person sees of the business's side besides messages.
public enum PageSignal: String, Hashable, Sendable, CaseIterable {
    case seen = "mark_seen"
    /// For 20 seconds, or until a message comes.
    case typing = "typing_on"
    case typingEnded = "typing_off"
}

extension GraphClient {
    /// Sends as a page, also for the Instagram account that belongs to it. With the page's token.
    ///
    /// Sending is not idempotent, and Meta knows no idempotency key. On a failure with
    /// ``GraphFailure/isOutcomeUnknown``, wait for the echo that carries the message's ``PageSend/metadata``.
    public func send(
        _ message: PageSend, from pageID: String, with token: GraphToken
    ) async throws(GraphFailure) -> AcceptedPageMessage {
        try decode(await post("\(node(pageID))/messages", json: message.json, with: token), AcceptedPageMessage.init)
    }

    public func show(
        _ signal: PageSignal, to personID: String, from pageID: String, with token: GraphToken
    ) async throws(GraphFailure) {
        let body: JSON = ["recipient": ["id": .string(personID)], "sender_action": .string(signal.rawValue)]
        _ = try decode(await post("\(node(pageID))/messages", json: body, with: token), AcceptedPageMessage.init)
    }

    /// Has Meta fetch a file once, for many messages. - Returns: its id, good for 90 days, of this page only.
    public func uploadAttachment(
        _ kind: MessageFile.Kind, from url: String, for product: PageProduct, page pageID: String, with token: GraphToken
    ) async throws(GraphFailure) -> String {
        let attachment: JSON = [
            "type": .string(PageSend.word(for: kind)), "payload": ["url": .string(url), "is_reusable": true],
        ]
        var body: JSONObject = ["message": ["attachment": attachment]]
        if product == .instagram { body["platform"] = "instagram" }
        let answer = try await post("\(node(pageID))/message_attachments", json: .object(body), with: token)
        return try decode(answer) { json throws(InvalidValue) in try json.requiredID("attachment_id") }
    }

    /// Gives Meta a file ahead of a message over Messenger. - Returns: its id, good for 90 days, of this page only.
    public func uploadAttachment(
        _ kind: MessageFile.Kind, _ file: FileStream, for pageID: String, with token: GraphToken,
        deadline: Duration = .seconds(60)
    ) async throws(GraphFailure) -> String {
        let message: JSON = ["attachment": ["type": .string(PageSend.word(for: kind)), "payload": ["is_reusable": true]]]
        let form = MultipartBody(file: file, as: "filedata", fields: [("message", message.serialized())])
        let answer = try await post(
            "\(node(pageID))/message_attachments", content: form.content, type: form.contentType, deadline: deadline,
            with: token)
        return try decode(answer) { json throws(InvalidValue) in try json.requiredID("attachment_id") }
    }
}
