import Hummingbird

/// `/dialog/oauth`: asks the person whether the app may have what it asks for.
struct LoginDialog: Sendable {
    let sandbox: Sandbox

    func respond(to call: HTTPCall) -> Response {
        guard call.isGet || call.isPost else {
            return PageResponse.text("Use GET for the dialog and POST for its answer.", status: .methodNotAllowed)
        }
        let query = call.isPost ? call.form : call.queryFields
        let login: LoginRequest
        do throws(LoginRequest.Problem) {
            login = try LoginRequest(query, configuration: sandbox.configuration)
        } catch {
            return PageResponse.html(ConsentPage.problem(error), status: .badRequest)
        }
        let target = WebAddress(login.redirectURI)?.origin
        if call.isGet {
            let page = ConsentPage(login: login, configuration: sandbox.configuration)
            return PageResponse.html(page.html(action: call.path), formTarget: target)
        }
        guard query["decision"] == "continue" else {
            return PageResponse.redirect(to: login.denied, formTarget: target)
        }
        let code = Sandbox.newCodeValue()
        let grant = grant(of: login, form: query)
        sandbox.write { world, now in
            world.issueCode(
                code, grant: grant, redirectURI: login.redirectURI, isForBusiness: login.configID != nil, at: now)
        }
        return PageResponse.redirect(to: login.granted(code: code), formTarget: target)
    }

    private func grant(of login: LoginRequest, form: FormFields) -> Grant {
        let ticked = Set(form.all("grant"))
        let scopes = login.scopes.filter { $0 == .publicProfile || ticked.contains($0.rawValue) }
        let offered = Set(ConsentPage.offeredAccounts(sandbox.directory).map(\.id))
        let picked = Set(form.all("account")).intersection(offered)
        let pages = sandbox.directory.pages.map(\.id)
        let pickedPages = pages.filter(form.all("page").contains)
        return Grant(
            userID: sandbox.directory.user.id, scopes: scopes,
            declined: login.scopes.filter { !scopes.contains($0) },
            accountIDs: picked == offered ? nil : offered.filter(picked.contains).sorted(),
            pageIDs: pickedPages == pages ? nil : pickedPages)
    }
}
