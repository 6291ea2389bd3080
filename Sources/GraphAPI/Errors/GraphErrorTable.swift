/// Every code that Meta documents for the Graph API, WhatsApp, Messenger and Instagram.
public enum GraphErrorTable {
    /// All rules, by topic.
    public static let rules: [GraphErrorRule] =
        GraphErrorRule.core + GraphErrorRule.integrity + GraphErrorRule.sending + GraphErrorRule.templates
        + GraphErrorRule.registration + GraphErrorRule.groups + GraphErrorRule.pages

    /// The rule for an error: of those for its code and subcode, one that is made for its message before the general
    /// one; then the rule for the code alone; then, for codes that "may arrive as a subcode", the one of that number.
    ///
    /// - Returns: nil for a code that is not documented.
    public static func rule(code: Int, subcode: Int?, message: String) -> GraphErrorRule? {
        if let subcode, let exact = best(byCode[code] ?? [], subcode, message) { return exact }
        if let subcode, let thread = best(byCode[subcode] ?? [], nil, message), thread.code >= 2_018_000 {
            return thread
        }
        if let general = best(byCode[code] ?? [], nil, message) { return general }
        return rules.first { $0.subcode == nil && ($0.code...$0.lastCode).contains(code) }
    }

    private static let byCode: [Int: [GraphErrorRule]] = Dictionary(grouping: rules, by: \.code)

    private static func best(_ candidates: [GraphErrorRule], _ subcode: Int?, _ message: String) -> GraphErrorRule? {
        let fitting = candidates.filter { $0.subcode == subcode }
        let marked = fitting.first { $0.marker.map { message.lowercased().contains($0) } ?? false }
        return marked ?? fitting.first { $0.marker == nil }
    }
}
