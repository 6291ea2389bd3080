#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEndpoint {
    /// `POST /{phone}/messages`: a send, a mark-as-read, or a typing indicator.
    ///
    /// Checks go in the order in which Meta's errors were observed; whatever depends on the recipient's side is
    /// accepted here and fails later by a status webhook.
    func postMessage(_ request: GraphRequest, from number: BusinessNumber) async throws(GraphError) -> GraphReply {
        guard let product = request.text("messaging_product") else { throw .missingParameter("messaging_product") }
        guard product.lowercased() == "whatsapp" else {
            throw .invalidParameter("Param messaging_product must be one of {WHATSAPP} - got \"\(product)\".")
        }
        switch number.status {
        case "CONNECTED", "FLAGGED": break
        case "RESTRICTED", "BANNED": throw .numberLocked
        default: throw .notRegistered
        }
        if request.parameters["status"] != nil { return try markRead(request, number: number) }
        return try await send(request, from: number)
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
                now.timeIntervalSince(message.sentAt) <= Self.messagesKept
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

    /// Messages can be marked as read, quoted and reacted to for 30 days, in seconds.
    private static let messagesKept: TimeInterval = 30 * 24 * 60 * 60

    // MARK: Sending

    private func send(_ request: GraphRequest, from number: BusinessNumber) async throws(GraphError) -> GraphReply {
        if request.text("recipient_type")?.lowercased() == "group" { return try await sendToGroup(request, from: number) }
        let recipient = try recipient(of: request, number: number)
        let type = (request.text("type") ?? "text").lowercased()
        guard WhatsAppMessage.types.contains(type) else {
            let names = WhatsAppMessage.types.map { $0.uppercased() }.joined(separator: ", ")
            throw .invalidParameter("Param type must be one of {\(names)} - got \"\(type)\".")
        }
        let world = sandbox.read { world, _ in copy world }
        var content = try WhatsAppMessageReader(number: number, world: world).read(type, from: request)
        let opaque = request.text("biz_opaque_callback_data")
        if let opaque, opaque.count > 512 { throw .tooLong("biz_opaque_callback_data", limit: 512) }
        if let hash = request.text("recipient_identity_key_hash"), hash != recipient.person?.identityKeyHash {
            throw .identityMismatch
        }
        let chat = ChatID(person: recipient.waID, number: number.id)
        let now = sandbox.read { _, now in now }
        try checkReaction(content, in: chat, world: world, at: now)
        try sandbox.sendLimits.count(chat, isHigh: number.throughputLevel == "HIGH", at: now)

        var failure = request.scriptedFailure.map { sandbox.errors.failure(code: $0) }
        do throws(LinkFetcher.Problem) {
            content = try await fetchLinks(of: content, endpointID: number.id, rules: MediaRules.whatsApp)
        } catch {
            failure = failure ?? .mediaRejected(error.reason)
        }
        let id = Sandbox.newMessageID()
        let quoted = request.json("context")?["message_id"]?.string
        let message = content
        let scripted = failure
        sandbox.write { world, now in
            // A quotation of a message that is not there is dropped in silence, as Meta does.
            let found = quoted.flatMap { world.message($0, ofNumber: number.id) }
            let isThere =
                found?.chat == chat
                && found.map { now.timeIntervalSince($0.message.sentAt) } ?? 0
                    <= Self.messagesKept
            world.businessSends(
                Message(
                    id: id, direction: .fromBusiness, sentAt: now, content: message, status: .accepted,
                    opaqueCallbackData: opaque, replyTo: isThere ? quoted : nil, scriptedFailure: scripted),
                to: recipient.person, in: chat, at: now, rules: sandbox.rules)
        }
        return GraphReply([
            "messaging_product": "whatsapp",
            "contacts": [recipient.wire],
            "messages": [
                .object(dropping: [
                    "id": .string(id), "message_status": type == "template" ? "accepted" : nil,
                ])
            ],
        ])
    }

    /// Whom the message goes to: `to` with a number, or `recipient` with a business-scoped user id.
    private func recipient(of request: GraphRequest, number: BusinessNumber) throws(GraphError) -> Recipient {
        let type = request.text("recipient_type") ?? "individual"
        switch type.lowercased() {
        case "individual": break
        default: throw .invalidParameter("Param recipient_type must be one of {INDIVIDUAL, GROUP} - got \"\(type)\".")
        }
        if let userID = request.text("recipient") {
            guard request.text("to") == nil else { throw .valueInvalid("Send either to or recipient, not both.") }
            guard let person = directory.people.first(where: { $0.userID == userID }) else {
                throw .valueInvalid("Recipient is not a known business-scoped user ID.")
            }
            if request.json("template")?["name"]?.string.map(isAuthentication(number)) == true {
                throw GraphError(
                    status: 400, message: "(#131062) BSUID recipient not supported", code: 131062,
                    details: "Authentication templates can be sent to phone numbers only.")
            }
            return Recipient(person, byUserID: userID)
        }
        guard let input = request.text("to") else { throw .requiredMissing("to") }
        guard let recipient = Recipient(input, sender: number, directory: directory) else {
            throw .valueInvalid("Recipient is not a valid WhatsApp user phone number.")
        }
        guard recipient.waID != number.digits else { throw .recipientIsSender }
        return recipient
    }

    private func isAuthentication(_ number: BusinessNumber) -> (String) -> Bool {
        let templates = sandbox.read { world, _ in world.templates(ofAccount: number.accountID) }
        return { name in templates.contains { $0.name == name && $0.category == .authentication } }
    }

    private func checkReaction(
        _ content: MessageContent, in chat: ChatID, world: World, at now: Date
    ) throws(GraphError) {
        guard case .reaction(let reaction) = content else { return }
        guard let (itsChat, message) = world.message(reaction.messageID, ofNumber: chat.number), itsChat == chat,
            now.timeIntervalSince(message.sentAt) <= Self.messagesKept
        else { throw .valueInvalid("Param reaction['message_id'] is not the id of a message of this chat.") }
        if case .reaction = message.content {
            throw .valueInvalid("Param reaction['message_id'] is the id of a reaction.")
        }
    }
}

/// Whom a `to` means.
struct Recipient: Sendable {
    var waID: String
    /// `nil` when nobody of the directory has the number.
    var person: Person?
    /// The row of `contacts` in the answer.
    var wire: WireJSON

    init(_ person: Person, byUserID userID: String) {
        waID = person.waID
        self.person = person
        wire = ["input": .string(userID), "wa_id": "", "user_id": .string(userID)]
    }

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
        var found = person(digits)
        if found == nil, !input.hasPrefix("+") {
            let countryCode = sender.displayPhoneNumber.dropFirst().prefix { $0.isNumber }
            let national = digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
            found = person(countryCode + national)
        }
        waID = found?.waID ?? digits
        self.person = found
        wire = ["input": .string(input), "wa_id": .string(waID)]
    }
}
