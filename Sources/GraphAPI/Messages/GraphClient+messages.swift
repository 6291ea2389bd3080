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

extension GraphClient {
    /// Sends a message from a registered number.
    ///
    /// Sending is not idempotent, and WhatsApp knows no idempotency key. On a failure with
    /// ``GraphFailure/isOutcomeUnknown``, wait for a status that carries the message's ``WhatsAppSend/callbackData``.
    ///
    /// - Returns: What WhatsApp accepted; whether it arrives comes by webhook.
    public func send(
        _ message: WhatsAppSend, from phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) -> AcceptedMessage {
        let answer = try await post("\(node(phoneNumberID))/messages", json: message.json, with: token)
        return try decode(answer, AcceptedMessage.init)
    }

    /// Shows the sender of a received message, and of those before it, that it was read.
    ///
    /// - Parameters:
    ///   - messageID: The `wamid` of the received message; at most 30 days old.
    ///   - showsTyping: Also shows that an answer is being written, for 25 seconds or until it is sent.
    public func markRead(
        _ messageID: String, showsTyping: Bool = false, from phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) {
        var body: JSONObject = ["messaging_product": "whatsapp", "status": "read", "message_id": .string(messageID)]
        if showsTyping { body["typing_indicator"] = ["type": "text"] }
        try confirm(await post("\(node(phoneNumberID))/messages", json: .object(body), with: token))
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
