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
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.nubmer }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
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
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
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
            wrong: """
                models: { account: { singleton: true, fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: Account, when: account.state == "OPN" } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
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
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number | uppercase }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
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
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: 'Number {{ account.number }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: 'Number {{ account.number | default: "–" }}' } }]
                """),
    ]
}
