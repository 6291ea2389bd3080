extension ManifestValue {
    /// A value as it is written: plain `true` and `false` are booleans, plain decimals are numbers, everything
    /// else is text.
    init(_ node: Node) {
        switch node.content {
        case .scalar(let scalar):
            self = scalar.style == .plain ? ManifestValue(plain: scalar.text) : .text(scalar.text)
        case .sequence(let items, _): self = .list(items.map { ManifestValue($0) })
        case .mapping(let mapping):
            self = .map(mapping.entries.map { Entry(key: $0.key.text, value: ManifestValue($0.value)) })
        }
    }

    /// Numbers are plain decimals: no `0x`, `1_000`, `.inf`, exponent, or leading zeros.
    init(plain text: String) {
        if text == "true" || text == "false" {
            self = .boolean(text == "true")
            return
        }
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
        guard areDigits, !parts.isEmpty, parts[0].count == 1 || !parts[0].hasPrefix("0") else {
            self = .text(text)
            return
        }
        if parts.count == 1, let value = Int64(text) { self = .integer(value) } else { self = .decimal(text) }
    }
}
