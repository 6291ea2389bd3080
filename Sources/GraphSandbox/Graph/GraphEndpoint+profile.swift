#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a number shows of its business, and whom it does not want to hear.
extension GraphEndpoint {
    private static let profileFields = [
        "about", "address", "description", "email", "profile_picture_url", "websites", "vertical",
        "messaging_product",
    ]
    private static let verticals = [
        "UNDEFINED", "OTHER", "AUTO", "BEAUTY", "APPAREL", "EDU", "ENTERTAIN", "EVENT_PLAN", "FINANCE", "GROCERY",
        "GOVT", "HOTEL", "HEALTH", "NONPROFIT", "PROF_SERVICES", "RETAIL", "TRAVEL", "RESTAURANT", "ALCOHOL",
        "ONLINE_GAMBLING", "PHYSICAL_GAMBLING", "OTC_DRUGS", "MATRIMONY_SERVICE", "NOT_A_BIZ",
    ]

    /// `GET|POST /{phone}/whatsapp_business_profile`.
    func businessProfile(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        guard request.method == "POST" else { return try readProfile(request, number) }
        guard request.text("messaging_product")?.lowercased() == "whatsapp" else {
            throw .missingParameter("messaging_product")
        }
        func text(_ name: String, max limit: Int, min least: Int = 0) throws(GraphError) -> String? {
            guard let value = request.parameters[name]?.scalarText else { return nil }
            guard value.unicodeScalars.count <= limit else { throw .tooLong(name, limit: limit) }
            guard value.count >= least else {
                throw .invalidParameter("Param \(name) must be at least \(least) characters long.")
            }
            return value
        }
        let about = try text("about", max: 139, min: 1)
        let address = try text("address", max: 256)
        let description = try text("description", max: 512)
        let email = try text("email", max: 128)
        if let email, !email.isEmpty, !email.contains("@") {
            throw .invalidParameter("Param email is not a valid email address.")
        }
        let vertical = try text("vertical", max: 64)
        if let vertical, !Self.verticals.contains(vertical) {
            throw .invalidParameter(
                "Param vertical must be one of {\(Self.verticals.joined(separator: ", "))} - got \"\(vertical)\".")
        }
        let websites = request.parameters["websites"] == nil ? nil : request.list("websites")
        if let websites {
            guard websites.count <= 2 else { throw .invalidParameter("Param websites must have at most 2 elements.") }
            for site in websites where site.count > 256 || WebAddress(site) == nil {
                throw .invalidParameter("Param websites must be valid URLs of at most 256 characters.")
            }
        }
        let handle = try text("profile_picture_handle", max: 1024)
        sandbox.write { world, _ in
            world.change(number) { state in
                state.profile.about = about ?? state.profile.about
                state.profile.address = address ?? state.profile.address
                state.profile.description = description ?? state.profile.description
                state.profile.email = email ?? state.profile.email
                state.profile.vertical = vertical ?? state.profile.vertical
                state.profile.websites = websites ?? state.profile.websites
                state.profile.profilePictureHandle = handle ?? state.profile.profilePictureHandle
            }
        }
        return .success
    }

    private func readProfile(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        let profile = sandbox.read { world, _ in world.state(of: number).profile }
        let wanted = request.list("fields")
        for field in wanted where !Self.profileFields.contains(field) {
            throw .unknownField(field, nodeType: "WhatsAppBusinessProfile")
        }
        func text(_ name: String, _ value: String?) -> WireJSON? {
            guard wanted.isEmpty ? name == "about" : wanted.contains(name) else { return nil }
            return value.map { .string($0) }
        }
        return GraphReply([
            "data": [
                .object(dropping: [
                    "about": text("about", profile.about), "address": text("address", profile.address),
                    "description": text("description", profile.description), "email": text("email", profile.email),
                    "vertical": text("vertical", profile.vertical ?? "UNDEFINED"),
                    "websites": wanted.contains("websites")
                        ? profile.websites.map { .array($0.map { .string($0) }) } : nil,
                    "messaging_product": "whatsapp",
                ])
            ]
        ])
    }

    /// `GET|POST|DELETE /{phone}/block_users`: only people who wrote within a day can be blocked.
    func blockUsers(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        if request.method == "GET" {
            let blocked = sandbox.read { world, _ in world.state(of: number).blocked }
            return GraphReply(
                try Paging(request).page(of: blocked, id: { $0 }) { waID throws(GraphError) in
                    ["messaging_product": "whatsapp", "wa_id": .string(waID)]
                })
        }
        let rows = try Param("block_users", request.json("block_users")).array(1...1000)
        var done: [WireJSON] = []
        var failed: [WireJSON] = []
        for row in rows {
            let input = try row["user"].text(max: 64)
            guard let waID = Recipient(input, sender: number, directory: directory)?.waID else {
                throw row["user"].wrong("is not a phone number.")
            }
            let isBlocking = request.method == "POST"
            let mayBe = sandbox.write { world, now in
                let chat = ChatID(person: waID, number: number.id)
                guard !isBlocking || world.conversations[chat]?.isWindowOpen(at: now) == true else { return false }
                world.conversations[chat]?.isBlocked = isBlocking
                world.change(number) { state in
                    state.blocked.removeAll { $0 == waID }
                    if isBlocking { state.blocked.append(waID) }
                }
                return true
            }
            let user: [WireJSON.Member] = [
                .init(key: "input", value: .string(input)), .init(key: "wa_id", value: .string(waID)),
            ]
            if mayBe {
                done.append(.object(user))
            } else {
                let error: WireJSON = [
                    "code": 131_047, "message": "Re-engagement message",
                    "error_data": ["details": "The user has not written to the business in the last 24 hours."],
                ]
                failed.append(.object(user + [.init(key: "errors", value: [error])]))
            }
        }
        var result: [WireJSON.Member] = [
            .init(key: request.method == "POST" ? "added_users" : "removed_users", value: .array(done))
        ]
        if !failed.isEmpty { result.append(.init(key: "failed_users", value: .array(failed))) }
        var body: [WireJSON.Member] = [
            .init(key: "messaging_product", value: "whatsapp"), .init(key: "block_users", value: .object(result)),
        ]
        guard failed.isEmpty else {
            let error = sandbox.errors.error(code: 139_100, subcode: nil)
            body += error.body(trace: nil).members ?? []
            return GraphReply(.object(body), status: 400)
        }
        return GraphReply(.object(body))
    }
}
