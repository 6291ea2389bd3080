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

    /// A number in plain notation as a DECIMAL is written everywhere: without trailing zeros behind the point.
    static func canonicalDecimal(_ text: String) -> String {
        var bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: ".")) {
            while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
            if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        }
        let canonical = String(decoding: bytes, as: UTF8.self)
        return canonical == "-0" ? "0" : canonical
    }

    /// How many digits a number in plain notation has between the zeros at its ends.
    static func significantDigits(_ text: String) -> Int {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
        let isDigitToKeep = { (digit: UInt8) in digit != UInt8(ascii: "0") }
        guard let first = digits.firstIndex(where: isDigitToKeep), let last = digits.lastIndex(where: isDigitToKeep)
        else { return 0 }
        return last - first + 1
    }
}
