#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a developer wants to know when nothing arrives: who is subscribed, and what the receiver answered.
extension PhoneView {
    func developerColumn() -> HTML {
        """
        <aside class="developer" id="webhooks" aria-label="Webhooks">
        <header class="column-head"><h2>Webhooks</h2>
        <p class="muted small">What the app is told, and what it answers.</p></header>
        <div data-live="developer">
        \(subscriptionCard())
        \(windowCard())
        \(deliveriesCard())
        \(clockCard())
        </div>
        </aside>
        """
    }

    private var shownAccounts: [WhatsAppBusinessAccount] {
        if let chat, let number = directory.number(chat.number), let account = directory.account(number.accountID) {
            return [account]
        }
        return directory.accounts
    }

    private var shownEndpoint: Endpoint? { chat.flatMap { directory.endpoint($0.number) } }

    private func subscriptionCard() -> HTML {
        let product = shownEndpoint?.product ?? .whatsApp
        let app = world.appSubscriptions[product.object]
        let appRow: HTML =
            if let app {
                """
                <dt>App \(state(app.fields.contains("messages"), on: "subscribed", off: "not to messages"))</dt>
                <dd class="mono small wrap">\(app.callbackURL)</dd>
                <dd class="muted small wrap">\(app.fields.joined(separator: ", "))</dd>
                """
            } else {
                """
                <dt>App \(state(false, on: "", off: "not subscribed"))</dt>
                <dd class="muted small">Nothing is delivered until the app posts to
                <span class="mono wrap">/\(configuration.appID)/subscriptions</span>.</dd>
                """
            }
        let isOpen: HTML = isAnyRouteOpen ? "true" : "false"
        return """
            <section class="panel" data-testid="subscription" data-subscribed="\(isOpen)">
            <dl class="facts">\(appRow)\(product == .whatsApp ? accountRows.joined() : pageRows.joined())</dl></section>
            """
    }

    private var accountRows: [HTML] {
        shownAccounts.map { account in
            let subscription = world.accountSubscriptions[account.id]
            let mark = state(subscription != nil, on: "subscribed", off: "not subscribed")
            let override: HTML? = subscription?.overrideCallbackURI.map {
                "<dd class=\"mono small wrap\">instead to \($0)</dd>"
            }
            return """
                <dt><bdi>\(account.name)</bdi> \(mark)</dt>
                <dd class="mono muted small">\(account.id)</dd>\(override)
                """
        }
    }

    private var pageRows: [HTML] {
        let id = shownEndpoint.map { topic(of: $0).subscriberID }
        return directory.pages.filter { $0.id == id }.map { page in
            let subscription = world.pageSubscriptions[page.id]
            let mark = state(subscription != nil, on: "subscribed", off: "not subscribed")
            let fields: HTML? = subscription.map {
                "<dd class=\"muted small wrap\">\($0.fields.joined(separator: ", "))</dd>"
            }
            return """
                <dt>Page <bdi>\(page.name)</bdi> \(mark)</dt>
                <dd class="mono muted small">\(page.id)</dd>\(fields)
                """
        }
    }

    private var isAnyRouteOpen: Bool {
        let topics = shownEndpoint.map { [topic(of: $0)] } ?? shownAccounts.map { .init(subscriberID: $0.id) }
        return topics.contains { topic in
            if case .callback = world.route(for: topic) { true } else { false }
        }
    }

    private func state(_ isOn: Bool, on: String, off: String) -> HTML {
        isOn
            ? "<span class=\"state state-on\">\(Icon.sent)\(on)</span>"
            : "<span class=\"state state-off\">\(Icon.warning)\(off)</span>"
    }

    private func windowCard() -> HTML {
        guard let chat, let endpoint = shownEndpoint else { return .empty }
        let code = endpoint.product == .whatsApp ? "fail with 131047" : "are refused with code 10"
        let text: HTML
        if let last = world.conversations[chat]?.lastInboundAt {
            let end = last.addingTimeInterval(Conversation.windowLength)
            text =
                end > now
                ? "open for \(TimeText.length(end.timeIntervalSince(now)))"
                : "closed \(TimeText.length(now.timeIntervalSince(end))) ago: free-form answers \(code)"
        } else {
            text = "not opened: free-form messages \(code)"
        }
        return """
            <section class="panel"><h3>24-hour window</h3>
            <p class="small"><bdi>\(endpoint.name)</bdi>: \(text).</p>\(marketing(chat, endpoint))</section>
            """
    }

    /// Whether the person wants marketing, and a way to change their mind.
    private func marketing(_ chat: ChatID, _ endpoint: Endpoint) -> HTML {
        guard endpoint.product == .whatsApp else { return .empty }
        let isStopped = world.conversations[chat]?.hasStoppedMarketing == true
        return """
            <form method="post" action="\(PhonePages.path(chat))/marketing" class="waiting" data-act>
            <input type="hidden" name="stopped" value="\(isStopped ? HTML("false") : HTML("true"))">
            <p class="small">Marketing \(isStopped ? HTML("stopped: it fails with 131050") : HTML("allowed")).</p>
            <button class="button button-small">\(isStopped ? HTML("Resume") : HTML("Stop"))</button></form>
            """
    }

    private func deliveriesCard() -> HTML {
        let back = chat.map(PhonePages.path) ?? "/"
        let waiting: HTML =
            world.outbox.isEmpty
            ? ""
            : """
            <form method="post" action="/phone/retry" class="waiting">
            <input type="hidden" name="back" value="\(back)">
            <p class="small"><b>\(world.outbox.count)</b> waiting.</p>
            <button class="button button-small">\(Icon.retry)Try now</button></form>
            """
        let rows = (world.deliveryLog + world.outbox).suffix(12).reversed().map(deliveryRow)
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"muted small\">Nothing has happened yet.</p>"
            : "<ol class=\"deliveries\">\(rows.joined())</ol>"
        return """
            <section class="panel"><h3>Last webhooks</h3>\(waiting)\(list)</section>
            """
    }

    private func deliveryRow(_ delivery: Delivery) -> HTML {
        let last = delivery.attempts.last
        let answer: HTML
        switch (delivery.state, last?.status) {
        case (.delivered, let status?): answer = "<span class=\"state state-on\">\(Icon.sent)\(status)</span>"
        case (.dropped, _): answer = "<span class=\"state state-off\">\(Icon.warning)not sent</span>"
        case (_, let status?): answer = "<span class=\"state state-off\">\(Icon.retry)\(status)</span>"
        default:
            answer =
                last == nil
                ? "<span class=\"state\">\(Icon.clock)waiting</span>"
                : "<span class=\"state state-off\">\(Icon.retry)no answer</span>"
        }
        var notes: [String] = []
        if let problem = last?.problem { notes.append(problem) }
        if delivery.attempts.count > 1 || (delivery.state == .waiting && !delivery.attempts.isEmpty) {
            notes.append(delivery.attempts.count == 1 ? "1 attempt" : "\(delivery.attempts.count) attempts")
        }
        if delivery.state == .waiting, last != nil {
            notes.append("next \(times.clockWithSeconds(delivery.nextAttemptAt))")
        }
        if let note = delivery.note { notes.append(note) }
        let note: HTML? = notes.isEmpty ? nil : "<span class=\"muted small\">\(notes.joined(separator: " · "))</span>"
        return """
            <li class="delivery" data-testid="delivery" data-state="\(delivery.state.rawValue)">
            <span class="row-line"><span>\(delivery.summary)</span>\(answer)</span>
            <span class="muted small mono">\(times.clockWithSeconds(delivery.createdAt))</span>\(note)
            </li>

            """
    }

    private func clockCard() -> HTML {
        guard abs(world.clockOffset) >= 1 else { return .empty }
        let direction = world.clockOffset > 0 ? "ahead of" : "behind"
        return """
            <section class="panel"><h3>Clock</h3><p class="small">The sandbox is
            \(TimeText.length(world.clockOffset)) \(direction) this machine.</p></section>
            """
    }
}
