/// A batch operation takes and carries objects, and each entity comes along once.
struct BatchOperationRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for operation in input.manifest.batchOperations {
            for (key, payload) in [("input", operation.input), ("state", operation.state)] {
                guard let payload, operation.knows(key), case .type(let type, let isOptional) = payload.shape,
                    !type.isUnknown
                else { continue }
                // A union is a record without fields of its own.
                if case .record = input.manifest.resolved(type), !isOptional, input.manifest.fields(of: type) != nil {
                    continue
                }
                let what = "`\(key)` of a batch operation is an object, not \(type.spelling)\(isOptional ? "?" : "")"
                found.append(
                    Diagnostic(
                        .typeNotHere, what, at: payload.span,
                        help: ["write a map of fields, or the handle of a record"]))
            }
            for field in operation.input?.declaredFields ?? [] {
                guard case .model(let model) = field.type.element else { continue }
                found.append(FieldTypes.modelAsInput(model, at: field.typeSpan))
            }
            var first: [String: SourceSpan] = [:]
            for step in operation.cascade {
                if let earlier = first[step.entity.handle] {
                    found.append(
                        Diagnostic(
                            .batchCascade, "`\(step.entity.handle)` comes along twice", at: step.entity.span,
                            notes: [.init("the other is here", at: earlier)]))
                }
                first[step.entity.handle] = first[step.entity.handle] ?? step.entity.span
            }
        }
        return found
    }
}
