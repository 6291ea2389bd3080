/// An IPv4 or IPv6 address as its 4 or 16 bytes in network order.
struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// Reached without leaving this machine.
    var isLoopback: Bool {
        if let embedded = embeddedIPv4 { return embedded.isLoopback }
        if bytes.count == 4 { return bytes[0] == 127 }
        return bytes == Array(repeating: 0, count: 15) + [1]
    }

    /// Assigned for use on the public internet: none of the special-purpose blocks of the IANA registries (RFC 6890 and
    /// its updates), multicast or reserved space. Tunnel and translation prefixes count as what they lead to, or as not
    /// public where that cannot be told.
    var isPublic: Bool {
        if let embedded = embeddedIPv4 { return embedded.isPublic }
        let blocks = bytes.count == 4 ? Self.specialIPv4 : Self.specialIPv6
        if bytes.count == 16, bytes[0] & 0xE0 != 0x20 { return false }  // only 2000::/3 is global unicast
        return !blocks.contains { $0.contains(bytes) }
    }

    /// The IPv4 address inside a mapped (`::ffff:0:0/96`) or NAT64 (`64:ff9b::/96`) one.
    private var embeddedIPv4: NetworkAddress? {
        guard bytes.count == 16 else { return nil }
        let prefix = Array(bytes[..<12])
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        guard prefix == mapped || prefix == translated else { return nil }
        return NetworkAddress(bytes: Array(bytes[12...]))
    }

    private struct Block {
        let prefix: [UInt8]
        let length: Int

        func contains(_ address: [UInt8]) -> Bool {
            let whole = length / 8
            guard address.prefix(whole).elementsEqual(prefix.prefix(whole)) else { return false }
            guard length % 8 > 0 else { return true }
            let mask = ~(UInt8.max >> UInt8(length % 8))
            return address[whole] & mask == prefix[whole] & mask
        }
    }

    private static let specialIPv4: [Block] = [
        Block(prefix: [0], length: 8),  // this network
        Block(prefix: [10], length: 8),  // private
        Block(prefix: [100, 64], length: 10),  // carrier-grade NAT
        Block(prefix: [127], length: 8),  // loopback
        Block(prefix: [169, 254], length: 16),  // link-local, cloud metadata
        Block(prefix: [172, 16], length: 12),  // private
        Block(prefix: [192, 0, 0], length: 24),  // protocol assignments
        Block(prefix: [192, 0, 2], length: 24),  // documentation
        Block(prefix: [192, 88, 99], length: 24),  // 6to4 relays
        Block(prefix: [192, 168], length: 16),  // private
        Block(prefix: [198, 18], length: 15),  // benchmarks
        Block(prefix: [198, 51, 100], length: 24),  // documentation
        Block(prefix: [203, 0, 113], length: 24),  // documentation
        Block(prefix: [224], length: 3),  // multicast and reserved
    ]

    private static let specialIPv6: [Block] = [
        Block(prefix: [0x20, 0x01, 0x00], length: 23),  // protocol assignments, Teredo
        Block(prefix: [0x20, 0x01, 0x0D, 0xB8], length: 32),  // documentation
        Block(prefix: [0x20, 0x02], length: 16),  // 6to4: leads to an IPv4 address of the sender's choice
        Block(prefix: [0x3F, 0xFF, 0x00], length: 20),  // documentation
    ]
}
