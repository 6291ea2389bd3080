extension Grammar {
    /// A map of inputs to literals or templates.
    static let inputValues = ValueRule.map(.free, .anything)

    static let pageBlocks = [
        BlockRule(
            .page, "a page", "Something that the workplace's people see.",
            keys: headingKeys(icon: true, wire: false) + [
                KeyRule(
                    "path", .text, "Its address; `[name]` is a parameter.", required: true,
                    examples: ["/whatsapp-numbers/[id]/overview"]),
                KeyRule("default", .boolean, "Whether it is shown first.", default: "false"),
                KeyRule("navigation", .boolean, "Whether it is in the menu.", default: "false"),
                KeyRule(
                    "audience", .words(PageDeclaration.Audience.allCases.map(\.rawValue)),
                    "Who sees it: the workplaces that installed the app, its developers, or both.",
                    default: "INSTALL"),
                KeyRule("parent", .reference(.page), "The page above, for breadcrumbs."),
                KeyRule("when", .condition, "False hides every way to it and answers 404."),
                KeyRule(
                    "context",
                    .map(
                        .handle,
                        .byKey([KeyedRule(key: "tool", rule: .block(.contextTool))], otherwise: .block(.contextModel))),
                    "Names that its templates use, and where their values come from."),
                KeyRule("blocks", .list(.oneOf(pageBlockKinds)), "What is on it, from top to bottom.", required: true),
                KeyRule("actions", .list(.block(.action)), "Buttons at its top."),
                KeyRule("group", .form(.handle), "Pages of one group are tabs of one another."),
            ]),
        BlockRule(
            .contextModel, "a context name", "Instances of a model.",
            keys: [
                KeyRule("model", .reference(.model), "The model.", required: true),
                KeyRule(
                    "mode", .words(ModelQuery.Mode.allCases.map(\.rawValue)), "One, several, or how many.",
                    default: "FIRST for a singleton"),
                KeyRule(
                    "where",
                    .map(.free, .shapes(text: .anything, list: nil, map: .block(.comparison))),
                    "Conditions on fields; all must hold.", examples: ["{ id: '{{ path.id }}' }"]),
                KeyRule(
                    "order", .oneOrMany(.form(.order)), "Fields to order by; `-` before one is descending.",
                    examples: ["-created_at"]),
                KeyRule("limit", .integer(1...1_000), "How many at most.", default: "100"),
            ]),
        BlockRule(
            .contextTool, "a context name", "What a read-only tool returns.",
            keys: [
                KeyRule("tool", .reference(.tool), "The tool.", required: true),
                KeyRule("with", inputValues, "Its inputs; templates may stand in lists and maps, too."),
            ]),
        BlockRule(
            .comparison, "a comparison", "How a field is compared.",
            keys: ModelQuery.Comparison.allCases.map { KeyRule($0.rawValue, .anything, "Compares.") }),
        BlockRule(
            .link, "a link", "A page with its path parameters, which are written as keys.", others: .template,
            keys: [
                KeyRule("page", .reference(.page), "The page.", required: true),
                KeyRule("query", .map(.free, .template), "Query parameters."),
            ]),
        BlockRule(
            .refreshOutcome, "`then`", "The page is drawn again.",
            keys: [KeyRule("refresh", .words(["true"]), "Draws the page again.", required: true)]),
        BlockRule(
            .urlOutcome, "`then`", "Another address is opened.",
            keys: [KeyRule("url", .template, "An https address.", required: true)]),
        BlockRule(
            .action, "an action", "A button.",
            keys: [
                KeyRule("label", .template, "What is on it.", required: true),
                KeyRule("icon", .form(.icon), "A Lucide icon's name."),
                KeyRule(
                    "variant", .words(ActionDeclaration.Variant.allCases.map(\.rawValue)), "How it looks.",
                    default: "SECONDARY"),
                KeyRule("when", .condition, "Whether it is there."),
                KeyRule("enabled", .condition, "Whether it can be pressed."),
                KeyRule("confirm", .block(.confirmation), "What is asked before."),
                KeyRule("then", outcome, "What happens when the tool has succeeded."),
                KeyRule("tool", .reference(.tool), "Calls a tool."),
                KeyRule("with", inputValues, "The tool's inputs; templates may stand in lists and maps, too."),
                KeyRule("connect", .reference(.connection), "Starts a connection's consent."),
                KeyRule("link", .block(.link), "Opens a page."),
                KeyRule("url", .template, "Opens an https address."),
                KeyRule("form", .block(.form), "Opens a form."),
                KeyRule("id", .template, "With `connect`: the account that is connected again."),
            ]),
        BlockRule(
            .confirmation, "`confirm`", "What is asked before an action.",
            keys: [
                KeyRule("title", .template, "The question.", required: true),
                KeyRule("description", .template, "What will happen."),
            ]),
    ]

    /// `then`: a page, a refresh or a URL.
    static let outcome = ValueRule.byKey(
        [
            KeyedRule(key: "refresh", rule: .block(.refreshOutcome)),
            KeyedRule(key: "url", rule: .block(.urlOutcome)),
        ], otherwise: .block(.link))
}
