extension Grammar {
    /// The kinds of blocks that a page consists of.
    static let pageBlockKinds = [
        KeyedRule(key: "card", rule: .block(.card), documentation: "Values with labels, and actions."),
        KeyedRule(key: "form", rule: .block(.form), documentation: "Inputs for a tool."),
        KeyedRule(key: "list", rule: .block(.list), documentation: "Rows of a list."),
        KeyedRule(key: "record", rule: .block(.recordBlock), documentation: "One instance, with what can be edited."),
        KeyedRule(key: "alert", rule: .block(.alert), documentation: "A box that says something."),
        KeyedRule(key: "conversation", rule: .block(.conversation), documentation: "The messages of a channel."),
        KeyedRule(key: "table", rule: .block(.table), documentation: "Rows and columns."),
        KeyedRule(
            key: "markdown", rule: .shapes(text: .template, list: nil, map: .block(.markdown)),
            documentation: "Text with markup."),
        KeyedRule(key: "panel", rule: .block(.panel), documentation: "A panel of the platform."),
        KeyedRule(
            key: "model_mapper", rule: .shapes(text: .reference(.model), list: nil, map: .block(.modelMapper)),
            documentation: "Maps a SHARED model."),
        KeyedRule(key: "raw", rule: .map(.free, .anything), documentation: "A block of the platform, as it is."),
    ]

    private static let blockKeys = [
        KeyRule("title", .template, "Its heading."),
        KeyRule("description", .template, "A sentence below the heading."),
        KeyRule("when", .condition, "Whether it is there."),
    ]

    private static let empty = KeyRule(
        "empty", .shapes(text: .template, list: nil, map: .block(.emptyState)), "What stands where there is nothing.")

    private static let actions = KeyRule("actions", .list(.block(.action)), "Buttons.")

    private static let alertKeys = [
        KeyRule("icon", .form(.icon), "A Lucide icon's name."),
        KeyRule("variant", .words(AlertBlock.Variant.allCases.map(\.rawValue)), "How it looks.", default: "INFO"),
    ]

    static let contentBlocks = [
        BlockRule(
            .card, "a card", "Values with labels, and actions.",
            keys: blockKeys + [
                KeyRule(
                    "fields",
                    .list(
                        .shapes(
                            text: .path, list: nil,
                            map: .byKey(
                                [KeyedRule(key: "setting", rule: .block(.settingEntry))],
                                otherwise: .block(.displayedValue)))),
                    "The values, in order."),
                actions,
            ]),
        BlockRule(
            .displayedValue, "a displayed value", "A value with a label.",
            keys: [
                KeyRule("show", .path, "The value.", required: true, examples: ["connection.business_name"]),
                KeyRule("label", .prose, "What stands before it.", default: "the field's label"),
                KeyRule("as", .words(DisplayedValue.Style.allCases.map(\.rawValue)), "How it is drawn."),
                empty,
            ]),
        BlockRule(
            .emptyState, "`empty`", "What stands where there is nothing.",
            keys: [
                KeyRule("title", .template, "What is not there.", required: true),
                KeyRule("description", .template, "What to do about it."),
            ]),
        BlockRule(
            .form, "a form", "Inputs for a tool.",
            keys: blockKeys + [
                KeyRule("modal", .boolean, "Whether a button opens it.", default: "false"),
                KeyRule("submit", .block(.submit), "The tool, and what happens then.", required: true),
                KeyRule("of", .reference(.context), "The record that first values come from."),
                KeyRule(
                    "fields",
                    .list(
                        .shapes(
                            text: .reference(.input), list: nil,
                            map: .byKey(
                                [
                                    KeyedRule(key: "alert", rule: .block(.formAlert)),
                                    KeyedRule(key: "setting", rule: .block(.settingEntry)),
                                ], otherwise: .block(.formField)))),
                    "The inputs that are asked for.", default: "all inputs that are not in `with`"),
            ]),
        BlockRule(
            .submit, "`submit`", "The tool that a form calls.",
            keys: [
                KeyRule("tool", .reference(.tool), "The tool.", required: true),
                KeyRule("label", .prose, "What is on the button.", default: "the tool's label"),
                KeyRule("with", inputValues, "Inputs that are not asked for, resolved on the server; templates may stand in lists and maps, too."),
                KeyRule("then", outcome, "What happens when the tool has succeeded."),
            ]),
        BlockRule(
            .formField, "a field of a form", "One input.",
            keys: [
                KeyRule("input", .reference(.input), "The tool's input.", required: true),
                KeyRule("as", .words(FormField.Component.allCases.map(\.rawValue)), "The component."),
                KeyRule("label", .prose, "What stands before it.", default: "the input's label"),
                KeyRule("description", .prose, "What stands below it.", default: "the input's description"),
                KeyRule("placeholder", .prose, "Grey text while it is empty."),
                KeyRule("from", .path, "A list of records to choose from."),
                KeyRule("value", .form(.handle), "The record's field that is the input's value."),
                KeyRule("option", .template, "What a choice is called, over the record's fields."),
                KeyRule("initial", .anything, "Its first value."),
                KeyRule("visible", .condition, "Whether it is there; what is not there is not sent."),
                KeyRule("enabled", .condition, "Whether it can be changed."),
                KeyRule(
                    "on_change", .shapes(text: .reference(.tool), list: nil, map: .block(.fieldChange)),
                    "A tool that is called when it changes."),
            ]),
        BlockRule(
            .fieldChange, "`on_change`", "The tool that a changed input calls.",
            keys: [
                KeyRule("tool", .reference(.tool), "The tool.", required: true),
                KeyRule("with", inputValues, "Its inputs; `form` has what is filled in."),
            ]),
        BlockRule(
            .settingEntry, "a setting", "A row with a button, which is an action.",
            keys: [KeyRule("setting", .block(.setting), "The row.", required: true)]),
        BlockRule(
            .setting, "a setting", "A row that says how something is set, and a button that changes it.",
            keys: [
                KeyRule("label", .template, "What is set.", required: true),
                KeyRule("description", .template, "A sentence about it."),
                KeyRule("when", .condition, "Whether it is there."),
                KeyRule("action", .block(.action), "The button.", required: true),
            ]),
        BlockRule(
            .formAlert, "an alert in a form", "A box between inputs.",
            keys: [KeyRule("alert", .block(.alert), "The box.", required: true)]),
        BlockRule(
            .list, "a list", "Rows of a list.",
            keys: blockKeys + [
                KeyRule("from", .path, "The list.", required: true),
                empty,
                KeyRule("item", .block(.listItem), "A row.", required: true),
            ]),
        BlockRule(
            .listItem, "`item`", "A row of a list; the element's fields are in scope.",
            keys: [
                KeyRule("label", .template, "Its first line.", required: true),
                KeyRule("description", .template, "Its second line."),
                KeyRule("badge", .template, "A word at its end."),
                KeyRule("link", .block(.link), "The page that it opens."),
                actions,
            ]),
        BlockRule(
            .recordBlock, "a record", "One instance of a model.",
            keys: blockKeys + [
                KeyRule("of", .reference(.context), "A context name with one instance.", required: true),
                KeyRule("fields", .list(.reference(.field)), "What is shown, in order.", required: true),
                KeyRule("edit", .list(.reference(.field)), "What can be changed: a part of `fields`."),
                empty,
                actions,
            ]),
        BlockRule(.alert, "an alert", "A box that says something.", keys: blockKeys + alertKeys),
        BlockRule(
            .table, "a table", "Rows of a list, with a column for each value.",
            keys: blockKeys + [
                KeyRule("from", .path, "The list; an element's fields are in scope.", required: true),
                KeyRule(
                    "columns", .list(.shapes(text: .path, list: nil, map: .block(.displayedValue))),
                    "What stands in a row, in order.", required: true,
                    examples: ["[agency_id, { show: status, as: badge }]"]),
                empty,
                KeyRule("link", .block(.link), "The page that a row opens."),
                actions,
            ]),
        BlockRule(
            .markdown, "a text with markup", "CommonMark without HTML; what templates print is escaped.",
            keys: [
                KeyRule("text", .template, "The text.", required: true), KeyRule("title", .template, "Its heading."),
                KeyRule("when", .condition, "Whether it is there."),
            ]),
        BlockRule(
            .panel, "a panel", "A panel that the platform draws.",
            keys: blockKeys + [
                KeyRule("kind", .words(PanelBlock.Kind.allCases.map(\.rawValue)), "Which one.", required: true),
                KeyRule("operation", .reference(.batchOperation), "BATCH_OPERATION: what it starts and follows."),
                KeyRule("entity", .reference(.entity), "ENTITY_MAP: whose mapping."),
                KeyRule("events", .list(.form(.dottedName)), "EVENT_WIRING: the events."),
                KeyRule("workflow", .reference(.workflow), "EVENT_WIRING: what they start."),
                KeyRule("label", .prose, "What is on its button."),
                KeyRule("icon", .form(.icon), "A Lucide icon's name."),
            ]),
        BlockRule(
            .modelMapper, "a model mapper", "Where a user says which of their models a SHARED one is.",
            keys: blockKeys + [KeyRule("model", .reference(.model), "The SHARED model.", required: true)]),
        BlockRule(
            .choose, "`choose`", "A text for each option of a field.",
            keys: [
                KeyRule("choose", .path, "A field with options.", required: true, examples: ["record.status"]),
                KeyRule("of", .map(.free, .template), "The text for each option.", required: true),
                KeyRule("empty", .template, "The text where there is no value."),
                KeyRule("else", .template, "The text for all other options."),
            ]),
        BlockRule(
            .conversation, "a conversation", "The messages of a channel.",
            keys: blockKeys + [
                KeyRule("channel", .reference(.channel), "The channel.", required: true),
                KeyRule("contact", .path, "Whose messages."),
            ]),
    ]
}
