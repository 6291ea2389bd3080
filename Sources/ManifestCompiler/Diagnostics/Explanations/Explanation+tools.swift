extension Explanation {
    /// Tools, and what limits and starts them.
    static let tools: [Explanation] = [
        Explanation(
            .limitEmpty,
            why: "A limit that limits nothing is a mistake.",
            mend: "Give it `concurrent`, `rate`, `bucket`, `min_gap` or `mutex`."),
        Explanation(
            .limitUnused,
            why: "Nothing counts against it.",
            mend: "Name it under a tool's `limits`, or remove it."),
        Explanation(
            .limitKey,
            why: "A limit with `key: true` is counted for each key, so every use must give one; others have none.",
            mend: "Add or remove the `key` of the use."),
        Explanation(
            .limitCycle,
            why: "Of limits that suppress one another none would hold.",
            mend: "Remove one of the `suppresses`."),
        Explanation(
            .scheduleCron,
            why: "`cron` has five fields: minute, hour, day, month and weekday.",
            mend: "Write five."),
        Explanation(
            .scheduleTimezone,
            why: "The time zone decides when a day begins.",
            mend: "Write WORKPLACE, UTC, or a name of the IANA list."),
        Explanation(
            .scheduleTool,
            why: "A schedule has nobody who would give inputs.",
            mend: "Use a tool without required ones."),
        Explanation(
            .contractExtension,
            why: "The platform calls a contract with what it knows, so nobody would give what you require besides.",
            mend: "Make the field optional, with a name of its own."),
        Explanation(
            .toolUnreachable,
            why: "Its `triggers` allow calls only from where nobody calls it.",
            mend: "Use it there, or allow another trigger."),
        Explanation(
            .toolTrigger,
            why: "`triggers` says from where a tool may be called.",
            mend: "Add the trigger that the message names."),
        Explanation(
            .wireDuplicate,
            why: "In JSON two values of one name would be one.",
            mend: "Give one of them another `wire`."),
        Explanation(
            .wireInvalid,
            why: "The name is written in JSON, addresses and headers.",
            mend: "Write a text without control characters."),
        Explanation(
            .toolRule,
            why: "A rule about inputs that are always given, or about too few of them, can be broken by nobody or by everybody.",
            mend: "Make the inputs optional, or remove the rule."),
        Explanation(
            .toolScope,
            why: "A tool of the app version belongs to no installation, and has none of its data.",
            mend: "Use a tool of the other scope, or change `scope`."),
        Explanation(
            .batchCascade,
            why: "An entity that comes along comes once, in one wave.",
            mend: "Remove one of the two."),
    ]
}
