/// How a sandbox is set up: which app it knows, where it listens, what it starts with.
public struct SandboxConfiguration: Sendable {
    /// App id, as in Meta's app dashboard. The `client_id` of the login dialog.
    public var appID: String
    /// App secret: signs webhooks, checks `appsecret_proof`, and is the second half of the app token.
    public var appSecret: String
    /// The app's name, shown on the consent page.
    public var appName: String
    /// Name or address to listen on. Anything but loopback exposes a server without real accounts: think twice.
    public var hostname: String
    /// Port to listen on; 0 lets the system choose.
    public var port: Int
    /// Path of the file that keeps the state; `nil` keeps it in memory only.
    public var stateFile: String?
    /// Divides every wait (delivery steps, webhook retries): 2 is twice as fast. Greater than 0.
    public var speed: Double
    /// Whether API calls without `appsecret_proof` are refused, as the app setting "Require app secret" does.
    public var requiresAppSecretProof: Bool
    /// Redirect URIs that the login dialog accepts beside those on loopback: a URI must begin with one of them.
    public var redirectPrefixes: [String]
    /// Host names, beside loopback's and ``hostname``, under which requests are answered.
    public var allowedHosts: [String]
    /// Whether sends are held to Meta's limits: messages a second, messages to one person, calls an hour.
    public var enforcesRateLimits: Bool
    /// Path of a file that gets every Graph call and its answer, one JSON object a line; `nil` records nothing.
    public var exchangeLog: String?
    /// Graph version that answers calls without one, and the newest that is known.
    public var graphVersion: Int
    /// The seeded businesses, numbers and people.
    public var directory: Directory

    public init(
        appID: String, appSecret: String, appName: String = "Sandbox Desk", hostname: String = "127.0.0.1",
        port: Int = 0, stateFile: String? = nil, speed: Double = 1, requiresAppSecretProof: Bool = false,
        redirectPrefixes: [String] = [], allowedHosts: [String] = [], enforcesRateLimits: Bool = true,
        exchangeLog: String? = nil, graphVersion: Int = 25, directory: Directory = .northwind
    ) {
        self.appID = appID
        self.appSecret = appSecret
        self.appName = appName
        self.hostname = hostname
        self.port = port
        self.stateFile = stateFile
        self.speed = speed
        self.requiresAppSecretProof = requiresAppSecretProof
        self.redirectPrefixes = redirectPrefixes
        self.allowedHosts = allowedHosts
        self.enforcesRateLimits = enforcesRateLimits
        self.exchangeLog = exchangeLog
        self.graphVersion = graphVersion
        self.directory = directory
    }
}

/// Why a sandbox could not start or go on. Each description is one sentence that says what to do.
public enum SandboxError: Error, CustomStringConvertible, Sendable {
    /// Another program listens there.
    case portTaken(hostname: String, port: Int)
    /// The name or address cannot be listened on.
    case cannotListen(hostname: String, port: Int, reason: String)
    /// The state file cannot be read for another reason than not being there.
    case stateUnreadable(path: String, reason: String)
    /// The state file is there but is not a sandbox's state. It is left as it is.
    case stateCorrupt(path: String, reason: String)
    /// The state file cannot be written.
    case stateUnwritable(path: String, reason: String)

    public var description: String {
        switch self {
        case .portTaken(let hostname, let port):
            "Port \(port) on \(hostname) is taken by another program: stop it or choose another port with --port."
        case .cannotListen(let hostname, let port, let reason):
            "Cannot listen on \(hostname):\(port) (\(reason)): choose another address with --hostname or --port."
        case .stateUnreadable(let path, let reason):
            "Cannot read the state file \(path) (\(reason)): check its permissions or choose another with --state."
        case .stateCorrupt(let path, let reason):
            """
            The state file \(path) is damaged (\(reason)) and was left as it is: mend it, or move it away to start \
            with an empty sandbox.
            """
        case .stateUnwritable(let path, let reason):
            "Cannot write the state file \(path) (\(reason)): check the folder's permissions and the free space."
        }
    }
}
