extension Explanation {
    /// Types, and what refines them.
    static let types: [Explanation] = [
        Explanation(
            .typeSyntax,
            why: "Types are written as a Swift reader expects.",
            mend: "Write STRING, 'STRING?', [STRING], a handle, or model.field.",
            wrong: """
                tools: { look: { input: { number: STRING! } } }
                """,
            right: """
                tools: { look: { input: { number: STRING } } }
                """),
        Explanation(
            .typeOptionality,
            why: "In models a field is optional unless `required: true`; in inputs, outputs and types `T` is "
                + "required and `'T?'` optional. Two ways in one place would contradict one another.",
            mend: "Remove the `?`, or the `required`.",
            wrong: """
                models: { note: { fields: { text: STRING? } } }
                """,
            right: """
                models: { note: { fields: { text: STRING } } }
                """),
        Explanation(
            .typeCycle,
            why: "A record that contains itself directly would never end.",
            mend: "Make the field optional, or a list.",
            wrong: """
                types: { part: { fields: { inner: part } } }
                tools: { look: { output: part } }
                """,
            right: """
                types: { part: { fields: { inner: 'part?' } } }
                tools: { look: { output: part } }
                """),
        Explanation(
            .typeUnused,
            why: "A record that nothing names is code that nobody calls.",
            mend: "Remove it, or use it.",
            wrong: """
                types: { left_over: { fields: { a: STRING } } }
                """,
            right: """
                types: { found: { fields: { a: STRING } } }
                tools: { look: { output: found } }
                """),
        Explanation(
            .typeNotHere,
            why: "Not every type can stand everywhere: what a model keeps are scalars, and an input names an "
                + "instance by its id.",
            mend: "Use the type that the help names.",
            given: """
                models: { patient: { fields: { name: STRING } } }
                """,
            wrong: """
                tools: { look: { input: { patient: patient } } }
                """,
            right: """
                tools: { look: { input: { patient: patient.id } } }
                """),
        Explanation(
            .defaultForbidden,
            why: "A secret or a file in a manifest would be everybody's.",
            mend: "Remove the default.",
            wrong: """
                env:
                  provision:
                    API_KEY: { visibility: ENCRYPTED, default: abc }
                """,
            right: """
                env:
                  provision:
                    API_KEY: { visibility: ENCRYPTED }
                """),
        Explanation(
            .defaultType,
            why: "A default is written as a value of its type.",
            mend: "Write such a value, or one of the options.",
            wrong: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE], default: OPNE } } } }
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE], default: OPEN } } } }
                """),
        Explanation(
            .optionDuplicate,
            why: "Each option is one value.",
            mend: "Remove the second.",
            wrong: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, OPEN] } } } }
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                """),
        Explanation(
            .optionForbidden,
            why: "Options become an enum of texts.",
            mend: "Make the field a STRING, or use `min` and `max`.",
            wrong: """
                models: { visit: { fields: { rooms: { type: INTEGER, options: ['1', '2'] } } } }
                """,
            right: """
                models: { visit: { fields: { rooms: { type: INTEGER, min: 1, max: 2 } } } }
                """),
        Explanation(
            .formatType,
            why: "A format refines STRING.",
            mend: "Use the type STRING, or remove `format`.",
            wrong: """
                models: { visit: { fields: { phone: { type: INTEGER, format: phone } } } }
                """,
            right: """
                models: { visit: { fields: { phone: { type: STRING, format: phone } } } }
                """),
        Explanation(
            .constraintType,
            why: "Lengths are of texts, `min` and `max` of numbers and dates, `min_items` and `max_items` of lists.",
            mend: "Use the bound that fits the type.",
            wrong: """
                models: { visit: { fields: { guests: { type: INTEGER, max_length: 2 } } } }
                """,
            right: """
                models: { visit: { fields: { guests: { type: INTEGER, max: 99 } } } }
                """),
        Explanation(
            .constraintRange,
            why: "No value could pass.",
            mend: "Swap the bounds.",
            wrong: """
                models: { visit: { fields: { guests: { type: INTEGER, min: 9, max: 1 } } } }
                """,
            right: """
                models: { visit: { fields: { guests: { type: INTEGER, min: 1, max: 9 } } } }
                """),
        Explanation(
            .patternInvalid,
            why: "A pattern is read by JSON Schema, browsers and Swift, in what they have in common.",
            mend: "Close what is open; put a backslash before a character that is meant itself.",
            wrong: """
                models: { visit: { fields: { code: { type: STRING, pattern: '(a' } } } }
                """,
            right: """
                models: { visit: { fields: { code: { type: STRING, pattern: '(a)' } } } }
                """),
        Explanation(
            .acceptInvalid,
            why: "What a file may be is checked by its name and its content.",
            mend: "Write extensions without a dot, or MIME types.",
            wrong: """
                models: { visit: { fields: { letter: { type: FILE, accept: [.PDF] } } } }
                """,
            right: """
                models: { visit: { fields: { letter: { type: FILE, accept: [pdf] } } } }
                """),
        Explanation(
            .unionDiscriminator,
            why: "The key that says the case would be overwritten by the field.",
            mend: "Choose another `discriminator`, or give the field a `wire`.",
            wrong: """
                types:
                  created: { fields: { type: STRING } }
                  event: { one_of: { created: created } }
                tools: { look: { output: event } }
                """,
            right: """
                types:
                  created: { fields: { type: STRING } }
                  event: { discriminator: kind, one_of: { created: created } }
                tools: { look: { output: event } }
                """),
    ]
}
