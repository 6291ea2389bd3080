/// A field that only the app sees cannot be the workplace's.
struct FieldOwnership: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.models.flatMap { model in
            model.fields.compactMap { field in
                guard field.owner != .app, let span = field.ownerSpan else { return nil }
                let what =
                    field.isSystem ? "a `system` field" : field.visibility == .encrypted ? "an encrypted field" : nil
                return what.map {
                    Diagnostic(
                        .ownerForbidden,
                        "\($0) is the app's; `\(field.handle)` cannot be of owner \(field.owner.rawValue)",
                        at: span)
                }
            }
        }
    }
}
