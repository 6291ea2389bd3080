/// An entry of `entities:`: a kind of thing of the provider's, which the workplace maps to a model of its own.
package struct EntityDeclaration: Declaration {
    /// Another entity that an instance refers to.
    package struct Relation: Declaration {
        package var heading: Heading
        package var target: Reference
    }

    package var heading: Heading
    package var labelPlural: String?
    /// An instance as a value: the record that `entities.<handle>` names as a type.
    package var record: RecordDeclaration
    /// Values that mappings and workflows see beside the fields.
    package var context: Declarations<FieldDeclaration>
    package var relations: Declarations<Relation>
    package var suggestion: MappingSuggestion?

    /// In the order written.
    package var fields: Declarations<FieldDeclaration> { record.fields }

    /// All types of entities begin with this.
    package static let typePrefix = "entities."
}

/// `suggest:`: the mapping of an entity to a workplace's model that is offered first. What is named on the model's side
/// is a guess; what is named on the entity's is checked.
package struct MappingSuggestion: Sendable, Hashable {
    /// A field or relation of the entity, and how the model's is probably called.
    package struct Pair: Sendable, Hashable {
        package var source: Reference
        package var target: String
    }

    /// For options of a field, the model's options.
    package struct Alias: Sendable, Hashable {
        package var field: Reference
        package var options: [Pair]
    }

    package var model: String
    /// Fields by which an instance is found again.
    package var match: [Reference]
    package var fields: [Pair]
    package var relations: [Pair]
    package var aliases: [Alias]
    package var span: SourceSpan
}

/// An entry of `events:`: something that the integration tells the platform. Its handle is dotted.
package struct EventDeclaration: Declaration {
    package var heading: Heading
    /// Groups events where people choose one.
    package var group: String?
    /// What it says: the record that `events.<handle>` names as a type.
    package var record: RecordDeclaration

    package var payload: Declarations<FieldDeclaration> { record.fields }
    /// `calendar`, `event`, `created`.
    package var segments: [String] { handle.split(separator: ".").map(String.init) }

    /// All types of events begin with this.
    package static let typePrefix = "events."
}

/// An entry of `signals:`: a workflow that an event starts.
package struct SignalDeclaration: Declaration {
    package var heading: Heading
    package var event: Reference
    package var workflow: Reference
    /// The workflow's inputs; templates see `event`.
    package var inputs: [InputValue]
    package var condition: TemplateSource?
}

/// An entry of `links:`: joins a model of the platform to a channel.
package struct PlatformLinkDeclaration: Declaration {
    /// A field of the platform's model, and the channel's.
    package struct Pair: Sendable, Hashable {
        package var platform: Reference
        package var channel: Reference
    }

    package var heading: Heading
    /// `platform/contact`.
    package var model: Reference
    package var channel: Reference
    package var fields: [Pair]
}
