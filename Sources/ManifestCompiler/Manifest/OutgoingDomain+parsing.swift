extension OutgoingDomain {
    /// Reads `host`, `host:port`, `*.host` or `{VARIABLE}`; `nil` for anything else.
    init?(_ text: String, at span: SourceSpan) {
        if text.hasPrefix("{"), text.hasSuffix("}") {
            let name = String(text.dropFirst().dropLast())
            guard TextForm.isVariable(name) else { return nil }
            self.init(pattern: .variable(Reference(name, at: span.part(1, name.utf8.count))), span: span)
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var port: Int?
        if parts.count == 2 {
            guard let number = Int(parts[1]), (1...65_535).contains(number), parts[1].utf8.allSatisfy({ $0 >= 0x30 })
            else { return nil }
            port = number
        }
        let host = parts.first.map(String.init) ?? ""
        let isWildcard = host.hasPrefix("*.")
        let name = isWildcard ? String(host.dropFirst(2)) : host
        guard Self.isHost(name) else { return nil }
        self.init(pattern: isWildcard ? .subdomains(of: name) : .host(name), port: port, span: span)
    }

    /// Lower-case labels of letters, digits and inner hyphens (RFC 1123).
    static func isHost(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253 else { return false }
        return labels.allSatisfy { label in
            let bytes = Array(label.utf8)
            guard !bytes.isEmpty, bytes.count <= 63, bytes.first != 0x2D, bytes.last != 0x2D else { return false }
            return bytes.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
        }
    }

    /// Whether a host of a URL is one that this entry allows.
    func allows(_ host: String) -> Bool {
        switch pattern {
        case .host(let name): host == name
        case .subdomains(of: let name): host.hasSuffix("." + name)
        case .variable: false
        }
    }
}
