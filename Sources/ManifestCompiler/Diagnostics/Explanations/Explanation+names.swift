extension Explanation {
    /// Handles, references to them, and what Swift makes of them.
    static let names: [Explanation] = [
        Explanation(
            .handleInvalid,
            why: "Handles become names in JSON, Swift, SQL and addresses; lower-case letters, digits and `_` are "
                + "legal in all of them.",
            mend: "Write words with `_` between them; `spelling:` says how they are cased in Swift.",
            wrong: """
                models:
                  PhoneNumber: { fields: { displayName: STRING } }
                """,
            right: """
                models:
                  phone_number: { fields: { display_name: STRING } }
                """),
        Explanation(
            .handleReserved,
            why: "The language uses the name itself.",
            mend: "Choose another handle.",
            wrong: """
                models:
                  message: { fields: { text: STRING } }
                """,
            right: """
                models:
                  note: { fields: { text: STRING } }
                """),
        Explanation(
            .handleTaken,
            why: "Types and models are named in the same places, so they share their names.",
            mend: "Rename one.",
            wrong: """
                types: { number: { fields: { a: STRING } } }
                models: { number: { fields: { a: STRING } } }
                """,
            right: """
                types: { listed_number: { fields: { a: STRING } } }
                models: { number: { fields: { a: STRING } } }
                tools: { list: { output: [listed_number] } }
                """),
        Explanation(
            .referenceUnknown,
            why: "A reference names something that is declared, and is checked, so that a misspelt one is found here "
                + "and not by a user.",
            mend: "Write the handle as it is declared, or declare it.",
            given: """
                tools: { add_patient: { input: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: ad_patient } } }] }
                """,
            right: """
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
        Explanation(
            .eventPrefix,
            why: "Swift nests events, and cannot have a case and a group of one name.",
            mend: "Rename one of them.",
            wrong: """
                events:
                  visit: { label: Visit, payload: { number: STRING } }
                  visit.created: { label: Visit created, payload: { number: STRING } }
                """,
            right: """
                events:
                  visit.changed: { label: Visit changed, payload: { number: STRING } }
                  visit.created: { label: Visit created, payload: { number: STRING } }
                """),
        Explanation(
            .capabilityPrefix,
            why: "Capabilities are asked for by their dotted names, so none can be what stands before the dot of another.",
            mend: "Give the shorter one a last part of its own.",
            wrong: """
                setup:
                  connect: { kind: APP, label: Connect, grants: [agency] }
                  import: { kind: APP, label: Import, grants: [agency.imported] }
                """,
            right: """
                setup:
                  connect: { kind: APP, label: Connect, grants: [agency.connected] }
                  import: { kind: APP, label: Import, grants: [agency.imported] }
                """),
    ]
}
