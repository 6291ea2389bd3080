extension ValueRule {
    /// What it takes, for messages: "a list".
    var wish: String {
        switch self {
        case .text, .prose, .url, .template, .condition, .path, .form, .words, .reference: "a text"
        case .anything: "a value"
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .duration: "a duration"
        case .size: "a size"
        case .type: "a type"
        case .list: "a list"
        case .oneOrMany(let rule): "\(rule.wish) or a list"
        case .map, .block, .oneOf: "a map"
        case .shapes(let text, let list, let map):
            [text?.wish, list == nil ? nil : "a list", map == nil ? nil : "a map"].compactMap(\.self)
                .joined(separator: " or ")
        case .byKey(_, let otherwise): otherwise.wish
        }
    }

    /// The least that is written where the value is a map with keys that must be there: `identifier: { field: … }`.
    func outline(of key: String) -> String? {
        guard case .block(let name) = self, let keys = Grammar.blocks[name]?.requiredKeys, !keys.isEmpty else { return nil }
        return "\(key): { \(keys.map { "\($0): …" }.joined(separator: ", ")) }"
    }
}
