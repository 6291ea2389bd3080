#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Storage

/// `/admin…`: the operators' pages. An operator signs in with a token; without one there is nothing to see.
struct AdminRoutes<I: Integration>: Sendable {
    let runtime: Runtime<I>

    private static var pageSize: Int { 50 }

    func add(to router: Router<AppRequestContext>) {
        router.get("/admin/login") { _, _ in login(hasError: false) }
        router.post("/admin/login") { request, context in try await signIn(request, context) }
        router.post("/admin/logout") { request, _ in try await signOut(request) }
        router.get("/admin") { request, _ in try await page(request) { overview($0) } }
        router.get("/admin/inbox") { request, _ in try await page(request) { try await inbox($0) } }
        router.get("/admin/inbox/:id") { request, context in
            let id = context.parameters.get("id") ?? ""
            return try await page(request) { try await letter($0, id: id, isRevealed: false) }
        }
        router.post("/admin/inbox/:id/reveal") { request, context in
            let id = context.parameters.get("id") ?? ""
            return try await form(request) { visit, _ in try await letter(visit, id: id, isRevealed: true) }
        }
        router.post("/admin/dead-letters") { request, _ in
            try await form(request) { visit, form in try await settle(visit, form) }
        }
        router.get("/admin/audit") { request, _ in try await page(request) { try await audit($0) } }
    }

    /// One request of a browser in which an operator is signed in.
    private struct AdminVisit {
        let request: Request
        let `operator`: Operator
        let query: RawQuery

        var csrf: String { `operator`.csrfToken ?? "" }
    }

    private func page(_ request: Request, _ show: (AdminVisit) async throws -> Response) async throws -> Response {
        guard let visit = try await visit(request) else {
            guard RawQuery(request.uri.query ?? "")["fragment"] == nil else { throw HTTPProblem(.unauthorized) }
            return .seeOther("/admin/login")
        }
        return try await show(visit)
    }

    private func form(
        _ request: Request, _ act: (AdminVisit, SentForm) async throws -> Response
    ) async throws -> Response {
        guard let visit = try await visit(request) else { return .seeOther("/admin/login") }
        let form = try await SentForm.read(request, limits: runtime.settings.limits)
        guard runtime.operators.isValid(csrfToken: form["_csrf"], for: visit.operator) else {
            throw HTTPProblem(.forbidden, title: "This form is out of date", "Load the page again and send it anew.")
        }
        return try await act(visit, form)
    }

    private func visit(_ request: Request) async throws -> AdminVisit? {
        guard let one = try await runtime.operators.browser(request) else { return nil }
        return AdminVisit(request: request, operator: one, query: RawQuery(request.uri.query ?? ""))
    }

    // MARK: In and out

    private func login(hasError: Bool) -> Response {
        let command = (runtime.settings.mode == .development ? "swift run " : "") + "\(ProgramName.current) operator create NAME"
        return .html(
            Templates.render(
                "operator-login", OperatorLoginView(product: I.descriptor.name, command: command, hasError: hasError)).html,
            status: hasError ? .unauthorized : .ok)
    }

    private func signIn(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let form = try await SentForm.read(request, limits: runtime.settings.limits)
        guard let (_, cookie) = try await runtime.operators.signIn(token: form["token"] ?? "", peer: context.peer) else {
            return login(hasError: true)
        }
        var response = Response.seeOther("/admin")
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }

    private func signOut(_ request: Request) async throws -> Response {
        try await form(request) { _, _ in
            var response = Response.seeOther("/admin/login")
            response.headers.append(HTTPField(name: .setCookie, value: try await runtime.operators.signOut(request)))
            return response
        }
    }

    // MARK: Pages

    private func overview(_ visit: AdminVisit) -> Response {
        let figures = FiguresView(
            runtime.core.metrics, samples: runtime.core.figures.all)
        if visit.query["fragment"] == "figures" { return .html(Templates.render("figures", figures).html) }
        return shell(
            visit, title: "Overview", place: .overview, Templates.render("overview", OverviewView(figures: figures)))
    }

    private func inbox(_ visit: AdminVisit) async throws -> Response {
        let filter = try InboxFilterReader { visit.query[$0] }.filter(now: runtime.now)
        let after = visit.query["after"].flatMap { Int64($0) }
        let items = try await runtime.store.inbox(filter, after: after, limit: Self.pageSize)
        let address = PageAddress(path: "/admin/inbox", query: visit.query.pairs.map { ($0.name, $0.value) })
        let next = items.count == Self.pageSize ? items.last.map { address.with("after", String($0.sequence)).text } : nil
        let view = InboxView(
            items, filter: filter, value: { visit.query[$0] }, webhooks: I.webhooks.map(\.descriptor.handle),
            workplaces: try await workplaces(of: items), now: runtime.now, nextHref: next, csrf: visit.csrf)
        let isDead = filter.state == .dead
        return shell(
            visit, title: isDead ? "Dead letters" : "Inbox", place: isDead ? .deadLetters : .inbox,
            Templates.render("inbox", view))
    }

    private func workplaces(of items: [InboxItem]) async throws -> [InstallationID: String] {
        var result: [InstallationID: String] = [:]
        for id in Set(items.compactMap(\.installation)) {
            result[id] = try await runtime.store.installation(id)?.workplace.handle
        }
        return result
    }

    private func letter(_ visit: AdminVisit, id: String, isRevealed: Bool) async throws -> Response {
        guard let look = try await runtime.desk(of: visit.operator).look(id, isRevealed: isRevealed) else {
            throw HTTPProblem(.notFound)
        }
        let item = look.detail.item
        let workplace = try await workplaces(of: [item]).first?.value
        let view = LetterView(look, workplace: workplace, isRedacted: !isRevealed, csrf: visit.csrf)
        return shell(
            visit, title: item.id, place: item.state == .dead ? .deadLetters : .inbox,
            crumb: ShellView.Crumb(label: "Inbox", href: "/admin/inbox"), Templates.render("letter", view))
    }

    private func audit(_ visit: AdminVisit) async throws -> Response {
        let entries = try await runtime.store.audit(
            after: visit.query["after"].flatMap { Int64($0) }, limit: Self.pageSize)
        let next = entries.count == Self.pageSize ? entries.last.map { "/admin/audit?after=\($0.sequence)" } : nil
        return shell(visit, title: "Audit log", place: .audit, Templates.render("audit", AuditView(entries, nextHref: next)))
    }

    // MARK: Settling

    private func settle(_ visit: AdminVisit, _ form: SentForm) async throws -> Response {
        let words = (form["_do"] ?? "").split(separator: " ")
        guard words.count == 2, let action = DeadLetterAction(rawValue: String(words[0])),
            ["these", "all"].contains(words[1])
        else { throw HTTPProblem(.badRequest) }
        let isAll = words[1] == "all"
        let filter = try InboxFilterReader { form[$0] }.filter(now: runtime.now)
        let ids = form.values(of: "id")
        let back = PageAddress(
            path: "/admin/inbox", query: [(name: "subject", value: filter.subject.rawValue), (name: "state", value: "dead")]).text
        guard isAll || !ids.isEmpty else {
            return redirect(back, Flash(.info, title: "Nothing was selected", text: "Tick the dead letters first."))
        }
        if isAll || action == .discard, form["_confirmed"] != "1" {
            return confirmation(visit, form, action, count: isAll ? nil : ids.count, filter, back: back)
        }
        let count = try await runtime.settle(
            isAll ? .all(filter, deadBefore: runtime.now) : .these(ids), by: action, at: runtime.desk(of: visit.operator))
        let noun = count == 1 ? "dead letter" : "dead letters"
        let done =
            switch action {
            case .replay: Flash(.success, title: "\(count) \(noun) will be tried again")
            case .discard: Flash(.success, title: "\(count) \(noun) discarded")
            }
        return redirect(back, count == 0 ? Flash(.info, title: "They are no dead letters any more") : done)
    }

    private func confirmation(
        _ visit: AdminVisit, _ form: SentForm, _ action: DeadLetterAction, count: Int?, _ filter: InboxFilter, back: String
    ) -> Response {
        let what =
            switch count {
            case nil: "all dead \(filter.subject.rawValue) of this filter"
            case 1?: "this dead letter"
            case let count?: "these \(count) dead letters"
            }
        let names = ["_csrf", "_do"] + InboxFilterReader.names
        let fields = names.compactMap { name in form[name].map { InboxView.Field(name: name, value: $0) } }
            + form.values(of: "id").map { InboxView.Field(name: "id", value: $0) }
        let view =
            switch action {
            case .replay:
                SettleView(
                    text: "Replay \(what)? Their handlers run again, with all of their tries.", hidden: fields,
                    style: "primary", label: "Replay", cancelHref: back)
            case .discard:
                SettleView(
                    text: "Discard \(what)? They are never handled, and removed for good when the retention is over.",
                    hidden: fields, style: "destructive", label: "Discard", cancelHref: back)
            }
        return shell(
            visit, title: action == .replay ? "Replay?" : "Discard?", place: .deadLetters, Templates.render("settle", view))
    }

    private func redirect(_ address: String, _ flash: Flash) -> Response {
        var response = Response.seeOther(address)
        flash.set(on: &response, access: runtime.access)
        return response
    }

    // MARK: The frame

    private func shell(
        _ visit: AdminVisit, title: String, place: AdminPlace, crumb: ShellView.Crumb? = nil, _ content: Markup
    ) -> Response {
        let flash = Flash.take(from: visit.request, access: runtime.access)
        let name = I.descriptor.name
        let dead = runtime.core.metrics.queueFigures?.counts.dead ?? 0
        var shell = ShellView(
            product: name, workplace: "Operators · \(visit.operator.name)", initial: name.first.map { String($0) } ?? "·",
            home: "/admin", base: "", windowTitle: "\(title) · \(name)", title: title, isWide: false, crumb: crumb, actions: [],
            navigation: NavigationView(sections: [.init(title: nil, items: place.items(dead: dead))]),
            notice: flash.map { AlertView(Notice($0)) }, content: content, live: "", csrf: visit.csrf)
        shell.leave = "/admin/logout"
        shell.signIn = "/admin/login"
        var response = Response.html(Templates.render("shell", shell).html)
        if flash != nil { Flash.clear(on: &response, access: runtime.access) }
        return response
    }
}

/// Where among the operators' pages one is.
private enum AdminPlace: CaseIterable {
    case overview, inbox, deadLetters, audit

    func items(dead: Int) -> [NavigationView.Item] {
        Self.allCases.map { place in
            let (label, icon, href, id) =
                switch place {
                case .overview: ("Overview", "chart", "/admin", "overview")
                case .inbox: ("Inbox", "inbox", "/admin/inbox", "inbox")
                case .deadLetters: ("Dead letters", "alert-circle", "/admin/inbox?state=dead", "dead-letters")
                case .audit: ("Audit log", "list", "/admin/audit", "audit")
                }
            return NavigationView.Item(
                label: label, icon: Icons.svg(icon), href: href, testID: "nav-\(id)", current: place == self ? "page" : nil,
                count: place == .deadLetters ? NavigationView.unread(dead) : nil)
        }
    }
}

private struct OverviewView: Sendable {
    let figures: FiguresView
}

private struct OperatorLoginView: Sendable {
    let product: String
    let command: String
    let hasError: Bool
    let icon = Icons.svg("lock")
    let errorIcon = Icons.svg("alert-circle")
    let stylesheet = StaticAsset.stylesheet.path
    let script = StaticAsset.script.path
    let favicon = StaticAsset.icon.path
}
