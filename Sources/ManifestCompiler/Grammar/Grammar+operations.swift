extension Grammar {
    static let operationBlocks = [
        BlockRule(
            .limit, "a limit", "How much of something may be used in what time.",
            keys: headingKeys() + [
                KeyRule(
                    "scope", .words(LimitDeclaration.Scope.allCases.map(\.rawValue)), "What shares one count.",
                    default: "INSTALLATION"),
                KeyRule("concurrent", .integer(1...100_000), "How many calls may run at once."),
                KeyRule("rate", .form(.rate), "How many calls may begin in a unit of time.", examples: ["80/s"]),
                KeyRule(
                    "min_gap", .duration, "The least time from the start of one call to the next.",
                    examples: ["100ms"]),
                KeyRule(
                    "bucket", .block(.bucket), "How many calls may be made at once, and how that grows again.",
                    examples: ["{ size: 30, refill: 30, every: 60s }"]),
                KeyRule("mutex", .boolean, "One call at a time, held for the whole call.", default: "false"),
                KeyRule("key", .boolean, "Whether uses say which of its keys they count against.", default: "false"),
                KeyRule(
                    "suppresses", .list(.reference(.limit)), "Limits that do not hold while this one is held."),
                KeyRule("wait", .duration, "How long a call waits for its turn.", default: "2m"),
            ] + retryKeys),
        BlockRule(
            .bucket, "`bucket`", "How many calls may be made at once, and how that grows again.",
            keys: [
                KeyRule("size", .integer(1...1_000_000_000), "The most calls at once.", required: true),
                KeyRule("refill", .integer(1...1_000_000_000), "How many are added.", required: true),
                KeyRule("every", .duration, "How often they are added.", required: true),
            ]),
        BlockRule(
            .schedule, "a schedule", "A tool that is called at set times.",
            keys: headingKeys() + [
                KeyRule("tool", .reference(.tool), "The tool; it has no required inputs.", required: true),
                KeyRule(
                    "cron", .text, "Minute, hour, day of the month, month, day of the week.", required: true,
                    examples: ["'0 3 * * *'"]),
                KeyRule(
                    "timezone", .text, "WORKPLACE, UTC, or an IANA name.", default: "UTC",
                    examples: ["Europe/London"]),
                KeyRule(
                    "per", .words(RunScope.allCases.map(\.rawValue)),
                    "Whether it runs for each installation, or once for the app version.", default: "INSTALLATION"),
                KeyRule(
                    "overlap", .words(ScheduleDeclaration.Overlap.allCases.map(\.rawValue)),
                    "What happens when the last run still goes on.", default: "SKIP"),
            ]),
        BlockRule(
            .sequencer, "a sequencer", "Lets things through one after the other.",
            keys: headingKeys() + [
                KeyRule(
                    "scope", .words(SequencerDeclaration.Scope.allCases.map(\.rawValue)), "What shares one sequence.",
                    default: "INSTALLATION"),
                KeyRule("lock", .duration, "When a lock that was not released ends.", default: "60s"),
                KeyRule(
                    "watermark", .duration, "How long it is remembered what was let through last.", default: "7d"),
            ]),
        BlockRule(
            .batchOperation, "a batch operation", "Work that goes through many things, page by page.",
            keys: headingKeys(icon: true) + [
                KeyRule(
                    "entity", .form(.platformName), "The entity whose instances it gives.", required: true,
                    examples: ["calendar_event", "platform/contact"]),
                KeyRule(
                    "input", payload(field: .inputField, longForm: .inputPayload), "What it is started with.",
                    default: "nothing", examples: ["{ calendar_id: 'STRING?' }"]),
                KeyRule(
                    "state", payload(field: .recordField, longForm: .batchState),
                    "What is carried from one page to the next.", default: "nothing",
                    examples: ["{ page_token: 'STRING?' }"]),
                KeyRule("page_size", .integer(1...10_000), "How many things a page has.", default: "50"),
                KeyRule("concurrent", .integer(1...1_000), "How many pages may be worked on at once.", default: "1"),
                KeyRule(
                    "paging", .words(BatchOperationDeclaration.Paging.allCases.map(\.rawValue)),
                    "How the next page is named.", default: "CURSOR"),
                KeyRule(
                    "cascade", .list(.block(.cascadeStep)), "Entities that come along, in the order in which they do."),
                KeyRule("timeout", .duration, "How long a page may take.", default: "60s"),
            ]),
        longForm(.batchState, "a state", field: .recordField),
        BlockRule(
            .cascadeStep, "a step of `cascade`", "An entity that comes along with the operation's own.",
            keys: [
                KeyRule("entity", .form(.platformName), "The entity.", required: true),
                KeyRule(
                    "wave", .words(BatchOperationDeclaration.Cascade.Wave.allCases.map(\.rawValue)),
                    "Whether `setup` gives its instances, or each page.", default: "PAGE"),
            ]),
    ]
}
