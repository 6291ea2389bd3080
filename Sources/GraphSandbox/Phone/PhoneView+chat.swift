#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PhoneView {
    /// Who one talks to, and the other numbers that one could.
    func chatHeader(person: Person, number: BusinessNumber) -> HTML {
        let isTyping = chat.flatMap { world.conversations[$0]?.typingUntil }.map { $0 > now } ?? false
        let below: HTML =
            isTyping
            ? "<span class=\"typing small\">typing…</span>"
            : "<span class=\"muted small mono\">\(number.displayPhoneNumber)</span>"
        return """
            <header class="chat-head">
            <div class="chat-head-row">
            <a class="icon-button back" href="/" aria-label="Back to the people">\(Icon.back)</a>
            <details class="switcher">
            <summary>
            \(Avatar.html(number.verifiedName, key: number.id))
            <span class="chat-title"><span class="row-name" dir="auto">\(number.verifiedName)</span>
            <span data-live="presence">\(below)</span></span>
            \(Icon.chevron)<span class="hidden">Choose another business number</span>
            </summary>
            <ul class="switcher-list" data-live="numbers">
            \(directory.numbers.map { numberRow($0, person: person) }.joined())
            </ul>
            </details>
            </div>
            <p class="being small"><span class="muted">You are</span> <b dir="auto">\(person.name)</b></p>
            </header>
            """
    }

    private func numberRow(_ number: BusinessNumber, person: Person) -> HTML {
        let id = ChatID(person: person.waID, number: number.id)
        let conversation = world.conversations[id]
        let unread = conversation?.unreadCount ?? 0
        let badge: HTML? =
            unread == 0
            ? nil
            : "<span class=\"badge\"><span class=\"hidden\">unread messages: </span>\(unread)</span>"
        let current: HTML = id == chat ? " aria-current=\"page\"" : ""
        return """
            <li><a class="row" href="\(PhonePages.path(id))" data-testid="number-\(number.id)"\(current)>
            \(Avatar.html(number.verifiedName, key: number.id))
            <span class="row-text">
            <span class="row-line"><span class="row-name" dir="auto">\(number.verifiedName)</span>\(badge)</span>
            <span class="muted small mono">\(number.displayPhoneNumber)</span>
            </span></a></li>
            """
    }

    /// The bubbles, oldest first, with a line before the first of each day.
    func messageList(_ chat: ChatID, person: Person, number: BusinessNumber) -> HTML {
        let messages = world.conversations[chat]?.visibleToPerson ?? []
        guard !messages.isEmpty else {
            return """
                <ol class="messages" data-live="messages" tabindex="0" aria-label="Messages">
                <li class="blank">\(Icon.chat)<p class="muted">No messages with <bdi>\(number.verifiedName)</bdi> yet.
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
            rows.append(bubble(message, follows: previous?.direction == message.direction, in: messages))
            previous = message
        }
        return """
            <ol class="messages" data-live="messages" tabindex="0" aria-label="Messages">
            \(rows.joined())
            </ol>
            """
    }

    private func bubble(_ message: Message, follows: Bool, in messages: [Message]) -> HTML {
        let isOwn = message.direction == .fromPerson
        let text: HTML =
            switch message.content {
            case .text(let body): "<p class=\"bubble-text\" dir=\"auto\">\(body)</p>"
            }
        let quoted = message.replyTo.flatMap { id in messages.first { $0.id == id } }
        let quote: HTML? = quoted.map {
            "<blockquote class=\"quote small\" dir=\"auto\">\($0.content.preview)</blockquote>"
        }
        let iso = message.sentAt.formatted(.iso8601)
        return """
            <li class="message \(isOwn ? HTML("out") : HTML("in"))\(follows ? HTML(" follows") : HTML.empty)"
              data-testid="message" data-direction="\(isOwn ? HTML("out") : HTML("in"))"
              data-status="\(message.status.rawValue)" data-id="\(message.id)">
            \(quote)\(text)
            <span class="bubble-foot small"><time datetime="\(iso)">\(times.clock(message.sentAt))</time>
            \(isOwn ? tick(message.status) : HTML.empty)</span>
            </li>

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
    func composer(_ chat: ChatID, person: Person, number: BusinessNumber) -> HTML {
        guard person.isReachable else {
            return """
                <p class="composer composer-off muted">\(Icon.warning)<span><bdi>\(person.name)</bdi> has no WhatsApp.
                A business that sends to +\(person.waID) is told <span class="mono">131026</span>, message
                undeliverable.</span></p>
                """
        }
        let invalid: HTML = draft == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"compose-problem\""
        let problem: HTML? = draft.map {
            "<p class=\"problem small\" id=\"compose-problem\" role=\"alert\">\(Icon.warning)\($0.problem)</p>"
        }
        return """
            <form class="composer" method="post" action="\(PhonePages.path(chat))/messages" data-compose>
            \(webhookLine(accountID: number.accountID))
            <div class="composer-row">
            <label class="hidden" for="compose">Message as \(person.name)</label>
            <textarea id="compose" name="text" rows="1" placeholder="Message" maxlength="\(GraphEndpoint.textLimit)"
              dir="auto" required autocomplete="off" data-testid="compose"\(invalid)>\(draft?.text ?? "")</textarea>
            <button class="icon-button send" data-testid="send" aria-label="Send">\(Icon.send)</button>
            </div>
            \(problem)
            </form>
            """
    }

    /// One quiet line on a narrow screen, where the developer's column has no room.
    private func webhookLine(accountID: String) -> HTML {
        let state: HTML
        switch world.route(forAccount: accountID) {
        case .callback:
            let last = lastAnswer(accountID: accountID)
            state = "Webhooks on\(last.map { HTML(" · last answer: \($0)") })"
        case .nowhere: state = "Webhooks off: the app hears nothing"
        }
        return """
            <p class="webhook-line muted small" data-live="webhook-line">
            <a href="/#webhooks">\(Icon.link) \(state)</a></p>
            """
    }

    private func lastAnswer(accountID: String) -> String? {
        let all = world.deliveryLog + world.outbox
        guard
            let last = all.filter({ $0.accountID == accountID }).compactMap(\.attempts.last).max(by: { $0.at < $1.at })
        else { return nil }
        return last.status.map(String.init) ?? last.problem ?? "none"
    }
}
