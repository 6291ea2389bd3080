extension KeyRule {
    /// The values of its examples.
    var exampleValues: [ManifestValue] { examples.compactMap(Self.value) }

    /// The value that leaving it out has, if that is one value and not a sentence: `false`, but not `the handle`.
    var literalDefault: ManifestValue? {
        guard let defaultValue, let literal = Self.value(defaultValue) else { return nil }
        return value.admits(literal) ? literal : nil
    }

    /// The value that leaving it out has, where only a sentence says it.
    var proseDefault: String? { literalDefault == nil ? defaultValue : nil }

    /// A value of the language, written in YAML.
    private static func value(_ text: String) -> ManifestValue? {
        let result = SyntaxParser.parse(SourceFile(path: "", text: text))
        guard result.diagnostics.isEmpty else { return nil }
        return result.root.map { ManifestValue($0) }
    }
}

extension ValueRule {
    /// Whether a default is a value of this rule, rather than a sentence about it.
    fileprivate func admits(_ value: ManifestValue) -> Bool {
        switch (self, value) {
        case (.boolean, .boolean): true
        case (.integer(let range), .integer(let number)): range.contains(number)
        case (.words(let words), .text(let text)): words.contains(text)
        case (.words(let words), .boolean(let value)): words.contains(String(value))
        case (.duration, .text(let text)): ManifestDuration(text) != nil
        case (.size, .text(let text)): ByteCount(text) != nil
        case (.form(let form), .text(let text)): form.matches(text)
        case (.text, .text(let text)), (.template, .text(let text)), (.type, .text(let text)): !text.contains(" ")
        case (.list(let rule), .list(let items)): items.allSatisfy(rule.admits)
        default: false
        }
    }
}
