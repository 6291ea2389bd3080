/// An entry of `workflows:`.
package struct WorkflowDeclaration: Declaration {
    /// What must be there before a workflow can run.
    package enum Requirement: Sendable, Hashable {
        case channel(Reference)
        case workflow(Reference)
        case model(Reference)
    }

    /// The type of an input of the file.
    package struct Input: Declaration {
        package var heading: Heading
        package var type: ValueType
        package var isOptional: Bool
        package var typeSpan: SourceSpan
    }

    package var heading: Heading
    package var file: NamedFile
    /// What the file says; `nil` where it could not be read.
    package var content: WorkflowFile?
    package var requires: [Requirement]
    package var inputs: Declarations<Input>
    package var actions: Declarations<WorkflowAction>
}

/// An entry of a workflow's `actions:`: a button that starts it.
package struct WorkflowAction: Declaration {
    /// Where the value of an input comes from.
    package enum Source: Sendable, Hashable {
        /// A field of an entity, or of a model of the platform: `platform/contact.phone`.
        case field(entity: Reference, field: Reference)
        /// A text; `input` in it is what the person wrote.
        case template(TemplateSource)
    }

    package struct Input: Sendable, Hashable {
        package var name: Reference
        package var label: String?
        package var source: Source
    }

    package var heading: Heading
    /// Whether it can be used on many instances at once.
    package var isBatch: Bool
    /// What it is used on: an entity, or a model of the platform.
    package var entity: Reference?
    package var inputs: [Input]
}
