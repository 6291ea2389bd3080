extension Grammar {
    /// A type, a map of fields, or the long form, which has a map `fields` or the key `extends`.
    private static func payload(field: BlockName, longForm: BlockName) -> ValueRule {
        let fields = ValueRule.map(.handle, .shapes(text: .type, list: .type, map: .block(field)))
        return .shapes(
            text: .type, list: .type,
            map: .byKey(
                [
                    KeyedRule(key: "extends", rule: .block(longForm)),
                    KeyedRule(key: "fields", rule: .block(longForm), needsMap: true),
                ], otherwise: fields))
    }

    private static func longForm(_ name: BlockName, _ title: String, field: BlockName) -> BlockRule {
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
                    "scope", .words(["INSTALLATION"], unimplemented: ["APP_VERSION"]), "What a call belongs to.",
                    default: "INSTALLATION"),
                KeyRule(
                    "triggers", .list(.words(ToolDeclaration.Trigger.allCases.map(\.rawValue))),
                    "From where it may be called.", default: "all that fit"),
                .unimplemented("rules", "What types cannot say about inputs."),
                .unimplemented("retries", "How often a failed call is repeated."),
                .unimplemented("retry", "How a failed call is repeated."),
                .unimplemented("estimate", "Whether a handler says beforehand what a call will cost."),
                .unimplemented("limits", "The limits that a call counts against."),
                .unimplemented("requires_env", "Variables without which it is not offered."),
                .unimplemented("hints", "Hints for those who plan calls."),
                .unimplemented("handoff", "Its part in a reservation."),
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
    ]
}
