/// Names that end in SECRET, TOKEN, PASSWORD or KEY mean secrets: variables must say, fields are warned about.
struct SecretNames: ManifestRule {
    private static let words: Set<String> = ["secret", "token", "password", "key"]

    /// Whether the last word between underscores, plural too, is the name of a secret.
    static func isSecret(_ name: String) -> Bool {
        guard var last = name.split(separator: "_").last?.lowercased() else { return false }
        if last.hasSuffix("s") { last.removeLast() }
        return words.contains(last)
    }

    func check(_ input: RuleInput) -> [Diagnostic] {
        let environment = input.manifest.environment
        let variables = (environment.provision.map(\.self) + environment.install.map(\.self)).filter {
            Self.isSecret($0.handle) && !$0.saysVisibility && input.isSound($0)
        }
        let fields = input.manifest.models.flatMap(\.fields).filter {
            Self.isSecret($0.handle) && $0.visibility == .visible && input.isSound($0)
        }
        return variables.map {
            Diagnostic(
                .envVisibility, "`\($0.handle)` sounds like a secret; say `visibility: ENCRYPTED` or `visibility: VISIBLE`",
                at: $0.span)
        }
            + fields.map {
                Diagnostic(
                    .fieldSecretName, "`\($0.handle)` sounds like a secret and is not encrypted", at: $0.span,
                    help: ["say `visibility: ENCRYPTED` if it is one"])
            }
    }
}
