extension Grammar {
    /// The kinds of blocks that a page consists of.
    static let pageBlockKinds = [
        KeyedRule(key: "card", rule: .block(.card), documentation: "Values with labels, and actions."),
        KeyedRule(key: "form", rule: .block(.form), documentation: "Inputs for a tool."),
        KeyedRule(key: "list", rule: .block(.list), documentation: "Rows of a list."),
        KeyedRule(key: "record", rule: .block(.recordBlock), documentation: "One instance, with what can be edited."),
        KeyedRule(key: "alert", rule: .block(.alert), documentation: "A box that says something."),
        KeyedRule(key: "conversation", rule: .block(.conversation), documentation: "The messages of a channel."),
        KeyedRule(key: "table", rule: .anything, isUnimplemented: true, documentation: "Rows and columns."),
        KeyedRule(key: "markdown", rule: .anything, isUnimplemented: true, documentation: "Text with markup."),
        KeyedRule(key: "panel", rule: .anything, isUnimplemented: true, documentation: "A panel of the platform."),
        KeyedRule(key: "model_mapper", rule: .anything, isUnimplemented: true, documentation: "Maps a SHARED model."),
        KeyedRule(key: "raw", rule: .anything, isUnimplemented: true, documentation: "A block of the platform."),
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
                    "fields", .list(.shapes(text: .path, list: nil, map: .block(.displayedValue))),
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
                                [KeyedRule(key: "alert", rule: .block(.formAlert))], otherwise: .block(.formField)))),
                    "The inputs that are asked for.", default: "all inputs that are not in `with`"),
            ]),
        BlockRule(
            .submit, "`submit`", "The tool that a form calls.",
            keys: [
                KeyRule("tool", .reference(.tool), "The tool.", required: true),
                KeyRule("label", .prose, "What is on the button.", default: "the tool's label"),
                KeyRule("with", inputValues, "Inputs that are not asked for, resolved on the server."),
                KeyRule("then", outcome, "What happens when the tool has succeeded."),
            ]),
        BlockRule(
            .formField, "a field of a form", "One input.",
            keys: [
                KeyRule("input", .reference(.input), "The tool's input.", required: true),
                KeyRule(
                    "as", .words(FormField.Component.allCases.map(\.rawValue), unimplemented: ["setting"]),
                    "The component."),
                KeyRule("label", .prose, "What stands before it.", default: "the input's label"),
                KeyRule("description", .prose, "What stands below it.", default: "the input's description"),
                KeyRule("placeholder", .prose, "Grey text while it is empty."),
                KeyRule("from", .path, "A list of records to choose from."),
                KeyRule("value", .form(.handle), "The record's field that is the input's value."),
                KeyRule("option", .template, "What a choice is called, over the record's fields."),
                KeyRule("initial", .anything, "Its first value."),
                KeyRule("visible", .condition, "Whether it is there.").unimplemented,
                KeyRule("enabled", .condition, "Whether it can be changed.").unimplemented,
                .unimplemented("on_change", "A tool that is called when it changes."),
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
            .conversation, "a conversation", "The messages of a channel.",
            keys: blockKeys + [
                KeyRule("channel", .reference(.channel), "The channel.", required: true),
                KeyRule("contact", .path, "Whose messages."),
            ]),
    ]
}
