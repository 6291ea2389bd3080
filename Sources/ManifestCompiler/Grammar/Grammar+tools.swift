extension Grammar {
    /// A type, a map of fields, or the long form, which has a map `fields` or the key `extends`.
    static func payload(field: BlockName, longForm: BlockName) -> ValueRule {
        let fields = ValueRule.map(.handle, .shapes(text: .type, list: .type, map: .block(field)))
        return .shapes(
            text: .type, list: .type,
            map: .byKey(
                [
                    KeyedRule(key: "extends", rule: .block(longForm)),
                    KeyedRule(key: "fields", rule: .block(longForm), needsMap: true),
                ], otherwise: fields))
    }

    static func longForm(_ name: BlockName, _ title: String, field: BlockName) -> BlockRule {
        BlockRule(
            name, title, "Fields, and what holds for all of them.",
            keys: [
                KeyRule(
                    "extends", .reference(.record), "The record whose fields come first.", examples: ["message.send"]),
                KeyRule(
                    "fields", .map(.handle, .shapes(text: .type, list: .type, map: .block(field))),
                    "The fields, in order."),
                KeyRule("nulls", .words(["OMIT", "KEEP"]), "What is written for an empty value.", default: "OMIT"),
                KeyRule("open", .boolean, "Whether keys that are not declared are kept.", default: "false"),
            ])
    }

    static let toolBlocks = [
        BlockRule(
            .tool, "a tool", "Something that agents, forms and workflows can call.",
            keys: headingKeys() + [
                KeyRule(
                    "input", payload(field: .inputField, longForm: .inputPayload), "What it takes.",
                    default: "nothing", examples: ["message.send", "{ id: STRING }"]),
                KeyRule(
                    "output", payload(field: .outputField, longForm: .outputPayload), "What it returns.",
                    default: "nothing", examples: ["[registered_number]"]),
                KeyRule("annotations", .block(.annotations), "Hints for agents."),
                KeyRule("timeout", .duration, "How long a call may take.", examples: ["10s"]),
                KeyRule(
                    "scope", .words(ToolDeclaration.Scope.allCases.map(\.rawValue)),
                    "What a call belongs to: one installation, or the whole app version.", default: "INSTALLATION"),
                KeyRule(
                    "triggers", .list(.words(ToolDeclaration.Trigger.allCases.map(\.rawValue))),
                    "From where it may be called.", default: "all that fit"),
                KeyRule(
                    "rules", .list(.block(.toolRule)), "What types cannot say about inputs.",
                    examples: ["[{ any_of: [datetime, datetimes], message: Give one of them }]"]),
            ] + retryKeys + [
                KeyRule(
                    "estimate", .boolean, "Whether a handler says beforehand what a call will cost.", default: "false"),
                KeyRule(
                    "limits", .list(.block(.limitUse)), "The limits that a call counts against.",
                    examples: ["[{ limit: graph_api, key: channel.identifier_value }]"]),
                KeyRule(
                    "requires_env", .list(.reference(.variable)), "Variables without which it is not offered.",
                    examples: ["[PETBOOQZ_API_KEY]"]),
                KeyRule("hints", .block(.toolHints), "Hints for those who plan calls."),
                KeyRule(
                    "handoff", .words(ToolDeclaration.Handoff.allCases.map(\.rawValue)), "Its part in a reservation."),
            ]),
        longForm(.inputPayload, "an input", field: .inputField),
        longForm(.outputPayload, "an output", field: .outputField),
        BlockRule(
            .annotations, "`annotations`", "Hints for agents; they become MCP annotations.",
            keys: [
                KeyRule("read_only", .boolean, "It changes nothing."),
                KeyRule("destructive", .boolean, "It can destroy something."),
                KeyRule("idempotent", .boolean, "Calling it twice with one input is as calling it once."),
                KeyRule("open_world", .boolean, "It reaches people or systems outside."),
            ]),
        BlockRule(
            .toolRule, "a rule", "What holds for several inputs together; it has one of the five kinds.",
            keys: [
                KeyRule("any_of", givenInputs, "At least one of these inputs is given."),
                KeyRule("exactly_one_of", givenInputs, "One of these inputs is given, and no other of them."),
                KeyRule("all_or_none", givenInputs, "All of these inputs are given, or none."),
                KeyRule("at_most_one_of", givenInputs, "No two of these inputs are given."),
                KeyRule(
                    "when", .condition, "A condition over the inputs, by their handles.",
                    examples: ["kind == \"RECURRING\""]),
                KeyRule("require", givenInputs, "The inputs that are given when `when` holds."),
                KeyRule(
                    "message", .prose, "What a caller is told who breaks it.", required: true,
                    examples: ["Give one of them"]),
            ]),
        BlockRule(
            .toolHints, "`hints`", "Hints for those who plan calls.",
            keys: [
                KeyRule(
                    "max_calls_per_run", .integer(1...1_000_000), "How often one run of an agent or workflow calls it.")
            ]),
        BlockRule(
            .retry, "`retry`", "How what failed is repeated.", keys: retryPolicyKeys),
        BlockRule(
            .limitUse, "the use of a limit", "A limit that a call counts against.",
            keys: [
                KeyRule("limit", .reference(.limit), "The limit.", required: true),
                KeyRule(
                    "key", .oneOrMany(.form(.inputPath)),
                    "The input that says which of a limit's keys it is, or several that say it together.",
                    examples: ["channel.identifier_value", "[channel.identifier_value, recipient.address]"]),
                KeyRule("calls", .integer(1...1_000_000), "How much a call counts; an estimate.", default: "1"),
            ]),
    ]

    static let retryPolicyKeys = [
        KeyRule("attempts", .integer(1...100), "How often it is tried, the first time included.", default: "1"),
        KeyRule("delay", .duration, "How long to wait before the second attempt.", default: "1s"),
        KeyRule(
            "backoff", .form(.backoff),
            "How waits grow: EXPONENTIAL doubles them, LINEAR adds `delay`, a duration is the wait itself.",
            default: "EXPONENTIAL"),
        KeyRule("max_delay", .duration, "The longest wait.", default: "1m"),
    ]

    private static let givenInputs = ValueRule.list(.reference(.input))

    /// How what failed is repeated; the short form and the long one exclude one another.
    static let retryKeys = [
        KeyRule("retries", .integer(0...99), "Short for `retry` with so many attempts and one.", default: "0"),
        KeyRule(
            "retry", .block(.retry), "How what failed is repeated.", examples: ["{ attempts: 5, delay: 2s }"]),
    ]
}
