/// What all installations share belongs to the app version: none of them writes it, and it knows none of them.
struct ModelExtents: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for model in input.manifest.models where model.extent == .appVersion {
            if model.scope == .shared, model.knows("scope") {
                found.append(
                    Diagnostic(
                        .modelExtent,
                        "`\(model.handle)` is mapped by each installation, so they cannot share its instances",
                        at: model.span, help: ["remove `per`, or `scope`"]))
            }
            for field in model.fields where field.owner != .app {
                guard let span = field.ownerSpan else { continue }
                found.append(
                    Diagnostic(
                        .ownerForbidden,
                        "`\(model.handle)` is the app version's; `\(field.handle)` cannot be of owner "
                            + field.owner.rawValue,
                        at: span))
            }
            for requirement in model.requirements {
                guard let required = input.manifest.models[requirement.model.handle],
                    required.extent == .installation, required.knows("per")
                else { continue }
                found.append(
                    Diagnostic(
                        .modelExtent,
                        "`\(model.handle)` is shared by all installations, and each has its own `\(required.handle)`",
                        at: requirement.model.span, notes: [.init("declared here", at: required.span)]))
            }
        }
        return found
    }
}
