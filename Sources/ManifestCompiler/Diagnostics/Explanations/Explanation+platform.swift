extension Explanation {
    /// What is the platform's: setup, workflows, signals, agents, and names that it has.
    static let platform: [Explanation] = [
        Explanation(
            .setupCycle,
            why: "None of the steps could be the first.",
            mend: "Remove one of the requirements."),
        Explanation(
            .iconUnknown,
            why: "The platform draws icons of Lucide, and nothing where it does not know the name.",
            mend: "Write one of https://lucide.dev/icons."),
        Explanation(
            .definitionUnknown,
            why: "A definition gives a field its type and meaning on the platform.",
            mend: "Write a known one, or a `type` besides."),
        Explanation(
            .agentCycle,
            why: "An agent hands work down, and in a circle nobody is at the top.",
            mend: "Remove one of the `parent`s."),
        Explanation(
            .platformUnknown,
            why: "The platform is not known to have this, so it is probably misspelt.",
            mend: "Correct it, or accept the warning if the platform has it by now."),
        Explanation(
            .signalInput,
            why: "A workflow is given values of the types that it declares.",
            mend: "Map the part of the event that has this type."),
        Explanation(
            .workflowCycle,
            why: "Steps that wait for one another never begin.",
            mend: "Remove one of the `needs`."),
        Explanation(
            .workflowOrder,
            why: "A step knows what steps before it gave, and before it are those that it needs.",
            mend: "Add the other step to `needs`."),
        Explanation(
            .workflowCondition,
            why: "Liquid takes a filter with arguments before a comparison for something else, and the condition is never true.",
            mend: "Assign the filtered value in a step before, and compare that."),
        Explanation(
            .workflowInput,
            why: "The workflow cannot run without it.",
            mend: "Say where the value comes from."),
        Explanation(
            .workflowType,
            why: "The manifest and the file say the same about an input, or one of them is wrong.",
            mend: "Change `input` of the manifest, or `type` in the file."),
        Explanation(
            .runtimeUnsupported,
            why: "The platform does it. The embedded runtime, which serves the integration without the platform, leaves it out or does less.",
            mend: "Accept the warning where that is meant, or do without."),
    ]
}
