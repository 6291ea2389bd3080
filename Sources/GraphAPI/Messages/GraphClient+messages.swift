import IntegrationKit

/// A message that WhatsApp took: accepted, not yet delivered.
public struct AcceptedMessage: Hashable, Sendable {
    /// The `wamid`, by which statuses and replies refer to it.
    public let id: String
    /// The recipient as WhatsApp knows it: digits without `+`. It can differ from what was given (Brazil, Mexico). nil
    /// for a recipient without a number.
    public let waID: String?
    /// `accepted`, or for templates `held_for_quality_assessment` or `paused`.
    public let status: String?
}

/// A text to send over WhatsApp.
public struct WhatsAppText: Hashable, Sendable {
    /// The recipient's number in E.164, `+447700900417`. Always with the country: WhatsApp would put the sender's
    /// before it.
    public var to: String
    /// 1 to ``maximumLength`` characters.
    public var body: String
    /// Whether the first link in the body is shown with a preview.
    public var showsPreview: Bool
    /// The `wamid` of a message that this one quotes.
    public var replyTo: String?
    /// Comes back with each status of the message, at most ``maximumCallbackDataLength`` characters: how a send whose
    /// answer was lost is settled.
    public var callbackData: String?

    /// What WhatsApp allows.
    public static let maximumLength = 4096
    public static let maximumCallbackDataLength = 512

    public init(
        to: String, body: String, showsPreview: Bool = false, replyTo: String? = nil, callbackData: String? = nil
    ) {
        self.to = to
        self.body = body
        self.showsPreview = showsPreview
        self.replyTo = replyTo
        self.callbackData = callbackData
    }

    var json: JSON {
        var message: JSONObject = [
            "messaging_product": "whatsapp", "recipient_type": "individual", "to": .string(to), "type": "text",
            "text": ["body": .string(body), "preview_url": .bool(showsPreview)],
        ]
        if let replyTo { message["context"] = ["message_id": .string(replyTo)] }
        if let callbackData { message["biz_opaque_callback_data"] = .string(callbackData) }
        return .object(message)
    }
}

extension GraphClient {
    /// Sends a text from a registered number.
    ///
    /// Sending is not idempotent, and WhatsApp knows no idempotency key. On a failure with
    /// ``GraphFailure/isOutcomeUnknown``, wait for a status that carries the message's ``WhatsAppText/callbackData``.
    ///
    /// - Returns: What WhatsApp accepted; whether it arrives comes by webhook.
    public func send(
        _ text: WhatsAppText, from phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) -> AcceptedMessage {
        let answer = try await post("\(node(phoneNumberID))/messages", json: text.json, with: token)
        return try decode(answer, AcceptedMessage.init)
    }

    /// Shows the sender of a received message, and of those before it, that it was read.
    ///
    /// - Parameter messageID: The `wamid` of the received message; at most 30 days old.
    public func markRead(
        _ messageID: String, from phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) {
        let body: JSON = ["messaging_product": "whatsapp", "status": "read", "message_id": .string(messageID)]
        try confirm(await post("\(node(phoneNumberID))/messages", json: body, with: token))
    }
}

extension AcceptedMessage {
    init(_ json: JSON) throws(InvalidValue) {
        guard let message = json["messages"]?[0], let id = message["id"]?.filledText else {
            throw InvalidValue(at: "messages[0].id", "is required")
        }
        self.id = id
        waID = json["contacts"]?[0]?["wa_id"]?.filledText
        status = message["message_status"]?.filledText
    }
}
