extension Explanation {
    /// What templates say and is probably meant otherwise.
    static let templatesAlso: [Explanation] = [
        Explanation(
            .chooseIncomplete,
            why: "A text that is chosen by option must not be missing for one of them.",
            mend: "Add a text for each option under `of`, or say `else`.",
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: { choose: account.status, of: { OPEN: Open } } } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: { choose: account.status, of: { OPEN: Open }, else: Shut } } }]
                """),
        Explanation(
            .templatePrecedence,
            why: "Here `and` binds stronger than `or`; Liquid reads from right to left, and people differ.",
            mend: "Put the alternative without `and` first, which all read alike.",
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.paid and account.name == "a" or account.status == "OPEN" } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.status == "OPEN" or account.paid and account.name == "a" } }]
                """),
        Explanation(
            .templateTruth,
            why: "As in Liquid only `false` and what is missing are false, so an empty text is true.",
            mend: "Compare it with blank.",
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.name } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.name != blank } }]
                """),
        Explanation(
            .templateSize,
            why: "A context loads as many instances as its `limit` says, and `size` counts those.",
            mend: "Add a context name of mode COUNT.",
            wrong: """
                models: { number: { fields: { phone: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { numbers: { model: number, mode: MANY } }
                    blocks: [{ alert: { title: Many, when: numbers.size > 9 } }]
                """,
            right: """
                models: { number: { fields: { phone: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { numbers: { model: number, mode: COUNT } }
                    blocks: [{ alert: { title: Many, when: numbers > 9 } }]
                """),
    ]
}
