package import Cryptography
package import Logging

/// How this process runs: read once at start from the environment and the command line, then only passed on.
package struct ServerSettings: Sendable {
    package enum Mode: Hashable, Sendable {
        /// `serve`: behind TLS, keys from the environment, no login link.
        case production
        /// `dev serve`: on loopback, keys in the data directory, a login link at start.
        case development
    }

    package enum LogFormat: String, Hashable, Sendable, CaseIterable { case text, json }

    package var mode: Mode
    /// Where browsers and providers reach us, without a slash at the end; nil in development without a tunnel, where it
    /// is the address that was bound.
    package var publicURL: String?
    /// What to bind: `127.0.0.1`.
    package var host: String
    /// 0 for any free port.
    package var port: Int
    /// Holds the store and, in development, the keys.
    package var dataDirectory: String
    package var database: DatabaseAddress
    /// Open the store's sealed values and sign states and cookies.
    package var keys: SealingKeys
    /// What stands behind ``keys``, for deriving signing keys.
    package var signingSecret: [UInt8]
    /// Origin of a provider to the origin that stands in for it.
    package var origins: [String: String]
    /// Names that `Host` may have besides that of the public URL and the loopback names.
    package var allowedHosts: Set<String>
    package var trustedProxies = TrustedProxies()
    package var logLevel: Logger.Level
    package var logFormat: LogFormat
    package var limits: Limits
    /// How the Skedyul platform is met; nil in embedded mode.
    package var linked: LinkedSettings?
    /// The process environment, for the variables of the manifest's provision scope.
    package var environment: [String: String]

    package init(
        mode: Mode, publicURL: String?, host: String, port: Int, dataDirectory: String, database: DatabaseAddress,
        keys: SealingKeys, signingSecret: [UInt8], origins: [String: String] = [:], allowedHosts: Set<String> = [],
        logLevel: Logger.Level = .info, logFormat: LogFormat = .text, limits: Limits = Limits(),
        environment: [String: String]
    ) {
        self.mode = mode
        self.publicURL = publicURL
        self.host = host
        self.port = port
        self.dataDirectory = dataDirectory
        self.database = database
        self.keys = keys
        self.signingSecret = signingSecret
        self.origins = origins
        self.allowedHosts = allowedHosts
        self.logLevel = logLevel
        self.logFormat = logFormat
        self.limits = limits
        self.environment = environment
    }
}

/// Errors of frameworks print whatever they hold: nothing of this may be seen there.
extension ServerSettings: CustomStringConvertible, CustomReflectable {
    package var description: String { "ServerSettings(\(mode), \(host):\(port))" }
    package var customMirror: Mirror { Mirror(self, children: ["address": "\(host):\(port)"]) }
}

/// Bounds that keep one client from taking what belongs to all.
package struct Limits: Hashable, Sendable {
    /// Largest body of a form, an API or an MCP request, in bytes. Webhooks have their own in the manifest.
    package var bodySize = 1024 * 1024
    /// How long a whole body may take to arrive.
    package var bodyTimeout: Duration = .seconds(20)
    /// Largest file that a person, an agent or a handler gives, in bytes. Fields and channels have limits of their own.
    package var fileSize = 100 * 1024 * 1024
    /// What the files of an installation may have together, in bytes; one that is begun below it may go beyond.
    package var filesOfInstallation = 10 * 1024 * 1024 * 1024
    /// Files of one form.
    package var filesOfForm = 10
    /// Largest form with files, in bytes.
    package var uploadSize = 105 * 1024 * 1024
    /// How long a form with files may take to arrive.
    package var uploadTimeout: Duration = .seconds(900)
    /// A file that nothing holds on to is kept for so long: for a form that is sent again, or a call that names it.
    package var looseFiles: Duration = .seconds(24 * 3600)
    /// All headers of a request together, in bytes.
    package var headerSize = 32 * 1024
    package var headerCount = 100
    /// A connection on which nothing happens for so long is closed.
    package var idleTimeout: Duration = .seconds(60)
    package var connections = 4096
    /// In linked mode: calls of the platform that are answered at the same time; more are told to come again.
    package var concurrentCalls = 512
    /// Connections to PostgreSQL for work, 1 to 100; one more listens.
    package var databaseConnections = 8
    /// Deliveries that may wait for the store; more are answered 503 at once.
    package var waitingDeliveries = 4096
    /// Bytes of bodies that may wait for the store.
    package var waitingDeliveryBytes = 64 * 1024 * 1024
    /// Events that are handled at the same time.
    package var concurrentEvents = 32
    /// Tries of an event before it is a dead letter.
    package var eventAttempts = 8
    /// Messages of the outbox that are sent at the same time.
    package var concurrentSends = 32
    /// Tries of a message that surely has not left before it is a dead letter.
    package var sendAttempts = 8
    /// How often the store is asked for work that nobody has announced: what another process left, or a retry that is due.
    package var pollInterval: Duration = .seconds(5)
    /// How long events and deliveries that are done with are kept, and with them the keys by which a second delivery is
    /// known; calls and credentials as long. Longer than providers repeat a delivery: WhatsApp goes on for up to 7 days
    /// (Meta, WhatsApp webhooks overview; other pages of Meta's say 36 hours).
    package var retention: Duration = .seconds(30 * 24 * 3600)
    /// Time for what is in flight when the process is asked to stop.
    package var drain: Duration = .seconds(10)

    package init() {}
}

/// Everything that is wrong with the settings, one line each.
package struct InvalidSettings: Error, Hashable, Sendable, CustomStringConvertible {
    package var problems: [String]

    package init(_ problems: [String]) { self.problems = problems }

    package var description: String {
        let heading = problems.count == 1 ? "A setting needs your attention:" : "Some settings need your attention:"
        return ([heading] + problems.map { "  \($0)" }).joined(separator: "\n")
    }
}
