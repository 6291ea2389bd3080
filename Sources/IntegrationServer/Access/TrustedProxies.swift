#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The proxies in front of this server whose `X-Forwarded-For` is believed: for counting attempts of one client, and for
/// nothing else. A request is never trusted more for where it comes from.
package struct TrustedProxies: Hashable, Sendable {
    /// Addresses that begin with the same bits.
    private struct Network: Hashable, Sendable {
        let bytes: [UInt8]
        let bits: Int

        init?(_ text: some StringProtocol) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let bytes = TrustedProxies.bytes(of: parts[0]) else { return nil }
            let most = bytes.count * 8
            guard let bits = parts.count == 1 ? most : Int(parts[1]), (0...most).contains(bits) else { return nil }
            self.bytes = bytes
            self.bits = bits
        }

        func contains(_ address: [UInt8]) -> Bool {
            guard address.count == bytes.count else { return false }
            let whole = bits / 8
            guard address[..<whole] == bytes[..<whole] else { return false }
            guard bits % 8 > 0 else { return true }
            let mask = ~(UInt8.max >> UInt8(bits % 8))
            return address[whole] & mask == bytes[whole] & mask
        }
    }

    private var networks: [Network] = []

    package init() {}

    /// - Parameter list: Addresses and networks, separated by commas: `10.0.0.0/8, ::1`.
    /// - Throws: ``Unreadable`` with the first part that is neither.
    package init(_ list: String) throws(Unreadable) {
        for part in list.split(separator: ",") {
            let text = part.trimmed
            guard let network = Network(text) else { throw Unreadable(part: text) }
            networks.append(network)
        }
    }

    package struct Unreadable: Error, Hashable, Sendable {
        package let part: String
    }

    package var isEmpty: Bool { networks.isEmpty }

    /// The address from which the request came to the first proxy that is trusted.
    ///
    /// - Parameters:
    ///   - peer: Of the connection.
    ///   - forwarded: The values of `X-Forwarded-For`, in their order. Each proxy adds, at the end, whom it heard; what
    ///     stands before the last address that is no proxy of ours anybody may have written.
    package func client(peer: String, forwarded: [String]) -> String {
        guard var hop = Self.bytes(of: peer), contains(hop) else { return peer }
        var client = peer
        let claims = forwarded.flatMap { $0.split(separator: ",") }.map(\.trimmed)
        for claim in claims.reversed() {
            guard contains(hop), let next = Self.bytes(of: claim) else { break }
            (hop, client) = (next, claim)
        }
        return client
    }

    private func contains(_ address: [UInt8]) -> Bool { networks.contains { $0.contains(address) } }

    /// The 4 or 16 bytes of an address in network order; those of the IPv4 address for one that is mapped into IPv6.
    private static func bytes(of text: some StringProtocol) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, String(text), &bytes) == 1 { return Array(bytes[..<4]) }
        guard inet_pton(AF_INET6, String(text), &bytes) == 1 else { return nil }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return Array(bytes[..<12]) == mapped ? Array(bytes[12...]) : bytes
    }
}
