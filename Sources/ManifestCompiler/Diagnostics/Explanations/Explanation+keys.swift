extension Explanation {
    /// Keys and the values that they take.
    static let keys: [Explanation] = [
        Explanation(
            .languageVersion,
            why: "The number says which version of the language the file is written in, so that it keeps its "
                + "meaning.",
            mend: "Write 1.",
            wrong: """
                manifest: 2
                handle: sample
                name: Sample
                version: 1.0.0
                """,
            right: """
                description: 'With "manifest: 1" above it'
                """),
        Explanation(
            .keyUnknown,
            why: "A key that is not known would be ignored, and what it was meant to say with it.",
            mend: "Write one of the keys that belong here; `x-` keys are free.",
            wrong: """
                tools:
                  look: { desciption: Look it up }
                """,
            right: """
                tools:
                  look: { description: Look it up }
                """),
        Explanation(
            .keyMisplaced,
            why: "Some keys have a meaning in one place and would have none in another: who owns a value is a "
                + "question of models, not of a tool's input.",
            mend: "Remove the key, or say it where it belongs. Whether an input must be given is said by its type: "
                + "`STRING`, or `'STRING?'`.",
            wrong: """
                tools:
                  look: { input: { number: { type: STRING, required: true } } }
                """,
            right: """
                tools:
                  look: { input: { number: STRING } }
                """),
        Explanation(
            .keyMissing,
            why: "Without the key nobody knows what is meant.",
            mend: "Add it.",
            wrong: """
                pages:
                  home: { navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                """),
        Explanation(
            .keyConflict,
            why: "Two keys say what only one of them can.",
            mend: "Keep one.",
            wrong: """
                types:
                  event: { fields: { a: STRING }, one_of: { a: {} } }
                tools: { look: { output: event } }
                """,
            right: """
                types:
                  event: { fields: { a: STRING } }
                tools: { look: { output: event } }
                """),
        Explanation(
            .valueShape,
            why: "A text, a list and a map are read in different ways.",
            mend: "Write what the key takes.",
            wrong: """
                spelling: WABA
                """,
            right: """
                spelling: [WABA]
                """),
        Explanation(
            .valueWord,
            why: "Fixed words are a closed list in upper case (components and colours in lower case).",
            mend: "Write one of them.",
            wrong: """
                models:
                  patient: { fields: { name: { type: STRING, owner: app } } }
                """,
            right: """
                models:
                  patient: { fields: { name: { type: STRING, owner: APP } } }
                """),
        Explanation(
            .valueBoolean,
            why: "`yes`, `on` and `NO` are text here: Norway's code is no boolean.",
            mend: "Write `true` or `false`.",
            wrong: """
                pages:
                  home: { path: /, navigation: yes, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                """),
        Explanation(
            .valueNumber,
            why: "Numbers are plain decimals, which every tool reads alike.",
            mend: "Write digits only.",
            wrong: """
                models:
                  note: { fields: { text: { type: STRING, max_length: 1e3 } } }
                """,
            right: """
                models:
                  note: { fields: { text: { type: STRING, max_length: 1000 } } }
                """),
        Explanation(
            .valueEmpty,
            why: "A key without a value says nothing, and `null` is not a value of the language.",
            mend: "Remove the key, or give it a value.",
            wrong: """
                description:
                """,
            right: """
                description: Appointments of a clinic
                """),
        Explanation(
            .valueForm,
            why: "Some texts have a form: versions, durations, sizes, names.",
            mend: "Write it as the help says.",
            wrong: """
                tools:
                  look: { timeout: 10 seconds }
                """,
            right: """
                tools:
                  look: { timeout: 10s }
                """),
        Explanation(
            .valueRange,
            why: "The number is outside of what can work.",
            mend: "Choose one in the range.",
            given: """
                models: { note: { fields: { text: STRING } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { notes: { model: note, mode: MANY, limit: 5000 } }
                    blocks: []
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { notes: { model: note, mode: MANY, limit: 1000 } }
                    blocks: []
                """),
        Explanation(
            .valueComma,
            why: "In `{ }` a comma ends an unquoted text, and what follows is read as a key.",
            mend: "Quote the text; `integration fmt` quotes texts of several words in flow maps.",
            wrong: """
                tools:
                  look: { description: Look it up, now }
                """,
            right: """
                tools:
                  look: { description: 'Look it up, now' }
                """),
    ]
}
