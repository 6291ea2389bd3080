/// What extends a contract adds optional fields only; FORM-less and trigger rules are in ``ToolReachability``.
struct ToolContracts: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for tool in input.manifest.tools {
            for payload in [tool.input, tool.output].compactMap(\.self) {
                guard case .extends(let base, let added) = payload.shape,
                    let record = input.manifest.record(base.handle)
                else { continue }
                for field in added {
                    if let original = record.fields[field.handle] {
                        let notes: [Diagnostic.Note] =
                            record.isPredeclared ? [] : [.init("declared here", at: original.span)]
                        found.append(
                            Diagnostic(
                                .contractExtension, "`\(base.handle)` has `\(field.handle)` already", at: field.span,
                                notes: notes))
                    } else if record.isPredeclared, field.requirement != .optional, field.defaultValue == nil,
                        field.knows("default", "type")
                    {
                        found.append(
                            Diagnostic(
                                .contractExtension,
                                "what is added to `\(base.handle)` must be optional: "
                                    + "nobody would give `\(field.handle)`",
                                at: field.span,
                                fixIts: [
                                    .init(
                                        "write '\(field.type.spelling)?'", replacing: field.typeSpan,
                                        with: "'\(field.type.spelling)?'")
                                ]))
                    }
                }
            }
        }
        return found
    }
}
