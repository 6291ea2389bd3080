/// A default is a value of the field's type, and FILE, IMAGE and ENCRYPTED have none.
struct FieldDefaults: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        let fitness = ValueFitness(manifest: input.manifest)
        var found: [Diagnostic] = []
        for placed in input.fields where placed.field.defaultValue != nil || placed.field.backfill != nil {
            let field = placed.field
            guard field.knows("visibility"), placed.origin.knows("options") else { continue }
            let span = field.defaultSpan ?? field.span
            if let value = field.defaultValue {
                let scalar = placed.type.element.scalar
                if field.visibility == .encrypted || scalar == .file || scalar == .image {
                    let what = field.visibility == .encrypted ? "an encrypted field" : "a file"
                    found.append(Diagnostic(.defaultForbidden, "\(what) has no default", at: span))
                } else if let problem = fitness.problem(value, as: placed.type, options: placed.origin.options)
                    ?? ValueFitness.problem(value, as: placed.origin.format)
                {
                    found.append(
                        Diagnostic(
                            .defaultType, "the default of `\(field.handle)` \(problem)", at: span,
                            fixIts: fitness.fixIts(value, as: placed.type, options: placed.origin.options, at: span)))
                } else if field.requirement == .required, placed.place == .model {
                    found.append(
                        Diagnostic(
                            .requiredDefault,
                            "`\(field.handle)` is required and has a default, so it never has to be given",
                            at: span, help: ["remove `required`, or the default"]))
                }
            }
            found += backfill(placed, fitness)
        }
        found += variables(input, fitness)
        return found
    }

    /// What rows get that are there: a value of the type, where a field becomes required.
    private func backfill(_ placed: PlacedField, _ fitness: ValueFitness) -> [Diagnostic] {
        let field = placed.field
        guard let value = field.backfill else { return [] }
        let span = field.backfillSpan ?? field.span
        let scalar = placed.type.element.scalar
        if field.visibility == .encrypted || scalar == .file || scalar == .image {
            let what = field.visibility == .encrypted ? "an encrypted field" : "a file"
            return [Diagnostic(.defaultForbidden, "\(what) cannot be filled in for what is there", at: span)]
        }
        if let problem = fitness.problem(value, as: placed.type, options: placed.origin.options) {
            return [
                Diagnostic(
                    .defaultType, "the backfill of `\(field.handle)` \(problem)", at: span,
                    fixIts: fitness.fixIts(value, as: placed.type, options: placed.origin.options, at: span))
            ]
        }
        guard field.requirement == .optional, field.knows("required") else { return [] }
        return [
            Diagnostic(
                .defaultForbidden, "`\(field.handle)` is optional, so nothing has to be filled in", at: span,
                help: ["remove `backfill`, or say `required: true`"])
        ]
    }

    private func variables(_ input: RuleInput, _ fitness: ValueFitness) -> [Diagnostic] {
        let environment = input.manifest.environment
        return (environment.provision.map(\.self) + environment.install.map(\.self)).compactMap { variable in
            guard let value = variable.defaultValue, variable.knows("visibility", "options") else { return nil }
            let span = variable.defaultSpan ?? variable.span
            if variable.visibility == .encrypted {
                return Diagnostic(.defaultForbidden, "an encrypted variable has no default", at: span)
            }
            let type = input.manifest.resolved(variable.type)
            return fitness.problem(value, as: type, options: variable.options).map {
                Diagnostic(
                    .defaultType, "the default of `\(variable.handle)` \($0)", at: span,
                    fixIts: fitness.fixIts(value, as: type, options: variable.options, at: span))
            }
        }
    }
}
