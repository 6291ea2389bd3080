#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Answers Graph calls: who calls, what object, what edge. Each edge is in a file of its own.
struct GraphEndpoint: Sendable {
    let sandbox: Sandbox
    let callbacks: CallbackClient
    let links: LinkFetcher

    var configuration: SandboxConfiguration { sandbox.configuration }
    var directory: Directory { sandbox.directory }

    /// The answer to one call, errors included.
    func respond(to request: GraphRequest) async -> Result<GraphReply, GraphError> {
        do throws(GraphError) {
            return .success(try await answer(request))
        } catch {
            return .failure(error)
        }
    }

    private func answer(_ request: GraphRequest) async throws(GraphError) -> GraphReply {
        guard let first = request.path.first else { throw .unknownPath("") }
        if request.path == ["oauth", "access_token"] { return try exchangeToken(request) }
        let caller = try authenticate(request)
        try checkBudget(request)
        if request.hasMalformedBody { throw .malformedBody }
        if request.path == ["debug_token"] { return try debugToken(request, caller: caller) }
        if first.hasPrefix("upload:") { return try finishUpload(request, session: first) }
        if first == "oauth" || first == "debug_token" { throw .unknownPath(request.path.joined(separator: "/")) }

        let edge = Array(request.path.dropFirst())
        switch try object(first, caller: caller, request: request) {
        case .app: return try await answerApp(request, edge: edge, caller: caller)
        case .user(let token): return try answerUser(request, edge: edge, token: token, caller: caller)
        case .business(let business): return try answerBusiness(request, edge: edge, business, caller: caller)
        case .account(let account): return try await answerAccount(request, edge: edge, account, caller: caller)
        case .number(let number): return try await answerNumber(request, edge: edge, number, caller: caller)
        case .page(let page): return try await answerPage(request, edge: edge, page, caller: caller)
        case .instagram(let account, let page):
            return try answerInstagram(request, edge: edge, account, page: page, caller: caller)
        case .group(let group):
            try requireMessaging(caller)
            return try answerGroup(request, edge: edge, group)
        case .template(let template):
            try caller.require(.whatsAppBusinessManagement)
            return try answerTemplate(request, edge: edge, template)
        case .media(let item):
            guard edge.isEmpty else { throw unknownEdge(edge, of: item.id, request) }
            try caller.require(.whatsAppBusinessMessaging)
            return try answerMedia(request, item)
        case .scopedPerson(let person, let endpoint):
            return try answerScopedPerson(request, person, at: endpoint, caller: caller)
        }
    }

    // MARK: Checks of every call, in Meta's order

    private func authenticate(_ request: GraphRequest) throws(GraphError) -> GraphCaller {
        guard let token = request.accessToken, !token.isEmpty else {
            throw request.path.first == "me" ? .tokenRequiredForMe : .tokenRequired
        }
        let found = sandbox.read { world, now in
            Result { () throws(GraphError) in
                try GraphCaller(token: token, world: world, now: now, configuration: configuration)
            }
        }
        let caller = try found.get()
        if let proof = request.text("appsecret_proof") {
            guard AppSecretProof.isValid(proof, token: token, appSecret: configuration.appSecret) else {
                throw .appSecretProofWrong
            }
        } else if configuration.requiresAppSecretProof {
            throw .appSecretProofMissing
        }
        return caller
    }

    private enum GraphObject {
        case app
        case user(AccessToken)
        case business(Business)
        case account(WhatsAppBusinessAccount)
        case number(BusinessNumber)
        case page(Page)
        case instagram(InstagramAccount, page: Page)
        case template(MessageTemplate)
        case group(Group)
        case media(MediaItem)
        case scopedPerson(Person, Endpoint)
    }

    /// The object that a path names, if it exists and the caller may see it.
    private func object(_ id: String, caller: GraphCaller, request: GraphRequest) throws(GraphError) -> GraphObject {
        if id == configuration.appID || id == "app" { return .app }
        let directory = directory
        if id == "me", let page = caller.user?.pageID.flatMap(directory.page) { return .page(page) }
        if let token = caller.user, id == "me" || id == token.grant.userID { return .user(token) }
        if id == "me" { throw .tokenRequiredForMe }
        if let business = directory.business(id), caller.canSee(business: business, directory: directory) {
            return .business(business)
        }
        if let account = directory.account(id), caller.canSee(account: id, directory: directory) {
            return .account(account)
        }
        if let number = directory.number(id), caller.canSee(account: number.accountID, directory: directory) {
            return .number(number)
        }
        if let page = directory.page(id), caller.canSee(page: page) { return .page(page) }
        if let found = object(ofPages: id, caller: caller, directory: directory) { return found }
        if let template = sandbox.read({ world, _ in world.template(id) }),
            caller.canSee(account: template.accountID, directory: directory)
        {
            return .template(template)
        }
        if let item = media(id, caller: caller) { return .media(item) }
        if let group = sandbox.read({ world, _ in world.groups[id] }), let number = directory.number(group.number),
            caller.canSee(account: number.accountID, directory: directory)
        {
            return .group(group)
        }
        if id.hasPrefix(Sandbox.groupIDPrefix) { throw .unknownGroup }
        guard id.allSatisfy({ $0.isASCII && $0.isNumber }) else { throw .unknownAlias(id) }
        throw .unsupported(request.method, id: id)
    }

    /// An Instagram account, or a person as a Page or account knows them.
    private func object(ofPages id: String, caller: GraphCaller, directory: Directory) -> GraphObject? {
        for page in directory.pages where caller.canSee(page: page) {
            if let account = page.instagram, account.id == id { return .instagram(account, page: page) }
            guard caller.user?.pageID == page.id else { continue }
            if let person = directory.person(scopedID: id, at: page.id) { return .scopedPerson(person, .page(page)) }
            if let account = page.instagram, let person = directory.person(scopedID: id, at: account.id) {
                return .scopedPerson(person, .instagram(account, page: page))
            }
        }
        return nil
    }

    /// Refuses calls of an app, or about a WABA or Page, that has used up its budget of the hour. Sends are not
    /// counted.
    private func checkBudget(_ request: GraphRequest) throws(GraphError) {
        guard let first = request.path.first, request.path.last != "messages" else { return }
        let now = sandbox.time.now()
        if sandbox.meter.isExhausted("app", countsCalls: false, at: now) {
            throw sandbox.errors.error(code: 4, subcode: nil)
        }
        let object = directory.number(first)?.accountID ?? first
        if sandbox.meter.isExhausted(object, countsCalls: configuration.enforcesRateLimits, at: now) {
            throw sandbox.errors.error(code: directory.page(object) == nil ? 80_007 : 80_001, subcode: nil)
        }
    }

    // MARK: Objects

    private func answerUser(
        _ request: GraphRequest, edge: [String], token: AccessToken, caller: GraphCaller
    ) throws(GraphError) -> GraphReply {
        switch (request.method, edge) {
        case ("GET", []): return GraphReply(try nodes(caller).user().render(try request.fieldSelection()))
        case ("GET", ["businesses"]):
            return GraphReply(try nodes(caller).businesses(Paging(request), try request.fieldSelection()))
        case ("GET", ["permissions"]): return GraphReply(try permissions(request, token: token))
        case ("DELETE", ["permissions"]):
            sandbox.write { world, _ in world.revokeAll(ofUser: token.grant.userID, because: .appRemoved) }
            return .success
        case ("DELETE", _) where edge.first == "permissions" && edge.count == 2:
            guard let scope = Scope(rawValue: edge[1]), token.grant.scopes.contains(scope) else {
                throw .invalidParameter("Param permission is not a permission that was granted: \(edge[1])")
            }
            sandbox.write { world, _ in world.revoke(scope, ofUser: token.grant.userID) }
            return .success
        case ("GET", ["accounts"]):
            try caller.require(.pagesShowList)
            return GraphReply(try nodes(caller).pages(Paging(request), try request.fieldSelection()))
        case ("GET", ["assigned_whatsapp_business_accounts"]):
            return GraphReply(
                try nodes(caller).accounts(
                    directory.accounts.map(\.id), Paging(request), try request.fieldSelection()))
        default: throw unknownEdge(edge, of: token.grant.userID, request)
        }
    }

    private func permissions(_ request: GraphRequest, token: AccessToken) throws(GraphError) -> WireJSON {
        let rows =
            token.grant.scopes.map { ($0, "granted") } + token.grant.declined.map { ($0, "declined") }
        let wanted = request.text("status")
        return [
            "data": .array(
                rows.filter { wanted == nil || wanted == $0.1 }.map {
                    ["permission": .string($0.0.rawValue), "status": .string($0.1)]
                })
        ]
    }

    private func answerBusiness(
        _ request: GraphRequest, edge: [String], _ business: Business, caller: GraphCaller
    ) throws(GraphError) -> GraphReply {
        try caller.require(.businessManagement)
        switch (request.method, edge) {
        case ("GET", []):
            return GraphReply(
                try nodes(caller).business(business).render(try request.fieldSelection()), budgetObject: business.id)
        case ("GET", ["owned_whatsapp_business_accounts"]):
            return GraphReply(
                try nodes(caller).accounts(
                    business.ownedAccountIDs, Paging(request), try request.fieldSelection()),
                budgetObject: business.id)
        case ("GET", ["client_whatsapp_business_accounts"]):
            return GraphReply(
                try nodes(caller).accounts(
                    business.clientAccountIDs, Paging(request), try request.fieldSelection()),
                budgetObject: business.id)
        case ("GET", ["owned_pages"]), ("GET", ["client_pages"]):
            let isOwned = edge == ["owned_pages"]
            let ids = directory.pages.filter { isOwned && $0.businessID == business.id }.map(\.id)
            return GraphReply(
                try nodes(caller).pages(Paging(request), try request.fieldSelection(), among: ids),
                budgetObject: business.id)
        default: throw unknownEdge(edge, of: business.id, request)
        }
    }

    private func answerAccount(
        _ request: GraphRequest, edge: [String], _ account: WhatsAppBusinessAccount,
        caller: GraphCaller
    ) async throws(GraphError) -> GraphReply {
        try caller.require(.whatsAppBusinessManagement)
        switch (request.method, edge) {
        case ("GET", []):
            return GraphReply(
                try nodes(caller).account(account).render(try request.fieldSelection()), budgetObject: account.id)
        case ("GET", ["phone_numbers"]):
            return GraphReply(
                try nodes(caller).numbers(of: account.id, Paging(request), try request.fieldSelection()),
                budgetObject: account.id)
        case ("POST", ["phone_numbers"]): return try addNumber(request, to: account)
        case (_, ["message_templates"]): return try answerTemplates(request, account)
        case (_, ["subscribed_apps"]):
            return try await answerSubscribedApps(request, account: account, caller: caller)
        default: throw unknownEdge(edge, of: account.id, request)
        }
    }

    private func answerNumber(
        _ request: GraphRequest, edge: [String], _ number: BusinessNumber, caller: GraphCaller
    ) async throws(GraphError) -> GraphReply {
        switch (request.method, edge) {
        case ("POST", ["messages"]):
            try requireMessaging(caller)
            return try await postMessage(request, from: number)
        case ("POST", ["media"]):
            try requireMessaging(caller)
            return try uploadMedia(request, to: number)
        case ("GET", []):
            try caller.require(anyOf: .whatsAppBusinessManagement, .whatsAppBusinessMessaging)
            return GraphReply(
                try nodes(caller).number(number).render(try request.fieldSelection()),
                budgetObject: number.accountID)
        case ("POST", []):
            try caller.require(.whatsAppBusinessManagement)
            return try await updateNumber(request, number)
        case ("POST", ["register"]):
            try caller.require(anyOf: .whatsAppBusinessManagement, .whatsAppBusinessMessaging)
            return try register(request, number)
        case ("POST", ["deregister"]):
            try caller.require(anyOf: .whatsAppBusinessManagement, .whatsAppBusinessMessaging)
            return try deregister(request, number)
        case ("POST", ["request_code"]):
            try caller.require(.whatsAppBusinessManagement)
            return try requestCode(request, number)
        case ("POST", ["verify_code"]):
            try caller.require(.whatsAppBusinessManagement)
            return try verifyCode(request, number)
        case ("POST", ["groups"]):
            try requireMessaging(caller)
            return try createGroup(request, of: number)
        case ("GET", ["groups"]):
            try requireMessaging(caller)
            return try listGroups(request, of: number)
        case ("GET", ["settings"]), ("POST", ["settings"]):
            try caller.require(.whatsAppBusinessManagement)
            return try numberSettings(request, number)
        case ("GET", ["whatsapp_business_profile"]), ("POST", ["whatsapp_business_profile"]):
            try caller.require(anyOf: .whatsAppBusinessManagement, .whatsAppBusinessMessaging)
            return try businessProfile(request, number)
        case ("GET", ["block_users"]), ("POST", ["block_users"]), ("DELETE", ["block_users"]):
            try requireMessaging(caller)
            return try blockUsers(request, number)
        default: throw unknownEdge(edge, of: number.id, request)
        }
    }

    private func requireMessaging(_ caller: GraphCaller) throws(GraphError) {
        guard caller.user?.grant.scopes.contains(.whatsAppBusinessMessaging) == true else { throw .permissionDenied }
    }

    private func answerInstagram(
        _ request: GraphRequest, edge: [String], _ account: InstagramAccount, page: Page, caller: GraphCaller
    ) throws(GraphError) -> GraphReply {
        guard request.method == "GET", edge.isEmpty else { throw unknownEdge(edge, of: account.id, request) }
        try caller.require(.instagramBasic)
        return GraphReply(try nodes(caller).instagram(account).render(try request.fieldSelection()))
    }

    /// Reads of an edge that does not exist and writes that the object does not support differ at Meta, too.
    func unknownEdge(_ edge: [String], of id: String, _ request: GraphRequest) -> GraphError {
        guard request.method == "GET", !edge.isEmpty else { return .unsupported(request.method, id: id) }
        return .unknownPath(edge.joined(separator: "/"))
    }

    func nodes(_ caller: GraphCaller) -> GraphNodes {
        let directory = directory
        return sandbox.read { world, _ in
            GraphNodes(
                directory: directory, caller: caller, configuration: configuration,
                appSubscription: world.appSubscriptions["whatsapp_business_account"],
                accountSubscriptions: world.accountSubscriptions,
                numberCallbacks: world.numbers.compactMapValues(\.overrideCallbackURI),
                pageTokens: world.pageTokens(of: caller.user))
        }
    }
}
