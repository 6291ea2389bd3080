/// How an installation is connected to its provider. Generated from `connections.<handle>`.
public struct ConnectionDescriptor: Sendable {
    /// Which env variables hold what the provider granted.
    public struct Store: Hashable, Sendable {
        public let accessToken: String?
        public let refreshToken: String?
        public let expiresAt: String?
        public let accountID: String?

        public init(
            accessToken: String?, refreshToken: String? = nil, expiresAt: String? = nil, accountID: String? = nil
        ) {
            self.accessToken = accessToken
            self.refreshToken = refreshToken
            self.expiresAt = expiresAt
            self.accountID = accountID
        }
    }

    public let handle: String
    public let label: String
    public let description: String
    /// May contain `{NAME}` of provision variables, as ``tokenURL`` may.
    public let authorizeURL: String
    public let tokenURL: String
    /// Names of provision variables.
    public let clientID: String
    public let clientSecret: String
    public let scopes: [String]
    public let usesPKCE: Bool
    /// Further parameters of the authorize request, in order.
    public let parameters: [(name: String, value: String)]
    public let store: Store
    public let revokeURL: String?
    public let refresh: Refresh?
    /// Handle of the model that keeps one row for each account; nil for one account an installation.
    public let accountModel: String?

    /// When tokens are renewed.
    public struct Refresh: Hashable, Sendable {
        /// How long before they expire.
        public let lead: Duration
        /// How often although nobody uses them.
        public let keepAlive: Duration?

        public init(lead: Duration, keepAlive: Duration? = nil) {
            self.lead = lead
            self.keepAlive = keepAlive
        }
    }

    public init(
        handle: String, label: String, description: String = "", authorizeURL: String, tokenURL: String,
        clientID: String, clientSecret: String, scopes: [String], usesPKCE: Bool,
        parameters: [(name: String, value: String)], store: Store, revokeURL: String? = nil, refresh: Refresh? = nil,
        accountModel: String? = nil
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.authorizeURL = authorizeURL
        self.tokenURL = tokenURL
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scopes = scopes
        self.usesPKCE = usesPKCE
        self.parameters = parameters
        self.store = store
        self.revokeURL = revokeURL
        self.refresh = refresh
        self.accountModel = accountModel
    }
}
