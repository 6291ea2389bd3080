extension Grammar {
    private static let entityFields = ValueRule.map(.handle, .shapes(text: .type, list: .type, map: .block(.entityField)))

    /// What workflows and the workplace's own models see of the provider: entities, events, and what follows on them.
    static let entityBlocks = [
        BlockRule(
            .entity, "an entity", "A kind of thing of the provider's, which the workplace maps to a model of its own.",
            keys: headingKeys(icon: true) + [
                KeyRule("label_plural", .prose, "What people read for several.", default: "the label with an s"),
                KeyRule("fields", entityFields, "Its fields, in order.", required: true),
                KeyRule("context", entityFields, "Values that mappings and workflows see beside the fields."),
                KeyRule(
                    "relations", .map(.handle, .block(.entityRelation)), "Other entities that an instance refers to.",
                    examples: ["{ calendar: { to: calendar } }"]),
                KeyRule("suggest", .block(.suggestion), "The mapping that is offered first."),
            ]),
        BlockRule(
            .entityRelation, "a relation", "Another entity that an instance refers to.",
            keys: headingKeys() + [KeyRule("to", .reference(.entity), "The other entity.", required: true)]),
        BlockRule(
            .suggestion, "`suggest`", "The mapping to a workplace's model that is offered first.",
            keys: [
                KeyRule(
                    "model", .form(.platformName), "How the workplace's model is probably called.", required: true,
                    examples: ["event"]),
                KeyRule("match", .list(.reference(.field)), "Fields by which an instance is found again."),
                KeyRule(
                    "fields", .map(.free, .form(.handle)), "For fields of the entity, the model's fields.",
                    examples: ["{ start: start_at }"]),
                KeyRule(
                    "relations", .map(.free, .form(.handle)), "For relations of the entity, the model's relations."),
                KeyRule(
                    "aliases", .map(.free, .map(.free, .text)), "For options of a field, the model's options.",
                    examples: ["{ status: { tentative: pending } }"]),
            ]),
        BlockRule(
            .event, "an event", "Something that the integration tells the platform.",
            keys: headingKeys(handle: .dottedName, icon: true) + [
                KeyRule("group", .prose, "Groups events where people choose one.", examples: ["Calendar"]),
                KeyRule(
                    "payload", .map(.handle, .shapes(text: .type, list: .type, map: .block(.eventField))),
                    "What it says, in order.", default: "nothing", examples: ["{ start: 'DATETIME?' }"]),
            ]),
        BlockRule(
            .signal, "a signal", "A workflow that an event starts.",
            keys: headingKeys() + [
                KeyRule("event", .reference(.event), "The event.", required: true, examples: ["enquiry.created"]),
                KeyRule("workflow", .reference(.workflow), "The workflow.", required: true),
                KeyRule(
                    "map", inputValues, "The workflow's inputs; templates see `event`.",
                    examples: ["{ data: '{{ event.payload }}' }"]),
                KeyRule(
                    "when", .condition, "Which events start it.", examples: ["event.payload.status == \"ACTIVE\""]),
            ]),
        BlockRule(
            .platformLink, "a link", "Joins a model of the platform to a channel.",
            keys: headingKeys() + [
                KeyRule(
                    "model", .form(.platformName), "The platform's model.", required: true,
                    examples: ["platform/contact"]),
                KeyRule("channel", .reference(.channel), "The channel.", required: true),
                KeyRule(
                    "fields", .map(.free, .reference(.field)), "For the model's fields, fields of the channel.",
                    examples: ["{ phone: phone }"]),
            ]),
    ]
}
