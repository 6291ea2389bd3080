/// How a client connects. TLS is always verified: there is no setting for that.
public struct HTTPClientConfiguration: Sendable {
    /// A proxy for everything but loopback origins. The variables `http_proxy` and the like are not consulted.
    public struct Proxy: Sendable {
        /// Such as `http://proxy.example.com:3128`, without credentials.
        public var url: String
        public var user: String?
        public var password: String?

        public init(url: String, user: String? = nil, password: String? = nil) {
            self.url = url
            self.user = user
            self.password = password
        }
    }

    /// Where requests may go. A client that has to reach anything must say so.
    public var hosts: HostPolicy
    /// `nil`, the default, connects directly. With a proxy, the proxy looks names up, so that private addresses are its
    /// to refuse.
    public var proxy: Proxy?
    /// A PEM file of certificate authorities to trust **instead of** the system's, for a private authority.
    public var certificateAuthorities: String?
    /// Connections to one host at a time; more requests wait for one, within their deadlines. Default 64.
    public var connectionsPerHost: Int
    /// Idle connections kept for later, all hosts together. Default 64.
    public var keptConnections: Int
    /// A kept connection is not used again after this long idle. Default 55 seconds: shorter than the minute after
    /// which many servers hang up, so that few requests meet a connection that is just being closed.
    public var idleLimit: Duration
    /// The `User-Agent` header, unless the request has its own.
    public var userAgent: String
    /// Told of each request that was made, when it has ended: on any thread, so quick.
    public var observer: (@Sendable (HTTPObservation) -> Void)?

    public init(
        hosts: HostPolicy, proxy: Proxy? = nil, certificateAuthorities: String? = nil, connectionsPerHost: Int = 64,
        keptConnections: Int = 64, idleLimit: Duration = .seconds(55), userAgent: String = "IntegrationKit",
        observer: (@Sendable (HTTPObservation) -> Void)? = nil
    ) {
        self.hosts = hosts
        self.proxy = proxy
        self.certificateAuthorities = certificateAuthorities
        self.connectionsPerHost = connectionsPerHost
        self.keptConnections = keptConnections
        self.idleLimit = idleLimit
        self.userAgent = userAgent
        self.observer = observer
    }
}

extension HTTPClientConfiguration.Proxy: CustomStringConvertible, CustomReflectable {
    public var description: String { HTTPRequest.withoutQuery(url) }
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}
