#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An absolute `http` or `https` URL with a host and without user name or password.
struct WebAddress: Sendable {
    let scheme: String
    /// Lowercase, without brackets or port.
    let host: String
    /// Scheme, host and port, as browsers compare origins: `http://localhost:8080`.
    let origin: String

    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil
        else { return nil }
        self.scheme = scheme
        self.host = host.trimmingCharacters("[]")
        origin = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    }

    /// Whether the host is this machine itself, by name or by number.
    var isLoopback: Bool { Self.isLoopback(host) }

    /// Whether a host name (lowercase, without port) is one of loopback's.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension String {
    /// Without the given characters at both ends.
    func trimmingCharacters(_ set: String) -> String {
        var rest = self[...]
        while let first = rest.first, set.contains(first) { rest = rest.dropFirst() }
        while let last = rest.last, set.contains(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
