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

    static var pageSize: Int { 50 }

    func add(to router: Router<AppRequestContext>) {
        router.get("/admin/login") { _, _ in login(hasError: false) }
        router.post("/admin/login") { request, context in try await signIn(request, context) }
        router.post("/admin/logout") { request, _ in try await signOut(request) }
        router.get("/admin") { request, _ in try await page(request) { overview($0) } }
        addInbox(to: router)
        addOutbox(to: router)
        router.get("/admin/audit") { request, _ in try await page(request) { try await audit($0) } }
    }

    /// One request of a browser in which an operator is signed in.
    struct AdminVisit {
        let request: Request
        let `operator`: Operator
        let query: RawQuery

        var csrf: String { `operator`.csrfToken ?? "" }
        /// Where the page before ended.
        var cursor: Int64? { query["after"].flatMap { Int64($0) } }
    }

    func page(_ request: Request, _ show: (AdminVisit) async throws -> Response) async throws -> Response {
        guard let visit = try await visit(request) else {
            guard RawQuery(request.uri.query ?? "")["fragment"] == nil else { throw HTTPProblem(.unauthorized) }
            return .seeOther("/admin/login")
        }
        return try await show(visit)
    }

    func form(
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

    private func audit(_ visit: AdminVisit) async throws -> Response {
        let entries = try await runtime.store.audit(
            after: visit.cursor, limit: Self.pageSize)
        let next = entries.count == Self.pageSize ? entries.last.map { "/admin/audit?after=\($0.sequence)" } : nil
        return shell(visit, title: "Audit log", place: .audit, Templates.render("audit", AuditView(entries, nextHref: next)))
    }

    // MARK: What the lists share

    /// Handles by installation.
    func workplaces(of installations: [InstallationID]) async throws -> [InstallationID: String] {
        var result: [InstallationID: String] = [:]
        for id in Set(installations) {
            result[id] = try await runtime.store.installation(id)?.workplace.handle
        }
        return result
    }

    /// What a form of a list asks for: "replay these", "discard all".
    ///
    /// - Throws: ``HTTPProblem`` 400 for words that no page has.
    func wish<Action: RawRepresentable<String>>(
        of form: SentForm, _ type: Action.Type
    ) throws(HTTPProblem) -> (action: Action, isAll: Bool) {
        let words = (form["_do"] ?? "").split(separator: " ")
        guard words.count == 2, let action = Action(rawValue: String(words[0])), ["these", "all"].contains(words[1]) else {
            throw HTTPProblem(.badRequest)
        }
        return (action, words[1] == "all")
    }

    /// What the form of a question sends once more.
    ///
    /// - Parameter names: Of the filter.
    func hidden(in form: SentForm, names: [String]) -> [ReviewView.Field] {
        (["_csrf", "_do"] + names).compactMap { name in form[name].map { ReviewView.Field(name: name, value: $0) } }
            + form.values(of: "id").map { ReviewView.Field(name: "id", value: $0) }
    }

    func redirect(_ address: String, _ flash: Flash) -> Response {
        var response = Response.seeOther(address)
        flash.set(on: &response, access: runtime.access)
        return response
    }

    // MARK: The frame

    func shell(
        _ visit: AdminVisit, title: String, place: AdminPlace, crumb: ShellView.Crumb? = nil, _ content: Markup
    ) -> Response {
        let flash = Flash.take(from: visit.request, access: runtime.access)
        let name = I.descriptor.name
        let items = place.items(with: runtime.core.metrics.queueFigures)
        var shell = ShellView(
            product: name, workplace: "Operators · \(visit.operator.name)", initial: name.first.map { String($0) } ?? "·",
            home: "/admin", base: "", mark: "", windowTitle: "\(title) · \(name)", title: title, isWide: false, crumb: crumb, actions: [],
            navigation: NavigationView(sections: [.init(title: nil, items: items)]),
            notice: flash.map { AlertView(Notice($0)) }, content: content, live: "", csrf: visit.csrf)
        shell.leave = "/admin/logout"
        shell.signIn = "/admin/login"
        var response = Response.html(Templates.render("shell", shell).html)
        if flash != nil { Flash.clear(on: &response, access: runtime.access) }
        return response
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
