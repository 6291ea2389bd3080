extension Explanation {
    /// Handles, references to them, and what Swift makes of them.
    static let names: [Explanation] = [
        Explanation(
            .handleInvalid,
            why: "Handles become names in JSON, Swift, SQL and addresses; lower-case letters, digits and `_` are "
                + "legal in all of them.",
            mend: "Write words with `_` between them; `spelling:` says how they are cased in Swift."),
        Explanation(
            .handleReserved,
            why: "The language uses the name itself.",
            mend: "Choose another handle."),
        Explanation(
            .handleTaken,
            why: "Types and models are named in the same places, so they share their names.",
            mend: "Rename one."),
        Explanation(
            .referenceUnknown,
            why: "A reference names something that is declared, and is checked, so that a misspelt one is found here "
                + "and not by a user.",
            mend: "Write the handle as it is declared, or declare it."),
        Explanation(
            .acceptanceUnknown,
            why: "`accept` is for warnings, by their codes; errors cannot be accepted.",
            mend: "Write the code of a warning."),
        Explanation(
            .acceptanceIdle,
            why: "Nothing is left to accept, and the next warning would be accepted unseen.",
            mend: "Remove the code from `accept`."),
        Explanation(
            .nameClash,
            why: "After casing, both would have one name in Swift.",
            mend: "Choose another handle for one of them."),
        Explanation(
            .nameReserved,
            why: "Swift, the runtime or generated code needs the name.",
            mend: "Choose another handle."),
        Explanation(
            .nameEmpty,
            why: "An option becomes a case of an enum and needs a name for it.",
            mend: "Say how it is called: `{ swift: name }`."),
        Explanation(
            .eventPrefix,
            why: "Swift nests events, and cannot have a case and a group of one name.",
            mend: "Rename one of them."),
        Explanation(
            .capabilityPrefix,
            why: "Capabilities are asked for by their dotted names, so none can be what stands before the dot of another.",
            mend: "Give the shorter one a last part of its own."),
    ]
}
