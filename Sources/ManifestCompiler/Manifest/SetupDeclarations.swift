/// An entry of `setup:`: something that an installation has to do.
package struct SetupStepDeclaration: Declaration {
    /// What completes a step.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The integration says so.
        case app = "APP"
        /// Entities are mapped to the workplace's models.
        case crm = "CRM"
        case realtime = "REALTIME"
        /// Variables are set.
        case env = "ENV"
    }

    /// Changes after which a step is looked at again.
    package enum Source: String, Sendable, Hashable, CaseIterable {
        case crm = "CRM"
        case env = "ENV"
    }

    /// A button that calls a tool.
    package struct Action: Sendable, Hashable {
        package var tool: Reference
        /// `nil` takes the tool's.
        package var label: String?
        package var span: SourceSpan
    }

    package var heading: Heading
    package var kind: Kind
    package var requires: [Reference]
    package var entities: [Reference]
    package var workflows: [Reference]
    package var variables: [Reference]
    package var listens: [Source]
    /// Capabilities that the installation has once the step is completed: dotted names.
    package var grants: [Reference]
    package var action: Action?
    package var page: Reference?
}

/// An entry of `agents:`.
package struct AgentDeclaration: Declaration {
    /// What the agent is told first.
    package enum Prompt: Sendable, Hashable {
        case text(String, at: SourceSpan)
        case file(NamedFile)

        package var text: String {
            switch self {
            case .text(let text, _): text
            case .file(let file): file.contents
            }
        }
    }

    package var heading: Heading
    package var system: Prompt
    package var tools: [Reference]
    /// Another agent, or `platform/composer`.
    package var parent: Reference?
    /// The language model, as the platform calls it.
    package var model: String?
}

/// A file that the manifest names: `file: agents/booking.md`.
package struct NamedFile: Sendable, Hashable {
    /// As written, relative to the file that says it.
    package var path: String
    /// Relative to the manifest, whichever file names it and wherever the manifest is.
    package var pathFromManifest: String
    /// Where that is written.
    package var span: SourceSpan
    /// What is in it; empty where reading it was reported.
    package var contents: String
}
