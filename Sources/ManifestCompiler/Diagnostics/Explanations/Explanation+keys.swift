extension Explanation {
    /// Keys and the values that they take.
    static let keys: [Explanation] = [
        Explanation(
            .languageVersion,
            why: "The number says which version of the language the file is written in, so that it keeps its "
                + "meaning.",
            mend: "Write 1."),
        Explanation(
            .keyUnknown,
            why: "A key that is not known would be ignored, and what it was meant to say with it.",
            mend: "Write one of the keys that belong here; `x-` keys are free."),
        Explanation(
            .keyMisplaced,
            why: "Some keys have a meaning in one place and would have none in another: who owns a value is a "
                + "question of models, not of a tool's input.",
            mend: "Remove the key, or say it where it belongs. Whether an input must be given is said by its type: "
                + "`STRING`, or `'STRING?'`."),
        Explanation(
            .keyMissing,
            why: "Without the key nobody knows what is meant.",
            mend: "Add it."),
        Explanation(
            .keyConflict,
            why: "Two keys say what only one of them can.",
            mend: "Keep one."),
        Explanation(
            .valueShape,
            why: "A text, a list and a map are read in different ways.",
            mend: "Write what the key takes."),
        Explanation(
            .valueWord,
            why: "Fixed words are a closed list in upper case (components and colours in lower case).",
            mend: "Write one of them."),
        Explanation(
            .valueBoolean,
            why: "`yes`, `on` and `NO` are text here: Norway's code is no boolean.",
            mend: "Write `true` or `false`."),
        Explanation(
            .valueNumber,
            why: "Numbers are plain decimals, which every tool reads alike.",
            mend: "Write digits only."),
        Explanation(
            .valueEmpty,
            why: "A key without a value says nothing, and `null` is not a value of the language.",
            mend: "Remove the key, or give it a value."),
        Explanation(
            .valueForm,
            why: "Some texts have a form: versions, durations, sizes, names.",
            mend: "Write it as the help says."),
        Explanation(
            .valueRange,
            why: "The number is outside of what can work.",
            mend: "Choose one in the range."),
        Explanation(
            .valueComma,
            why: "In `{ }` a comma ends an unquoted text, and what follows is read as a key.",
            mend: "Quote the text; `integration fmt` quotes texts of several words in flow maps."),
    ]
}
