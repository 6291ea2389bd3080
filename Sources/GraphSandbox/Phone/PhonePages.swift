#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import HTTPTypes
import Hummingbird

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
        case (.get, 2): return openPerson(segments[1])
        case (.get, 3): return openChat(segments[1], segments[2])
        case (.post, 2) where segments[1] == "retry": return retry(call)
        case (.post, 4) where segments[3] == "messages": return send(call, segments[1], segments[2])
        case (.get, _), (.head, _), (.post, _): return notFound()
        default: return PageResponse.text("This page knows GET and POST only.", status: .methodNotAllowed)
        }
    }

    /// A picture of the world at this moment, ready to be drawn.
    private func view(chat: ChatID? = nil, draft: PhoneView.Draft? = nil) -> PhoneView {
        sandbox.read { world, now in
            PhoneView(
                world: world, now: now, configuration: sandbox.configuration, chat: chat, draft: draft,
                times: TimeText(now: now))
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

    private func openChat(_ waID: String, _ numberID: String) -> Response {
        guard let chat = knownChat(waID, numberID) else { return notFound() }
        // Looking at a chat is what reads it, with or without a script.
        sandbox.readIfNeeded(chat)
        return PageResponse.html(view(chat: chat).chatPage())
    }

    private func send(_ call: HTTPCall, _ waID: String, _ numberID: String) -> Response {
        guard let chat = knownChat(waID, numberID), sandbox.directory.person(waID)?.isReachable == true else {
            return notFound()
        }
        let text = (call.form["text"] ?? "").replacing("\r\n", with: "\n")
        if let problem = Self.problem(with: text) {
            let draft = PhoneView.Draft(text: text, problem: problem)
            return PageResponse.html(view(chat: chat, draft: draft).chatPage(), status: .unprocessableContent)
        }
        let id = Sandbox.newMessageID()
        sandbox.write { world, now in
            world.personSends(.text(text), id: id, in: chat, at: now, rules: sandbox.rules)
        }
        return PageResponse.redirect(to: Self.path(chat))
    }

    /// What is wrong with a text that a person wants to send.
    static func problem(with text: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return "Write something first." }
        let length = text.unicodeScalars.count
        guard length > GraphEndpoint.textLimit else { return nil }
        return "A message can have \(GraphEndpoint.textLimit) characters; this one has \(length)."
    }

    private func retry(_ call: HTTPCall) -> Response {
        sandbox.write { world, now in world.retryNow(at: now) }
        let back = call.form["back"] ?? "/"
        // Only to a page of this phone.
        return PageResponse.redirect(to: back.hasPrefix("/phone/") && !back.contains("\\") ? back : "/")
    }

    private func knownChat(_ waID: String, _ numberID: String) -> ChatID? {
        guard sandbox.directory.person(waID) != nil, sandbox.directory.number(numberID) != nil else { return nil }
        return ChatID(person: waID, number: numberID)
    }

    private func notFound() -> Response {
        PageResponse.html(view().notFound(), status: .notFound)
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
