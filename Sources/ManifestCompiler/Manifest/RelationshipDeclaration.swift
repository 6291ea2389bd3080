/// An entry of `relationships:`: how instances of two models belong together.
package struct RelationshipDeclaration: Declaration {
    /// How many of `from` belong to how many of `to`.
    package enum Cardinality: String, Sendable, Hashable, CaseIterable {
        case oneToOne = "ONE_TO_ONE"
        case oneToMany = "ONE_TO_MANY"
        case manyToOne = "MANY_TO_ONE"
        case manyToMany = "MANY_TO_MANY"
    }

    /// What becomes of the instances that refer to one that is deleted.
    package enum DeleteAction: String, Sendable, Hashable, CaseIterable {
        /// The other cannot be deleted while there are any.
        case restrict = "RESTRICT"
        /// They are deleted too.
        case cascade = "CASCADE"
        /// They lose the reference.
        case setNull = "SET_NULL"
        /// Nothing: the reference leads nowhere from then on.
        case none = "NONE"
    }

    package var heading: Heading
    package var from: RelationshipSide
    package var to: RelationshipSide
    package var cardinality: Cardinality
    /// What the author wrote; ``deleteAction`` has the default as well.
    package var writtenDeleteAction: DeleteAction?
    var deleteActionSpan: SourceSpan?
    /// Whether every instance of the side that keeps the reference must have it.
    package var isRequired: Bool
    var requiredSpan: SourceSpan?
    /// Who may write the reference.
    package var owner: FieldOwner
}

/// One end of a relationship: a model, and the name that the other side's instances have in it.
package struct RelationshipSide: Sendable, Hashable {
    package var model: Reference
    package var member: Reference
    package var label: String?
}

extension RelationshipDeclaration {
    /// The side whose instances keep the id of the other's; `nil` for MANY_TO_MANY, which is kept in links.
    package var holder: RelationshipSide? {
        switch cardinality {
        case .manyToOne: from
        case .oneToMany, .oneToOne: to
        case .manyToMany: nil
        }
    }

    /// The side that is referred to; `nil` for MANY_TO_MANY.
    package var target: RelationshipSide? {
        switch cardinality {
        case .manyToOne: to
        case .oneToMany, .oneToOne: from
        case .manyToMany: nil
        }
    }

    package var deleteAction: DeleteAction {
        writtenDeleteAction ?? (cardinality == .manyToMany ? .none : .restrict)
    }

    /// The reference as a field of the model that keeps it, with that model's handle.
    var reference: (holder: String, field: FieldDeclaration)? {
        guard let holder, let target, knows("from", "to", "cardinality"), !target.model.handle.isEmpty else {
            return nil
        }
        var heading = Heading(handle: holder.member.handle, span: holder.member.span, body: self.heading.body)
        heading.label = holder.label
        heading.description = description
        heading.deprecation = deprecation
        var field = FieldDeclaration(
            heading: heading, type: .modelID(target.model.handle), typeSpan: target.model.span,
            requirement: isRequired ? .required : .optional)
        field.owner = owner
        field.isUnique = cardinality == .oneToOne
        return (holder.model.handle, field)
    }
}
