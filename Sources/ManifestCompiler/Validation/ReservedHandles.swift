/// Types and models share one namespace with the scalars, and `message events entities platform` are the
/// language's own.
struct ReservedHandles: ManifestRule {
    private static let reserved: Set<String> = ["message", "events", "entities", "platform"]

    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let things =
            input.manifest.types.map { ("type", $0.heading) } + input.manifest.models.map { ("model", $0.heading) }
        for (kind, heading) in things where Self.reserved.contains(heading.handle) {
            found.append(
                Diagnostic(
                    .handleReserved, "`\(heading.handle)` is kept for the language; a \(kind) cannot have this handle",
                    at: heading.span))
        }
        for model in input.manifest.models {
            guard let type = input.manifest.types[model.handle] else { continue }
            let (first, second) = type.span < model.span ? (type.span, model.span) : (model.span, type.span)
            found.append(
                Diagnostic(
                    .handleTaken, "types and models share their names: `\(model.handle)` is declared twice", at: second,
                    notes: [.init("first declared here", at: first)]))
        }
        return found
    }
}
