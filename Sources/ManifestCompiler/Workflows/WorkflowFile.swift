/// What a workflow's file says, as far as the manifest depends on it: the rest is the platform's.
package struct WorkflowFile: Sendable, Hashable {
    package struct Input: Declaration {
        package var heading: Heading
        /// As the platform writes types: `string`, `@app/realestate/enquiry/created`.
        package var type: Reference?
        package var isRequired: Bool
    }

    package struct Step: Declaration {
        package var heading: Heading
        /// Steps that must have ended first.
        package var needs: [Reference]
        /// Another workflow: `@realestate/sync-lead`.
        package var run: Reference?
        /// A tool that it calls, with the app that has it.
        package var call: ToolCall?
        package var condition: TemplateSource?
    }

    package struct ToolCall: Sendable, Hashable {
        package var app: String
        package var tool: Reference
    }

    /// A text with Liquid in it.
    package struct Template: Sendable, Hashable {
        package var source: TemplateSource
        /// The step that it belongs to; `nil` for the outputs of the whole workflow.
        package var step: String?
    }

    /// The file's own handle, which may have dashes.
    package var handle: Reference?
    package var inputs = Declarations<Input>()
    package var variables: [String] = []
    package var steps = Declarations<Step>()
    package var templates: [Template] = []
}
