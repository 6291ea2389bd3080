extension Explanation {
    /// Tools, and what limits and starts them.
    static let tools: [Explanation] = [
        Explanation(
            .limitEmpty,
            why: "A limit that limits nothing is a mistake.",
            mend: "Give it `concurrent`, `rate`, `bucket`, `min_gap` or `mutex`.",
            wrong: """
                limits: { api: {} }
                tools: { look: { limits: [{ limit: api }] } }
                """,
            right: """
                limits: { api: { concurrent: 4 } }
                tools: { look: { limits: [{ limit: api }] } }
                """),
        Explanation(
            .limitUnused,
            why: "Nothing counts against it.",
            mend: "Name it under a tool's `limits`, or remove it.",
            wrong: """
                limits: { api: { concurrent: 4 } }
                """,
            right: """
                limits: { api: { concurrent: 4 } }
                tools: { look: { limits: [{ limit: api }] } }
                """),
        Explanation(
            .limitKey,
            why: "A limit with `key: true` is counted for each key, so every use must give one; others have none.",
            mend: "Add or remove the `key` of the use.",
            given: """
                limits: { api: { concurrent: 4, key: true } }
                """,
            wrong: """
                tools: { look: { input: { number: STRING }, limits: [{ limit: api }] } }
                """,
            right: """
                tools: { look: { input: { number: STRING }, limits: [{ limit: api, key: number }] } }
                """),
        Explanation(
            .limitCycle,
            why: "Of limits that suppress one another none would hold.",
            mend: "Remove one of the `suppresses`.",
            wrong: """
                limits: { a: { concurrent: 1, suppresses: [a] } }
                tools: { look: { limits: [{ limit: a }] } }
                """,
            right: """
                limits: { a: { concurrent: 1 } }
                tools: { look: { limits: [{ limit: a }] } }
                """),
        Explanation(
            .scheduleCron,
            why: "`cron` has five fields: minute, hour, day, month and weekday.",
            mend: "Write five.",
            given: """
                tools: { look: {} }
                """,
            wrong: """
                schedules: { nightly: { tool: look, cron: '0 3 * *' } }
                """,
            right: """
                schedules: { nightly: { tool: look, cron: '0 3 * * *' } }
                """),
        Explanation(
            .scheduleTimezone,
            why: "The time zone decides when a day begins.",
            mend: "Write WORKPLACE, UTC, or a name of the IANA list.",
            given: """
                tools: { look: {} }
                """,
            wrong: """
                schedules: { nightly: { tool: look, cron: '0 3 * * *', timezone: Europe/Londn } }
                """,
            right: """
                schedules: { nightly: { tool: look, cron: '0 3 * * *', timezone: Europe/London } }
                """),
        Explanation(
            .scheduleTool,
            why: "A schedule has nobody who would give inputs.",
            mend: "Use a tool without required ones.",
            wrong: """
                tools: { look: { input: { number: STRING } } }
                schedules: { nightly: { tool: look, cron: '0 3 * * *' } }
                """,
            right: """
                tools: { look: { input: { number: 'STRING?' } } }
                schedules: { nightly: { tool: look, cron: '0 3 * * *' } }
                """),
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
        Explanation(
            .toolRule,
            why: "A rule about inputs that are always given, or about too few of them, can be broken by nobody or by everybody.",
            mend: "Make the inputs optional, or remove the rule.",
            wrong: """
                tools:
                  book:
                    description: Books
                    input: { day: DATE, start: 'DATETIME?' }
                    rules: [{ any_of: [day, start], message: Give one of them }]
                """,
            right: """
                tools:
                  book:
                    description: Books
                    input: { day: 'DATE?', start: 'DATETIME?' }
                    rules: [{ any_of: [day, start], message: Give one of them }]
                """),
        Explanation(
            .toolScope,
            why: "A tool of the app version belongs to no installation, and has none of its data.",
            mend: "Use a tool of the other scope, or change `scope`.",
            given: """
                tools: { clean: { description: Cleans, scope: APP_VERSION } }
                """,
            wrong: """
                schedules: { nightly: { tool: clean, cron: '0 3 * * *' } }
                """,
            right: """
                schedules: { nightly: { tool: clean, cron: '0 3 * * *', per: APP_VERSION } }
                """),
        Explanation(
            .batchCascade,
            why: "An entity that comes along comes once, in one wave.",
            mend: "Remove one of the two.",
            given: """
                entities: { visit: { fields: { number: STRING } }, room: { fields: { name: STRING } } }
                """,
            wrong: """
                batch_operations:
                  import: { entity: visit, cascade: [{ entity: room, wave: SETUP }, { entity: room }] }
                """,
            right: """
                batch_operations:
                  import: { entity: visit, cascade: [{ entity: room, wave: SETUP }] }
                """),
    ]
}
