/// Names of hosts as they stand in `Host` headers and settings.
package enum HostName {
    /// `localhost`, a name below it, an address in 127.0.0.0/8, or `::1` with or without brackets. Exactly: a name that
    /// merely begins or ends so is somebody else's.
    package static func isLoopback(_ name: String) -> Bool {
        let name = name.lowercased()
        if name == "localhost" || name.hasSuffix(".localhost") || name == "[::1]" || name == "::1" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The name in lower case, without `:port` and without the dot that ends a fully qualified name.
    package static func withoutPort(_ authority: some StringProtocol) -> String {
        var name = authority.lowercased()
        if name.hasPrefix("[") {
            if let end = name.firstIndex(of: "]") { name = String(name[...end]) }
        } else if let colon = name.firstIndex(of: ":") {
            name = String(name[..<colon])
        }
        if name.hasSuffix(".") { name.removeLast() }
        return name
    }
}

/// Addresses of whole servers: scheme, host and perhaps a port.
package enum WebAddress {
    /// Whether this is `http(s)://host[:port]` and nothing more.
    package static func isOrigin(_ text: String) -> Bool {
        guard let authority = authority(of: text), !authority.isEmpty else { return false }
        let allowed = authority.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
                UInt8(ascii: "["), UInt8(ascii: "]"):
                true
            default: false
            }
        }
        return allowed && !HostName.withoutPort(authority).isEmpty
    }

    /// What stands behind the scheme of an origin.
    package static func authority(of origin: String) -> String? {
        for scheme in ["https://", "http://"] where origin.hasPrefix(scheme) {
            return String(origin.dropFirst(scheme.count))
        }
        return nil
    }
}
