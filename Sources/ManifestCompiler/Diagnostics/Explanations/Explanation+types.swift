extension Explanation {
    /// Types, and what refines them.
    static let types: [Explanation] = [
        Explanation(
            .typeSyntax,
            why: "Types are written as a Swift reader expects.",
            mend: "Write STRING, 'STRING?', [STRING], a handle, or model.field."),
        Explanation(
            .typeOptionality,
            why: "In models a field is optional unless `required: true`; in inputs, outputs and types `T` is "
                + "required and `'T?'` optional. Two ways in one place would contradict one another.",
            mend: "Remove the `?`, or the `required`."),
        Explanation(
            .typeCycle,
            why: "A record that contains itself directly would never end.",
            mend: "Make the field optional, or a list."),
        Explanation(
            .typeUnused,
            why: "A record that nothing names is code that nobody calls.",
            mend: "Remove it, or use it."),
        Explanation(
            .typeNotHere,
            why: "Not every type can stand everywhere: what a model keeps are scalars, and an input names an "
                + "instance by its id.",
            mend: "Use the type that the help names."),
        Explanation(
            .defaultForbidden,
            why: "A secret or a file in a manifest would be everybody's.",
            mend: "Remove the default."),
        Explanation(
            .defaultType,
            why: "A default is written as a value of its type.",
            mend: "Write such a value, or one of the options."),
        Explanation(
            .optionDuplicate,
            why: "Each option is one value.",
            mend: "Remove the second."),
        Explanation(
            .optionForbidden,
            why: "Options become an enum of texts.",
            mend: "Make the field a STRING, or use `min` and `max`."),
        Explanation(
            .formatType,
            why: "A format refines STRING.",
            mend: "Use the type STRING, or remove `format`."),
        Explanation(
            .constraintType,
            why: "Lengths are of texts, `min` and `max` of numbers and dates, `min_items` and `max_items` of lists.",
            mend: "Use the bound that fits the type."),
        Explanation(
            .constraintRange,
            why: "No value could pass.",
            mend: "Swap the bounds."),
        Explanation(
            .patternInvalid,
            why: "A pattern is read by JSON Schema, browsers and Swift, in what they have in common.",
            mend: "Close what is open; put a backslash before a character that is meant itself."),
        Explanation(
            .acceptInvalid,
            why: "What a file may be is checked by its name and its content.",
            mend: "Write extensions without a dot, or MIME types."),
        Explanation(
            .unionDiscriminator,
            why: "The key that says the case would be overwritten by the field.",
            mend: "Choose another `discriminator`, or give the field a `wire`."),
    ]
}
