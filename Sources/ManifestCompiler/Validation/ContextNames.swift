/// Context names are not the built-in ones, tools that fill them are read-only, and FIRST knows which is first.
struct ContextNames: ManifestRule {
    /// Names that every template has.
    static let reserved: Set<String> = [
        "path", "query", "item", "form", "result", "installation", "workplace", "capabilities", "env",
    ]

    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for page in input.manifest.pages {
            for entry in page.context {
                if Self.reserved.contains(entry.handle) {
                    found.append(
                        Diagnostic(
                            .contextReserved, "every template has a `\(entry.handle)` already", at: entry.span))
                }
                switch entry.source {
                case .tool(let reference, _): tool(reference, input, &found)
                case .query(let query):
                    if let model = input.manifest.models[query.model.handle] {
                        mode(query, entry, model, &found)
                    }
                }
            }
        }
        return found
    }

    private func tool(_ reference: Reference, _ input: RuleInput, _ found: inout [Diagnostic]) {
        guard let tool = input.manifest.tools[reference.handle], tool.knows("annotations"),
            tool.annotations.readOnly != true
        else { return }
        found.append(
            Diagnostic(
                .contextTool, "tool `\(tool.handle)` is not read-only, so looking at a page must not call it",
                at: reference.span, notes: [.init("declared here", at: tool.span)],
                help: ["say annotations: { read_only: true } if it changes nothing"]))
    }

    private func mode(
        _ query: ModelQuery, _ entry: ContextEntry, _ model: ModelDeclaration, _ found: inout [Diagnostic]
    ) {
        guard entry.knows("mode"), model.knows("singleton") else { return }
        if !query.saysMode, !model.isSingleton {
            found.append(
                Diagnostic(
                    .contextMode, "`\(entry.handle)` needs `mode`: `\(model.handle)` is not a singleton",
                    at: entry.span,
                    help: ["mode is FIRST, MANY or COUNT"]))
        } else if query.mode == .many, model.isSingleton {
            found.append(
                Diagnostic(
                    .contextFirst, "`\(model.handle)` is a singleton; MANY of it is a list of at most one",
                    at: entry.span))
        } else if query.mode == .first, !model.isSingleton, query.order.isEmpty, !isFixed(query, model),
            isCertain(entry, model)
        {
            found.append(
                Diagnostic(
                    .contextFirst, "`\(entry.handle)` is the first of many, and nothing says which comes first",
                    at: entry.span, help: ["give an `order`, or a `where` on the id, the identity or a unique field"]))
        }
    }

    /// Whether what could say which comes first is known.
    private func isCertain(_ entry: ContextEntry, _ model: ModelDeclaration) -> Bool {
        entry.knows("order", "where") && model.knowsIdentity && model.fields.allSatisfy { $0.knows("unique") }
    }

    private func isFixed(_ query: ModelQuery, _ model: ModelDeclaration) -> Bool {
        let fixed = Set(query.filters.filter { $0.comparison == .equal }.map(\.field.handle))
        let identity = Set(model.identity.map(\.handle))
        return fixed.contains("id") || (!identity.isEmpty && identity.isSubset(of: fixed))
            || model.fields.contains { $0.isUnique && fixed.contains($0.handle) }
    }
}
