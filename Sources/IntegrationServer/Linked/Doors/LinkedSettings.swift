package import Cryptography
package import IntegrationKit
internal import OutboundHTTP
package import SkedyulAPI

/// How this server meets the Skedyul platform.
package struct LinkedSettings: Sendable {
    /// Of the platform's Core API, without a slash at the end.
    package var apiURL: String
    /// `sk_app_…`: the right of what goes on when no call waits for it.
    package var token: CoreToken
    package var callers: PlatformCallers
    /// The process stops after so many calls; nil: never.
    package var maximumRequests: Int?
    /// Told by `/health`: how long the platform lets a server stand that nobody calls.
    package var extendedSeconds: Int

    package init(
        apiURL: String, token: CoreToken, callers: PlatformCallers, maximumRequests: Int? = nil,
        extendedSeconds: Int = 3600
    ) {
        self.apiURL = apiURL
        self.token = token
        self.callers = callers
        self.maximumRequests = maximumRequests
        self.extendedSeconds = extendedSeconds
    }
}

/// Who may call as the platform.
package enum PlatformCallers: Sendable {
    /// Whoever shows one of these secrets as bearer. Kept as digests.
    case bearers([[UInt8]])
    /// Anybody who reaches the address, which is on loopback.
    case anybody

    /// - Parameter secrets: Separated by commas.
    /// - Returns: nil when one of them is too short to be a secret.
    package init?(secrets: String) {
        let parts = secrets.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        guard !parts.isEmpty, parts.allSatisfy({ $0.utf8.count >= Self.shortest }) else { return nil }
        self = .bearers(parts.map { SHA256.hash(Array($0.utf8)) })
    }

    /// In bytes.
    static let shortest = 32

    /// Takes the same time whatever is shown.
    package func admits(bearer: String?) -> Bool {
        switch self {
        case .anybody: return true
        case .bearers(let digests):
            guard let bearer else { return false }
            let digest = SHA256.hash(Array(bearer.utf8))
            return digests.reduce(false) { ConstantTime.equals($1, digest) || $0 }
        }
    }
}

extension SettingsReader {
    /// Which platform keeps the installations' state.
    package static func isLinked(_ environment: [String: String]) -> Bool { environment["PLATFORM"] == "linked" }

    var isLinked: Bool { Self.isLinked(environment) }

    /// Lays what a build baked in over the process environment, as skedyul-node does: `MCP_ENV_JSON`, then `MCP_ENV`.
    mutating func bake() {
        for name in ["MCP_ENV_JSON", "MCP_ENV"] {
            guard let text = text(name) else { continue }
            guard case .object(let object)? = try? JSON.parse(text), let values = CallEnvironment.texts(of: object) else {
                problems.append("\(name) must be a JSON object of texts, such as {\"GRAPH_API_VERSION\":\"v25.0\"}")
                continue
            }
            environment.merge(values) { $1 }
        }
    }

    mutating func linked() -> LinkedSettings? {
        let url = apiURL()
        let token = appToken()
        let callers = callers()
        let maximum = number("MCP_MAX_REQUESTS", in: 1...Int.max)
        let extended = number("MCP_TTL_EXTEND", in: 0...Int.max) ?? 3600
        guard let url, let token, let callers else { return nil }
        return LinkedSettings(
            apiURL: url, token: token, callers: callers, maximumRequests: maximum, extendedSeconds: extended)
    }

    private mutating func apiURL() -> String? {
        guard var url = text("SKEDYUL_API_URL") ?? text("SKEDYUL_NODE_URL") else {
            problems.append("SKEDYUL_API_URL is missing, for example https://app.skedyul.com  (the platform's address)")
            return nil
        }
        while url.hasSuffix("/") { url.removeLast() }
        // Tokens go there.
        guard WebAddress.isOrigin(url), url.hasPrefix("https://") || HostPolicy.isLoopbackOrigin(url) else {
            problems.append("SKEDYUL_API_URL must be an address such as https://app.skedyul.com, without a path; "
                + "http is for loopback addresses only")
            return nil
        }
        return url
    }

    private mutating func appToken() -> CoreToken? {
        guard let text = text("SKEDYUL_API_TOKEN") else {
            problems.append("SKEDYUL_API_TOKEN is missing  (the app's token, sk_app_…: events and messages that outlive "
                + "the platform's call are worked on by its right)")
            return nil
        }
        let token = CoreToken(Secret(text))
        guard token.scope == .app else {
            problems.append("SKEDYUL_API_TOKEN must be the app's token, which begins with sk_app_")
            return nil
        }
        return token
    }

    private mutating func callers() -> PlatformCallers? {
        guard let text = text("PLATFORM_SECRET") else {
            problems.append("PLATFORM_SECRET is missing  (what the platform shows as bearer when it calls; "
                + "make one with: openssl rand -hex 32)")
            return nil
        }
        if text == "none" {
            let host = flags.host ?? self.text("HOST") ?? "0.0.0.0"
            guard HostName.isLoopback(host), self.text("PUBLIC_URL") == nil else {
                problems.append("PLATFORM_SECRET=none is for loopback alone: set HOST=127.0.0.1 and no PUBLIC_URL, "
                    + "or give a secret")
                return nil
            }
            return .anybody
        }
        guard let callers = PlatformCallers(secrets: text) else {
            problems.append("PLATFORM_SECRET must have at least \(PlatformCallers.shortest) characters, several secrets "
                + "separated by commas; make one with: openssl rand -hex 32")
            return nil
        }
        return callers
    }
}
