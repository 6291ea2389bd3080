import Cryptography

extension GraphEndpoint {
    /// `/{app}` and `/{app}/subscriptions`: what the app hears of, at which callback.
    func answerApp(
        _ request: GraphRequest, edge: [String], caller: GraphCaller
    ) async throws(GraphError) -> GraphReply {
        let id = configuration.appID
        switch (request.method, edge) {
        case ("GET", []):
            let name = configuration.appName
            let node = GraphNode(type: "Application", id: id, defaults: ["link", "name", "id"]) { item in
                switch item.name {
                case "name": .value(.string(name))
                case "link": .value(.string("https://www.facebook.com/games/?app_id=\(id)"))
                case "category": .value("Business and Pages")
                default: .unknown
                }
            }
            return GraphReply(try node.render(try request.fieldSelection()))
        case ("POST", ["uploads"]): return try beginUpload(request)
        case (_, ["subscriptions"]):
            guard case .app = caller else { throw .appTokenRequired }
            switch request.method {
            case "GET": return GraphReply(subscriptions())
            case "POST": return try await subscribe(request)
            case "DELETE": return try unsubscribe(request)
            default: throw .unsupported(request.method, id: id)
            }
        default: throw unknownEdge(edge, of: id, request)
        }
    }

    private func subscriptions() -> WireJSON {
        let rows = sandbox.read { world, _ in world.appSubscriptions }
        let ordered = WebhookObject.fields.compactMap { rows[$0.object] }
        return [
            "data": .array(
                ordered.map { row in
                    [
                        "object": .string(row.object), "callback_url": .string(row.callbackURL), "active": true,
                        "fields": .array(
                            row.fields.map { ["name": .string($0), "version": .string(row.version)] }),
                    ]
                })
        ]
    }

    private func subscribe(_ request: GraphRequest) async throws(GraphError) -> GraphReply {
        guard let object = request.text("object") else { throw .missingParameter("object") }
        guard let known = WebhookObject.fields(of: object) else {
            let names = WebhookObject.fields.map(\.object).joined(separator: ", ")
            throw .invalidParameter("Param object must be one of {\(names)} - got \"\(object)\".")
        }
        guard let callback = request.text("callback_url") else { throw .missingParameter("callback_url") }
        guard let verifyToken = request.text("verify_token") else { throw .missingParameter("verify_token") }
        let fields = request.list("fields")
        guard !fields.isEmpty else { throw .missingParameter("fields") }
        for (index, field) in fields.enumerated() where !known.contains(field) {
            throw .invalidParameter(
                "Param fields[\(index)] must be one of {\(known.joined(separator: ", "))} - got \"\(field)\".")
        }
        try await verify(callback, verifyToken: verifyToken, parameter: "callback_url")
        let version = "v\(request.version ?? configuration.graphVersion).0"
        sandbox.write { world, now in
            world.appSubscriptions[object] = AppSubscription(
                object: object, callbackURL: callback, fields: known.filter(fields.contains), version: version)
            world.retryNow(at: now)
        }
        return .success
    }

    private func unsubscribe(_ request: GraphRequest) throws(GraphError) -> GraphReply {
        guard let object = request.text("object") else {
            sandbox.write { world, _ in world.appSubscriptions.removeAll() }
            return .success
        }
        guard WebhookObject.fields(of: object) != nil else {
            throw .invalidParameter("Param object is not a known object - got \"\(object)\".")
        }
        let fields = request.list("fields")
        sandbox.write { world, _ in
            world.appSubscriptions[object]?.fields.removeAll { fields.contains($0) }
            if fields.isEmpty || world.appSubscriptions[object]?.fields.isEmpty == true {
                world.appSubscriptions[object] = nil
            }
        }
        return .success
    }

    /// `/{waba}/subscribed_apps`: whether the app hears of one WABA, and where instead of its own callback.
    func answerSubscribedApps(
        _ request: GraphRequest, account: WhatsAppBusinessAccount, caller: GraphCaller
    ) async throws(GraphError) -> GraphReply {
        switch request.method {
        case "GET":
            return GraphReply(nodes(caller).subscribedApps(account: account.id), budgetObject: account.id)
        case "POST":
            let override = request.text("override_callback_uri")
            if let override {
                guard override.count <= 200 else { throw .tooLong("override_callback_uri", limit: 200) }
                guard let verifyToken = request.text("verify_token") else { throw .missingParameter("verify_token") }
                try await verify(override, verifyToken: verifyToken, parameter: "override_callback_uri")
            }
            sandbox.write { world, now in
                world.accountSubscriptions[account.id] = AccountSubscription(overrideCallbackURI: override)
                world.retryNow(at: now)
            }
            return GraphReply(["success": true], budgetObject: account.id)
        case "DELETE":
            sandbox.write { world, _ in world.accountSubscriptions[account.id] = nil }
            return GraphReply(["success": true], budgetObject: account.id)
        default: throw .unsupported(request.method, id: account.id)
        }
    }

    /// The verification GET: the callback must answer 200 with the challenge as its whole body.
    func verify(_ url: String, verifyToken: String, parameter: String) async throws(GraphError) {
        guard let address = WebAddress(url), address.scheme == "https" || address.isLoopback else {
            throw .invalidParameter("Param \(parameter) must be a valid URI with https.")
        }
        let challenge = String(SecureRandom.bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } >> 1)
        var failure: String?
        do throws(CallbackClient.NoAnswer) {
            let answer = try await callbacks.verify(url, challenge: challenge, verifyToken: verifyToken)
            if answer.status != 200 {
                failure = "HTTP Status Code = \(answer.status)"
            } else if answer.body != challenge {
                failure = "The response does not match challenge, expected value=\"\(challenge)\""
            }
        } catch {
            failure = "URL not reachable: \(error.reason)"
        }
        if let failure {
            throw GraphError(
                status: 400,
                message: "(#2200) Callback verification failed with the following errors: \(failure)", code: 2200)
        }
    }
}
