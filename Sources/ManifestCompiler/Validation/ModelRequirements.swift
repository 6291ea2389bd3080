/// What a model requires can be asked for, and no model requires itself, however far around.
struct ModelRequirements: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let fitness = ValueFitness(manifest: input.manifest)
        for requirement in input.manifest.models.flatMap(\.requirements) {
            guard let model = input.manifest.models[requirement.model.handle] else { continue }
            for filter in requirement.filters { check(filter, model, input, fitness, &found) }
        }
        var search = CircleSearch(manifest: input.manifest)
        for model in input.manifest.models { search.visit(model) }
        return found + search.found
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
        } else if case .template(let source) = filter.value {
            found.append(
                Diagnostic(
                    .queryField, "what a model requires is the same for every instance, so it has no template",
                    at: source.span))
        } else {
            Queries.value(filter, model, input, fitness, &found)
        }
    }

    /// Depth first in document order; a circle is told at the edge that closes it.
    private struct CircleSearch {
        let manifest: Manifest
        var found: [Diagnostic] = []
        private var done: Set<String> = []
        private var stack: [String] = []

        init(manifest: Manifest) { self.manifest = manifest }

        mutating func visit(_ model: ModelDeclaration) {
            guard !done.contains(model.handle) else { return }
            stack.append(model.handle)
            for requirement in model.requirements {
                let next = requirement.model.handle
                if let start = stack.firstIndex(of: next) {
                    let circle = (stack[start...] + [next]).map { "`\($0)`" }.joined(separator: " → ")
                    found.append(
                        Diagnostic(
                            .modelCycle, "`\(next)` would have to be there before itself", at: requirement.model.span,
                            notes: [.init("the circle is \(circle)")]))
                } else if let target = manifest.models[next], stack.count < 1_000 {
                    visit(target)
                }
            }
            stack.removeLast()
            done.insert(model.handle)
        }
    }
}
