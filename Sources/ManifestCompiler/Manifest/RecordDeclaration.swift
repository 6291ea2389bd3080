/// A record or tagged union of `types:`, or a predeclared contract.
package struct RecordDeclaration: Declaration {
    package var heading: Heading
    package var fields: Declarations<FieldDeclaration>
    /// Keeps keys that are not declared.
    package var isOpen = false
    /// Writes `null` for empty values instead of leaving them out.
    package var keepsNulls = false
    /// The cases of a tagged union, which has no fields of its own; empty for a record.
    package var cases = Declarations<UnionCaseDeclaration>()
    /// The key in JSON that says which case of a union it is.
    package var discriminator = "type"
    /// Where `discriminator:` is written, if it is.
    package var discriminatorSpan: SourceSpan?
    /// A contract of the language (`message.send`), not the author's.
    package var isPredeclared = false
}

extension RecordDeclaration {
    package var isUnion: Bool { !cases.isEmpty }
}

/// One case of a tagged union. Its wire name is its tag.
package struct UnionCaseDeclaration: Declaration {
    package var heading: Heading
    /// The record whose fields stand beside the tag; `nil` for a case that says nothing more.
    package var payload: Reference?
}

/// What goes into or comes out of a tool, or is the payload of a webhook.
package struct PayloadDeclaration: Sendable, Hashable {
    package enum Shape: Sendable, Hashable {
        /// Fields written in place. Empty is the empty object.
        case fields(Declarations<FieldDeclaration>)
        /// A record, a list, a model, a scalar…
        case type(ValueType, isOptional: Bool)
        /// A predeclared contract or record with more optional fields.
        case extends(Reference, Declarations<FieldDeclaration>)
    }

    package var shape: Shape
    package var keepsNulls = false
    package var isOpen = false
    package var span: SourceSpan

    /// Whether the value as a whole may be missing.
    package var isOptional: Bool { if case .type(_, true) = shape { true } else { false } }
}
