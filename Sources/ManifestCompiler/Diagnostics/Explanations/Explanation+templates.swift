extension Explanation {
    /// Templates and conditions.
    static let templates: [Explanation] = [
        Explanation(
            .templateSyntax,
            why: "Templates are compiled, so they must be whole.",
            mend: "Close what is open."),
        Explanation(
            .templatePathUnknown,
            why: "A path is checked against what is in scope, so that a misspelt one is not an empty place on a "
                + "page.",
            mend: "Write a name that is in scope, or declare it in the page's `context`."),
        Explanation(
            .templateType,
            why: "Lists and records have no text, and only values of one type can be compared.",
            mend: "Say which field is meant, or compare with a value of the type."),
        Explanation(
            .templateOptionUnknown,
            why: "The comparison would always be false.",
            mend: "Compare with one of the options."),
        Explanation(
            .templateFilter,
            why: "Filters are a closed list, and each fits certain types.",
            mend: "Use one that the help names."),
        Explanation(
            .templateConstant,
            why: "Only false and nil are false, so a value that is always there is always true.",
            mend: "Compare it."),
        Explanation(
            .templateOptional,
            why: "If the value is missing, the text around it stays and reads oddly.",
            mend: "Say what stands there then, or put all of it in an `if`."),
        Explanation(
            .chooseIncomplete,
            why: "A text that is chosen by option must not be missing for one of them.",
            mend: "Add a text for each option under `of`, or say `else`."),
        Explanation(
            .templatePrecedence,
            why: "Here `and` binds stronger than `or`; Liquid reads from right to left, and people differ.",
            mend: "Put the alternative without `and` first, which all read alike."),
        Explanation(
            .templateTruth,
            why: "As in Liquid only `false` and what is missing are false, so an empty text is true.",
            mend: "Compare it with blank."),
        Explanation(
            .templateSize,
            why: "A context loads as many instances as its `limit` says, and `size` counts those.",
            mend: "Add a context name of mode COUNT."),
        Explanation(
            .templateShadowed,
            why: "Inside a list the fields of an element stand without a name before them, and this one hides what the page calls so.",
            mend: "Write `item.` before the field, or call the context name otherwise."),
        Explanation(
            .templateBare,
            why: "Text stays text: only what stands between `{{` and `}}` is replaced by a value.",
            mend: "Put the path into braces, and quotes around them."),
    ]
}
