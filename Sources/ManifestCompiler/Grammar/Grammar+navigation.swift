extension Grammar {
    static let navigationBlocks = [
        BlockRule(
            .navigation, "`navigation`", "The menu.",
            keys: [
                KeyRule(
                    "sections", .list(.block(.navigationSection)), "Its parts, in order.",
                    default: "the pages with `navigation: true`"),
                KeyRule("groups", .map(.handle, .block(.navigationGroup)), "What stands above pages that are tabs."),
            ]),
        BlockRule(
            .navigationGroup, "a group", "Pages that are tabs of one another.",
            keys: [
                KeyRule(
                    "title", .template, "Its heading, over the context of its first page.",
                    default: "the first page's title")
            ]),
        BlockRule(
            .navigationSection, "a section", "A part of the menu.",
            keys: [
                KeyRule("title", .prose, "Its heading."),
                KeyRule(
                    "items",
                    .list(
                        .shapes(
                            text: .reference(.page), list: nil,
                            map: .byKey([KeyedRule(key: "page", rule: .block(.pageItem))], otherwise: .block(.linkItem))
                        )),
                    "Pages and links, in order.", required: true),
            ]),
        BlockRule(
            .pageItem, "an item", "A page in the menu.",
            keys: [
                KeyRule("page", .reference(.page), "The page.", required: true),
                KeyRule("label", .prose, "Instead of the page's label."),
                KeyRule("icon", .form(.icon), "Instead of the page's icon."),
                KeyRule("when", .condition, "Whether it is there."),
            ]),
        BlockRule(
            .linkItem, "an item", "A link in the menu.",
            keys: [
                KeyRule("label", .prose, "What people read.", required: true),
                KeyRule("link", .text, "A path, or an https address.", required: true),
                KeyRule("icon", .form(.icon), "A Lucide icon's name."),
                KeyRule("when", .condition, "Whether it is there."),
            ]),
    ]
}
