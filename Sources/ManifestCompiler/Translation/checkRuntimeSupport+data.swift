/// What is exported for the platform and does less where the embedded runtime keeps the data.
func checkDataSupport(_ manifest: Manifest) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func warn(_ message: String, at span: SourceSpan) {
        diagnostics.append(Diagnostic(.runtimeUnsupported, message, at: span))
    }
    for model in manifest.models where model.extent == .appVersion && model.knows("per") {
        warn(
            "the embedded runtime keeps no instances for all installations: of `\(model.handle)` each has its own",
            at: model.span)
    }
    for relationship in manifest.relationships
    where relationship.cardinality == .manyToMany && relationship.knows("cardinality") {
        warn(
            "the embedded runtime keeps no links: `\(relationship.handle)` of MANY_TO_MANY is for the platform",
            at: relationship.span)
    }
    for model in manifest.models {
        for field in model.fields {
            if let span = field.backfillSpan {
                warn(
                    "the embedded runtime fills no rows with `backfill`: it does not start while there is one without"
                        + " `\(field.handle)`",
                    at: span)
            }
        }
    }
    for step in manifest.setup {
        for capability in step.grants {
            warn(
                "the embedded runtime grants nothing: `\(capability.handle)` is never among the capabilities",
                at: capability.span)
        }
    }
    return diagnostics
}
