extension Explanation {
    /// Pages, their context and the ways to them.
    static let pages: [Explanation] = [
        Explanation(
            .pageGroup,
            why: "A tab opens with the parameters of the page beside it.",
            mend: "Give the pages of a group the same path parameters."),
        Explanation(
            .pagePath,
            why: "Addresses are lower case, absolute and plain, so that they can be typed and compared.",
            mend: "Write /words/[parameter]."),
        Explanation(
            .routeDuplicate,
            why: "One address shows one page.",
            mend: "Give one of them another path."),
        Explanation(
            .routeShadowed,
            why: "The literal path wins, so an instance with that id cannot be reached.",
            mend: "Choose another path, or accept the warning."),
        Explanation(
            .pageDefault,
            why: "One page is the first.",
            mend: "Remove `default` from the other."),
        Explanation(
            .pageUnlinked,
            why: "Nobody would find the page.",
            mend: "Say `navigation: true`, link it, or accept the warning."),
        Explanation(
            .pageParameter,
            why: "The page of a model is opened with an instance's id.",
            mend: "Give its path exactly one parameter."),
        Explanation(
            .contextMode,
            why: "Of a model with many instances a page must say how many it reads.",
            mend: "Say FIRST, MANY or COUNT."),
        Explanation(
            .contextFirst,
            why: "Which of many is the first would be chance.",
            mend: "Give an `order`, or a `where` on the id, the identity or a unique field."),
        Explanation(
            .contextReserved,
            why: "Templates have these names already.",
            mend: "Choose another name."),
        Explanation(
            .contextTool,
            why: "Looking at a page must change nothing.",
            mend: "Say `annotations: { read_only: true }` if the tool only reads; else call it with a form."),
        Explanation(
            .queryField,
            why: "Encrypted fields and objects cannot be compared in the store, and a value must be one that the "
                + "field can have.",
            mend: "Ask for another field or value."),
        Explanation(
            .linkParameter,
            why: "A link must know the whole address.",
            mend: "Give every parameter of the page's path, and no other."),
        Explanation(
            .navigationPage,
            why: "A page with a parameter needs to know which, and a page stands in the navigation once.",
            mend: "Take it out of the navigation, and link it from a list."),
        Explanation(
            .linkInvalid,
            why: "A link leads to a path of this integration or to an https address.",
            mend: "Write one of them."),
    ]
}
