extension Explanation {
    /// Names in Swift.
    static let names: [Explanation] = [
        Explanation(
            .nameClash,
            why: "After casing, both would have one name in Swift.",
            mend: "Choose another handle for one of them.",
            wrong: """
                models: { visit: { fields: { a_b: STRING, a__b: STRING } } }
                """,
            right: """
                models: { visit: { fields: { a_b: STRING, a_c: STRING } } }
                """),
        Explanation(
            .nameReserved,
            why: "Swift, the runtime or generated code needs the name.",
            mend: "Choose another handle.",
            wrong: """
                models: { self: { fields: { name: STRING } } }
                """,
            right: """
                models: { clinic_owner: { fields: { name: STRING } } }
                """),
        Explanation(
            .nameEmpty,
            why: "An option becomes a case of an enum and needs a name for it.",
            mend: "Say how it is called: `{ swift: name }`.",
            wrong: """
                models: { visit: { fields: { mark: { type: STRING, options: ['+', '-'] } } } }
                """,
            right: """
                models: { visit: { fields: { mark: { type: STRING, options: { '+': { swift: plus }, '-': { swift: minus } } } } } }
                """),
    ]
}
