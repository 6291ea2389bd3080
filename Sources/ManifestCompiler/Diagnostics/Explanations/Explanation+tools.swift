extension Explanation {
    /// Tools and their contracts.
    static let tools: [Explanation] = [
        Explanation(
            .contractExtension,
            why: "The platform calls a contract with what it knows, so nobody would give what you require besides.",
            mend: "Make the field optional, with a name of its own.",
            wrong: """
                tools: { send: { input: { extends: message.send, fields: { campaign: STRING } }, output: message.sent } }
                """,
            right: """
                tools: { send: { input: { extends: message.send, fields: { campaign: 'STRING?' } }, output: message.sent } }
                """),
        Explanation(
            .toolUnreachable,
            why: "Its `triggers` allow calls only from where nobody calls it.",
            mend: "Use it there, or allow another trigger.",
            wrong: """
                tools: { add: { triggers: [FORM] } }
                """,
            right: """
                tools: { add: { triggers: [FORM, AGENT] } }
                """),
        Explanation(
            .toolTrigger,
            why: "`triggers` says from where a tool may be called.",
            mend: "Add the trigger that the message names.",
            wrong: """
                tools: { add: { triggers: [AGENT] } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add } } }] }
                """,
            right: """
                tools: { add: { triggers: [AGENT, FORM] } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add } } }] }
                """),
        Explanation(
            .wireDuplicate,
            why: "In JSON two values of one name would be one.",
            mend: "Give one of them another `wire`.",
            wrong: """
                tools: { send: { input: { text: STRING, body: { type: STRING, wire: text } } } }
                """,
            right: """
                tools: { send: { input: { text: STRING, body: { type: STRING, wire: body_text } } } }
                """),
        Explanation(
            .wireInvalid,
            why: "The name is written in JSON, addresses and headers.",
            mend: "Write a text without control characters.",
            wrong: """
                tools: { send: { input: { text: { type: STRING, wire: '' } } } }
                """,
            right: """
                tools: { send: { input: { text: { type: STRING, wire: bodyText } } } }
                """),
    ]
}
