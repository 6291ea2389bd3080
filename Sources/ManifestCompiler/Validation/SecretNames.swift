/// Names that end in SECRET, TOKEN, PASSWORD or KEY mean secrets: variables must say, fields are warned about.
struct SecretNames: ManifestRule {
    private static let words: Set<[UInt8]> = [
        Array("secret".utf8), Array("token".utf8), Array("password".utf8), Array("key".utf8),
    ]

    /// Whether the last word between underscores, plural too, is the name of a secret.
    static func isSecret(_ name: String) -> Bool {
        var last = Array(name.utf8.reversed().prefix { $0 != UInt8(ascii: "_") }.reversed().map { $0 | 0x20 })
        if last.last == UInt8(ascii: "s") { last.removeLast() }
        return words.contains(last)
    }

    func check(_ input: RuleInput) -> [Diagnostic] {
        let environment = input.manifest.environment
        let variables = (environment.provision.map(\.self) + environment.install.map(\.self)).filter {
            Self.isSecret($0.handle) && !$0.saysVisibility && $0.knows("visibility")
        }
        let fields = input.fields.filter {
            $0.place == .model && Self.isSecret($0.field.handle) && $0.field.visibility == .visible
                && $0.field.knows("visibility")
        }
        return variables.map {
            Diagnostic(
                .envVisibility,
                "`\($0.handle)` sounds like a secret; say `visibility: ENCRYPTED` or `visibility: VISIBLE`",
                at: $0.span)
        }
            + fields.map(\.field).map {
                Diagnostic(
                    .fieldSecretName, "`\($0.handle)` sounds like a secret and is not encrypted", at: $0.span,
                    help: ["say `visibility: ENCRYPTED` if it is one"])
            }
    }
}
