/// Which types may stand where: inputs take ids of models and no models, models keep scalars.
struct FieldTypes: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for model in input.manifest.models {
            if model.fields.isEmpty, input.isRead(model.heading.body) {
                found.append(Diagnostic(.modelWithoutFields, "model `\(model.handle)` has no fields", at: model.span))
            }
            for field in model.fields { inModel(field, &found) }
        }
        for type in input.manifest.types where type.fields.isEmpty && !type.isUnion && input.isRead(type.heading.body) {
            found.append(Diagnostic(.modelWithoutFields, "type `\(type.handle)` has no fields", at: type.span))
        }
        for tool in input.manifest.tools { inTool(tool, input.manifest, &found) }
        for webhook in input.manifest.webhooks {
            for field in webhook.registration { inRegistration(field, input.manifest, &found) }
        }
        for channel in input.manifest.channels {
            if !channel.identifier.type.isUnknown, channel.identifier.type != .scalar(.string) {
                found.append(
                    Diagnostic(
                        .typeNotHere, "what identifies a channel is a STRING, not \(channel.identifier.type.spelling)",
                        at: channel.identifier.typeSpan))
            }
        }
        for variable in input.manifest.environment.provision.map(\.self)
            + input.manifest.environment.install.map(\.self)
        {
            switch variable.type.element {
            case .scalar(.file), .scalar(.image), .record, .model, .map:
                found.append(
                    Diagnostic(
                        .typeNotHere, "a variable cannot be of type \(variable.type.spelling)", at: variable.typeSpan))
            default: break
            }
        }
        return found
    }

    private func inModel(_ field: FieldDeclaration, _ found: inout [Diagnostic]) {
        switch field.type.element {
        case .record, .model, .map, .list:
            found.append(
                Diagnostic(
                    .typeNotHere, "a model's field cannot be of type \(field.type.spelling)", at: field.typeSpan,
                    help: ["use scalars, lists of scalars, or OBJECT"]))
        case .scalar, .modelID, .field, .unknown: break
        }
    }

    /// Scalars, options and ids (ruling 52).
    private func inRegistration(_ field: FieldDeclaration, _ manifest: Manifest, _ found: inout [Diagnostic]) {
        switch manifest.resolved(field.type) {
        case .scalar(.file), .scalar(.image), .record, .model, .map, .list:
            found.append(
                Diagnostic(
                    .typeNotHere, "registration data cannot be of type \(field.type.spelling)", at: field.typeSpan,
                    help: ["use a scalar, options, or the id of an instance"]))
        case .scalar, .modelID, .field, .unknown: break
        }
    }

    private func inTool(_ tool: ToolDeclaration, _ manifest: Manifest, _ found: inout [Diagnostic]) {
        guard let payload = tool.input else { return }
        switch payload.shape {
        case .type(.unknown, _): break
        case .type(.record(let handle), _):
            guard manifest.record(handle)?.isUnion == true else { return }
            found.append(
                Diagnostic(
                    .typeNotHere, "a tool takes an object with fields, and `\(handle)` is a union", at: payload.span,
                    help: ["give it a name: { value: \(handle) }"]))
        case .type(.model(let model), _):
            found.append(Self.modelAsInput(model, at: payload.span))
        case .type(let type, _):
            found.append(
                Diagnostic(
                    .typeNotHere, "a tool takes an object, not \(type.spelling)", at: payload.span,
                    help: ["write a map of inputs: { name: \(type.spelling) }"]))
        case .fields(let fields), .extends(_, let fields):
            for field in fields {
                if case .model(let model) = field.type.element { found.append(Self.modelAsInput(model, at: field.typeSpan)) }
            }
        }
    }

    static func modelAsInput(_ model: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .typeNotHere, "an input cannot be a whole `\(model)`", at: span,
            help: ["write \(model).id for the id of one"],
            fixIts: [.init("replace with `\(model).id`", replacing: span, with: "\(model).id")])
    }
}
