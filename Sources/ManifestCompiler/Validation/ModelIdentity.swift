/// What can be a natural key: the app's own, readable, single values; and never of a singleton.
struct ModelIdentity: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for model in input.manifest.models {
            if model.isSingleton, let first = model.identity.first {
                found.append(
                    Diagnostic(
                        .identitySingleton, "`\(model.handle)` is a singleton: there is nothing to tell apart",
                        at: first.span, help: ["remove `identity`, or `singleton`"]))
                continue
            }
            for reference in model.identity {
                guard let field = model.field(reference.handle) else { continue }
                if let problem = problem(field, of: model, input.manifest) {
                    found.append(
                        Diagnostic(
                            .identityField, "`\(field.handle)` cannot be part of the identity: \(problem)",
                            at: reference.span, notes: field.isImplicit ? [] : [.init("declared here", at: field.span)])
                    )
                } else if let mutability = field.agent?.mutability, mutability != .immutable, field.knows("agent") {
                    found.append(
                        Diagnostic(
                            .identityMutable,
                            "`\(field.handle)` identifies the instance and never changes, but its `mutability` is "
                                + mutability.rawValue,
                            at: field.span, help: ["remove `mutability`, or say IMMUTABLE"]))
                }
            }
        }
        return found
    }

    private func problem(_ field: FieldDeclaration, of model: ModelDeclaration, _ manifest: Manifest) -> String? {
        if ModelDeclaration.implicitHandles.contains(field.handle) { return "it is given by the store" }
        if field.ownerSpan != nil, field.owner != .app { return "it is not the app's own" }
        if model.scope == .shared, field.ownerSpan == nil, field.knows("owner"), model.knows("scope") {
            return "of a SHARED model it is the workplace's, unless it says `owner: APP`"
        }
        if field.visibility == .encrypted { return "it is encrypted" }
        let type = manifest.resolved(field.type)
        if type.isList { return "it is a list" }
        return type.scalar == .object ? "it is an OBJECT" : nil
    }
}
