/// What a model requires can be asked for, and no model requires itself, however far around.
struct ModelRequirements: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let fitness = ValueFitness(manifest: input.manifest)
        for requirement in input.manifest.models.flatMap(\.requirements) {
            guard let model = input.manifest.models[requirement.model.handle] else { continue }
            for filter in requirement.filters { check(filter, model, input, fitness, &found) }
        }
        let models = input.manifest.models
        let circles = CircleSearch.circles(models.handles) { models[$0]?.requirements.map(\.model) ?? [] }
        return found
            + circles.map { circle in
                Diagnostic(
                    .modelCycle, "`\(circle.edge.handle)` would have to be there before itself", at: circle.edge.span,
                    notes: [.init("the circle is \(circle.words)")])
            }
    }

    private func check(
        _ filter: ModelQuery.Filter, _ model: ModelDeclaration, _ input: RuleInput, _ fitness: ValueFitness,
        _ found: inout [Diagnostic]
    ) {
        guard let field = model.field(filter.field.handle) else { return }
        let isObject = input.manifest.resolved(field.type).element.scalar == .object
        if field.visibility == .encrypted || isObject {
            let why = isObject ? "is an OBJECT" : "is encrypted"
            found.append(
                Diagnostic(
                    .queryField, "`\(field.handle)` \(why), so it cannot be asked for", at: filter.field.span,
                    notes: [.init("declared here", at: field.span)]))
        } else if let source = filter.value.templates.first {
            found.append(
                Diagnostic(
                    .queryField, "what a model requires is the same for every instance, so it has no template",
                    at: source.span))
        } else {
            Queries.value(filter, model, input, fitness, &found)
        }
    }
}
