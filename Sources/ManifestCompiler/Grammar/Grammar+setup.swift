extension Grammar {
    /// What an installation goes through, and what it gets: setup steps, workflows and agents.
    static let setupBlocks = [
        BlockRule(
            .setupStep, "a setup step", "Something that an installation has to do.",
            keys: headingKeys(icon: true) + [
                KeyRule(
                    "kind", .words(SetupStepDeclaration.Kind.allCases.map(\.rawValue)), "What completes it.",
                    required: true),
                KeyRule("requires", .list(.reference(.setupStep)), "Steps that must be completed first."),
                KeyRule("entities", .list(.reference(.entity)), "Entities that must be mapped."),
                KeyRule("workflows", .list(.reference(.workflow)), "Workflows that must be wired."),
                KeyRule("env", .list(.reference(.variable)), "Variables that must be set."),
                KeyRule(
                    "listen", .list(.words(SetupStepDeclaration.Source.allCases.map(\.rawValue))),
                    "Changes after which it is looked at again."),
                KeyRule(
                    "grants", .list(.form(.dottedName)), "What the installation can do once it is completed.",
                    examples: ["[google.connected]"]),
                KeyRule(
                    "action", .block(.setupAction), "A button.", examples: ["{ tool: reconnect, label: Reconnect }"]),
                KeyRule("page", .reference(.page), "The page on which it is done."),
            ]),
        BlockRule(
            .setupAction, "an action", "The button of a setup step.",
            keys: [
                KeyRule("tool", .reference(.tool), "The tool that it calls.", required: true),
                KeyRule("label", .prose, "What is on it.", default: "the tool's label"),
            ]),
        BlockRule(
            .workflow, "a workflow", "A workflow that comes with the integration.",
            keys: headingKeys(icon: true) + [
                KeyRule(
                    "file", .form(.filePath), "The workflow's file, beside the file that says so.", required: true,
                    examples: ["workflows/send-templated-message.yml"]),
                KeyRule(
                    "requires", .list(.block(.workflowRequirement)), "What must be there first.",
                    examples: ["[{ channel: phone }]"]),
                KeyRule(
                    "input", .map(.free, .type), "Types of the file's inputs.",
                    examples: ["{ data: events.enquiry.created }"]),
                KeyRule("actions", .map(.handle, .block(.workflowAction)), "What people can start with it."),
            ]),
        BlockRule(
            .workflowRequirement, "an entry of `requires`", "What must be there before the workflow can run.",
            keys: [
                KeyRule("channel", .reference(.channel), "An open channel of this kind."),
                KeyRule("workflow", .reference(.workflow), "Another workflow."),
                KeyRule("model", .reference(.model), "An instance of the model."),
            ]),
        BlockRule(
            .workflowAction, "an action", "A button that starts the workflow.",
            keys: headingKeys(icon: true) + [
                KeyRule("batch", .boolean, "Whether it can be used on many instances at once.", default: "false"),
                KeyRule(
                    "entity", .form(.platformName), "What it is used on.",
                    examples: ["calendar_event", "platform/contact"]),
                KeyRule(
                    "inputs", .map(.free, .shapes(text: .template, list: nil, map: .block(.workflowInput))),
                    "For inputs of the file, where their values come from.",
                    examples: ["{ recipient: { field: platform/contact.phone } }"]),
            ]),
        BlockRule(
            .workflowInput, "an input", "Where the value of a workflow's input comes from.",
            keys: [
                KeyRule("label", .prose, "What people read."),
                KeyRule(
                    "field", .text, "A field of an entity, or of a model of the platform.",
                    examples: ["platform/contact.phone"]),
                KeyRule("template", .template, "A text; `input` is what the person wrote.", examples: ["'{{ input }}'"]),
            ]),
        BlockRule(
            .agent, "an agent", "An agent that comes with the integration.",
            keys: headingKeys(icon: true) + [
                KeyRule(
                    "system", .shapes(text: .prose, list: nil, map: .block(.prompt)), "What the agent is told first.",
                    required: true, examples: ["{ file: agents/booking.md }"]),
                KeyRule("tools", .list(.reference(.tool)), "The tools that it can call."),
                KeyRule(
                    "parent", .form(.platformName), "The agent that hands work to it.",
                    examples: ["platform/composer"]),
                KeyRule("model", .text, "The language model, as the platform calls it."),
            ]),
        BlockRule(
            .prompt, "`system`", "A prompt in a file of its own.",
            keys: [
                KeyRule(
                    "file", .form(.filePath), "The file, beside the file that says so; its text is embedded as it is.",
                    required: true, examples: ["agents/booking.md"])
            ]),
    ]
}
