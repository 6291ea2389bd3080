extension Explanation {
    /// What is the platform's: setup, workflows, signals, agents, and names that it has.
    static let platform: [Explanation] = [
        Explanation(
            .setupCycle,
            why: "None of the steps could be the first.",
            mend: "Remove one of the requirements.",
            wrong: """
                setup: { connect: { kind: APP, label: Connect, requires: [connect] } }
                """,
            right: """
                setup: { connect: { kind: APP, label: Connect } }
                """),
        Explanation(
            .iconUnknown,
            why: "The platform draws icons of Lucide, and nothing where it does not know the name.",
            mend: "Write one of https://lucide.dev/icons.",
            wrong: """
                pages: { home: { path: /, icon: hoome, navigation: true, blocks: [] } }
                """,
            right: """
                pages: { home: { path: /, icon: house, navigation: true, blocks: [] } }
                """),
        Explanation(
            .definitionUnknown,
            why: "A definition gives a field its type and meaning on the platform.",
            mend: "Write a known one, or a `type` besides.",
            wrong: """
                models: { visit: { fields: { phone: { type: STRING, definition: phoone } } } }
                """,
            right: """
                models: { visit: { fields: { phone: { type: STRING, definition: phone } } } }
                """),
        Explanation(
            .agentCycle,
            why: "An agent hands work down, and in a circle nobody is at the top.",
            mend: "Remove one of the `parent`s.",
            wrong: """
                agents:
                  desk: { system: You greet people., parent: booking }
                  booking: { system: You book., parent: desk }
                """,
            right: """
                agents:
                  desk: { system: You greet people., parent: platform/composer }
                  booking: { system: You book., parent: desk }
                """),
        Explanation(
            .platformUnknown,
            why: "The platform is not known to have this, so it is probably misspelt.",
            mend: "Correct it, or accept the warning if the platform has it by now.",
            wrong: """
                agents: { desk: { system: You greet people., parent: platform/compose } }
                """,
            right: """
                agents: { desk: { system: You greet people., parent: platform/composer } }
                """),
        Explanation(
            .signalInput,
            why: "A workflow is given values of the types that it declares.",
            mend: "Map the part of the event that has this type.",
            given: """
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                # integration.yaml
                events: { visit.begun: { payload: { name: STRING, minutes: INTEGER } } }
                workflows: { greet: { file: workflows/greet.yml, input: { name: STRING } } }
                """,
            wrong: """
                signals: { begun: { event: visit.begun, workflow: greet, map: { name: '{{ event.payload.minutes }}' } } }
                """,
            right: """
                signals: { begun: { event: visit.begun, workflow: greet, map: { name: '{{ event.payload.name }}' } } }
                """),
        Explanation(
            .workflowCycle,
            why: "Steps that wait for one another never begin.",
            mend: "Remove one of the `needs`.",
            given: """
                # integration.yaml
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                """,
            wrong: """
                steps:
                  first: { service: channel, cmd: send, needs: [second] }
                  second: { service: channel, cmd: send, needs: [first] }
                """,
            right: """
                steps:
                  first: { service: channel, cmd: send }
                  second: { service: channel, cmd: send, needs: [first] }
                """),
        Explanation(
            .workflowOrder,
            why: "A step knows what steps before it gave, and before it are those that it needs.",
            mend: "Add the other step to `needs`.",
            given: """
                # integration.yaml
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                """,
            wrong: """
                steps:
                  render: { service: template, cmd: render, inputs: { text: Hello } }
                  send: { service: channel, cmd: send, inputs: { text: '{{ steps.render.outputs.text }}' } }
                """,
            right: """
                steps:
                  render: { service: template, cmd: render, inputs: { text: Hello } }
                  send: { service: channel, cmd: send, needs: [render], inputs: { text: '{{ steps.render.outputs.text }}' } }
                """),
        Explanation(
            .workflowCondition,
            why: "Liquid takes a filter with arguments before a comparison for something else, and the condition is never true.",
            mend: "Assign the filtered value in a step before, and compare that.",
            given: """
                # integration.yaml
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                """,
            wrong: """
                steps:
                  send: { service: channel, cmd: send, if: '{{ inputs.name | slice: 0, 2 == "Dr" }}' }
                """,
            right: """
                steps:
                  send: { service: channel, cmd: send, if: '{{ inputs.name == "Dr" }}' }
                """),
        Explanation(
            .workflowInput,
            why: "The workflow cannot run without it.",
            mend: "Say where the value comes from.",
            given: """
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string, required: true } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                # integration.yaml
                """,
            wrong: """
                workflows:
                  greet: { file: workflows/greet.yml, actions: { greet: { label: Greet, inputs: {} } } }
                """,
            right: """
                workflows:
                  greet: { file: workflows/greet.yml, actions: { greet: { label: Greet, inputs: { name: '{{ input }}' } } } }
                """),
        Explanation(
            .workflowType,
            why: "The manifest and the file say the same about an input, or one of them is wrong.",
            mend: "Change `input` of the manifest, or `type` in the file.",
            given: """
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string, required: true } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                # integration.yaml
                """,
            wrong: """
                workflows: { greet: { file: workflows/greet.yml, input: { name: INTEGER } } }
                """,
            right: """
                workflows: { greet: { file: workflows/greet.yml, input: { name: STRING } } }
                """),
        Explanation(
            .runtimeUnsupported,
            why: "The platform does it. The embedded runtime, which serves the integration without the platform, leaves it out or does less.",
            mend: "Accept the warning where that is meant, or do without.",
            wrong: """
                tools: { renew: { description: Renews } }
                schedules: { nightly: { tool: renew, cron: '0 3 * * *' } }
                """,
            right: """
                tools: { renew: { description: Renews } }
                schedules: { nightly: { tool: renew, cron: '0 3 * * *', accept: [runtime.unsupported] } }
                """),
    ]
}
