/// A hook for which there is no occasion is a mistake: nothing would ever call its handler.
struct IdleHooks: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        guard !input.manifest.connections.contains(where: { $0.kind == .oauth2 }), !input.brokenSections.contains("connections"),
            let hook = input.manifest.hooks["oauth_callback"]
        else { return [] }
        return [
            Diagnostic(
                .hookIdle, "`oauth_callback` is never called: there is no connection of kind OAUTH2", at: hook.span)
        ]
    }
}
