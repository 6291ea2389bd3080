extension Explanation {
    /// More of the same.
    static let keysAlso: [Explanation] = [
        Explanation(
            .referenceUnknown,
            why: "A reference names something that is declared, and is checked, so that a misspelt one is found here "
                + "and not by a user.",
            mend: "Write the handle as it is declared, or declare it.",
            wrong: """
                tools: { add_patient: { input: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: ad_patient } } }] }
                """,
            right: """
                tools: { add_patient: { input: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add_patient } } }] }
                """),
        Explanation(
            .acceptanceUnknown,
            why: "`accept` is for warnings, by their codes; errors cannot be accepted.",
            mend: "Write the code of a warning.",
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, accept: [page.unlinkd], blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, accept: [page.unlinked], blocks: [] }
                """),
        Explanation(
            .acceptanceIdle,
            why: "Nothing is left to accept, and the next warning would be accepted unseen.",
            mend: "Remove the code from `accept`.",
            wrong: """
                pages:
                  home: { path: /, navigation: true, accept: [page.unlinked], blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                """),
    ]
}
