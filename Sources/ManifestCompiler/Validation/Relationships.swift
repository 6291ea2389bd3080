/// A relationship adds names to two models that neither has yet, and can be kept as it says.
struct Relationships: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var members: [FieldPath: SourceSpan] = [:]
        for relationship in input.manifest.relationships {
            for side in [relationship.from, relationship.to] { name(side, input.manifest, &members, &found) }
            deletion(relationship, &found)
            direction(relationship, input.manifest, &found)
        }
        return found
    }

    private func name(
        _ side: RelationshipSide, _ manifest: Manifest, _ members: inout [FieldPath: SourceSpan],
        _ found: inout [Diagnostic]
    ) {
        guard let model = manifest.models[side.model.handle] else { return }
        let path = FieldPath(owner: model.handle, field: side.member.handle)
        let isImplicit = ModelDeclaration.implicitHandles.contains(path.field)
        guard let other = model.fields[path.field]?.span ?? members[path], !isImplicit else {
            if isImplicit {
                found.append(
                    Diagnostic(
                        .relationshipMember, "every model has `\(path.field)` already", at: side.member.span,
                        help: ["choose another name"]))
            }
            members[path] = side.member.span
            return
        }
        found.append(
            Diagnostic(
                .relationshipMember, "model `\(model.handle)` has `\(path.field)` already", at: side.member.span,
                notes: [.init("declared here", at: other)], help: ["choose another name"]))
    }

    private func deletion(_ relationship: RelationshipDeclaration, _ found: inout [Diagnostic]) {
        guard relationship.knows("cardinality", "on_delete", "required") else { return }
        if relationship.cardinality == .manyToMany {
            if let span = relationship.deleteActionSpan, relationship.deleteAction != .none {
                found.append(
                    Diagnostic(
                        .relationshipDelete,
                        "MANY_TO_MANY is kept in links, which go with either side: nothing refers to what is deleted",
                        at: span, help: ["remove `on_delete`"]))
            }
            if relationship.isRequired, let span = relationship.requiredSpan {
                found.append(
                    Diagnostic(
                        .relationshipDelete, "MANY_TO_MANY has no reference that could be required", at: span,
                        help: ["remove `required`"]))
            }
        } else if relationship.isRequired, relationship.deleteAction == .setNull,
            let span = relationship.deleteActionSpan
        {
            found.append(
                Diagnostic(
                    .relationshipDelete, "the reference is required, so it cannot be set to null", at: span,
                    help: ["use RESTRICT or CASCADE, or remove `required`"]))
        }
    }

    private func direction(
        _ relationship: RelationshipDeclaration, _ manifest: Manifest, _ found: inout [Diagnostic]
    ) {
        guard let from = manifest.models[relationship.from.model.handle],
            let to = manifest.models[relationship.to.model.handle], from.knows("per"), to.knows("per"),
            relationship.knows("cardinality", "on_delete"), from.extent != to.extent
        else { return }
        let shared = from.extent == .appVersion ? from : to
        guard from.extent == .installation, relationship.cardinality == .manyToOne else {
            let span = from.extent == .appVersion ? relationship.from.model.span : relationship.span
            found.append(
                Diagnostic(
                    .relationshipDirection,
                    "`\(shared.handle)` is shared by all installations, so it cannot refer to what one of them has",
                    at: span, notes: [.init("declared here", at: shared.span)],
                    help: ["go from the installation's model, with MANY_TO_ONE"]))
            return
        }
        if relationship.deleteAction == .cascade || relationship.deleteAction == .setNull,
            let span = relationship.deleteActionSpan
        {
            found.append(
                Diagnostic(
                    .relationshipDelete,
                    "`\(shared.handle)` is shared by all installations, so deleting one cannot change theirs", at: span,
                    help: ["use RESTRICT or NONE"]))
        }
    }
}
