extension Explanation {
    /// Limits, schedules, events, setup and files.
    static let operations: [Explanation] = [
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
            wrong: """
                limits: { api: { concurrent: 4, key: true } }
                tools: { look: { input: { number: STRING }, limits: [{ limit: api }] } }
                """,
            right: """
                limits: { api: { concurrent: 4, key: true } }
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
            wrong: """
                tools: { look: {} }
                schedules: { nightly: { tool: look, cron: '0 3 * *' } }
                """,
            right: """
                tools: { look: {} }
                schedules: { nightly: { tool: look, cron: '0 3 * * *' } }
                """),
        Explanation(
            .scheduleTimezone,
            why: "The time zone decides when a day begins.",
            mend: "Write WORKPLACE, UTC, or a name of the IANA list.",
            wrong: """
                tools: { look: {} }
                schedules: { nightly: { tool: look, cron: '0 3 * * *', timezone: Europe/Londn } }
                """,
            right: """
                tools: { look: {} }
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
            .eventPrefix,
            why: "Swift nests events, and cannot have a case and a group of one name.",
            mend: "Rename one of them.",
            wrong: """
                events:
                  visit: { label: Visit, payload: { number: STRING } }
                  visit.created: { label: Visit created, payload: { number: STRING } }
                """,
            right: """
                events:
                  visit.changed: { label: Visit changed, payload: { number: STRING } }
                  visit.created: { label: Visit created, payload: { number: STRING } }
                """),
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
            .fileMissing,
            why: "Files are read when the manifest is compiled.",
            mend: "Write the path relative to the file that names it.",
            wrong: """
                include: [pages.yaml]
                """,
            right: """
                description: All in one file.
                """),
        Explanation(
            .fileForbidden,
            why: "A manifest names files of its package only, by relative paths.",
            mend: "Move the file into the package.",
            wrong: """
                include: [../other/pages.yaml]
                """,
            right: """
                description: All in one file.
                """),
    ]
}
