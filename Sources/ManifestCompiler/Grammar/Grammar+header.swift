extension Grammar {
    /// Keys that only the manifest itself has, and no file that it includes.
    static let headerKeys: Set<String> = ["manifest", "handle", "name", "version", "description", "spelling"]

    /// Keys that declare things, here or in an included file.
    static let sections: Set<String> = Set(blocks[.manifest]?.keys.map(\.name) ?? []).subtracting(headerKeys)

    static let headerBlocks = [
        BlockRule(
            .manifest, "the manifest", "The top level of `integration.yaml`.",
            keys: [
                KeyRule(
                    "manifest", .integer(1...99), "Version of the manifest language.", required: true, examples: ["1"]),
                KeyRule(
                    "handle", .form(.handle), "Names the integration in addresses.", required: true,
                    examples: ["meta"]),
                KeyRule("name", .prose, "What people call the integration.", required: true, examples: ["Meta"]),
                KeyRule("version", .form(.version), "Version of the integration.", required: true, examples: ["1.0.0"]),
                KeyRule("description", .prose, "What the integration does, in a sentence or two."),
                KeyRule(
                    "spelling", .list(.form(.spelling)), "How words of handles are cased in Swift.",
                    examples: ["[WhatsApp, WABA, OAuth, ID, URL]"]),
                KeyRule("env", .block(.env), "Environment variables, for the app and for each installation."),
                KeyRule(
                    "connections", .map(.handle, .block(.connection)), "How an installation is joined to an account."),
                KeyRule(
                    "outgoing_domains", .list(.shapes(text: .text, list: nil, map: .block(.outgoingDomain))),
                    "The hosts that may be called; no other can be.",
                    examples: ["[graph.facebook.com, '*.fbcdn.net']"]),
                KeyRule("types", .map(.handle, .block(.record)), "Records that inputs, outputs and payloads use."),
                KeyRule("models", .map(.handle, .block(.model)), "What is kept for each installation."),
                KeyRule(
                    "relationships", .map(.handle, .block(.relationship)), "How instances of models belong together."),
                KeyRule("tools", .map(.handle, .block(.tool)), "What agents, forms and workflows can call."),
                KeyRule("webhooks", .map(.handle, .block(.webhook)), "What providers send."),
                KeyRule("channels", .map(.handle, .block(.channel)), "Ways in which people are talked to."),
                KeyRule("hooks", .block(.hooks), "Handlers for moments in an installation's life."),
                KeyRule("pages", .map(.handle, .block(.page)), "What the workplace's people see."),
                KeyRule("navigation", .block(.navigation), "How pages are grouped in the menu."),
                KeyRule(
                    "include", .list(.form(.filePattern)),
                    "Files that hold more sections; maps of the same name are joined.",
                    examples: ["[pages/*.yaml]"]),
                KeyRule("subscriptions", .map(.handle, .block(.subscription)), "What the provider is to send."),
                KeyRule("limits", .map(.handle, .block(.limit)), "How much of something may be used in what time."),
                KeyRule(
                    "entities", .map(.handle, .block(.entity)),
                    "Kinds of things of the provider's, which the workplace maps to its own models."),
                KeyRule("setup", .map(.handle, .block(.setupStep)), "Steps that an installation goes through."),
                KeyRule("workflows", .map(.handle, .block(.workflow)), "Workflows that come with the integration."),
                KeyRule("agents", .map(.handle, .block(.agent)), "Agents that come with the integration."),
                KeyRule("signals", .map(.handle, .block(.signal)), "Which event starts which workflow."),
                KeyRule(
                    "events", .map(.dotted, .block(.event)), "What the integration tells the platform.",
                    examples: ["{ calendar.event.created: { payload: { calendar_id: STRING } } }"]),
                KeyRule("schedules", .map(.handle, .block(.schedule)), "Tools that are called at set times."),
                KeyRule(
                    "batch_operations", .map(.handle, .block(.batchOperation)),
                    "Work that goes through many things, page by page."),
                KeyRule(
                    "sequencers", .map(.handle, .block(.sequencer)), "What is let through one after the other."),
                KeyRule("links", .map(.handle, .block(.platformLink)), "Joins to the platform's own models."),
                KeyRule(
                    "uses", .list(.words(PlatformService.allCases.map(\.rawValue))),
                    "Services of the platform that are used; each adds a typed client to the context.",
                    examples: ["[FILES, CALLS]"]),
            ]),
        BlockRule(
            .deprecation, "`deprecated`", "Why something should not be used any more.",
            keys: [
                KeyRule("since", .text, "The version since when."),
                KeyRule("use", .text, "What to use instead."),
                KeyRule("reason", .prose, "Why."),
            ]),
    ]
}
