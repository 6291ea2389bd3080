/// Checks of formats that name places on the network.
enum NetworkForms {
    /// RFC 1123 section 2.1: labels of 1 to 63 letters, digits and inner hyphens, 253 bytes in all. A last label of
    /// digits only is refused: that would be read as an address.
    static func isHostname(_ text: Substring) -> Bool {
        guard text.utf8.count <= 253 else { return false }
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areFine = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
                && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        }
        return areFine && labels.last?.allSatisfy(\.isDigit) == false
    }

    /// Four decimal numbers up to 255 without leading zeros, which some readers take for octal.
    static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.count), part.allSatisfy(\.isDigit) else { return false }
                guard part.count == 1 || part.first != UInt8(ascii: "0") else { return false }
                return part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
            }
    }

    /// RFC 4291 section 2.2, without a zone.
    static func isIPv6(_ text: Substring) -> Bool {
        guard text.utf8.count <= 45, !text.contains(":::") else { return false }
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return false }
        var groups = 0
        for (index, half) in halves.enumerated() where !half.isEmpty {
            guard let count = groupCount(half, mayEndInIPv4: index == halves.count - 1) else { return false }
            groups += count
        }
        return halves.count == 2 ? groups <= 7 : groups == 8
    }

    private static func groupCount(_ text: Substring, mayEndInIPv4: Bool) -> Int? {
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        for (index, group) in groups.enumerated() {
            if (1...4).contains(group.utf8.count), group.utf8.allSatisfy(\.isHexDigit) {
                count += 1
            } else if mayEndInIPv4, index == groups.count - 1, isIPv4(group) {
                count += 2
            } else {
                return nil
            }
        }
        return count
    }

    /// HTML's e-mail input (html.spec.whatwg.org, "valid e-mail address"), limited as RFC 5321 section 4.5.3 says, and
    /// with a dot in the domain: addresses of bare host names reach nobody outside.
    static func isEmail(_ text: String) -> Bool {
        guard text.utf8.count <= 254, let at = text.lastIndex(of: "@") else { return false }
        let mailbox = text[..<at].utf8
        let domain = text[text.index(after: at)...]
        return (1...64).contains(mailbox.count) && mailbox.allSatisfy(isMailboxByte)
            && mailbox.first != UInt8(ascii: ".") && mailbox.last != UInt8(ascii: ".")
            && domain.utf8.contains(UInt8(ascii: ".")) && isHostname(domain)
    }

    private static func isMailboxByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }

    /// An absolute URL (RFC 3986) with an authority: scheme in small or capital letters, a host name or address, an
    /// optional port from 1 to 65535, and only the characters that the standard allows after it. Credentials in the
    /// address are refused: they end up in logs, and they are how people are misled about the host.
    static func isURL(_ text: String, schemes: Set<String>) -> Bool {
        guard text.utf8.count <= 8192, let colon = text.firstIndex(of: ":"),
            schemes.contains(text[..<colon].lowercased())
        else { return false }
        var rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("//") else { return false }
        rest = rest.dropFirst(2)
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        return isAuthority(rest[..<end]) && arePathBytes(rest[end...])
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        var host = text
        var port: Substring?
        if text.hasPrefix("[") {
            guard let close = text.firstIndex(of: "]") else { return false }
            host = text[text.index(after: text.startIndex)..<close]
            let after = text[text.index(after: close)...]
            guard after.isEmpty || after.hasPrefix(":") else { return false }
            port = after.isEmpty ? nil : after.dropFirst()
            guard isIPv6(host) else { return false }
        } else {
            if let colon = text.firstIndex(of: ":") {
                host = text[..<colon]
                port = text[text.index(after: colon)...]
            }
            guard isHostname(host) || isIPv4(host) else { return false }
        }
        guard let port else { return true }
        guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy(\.isDigit), let number = Int(port) else {
            return false
        }
        return (1...65535).contains(number)
    }

    private static func arePathBytes(_ text: Substring) -> Bool {
        var reader = ByteReader(text)
        var fragments = 0
        while !reader.isAtEnd {
            if reader.take("%") {
                guard reader.take(\.isHexDigit), reader.take(\.isHexDigit) else { return false }
            } else if reader.take("#") {
                fragments += 1
                guard fragments == 1 else { return false }
            } else {
                guard reader.take({ $0.isLetterOrDigit || "-._~!$&'()*+,;=:@/?".utf8.contains($0) }) else {
                    return false
                }
            }
        }
        return true
    }
}
