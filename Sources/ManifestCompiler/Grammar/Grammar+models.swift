extension Grammar {
    static let modelBlocks = [
        BlockRule(
            .record, "a type", "A record of fields, or a tagged union of records.",
            keys: headingKeys(wire: false) + [
                KeyRule(
                    "fields", .map(.handle, .shapes(text: .type, list: .type, map: .block(.recordField))),
                    "Its fields, in order; needed unless it has `one_of`."),
                KeyRule("open", .boolean, "Whether keys that are not declared are kept.", default: "false"),
                KeyRule("nulls", .words(["OMIT", "KEEP"]), "What is written for an empty value.", default: "OMIT"),
                KeyRule(
                    "one_of",
                    .map(.handle, .shapes(text: .reference(.record), list: nil, map: .block(.unionCase))),
                    "The cases of a tagged union: the records whose fields each has.",
                    examples: ["{ created: created_payload, cancelled: {} }"]),
                KeyRule(
                    "discriminator", .text, "The key, in JSON, that says which case of a union it is.",
                    default: "type"),
            ]),
        BlockRule(
            .unionCase, "a case", "One case of a tagged union. Its tag is its handle, or `wire`.",
            keys: headingKeys() + [
                KeyRule("type", .reference(.record), "The record whose fields it has; without one it has none.")
            ]),
        BlockRule(
            .model, "a model", "A kind of record that is kept for each installation.",
            keys: headingKeys(icon: true) + [
                KeyRule("label_plural", .prose, "What people read for several.", default: "the label with an s"),
                KeyRule(
                    "title", .template, "How one instance is called, over its own fields.",
                    examples: ["'{{ phone }}'"]),
                KeyRule(
                    "scope", .words(ModelDeclaration.Scope.allCases.map(\.rawValue)),
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
                KeyRule(
                    "requires", .list(.block(.modelRequirement)),
                    "Instances of other models that must be there before one can be created.",
                    examples: ["[{ model: compliance_record, where: { status: APPROVED } }]"]),
                KeyRule(
                    "per", .words(ModelDeclaration.Extent.allCases.map(\.rawValue)),
                    "Whether each installation has its own instances, or all share those of the app version.",
                    default: "INSTALLATION"),
            ]),
        BlockRule(
            .modelRequirement, "an entry of `requires`", "An instance that must be there first.",
            keys: [
                KeyRule("model", .reference(.model), "The model.", required: true),
                KeyRule(
                    "where", .map(.free, .shapes(text: .anything, list: nil, map: .block(.comparison))),
                    "Conditions on its fields; all must hold.", examples: ["{ status: APPROVED }"]),
            ]),
        BlockRule(
            .relationship, "a relationship", "How instances of two models belong together.",
            keys: headingKeys() + [
                KeyRule(
                    "from", .form(.member), "A model, and the name of the other side's instances in it.",
                    required: true, examples: ["email_domain.addresses"]),
                KeyRule(
                    "to", .form(.member), "The other model, and the name of this side's instances in it.",
                    required: true, examples: ["email_address.domain"]),
                KeyRule(
                    "cardinality", .words(RelationshipDeclaration.Cardinality.allCases.map(\.rawValue)),
                    "How many of `from` belong to how many of `to`.", required: true),
                KeyRule(
                    "on_delete", .words(RelationshipDeclaration.DeleteAction.allCases.map(\.rawValue)),
                    "What becomes of the instances that refer to one that is deleted.",
                    default: "RESTRICT; NONE for MANY_TO_MANY"),
                KeyRule("required", .boolean, "Whether every instance must have the reference.", default: "false"),
                KeyRule(
                    "owner", .words(FieldOwner.allCases.map(\.rawValue)), "Who may write the reference.",
                    default: "APP"),
                KeyRule(
                    "labels", .list(.prose), "What people read: first on the side of `from`, then on that of `to`.",
                    default: "the names", examples: ["[Addresses, Domain]"]),
            ]),
    ]
}
