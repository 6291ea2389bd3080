import GraphAPI

/// The WhatsApp accounts that a person may use.
struct AccountDirectory {
    struct Account {
        /// nil for an account that was shared without the business that owns it.
        let business: Business?
        let waba: WhatsAppBusinessAccount
    }

    private let graph: GraphClient
    private let token: GraphToken

    init(_ graph: GraphClient, _ token: GraphToken) {
        self.graph = graph
        self.token = token
    }

    /// Those of all businesses, each once; limited to those that were picked in the dialog, if any were.
    func accounts() async throws(GraphFailure) -> [Account] {
        try await accounts(of: await graph.debugToken(token))
    }

    /// - Parameter inspection: What Meta says of the directory's token: which accounts were picked, and whether businesses
    ///   may be listed. A token of Embedded Signup mostly may not: then what was picked is all.
    func accounts(of inspection: TokenInspection) async throws(GraphFailure) -> [Account] {
        let picked = inspection.targets(of: "whatsapp_business_management")
        let mayListBusinesses = inspection.targets(of: "business_management")?.isEmpty != true
        var accounts: [Account] = []
        for business in mayListBusinesses ? try await graph.businesses(with: token) : [] {
            for waba in try await graph.whatsAppAccounts(of: business.id, with: token)
            where !accounts.contains(where: { $0.waba.id == waba.id }) {
                accounts.append(Account(business: business, waba: waba))
            }
        }
        guard let picked else { return accounts }
        accounts.removeAll { !picked.contains($0.waba.id) }
        for id in picked where !accounts.contains(where: { $0.waba.id == id }) {
            accounts.append(Account(business: nil, waba: try await graph.whatsAppAccount(id, with: token)))
        }
        return accounts
    }

    /// The account to begin with: the one that the workplace used before, else the first that has a phone number, else
    /// the first.
    func best(_ accounts: [Account], before: String?) async throws(GraphFailure) -> Account? {
        if let known = accounts.first(where: { $0.waba.id == before }) { return known }
        if accounts.count > 1 {
            for account in accounts where try await !graph.phoneNumbers(of: account.waba.id, with: token).isEmpty {
                return account
            }
        }
        return accounts.first
    }
}
