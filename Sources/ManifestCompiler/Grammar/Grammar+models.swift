extension Grammar {
    static let modelBlocks = [
        BlockRule(
            .record, "a type", "A record of fields.",
            keys: headingKeys(wire: false) + [
                KeyRule(
                    "fields", .map(.handle, .shapes(text: .type, list: .type, map: .block(.recordField))),
                    "Its fields, in order.", required: true),
                KeyRule("open", .boolean, "Whether keys that are not declared are kept.", default: "false"),
                KeyRule("nulls", .words(["OMIT", "KEEP"]), "What is written for an empty value.", default: "OMIT"),
                .unimplemented("one_of", "The cases of a tagged union."),
                .unimplemented("discriminator", "The key that says which case it is."),
            ]),
        BlockRule(
            .model, "a model", "A kind of record that is kept for each installation.",
            keys: headingKeys(icon: true) + [
                KeyRule("label_plural", .prose, "What people read for several.", default: "the label with an s"),
                KeyRule(
                    "title", .template, "How one instance is called, over its own fields.",
                    examples: ["'{{ phone }}'"]),
                KeyRule(
                    "scope", .words(["INTERNAL"], unimplemented: ["SHARED"]),
                    "Whether it is the app's own, or mapped by the user to a model that they have.", default: "INTERNAL"
                ),
                KeyRule("singleton", .boolean, "Whether an installation has at most one.", default: "false"),
                KeyRule(
                    "identity", .oneOrMany(.reference(.field)),
                    "The natural key inside an installation: unique, and what upserts match on."),
                KeyRule(
                    "unique_together", .list(.list(.reference(.field))), "More fields that are unique together."),
                KeyRule("page", .reference(.page), "The page of one instance; it has exactly one path parameter."),
                KeyRule("section", .form(.handle), "Groups models."),
                KeyRule(
                    "fields", .map(.handle, .shapes(text: .type, list: .type, map: .block(.modelField))),
                    "Its fields, in order.", required: true),
                .unimplemented("requires", "Instances that must exist first."),
                .unimplemented("per", "Whether there is one table for the whole app."),
            ]),
    ]
}
