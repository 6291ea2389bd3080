#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEndpoint {
    /// Message types that Meta knows. Only those that the sandbox can show on its phone are accepted; see
    /// ``content(of:type:)``.
    private static let knownTypes = [
        "audio", "contacts", "document", "image", "interactive", "location", "pin", "reaction", "sticker", "template",
        "text", "video",
    ]

    /// `POST /{phone}/messages`: a send, a mark-as-read, or a typing indicator.
    ///
    /// Checks go in the order in which Meta's errors were observed; whatever depends on the recipient's side is
    /// accepted here and fails later by a status webhook.
    func postMessage(_ request: GraphRequest, from number: BusinessNumber) throws(GraphError) -> GraphReply {
        guard let product = request.text("messaging_product") else { throw .missingParameter("messaging_product") }
        guard product == "whatsapp" else {
            throw .invalidParameter("Param messaging_product must be one of {WHATSAPP} - got \"\(product)\".")
        }
        guard number.status == "CONNECTED" else { throw .notRegistered }
        if request.parameters["status"] != nil { return try markRead(request, number: number) }
        return try send(request, from: number)
    }

    // MARK: Mark as read and typing

    private func markRead(_ request: GraphRequest, number: BusinessNumber) throws(GraphError) -> GraphReply {
        guard request.text("status") == "read" else {
            throw .invalidParameter("Param status must be one of {READ} - got \"\(request.text("status") ?? "")\".")
        }
        guard let id = request.text("message_id") else { throw .requiredMissing("message_id") }
        let typing = request.json("typing_indicator")
        if let typing, typing["type"]?.string != "text" {
            throw .invalidParameter("Param typing_indicator['type'] must be one of {TEXT}.")
        }
        let isKnown = sandbox.write { world, now in
            guard let (chat, message) = world.message(id, ofNumber: number.id), message.direction == .fromPerson,
                now.timeIntervalSince(message.sentAt) <= Self.readableFor
            else { return false }
            world.businessReads(id, in: chat)
            if typing != nil {
                world.conversations[chat, default: Conversation()].typingUntil = now.addingTimeInterval(25)
            }
            return true
        }
        guard isKnown else { throw .valueInvalid("Param message_id is not the id of a message that was received.") }
        return .success
    }

    /// Messages can be marked as read for 30 days, in seconds.
    private static let readableFor: TimeInterval = 30 * 24 * 60 * 60

    // MARK: Sending

    private func send(_ request: GraphRequest, from number: BusinessNumber) throws(GraphError) -> GraphReply {
        let recipientType = request.text("recipient_type") ?? "individual"
        guard recipientType == "individual" else {
            throw .invalidParameter(
                "Param recipient_type must be one of {INDIVIDUAL} - got \"\(recipientType)\".")
        }
        guard let input = request.text("to") else { throw .requiredMissing("to") }
        guard let recipient = Recipient(input, sender: number, directory: directory) else {
            throw .valueInvalid("Recipient is not a valid WhatsApp user phone number.")
        }
        guard recipient.waID != number.digits else { throw .recipientIsSender }
        let type = request.text("type") ?? "text"
        guard Self.knownTypes.contains(type) else {
            let names = Self.knownTypes.map { $0.uppercased() }.joined(separator: ", ")
            throw .invalidParameter("Param type must be one of {\(names)} - got \"\(type)\".")
        }
        let content = try content(of: request, type: type)
        let opaque = request.text("biz_opaque_callback_data")
        if let opaque, opaque.count > 512 { throw .tooLong("biz_opaque_callback_data", limit: 512) }

        let id = Sandbox.newMessageID()
        let chat = ChatID(person: recipient.waID, number: number.id)
        let quoted = request.json("context")?["message_id"]?.string
        sandbox.write { world, now in
            // A quotation of a message that is not there is dropped in silence, as Meta does.
            let isThere = quoted.flatMap { world.message($0, ofNumber: number.id) }?.chat == chat
            world.businessSends(
                Message(
                    id: id, direction: .fromBusiness, sentAt: now, content: content, status: .accepted,
                    opaqueCallbackData: opaque, replyTo: isThere ? quoted : nil),
                to: recipient.person, in: chat, at: now, rules: sandbox.rules)
        }
        return GraphReply([
            "messaging_product": "whatsapp",
            "contacts": [["input": .string(input), "wa_id": .string(recipient.waID)]],
            "messages": [["id": .string(id)]],
        ])
    }

    private func content(of request: GraphRequest, type: String) throws(GraphError) -> MessageContent {
        guard type == "text" else { throw .typeNotSupported(type) }
        guard let text = request.json("text") else { throw .requiredMissing("text") }
        guard case .object = text else { throw .invalidParameter("Param text must be a JSON object.") }
        guard let value = text["body"] else { throw .requiredMissing("text['body']") }
        guard let body = value.string else { throw .invalidParameter("Param text['body'] must be a string.") }
        guard !body.isEmpty else { throw .requiredMissing("text['body']") }
        guard body.unicodeScalars.count <= Self.textLimit else { throw .tooLong("text['body']", limit: Self.textLimit) }
        if let preview = text["preview_url"] {
            switch preview {
            case .bool, .null: break
            default: throw .invalidParameter("Param text['preview_url'] must be a boolean.")
            }
        }
        return .text(body)
    }

    /// Longest text message, in characters.
    static let textLimit = 4096
}

/// Whom a `to` means.
private struct Recipient {
    var waID: String
    /// `nil` when nobody of the directory has the number.
    var person: Person?

    /// Reads a number with optional `+`, `-`, `(`, `)` and spaces, or gives `nil` when it cannot be one.
    ///
    /// Without a `+` a number that nobody has is also tried as a national one, with the sender's country code before
    /// it: Meta does that, which is why senders should always spell the full number.
    init?(_ input: String, sender: BusinessNumber, directory: Directory) {
        let allowed = Set("+-() 0123456789")
        guard input.allSatisfy(allowed.contains) else { return nil }
        let digits = input.filter(\.isNumber)
        guard (7...15).contains(digits.count) else { return nil }
        func person(_ digits: String) -> Person? {
            directory.people.first { $0.waID == digits || $0.aliases.contains(digits) }
        }
        if let found = person(digits) {
            waID = found.waID
            self.person = found
            return
        }
        if !input.hasPrefix("+") {
            let countryCode = sender.displayPhoneNumber.dropFirst().prefix { $0.isNumber }
            let national = digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
            if let found = person(countryCode + national) {
                waID = found.waID
                self.person = found
                return
            }
        }
        waID = digits
        self.person = nil
    }
}
