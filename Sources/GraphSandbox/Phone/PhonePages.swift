#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import HTTPTypes
import Hummingbird
import NIOCore

/// The phone: choose who to be, read what the business wrote, answer. Works as plain pages; a script makes it live.
struct PhonePages: Sendable {
    let sandbox: Sandbox

    func respond(to call: HTTPCall) -> Response {
        let segments = call.segments
        switch (call.request.method, segments.count) {
        case (.get, 0), (.head, 0): return PageResponse.html(view().people())
        case (.get, _) where segments[0] == "assets" && segments.count == 2:
            return asset(segments[1], call.request)
        case (.get, 1) where segments[0] == "favicon.ico": return asset("icon.svg", call.request)
        case (.get, 1) where segments[0] == "events": return events(call)
        case (_, 3...) where segments[0] == "phone" && segments[2] == "groups":
            return groups(segments[1], segments[3...], call) ?? notFound()
        case (.get, 2): return openPerson(segments[1])
        case (.get, 3) where segments[1] == "media": return file(segments[2])
        case (.get, 3): return openChat(segments[1], segments[2], call)
        case (.post, 2) where segments[1] == "retry": return retry(call)
        case (.post, 4) where segments[3] == "messages": return send(call, segments[1], segments[2])
        case (.post, 4): return act(segments[3], call, segments[1], segments[2])
        case (.get, _), (.head, _), (.post, _): return notFound()
        default: return PageResponse.text("This page knows GET and POST only.", status: .methodNotAllowed)
        }
    }

    /// A picture of the world at this moment, ready to be drawn.
    func view(
        chat: ChatID? = nil, draft: PhoneView.Draft? = nil, replyTo: String? = nil
    ) -> PhoneView {
        sandbox.read { world, now in
            PhoneView(
                world: world, now: now, configuration: sandbox.configuration,
                directory: world.current(sandbox.configuration.directory), chat: chat, draft: draft,
                replyTo: replyTo, times: TimeText(now: now))
        }
    }

    /// The chat in which somebody was last active, or one with the first number that can send.
    private func openPerson(_ waID: String) -> Response {
        guard sandbox.directory.person(waID) != nil else { return notFound() }
        let latest = sandbox.read { world, _ in
            world.conversations.filter { $0.key.person == waID && !$0.value.messages.isEmpty }
                .max {
                    ($0.value.messages.last?.sentAt ?? .distantPast) < ($1.value.messages.last?.sentAt ?? .distantPast)
                }?
                .key.number
        }
        guard let number = latest ?? sandbox.directory.numbers.first(where: { $0.status == "CONNECTED" })?.id else {
            return notFound()
        }
        return PageResponse.redirect(to: Self.path(ChatID(person: waID, number: number)))
    }

    private func openChat(_ waID: String, _ numberID: String, _ call: HTTPCall) -> Response {
        guard let chat = knownChat(waID, numberID) else { return notFound() }
        // Looking at a chat is what reads it, with or without a script.
        sandbox.readIfNeeded(chat)
        return PageResponse.html(view(chat: chat, replyTo: call.queryFields["reply"]).chatPage())
    }

    private func send(_ call: HTTPCall, _ waID: String, _ numberID: String) -> Response {
        guard let chat = knownChat(waID, numberID), let endpoint = sandbox.directory.endpoint(numberID),
            let person = sandbox.directory.person(waID), ControlAPI.canWrite(person, to: endpoint)
        else { return notFound() }
        let form = PhoneForm(call)
        let text = (form["text"] ?? "").replacing("\r\n", with: "\n")
        var content = MessageContent.text(text)
        if let file = form.file, !file.bytes.isEmpty {
            guard let media = keep(file, caption: text, endpoint) else {
                let draft = PhoneView.Draft(text: text, problem: "The file could not be kept.")
                return PageResponse.html(view(chat: chat, draft: draft).chatPage(), status: .unprocessableContent)
            }
            content = .media(media)
        } else if let problem = Self.problem(with: text) {
            let draft = PhoneView.Draft(text: text, problem: problem)
            return PageResponse.html(view(chat: chat, draft: draft).chatPage(), status: .unprocessableContent)
        }
        sends(content, replyTo: form["reply_to"].flatMap { $0.isEmpty ? nil : $0 }, in: chat, endpoint)
        return PageResponse.redirect(to: Self.path(chat))
    }

    private func sends(_ content: MessageContent, replyTo: String?, in chat: ChatID, _ endpoint: Endpoint) {
        let id = Sandbox.newMessageID(endpoint.product)
        sandbox.write { world, now in
            world.personSends(content, id: id, replyTo: replyTo, in: chat, at: now, rules: sandbox.rules)
        }
    }

    private func keep(_ file: MultipartForm.File, caption: String, _ endpoint: Endpoint) -> MediaContent? {
        let type = MediaRules.sniffed(file.bytes) ?? file.contentType ?? "application/octet-stream"
        let kind: MediaContent.Kind =
            switch MediaRules.bare(type).split(separator: "/").first {
            case "image": type == "image/webp" ? .sticker : .image
            case "audio": .audio
            case "video": .video
            default: .document
            }
        guard
            let item = try? sandbox.keepMedia(
                file.bytes, mimeType: type, filename: file.filename, endpointID: endpoint.id, origin: .inbound)
        else { return nil }
        return MediaContent(
            kind: kind, mediaID: item.id, mimeType: type, caption: caption.isEmpty ? nil : caption,
            filename: kind == .document ? file.filename : nil, isVoice: MediaRules.bare(type) == "audio/ogg")
    }

    /// Everything that a person does beside writing: presses, reacts, shares a place, changes and takes back.
    private func act(_ verb: String, _ call: HTTPCall, _ waID: String, _ numberID: String) -> Response {
        guard let chat = knownChat(waID, numberID), let endpoint = sandbox.directory.endpoint(numberID),
            let person = sandbox.directory.person(waID), ControlAPI.canWrite(person, to: endpoint)
        else { return notFound() }
        let form = PhoneForm(call)
        let messageID = form["message"] ?? ""
        let eventID = Sandbox.newMessageID(endpoint.product)
        switch verb {
        case "press":
            let option = sandbox.read { world, _ in
                Presses.find(
                    title: nil, payload: form["payload"] ?? "",
                    in: (world.conversations[chat]?.messages ?? []).filter { $0.id == messageID },
                    product: endpoint.product)
            }
            guard let option else { return notFound() }
            sends(
                Presses.content(of: option.press, by: person), replyTo: endpoint.product == .whatsApp ? option.messageID : nil, in: chat,
                endpoint)
        case "react":
            sends(
                .reaction(Reaction(messageID: messageID, emoji: form["emoji"] ?? "")), replyTo: nil, in: chat, endpoint)
        case "location":
            sends(
                .location(
                    Place(
                        latitude: 51.5074, longitude: -0.1278, name: "Trafalgar Square",
                        address: "Trafalgar Square, London WC2N 5DS")), replyTo: nil, in: chat, endpoint)
        case "contact":
            let card: WireJSON = [
                "name": ["formatted_name": "Piotr Wolny", "first_name": "Piotr", "last_name": "Wolny"],
                "phones": [["phone": "+44 7700 900552", "type": "WORK", "wa_id": "447700900552"]],
            ]
            sends(.contacts([ContactCard(name: "Piotr Wolny", wire: card)]), replyTo: nil, in: chat, endpoint)
        case "comment":
            let text = form["text"] ?? ""
            guard endpoint.product != .whatsApp, Self.problem(with: text) == nil else {
                return PageResponse.redirect(to: Self.path(chat))
            }
            let (id, comment) = Sandbox.newComment(text, at: endpoint)
            sandbox.write { world, now in
                world.personComments(comment, id: id, in: chat, at: now, rules: sandbox.rules)
            }
        case "edit":
            let text = form["text"] ?? ""
            guard Self.problem(with: text) == nil else { return PageResponse.redirect(to: Self.path(chat)) }
            sandbox.write { world, now in
                world.personEdits(messageID, to: text, eventID: eventID, in: chat, at: now, rules: sandbox.rules)
            }
        case "delete":
            sandbox.write { world, now in
                world.personDeletes(messageID, eventID: eventID, in: chat, at: now, rules: sandbox.rules)
            }
        case "marketing":
            sandbox.write { world, now in
                world.setMarketing(isStopped: form["stopped"] == "true", in: chat, at: now, rules: sandbox.rules)
            }
        default: return notFound()
        }
        return PageResponse.redirect(to: Self.path(chat))
    }

    /// A picture, sound or document of a message.
    private func file(_ id: String) -> Response {
        guard let item = sandbox.read({ world, _ in world.media[id] }),
            let bytes = sandbox.mediaStore.bytes(item.sha256)
        else { return notFound() }
        var headers = PageResponse.securityHeaders()
        // Only what a browser shows without running it is shown; the rest is saved.
        let isShown =
            ["image/", "audio/", "video/"].contains { item.mimeType.hasPrefix($0) }
            && !item.mimeType.hasPrefix("image/svg")
        headers[.contentType] = isShown ? item.mimeType : "application/octet-stream"
        if !isShown {
            headers[.contentDisposition] =
                "attachment; filename*=UTF-8''\(FormFields.encode(item.filename ?? "document"))"
        }
        headers[.cacheControl] = "private, max-age=3600"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What is wrong with a text that a person wants to send.
    static func problem(with text: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return "Write something first." }
        let length = text.unicodeScalars.count
        guard length > WhatsAppMessageReader.textLimit else { return nil }
        return "A message can have \(WhatsAppMessageReader.textLimit) characters; this one has \(length)."
    }

    private func retry(_ call: HTTPCall) -> Response {
        sandbox.write { world, now in world.retryNow(at: now) }
        let back = call.form["back"] ?? "/"
        // Only to a page of this phone.
        return PageResponse.redirect(to: back.hasPrefix("/phone/") && !back.contains("\\") ? back : "/")
    }

    private func knownChat(_ waID: String, _ numberID: String) -> ChatID? {
        guard sandbox.directory.person(waID) != nil, sandbox.directory.endpoint(numberID) != nil else { return nil }
        return ChatID(person: waID, number: numberID)
    }

    private func notFound() -> Response {
        PageResponse.html(view().notFound(), status: .notFound)
    }

    /// What a form of the phone sends, with or without a file.
    private struct PhoneForm {
        private let fields: FormFields
        let file: MultipartForm.File?

        init(_ call: HTTPCall) {
            let type = call.request.headers[.contentType] ?? ""
            if type.hasPrefix("multipart/form-data"), let form = MultipartForm(parsing: call.body, contentType: type) {
                fields = FormFields(form.fields)
                file = form.files["file"]
            } else {
                fields = call.form
                file = nil
            }
        }

        subscript(name: String) -> String? { fields[name] }
    }

    static func path(_ chat: ChatID) -> String { "/phone/\(chat.person)/\(chat.number)" }

    // MARK: Files

    private func asset(_ name: String, _ request: Request) -> Response {
        switch name {
        case "sandbox.css": serve(PackageResources.sandbox_css, "text/css; charset=utf-8", request)
        case "phone.js": serve(PackageResources.phone_js, "text/javascript; charset=utf-8", request)
        case "icon.svg": serve(PackageResources.icon_svg, "image/svg+xml", request)
        default: notFound()
        }
    }

    private func serve(_ bytes: [UInt8], _ type: String, _ request: Request) -> Response {
        let sum = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return PageResponse.asset(bytes, type: type, tag: "\"\(String(sum, radix: 36))\"", request: request)
    }

    // MARK: Live

    /// Server-sent events: one for every change, without content; the page fetches itself again.
    ///
    /// While a chat is named in the query the person counts as looking at it.
    private func events(_ call: HTTPCall) -> Response {
        let query = call.queryFields
        let chat = knownChat(query["person"] ?? "", query["number"] ?? "")
        let sandbox = sandbox
        let request = call.request
        var headers = PageResponse.securityHeaders()
        headers[.contentType] = "text/event-stream"
        headers[.cacheControl] = "no-store"
        return Response(
            status: .ok, headers: headers,
            body: .init { writer in
                let changes = sandbox.changes.changes()
                if let chat { sandbox.open(chat) }
                defer {
                    changes.end()
                    if let chat { sandbox.close(chat) }
                }
                try await writer.write(ByteBuffer(string: "retry: 1000\nevent: change\ndata: \(sandbox.revision)\n\n"))
                try await request.body.consumeWithInboundCloseHandler { _ in
                    for await _ in changes.stream {
                        try await writer.write(ByteBuffer(string: "event: change\ndata: \(sandbox.revision)\n\n"))
                    }
                } onInboundClosed: {
                    changes.end()
                }
                try await writer.finish(nil)
            })
    }
}
