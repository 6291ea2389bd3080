/// Which hosts requests may go to.
///
/// Whatever it says, public hosts are reached by `https` on an address of the public internet only, so that neither a
/// crafted URL nor a crafted DNS record leads inside. The exception are loopback origins that are named one by one.
public struct HostPolicy: Hashable, Sendable {
    private var allowsAnyPublicHost = false
    /// `host:port`.
    private var exact: Set<String> = []
    /// `.suffix:port`.
    private var suffixes: Set<String> = []
    private var loopbackOrigins: Set<String> = []

    private init() {}

    /// No host at all.
    public static let none = HostPolicy()

    /// Every public host.
    public static let anyPublicHost: HostPolicy = {
        var policy = HostPolicy()
        policy.allowsAnyPublicHost = true
        return policy
    }()

    /// The named hosts. `graph.example.com` is that host alone; `*.example.com` is every host below `example.com`, and
    /// not `example.com` itself. A port may follow, `api.example.com:8443`; without one it is 443.
    public static func hosts(_ patterns: String...) -> HostPolicy { hosts(patterns) }

    /// The named hosts, as ``hosts(_:)-(String...)``.
    public static func hosts(_ patterns: [String]) -> HostPolicy {
        var policy = HostPolicy()
        for pattern in patterns {
            let authority = pattern.lowercased().withPort
            if authority.hasPrefix("*.") {
                policy.suffixes.insert(String(authority.dropFirst()))
            } else {
                policy.exact.insert(authority)
            }
        }
        return policy
    }

    /// Allows besides, by `http` or `https`, one origin on this machine, such as `http://127.0.0.1:8082`; whatever its
    /// name resolves to must be a loopback address.
    ///
    /// An origin that is not on loopback, or no origin at all, changes nothing: see ``isLoopbackOrigin(_:)``.
    public func allowing(loopbackOrigin origin: String) -> HostPolicy {
        guard case .success(let url) = OutboundURL.parse(origin), url.isLoopbackHost else { return self }
        var policy = self
        policy.loopbackOrigins.insert(url.origin)
        return policy
    }

    /// Whether the URL points at this machine by name or address, so that ``allowing(loopbackOrigin:)`` takes its
    /// origin.
    public static func isLoopbackOrigin(_ url: String) -> Bool {
        guard case .success(let url) = OutboundURL.parse(url) else { return false }
        return url.isLoopbackHost
    }

    /// What the addresses must be like that a host's name leads to.
    enum Verdict: Equatable {
        case publicAddresses
        case loopbackAddresses
        /// The text says what the rule is.
        case refused(String)
    }

    func verdict(on url: OutboundURL) -> Verdict {
        if loopbackOrigins.contains(url.origin) { return .loopbackAddresses }
        if url.isLoopbackHost { return .refused("the loopback origin \(url.origin) is not allowed") }
        guard url.scheme == "https" else {
            return .refused("\(url.host) must be reached by https; http is for allowed loopback origins only")
        }
        guard allows("\(url.host):\(url.port)") else {
            return .refused("the host \(url.host) is not allowed\(url.port == 443 ? "" : " on port \(url.port)")")
        }
        return .publicAddresses
    }

    private func allows(_ authority: String) -> Bool {
        if allowsAnyPublicHost || exact.contains(authority) { return true }
        return suffixes.contains { authority.hasSuffix($0) && authority.utf8.count > $0.utf8.count }
    }
}

extension String {
    /// A host with the port of https, unless it has a port already. The colons of an IPv6 address stand in brackets.
    fileprivate var withPort: String {
        guard let colon = lastIndex(of: ":"), !self[colon...].contains("]") else { return self + ":443" }
        return self
    }
}
