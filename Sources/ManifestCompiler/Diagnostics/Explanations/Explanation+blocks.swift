extension Explanation {
    /// What stands on a page.
    static let blocks: [Explanation] = [
        Explanation(
            .formInputHidden,
            why: "A field that is not there is not sent, and the tool would lack what it requires.",
            mend: "Make the input optional, give it a default, or always show the field.",
            given: """
                tools: { add: { input: { name: STRING, more: BOOLEAN } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [more, { input: name, visible: form.more == true }] } }]
                """,
            right: """
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
            given: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                tools: { add: { input: { name: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { actions: [{ label: Add, tool: add, with: { name: '{{ account.name }}' } }] } }]
                """,
            right: """
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
            given: """
                entities: { event: { fields: { start: DATETIME } } }
                """,
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ panel: { kind: ENTITY_MAP } }] } }
                """,
            right: """
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
            .formInputMissing,
            why: "A form that lacks a required input could never be sent.",
            mend: "Ask for it in `fields`, give it in `with`, or make the input optional.",
            given: """
                tools: { add: { input: { number: STRING, name: STRING } } }
                """,
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [name] } }] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [number, name] } }] }
                """),
        Explanation(
            .formInputTwice,
            why: "Nobody knows which of the two counts.",
            mend: "Remove it from `fields`, or from `with`.",
            given: """
                tools: { add: { input: { name: STRING } } }
                """,
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add, with: { name: A } }, fields: [name] } }] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [name] } }] }
                """),
        Explanation(
            .formComponent,
            why: "A component asks for values of certain types.",
            mend: "Remove `as`, or use one that fits.",
            given: """
                tools: { add: { input: { name: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [{ input: name, as: number }] } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [{ input: name, as: textarea }] } }]
                """),
        Explanation(
            .recordContext,
            why: "A record block shows one instance.",
            mend: "Use a context name of mode FIRST.",
            given: """
                models: { visit: { fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { visits: { model: visit, mode: MANY } }
                    blocks: [{ record: { of: visits, fields: [number] } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { last: { model: visit, mode: FIRST, order: -created_at } }
                    blocks: [{ record: { of: last, fields: [number] } }]
                """),
        Explanation(
            .recordEdit,
            why: "What the app owns, the app writes; people edit fields of owner WORKPLACE or BOTH.",
            mend: "Remove the field from `edit`, or change its owner.",
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number], edit: [number] } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: { type: STRING, owner: WORKPLACE } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number], edit: [number] } }]
                """),
        Explanation(
            .fieldEncrypted,
            why: "An encrypted field is a secret, and a page is read by everybody in the workplace.",
            mend: "Remove it from the page.",
            given: """
                models: { account: { singleton: true, fields: { note: { type: STRING, visibility: ENCRYPTED }, number: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [note] } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number] } }]
                """),
        Explanation(
            .actionEffect,
            why: "A button does one thing.",
            mend: "Keep one of `tool`, `connect`, `link`, `url`, `form`.",
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open }] } }] } }
                """,
            right: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open, url: 'https://a.example' }] } }] } }
                """),
    ]
}
