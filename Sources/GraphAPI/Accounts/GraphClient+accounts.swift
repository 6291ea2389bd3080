import IntegrationKit

extension GraphClient {
    /// Whose token it is.
    public func me(with token: GraphToken) async throws(GraphFailure) -> GraphUser {
        try decode(await get("me", [(name: "fields", value: "id,name")], with: token), GraphUser.init)
    }

    /// What the person granted and declined. Permissions can be declined one by one.
    public func permissions(with token: GraphToken) async throws(GraphFailure) -> [GrantedPermission] {
        try await all("me/permissions", with: token, GrantedPermission.init)
    }

    /// The business portfolios that the person may manage; all of them. Needs `business_management`.
    public func businesses(with token: GraphToken) async throws(GraphFailure) -> [Business] {
        try await all("me/businesses", [(name: "fields", value: "id,name")], with: token, Business.init)
    }

    /// The WhatsApp accounts of a business: its own, then those that were shared with it, each once.
    ///
    /// Needs `whatsapp_business_management`. A business that may not ask for shared accounts (they are for Meta's
    /// partners) has none.
    public func whatsAppAccounts(
        of businessID: String, with token: GraphToken
    ) async throws(GraphFailure) -> [WhatsAppBusinessAccount] {
        let owned = try await whatsAppAccounts(of: businessID, .owned, with: token)
        let client: [WhatsAppBusinessAccount]
        do throws(GraphFailure) {
            client = try await whatsAppAccounts(of: businessID, .client, with: token)
        } catch {
            guard error.kind == .permission || error.kind == .invalidRequest || error.kind == .notFound else {
                throw error
            }
            client = []
        }
        let known = Set(owned.map(\.id))
        return owned + client.filter { !known.contains($0.id) }
    }

    private func whatsAppAccounts(
        of businessID: String, _ ownership: WhatsAppBusinessAccount.Ownership, with token: GraphToken
    ) async throws(GraphFailure) -> [WhatsAppBusinessAccount] {
        let fields = "id,name,currency,timezone_id,message_template_namespace"
        return try await all(
            "\(node(businessID))/\(ownership.rawValue)_whatsapp_business_accounts", [(name: "fields", value: fields)],
            with: token
        ) { json throws(InvalidValue) in try WhatsAppBusinessAccount(json, ownership) }
    }

    /// One WhatsApp account by its id.
    public func whatsAppAccount(
        _ wabaID: String, with token: GraphToken
    ) async throws(GraphFailure) -> WhatsAppBusinessAccount {
        let fields = "id,name,currency,timezone_id,message_template_namespace"
        let answer = try await get(node(wabaID), [(name: "fields", value: fields)], with: token)
        return try decode(answer) { json throws(InvalidValue) in try WhatsAppBusinessAccount(json, .owned) }
    }

    /// The phone numbers of a WhatsApp account; all of them.
    public func phoneNumbers(
        of wabaID: String, with token: GraphToken
    ) async throws(GraphFailure) -> [WhatsAppPhoneNumberNode] {
        try await all(
            "\(node(wabaID))/phone_numbers", [(name: "fields", value: WhatsAppPhoneNumberNode.fields)], with: token,
            WhatsAppPhoneNumberNode.init)
    }

    /// One phone number by its id.
    public func phoneNumber(
        _ phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) -> WhatsAppPhoneNumberNode {
        let answer = try await get(
            node(phoneNumberID), [(name: "fields", value: WhatsAppPhoneNumberNode.fields)], with: token)
        return try decode(answer, WhatsAppPhoneNumberNode.init)
    }
}
