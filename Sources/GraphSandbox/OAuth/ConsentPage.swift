/// The page on which a person lets the app in, or does not.
struct ConsentPage: Sendable {
    let login: LoginRequest
    let configuration: SandboxConfiguration

    /// The WABAs that the person can give access to: those of their businesses, own and shared, each once.
    static func offeredAccounts(_ directory: Directory) -> [WhatsAppBusinessAccount] {
        var ids: [String] = []
        for business in directory.businesses where business.isVisibleToUser {
            for id in business.ownedAccountIDs + business.clientAccountIDs where !ids.contains(id) { ids.append(id) }
        }
        return ids.compactMap(directory.account)
    }

    /// - Parameter action: The path that the answer is posted to.
    func html(action: String) -> HTML {
        let directory = configuration.directory
        let hidden: [HTML] = login.fields.map { field in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">\n"
        }
        let returnsTo = WebAddress(login.redirectURI)?.origin ?? login.redirectURI
        return PageShell.html(
            title: "Connect \(configuration.appName)", bodyClass: "consent",
            body: """
                <main class="card" id="main">
                <header class="card-head">
                <div class="handshake" aria-hidden="true">
                <span class="tile tile-app">\(Avatar.initial(configuration.appName))</span>
                <span class="handshake-line"></span>
                <span class="tile">\(Avatar.initial(directory.user.name))</span>
                </div>
                <h1><b dir="auto">\(configuration.appName)</b> wants to connect to your businesses</h1>
                <p class="muted">You are logged in as <b>\(directory.user.name)</b>.</p>
                </header>
                <form method="post" action="\(action)">
                \(hidden.joined())
                <fieldset class="group">
                <legend>What it may do</legend>
                \(login.scopes.map(scopeRow).joined())
                \(login.unknownScopes.map(unknownRow).joined())
                </fieldset>
                \(accountsGroup(directory))
                \(pagesGroup(directory))
                <p class="muted small">You return to <span class="mono">\(returnsTo)</span>. You can take access back
                at any time.</p>
                <div class="actions">
                <button class="button" name="decision" value="cancel" data-testid="consent-cancel">Cancel</button>
                <button class="button button-primary" name="decision" value="continue" data-testid="consent-continue">
                Continue</button>
                </div>
                </form>
                <footer class="card-foot muted small">\(Icon.flask) Local sandbox: the people and businesses here are
                made up, nothing reaches Meta.</footer>
                </main>
                """)
    }

    /// A page for a link that cannot be followed.
    static func problem(_ problem: LoginRequest.Problem) -> HTML {
        PageShell.html(
            title: problem.title, bodyClass: "consent",
            body: """
                <main class="card" id="main">
                <header class="card-head">
                <h1>\(problem.title)</h1>
                <p>\(problem.detail)</p>
                </header>
                <footer class="card-foot muted small">\(Icon.flask) Local sandbox. Nothing was changed, and nobody was
                sent back to the app.</footer>
                </main>
                """)
    }

    private func scopeRow(_ scope: Scope) -> HTML {
        let isBasic = scope == .publicProfile
        let locked: HTML = isBasic ? " disabled" : ""
        let note: HTML = isBasic ? "<span class=\"muted\"> · always included</span>" : ""
        return """
            <label class="choice">
            <input type="checkbox" name="grant" value="\(scope.rawValue)" checked\(locked)
              data-testid="scope-\(scope.rawValue)">
            <span class="choice-text"><span>\(scope.explanation)\(note)</span>
            <span class="mono muted small">\(scope.rawValue)</span></span>
            </label>
            """
    }

    private func unknownRow(_ name: String) -> HTML {
        """
        <div class="choice choice-off"><span class="choice-text"><span>Unknown permission, cannot be granted</span>
        <span class="mono muted small">\(name)</span></span></div>
        """
    }

    private func accountsGroup(_ directory: Directory) -> HTML {
        let needsAccounts = !Set(login.scopes).isDisjoint(
            with: [.businessManagement, .whatsAppBusinessManagement, .whatsAppBusinessMessaging])
        guard needsAccounts else { return .empty }
        let groups: [HTML] = directory.businesses.filter(\.isVisibleToUser).map { business in
            let accounts = (business.ownedAccountIDs + business.clientAccountIDs).compactMap(directory.account)
            return """
                <p class="choice-heading" dir="auto">\(business.name)</p>
                \(accounts.map { accountRow($0, of: business, directory) }.joined())
                """
        }
        return """
            <fieldset class="group">
            <legend>Which WhatsApp accounts</legend>
            \(groups.joined())
            </fieldset>
            """
    }

    private func pagesGroup(_ directory: Directory) -> HTML {
        let scopes: Set<Scope> = [
            .pagesShowList, .pagesMessaging, .pagesManageMetadata, .pagesReadEngagement, .instagramBasic,
            .instagramManageMessages,
        ]
        guard !scopes.isDisjoint(with: login.scopes), !directory.pages.isEmpty else { return .empty }
        let rows: [HTML] = directory.pages.map { page in
            let instagram: HTML? = page.instagram.map { "Instagram @\($0.username) · " }
            return """
                <label class="choice">
                <input type="checkbox" name="page" value="\(page.id)" checked data-testid="page-\(page.id)">
                <span class="choice-text"><span dir="auto">\(page.name)</span>
                <span class="muted small">\(instagram)<span class="mono">\(page.id)</span></span></span>
                </label>
                """
        }
        return """
            <fieldset class="group">
            <legend>Which Pages</legend>
            \(rows.joined())
            </fieldset>
            """
    }

    private func accountRow(_ account: WhatsAppBusinessAccount, of business: Business, _ directory: Directory) -> HTML {
        let count = directory.numbers(ofAccount: account.id).count
        let numbers = count == 1 ? "1 number" : "\(count) numbers"
        let shared: HTML = account.ownerBusinessID == business.id ? "" : " · shared with you"
        return """
            <label class="choice">
            <input type="checkbox" name="account" value="\(account.id)" checked data-testid="account-\(account.id)">
            <span class="choice-text"><span dir="auto">\(account.name)</span>
            <span class="muted small">\(numbers)\(shared) · <span class="mono">\(account.id)</span></span></span>
            </label>
            """
    }
}
