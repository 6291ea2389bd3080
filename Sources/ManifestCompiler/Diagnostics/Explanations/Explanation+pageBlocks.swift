extension Explanation {
    /// Forms, panels and tabs.
    static let pageBlocks: [Explanation] = [
        Explanation(
            .formInputHidden,
            why: "A field that is not there is not sent, and the tool would lack what it requires.",
            mend: "Make the input optional, give it a default, or always show the field.",
            wrong: """
                tools: { add: { input: { name: STRING, more: BOOLEAN } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [more, { input: name, visible: form.more == true }] } }]
                """,
            right: """
                tools: { add: { input: { name: STRING, more: BOOLEAN } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [more, name] } }]
                """),
        Explanation(
            .formInputOptional,
            why: "What a required input is given must be there when the tool is called.",
            mend: "Give a `default`, or put it under a `when` that excludes that it is missing.",
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { actions: [{ label: Add, tool: add, with: { name: '{{ account.name }}' } }] } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { actions: [{ label: Add, tool: add, with: { name: '{{ account.name | default: "–" }}' } }] } }]
                """),
        Explanation(
            .panelKey,
            why: "Each kind of panel is drawn from its own keys.",
            mend: "Say the keys of the kind, and no others.",
            wrong: """
                entities: { event: { fields: { start: DATETIME } } }
                pages: { home: { path: /, navigation: true, blocks: [{ panel: { kind: ENTITY_MAP } }] } }
                """,
            right: """
                entities: { event: { fields: { start: DATETIME } } }
                pages: { home: { path: /, navigation: true, blocks: [{ panel: { kind: ENTITY_MAP, entity: event } }] } }
                """),
        Explanation(
            .mapperModel,
            why: "Only what users have already can be mapped to theirs.",
            mend: "Say `scope: SHARED` on the model, or leave the mapper out.",
            wrong: """
                models: { client: { fields: { name: STRING } } }
                pages: { home: { path: /, navigation: true, blocks: [{ model_mapper: client }] } }
                """,
            right: """
                models: { client: { scope: SHARED, fields: { name: STRING } } }
                pages: { home: { path: /, navigation: true, blocks: [{ model_mapper: client }] } }
                """),
        Explanation(
            .pageGroup,
            why: "A tab opens with the parameters of the page beside it.",
            mend: "Give the pages of a group the same path parameters.",
            wrong: """
                pages: { a: { path: /a, group: all, navigation: true, blocks: [] }, b: { path: '/b/[id]', group: all, blocks: [] } }
                """,
            right: """
                pages: { a: { path: /a, group: all, navigation: true, blocks: [] }, b: { path: /b, group: all, blocks: [] } }
                """),
    ]
}
