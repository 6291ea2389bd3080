extension Explanation {
    /// What stands on a page.
    static let blocks: [Explanation] = [
        Explanation(
            .formInputHidden,
            why: "A field that is not there is not sent, and the tool would lack what it requires.",
            mend: "Make the input optional, give it a default, or always show the field."),
        Explanation(
            .formInputOptional,
            why: "What a required input is given must be there when the tool is called.",
            mend: "Give a `default`, or put it under a `when` that excludes that it is missing."),
        Explanation(
            .panelKey,
            why: "Each kind of panel is drawn from its own keys.",
            mend: "Say the keys of the kind, and no others."),
        Explanation(
            .mapperModel,
            why: "Only what users have already can be mapped to theirs.",
            mend: "Say `scope: SHARED` on the model, or leave the mapper out."),
        Explanation(
            .formInputMissing,
            why: "A form that lacks a required input could never be sent.",
            mend: "Ask for it in `fields`, give it in `with`, or make the input optional."),
        Explanation(
            .formInputTwice,
            why: "Nobody knows which of the two counts.",
            mend: "Remove it from `fields`, or from `with`."),
        Explanation(
            .formComponent,
            why: "A component asks for values of certain types.",
            mend: "Remove `as`, or use one that fits."),
        Explanation(
            .recordContext,
            why: "A record block shows one instance.",
            mend: "Use a context name of mode FIRST."),
        Explanation(
            .recordEdit,
            why: "What the app owns, the app writes; people edit fields of owner WORKPLACE or BOTH.",
            mend: "Remove the field from `edit`, or change its owner."),
        Explanation(
            .fieldEncrypted,
            why: "An encrypted field is a secret, and a page is read by everybody in the workplace.",
            mend: "Remove it from the page."),
        Explanation(
            .actionEffect,
            why: "A button does one thing.",
            mend: "Keep one of `tool`, `connect`, `link`, `url`, `form`."),
    ]
}
