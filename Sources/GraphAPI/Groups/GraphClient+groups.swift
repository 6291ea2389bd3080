public import IntegrationKit

// Groups of WhatsApp (Meta, "Groups API"). Meta takes most changes as a wish: what became of it comes by webhook, as a
// ``WhatsAppGroupEvent``.
extension GraphClient {
    /// Has a group made.
    ///
    /// - Returns: the id of the request, by which the event of the finished group refers to it.
    public func createGroup(
        _ group: NewWhatsAppGroup, of phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) -> String {
        let answer = try await post("\(node(phoneNumberID))/groups", json: group.json, with: token)
        return try decode(answer) { json throws(InvalidValue) in try json.requiredID("request_id") }
    }

    /// The groups of a number that there are now; all of them. Meta gives id, subject and time of each, no more.
    public func groups(of phoneNumberID: String, with token: GraphToken) async throws(GraphFailure) -> [WhatsAppGroupNode] {
        try await all("\(node(phoneNumberID))/groups", limit: 1000, list: "groups", with: token, WhatsAppGroupNode.init)
    }

    /// One group with the people in it.
    public func group(_ groupID: String, with token: GraphToken) async throws(GraphFailure) -> WhatsAppGroupNode {
        let answer = try await get(node(groupID), [(name: "fields", value: WhatsAppGroupNode.fields)], with: token)
        return try decode(answer, WhatsAppGroupNode.init)
    }

    /// Asks for another subject or description.
    public func change(
        group groupID: String, to change: WhatsAppGroupChange, with token: GraphToken
    ) async throws(GraphFailure) {
        _ = try await post(node(groupID), json: change.json, with: token)
    }

    /// Deletes a group for everybody in it.
    public func deleteGroup(_ groupID: String, with token: GraphToken) async throws(GraphFailure) {
        _ = try await delete(node(groupID), with: token)
    }

    /// The link by which people join.
    public func inviteLink(ofGroup groupID: String, with token: GraphToken) async throws(GraphFailure) -> String {
        try decode(await get("\(node(groupID))/invite_link", with: token), Self.inviteLink)
    }

    /// Makes another link; the one before works no longer.
    public func resetInviteLink(ofGroup groupID: String, with token: GraphToken) async throws(GraphFailure) -> String {
        let body: JSON = ["messaging_product": "whatsapp"]
        return try decode(await post("\(node(groupID))/invite_link", json: body, with: token), Self.inviteLink)
    }

    private static func inviteLink(_ json: JSON) throws(InvalidValue) -> String {
        let link = try json.requiredID("invite_link")
        guard link.hasPrefix("https://") else { throw InvalidValue(at: "invite_link", "must begin with https://") }
        return link
    }

    /// The open join requests of a group; all of them.
    public func joinRequests(ofGroup groupID: String, with token: GraphToken) async throws(GraphFailure) -> [GroupJoinRequest] {
        try await all("\(node(groupID))/join_requests", with: token, GroupJoinRequest.init)
    }

    /// Lets people in who asked. Each request succeeds or fails for itself.
    public func approve(
        joinRequests ids: [String], ofGroup groupID: String, with token: GraphToken
    ) async throws(GraphFailure) -> GroupJoinDecision {
        let answer = try await post("\(node(groupID))/join_requests", json: Self.requests(ids), with: token)
        return GroupJoinDecision(answer, decided: "approved_join_requests")
    }

    /// Turns people away who asked. Each request succeeds or fails for itself.
    public func reject(
        joinRequests ids: [String], ofGroup groupID: String, with token: GraphToken
    ) async throws(GraphFailure) -> GroupJoinDecision {
        let answer = try await delete("\(node(groupID))/join_requests", json: Self.requests(ids), with: token)
        return GroupJoinDecision(answer, decided: "rejected_join_requests")
    }

    private static func requests(_ ids: [String]) -> JSON {
        ["messaging_product": "whatsapp", "join_requests": .array(ids.map { .string($0) })]
    }

    /// Asks that people leave a group.
    public func remove(
        _ removal: GroupRemoval, fromGroup groupID: String, with token: GraphToken
    ) async throws(GraphFailure) {
        _ = try await delete("\(node(groupID))/participants", json: removal.json, with: token)
    }
}
