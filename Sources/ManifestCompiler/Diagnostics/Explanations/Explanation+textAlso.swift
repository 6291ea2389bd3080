extension Explanation {
    /// More of the same.
    static let textAlso: [Explanation] = [
        Explanation(
            .keyDuplicate,
            why: "Of two entries with one key YAML tools take either, silently.",
            mend: "Remove one, or give it another handle.",
            wrong: """
                models:
                  patient: { fields: { number: STRING } }
                  patient: { fields: { name: STRING } }
                """,
            right: """
                models:
                  patient: { fields: { number: STRING, name: STRING } }
                """),
    ]
}
