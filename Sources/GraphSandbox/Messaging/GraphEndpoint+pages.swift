#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Pages, their Instagram accounts, and the people who write to them.
extension GraphEndpoint {
    func answerPage(
        _ request: GraphRequest, edge: [String], _ page: Page, caller: GraphCaller
    ) async throws(GraphError) -> GraphReply {
        switch (request.method, edge) {
        case ("GET", []):
            return GraphReply(try nodes(caller).page(page).render(try request.fieldSelection()))
        case ("POST", ["messages"]):
            try requirePageToken(caller, page)
            return try await postPageMessage(request, from: page, caller: caller)
        case ("POST", ["message_attachments"]):
            try requirePageToken(caller, page)
            try caller.require(anyOf: .pagesMessaging, .instagramManageMessages)
            return try await postAttachment(request, to: page)
        case (_, ["subscribed_apps"]):
            try requirePageToken(caller, page)
            try caller.require(.pagesManageMetadata)
            return try subscribedApps(request, page: page)
        case (_, ["messenger_profile"]):
            try requirePageToken(caller, page)
            return try messengerProfile(request, page: page)
        case ("GET", ["conversations"]):
            try requirePageToken(caller, page)
            return GraphReply(try conversations(request, page: page))
        case ("POST", ["pass_thread_control"]), ("POST", ["take_thread_control"]),
            ("POST", ["release_thread_control"]), ("POST", ["request_thread_control"]):
            try requirePageToken(caller, page)
            return try moveThread(request, edge[0], page: page)
        case ("GET", ["thread_owner"]):
            try requirePageToken(caller, page)
            return try threadOwner(request, page: page)
        default: throw unknownEdge(edge, of: page.id, request)
        }
    }

    private func requirePageToken(_ caller: GraphCaller, _ page: Page) throws(GraphError) {
        guard caller.user?.pageID == page.id else {
            throw GraphError(
                status: 400, message: "(#190) This method must be called with a Page Access Token", code: 190,
                subcode: 2_069_032)
        }
    }

    /// `/{page}/subscribed_apps`.
    private func subscribedApps(_ request: GraphRequest, page: Page) throws(GraphError) -> GraphReply {
        switch request.method {
        case "GET":
            let fields = sandbox.read { world, _ in world.pageSubscriptions[page.id]?.fields }
            guard let fields else { return GraphReply(["data": []]) }
            return GraphReply([
                "data": [
                    [
                        "category": "Business", "name": .string(configuration.appName),
                        "link": .string("https://www.facebook.com/games/?app_id=\(configuration.appID)"),
                        "id": .string(configuration.appID),
                        "subscribed_fields": .array(fields.map { .string($0) }),
                    ]
                ]
            ])
        case "POST":
            let fields = request.list("subscribed_fields")
            guard !fields.isEmpty else { throw .missingParameter("subscribed_fields") }
            let known = WebhookObject.fields(of: "page") ?? []
            for (index, field) in fields.enumerated() where !known.contains(field) {
                throw .invalidParameter(
                    "Param subscribed_fields[\(index)] must be one of {\(known.joined(separator: ", "))} - got "
                        + "\"\(field)\".")
            }
            sandbox.write { world, now in
                world.pageSubscriptions[page.id] = PageSubscription(fields: known.filter(fields.contains))
                world.retryNow(at: now)
            }
            return .success
        case "DELETE":
            sandbox.write { world, _ in world.pageSubscriptions[page.id] = nil }
            return .success
        default: throw .unsupported(request.method, id: page.id)
        }
    }

    /// `/{page}/messenger_profile`, with `platform=instagram` that of its Instagram account.
    private func messengerProfile(_ request: GraphRequest, page: Page) throws(GraphError) -> GraphReply {
        let isInstagram = request.text("platform")?.lowercased() == "instagram"
        let key = isInstagram ? page.instagram?.id ?? page.id : page.id
        let names = [
            "get_started", "greeting", "persistent_menu", "ice_breakers", "commands", "whitelisted_domains",
            "account_linking_url",
        ]
        switch request.method {
        case "GET":
            let wanted = request.list("fields")
            guard !wanted.isEmpty else { throw .missingParameter("fields") }
            let stored = sandbox.read { world, _ in world.messengerProfiles[key]?.members ?? [] }
            let rows = stored.filter { wanted.contains($0.key) }
            return GraphReply(["data": rows.isEmpty ? [] : [.object(rows)]])
        case "POST":
            let given = names.compactMap { name in
                request.json(name).map { WireJSON.Member(key: name, value: $0) }
            }
            guard !given.isEmpty else { throw .missingParameter(names.joined(separator: " or ")) }
            if let breakers = request.json("ice_breakers") {
                _ = try Param("ice_breakers", breakers).array(1...4)
            }
            sandbox.write { world, _ in
                let kept = (world.messengerProfiles[key]?.members ?? []).filter { old in
                    !given.contains { $0.key == old.key }
                }
                world.messengerProfiles[key] = .object(kept + given)
            }
            return GraphReply(["result": "success"])
        case "DELETE":
            let doomed = request.list("fields")
            guard !doomed.isEmpty else { throw .missingParameter("fields") }
            sandbox.write { world, _ in
                world.messengerProfiles[key] = .object(
                    (world.messengerProfiles[key]?.members ?? []).filter { !doomed.contains($0.key) })
            }
            return GraphReply(["result": "success"])
        default: throw .unsupported(request.method, id: page.id)
        }
    }

    // MARK: Threads

    private func chat(_ id: String?, page: Page) throws(GraphError) -> ChatID {
        for endpoint in [Endpoint.page(page)] + (page.instagram.map { [.instagram($0, page: page)] } ?? []) {
            if let id, let person = directory.person(scopedID: id, at: endpoint.id) {
                return ChatID(person: person.waID, number: endpoint.id)
            }
        }
        throw .noMatchingUser(.messenger)
    }

    private func moveThread(_ request: GraphRequest, _ edge: String, page: Page) throws(GraphError) -> GraphReply {
        let chat = try chat(request.json("recipient")?["id"]?.scalarText, page: page)
        let appID = configuration.appID
        switch edge {
        case "pass_thread_control":
            guard let target = request.text("target_app_id") else { throw .missingParameter("target_app_id") }
            sandbox.write { world, _ in
                world.conversations[chat, default: Conversation()].threadOwnerAppID = target
            }
        case "take_thread_control":
            sandbox.write { world, _ in
                world.conversations[chat, default: Conversation()].threadOwnerAppID = appID
            }
        case "release_thread_control":
            sandbox.write { world, _ in world.conversations[chat]?.threadOwnerAppID = nil }
        default: break
        }
        return .success
    }

    private func threadOwner(_ request: GraphRequest, page: Page) throws(GraphError) -> GraphReply {
        let chat = try chat(request.text("recipient"), page: page)
        let owner = sandbox.read { world, _ in world.conversations[chat]?.threadOwnerAppID }
        return GraphReply(["data": [["thread_owner": ["app_id": .string(owner ?? configuration.appID)]]]])
    }

    // MARK: People

    /// `GET /{psid}` and `GET /{igsid}`: the profile of somebody who has written.
    func answerScopedPerson(
        _ request: GraphRequest, _ person: Person, at endpoint: Endpoint, caller: GraphCaller
    ) throws(GraphError) -> GraphReply {
        guard request.method == "GET", request.path.count == 1 else {
            throw .unsupported(request.method, id: request.path[0])
        }
        let chat = ChatID(person: person.waID, number: endpoint.id)
        let hasWritten = sandbox.read { world, _ in world.conversations[chat]?.lastInboundAt != nil }
        guard hasWritten else {
            throw endpoint.product == .instagram ? .consentMissing : .profileUnavailable
        }
        let id = request.path[0]
        let isInstagram = endpoint.product == .instagram
        let names = person.name.split(separator: " ")
        let node = GraphNode(
            type: isInstagram ? "IGUser" : "User", id: id,
            defaults: isInstagram ? ["name", "username", "id"] : ["first_name", "last_name", "id"]
        ) { item in
            switch item.name {
            case "name": .value(.string(person.name))
            case "profile_pic": .value(.string("https://platform-lookaside.fbsbx.com/platform/profilepic/?psid=\(id)"))
            case "first_name" where !isInstagram: .value(.string(names.first.map(String.init) ?? person.name))
            case "last_name" where !isInstagram: .value(.string(names.dropFirst().joined(separator: " ")))
            case "locale", "timezone", "gender": isInstagram ? .unknown : .absent
            case "username" where isInstagram: person.username.map { .value(.string($0)) } ?? .absent
            case "follower_count" where isInstagram: .value(412)
            case "is_user_follow_business" where isInstagram: .value(true)
            case "is_business_follow_user", "is_verified_user": isInstagram ? .value(false) : .unknown
            default: .unknown
            }
        }
        return GraphReply(try node.render(try request.fieldSelection()))
    }

    /// `GET /{page}/conversations?platform=…`: the threads, newest first.
    private func conversations(_ request: GraphRequest, page: Page) throws(GraphError) -> WireJSON {
        let isInstagram = request.text("platform")?.lowercased() == "instagram"
        guard let endpointID = isInstagram ? page.instagram?.id : page.id else { return ["data": []] }
        let directory = directory
        let wanted = request.text("user_id")
        let rows: [(id: String, person: String, conversation: Conversation)] = sandbox.read { world, _ in
            world.conversations.filter { $0.key.number == endpointID }.compactMap { chat, conversation in
                guard let id = directory.person(chat.person)?.scopedIDs[endpointID], wanted == nil || wanted == id
                else {
                    return nil
                }
                return ("t_\(endpointID.suffix(6))\(id)", id, conversation)
            }
            .sorted { ($0.2.messages.last?.sentAt ?? .distantPast) > ($1.2.messages.last?.sentAt ?? .distantPast) }
        }
        let selection = try request.fieldSelection()
        return try Paging(request).page(of: rows, id: \.id) { row throws(GraphError) in
            try GraphNode(type: "UnifiedThread", id: row.id, defaults: ["id", "link", "updated_time"]) { item in
                switch item.name {
                case "link": .value(.string("/\(page.id)/inbox/\(row.id)/"))
                case "updated_time":
                    row.conversation.messages.last.map { .value(.string($0.sentAt.formatted(.iso8601))) } ?? .absent
                case "message_count": .value(.integer(Int64(row.conversation.messages.count)))
                case "unread_count":
                    .value(
                        .integer(
                            Int64(
                                row.conversation.messages.count {
                                    $0.direction == .fromPerson && $0.status != .read
                                })))
                case "participants":
                    .value(["data": [["id": .string(row.person)], ["id": .string(endpointID)]]])
                case "messages": .value(Self.messages(row.conversation, person: row.person, business: endpointID))
                default: .unknown
                }
            }.render(selection)
        }
    }

    private static func messages(_ conversation: Conversation, person: String, business: String) -> WireJSON {
        let rows = conversation.messages.filter { !$0.isUnsent }.suffix(20).reversed().map { message -> WireJSON in
            let isOwn = message.direction == .fromBusiness
            return [
                "id": .string(message.id), "created_time": .string(message.sentAt.formatted(.iso8601)),
                "from": ["id": .string(isOwn ? business : person)],
                "to": ["data": [["id": .string(isOwn ? person : business)]]],
                "message": .string(message.content.preview),
            ]
        }
        return ["data": .array(Array(rows))]
    }
}
