/// A record of `types:`, or a predeclared contract.
package struct RecordDeclaration: Declaration {
    package var heading: Heading
    package var fields: Declarations<FieldDeclaration>
    /// Keeps keys that are not declared.
    package var isOpen = false
    /// Writes `null` for empty values instead of leaving them out.
    package var keepsNulls = false
    /// A contract of the language (`message.send`), not the author's.
    package var isPredeclared = false
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
}
