extension Explanation {
    /// Variables, connections and the hosts that are called.
    static let environment: [Explanation] = [
        Explanation(
            .envDescription,
            why: "The description is what is shown when the variable is missing.",
            mend: "Add a `description`."),
        Explanation(
            .envVisibility,
            why: "A variable whose last word is SECRET, TOKEN, PASSWORD or KEY is probably a secret, and secrets "
                + "must not be visible by accident.",
            mend: "Say which it is."),
        Explanation(
            .domainInvalid,
            why: "An entry is a host, optionally with a port; `*.` stands for one or more labels before it.",
            mend: "Remove the scheme and the path."),
        Explanation(
            .envScope,
            why: "Provision variables are one for all, install variables one for each installation; what belongs to "
                + "an installation cannot be kept for all.",
            mend: "Use a variable of the other scope."),
        Explanation(
            .connectionSecret,
            why: "A visible variable is shown and logged.",
            mend: "Make the variable ENCRYPTED."),
        Explanation(
            .connectionStore,
            why: "What a provider returns has a type: tokens are texts, `expires_at` is a DATETIME.",
            mend: "Give the variable that type."),
        Explanation(
            .urlInvalid,
            why: "Secrets travel there, so only https will do.",
            mend: "Write https://host/path; `{NAME}` stands for a variable."),
        Explanation(
            .domainMissing,
            why: "Nothing can be called that is not in `outgoing_domains`: guard and documentation in one.",
            mend: "Add the host there."),
        Explanation(
            .connectionAccounts,
            why: "With several accounts each has a row of its own for its tokens; with one the tokens are install variables.",
            mend: "Say `store_in` with `multiple: true`, and `store` without."),
    ]
}
