import Cryptography
public import IntegrationKit
public import OutboundHTTP

/// Calls Meta's Graph API for one app.
///
/// A value: copy it freely. Every call takes its own ``GraphToken``, sends it as `Authorization: Bearer` (never in a
/// URL, where it would be logged) and proves by `appsecret_proof` that it comes from the app's own server.
///
/// Failed calls are not repeated here: who calls knows whether a repetition is harmless. ``GraphFailure/retry`` says
/// when.
public struct GraphClient: Sendable {
    /// Where Meta's API is.
    public static let defaultBaseURL = "https://graph.facebook.com"
    /// The version that was current when this was written. A version lives about two years.
    public static let defaultVersion = "v25.0"

    public let appID: String
    /// Origin, with a path before the version if there is one; without a slash at the end.
    public let baseURL: String
    public let version: String
    let http: HTTPClient
    let appSecret: Secret<String>
    /// The deadline of each call.
    let deadline: Duration
    let usage: GraphUsage

    /// - Parameters:
    ///   - http: Must allow the host of `baseURL`; see ``hostPolicy(for:)``.
    ///   - baseURL: Another address than Meta's for a local Graph API; `https`, or `http` on loopback.
    ///   - version: As it stands in paths: `v25.0`.
    ///   - deadline: For each call, from its start to the last byte of the answer.
    ///   - usage: What all clients of the app have learned of its allowances.
    public init(
        http: HTTPClient, baseURL: String = defaultBaseURL, version: String = defaultVersion, appID: String,
        appSecret: Secret<String>, deadline: Duration = .seconds(10), usage: GraphUsage = GraphUsage()
    ) {
        self.http = http
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.version = version
        self.appID = appID
        self.appSecret = appSecret
        self.deadline = deadline
        self.usage = usage
    }

    /// The policy for an ``HTTPClient`` that is to call the Graph API at `baseURL` and nothing else: Meta's host, or
    /// the one origin on this machine.
    public static func hostPolicy(for baseURL: String = defaultBaseURL) -> HostPolicy {
        if HostPolicy.isLoopbackOrigin(baseURL) { return HostPolicy.none.allowing(loopbackOrigin: baseURL) }
        let authority = baseURL.split(separator: "/").dropFirst().first ?? ""
        return .hosts(String(authority))
    }

    /// The app's own token, for ``debugToken(_:)`` and the app's webhook subscriptions.
    public var appToken: GraphToken {
        GraphToken(appSecret.map { "\(appID)|\($0)" })
    }

    /// The proof that goes with a token: the hex HMAC-SHA-256 of the token under the app's secret (Meta, "Securing
    /// Graph API calls").
    func proof(of token: GraphToken) -> String {
        Hex.encode(HMAC.sha256(Array(token.secret.expose().utf8), key: Array(appSecret.expose().utf8)))
    }
}

extension GraphClient: CustomStringConvertible, CustomReflectable {
    public var description: String { "GraphClient(app \(appID) at \(baseURL)/\(version))" }
    public var customMirror: Mirror { Mirror(self, children: ["client": description]) }
}
