/// Queries ask for and order by fields that can be compared, with values of their type.
struct Queries: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let fitness = ValueFitness(manifest: input.manifest)
        for page in input.manifest.pages {
            for entry in page.context {
                guard case .query(let query) = entry.source, let model = input.manifest.models[query.model.handle]
                else { continue }
                for reference in query.filters.map(\.field) + query.order.map(\.field) {
                    guard let field = model.field(reference.handle) else { continue }
                    if field.visibility == .encrypted || input.manifest.resolved(field.type).element.scalar == .object {
                        let why = field.visibility == .encrypted ? "is encrypted" : "is an OBJECT"
                        found.append(
                            Diagnostic(
                                .queryField, "`\(field.handle)` \(why), so it cannot be asked or ordered by",
                                at: reference.span, notes: [.init("declared here", at: field.span)]))
                    }
                }
                for filter in query.filters { Self.value(filter, model, input, fitness, &found) }
            }
        }
        return found
    }

    /// Whether a value that is written out is one that the field can have.
    static func value(
        _ filter: ModelQuery.Filter, _ model: ModelDeclaration, _ input: RuleInput, _ fitness: ValueFitness,
        _ found: inout [Diagnostic]
    ) {
        guard let field = model.field(filter.field.handle), field.visibility == .visible, field.knows("options"),
            input.manifest.resolved(field.type).element.scalar != .object
        else { return }
        let literal: ManifestValue
        let span: SourceSpan
        switch filter.value {
        case .template: return
        case .literal(let value, let place): (literal, span) = (value, place)
        // What is written out among the elements is checked, and what is not has a type of its own.
        case .list(let elements, let place):
            (literal, span) = (.list(elements.compactMap { if case .literal(let value, _) = $0 { value } else { nil } }), place)
        case .map(_, let place): (literal, span) = (.map([]), place)
        }
        var type = input.manifest.resolved(field.type)
        if case .modelID = type { type = .scalar(.string) }
        let element = type.element
        let values: [ManifestValue]
        if filter.comparison == .isIn {
            guard case .list(let items) = literal else {
                found.append(Diagnostic(.queryField, "`IN` takes a list of values", at: span))
                return
            }
            values = items
        } else {
            values = [literal]
        }
        let settle = ManifestAssembler(sources: [:])
        for value in values {
            let settled = settle.settled(value, as: element.scalar)
            if let problem = fitness.problem(
                settled, as: element, options: input.manifest.origin(of: field).field.options)
            {
                let options = input.manifest.origin(of: field).field.options
                let fixIts = filter.comparison != .isIn ? fitness.fixIts(settled, as: element, options: options, at: span) : []
                found.append(
                    Diagnostic(
                        .queryField, "the value for `\(field.handle)` \(problem)", at: span, fixIts: fixIts))
                return
            }
        }
    }
}
