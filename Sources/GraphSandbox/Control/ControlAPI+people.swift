#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import HTTPTypes
import Cryptography

/// What people do, for tests: they send every kind, press, react, change, take back, stop marketing.
extension ControlAPI {
    /// `POST /sandbox/messages`: a person writes. Exactly one of the keys that say what.
    func send(_ body: WireJSON) throws(Refusal) -> WireJSON {
        if body["group"] != nil { return try sendInGroup(body) }
        let chat = try chat(body)
        let endpoint = try endpoint(of: chat)
        guard let person = sandbox.directory.person(chat.person), Self.canWrite(person, to: endpoint) else {
            throw Refusal(status: .badRequest, message: "This person has no \(endpoint.product.name).")
        }
        let id = Sandbox.newMessageID(endpoint.product)
        let content: MessageContent
        var replyTo = body["reply_to"]?.string
        if let wanted = body["press"] {
            let option = sandbox.read { world, _ in
                Presses.find(
                    title: wanted["title"]?.string, payload: wanted["payload"]?.scalarText,
                    in: world.conversations[chat]?.messages ?? [], product: endpoint.product)
            }
            guard let option else {
                throw Refusal(status: .badRequest, message: "There is no such button in the chat.")
            }
            content = Presses.content(of: option.press, by: person)
            // WhatsApp says which message it was on; the other two do not.
            replyTo = endpoint.product == .whatsApp ? option.messageID : nil
        } else {
            content = try self.content(of: body, endpoint)
        }
        let extras = body["extra"]?.members ?? []
        let quoted = replyTo
        sandbox.write { world, now in
            world.personSends(
                content, id: id, replyTo: quoted, extras: extras, in: chat, at: now, rules: sandbox.rules)
        }
        return ["id": .string(id)]
    }

    static func canWrite(_ person: Person, to endpoint: Endpoint) -> Bool {
        endpoint.product == .whatsApp ? person.isReachable : person.scopedIDs[endpoint.id] != nil
    }

    func content(of body: WireJSON, _ endpoint: Endpoint) throws(Refusal) -> MessageContent {
        let kinds = [
            "text", "media", "location", "contacts", "form", "postback", "quick_reply", "reaction", "order",
            "unsupported",
        ]
        let given = kinds.filter { body[$0] != nil }
        guard given.count == 1 else {
            throw Refusal(
                status: .badRequest,
                message: given.isEmpty ? "text is missing." : "Send one of \(given.joined(separator: ", ")).")
        }
        let value = body[given[0]] ?? .null
        func text(_ key: String) throws(Refusal) -> String {
            guard let text = value[key]?.scalarText else {
                throw Refusal(status: .badRequest, message: "\(given[0]).\(key) is missing.")
            }
            return text
        }
        switch given[0] {
        case "text":
            guard let text = value.string else { throw Refusal(status: .badRequest, message: "text is missing.") }
            if let problem = PhonePages.problem(with: text) { throw Refusal(status: .badRequest, message: problem) }
            return .text(text)
        case "media": return .media(try media(value, endpoint))
        case "location":
            guard let latitude = Self.number(value["latitude"]), let longitude = Self.number(value["longitude"]) else {
                throw Refusal(status: .badRequest, message: "location needs latitude and longitude.")
            }
            return .location(
                Place(
                    latitude: latitude, longitude: longitude, name: value["name"]?.string,
                    address: value["address"]?.string))
        case "contacts":
            return .contacts(
                (value.array ?? []).map { card in
                    ContactCard(name: card["name"]?["formatted_name"]?.string ?? "", wire: card)
                })
        case "form":
            return .press(
                Press(source: .form, title: "Sent", payload: value["response_json"]?.string ?? value.wireText()))
        case "postback":
            return .press(Press(source: .postback, title: try text("title"), payload: try text("payload")))
        case "quick_reply":
            return .press(Press(source: .quickReply, title: try text("title"), payload: try text("payload")))
        case "reaction":
            return .reaction(Reaction(messageID: try text("message_id"), emoji: value["emoji"]?.string ?? ""))
        case "order":
            let items = (value["items"]?.array ?? []).map { item in
                Order.Item(
                    productID: item["product"]?.scalarText ?? "", quantity: Int(Self.number(item["quantity"]) ?? 1),
                    price: Self.number(item["price"]) ?? 0, currency: item["currency"]?.string ?? "GBP")
            }
            return .order(
                Order(
                    catalogID: value["catalog"]?.scalarText ?? "880145520917733", note: value["note"]?.string,
                    items: items))
        default: return .unsupported(kind: value.string ?? "unknown")
        }
    }

    /// A file: `{kind, mime_type, data (base64), caption?, filename?, voice?}`.
    private func media(_ value: WireJSON, _ endpoint: Endpoint) throws(Refusal) -> MediaContent {
        guard let kind = value["kind"]?.string.flatMap(MediaContent.Kind.init) else {
            let kinds = MediaContent.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(status: .badRequest, message: "media.kind is one of \(kinds).")
        }
        guard let data = value["data"]?.string, let bytes = Base64.decode(data) else {
            throw Refusal(status: .badRequest, message: "media.data is missing or not Base64.")
        }
        let type = value["mime_type"]?.string ?? MediaRules.sniffed(bytes) ?? MediaRules.whatsApp(kind).mimeTypes[0]
        return try keep(
            bytes, kind: kind, type: type, caption: value["caption"]?.string, filename: value["filename"]?.string,
            isVoice: value["voice"] == .bool(true), endpoint)
    }

    private func keep(
        _ bytes: [UInt8], kind: MediaContent.Kind, type: String, caption: String?, filename: String?, isVoice: Bool,
        _ endpoint: Endpoint
    ) throws(Refusal) -> MediaContent {
        do throws(SandboxError) {
            let item = try sandbox.keepMedia(
                bytes, mimeType: type, filename: filename, endpointID: endpoint.id, origin: .inbound)
            return MediaContent(
                kind: kind, mediaID: item.id, mimeType: type, caption: caption, filename: filename, isVoice: isVoice)
        } catch {
            throw Refusal(status: .internalServerError, message: error.description)
        }
    }

    /// `POST /sandbox/comments`: a person writes below a post.
    func comment(_ body: WireJSON) throws(Refusal) -> WireJSON {
        let chat = try chat(body)
        let endpoint = try endpoint(of: chat)
        guard endpoint.product != .whatsApp, let person = sandbox.directory.person(chat.person),
            Self.canWrite(person, to: endpoint)
        else { throw Refusal(status: .badRequest, message: "This person cannot comment there.") }
        let text = body["text"]?.string ?? ""
        if let problem = PhonePages.problem(with: text) { throw Refusal(status: .badRequest, message: problem) }
        let (id, comment) = Sandbox.newComment(text, at: endpoint)
        sandbox.write { world, now in
            world.personComments(comment, id: id, in: chat, at: now, rules: sandbox.rules)
        }
        return ["id": .string(id)]
    }

    /// `POST /sandbox/edit` `{…, message, text}`, `POST /sandbox/delete` `{…, message}`.
    func change(_ body: WireJSON, isDeletion: Bool) throws(Refusal) -> WireJSON {
        let chat = try chat(body)
        let endpoint = try endpoint(of: chat)
        guard let id = body["message"]?.string, sandbox.read({ world, _ in world.message(id)?.chat == chat }) else {
            throw Refusal(status: .badRequest, message: "message is not the id of a message of this chat.")
        }
        let text = body["text"]?.string ?? ""
        guard isDeletion || !text.isEmpty else { throw Refusal(status: .badRequest, message: "text is missing.") }
        let eventID = Sandbox.newMessageID(endpoint.product)
        sandbox.write { world, now in
            if isDeletion {
                world.personDeletes(id, eventID: eventID, in: chat, at: now, rules: sandbox.rules)
            } else {
                world.personEdits(id, to: text, eventID: eventID, in: chat, at: now, rules: sandbox.rules)
            }
        }
        return ["success": true]
    }

    /// `POST /sandbox/marketing` `{person, number, stopped}`.
    func setMarketing(_ body: WireJSON) throws(Refusal) -> WireJSON {
        let chat = try chat(body)
        let isStopped = body["stopped"] != .bool(false)
        sandbox.write { world, now in
            world.setMarketing(isStopped: isStopped, in: chat, at: now, rules: sandbox.rules)
        }
        return ["success": true]
    }

    /// `POST /sandbox/system` `{person, number, type, …}`: the person's number, user id or security code changes.
    func systemChange(_ body: WireJSON) throws(Refusal) -> WireJSON {
        let chat = try chat(body)
        guard case .number(let number) = try endpoint(of: chat), let person = sandbox.directory.person(chat.person)
        else { throw Refusal(status: .badRequest, message: "System events are WhatsApp's.") }
        let type = body["type"]?.string ?? "user_changed_number"
        var identity: WireJSON?
        let system: WireJSON
        switch type {
        case "user_changed_number":
            let new = body["wa_id"]?.scalarText ?? "447700900733"
            system = [
                "body": .string("User \(person.name) changed from \(person.waID) to \(new)"), "wa_id": .string(new),
                "type": .string(type),
            ]
        case "user_changed_user_id":
            let new = body["user_id"]?.string ?? "GB.10000000000000001"
            system = [
                "body": .string("User \(person.name) changed their user id"), "user_id": .string(new),
                "type": .string(type),
            ]
        case "customer_identity_changed":
            system = ["body": .string("\(person.name)'s security code changed"), "type": .string(type)]
            identity = [
                "acknowledged": true, "created_timestamp": "1795341540", "hash": .string(person.identityKeyHash),
            ]
        default:
            throw Refusal(
                status: .badRequest,
                message: "type is one of user_changed_number, user_changed_user_id, customer_identity_changed.")
        }
        let id = Sandbox.newMessageID()
        sandbox.write { world, now in
            let payload = WebhookPayload.system(
                system, identity: identity, id: id, at: now, person: person, waID: person.waID, to: number)
            world.tell(
                .number(number), payload, "system event of +\(person.waID)", at: now, rules: sandbox.rules)
        }
        return ["id": .string(id)]
    }

    /// `POST /sandbox/calls`: a call rings and ends, with its two webhooks. The window opens, as by a message.
    func ring(_ body: WireJSON) throws(Refusal) -> WireJSON {
        let chat = try chat(body)
        guard let number = sandbox.directory.number(chat.number), let person = sandbox.directory.person(chat.person) else {
            throw Refusal(status: .badRequest, message: "Only WhatsApp numbers are called.")
        }
        let seconds = Int64(Self.number(body["seconds"]) ?? 0)
        let id = "wacid." + Sandbox.newMessageID().dropFirst("wamid.".count)
        sandbox.write { world, now in
            let began = Int64(now.timeIntervalSince1970)
            world.conversations[chat, default: Conversation()].lastInboundAt = now
            func tell(_ event: String, _ time: Int64, _ facts: [WireJSON.Member]) {
                let call: [WireJSON.Member] = [
                    .init(key: "id", value: .string(id)), .init(key: "from", value: .string(person.waID)),
                    .init(key: "to", value: .string(number.digits)), .init(key: "event", value: .string(event)),
                    .init(key: "timestamp", value: .string(String(time))),
                    .init(key: "direction", value: "USER_INITIATED"),
                ]
                world.announce(
                    [
                        "messaging_product": "whatsapp",
                        "metadata": [
                            "display_phone_number": .string(number.digits), "phone_number_id": .string(number.id),
                        ],
                        "contacts": [
                            [
                                "profile": ["name": .string(person.name)], "wa_id": .string(person.waID),
                                "user_id": .string(person.userID),
                            ]
                        ],
                        "calls": [.object(call + facts)],
                    ], field: "calls", accountID: number.accountID, summary: "call of +\(person.waID): \(event)", at: now,
                    rules: sandbox.rules)
            }
            tell("connect", began, [
                .init(key: "session", value: ["sdp_type": "offer", "sdp": "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"])
            ])
            var facts = [WireJSON.Member(key: "status", value: seconds > 0 ? "COMPLETED" : "FAILED")]
            if seconds > 0 {
                facts += [
                    .init(key: "start_time", value: .string(String(began))),
                    .init(key: "end_time", value: .string(String(began + seconds))),
                    .init(key: "duration", value: .integer(seconds)),
                ]
            }
            tell("terminate", began + seconds, facts)
        }
        return ["id": .string(id)]
    }

    static func number(_ value: WireJSON?) -> Double? {
        switch value {
        case .integer(let value)?: Double(value)
        case .double(let value)?: value
        case .string(let text)?: Double(text)
        default: nil
        }
    }
}
