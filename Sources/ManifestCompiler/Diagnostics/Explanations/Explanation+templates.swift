extension Explanation {
    /// Templates and conditions.
    static let templates: [Explanation] = [
        Explanation(
            .templateSyntax,
            why: "Templates are compiled, so they must be whole.",
            mend: "Close what is open.",
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: '{{ path.id' } }] } }
                """,
            right: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: '{{ installation.id }}' } }] } }
                """),
        Explanation(
            .templatePathUnknown,
            why: "A path is checked against what is in scope, so that a misspelt one is not an empty place on a "
                + "page.",
            mend: "Write a name that is in scope, or declare it in the page's `context`.",
            given: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.nubmer }}' } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number }}' } }]
                """),
        Explanation(
            .templateType,
            why: "Lists and records have no text, and only values of one type can be compared.",
            mend: "Say which field is meant, or compare with a value of the type.",
            given: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account }}' } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number }}' } }]
                """),
        Explanation(
            .templateOptionUnknown,
            why: "The comparison would always be false.",
            mend: "Compare with one of the options.",
            given: """
                models: { account: { singleton: true, fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: Account, when: account.state == "OPN" } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: Account, when: account.state == "OPEN" } }]
                """),
        Explanation(
            .templateFilter,
            why: "Filters are a closed list, and each fits certain types.",
            mend: "Use one that the help names.",
            given: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number | uppercase }}' } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number | upcase }}' } }]
                """),
        Explanation(
            .templateConstant,
            why: "Only false and nil are false, so a value that is always there is always true.",
            mend: "Compare it.",
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: A, when: installation.id } }] } }
                """,
            right: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: A, when: installation.id != blank } }] } }
                """),
        Explanation(
            .templateOptional,
            why: "If the value is missing, the text around it stays and reads oddly.",
            mend: "Say what stands there then, or put all of it in an `if`.",
            given: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: 'Number {{ account.number }}' } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: 'Number {{ account.number | default: "–" }}' } }]
                """),
        Explanation(
            .chooseIncomplete,
            why: "A text that is chosen by option must not be missing for one of them.",
            mend: "Add a text for each option under `of`, or say `else`.",
            given: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: { choose: account.status, of: { OPEN: Open } } } }]
                """,
            right: """
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
            given: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.paid and account.name == "a" or account.status == "OPEN" } }]
                """,
            right: """
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
            given: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.name } }]
                """,
            right: """
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
            given: """
                models: { number: { fields: { phone: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { numbers: { model: number, mode: MANY } }
                    blocks: [{ alert: { title: Many, when: numbers.size > 9 } }]
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { numbers: { model: number, mode: COUNT } }
                    blocks: [{ alert: { title: Many, when: numbers > 9 } }]
                """),
        Explanation(
            .templateShadowed,
            why: "Inside a list the fields of an element stand without a name before them, and this one hides what the page calls so.",
            mend: "Write `item.` before the field, or call the context name otherwise.",
            wrong: """
                models: { visit: { fields: { number: STRING } }, number: { singleton: true, fields: { last: INTEGER } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { number: { model: number }, visits: { model: visit, mode: MANY } }
                    blocks: [{ list: { from: visits, item: { label: '{{ number }}' } } }]
                """,
            right: """
                models: { visit: { fields: { number: STRING } }, number: { singleton: true, fields: { last: INTEGER } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { counter: { model: number }, visits: { model: visit, mode: MANY } }
                    blocks: [{ list: { from: visits, item: { label: '{{ number }}' } } }]
                """),
    ]
}
