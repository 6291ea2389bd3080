/// Rules of a tool name inputs that may be missing, each once, and as many as their kind needs.
struct ToolRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for tool in input.manifest.tools where !tool.rules.isEmpty {
            let fields = input.manifest.inputFields(of: tool)
            for rule in tool.rules where input.isSound(rule.span) {
                count(rule, &found)
                var seen: Set<String> = []
                for reference in rule.inputs {
                    if !seen.insert(reference.handle).inserted {
                        found.append(
                            Diagnostic(.toolRule, "`\(reference.handle)` is named twice in one rule", at: reference.span))
                    }
                    guard let field = fields[reference.handle], field.requirement != .optional,
                        field.defaultValue == nil, field.knows("type", "default")
                    else { continue }
                    let type = field.type.spelling
                    found.append(
                        Diagnostic(
                            .toolRule, "`\(field.handle)` is always given, so the rule says nothing about it",
                            at: reference.span, notes: [.init("declared here", at: field.span)],
                            help: ["make it optional: '\(type)?'"]))
                }
            }
        }
        return found
    }

    private func count(_ rule: ToolRule, _ found: inout [Diagnostic]) {
        let isCondition = if case .when = rule.kind { true } else { false }
        guard rule.inputs.count < (isCondition ? 1 : 2) else { return }
        let wish = isCondition ? "`require` names at least one input" : "a rule is about at least two inputs"
        found.append(Diagnostic(.toolRule, wish, at: rule.span.lowerBound))
    }
}
