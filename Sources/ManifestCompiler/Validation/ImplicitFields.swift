/// Models have `id`, `created_at`, `updated_at` and `refreshed_at` by themselves.
struct ImplicitFields: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.models.flatMap { model in
            model.fields.filter { ModelDeclaration.implicitHandles.contains($0.handle) }.map {
                Diagnostic(
                    .fieldImplicit, "every model has `\($0.handle)` already; it cannot be declared", at: $0.span,
                    help: ["give the field another handle, such as `external_\($0.handle)`"])
            }
        }
    }
}
