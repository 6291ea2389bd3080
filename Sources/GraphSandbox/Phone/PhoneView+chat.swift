#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PhoneView {
    /// Who one talks to, and the other numbers and accounts that one could.
    func chatHeader(person: Person, endpoint: Endpoint) -> HTML {
        let isTyping = chat.flatMap { world.conversations[$0]?.typingUntil }.map { $0 > now } ?? false
        let below: HTML =
            isTyping
            ? "<span class=\"typing small\">typing…</span>"
            : "<span class=\"muted small mono\">\(endpoint.detail)</span>"
        return """
            <header class="chat-head">
            <div class="chat-head-row">
            <a class="icon-button back" href="/" aria-label="Back to the people">\(Icon.back)</a>
            <details class="switcher">
            <summary>
            \(Avatar.html(endpoint.name, key: endpoint.id))
            <span class="chat-title"><span class="row-name" dir="auto">\(endpoint.name)</span>
            <span data-live="presence">\(below)</span></span>
            \(productMark(endpoint.product))
            \(Icon.chevron)<span class="hidden">Choose another business</span>
            </summary>
            <ul class="switcher-list" data-live="numbers">
            \(directory.endpoints.filter { isThere(person, at: $0) }.map { endpointRow($0, person: person) }.joined())
            </ul>
            </details>
            </div>
            <p class="being small"><span class="muted">You are</span> <b dir="auto">\(person.name)</b>\(groupsLink(person))</p>
            </header>
            """
    }

    private func groupsLink(_ person: Person) -> HTML? {
        guard person.isReachable else { return nil }
        return " · <a href=\"\(PhonePages.groupsPath(person.waID))\" data-testid=\"groups\">Groups</a>"
    }

    /// Whether a person has the product at all; somebody without WhatsApp is shown there nevertheless, to be refused.
    private func isThere(_ person: Person, at endpoint: Endpoint) -> Bool {
        endpoint.product == .whatsApp || person.scopedIDs[endpoint.id] != nil
    }

    private func productMark(_ product: Product) -> HTML {
        "<span class=\"product product-\(product.rawValue) small\">\(product.name)</span>"
    }

    private func endpointRow(_ endpoint: Endpoint, person: Person) -> HTML {
        let id = ChatID(person: person.waID, number: endpoint.id)
        let conversation = world.conversations[id]
        let unread = conversation?.unreadCount ?? 0
        let badge: HTML? =
            unread == 0
            ? nil
            : "<span class=\"badge\"><span class=\"hidden\">unread messages: </span>\(unread)</span>"
        let current: HTML = id == chat ? " aria-current=\"page\"" : ""
        return """
            <li><a class="row" href="\(PhonePages.path(id))" data-testid="number-\(endpoint.id)"\(current)>
            \(Avatar.html(endpoint.name, key: endpoint.id))
            <span class="row-text">
            <span class="row-line"><span class="row-name" dir="auto">\(endpoint.name)</span>\(badge)</span>
            <span class="row-line"><span class="muted small mono">\(endpoint.detail)</span>
            \(productMark(endpoint.product))</span>
            </span></a></li>
            """
    }

    /// The bubbles, oldest first, with a line before the first of each day.
    func messageList(_ chat: ChatID, person: Person, endpoint: Endpoint) -> HTML {
        let messages = world.conversations[chat]?.visibleToPerson ?? []
        guard !messages.isEmpty else {
            return """
                <ol class="messages" data-live="messages" tabindex="0" aria-label="Messages">
                <li class="blank">\(Icon.chat)<p class="muted">No messages with <bdi>\(endpoint.name)</bdi> yet.
                A business can answer freely for 24 hours after <bdi>\(person.name)</bdi> writes.</p></li>
                </ol>
                """
        }
        var rows: [HTML] = []
        var previous: Message?
        for message in messages {
            if previous.map({ !times.isSameDay($0.sentAt, message.sentAt) }) ?? true {
                rows.append("<li class=\"day\"><span>\(times.day(message.sentAt))</span></li>\n")
                previous = nil
            }
            rows.append(
                bubble(message, follows: previous?.direction == message.direction, in: messages, endpoint: endpoint))
            previous = message
        }
        return """
            <ol class="messages" data-live="messages" tabindex="0" aria-label="Messages">
            \(rows.joined())
            </ol>
            """
    }

    private func bubble(_ message: Message, follows: Bool, in messages: [Message], endpoint: Endpoint) -> HTML {
        let isOwn = message.direction == .fromPerson
        let quoted = message.replyTo.flatMap { id in messages.first { $0.id == id } }
        let quote: HTML? = quoted.map {
            "<blockquote class=\"quote small\" dir=\"auto\">\($0.preview)</blockquote>"
        }
        let iso = message.sentAt.formatted(.iso8601)
        let edited: HTML? = message.editCount == nil ? nil : "<span>edited</span>"
        let reactions = chat.flatMap { world.conversations[$0]?.reactions(to: message.id) } ?? []
        let emojis = reactions.map { HTML("<span>\($0.emoji)</span>") }.joined()
        let chips: HTML? =
            reactions.isEmpty ? nil : "<span class=\"reactions\" data-testid=\"reactions\">\(emojis)</span>"
        return """
            <li class="message \(isOwn ? HTML("out") : HTML("in"))\(follows ? HTML(" follows") : HTML.empty)"
              data-testid="message" data-direction="\(isOwn ? HTML("out") : HTML("in"))"
              data-status="\(message.status.rawValue)" data-kind="\(message.content.kind)" data-id="\(message.id)">
            \(quote)\(content(of: message, endpoint: endpoint))
            <span class="bubble-foot small">\(edited)<time datetime="\(iso)">\(times.clock(message.sentAt))</time>
            \(isOwn ? tick(message.status) : HTML.empty)\(menu(of: message, endpoint: endpoint))</span>
            \(chips)
            </li>
            \(quickReplies(below: message, isLast: message.id == messages.last?.id))
            """
    }

    /// One tick: at Meta. Two: the app has taken the webhook. Two and the word: the business has read it.
    private func tick(_ status: MessageStatus) -> HTML {
        switch status {
        case .accepted: "<span class=\"tick\">\(Icon.clock)<span class=\"hidden\">Waiting</span></span>"
        case .sent: "<span class=\"tick\" title=\"Sent\">\(Icon.sent)<span class=\"hidden\">Sent</span></span>"
        case .delivered:
            "<span class=\"tick\" title=\"Delivered\">\(Icon.delivered)<span class=\"hidden\">Delivered</span></span>"
        case .read: "<span class=\"tick tick-read\">\(Icon.delivered)<span>Read</span></span>"
        case .failed: "<span class=\"tick tick-failed\">\(Icon.warning)<span>Failed</span></span>"
        }
    }

    /// Where one writes; or why one cannot.
    func composer(_ chat: ChatID, person: Person, endpoint: Endpoint) -> HTML {
        guard ControlAPI.canWrite(person, to: endpoint) else {
            return """
                <p class="composer composer-off muted">\(Icon.warning)<span><bdi>\(person.name)</bdi>
                has no \(endpoint.product.name).
                A business that sends to +\(person.waID) is told <span class="mono">131026</span>, message
                undeliverable.</span></p>
                """
        }
        let invalid: HTML = draft == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"compose-problem\""
        let problem: HTML? = draft.map {
            "<p class=\"problem small\" id=\"compose-problem\" role=\"alert\">\(Icon.warning)\($0.problem)</p>"
        }
        let path = PhonePages.path(chat)
        return """
            <div class="composer">
            \(webhookLine(endpoint))
            \(replyLine(chat))
            <form class="composer-row" id="compose-form" method="post" action="\(path)/messages"
              enctype="multipart/form-data" data-compose>
            \(replyTo.map { HTML("<input type=\"hidden\" name=\"reply_to\" value=\"\($0)\">") })
            <details class="attach">
            <summary class="icon-button" aria-label="Send something else">\(Icon.plus)</summary>
            <div class="attach-menu">
            <label class="attach-file">\(Icon.file)<span>Picture, sound or document</span>
            <input type="file" name="file" data-testid="file"></label>
            <button form="act-location" data-testid="send-location">\(Icon.place)Location</button>
            <button form="act-contact" data-testid="send-contact">\(Icon.person)Contact</button>
            \(endpoint.product == .whatsApp ? HTML.empty : commentLine)
            </div>
            </details>
            <label class="hidden" for="compose">Message as \(person.name)</label>
            <textarea id="compose" name="text" rows="1" placeholder="Message" dir="auto" autocomplete="off"
              maxlength="\(WhatsAppMessageReader.textLimit)" data-testid="compose"\(invalid)>\(draft?.text ?? "")</textarea>
            <button class="icon-button send" data-testid="send" aria-label="Send">\(Icon.send)</button>
            </form>
            <form id="act-location" method="post" action="\(path)/location" data-act></form>
            <form id="act-contact" method="post" action="\(path)/contact" data-act></form>
            <form id="act-comment" method="post" action="\(path)/comment" data-act></form>
            \(problem)
            </div>
            """
    }

    /// Writes below a post of the Page or account.
    private var commentLine: HTML {
        """
        <div class="attach-comment">
        <input form="act-comment" name="text" dir="auto" autocomplete="off" aria-label="Comment on a post"
          placeholder="Comment on a post" data-testid="comment-text">
        <button form="act-comment" data-testid="send-comment">Post</button>
        </div>
        """
    }

    /// What the next message will answer, and a way to answer nothing.
    private func replyLine(_ chat: ChatID) -> HTML {
        guard let replyTo, let quoted = world.message(replyTo)?.message else { return .empty }
        return """
            <div class="reply-line small"><blockquote class="quote small" dir="auto">\(quoted.preview)</blockquote>
            <a href="\(PhonePages.path(chat))" aria-label="Do not answer it">✕</a></div>
            """
    }

    /// One quiet line on a narrow screen, where the developer's column has no room.
    private func webhookLine(_ endpoint: Endpoint) -> HTML {
        let state: HTML
        switch world.route(for: topic(of: endpoint)) {
        case .callback:
            let last = lastAnswer(accountID: topic(of: endpoint).subscriberID)
            state = "Webhooks on\(last.map { HTML(" · last answer: \($0)") })"
        case .nowhere: state = "Webhooks off: the app hears nothing"
        }
        return """
            <p class="webhook-line muted small" data-live="webhook-line">
            <a href="/#webhooks">\(Icon.link) \(state)</a></p>
            """
    }

    /// What decides where webhooks about messages of a business end go.
    func topic(of endpoint: Endpoint) -> World.Topic {
        switch endpoint {
        case .number(let number): World.Topic(subscriberID: number.accountID)
        case .page(let page): World.Topic(object: "page", subscriberID: page.id)
        case .instagram(_, let page): World.Topic(object: "instagram", subscriberID: page.id)
        }
    }

    private func lastAnswer(accountID: String) -> String? {
        let all = world.deliveryLog + world.outbox
        guard
            let last = all.filter({ $0.accountID == accountID }).compactMap(\.attempts.last).max(by: { $0.at < $1.at })
        else { return nil }
        return last.status.map(String.init) ?? last.problem ?? "none"
    }
}
