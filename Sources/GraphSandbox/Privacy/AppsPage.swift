import HTTPTypes
import Hummingbird

/// `/phone/apps`: the person's "Apps and websites", with what the developer enters in the App Dashboard below it.
/// `/sandbox/privacy`: the same for tests.
struct AppsPage: Sendable {
    let desk: PrivacyDesk
    private var sandbox: Sandbox { desk.sandbox }

    static let path = "/phone/apps"

    func respond(to call: HTTPCall) async -> Response {
        switch (call.isPost, call.segments.dropFirst(2).first) {
        case (false, nil): return PageResponse.html(page())
        case (true, "remove"):
            await desk.remove(askingForDeletion: call.form["delete"] == "yes")
            return PageResponse.redirect(to: Self.path)
        case (true, "addresses"):
            let (deauthorize, deletion) = (call.form["deauthorize"] ?? "", call.form["deletion"] ?? "")
            guard let problem = enter(deauthorize, deletion) else { return PageResponse.redirect(to: Self.path) }
            return PageResponse.html(page(problem: problem), status: .unprocessableContent)
        default: return PageResponse.text("There is nothing here.", status: .notFound)
        }
    }

    /// - Returns: what is wrong with them.
    private func enter(_ deauthorize: String, _ deletion: String) -> String? {
        for url in [deauthorize, deletion] where !url.isEmpty && WebAddress(url) == nil {
            return "\(url) is no address that begins with http:// or https://."
        }
        sandbox.write { world, _ in
            world.privacy.deauthorizeURL = deauthorize.isEmpty ? nil : deauthorize
            world.privacy.deletionURL = deletion.isEmpty ? nil : deletion
        }
        return nil
    }

    // MARK: For tests

    /// `GET /sandbox/privacy`; `POST` with `deauthorize_url` and `deletion_url` enters addresses; `POST …/remove` with
    /// `delete` removes the app.
    func control(_ call: HTTPCall) async -> Response {
        if call.isPost {
            guard call.request.headers[.contentType]?.hasPrefix("application/json") == true,
                let body = WireJSON(parsing: call.body), body.members != nil
            else { return PageResponse.text("Send a JSON object.", status: .badRequest) }
            if call.segments.last == "remove" {
                await desk.remove(askingForDeletion: body["delete"] == true)
            } else if let problem = enter(body["deauthorize_url"]?.string ?? "", body["deletion_url"]?.string ?? "") {
                return PageResponse.text(problem, status: .badRequest)
            }
        }
        let state = sandbox.read { world, _ in world.privacy }
        let value: WireJSON = .object(dropping: [
            "deauthorize_url": state.deauthorizeURL.map { .string($0) },
            "deletion_url": state.deletionURL.map { .string($0) },
            "notices": .array(
                state.notices.map { notice in
                    .object(dropping: [
                        "kind": .string(notice.kind.rawValue), "status": notice.status.map { .integer(Int64($0)) },
                        "url": notice.url.map { .string($0) },
                        "confirmation_code": notice.confirmationCode.map { .string($0) },
                        "problem": notice.problem.map { .string($0) },
                    ])
                }),
        ])
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: value.wireText() + "\n")))
    }

    // MARK: For people

    private func page(problem: String? = nil) -> HTML {
        let (state, isConnected, times) = sandbox.read { world, now in
            (
                world.privacy,
                world.tokens.values.contains { $0.revocation == nil && $0.expiresAt > now && $0.pageID == nil },
                TimeText(now: now)
            )
        }
        let app = sandbox.configuration.appName
        let remove: HTML =
            isConnected
            ? """
            <p>It may use what you allowed when you connected.</p>
            <label><input type="checkbox" name="delete" value="yes" data-testid="ask-deletion">
            Also ask it to delete what it has of me</label>
            <div class="press"><button class="button button-primary" data-testid="remove-app">Remove</button></div>
            """
            : """
            <p class="muted">You have removed it, or never connected.</p>
            <input type="hidden" name="delete" value="yes">
            <div class="press"><button class="button" data-testid="request-deletion">Ask it to delete my data</button></div>
            """
        let flaw: HTML? = problem.map { "<p class=\"state state-off\">\(Icon.warning)\($0)</p>" }
        return PageShell.html(
            title: "Apps and websites", bodyClass: "consent",
            body: """
                <main class="card" id="main">
                <header class="card-head"><h1>Apps and websites</h1>
                <p class="muted">You are <b>\(sandbox.directory.user.name)</b>. <a href="/">Back to the phone</a></p></header>
                <form method="post" action="\(Self.path)/remove">
                <fieldset class="group"><legend>\(app)</legend>\(remove)</fieldset>
                </form>
                \(notices(state, times))
                <form method="post" action="\(Self.path)/addresses">
                <fieldset class="group"><legend>App Dashboard: who is told</legend>\(flaw)
                <label>Deauthorize callback URL
                <input class="line" name="deauthorize" inputmode="url" value="\(state.deauthorizeURL ?? "")"></label>
                <label>Data deletion request URL
                <input class="line" name="deletion" inputmode="url" value="\(state.deletionURL ?? "")"></label>
                <div class="press"><button class="button" data-testid="save-addresses">Save</button></div>
                </fieldset></form>
                <footer class="card-foot muted small">\(Icon.flask) Local sandbox. The integration's command
                <span class="mono">webhooks</span> prints both addresses.</footer>
                </main>
                """)
    }

    private func notices(_ state: Privacy, _ times: TimeText) -> HTML {
        guard !state.notices.isEmpty else { return .empty }
        let rows: [HTML] = state.notices.suffix(6).reversed().map { notice in
            let what: HTML = notice.kind == .deletion ? "Asked to delete your data" : "Told that you removed it"
            let mark: HTML =
                notice.problem.map { "<span class=\"state state-off\">\(Icon.warning)\($0)</span>" }
                ?? "<span class=\"state state-on\">\(Icon.sent)done</span>"
            let link: HTML? = notice.url.flatMap { url in
                WebAddress(url) == nil
                    ? nil
                    : "<span class=\"small\"><a href=\"\(url)\" data-testid=\"deletion-status\">What became of it</a> · code <span class=\"mono\">\(notice.confirmationCode ?? "–")</span></span>"
            }
            return """
                <li><span class="row-line"><span>\(what)</span>\(mark)</span>
                <span class="muted small mono">\(times.clockWithSeconds(notice.at))</span>\(link)</li>
                """
        }
        return "<div class=\"notices\"><ol class=\"deliveries\" data-testid=\"privacy-notices\">\(rows.joined())</ol></div>"
    }
}
